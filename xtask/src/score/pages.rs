//! Article pages: what a perfect reader gets from each, field by field.

use std::path::Path;

use citelet::Item;
use serde_json::Value;

use super::report::{Case, Report};
use super::{data, fields, guard};
use crate::{Outcome, html, project};

/// Made pages, one per metadata convention: `NAME.html` beside `NAME.expected.json` with the record in `csl`.
pub fn run(dir: &Path) -> Outcome<Report> {
    let mut report = Report::new("pages");
    for file in data::files_with_ending(dir, ".expected.json")? {
        let name = project::name_of(&file).replace(".expected.json", "");
        let expected = data::read_json(&file)?;
        let cases = judge(&name, &dir.join(format!("{name}.html")), &expected["csl"], &Value::Null);
        report.cases.extend(cases);
    }
    report.remarks = remarks(&report);
    Ok(report)
}

/// Real pages cut to their metadata: `ID.html` beside `ID.json` with the record in `expected`.
pub fn run_real(dir: &Path) -> Outcome<Report> {
    let mut report = Report::new("real-pages");
    for file in data::files_with_ending(dir, ".json")? {
        let page = file.with_extension("html");
        if !page.is_file() {
            continue;
        }
        let name = project::name_of(&file).replace(".json", "");
        let row = data::read_json(&file)?;
        let mut cases = judge(&name, &page, &row["expected"], &row["accept"]);
        cases.iter_mut().for_each(|case| regroup(case, &row["body_only"]));
        report.cases.extend(cases);
    }
    report.remarks = remarks(&report);
    Ok(report)
}

fn judge(name: &str, page: &Path, expected: &Value, accept: &Value) -> Vec<Case> {
    guard::hush();
    let path = page.to_owned();
    let read = guard::guarded(move || read_page(&path)).and_then(|read| read);
    read.and_then(|item| fields::compare(name, expected, accept, &item))
        .unwrap_or_else(|why| vec![Case::failed(name, "unread", String::new(), why)])
}

/// Fields that stand only in the body, and those that count less, have rows of their own in the table.
fn regroup(case: &mut Case, body_only: &Value) {
    for group in &mut case.groups {
        if body_only.as_array().is_some_and(|fields| fields.iter().any(|field| field == group)) {
            group.push_str(" (body only)");
        } else if group == "publisher" || group == "URL" {
            group.push_str(" (secondary)");
        }
    }
}

/// How many pages are right in every field.
fn remarks(report: &Report) -> Vec<String> {
    let page = |case: &Case| case.name.split(' ').next().unwrap_or_default().to_owned();
    let mut pages: Vec<String> = report.cases.iter().map(page).collect();
    pages.dedup();
    let mut wrong: Vec<String> = report.cases.iter().filter(|case| !case.pass).map(page).collect();
    wrong.dedup();
    vec![format!("{} of {} pages are right in every field.", pages.len() - wrong.len(), pages.len())]
}

/// Reads and mends a page as the widget does.
fn read_page(page: &Path) -> Result<Item, String> {
    html::read_file(page).map(|reading| reading.item).map_err(|error| error.to_string())
}
