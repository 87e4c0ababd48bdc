//! Records of the registries Crossref and DataCite: whether the item that is read has the record's fields.
//!
//! `works.jsonl` has a record a line, `{"source": {"agency": …}, "record": …}`, as the API delivered it. The expected
//! fields are taken from the raw record by rules of this module's own, independent of the reader: `works` and `dois` have
//! the fields of each registry, `shape` judges whether the item is CSL-JSON at all.

mod dois;
mod expect;
mod fold;
mod shape;
mod works;

use std::path::Path;

use citelet::Item;
use citelet::read::{self, ImportFormat};
use citelet::write;
use serde_json::Value;

use super::data;
use super::report::{Case, Report};
use xtask::{Outcome, guard};

/// One field of a record: what may come out, and what did.
struct Field {
    name: &'static str,
    permitted: Vec<String>,
    got: String,
}

/// Judges every record of `works.jsonl` in a folder.
pub fn run(dir: &Path) -> Outcome<Report> {
    guard::hush();
    let mut report = Report::new("crossref");
    let rows = rows(dir)?;
    let mut right = 0;
    for row in &rows {
        let cases = judge(row);
        right += usize::from(cases.iter().all(|case| case.pass));
        report.cases.extend(cases);
    }
    report.remarks = vec![format!("{right} of {} records are right in every field.", rows.len())];
    Ok(report)
}

/// The rows of `works.jsonl` in a folder, each with a record of a registry.
pub fn rows(dir: &Path) -> Outcome<Vec<Value>> {
    data::read_json_lines(&dir.join("works.jsonl"))
}

/// The DOI of a row's record.
pub fn name(row: &Value) -> String {
    let record = row["record"].get("attributes").unwrap_or(&row["record"]);
    let doi = ["DOI", "doi"].iter().find_map(|key| record[key].as_str());
    doi.unwrap_or("a record without a DOI").to_owned()
}

/// The cases of one record, one a field.
pub fn judge(row: &Value) -> Vec<Case> {
    let name = name(row);
    let record = row["record"].clone();
    let attributes = record.get("attributes").cloned();
    let datacite = attributes.is_some() || row["source"]["agency"] == "datacite";
    let format = if datacite { ImportFormat::Datacite } else { ImportFormat::Crossref };
    let item = match read_record(record.clone(), format) {
        Ok(item) => item,
        Err(why) => return vec![Case::failed(name, "unread", String::new(), why)],
    };
    let fields = if datacite {
        dois::datacite(attributes.as_ref().unwrap_or(&record), &item)
    } else {
        works::crossref(&record, &item)
    };
    let mut cases =
        vec![Case::equal(format!("{name} CSL-JSON"), "valid CSL-JSON", String::new(), shape::faults(&item))];
    for field in fields {
        let right = field.permitted.iter().find(|right| **right == field.got).or(field.permitted.first());
        let want = right.cloned().unwrap_or_default();
        cases.push(Case::equal(format!("{name} {}", field.name), field.name, want, field.got));
    }
    cases
}

/// The item of a record as the CSL-JSON file that is written of it.
fn read_record(record: Value, format: ImportFormat) -> Result<Value, String> {
    let items = guard::guarded(move || {
        let items: Vec<Item> =
            read::read_json(&record, format).into_iter().map(|reading| reading.item).collect();
        write::export(&items, write::ExportFormat::CslJson, false)
    })?;
    let items: Vec<Value> = serde_json::from_str(&items).map_err(|error| error.to_string())?;
    match <[Value; 1]>::try_from(items) {
        Ok([item]) => Ok(item),
        Err(items) => Err(format!("{} items came out", items.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn misses(record: &Value, item: &Value) -> Vec<&'static str> {
        let fields = match record.get("titles") {
            Some(_) => dois::datacite(record, item),
            None => works::crossref(record, item),
        };
        fields.iter().filter(|field| !field.permitted.contains(&field.got)).map(|field| field.name).collect()
    }

    /// Holds that an item is right, and that without any one of its fields, or with another value, it is not.
    fn check(record: &Value, item: &Value, forgiven: &[&str]) {
        assert_eq!(misses(record, item), [""; 0]);
        assert_eq!(shape::faults(item), "");
        for key in item.as_object().unwrap().keys().filter(|key| !forgiven.contains(&key.as_str())) {
            let mut wrong = item.clone();
            wrong[key] = Value::Null;
            assert!(!misses(record, &wrong).is_empty(), "without {key}");
        }
        let mut wrong = item.clone();
        wrong["author"][0]["family"] = "Other".into();
        assert!(!misses(record, &wrong).is_empty());
    }

    #[test]
    fn wrong_items_are_found_out() {
        let record = json!({
            "type": "proceedings-article", "DOI": "10.1/x", "title": ["One &amp; <i>two</i>"], "subtitle": ["Sub"],
            "author": [{"family": "van Loon", "given": "A.", "suffix": "Jr."}, {"name": "ACM"}],
            "editor": [{"family": "Roe", "given": "B."}], "container-title": ["Series", "Proc."], "volume": "1",
            "issue": "2", "page": "3-4", "issued": {"date-parts": [[2019]]}, "published-print": {"date-parts": [[2020, 1]]},
            "publisher": "P", "publisher-location": "Bern", "ISSN": ["1111-1111", "2222-2222"], "ISBN": ["978"],
            "event": {"name": "E", "location": "Rome", "start": {"date-parts": [[2019, 2, 3]]}},
        });
        let item = json!({
            "id": "x", "type": "paper-conference", "DOI": "10.1/X", "title": "One & two: Sub",
            "author": [{"family": "Loon", "non-dropping-particle": "van", "given": "A.", "suffix": "Jr."}, {"literal": "ACM"}],
            "editor": [{"family": "Roe", "given": "B."}], "container-title": "Proc.", "collection-title": "Series",
            "volume": "1", "issue": "2", "page": "3-4", "issued": {"date-parts": [[2020, 1]]}, "publisher": "P",
            "publisher-place": "Bern", "ISSN": "2222-2222", "ISBN": "978", "event-title": "E", "event-place": "Rome",
            "event-date": {"date-parts": [[2019, 2, 3]]},
        });
        check(&record, &item, &["id"]);
        let mut cut = item;
        cut["author"][0] = json!({"family": "A.", "given": "van Loon Jr."});
        assert_eq!(misses(&record, &cut), ["names"]);
    }

    #[test]
    fn wrong_items_of_data_are_found_out() {
        let record = json!({
            "doi": "10.5/x", "types": {"resourceTypeGeneral": "Text", "resourceType": "Thesis", "citeproc": "article-journal"},
            "titles": [{"title": "T"}, {"title": "S", "titleType": "Subtitle"}], "publisher": {"name": "Z"},
            "creators": [{"name": "Roe, A.; Poe, B."}, {"name": "X, Y", "nameType": "Organizational"}],
            "publicationYear": 2013, "dates": [{"date": "2013-04-03", "dateType": "Issued"}], "version": "2",
            "container": {"title": "C", "volume": "1", "issue": "2", "firstPage": "3", "lastPage": "4"},
            "identifiers": [{"identifier": "978", "identifierType": "ISBN"}],
        });
        let item = json!({
            "id": "x", "type": "thesis", "DOI": "10.5/x", "title": "T: S", "publisher": "Z", "version": "2",
            "author": [{"family": "Roe", "given": "A."}, {"family": "Poe", "given": "B."}, {"literal": "X, Y"}],
            "issued": {"date-parts": [[2013, 4, 3]]}, "collection-title": "C", "volume": "1", "issue": "2", "page": "3-4",
            "ISBN": "978",
        });
        check(&record, &item, &["id"]);
    }

    #[test]
    fn what_is_no_csl_json_is_found_out() {
        let right =
            json!({"id": "x", "type": "book", "issued": {"literal": "in press"}, "author": [{"given": "A"}]});
        assert_eq!(shape::faults(&right), "");
        for (key, value) in [
            ("type", json!("journal-article")),
            ("id", json!("")),
            ("container_title", json!("J")),
            ("volume", json!(3)),
            ("title", json!("")),
            ("author", json!([])),
            ("author", json!([{"given": "A", "ORCID": "0"}])),
            ("issued", json!({"date-parts": [[2020, 17]]})),
            ("issued", json!({"date-parts": [[null]]})),
            ("issued", json!("2020")),
        ] {
            let mut wrong = right.clone();
            wrong[key] = value;
            assert_ne!(shape::faults(&wrong), "", "{wrong}");
        }
    }
}
