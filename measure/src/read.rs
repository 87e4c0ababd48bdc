//! `cargo xtask read PATH…`: the results of reading pages, as scripts get them from the engine: one JSON object a line, each with the
//! page's name, its record in CSL-JSON, the repairs and the warnings. The browser's test holds the real DOM to it.
//! `cargo xtask read --case PAGE`: the same in the form of a case of `tests/cases/pages/`.

use std::path::{Path, PathBuf};

use citelet::TidyOptions;
use citelet::item::{Item, Repair};
use citelet::read::ReadResult;
use citelet::write::{ExportFormat, export};
use serde_json::{Value, json};

use xtask::{Outcome, project};

/// Runs the command over files, and over all pages in folders.
pub fn command(paths: &[&str]) -> Outcome<()> {
    if let ["--case", page] = paths {
        println!("{:#}", case(&result(Path::new(page))?)?);
        return Ok(());
    }
    for path in paths {
        for page in pages(Path::new(path))? {
            println!("{}", line(&project::name_of(&page), &result(&page)?)?);
        }
    }
    Ok(())
}

/// What comes of one page.
fn result(page: &Path) -> Outcome<ReadResult> {
    let bytes = std::fs::read(page).map_err(|error| format!("{}: {error}", page.display()))?;
    Ok(citelet::read_page(&String::from_utf8_lossy(&bytes), &TidyOptions::default()))
}

fn pages(path: &Path) -> Outcome<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut pages: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    Ok(pages)
}

/// The record in CSL-JSON.
fn record(item: &Item) -> Outcome<Value> {
    let records = export(std::slice::from_ref(item), ExportFormat::CslJson, false);
    let mut records: Value =
        serde_json::from_str(&records).map_err(|error| format!("The record is no JSON: {error}."))?;
    Ok(records[0].take())
}

/// A case of `tests/cases/pages/`, which expects what was read.
fn case(reading: &ReadResult) -> Outcome<Value> {
    let mut item = record(&reading.item)?;
    item.as_object_mut().and_then(|fields| fields.shift_remove("id"));
    let repair = |repair: &Repair| {
        format!("{}: {} > {} ({})", repair.field, repair.from, repair.to, repair.rule.word())
    };
    Ok(json!({
        "csl": item,
        "repairs": reading.repairs.iter().map(repair).collect::<Vec<_>>(),
        "warnings": reading.warnings.iter().map(|warning| format!("{}: {}", warning.field, warning.message))
            .collect::<Vec<_>>(),
    }))
}

/// The line of one record: its name, the record, the repairs and the warnings.
///
/// # Errors
/// When the export is no JSON.
pub fn line(name: &str, reading: &ReadResult) -> Outcome<Value> {
    // The file gives every record a key of its own; a page gives none.
    let mut item = record(&reading.item)?;
    item["id"] = json!("");
    let repair = |repair: &Repair| {
        let mut line = json!({ "field": repair.field, "from": repair.from, "to": repair.to, "rule": repair.rule.word() });
        if !repair.evidence.is_empty() {
            line["evidence"] = json!(repair.evidence);
        }
        line
    };
    Ok(json!({
        "page": name,
        "item": item,
        "repairs": reading.repairs.iter().map(repair).collect::<Vec<_>>(),
        "warnings": reading.warnings.iter().map(|warning| json!({ "field": warning.field, "message": warning.message }))
            .collect::<Vec<_>>(),
    }))
}
