//! Records of CSL-JSON in every form that its schema allows (citation-style-language/schema, `csl-data.json`): each is one
//! record, and what it holds is read or named in a warning.

use citelet::Variable;
use citelet::item::json::read_items;
use citelet::read::{ImportFormat, read_json};
use serde_json::{Value, json};

/// Properties with strings.
#[rustfmt::skip]
const STRINGS: &[&str] = &[
    "language", "journalAbbreviation", "shortTitle", "abstract", "annote", "archive", "archive_collection", "archive_location",
    "archive-place", "authority", "call-number", "citation-label", "collection-title", "container-title",
    "container-title-short", "dimensions", "division", "DOI", "event", "event-title", "event-place", "genre", "ISBN", "ISSN",
    "jurisdiction", "keyword", "medium", "note", "original-publisher", "original-publisher-place", "original-title",
    "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale",
    "section", "source", "status", "title", "title-short", "URL", "version", "volume-title", "volume-title-short",
    "year-suffix", "translated-title", "ISAN", "ISMN", "citation-key",
];

/// Properties with strings or numbers.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue", "locator",
    "number", "number-of-pages", "number-of-volumes", "page", "page-first", "part-number", "printing-number",
    "supplement-number", "volume",
];

/// Properties with names.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director",
    "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator",
    "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer",
    "series-creator", "translator",
];

/// Properties with dates.
const DATES: &[&str] = &["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];

/// Whether a record with this property is one record, and the property is read or named in a warning.
fn check(property: &str, value: Value) {
    let mut record = json!({ "id": "a", "type": "book", "title": "Wells" });
    let is_empty = value.as_object().is_some_and(serde_json::Map::is_empty);
    record[property] = value;
    let mut warnings = Vec::new();
    let items = read_items(record.clone(), &mut warnings);
    let [item] = items.as_slice() else { panic!("{record} is {} records", items.len()) };
    assert_eq!(item.id, "a", "{record}");
    assert!(item.has(Variable::Title), "{record}");
    let warned = warnings.iter().any(|warning| warning.field == property);
    let read = item.fields().count() > 1 || property == "title";
    assert!(read || warned || is_empty, "{record}: lost without a word");
    // One record and one in a list are read alike.
    assert_eq!(read_items(json!([record]), &mut Vec::new()), items);
    assert_eq!(read_json(&record, ImportFormat::CslJson)[0].item, items[0]);
}

#[test]
fn every_property_of_the_schema_is_read() {
    for property in STRINGS.iter().chain(NUMBERS) {
        check(property, json!("12"));
    }
    for property in NUMBERS {
        check(property, json!(12));
    }
    for property in NAMES {
        check(
            property,
            json!([{ "family": "Berg", "given": "Ann", "suffix": "Jr.", "dropping-particle": "von", "non-dropping-particle": "van",
                "comma-suffix": 1, "static-ordering": "true", "parse-names": true }, { "literal": "Made Group" }]),
        );
    }
    for property in DATES {
        for date in [
            json!({ "date-parts": [[2020, 5, 1]] }),
            json!({ "date-parts": [["2020"], [2021, "6"]], "circa": "true", "season": 1 }),
            json!({ "literal": "soon" }),
            json!({ "raw": "May 2020" }),
            json!({ "edtf": "2020-05/2021" }),
            json!("2020-05"),
        ] {
            check(property, date);
        }
    }
}

#[test]
fn what_the_schema_gives_as_examples_is_one_record() {
    for custom in [
        json!({ "short_id": "xyz", "other-ids": ["alternative-id"] }),
        json!({ "metadata-double-checked": true }),
        // Whatever the caller keeps there.
        json!({ "type": "x" }),
        json!({ "type": "book", "title": "Another" }),
        json!({}),
    ] {
        check("custom", custom);
    }
    check("categories", json!(["a", "b"]));
    for id in [json!("a"), json!(1)] {
        let mut warnings = Vec::new();
        let record = json!({ "id": id, "type": "book", "custom": { "type": "x" } });
        assert_eq!(read_items(record, &mut warnings).len(), 1);
        assert!(warnings.iter().all(|warning| warning.field == "custom"), "{warnings:?}");
    }
}

#[test]
fn records_by_id_are_still_records() {
    let records =
        json!({ "a": { "type": "book", "title": "A" }, "custom": { "type": "book", "title": "B" } });
    let ids: Vec<String> = read_items(records, &mut Vec::new()).into_iter().map(|item| item.id).collect();
    assert_eq!(ids, ["a", "custom"]);
}
