//! What styles mean for the cites of a document that the official suite does not ask: small styles, made records.

use citelet::csl::cluster::{Cite, CitePart};
use citelet::csl::processor::{Citation, Processor};
use citelet::csl::{compile, output};
use xtask::score::ours::read_item;

const RECORDS: &str = r#"[
    {"id": "a", "type": "book", "title": "A", "author": [{"family": "Lund"}], "issued": {"date-parts": [[2001]]}},
    {"id": "b", "type": "book", "title": "B", "author": [{"family": "Lund"}], "issued": {"date-parts": [[2002]]}},
    {"id": "t", "type": "book", "title": "T", "issued": {"date-parts": [[2001]]}},
    {"id": "u", "type": "book", "title": "T", "issued": {"date-parts": [[2002]]}},
    {"id": "e", "type": "book"}
]"#;

/// What a document prints: citations in notes 1, 2, 3, each written as its cites between blanks; `see-` before one is
/// its prefix, `-x` behind it its suffix, and `-` alone leaves its author out.
fn document(citation: &str, layout: &str, citations: &[&str]) -> Vec<String> {
    let xml = [
        "<style class=\"in-text\"><info><id>made</id></info><citation ",
        citation,
        "><layout delimiter=\"; \">",
        layout,
        "</layout></citation></style>",
    ];
    let (style, _) = compile::style(&xml.concat()).unwrap();
    let records: Vec<serde_json::Value> = serde_json::from_str(RECORDS).unwrap();
    let mut processor = Processor::new(&style, &[], "");
    processor.add_items(records.iter().map(|record| read_item(record).unwrap()));
    let cites = |text: &str| text.split(' ').map(cite).collect();
    let citations = citations.iter().zip(1..);
    processor.set_citations(
        citations
            .map(|(text, note)| Citation {
                id: note.to_string(),
                cites: cites(text),
                note,
                ..Citation::default()
            })
            .collect(),
    );
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
fn titles_in_the_place_of_names_do_not_collapse() {
    assert_eq!(
        document("collapse=\"year\"", AUTHOR_DATE, &["a b", "t u", "a t"]),
        ["Lund 2001, 2002", "T 2001; T 2002", "Lund 2001; T 2001"]
    );
    let grouped = document("cite-group-delimiter=\" + \"", AUTHOR_DATE, &["a b", "t u"]);
    assert_eq!(grouped, ["Lund 2001 + Lund 2002", "T 2001; T 2002"]);
}

#[test]
fn a_cite_that_collapses_into_nothing_goes() {
    let name = "<names variable=\"author\"/>";
    assert_eq!(
        document("collapse=\"year\"", name, &["a b", "a see-b", "a b-x a"]),
        ["Lund", "Lund, see ", "Lund, , x"]
    );
    assert_eq!(document("collapse=\"year-suffix\"", AUTHOR_DATE, &["a a b"]), ["Lund 2001, 2002"]);
}

#[test]
fn a_cite_without_printed_form_is_missed_at_the_head_only() {
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
