//! Article pages: what a perfect reader gets from each, field by field.

use std::path::Path;

use citelet::item::{Repair, Rule};
use citelet::read::ReadResult;
use citelet::tidy::Options;
use serde_json::Value;

use super::report::{Case, Report};
use super::{data, fields};
use xtask::{Outcome, guard, project};

/// Made pages, one per metadata convention: `NAME.html` beside `NAME.expected.json` with the record in `csl`, and the
/// repairs that lead to it in `repairs`.
pub fn run(dir: &Path) -> Outcome<Report> {
    let mut report = Report::new("pages");
    let mut told = Vec::new();
    for file in data::files_with_ending(dir, ".expected.json")? {
        let name = project::name_of(&file).replace(".expected.json", "");
        let expected = data::read_json(&file)?;
        let page = dir.join(format!("{name}.html"));
        match read(&page, Options::default()) {
            Ok(reading) => {
                report.cases.extend(judge(&name, Ok(&reading), &expected["csl"], &Value::Null));
                report.cases.extend(repairs(&name, &expected["repairs"], &reading.repairs));
            }
            Err(why) => report.cases.extend(judge(&name, Err(why), &expected["csl"], &Value::Null)),
        }
        told.extend(references(&name, &page, &expected["references"]));
    }
    report.remarks = remarks(&report);
    report.remarks.extend(told);
    Ok(report)
}

/// How many of a page's references are kept word for word, read and sure; whether the fields are right is for a person
/// to say (`cargo xtask references PAGE`).
fn references(name: &str, page: &Path, expected: &Value) -> Option<String> {
    let wanted = expected.as_array().filter(|wanted| !wanted.is_empty())?;
    let found = citelet::read_references(&std::fs::read_to_string(page).ok()?);
    let kept = wanted
        .iter()
        .filter(|raw| found.iter().any(|found| Some(found.raw.trim()) == raw.as_str().map(str::trim)));
    let read = found.iter().filter(|found| found.item.is_some()).count();
    let sure = found.iter().filter(|found| found.sure).count();
    let kept = kept.count();
    Some(format!(
        "{name}: of {} references {kept} are kept as they are, {read} read, {sure} sure.",
        wanted.len()
    ))
}

/// Real pages cut to their metadata: `ID.html` beside `ID.json` with the record in `expected`. Its title is what the page
/// itself says, so the rules that write titles as they should be are off.
pub fn run_real(dir: &Path) -> Outcome<Report> {
    let mut report = Report::new("real-pages");
    for file in data::files_with_ending(dir, ".json")? {
        let page = file.with_extension("html");
        if !page.is_file() {
            continue;
        }
        let name = project::name_of(&file).replace(".json", "");
        let row = data::read_json(&file)?;
        let options = Options::default().without_case().without(Rule::NumberRange);
        let reading = read(&page, options);
        let reading = reading.as_ref().map_err(Clone::clone);
        let mut cases = judge(&name, reading, &row["expected"], &row["accept"]);
        cases.iter_mut().for_each(|case| regroup(case, &row["body_only"]));
        report.cases.extend(cases);
    }
    report.remarks = remarks(&report);
    Ok(report)
}

fn judge(name: &str, reading: Result<&ReadResult, String>, expected: &Value, accept: &Value) -> Vec<Case> {
    reading
        .and_then(|reading| fields::compare(name, expected, accept, &reading.item))
        .unwrap_or_else(|why| vec![Case::failed(name, "unread", String::new(), why)])
}

/// Whether each repair that the list names was made: one of that rule in that field. What the list says of titles in
/// other languages, and of words that stay, is no repair of the record.
fn repairs(name: &str, listed: &Value, made: &[Repair]) -> Vec<Case> {
    let rows = listed.as_array().into_iter().flatten();
    let rows = rows.filter(|row| row["keep"].is_null());
    let told = rows.map(|row| [&row["field"], &row["rule"]].map(|part| part.as_str().unwrap_or_default()));
    let mut cases = Vec::new();
    for [field, rule] in told.filter(|row| !row[0].starts_with("alternates")) {
        let found = made.iter().find(|repair| repair.field.starts_with(field) && repair.rule.word() == rule);
        let found = found.map(|repair| repair.rule.word().to_owned()).unwrap_or_default();
        cases.push(Case::equal(format!("{name} repair {field} {rule}"), "repairs", rule.to_owned(), found));
    }
    cases
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

/// How many of the expected fields are right, and how many pages are so in every field.
fn remarks(report: &Report) -> Vec<String> {
    let expected =
        report.cases.iter().filter(|case| !case.groups.iter().any(|group| group == "not expected"));
    let (right, all) = expected.fold((0, 0), |(right, all), case| (right + usize::from(case.pass), all + 1));
    let page = |case: &Case| case.name.split(' ').next().unwrap_or_default().to_owned();
    let mut pages: Vec<String> = report.cases.iter().map(page).collect();
    pages.dedup();
    let mut wrong: Vec<String> = report.cases.iter().filter(|case| !case.pass).map(page).collect();
    wrong.dedup();
    let share = 100.0 * right as f64 / (all.max(1)) as f64;
    vec![
        format!("{right} of {all} expected fields are right, {share:.1} %; the others are not expected."),
        format!("{} of {} pages are right in every field.", pages.len() - wrong.len(), pages.len()),
    ]
}

/// Reads a page and mends what is allowed.
fn read(page: &Path, options: Options) -> Result<ReadResult, String> {
    guard::hush();
    let path = page.to_owned();
    guard::guarded(move || {
        let bytes = std::fs::read(&path).map_err(|error| error.to_string())?;
        Ok(citelet::read_page(&String::from_utf8_lossy(&bytes), &options))
    })
    .and_then(|read| read)
}
