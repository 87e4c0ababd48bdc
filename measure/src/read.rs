//! `cargo xtask read PATH…`: the results of reading pages, as scripts get them from the engine: one JSON object a line, each with the
//! page's name, its record in CSL-JSON, the repairs and the warnings. The browser's test holds the real DOM to it.

use std::path::{Path, PathBuf};

use citelet::TidyOptions;
use citelet::read::ReadResult;
use citelet::write::{ExportFormat, export};
use serde_json::{Value, json};

use xtask::{Outcome, project};

/// Runs the command over files, and over all pages in folders.
pub fn command(paths: &[&str]) -> Outcome<()> {
    for path in paths {
        for page in pages(Path::new(path))? {
            let bytes = std::fs::read(&page).map_err(|error| format!("{}: {error}", page.display()))?;
            let reading = citelet::read_page(&String::from_utf8_lossy(&bytes), &TidyOptions::default());
            println!("{}", line(&project::name_of(&page), &reading)?);
        }
    }
    Ok(())
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

/// The line of one record: its name, the record, the repairs and the warnings.
///
/// # Errors
/// When the export is no JSON.
pub fn line(name: &str, reading: &ReadResult) -> Outcome<Value> {
    let records = export(std::slice::from_ref(&reading.item), ExportFormat::CslJson, false);
    let mut records: Value = serde_json::from_str(&records).map_err(|error| format!("{name}: {error}"))?;
    // The file gives every record a key of its own; a page gives none.
    let mut item = records[0].take();
    item["id"] = json!("");
    let repair = |repair: &citelet::item::Repair| {
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
