//! Records of the registries Crossref and DataCite: is the item that is read what the record says?
//!
//! `works.jsonl` has a record a line, `{"source": {"agency": …}, "record": …}`, as the API delivered it. What must come
//! out is taken from the raw record here, by rules of its own, and nothing of the reader is asked: `expect` says what
//! each field of the record wants, `shape` whether the item is CSL-JSON at all.

mod expect;
mod fold;
mod shape;

use std::path::Path;

use citelet::Item;
use citelet::read::{self, Format};
use citelet::write;
use serde_json::Value;

use super::report::{Case, Report};
use super::{data, guard};
use crate::Outcome;

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
    let rows = data::read_json_lines(&dir.join("works.jsonl"))?;
    for row in &rows {
        report.cases.extend(judge(row));
    }
    let name = |case: &Case| case.name.split(' ').next().unwrap_or_default().to_owned();
    let mut wrong: Vec<String> = report.cases.iter().filter(|case| !case.pass).map(name).collect();
    wrong.dedup();
    report.remarks =
        vec![format!("{} of {} records are right in every field.", rows.len() - wrong.len(), rows.len())];
    Ok(report)
}

/// The cases of one record, one a field.
fn judge(row: &Value) -> Vec<Case> {
    let record = row["record"].clone();
    let attributes = record.get("attributes").cloned();
    let named = ["DOI", "doi"].iter().find_map(|key| attributes.as_ref().unwrap_or(&record)[key].as_str());
    let name = named.unwrap_or("a record without a DOI").to_owned();
    let datacite = attributes.is_some() || row["source"]["agency"] == "datacite";
    let format = if datacite { Format::Datacite } else { Format::Crossref };
    let item = match read_record(record.clone(), format) {
        Ok(item) => item,
        Err(why) => return vec![Case::failed(name, "unread", String::new(), why)],
    };
    let fields = if datacite {
        expect::datacite(attributes.as_ref().unwrap_or(&record), &item)
    } else {
        expect::crossref(&record, &item)
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
fn read_record(record: Value, format: Format) -> Result<Value, String> {
    let items = guard::guarded(move || {
        let items: Vec<Item> =
            read::read_json(&record, format).into_iter().map(|reading| reading.item).collect();
        write::export(&items, write::Format::CslJson, false)
    })?;
    let items: Vec<Value> = serde_json::from_str(&items).map_err(|error| error.to_string())?;
    match <[Value; 1]>::try_from(items) {
        Ok([item]) => Ok(item),
        Err(items) => Err(format!("{} items came out", items.len())),
    }
}
