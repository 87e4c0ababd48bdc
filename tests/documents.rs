//! Documents: citations added, changed, moved and removed, and what each change reports.

use citelet::{
    Citation, CitationMode, Cite, CitePart, Date, Document, Engine, FormatOptions, Formatted, Item, ItemType,
    Locator, Name, Variable,
};
use std::slice;

const AUTHOR_DATE: &str = "<style class=\"in-text\"><info><id>made</id></info>\
    <macro name=\"year\"><date variable=\"issued\"><date-part name=\"year\"/></date></macro>\
    <citation disambiguate-add-year-suffix=\"true\"><layout prefix=\"(\" suffix=\")\" delimiter=\"; \">\
    <group delimiter=\", \"><names variable=\"author\"/><text macro=\"year\"/><text variable=\"locator\"/></group>\
    </layout></citation>\
    <bibliography><sort><key variable=\"title\"/></sort><layout><names variable=\"author\"/>\
    <text macro=\"year\" prefix=\" \"/><text variable=\"title\" prefix=\" \"/></layout></bibliography></style>";

const NOTES: &str = "<style class=\"note\"><info><id>made</id></info><citation><layout>\
    <choose><if position=\"ibid\"><text value=\"ibid\"/></if>\
    <else-if position=\"subsequent\"><text variable=\"title\"/><text variable=\"first-reference-note-number\" \
    prefix=\" (n. \" suffix=\")\"/></else-if>\
    <else><names variable=\"author\" suffix=\", \"/><text variable=\"title\"/></else></choose>\
    </layout></citation></style>";

fn item(id: &str, title: &str) -> Item {
    let mut item = Item::new(id, ItemType::Book);
    item.set(Variable::Author, vec![Name::person("Lund", "Per")]);
    item.set(Variable::Issued, Date::year(2001));
    item.set(Variable::Title, title);
    item
}

/// A document in a style, with the records a, b and c.
fn document(csl: &str) -> Document {
    let mut engine = Engine::new();
    engine.add_style(csl).unwrap();
    let mut document = engine.document("made", &FormatOptions::default()).unwrap();
    assert_eq!(document.add_items([item("a", "A"), item("b", "B"), item("c", "C")]), []);
    document
}

/// A citation with an id of one record, in a note or, with 0, in the text.
fn citation(id: &str, record: &str, note: u32) -> Citation {
    Citation { id: id.to_owned(), cites: vec![Cite::of(record)], note, ..Citation::default() }
}

fn texts(formatted: &[(String, Formatted)]) -> Vec<(&str, &str)> {
    formatted.iter().map(|(id, formatted)| (id.as_str(), formatted.text.as_str())).collect()
}

#[test]
fn a_second_work_of_a_year_changes_the_first_citation() {
    let mut document = document(AUTHOR_DATE);
    let update = document.cite(citation("1", "b", 0), None).unwrap();
    assert_eq!((update.id.as_str(), texts(&update.changed)), ("1", vec![("1", "(Per Lund, 2001)")]));
    let update = document.cite(citation("2", "a", 0), None).unwrap();
    assert_eq!(texts(&update.changed), [("1", "(Per Lund, 2001b)"), ("2", "(Per Lund, 2001a)")]);
    assert_eq!(
        texts(&document.bibliography()),
        [("a", "Per Lund 2001a A"), ("b", "Per Lund 2001b B")],
        "only what is cited, in the style's order"
    );
    assert_eq!(texts(&document.remove("2").unwrap()), [("1", "(Per Lund, 2001)")]);
    assert_eq!(texts(&document.bibliography()), [("b", "Per Lund 2001 B")]);
}

#[test]
fn positions_follow_the_order_of_the_citations() {
    let mut document = document(NOTES);
    document.cite(citation("1", "a", 1), None).unwrap();
    let update = document.cite(citation("2", "a", 2), None).unwrap();
    assert_eq!(texts(&update.changed), [("2", "ibid")]);
    // The new citation comes between the two.
    let update = document.cite(citation("x", "b", 2), Some("2")).unwrap();
    assert_eq!(texts(&update.changed), [("x", "Per Lund, B"), ("2", "A (n. 1)")]);
    // A note is inserted before all others, and their numbers change.
    let all = [("new", "a", 1), ("1", "a", 2), ("x", "b", 3), ("2", "a", 4)];
    let all = all.map(|(id, record, note)| citation(id, record, note));
    let changed = document.set_citations(all.to_vec()).unwrap();
    assert_eq!(texts(&changed), [("new", "Per Lund, A"), ("1", "ibid"), ("2", "A (n. 1)")]);
    assert_eq!(document.bibliography(), [], "the style has none");
}

#[test]
fn a_citation_is_replaced_or_moved_by_its_id() {
    let mut document = document(AUTHOR_DATE);
    for (id, record) in [("1", "a"), ("2", "b"), ("3", "c")] {
        document.cite(citation(id, record, 0), None).unwrap();
    }
    let order = |document: &Document| {
        document.citations().into_iter().map(|(id, _)| id).collect::<Vec<String>>().concat()
    };
    document.cite(citation("2", "a", 0), None).unwrap();
    assert_eq!(order(&document), "123", "without a new place it stays");
    document.cite(citation("1", "a", 0), Some("3")).unwrap();
    assert_eq!(order(&document), "213");
    document.cite(citation("3", "c", 0), Some("2")).unwrap();
    assert_eq!(order(&document), "321");
    let update = document.cite(citation("3", "c", 0), Some("3")).unwrap();
    assert_eq!(order(&document), "321");
    assert_eq!(update.changed.len(), 1, "the citation itself is reported though it did not change");
}

#[test]
fn a_citation_without_an_id_is_given_one() {
    let mut document = document(AUTHOR_DATE);
    document.cite(citation("citation-1", "a", 0), None).unwrap();
    let ids = [(); 2].map(|()| document.cite(citation("", "b", 0), None).unwrap().id);
    assert_eq!(ids, ["citation-2", "citation-3"]);
    assert_eq!(document.citations().len(), 3);
}

#[test]
fn parts_of_citations_are_printed() {
    let mut document = document(AUTHOR_DATE);
    let located = Cite { locator: Some((Locator::Page, "7-8".to_owned())), ..Cite::of("a") };
    let suppressed = Cite { part: CitePart::SuppressAuthor, ..located.clone() };
    let affixed = Cite { prefix: "see ".to_owned(), suffix: ", passim".to_owned(), ..Cite::of("a") };
    let mut check = |cites: &[Cite], mode: CitationMode, expected: &str| {
        let citation = Citation { cites: cites.to_vec(), mode, ..Citation::default() };
        let update = document.cite(citation, None).unwrap();
        assert_eq!(update.changed[0].1.text, expected);
        document.remove(&update.id).unwrap();
    };
    check(slice::from_ref(&located), CitationMode::Full, "(Per Lund, 2001, 7–8)");
    check(&[suppressed], CitationMode::Full, "(2001, 7–8)");
    check(&[affixed], CitationMode::Full, "(see Per Lund, 2001, passim)");
    check(slice::from_ref(&located), CitationMode::Narrative(String::new()), "Per Lund (2001, 7–8)");
    check(&[located], CitationMode::AuthorOnly, "Per Lund");
}

#[test]
fn a_corrected_record_changes_its_citations() {
    let mut document = document(AUTHOR_DATE);
    document.cite(citation("1", "a", 0), None).unwrap();
    let mut corrected = item("a", "A");
    corrected.set(Variable::Issued, Date::year(1999));
    assert_eq!(texts(&document.add_items([corrected])), [("1", "(Per Lund, 1999)")]);
    assert_eq!(document.add_items([item("b", "B, second edition")]), [], "a record that is not cited");
}

#[test]
fn every_citation_has_an_id_of_its_own() {
    let mut document = document(AUTHOR_DATE);
    let cite = |id: &str| Citation { id: id.to_owned(), cites: vec![Cite::of("a")], ..Citation::default() };
    let ids = document.set_citations(vec![cite("x"), cite("x"), cite(""), cite("citation-1")]).unwrap();
    let ids: Vec<&str> = ids.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["x", "citation-2", "citation-3", "citation-1"]);
}

#[test]
fn what_the_document_lacks_is_named_and_nothing_changes() {
    let mut document = document(AUTHOR_DATE);
    document.cite(citation("1", "a", 0), None).unwrap();
    let message = |error: citelet::Error| error.to_string();
    let error = document.cite(citation("2", "z", 0), None).unwrap_err();
    assert_eq!(error.code(), "unknown-record");
    assert_eq!(message(error), "The document has no record “z”: add it before it is cited.");
    let none = "The document has no citation “9”.";
    assert_eq!(message(document.cite(citation("1", "b", 0), Some("9")).unwrap_err()), none);
    assert_eq!(message(document.remove("9").unwrap_err()), none);
    assert!(document.set_citations(vec![citation("3", "z", 0)]).is_err());
    assert_eq!(texts(&document.citations()), [("1", "(Per Lund, 2001)")]);
    assert!(Engine::new().document("made", &FormatOptions::default()).is_err());
}
