//! The cases in `tests/cases/`.

use std::path::{Path, PathBuf};

use citelet::item::{Item, Repair, Warning, json};
use citelet::references;
use libtest_mimic::Trial;
use measure::references::fields;
use measure::score::data;
use measure::score::report::Case;
use xtask::{Outcome, project};

use crate::common::read_file;
use crate::harness::{Test, stem, suite};

/// The tests of all these cases.
pub(crate) fn all() -> Vec<Trial> {
    let mut tests = suite("made-pages", Ok(()), |()| made_pages());
    tests.extend(suite("references", Ok(()), |()| reference_cases()));
    tests
}

fn folder(name: &str) -> PathBuf {
    project::root().join("tests/cases").join(name)
}

/// Made pages: `NAME.html` beside `NAME.json`, which has under `csl` the record that is read from it and repaired, and in
/// lists of texts every repair and every warning.
fn made_pages() -> Outcome<Vec<Test>> {
    let files = project::files_in(&folder("pages"))?;
    let pages = files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "html"));
    Ok(pages.map(|page| Test::new(stem(&page), move || made_page(&page))).collect())
}

fn made_page(page: &Path) -> Outcome<Vec<Case>> {
    let expected = data::read_json(&page.with_extension("json"))?;
    let result = read_file(page);
    let want = json::read_item(&expected["csl"], &mut Vec::new()).ok_or("The case has no record.")?;
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
