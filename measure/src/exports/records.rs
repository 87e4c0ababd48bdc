//! The records of all shared data sets, as they are exported.

use std::collections::HashSet;
use std::path::Path;

use citelet::Item;
use citelet::read::ImportFormat;
use citelet::tidy::Options;
use serde_json::{Value, json};

use crate::score::csl_suite::fixture::Fixture;
use crate::score::{crossref, csl_suite, data, manual_examples, ours};
use xtask::{Outcome, project};

/// A record with the name of its data set and its own.
pub(super) struct Record {
    pub(super) set: &'static str,
    pub(super) name: String,
    pub(super) item: Item,
}

/// The folders of pages.
const PAGES: [&str; 4] = ["pages", "real-pages", "real-pages-2", "wild"];

/// All records below a folder; of equal ones the first.
pub(super) fn all(root: &Path) -> Outcome<Vec<Record>> {
    let mut records = suite(root)?;
    for set in PAGES {
        for page in data::files_with_ending(&root.join(set), ".html")? {
            let text = String::from_utf8_lossy(&project::read(&page)?).into_owned();
            let name = project::name_of(&page);
            let item = citelet::read_page(&text, &Options::default()).item;
            records.push(Record { set, name: name.clone(), item });
            let cited = citelet::read_references(&text).into_iter().enumerate();
            let cited = cited.filter_map(|(at, reference)| Some((at, reference.item?)));
            records.extend(cited.map(|(at, item)| Record {
                set,
                name: format!("{name} reference {at}"),
                item,
            }));
        }
    }
    records.extend(files(&root.join("wild"))?);
    records.extend(registries(&root.join("crossref"))?);
    for row in manual_examples::read(&root.join("manual-examples"))? {
        if let Ok(item) = ours::read_item(row.item()) {
            records.push(Record { set: "manual-examples", name: row.id.clone(), item });
        }
    }
    let mut seen = HashSet::new();
    records.retain(|record| {
        let mut item = record.item.clone();
        item.id.clear();
        item.fields().next().is_some() && seen.insert(format!("{item:?}"))
    });
    Ok(records)
}

/// The records of the official suite's fixtures.
fn suite(root: &Path) -> Outcome<Vec<Record>> {
    let mut records = Vec::new();
    for file in csl_suite::fixtures(&root.join("csl-suite"))? {
        let name = project::name_of(&file).replace(".txt", "");
        let Ok(fixture) = Fixture::read(&name, &project::read_text(&file)?) else { continue };
        let items = fixture.input.iter().chain(&fixture.input2).enumerate();
        let items = items.filter_map(|(at, item)| Some((at, ours::read_item(item).ok()?)));
        records.extend(items.map(|(at, item)| Record {
            set: "csl-suite",
            name: format!("{name} {at}"),
            item,
        }));
    }
    Ok(records)
}

/// The records of BibTeX, RIS and CSL-JSON files.
fn files(folder: &Path) -> Outcome<Vec<Record>> {
    let mut records = Vec::new();
    for file in project::files_in(folder)? {
        let name = project::name_of(&file);
        let format = match name.rsplit('.').next() {
            _ if name.ends_with(".expected.json") => continue,
            Some("bib") => ImportFormat::Bibtex,
            Some("ris") => ImportFormat::Ris,
            Some("json") => ImportFormat::CslJson,
            _ => continue,
        };
        let text = project::read_text(&file)?;
        let results = citelet::read_records(&text, format, &Options::default());
        let results = results.map_err(|error| error.to_string())?.into_iter().enumerate();
        records.extend(results.map(|(at, result)| Record {
            set: "wild",
            name: format!("{name} {at}"),
            item: result.item,
        }));
    }
    Ok(records)
}

/// The registries' records, repaired.
fn registries(folder: &Path) -> Outcome<Vec<Record>> {
    let mut records = Vec::new();
    for row in crossref::rows(folder)? {
        let datacite = row["source"]["agency"] == "datacite";
        let format = if datacite { ImportFormat::Datacite } else { ImportFormat::Crossref };
        let text = row["record"].to_string();
        let results = citelet::read_records(&text, format, &Options::default());
        let results = results.map_err(|error| error.to_string())?;
        let name = crossref::name(&row);
        records.extend(results.into_iter().map(|result| Record {
            set: "crossref",
            name: name.clone(),
            item: result.item,
        }));
    }
    Ok(records)
}

/// What a parser is given: the name and the record in each format.
pub(super) fn request(name: &str, bibtex: &str, ris: &str) -> Value {
    json!({ "name": name, "bibtex": bibtex, "ris": ris })
}
