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
    let mut on_references = Vec::new();
    for name in made(dir)? {
        report.cases.extend(judge_made(dir, &name)?);
        on_references.extend(references(dir, &name)?);
    }
    report.remarks = remarks(&report);
    report.remarks.extend(on_references);
    Ok(report)
}

/// The names of the made pages in a folder.
pub fn made(dir: &Path) -> Outcome<Vec<String>> {
    let files = data::files_with_ending(dir, MADE)?;
    Ok(files.iter().map(|file| project::name_of(file).replace(MADE, "")).collect())
}

/// The ending of the expected record of a made page.
const MADE: &str = ".expected.json";

/// The cases of a made page: one a field, one a repair.
pub fn judge_made(dir: &Path, name: &str) -> Outcome<Vec<Case>> {
    let expected = data::read_json(&dir.join([name, MADE].concat()))?;
    let page = dir.join(format!("{name}.html"));
    match read(&page, Options::default()) {
        Ok(result) => {
            let mut cases = judge(name, Ok(&result), &expected["csl"], &Value::Null);
            cases.extend(repairs(name, &expected["repairs"], &result.repairs));
            Ok(cases)
        }
        Err(why) => Ok(judge(name, Err(why), &expected["csl"], &Value::Null)),
    }
}

/// How many of a page's references are kept word for word, read and sure. Whether the fields are right takes a person to
/// judge (`cargo xtask references PAGE`).
fn references(dir: &Path, name: &str) -> Outcome<Option<String>> {
    let expected = data::read_json(&dir.join([name, MADE].concat()))?;
    let Some(wanted) = expected["references"].as_array().filter(|wanted| !wanted.is_empty()) else {
        return Ok(None);
    };
    let found = citelet::read_references(&project::read_text(&dir.join(format!("{name}.html")))?);
    let kept = wanted
        .iter()
        .filter(|raw| found.iter().any(|found| Some(found.raw.trim()) == raw.as_str().map(str::trim)));
    let read = found.iter().filter(|found| found.item.is_some()).count();
    let sure = found.iter().filter(|found| found.sure).count();
    let kept = kept.count();
    Ok(Some(format!(
        "{name}: of {} references {kept} are kept as they are, {read} read, {sure} sure.",
        wanted.len()
    )))
}

/// Real pages cut to their metadata: `ID.html` beside `ID.json` with the record in `expected`.
pub fn run_real(dir: &Path) -> Outcome<Report> {
    let mut report = Report::new("real-pages");
    for name in real(dir)? {
        report.cases.extend(judge_real(dir, &name)?);
    }
    report.remarks = remarks(&report);
    Ok(report)
}

/// The names of the real pages in a folder.
pub fn real(dir: &Path) -> Outcome<Vec<String>> {
    let mut files = data::files_with_ending(dir, ".json")?;
    files.retain(|file| file.with_extension("html").is_file());
    Ok(files.iter().map(|file| project::name_of(file).replace(".json", "")).collect())
}

/// The cases of a real page, one a field. The expected title is what the page itself has, so the rules that correct
/// titles are off.
pub fn judge_real(dir: &Path, name: &str) -> Outcome<Vec<Case>> {
    let row = data::read_json(&dir.join(format!("{name}.json")))?;
    let options = Options::default().without_case().without(Rule::NumberRange);
    let result = read(&dir.join(format!("{name}.html")), options);
    let result = result.as_ref().map_err(Clone::clone);
    let mut cases = judge(name, result, &row["expected"], &row["accept"]);
    cases.iter_mut().for_each(|case| regroup(case, &row["body_only"]));
    Ok(cases)
}

fn judge(name: &str, result: Result<&ReadResult, String>, expected: &Value, accept: &Value) -> Vec<Case> {
    result
        .and_then(|result| fields::compare(name, expected, accept, &result.item))
        .unwrap_or_else(|why| vec![Case::failed(name, "unread", String::new(), why)])
}

/// Whether each listed repair was made: one of that rule in that field. Rows about titles in other languages, and about
/// words that stay, are no repairs of the record.
fn repairs(name: &str, listed: &Value, made: &[Repair]) -> Vec<Case> {
    let rows = listed.as_array().into_iter().flatten();
    let rows = rows.filter(|row| row["keep"].is_null());
    let rows = rows.map(|row| [&row["field"], &row["rule"]].map(|part| part.as_str().unwrap_or_default()));
    let mut cases = Vec::new();
    for [field, rule] in rows.filter(|row| !row[0].starts_with("alternates")) {
        let found = made.iter().find(|repair| repair.field.starts_with(field) && repair.rule.word() == rule);
        let found = found.map(|repair| repair.rule.word().to_owned()).unwrap_or_default();
        cases.push(Case::equal(format!("{name} repair {field} {rule}"), "repairs", rule.to_owned(), found));
    }
    cases
}

/// Fields that only the body of a page has, and those that count less, get rows of their own in the table.
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
    let expected = report.cases.iter().filter(|case| case.is_expected());
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

/// Reads a page and makes the repairs that the options allow.
fn read(page: &Path, options: Options) -> Result<ReadResult, String> {
    guard::hush();
    let path = page.to_owned();
    guard::guarded(move || {
        let bytes = std::fs::read(&path).map_err(|error| error.to_string())?;
        Ok(citelet::read_page(&String::from_utf8_lossy(&bytes), &options))
    })
    .and_then(|read| read)
}
