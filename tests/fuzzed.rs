//! The fuzz targets of readers on random texts, and on the inputs that once broke them.

mod common;
#[path = "../fuzz/readers.rs"]
mod readers;

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
