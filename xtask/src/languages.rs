//! `cargo xtask languages`: the columns of the table in `docs/languages.md` that `src/languages/` has.
//!
//! A row begins with the language's name and its tag in brackets. The columns for months, capitals and the page are
//! written by hand and stay as they are.

use std::path::PathBuf;

use citelet::languages::{Language, Languages};

use crate::{Outcome, project};

/// How many words a column shows.
const SHOWN: usize = 5;

/// Writes the table.
pub fn write() -> Outcome<()> {
    project::write(&file(), current()?)
}

/// The document with these columns as the files of the languages have them.
pub fn current() -> Outcome<String> {
    let text = project::read_text(&file())?;
    let named = |tag: &str| Languages::default().iter().find(|language| language.tag() == tag);
    let lines = text.lines().map(|line| match tag_of(line).and_then(named) {
        Some(language) => row(line, language),
        None => line.to_owned(),
    });
    Ok(lines.collect::<Vec<String>>().join("\n") + "\n")
}

/// The tag of the language whose row this is.
pub fn tag_of(line: &str) -> Option<&str> {
    let first = line.strip_prefix("| ")?.split(" | ").next()?;
    first.strip_suffix(')')?.rsplit_once(" (").map(|(_, tag)| tag)
}

/// The document.
pub fn file() -> PathBuf {
    project::root().join("docs/languages.md")
}

/// A row with its columns from a language's file.
fn row(line: &str, language: Language<'_>) -> String {
    let mut cells: Vec<String> =
        line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    let columns = [
        words(language, &["before", "after", "after-comma", "after-glued"], SHOWN),
        kinds(language, &["volume", "issue", "page"], 2),
        kinds(language, &["doctoral", "master", "bachelor"], 1),
        order(language).to_owned(),
    ];
    for (cell, column) in cells.iter_mut().skip(1).zip(columns) {
        *cell = column;
    }
    format!("| {} |", cells.join(" | "))
}

/// The first words of each of these lines.
fn kinds(language: Language<'_>, keys: &[&str], shown: usize) -> String {
    keys.iter().map(|key| words(language, &[key], shown)).collect::<Vec<_>>().join("; ")
}

/// The first words of some lines of a language's file, and how many more there are.
fn words(language: Language<'_>, keys: &[&str], shown: usize) -> String {
    let mut all: Vec<&str> = keys.iter().flat_map(|key| language.words(key)).collect();
    // Many words are listed with a dot and without.
    all.dedup_by_key(|word| word.trim_end_matches('.'));
    let first =
        all.iter().take(shown).map(|word| format!("`{}`", word.trim_end_matches('~').replace('_', " ")));
    let mut cell = first.collect::<Vec<_>>().join(" ");
    match all.len().saturating_sub(shown) {
        _ if all.is_empty() => cell.push('–'),
        0 => {}
        more if shown == SHOWN => cell.push_str(&format!(" and {more} more")),
        _ => {}
    }
    cell
}

/// The order of names in words.
fn order(language: Language<'_>) -> &'static str {
    match language.line("order") {
        "family" => "family name first",
        "either" => "both orders",
        "surname" => "family name first, where it is a known one",
        "script" => "family name first in its own script",
        _ => "family name last",
    }
}
