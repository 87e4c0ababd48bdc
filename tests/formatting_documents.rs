//! Rules for the cites of a document that the official suite does not test: small styles, invented records.

use citelet::csl::citation::{Citation, Cite, CitePart};
use citelet::csl::processor::Processor;
use citelet::csl::{compile, output};
use measure::score::ours::read_item;

const RECORDS: &str = r#"[
    {"id": "a", "type": "book", "title": "A", "author": [{"family": "Lund"}], "issued": {"date-parts": [[2001]]}},
    {"id": "b", "type": "book", "title": "B", "author": [{"family": "Lund"}], "issued": {"date-parts": [[2002]]}},
    {"id": "t", "type": "book", "title": "T", "issued": {"date-parts": [[2001]]}},
    {"id": "u", "type": "book", "title": "T", "issued": {"date-parts": [[2002]]}},
    {"id": "e", "type": "book"},
    {"id": "d", "type": "book", "editor": [{"family": "Berg"}], "translator": [{"family": "Dahl"}]},
    {"id": "c", "type": "book", "title": "C", "author": [{"family": "Lund"}], "issued": {"date-parts": [[2001]]}}
]"#;

/// The printed citations of a document, in notes 1, 2, 3. Each is a list of cites, separated by blanks: `see-` before a
/// record is its prefix, `-x` after it a suffix after a comma, `.` a suffix too, and `-` alone suppresses the author.
fn document(citation: &str, layout: &str, citations: &[&str]) -> Vec<String> {
    let citation = ["<citation ", citation, "><layout delimiter=\"; \">", layout, "</layout></citation>"];
    document_of(&citation.concat(), citations)
}

/// The same with the elements of the style that follow its information.
fn document_of(elements: &str, citations: &[&str]) -> Vec<String> {
    let xml = ["<style class=\"in-text\"><info><id>made</id></info>", elements, "</style>"];
    let (style, _) = compile::style(&xml.concat()).unwrap();
    let records: Vec<serde_json::Value> = serde_json::from_str(RECORDS).unwrap();
    let mut processor = Processor::new(&style, &[], "");
    processor.add_items(records.iter().map(|record| read_item(record).unwrap()));
    let cites = |text: &str| text.split(' ').map(cite).collect();
    let citations = citations.iter().zip(1..);
    let citation = |(text, note): (&&str, u32)| Citation {
        id: note.to_string(),
        cites: cites(text),
        note,
        ..Citation::default()
    };
    let citations: Vec<Citation> = citations.map(citation).collect();
    processor.set_citations(citations.clone());
    assert_eq!(processor.set_citations(citations), [0; 0], "nothing changes where nothing was changed");
    let printed = (0..).map_while(|at| processor.printed(at));
    printed
        .map(|content| output::text(&output::runs(&output::finish(content, &processor.settings()))))
        .collect()
}

fn cite(text: &str) -> Cite {
    let (prefix, text) = text.split_once("see-").map_or(("", text), |(_, rest)| ("see ", rest));
    let (id, rest) = text.split_at(1);
    let part = if rest == "-" { CitePart::SuppressAuthor } else { CitePart::Full };
    let suffix = rest.replace('-', if rest == "-" { "" } else { ", " });
    Cite { id: id.to_owned(), prefix: prefix.to_owned(), suffix, part, ..Cite::default() }
}

const AUTHOR_DATE: &str = "<group delimiter=\" \"><names variable=\"author\"><substitute><text variable=\"title\"/>\
    </substitute></names><date variable=\"issued\"><date-part name=\"year\"/></date></group>";

#[test]
fn an_ibid_refers_to_a_citation_of_one_cite() {
    let layout = "<choose><if position=\"ibid\"><text value=\"ibid\"/></if><else><text variable=\"title\"/></else>\
                  </choose>";
    assert_eq!(document("", layout, &["a", "a", "a a", "a"]), ["A", "ibid", "ibid; ibid", "A"]);
}

#[test]
fn titles_in_place_of_names_do_not_collapse() {
    assert_eq!(
        document("collapse=\"year\"", AUTHOR_DATE, &["a b", "t u", "a t"]),
        ["Lund 2001, 2002", "T 2001; T 2002", "Lund 2001; T 2001"]
    );
    let grouped = document("cite-group-delimiter=\" + \"", AUTHOR_DATE, &["a b", "t u"]);
    assert_eq!(grouped, ["Lund 2001 + Lund 2002", "T 2001; T 2002"]);
}

#[test]
fn a_cite_that_is_empty_after_collapsing_is_left_out() {
    let name = "<names variable=\"author\"/>";
    assert_eq!(
        document("collapse=\"year\"", name, &["a b", "a see-b", "a b-x a"]),
        ["Lund", "Lund, see ", "Lund, , x"]
    );
    assert_eq!(document("collapse=\"year-suffix\"", AUTHOR_DATE, &["a a b"]), ["Lund 2001, 2002"]);
}

#[test]
fn a_cite_without_printed_form_is_reported_at_the_head_only() {
    let names = "<names variable=\"author\"/>";
    let missing = "[CSL STYLE ERROR: reference with no printed form.]";
    assert_eq!(
        document("", names, &["e a", "a e a", "a- a", "a a-", "e", "a-"]),
        [
            [missing, "; Lund"].concat(),
            "Lund; Lund".to_owned(),
            [missing, "; Lund"].concat(),
            "Lund".to_owned(),
            missing.to_owned(),
            "[NO_PRINTED_FORM]".to_owned(),
        ]
    );
}

const LABELS: &str =
    "<locale><terms><term name=\"editor\">ed.</term><term name=\"translator\">tr.</term></terms></locale>";

#[test]
fn the_names_at_the_head_of_a_cite_are_suppressed_with_their_labels() {
    let names = |variables: &str| {
        let names = ["<names variable=\"", variables, "\"><label prefix=\" (\" suffix=\")\"/></names>"];
        names.concat()
    };
    let printed = |layout: &[&str], cites: &str| {
        let citation =
            [LABELS, "<citation><layout delimiter=\"; \">", &layout.concat(), "</layout></citation>"];
        document_of(&citation.concat(), &[cites])
    };
    let end = "<text value=\".\"/>";
    assert_eq!(printed(&[&names("editor"), end], "d d-"), ["Berg (ed.).; ."]);
    assert_eq!(printed(&[&names("editor"), &names("translator")], "d-"), ["Dahl (tr.)"]);
    let title = "<text variable=\"title\"/>";
    assert_eq!(printed(&[title, &names("author")], "a-"), ["ALund"]);
    assert_eq!(printed(&[&names("author"), title], "a-"), ["A"]);
}

#[test]
fn a_title_in_place_of_names_is_suppressed_but_no_text_of_the_style() {
    let layout = |stand_in: &str| {
        let names = ["<names variable=\"author\"><substitute>", stand_in, "</substitute></names>"].concat();
        [&names, "<date variable=\"issued\" prefix=\" \"><date-part name=\"year\"/></date>"].concat()
    };
    assert_eq!(document("", &layout("<text variable=\"title\"/>"), &["t t-"]), ["T 2001;  2001"]);
    assert_eq!(document("", &layout("<text value=\"Anon\"/>"), &["t t-"]), ["Anon 2001; Anon 2001"]);
}

#[test]
fn affixes_of_cites_are_not_merged_with_marks_of_the_style() {
    let locale = "<locale><style-options punctuation-in-quote=\"true\"/><terms><term name=\"open-quote\">“</term>\
                  <term name=\"close-quote\">”</term></terms></locale>";
    let citation = "<citation><layout suffix=\".\" delimiter=\"; \"><text variable=\"title\" quotes=\"true\"/></layout>\
                    </citation>";
    let printed = document_of(&[locale, citation].concat(), &["a", "a-x", "a.x", "a-x b", "see-a"]);
    assert_eq!(printed, ["“A.”", "“A”, x.", "“A.”x.", "“A”, x; “B.”", "see “A.”"]);
}

#[test]
fn year_suffixes_do_not_affect_the_order_that_they_follow() {
    let elements = "<macro name=\"year\"><date variable=\"issued\"><date-part name=\"year\"/></date></macro>\
         <citation disambiguate-add-year-suffix=\"true\"><sort><key macro=\"year\" sort=\"descending\"/></sort>\
         <layout delimiter=\"; \"><names variable=\"author\"/><text macro=\"year\" prefix=\" \"/></layout></citation>\
         <bibliography><sort><key macro=\"year\" sort=\"descending\"/></sort>\
         <layout><text variable=\"title\"/></layout></bibliography>";
    assert_eq!(
        document_of(elements, &["c a", "a", "b"]),
        ["Lund 2001a; Lund 2001b", "Lund 2001b", "Lund 2002"]
    );
}

#[test]
fn cites_change_if_their_item_is_now_cited_first_elsewhere() {
    let changed = |condition: &str, notes: u32| {
        let xml = [
            "<style class=\"note\"><info><id>made</id></info><citation><layout><choose><if ",
            condition,
            "><text value=\"again \"/></if></choose><text variable=\"title\"/></layout></citation></style>",
        ];
        let (style, _) = compile::style(&xml.concat()).unwrap();
        let records: Vec<serde_json::Value> = serde_json::from_str(RECORDS).unwrap();
        let mut processor = Processor::new(&style, &[], "");
        processor.add_items(records.iter().map(|record| read_item(record).unwrap()));
        let document = |cites: &[(&str, &str)]| {
            let citation = |((id, item), note): (&(&str, &str), u32)| Citation {
                id: (*id).to_owned(),
                cites: vec![cite(item)],
                note: note * notes,
                ..Citation::default()
            };
            cites.iter().zip(1..).map(citation).collect::<Vec<Citation>>()
        };
        let all = [("new", "t"), ("1", "a"), ("2", "b"), ("3", "t"), ("4", "a")];
        processor.set_citations(document(&all[1..]));
        processor.set_citations(document(&all))
    };
    assert_eq!(changed("position=\"subsequent\"", 1), [0, 1, 3, 4]);
    assert_eq!(changed("position=\"subsequent\"", 0), [0, 3]);
    assert_eq!(changed("variable=\"note\"", 1), [0]);
}
