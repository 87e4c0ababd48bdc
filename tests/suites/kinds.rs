//! Small inputs by the kind of what is wrong with them, each kind with traps: inputs that look alike and must stay.
//!
//! `tests/cases/kinds/KIND.json` has `cases` and `traps`. Each has a `name`, an input and what is right (`expected`,
//! `formatted`, `accept`, as in `measure::score::wild`). The input is `bib` or `ris` with lines of text, `record` with a CSL-JSON
//! record, or `page`: its `lang`, `title`, `tags` (names and contents) and `body`. A page whose tags have no title, author,
//! journal or date gets those of an article.

use std::path::PathBuf;

use citelet::read::ImportFormat;
use libtest_mimic::Trial;
use measure::score::{data, wild};
use serde_json::Value;
use xtask::Outcome;

use crate::harness::{Test, stem, suite};

/// A test for each case and trap, and one for each kind: it has at least as many traps as cases.
pub(crate) fn all() -> Vec<Trial> {
    let folder = PathBuf::from("tests/cases/kinds");
    suite("kinds", Ok(folder), |folder| {
        let mut tests = Vec::new();
        for file in data::files_with_ending(&folder, ".json")? {
            let kind = data::read_json(&file)?;
            tests.extend(tests_of(&stem(&file), &kind)?);
        }
        Ok(tests)
    })
}

fn tests_of(kind: &str, file: &Value) -> Outcome<Vec<Test>> {
    let list = |key: &str| file[key].as_array().cloned().unwrap_or_default();
    let (cases, traps) = (list("cases"), list("traps"));
    if cases.is_empty() || traps.len() < cases.len() {
        return Err(format!(
            "{kind} has {} cases and {} traps; it needs a trap a case.",
            cases.len(),
            traps.len()
        ));
    }
    let test = |case: Value| {
        let name = format!("{kind}::{}", case["name"].as_str().unwrap_or_default());
        Test::new(name.clone(), move || {
            let (text, format) = input(&case)?;
            Ok(vec![wild::judge_text(&name, text, format, &case)?])
        })
    };
    Ok(cases.into_iter().chain(traps).map(test).collect())
}

/// The text of an input, and its format where it is no page.
fn input(case: &Value) -> Outcome<(String, Option<ImportFormat>)> {
    for (key, format) in [("bib", ImportFormat::Bibtex), ("ris", ImportFormat::Ris)] {
        if let Some(lines) = case[key].as_array() {
            let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
            return Ok((lines.join("\n"), Some(format)));
        }
    }
    if case["record"].is_object() {
        return Ok((case["record"].to_string(), Some(ImportFormat::CslJson)));
    }
    let page = &case["page"];
    if !page.is_object() {
        return Err(format!("{} has no input.", case["name"]));
    }
    Ok((html(page), None))
}

/// The tags that a page has where it names no others.
const DEFAULTS: [(&str, &str); 4] = [
    ("citation_title", "Water in small towns"),
    ("citation_author", "Nina Orr"),
    ("citation_journal_title", "Marine Notes"),
    ("citation_publication_date", "2021/05/03"),
];

fn html(page: &Value) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let text = |value: &Value| escaped(value.as_str().unwrap_or_default());
    let mut tags = String::new();
    let listed = page["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    let missing =
        DEFAULTS.iter().filter(|(name, _)| page["bare"] != true && listed.iter().all(|tag| tag[0] != *name));
    for (name, content) in missing {
        tags.push_str(&format!("<meta name=\"{name}\" content=\"{content}\">\n"));
    }
    for tag in listed {
        tags.push_str(&format!("<meta name=\"{}\" content=\"{}\">\n", text(&tag[0]), text(&tag[1])));
    }
    let body = page["body"].as_str().unwrap_or_default();
    let lang = page["lang"].as_str().map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default();
    let title = page["title"].as_str().unwrap_or("Water in small towns");
    format!(
        "<!DOCTYPE html>\n<html{lang}>\n<head>\n<title>{title}</title>\n{tags}</head>\n<body>{body}</body>\n</html>\n"
    )
}
