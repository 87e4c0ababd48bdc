//! The cases in `tests/cases/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use citelet::item::{Item, Name, Repair, Value, Warning, json};
use citelet::references;
use libtest_mimic::Trial;
use measure::references::fields;
use measure::score::data;
use measure::score::report::Case;
use xtask::{Outcome, project};

use crate::common::read_file;
use crate::data_sets;
use crate::harness::{Test, stem, suite};

/// The tests of all these cases.
pub(crate) fn all() -> Vec<Trial> {
    let mut tests = suite("made-pages", Ok(()), |()| pages_of("pages", made_page));
    tests.extend(suite("languages", Ok(()), |()| pages_of("languages", page_of_a_language)));
    tests.extend(suite("references", Ok(()), |()| reference_cases()));
    // `KIND_NAME.txt` has above its sections why its result is right.
    tests.extend(data_sets::fixtures("csl", Ok(folder("csl"))));
    tests
}

fn folder(name: &str) -> PathBuf {
    project::root().join("tests/cases").join(name)
}

/// The pages of a folder, each judged by a function: `NAME.html` beside `NAME.json`.
fn pages_of(name: &str, judge: fn(&Path) -> Outcome<Vec<Case>>) -> Outcome<Vec<Test>> {
    let files = project::files_in(&folder(name))?;
    let pages = files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "html"));
    Ok(pages.map(|page| Test::new(stem(&page), move || judge(&page))).collect())
}

/// The record of a page's `NAME.json`, and that file.
fn expected_record(page: &Path) -> Outcome<(Item, serde_json::Value)> {
    let expected = data::read_json(&page.with_extension("json"))?;
    let want = json::read_item(&expected["csl"], &mut Vec::new()).ok_or("The case has no record.")?;
    Ok((want, expected))
}

/// A made page: its JSON file has under `csl` the record that is read from it and repaired, and in lists of texts every
/// repair and every warning.
fn made_page(page: &Path) -> Outcome<Vec<Case>> {
    let (want, expected) = expected_record(page)?;
    let result = read_file(page);
    let repair = |repair: &Repair| {
        format!("{}: {} > {} ({})", repair.field, repair.from, repair.to, repair.rule.word())
    };
    let warning = |warning: &Warning| format!("{}: {}", warning.field, warning.message);
    let repairs: Vec<String> = result.repairs.iter().map(repair).collect();
    let warnings: Vec<String> = result.warnings.iter().map(warning).collect();
    let listed = |key: &str| -> Vec<String> {
        let lines = expected[key].as_array().into_iter().flatten();
        lines.map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    };
    let case = |part: &str, want: Vec<String>, got: Vec<String>| {
        Case::equal(format!("{} {part}", stem(page)), part, want.join("\n"), got.join("\n"))
    };
    Ok(vec![
        case("record", fields_of(&want), fields_of(&result.item)),
        case("repairs", listed("repairs"), repairs),
        case("warnings", listed("warnings"), warnings),
    ])
}

/// A page of a journal in the language that its file is named by: its JSON file has under `csl` the right record. Each
/// field is a case, so is each author, and so is what should not be there.
fn page_of_a_language(page: &Path) -> Outcome<Vec<Case>> {
    let (want, _) = expected_record(page)?;
    let (want, got) = (named_fields(&want), named_fields(&read_file(page).item));
    let names: BTreeSet<&String> = want.keys().chain(got.keys()).collect();
    let text = |fields: &BTreeMap<String, String>, name| fields.get(name).cloned().unwrap_or_default();
    let case = |name| {
        Case::equal(format!("{} {name}", stem(page)), "languages", text(&want, name), text(&got, name))
    };
    Ok(names.into_iter().map(case).collect())
}

/// The fields of a record by their names, the type among them. The names of people are fields of their own, numbered
/// from 1.
fn named_fields(item: &Item) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::from([("type".to_owned(), item.item_type.word().to_owned())]);
    for (variable, value) in item.fields() {
        match value {
            Value::Names(names) => fields.extend(
                names.iter().zip(1..).map(|(name, n)| (format!("{} {n}", variable.word()), parts_of(name))),
            ),
            value => _ = fields.insert(variable.word().to_owned(), format!("{value:?}")),
        }
    }
    fields
}

/// The parts of a name that are not empty.
fn parts_of(name: &Name) -> String {
    let parts = [
        ("family", &name.family),
        ("given", &name.given),
        ("dropping-particle", &name.dropping_particle),
        ("non-dropping-particle", &name.non_dropping_particle),
        ("suffix", &name.suffix),
        ("literal", &name.literal),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
    parts.map(|(part, text)| format!("{part} {text:?}")).collect::<Vec<_>>().join(", ")
}

/// The type and the fields of a record, one a line, so that a difference can be read.
fn fields_of(item: &Item) -> Vec<String> {
    let fields = item.fields().map(|(variable, value)| format!("{}: {value:?}", variable.word()));
    std::iter::once(item.item_type.word().to_owned()).chain(fields).collect()
}

/// References as they are met in each style: `tests/cases/references/STYLE.txt` has one a line, below it, indented, the
/// record that is read from it. A question mark in front: the reader is unsure.
fn reference_cases() -> Outcome<Vec<Test>> {
    let mut tests = Vec::new();
    for file in project::files_in(&folder("references"))? {
        let text = project::read_text(&file)?;
        let mut line = 1;
        for block in text.split("\n\n") {
            let first = line + block.chars().take_while(|c| *c == '\n').count();
            line += block.matches('\n').count() + 2;
            if !block.trim().is_empty() {
                tests.push(reference_test(format!("{}:{first}", stem(&file)), block.trim())?);
            }
        }
    }
    Ok(tests)
}

/// Characters of a reference that are part of its test's name.
const SHOWN: usize = 50;

fn reference_test(place: String, block: &str) -> Outcome<Test> {
    let (raw, want) = block.split_once("\n    ").ok_or_else(|| format!("{place} has no record."))?;
    let (mark, raw) = raw.strip_prefix("? ").map_or(("", raw), |raw| ("? ", raw));
    let name = format!("{place} {}", raw.chars().take(SHOWN).collect::<String>());
    let (raw, want) = (raw.to_owned(), [mark, want].concat());
    Ok(Test::new(name.clone(), move || {
        let reference = references::parse(&raw);
        let mark = if reference.sure { "" } else { "? " };
        let got = reference.item.as_ref().map(fields).unwrap_or_default();
        let mut case = Case::equal(name, "references", want, [mark, &got].concat());
        case.pass &= reference.raw == raw;
        case.notes = vec![format!("{:?} {:?}", reference.raw, reference.warnings)];
        Ok(vec![case])
    }))
}
