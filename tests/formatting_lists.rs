//! Rules for bibliographies and for parts of citations that the official suite does not test.

use citelet::csl::citation::{Citation, CitationMode, Cite, CitePart};
use citelet::csl::processor::Processor;
use citelet::csl::program::Style;
use citelet::csl::{compile, output};
use measure::score::ours::read_item;

fn style(class: &str, citation: &str, bibliography: &str) -> Style {
    let xml = [
        "<style class=\"",
        class,
        "\"><info><id>made</id></info><macro name=\"names\"><names variable=\"author\"><name and=\"text\"/>\
         </names></macro><citation><layout prefix=\"(\" suffix=\")\" delimiter=\"; \">",
        citation,
        "</layout></citation><bibliography ",
        bibliography,
        "</layout></bibliography></style>",
    ];
    compile::style(&xml.concat()).unwrap().0
}

fn processor<'s>(style: &'s Style, records: &str) -> Processor<'s, 'static> {
    let records: Vec<serde_json::Value> = serde_json::from_str(records).unwrap();
    let mut processor = Processor::new(style, &[], "");
    processor.set_items(records.iter().map(|record| read_item(record).unwrap()));
    processor
}

/// The titles of a bibliography that is sorted by a key.
fn sorted(key: &str, records: &str) -> String {
    let bibliography = ["><sort><key ", key, "/></sort><layout><text variable=\"title\"/>"].concat();
    let style = style("in-text", "", &bibliography);
    let entries = processor(&style, records).bibliography();
    entries.iter().map(|entry| entry.content.plain()).collect()
}

#[test]
fn the_word_between_names_does_not_affect_sorting() {
    let records = r#"[
        {"id": "1", "title": "B", "author": [{"family": "Doe"}, {"family": "Roe"}]},
        {"id": "2", "title": "A", "author": [{"family": "Doe"}, {"family": "Bow"}, {"family": "Zoe"}]}
    ]"#;
    assert_eq!(sorted("macro=\"names\"", records), "AB");
}

#[test]
fn a_mark_between_digits_separates_numbers() {
    let records = r#"[{"id": "1", "title": "C", "note": "10"}, {"id": "2", "title": "B", "note": "9"},
        {"id": "3", "title": "A", "note": "1-3"}]"#;
    assert_eq!(sorted("variable=\"note\"", records), "ABC");
}

#[test]
fn second_fields_are_the_layouts_elements() {
    let layout = "second-field-align=\"flush\"><layout suffix=\".\"><text variable=\"citation-number\"/>\
                  <text variable=\"title\"/><text variable=\"note\"/>";
    let style = style("in-text", "", layout);
    let records = r#"[{"id": "1"}, {"id": "2", "title": "A", "note": "b"}]"#;
    let processor = processor(&style, records);
    let html = |content| output::suite_html(&output::finish(content, &processor.settings()));
    let entries: Vec<String> = processor.bibliography().iter().map(|entry| html(&entry.content)).collect();
    assert_eq!(
        entries.iter().map(|entry| entry.trim()).collect::<Vec<_>>(),
        [
            "<div class=\"csl-left-margin\">1</div>",
            "<div class=\"csl-left-margin\">2</div><div class=\"csl-right-inline\">Ab.</div>"
        ]
    );
}

const RECORDS: &str = r#"[{"id": "a", "title": "A", "note": "1", "author": [{"family": "Lund"}]},
    {"id": "t", "title": "T", "note": "2"}]"#;

/// A citation of records in a mode; `!` after one prints its author only.
fn cited(style: &Style, cites: &str, mode: CitationMode) -> String {
    let processor = processor(style, RECORDS);
    let cite = |id: &str| Cite {
        id: id.trim_end_matches('!').to_owned(),
        part: if id.ends_with('!') { CitePart::AuthorOnly } else { CitePart::Full },
        ..Cite::default()
    };
    let citation = Citation { cites: cites.split(' ').map(cite).collect(), mode, ..Citation::default() };
    let content = processor.citation_with_mode(&citation);
    output::text(&output::runs(&output::finish(&content, &processor.settings())))
}

#[test]
fn names_printed_alone_are_outside_the_layout() {
    let style =
        style("in-text", "<text macro=\"names\" suffix=\" \"/><text variable=\"note\"/>", "><layout>");
    let cited = |cites: &str| cited(&style, cites, CitationMode::Full);
    assert_eq!(cited("a t"), "(Lund 1; 2)");
    assert_eq!(cited("a!"), "Lund");
    assert_eq!(cited("t a!"), "Lund");
}

#[test]
fn an_author_is_suppressed_and_nothing_else() {
    let layout = "<text macro=\"names\" suffix=\" \"/><text variable=\"title\"/>";
    let cited = |class: &str, cites: &str| {
        cited(&style(class, layout, "><layout>"), cites, CitationMode::SuppressAuthor)
    };
    assert_eq!(cited("in-text", "a t"), "(A; T)");
    assert_eq!(cited("in-text", "t"), "(T)");
    assert_eq!(cited("note", "a"), "(Lund A)");
}

#[test]
fn an_infix_is_printed_between_names_and_the_rest() {
    let layout = "<text macro=\"names\" suffix=\" \"/><text variable=\"note\"/>";
    let style = style("in-text", layout, "><layout>");
    let cited = |cites: &str, infix: &str| cited(&style, cites, CitationMode::Narrative(infix.to_owned()));
    assert_eq!(cited("a", ""), "Lund (1)");
    assert_eq!(cited("a", "’s"), "Lund’s (1)");
    assert_eq!(cited("a t", "shows"), "Lund shows (1; 2)");
}

#[test]
fn a_number_is_not_taken_for_an_author() {
    let style = style("in-text", "<text variable=\"citation-number\"/>", "><layout>");
    assert_eq!(cited(&style, "a t", CitationMode::Narrative(String::new())), "(1; 2)");
}
