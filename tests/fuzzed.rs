//! The fuzz targets of readers on random texts, and on the inputs that once broke them.

mod common;
#[path = "../fuzz/exercise.rs"]
#[allow(unreachable_pub)] // It is part of another crate too.
mod exercise;
#[path = "../fuzz/readers.rs"]
mod readers;

use std::fs;
use std::path::Path;

use citelet::csl::compile;
use citelet::read::ImportFormat;
use common::Random;

/// Pieces that mean something to some reader.
const PIECES: &[&str] = &[
    "a",
    "Berg",
    "Anna",
    "\n",
    "\n",
    " ",
    ", ",
    "; ",
    " and ",
    " & ",
    ". ",
    ":",
    "-",
    "–",
    "1",
    "12",
    "2021",
    "05",
    "/",
    "(",
    ")",
    "Vol. ",
    "No. ",
    "pp. ",
    "Dr. ",
    "Prof. ",
    "Jr.",
    "PhD",
    "van ",
    "de ",
    "МАЙ",
    "мая ",
    "Орлов",
    "И. ",
    "د. ",
    "王小明",
    "Nguyễn ",
    "İ",
    "ı",
    "ß",
    "ﬁ",
    "\u{307}",
    "\u{200c}",
    "\u{feff}",
    "٣",
    "<i>",
    "</i>",
    "<",
    ">",
    "&amp;",
    "&#x27;",
    "\"",
    "“",
    "”",
    "citation_title\t",
    "citation_author\t",
    "citation_date\t",
    "DC.creator\t",
    "dc.type\t",
    "thesis",
    "10.1000/a",
    "https://a.example/",
    "@article{k, ",
    "author = {",
    "title = {",
    "}",
    "\\'e",
    "$x$",
    "@string{",
    "TY  - JOUR",
    "AU  - ",
    "ER  - ",
    "{\"title\": \"",
    "\"}",
    "[",
    "THE ",
    "HISTORY ",
    "OF ",
    "WATER ",
    "US ",
    "DNA ",
    "III ",
    "Qur'an",
];

fn text(random: &mut Random) -> String {
    (0..random.below(60)).map(|_| random.pick(PIECES)).collect()
}

/// Runs a target on random texts.
fn check(target: impl Fn(&str)) {
    let mut random = Random(7);
    for _ in 0..150 {
        target(&text(&mut random));
    }
}

#[test]
fn pages_of_random_texts_are_read() {
    check(readers::page);
    check(readers::tags);
}

#[test]
fn random_names_are_split() {
    check(readers::names);
}

#[test]
fn random_dates_are_read() {
    check(readers::date);
}

#[test]
fn random_files_are_read() {
    check(|text| readers::file(text, ImportFormat::Bibtex));
    check(|text| readers::file(text, ImportFormat::Ris));
    check(|text| readers::file(text, ImportFormat::CslJson));
}

#[test]
fn random_references_are_read() {
    check(readers::references);
}

#[test]
fn random_titles_are_repaired() {
    check(readers::title);
}

/// Runs a target of `fuzz/` on an input.
fn replay(target: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match target {
        "bibtex" => readers::file(&text, ImportFormat::Bibtex),
        "csl-json" => readers::file(&text, ImportFormat::CslJson),
        "date" => readers::date(&text),
        "names" => readers::names(&text),
        "page" => readers::page(&text),
        "references" => readers::references(&text),
        "ris" => readers::file(&text, ImportFormat::Ris),
        "tags" => readers::tags(&text),
        "title" => readers::title(&text),
        "pack" => {
            let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return };
            let at = usize::from(u16::from_le_bytes(*length)).min(rest.len());
            exercise::exercise(&rest[..at], &mut exercise::Choices(&rest[at..]));
        }
        "style" => {
            if let Ok((style, _)) = compile::style(&text) {
                assert!(exercise::exercise(&style.to_bytes(), &mut exercise::Choices(bytes)));
            }
        }
        _ => panic!("there is no target {target}"),
    }
}

/// The seeds of the fuzz targets, and the inputs that once broke one (`cargo xtask fuzz` writes them).
#[test]
fn kept_inputs_break_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut count = 0;
    for folder in ["fuzz/seeds", "tests/cases/fuzzed"] {
        for target in entries(&root.join(folder)) {
            for input in entries(&target.path()) {
                replay(&target.file_name().to_string_lossy(), &fs::read(input.path()).expect("an input"));
                count += 1;
            }
        }
    }
    assert!(count >= 11, "only {count} inputs");
}
