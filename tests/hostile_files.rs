//! Files and records made to break the readers: nothing panics, hangs, or takes more memory than in proportion to its size.

mod common;
#[path = "common/growth.rs"]
mod growth;

use citelet::item::{Item, Value as Field};
use citelet::read::{ImportFormat, read_json, read_text};
use citelet::tidy::{self, Options};
use citelet::write;
use common::Random;
use growth::check_linear;
use serde_json::{Map, Value, json};

fn text(random: &mut Random, pieces: &[&str], most: usize) -> String {
    (0..random.below(most)).map(|_| random.pick(pieces)).collect()
}

/// Repairs every item and writes it in all formats.
fn use_up(mut items: Vec<Item>) {
    for item in &mut items {
        tidy::tidy(item, &Options::default());
        for (_, value) in item.fields() {
            assert!(!matches!(value, Field::Text(text) if text.is_empty()));
        }
    }
    for format in write::ExportFormat::ALL {
        let _ = write::export(&items, *format, true);
    }
    let text = write::export(&items, write::ExportFormat::CslJson, false);
    assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
}

fn items_of(text: &str, format: ImportFormat) -> Vec<Item> {
    read_text(text, format).into_iter().map(|reading| reading.item).collect()
}

const BIBTEX: &[&str] = &[
    "@",
    "@article{",
    "@book(",
    "@string{",
    "@comment{",
    "{",
    "}",
    "(",
    ")",
    "\"",
    "#",
    ",",
    "=",
    "\\",
    "$",
    "_",
    "^",
    "~",
    "\n",
    " ",
    "author",
    "title = ",
    "year=",
    "crossref={k}",
    "k,",
    "{\\'e}",
    "\\v{s}",
    "\\emph{",
    "{\\it ",
    " and ",
    "van",
    "Doe, J.",
    "1999",
    "--",
    "é",
    "日本",
    "\u{301}",
    "\\symbol{\"",
    "\\url{",
    "jan",
    "%",
    "`",
    "'",
    "<i>",
    "</i>",
    "&amp;",
];

#[test]
fn arbitrary_bibtex() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..2_000 {
        let text = text(&mut random, BIBTEX, 60);
        use_up(items_of(&text, ImportFormat::Bibtex));
        let entry = format!(
            "@article{{k, author = {{{text}}}, title = {{{text}}}, pages = {{{text}}}, year = {{{text}}}}}"
        );
        use_up(items_of(&entry, ImportFormat::Bibtex));
    }
}

const RIS: &[&str] = &[
    "TY  - JOUR\n",
    "TY  - ",
    "ER  - \n",
    "AU  - ",
    "TI  - ",
    "PY  - ",
    "DA  - ",
    "SP  - ",
    "EP  - ",
    "SN  - ",
    "\r\n",
    "\n",
    "\r",
    " ",
    "2001/02/03/x",
    "-",
    "é",
    "Doe, J.",
    ",",
    "12",
    "\u{feff}",
    "T2 - ",
    "KW  -",
    "日本",
    "0044/",
    "99999999999",
];

#[test]
fn arbitrary_ris() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..2_000 {
        use_up(items_of(&text(&mut random, RIS, 60), ImportFormat::Ris));
    }
}

/// Keys and words that the readers look for, so that what is made at random is looked at.
const KEYS: &[&str] = &[
    "type",
    "title",
    "subtitle",
    "author",
    "editor",
    "family",
    "given",
    "name",
    "suffix",
    "issued",
    "published-print",
    "date-parts",
    "page",
    "article-number",
    "ISSN",
    "issn-type",
    "value",
    "event",
    "start",
    "end",
    "container-title",
    "abstract",
    "message",
    "items",
    "data",
    "attributes",
    "types",
    "resourceTypeGeneral",
    "creators",
    "titles",
    "publisher",
    "dates",
    "date",
    "dateType",
    "container",
    "relatedItems",
    "descriptions",
    "project",
    "DOI",
    "doi",
    "resource",
    "primary",
];
const WORDS: &[&str] = &[
    "",
    " ",
    "journal-article",
    "Dataset",
    "Issued",
    "print",
    "2001-02-03",
    "0",
    "-1",
    "<i>x",
    "</jats:p>",
    "<mml:math>",
    "&lt;i&gt;",
    "van der Berg",
    "é",
    ";",
    ",",
    "10.1/x",
    "Personal",
    "1-2",
    "99999999999999999999",
];

fn value(random: &mut Random, depth: usize) -> Value {
    match random.below(if depth == 0 { 5 } else { 9 }) {
        0 => Value::Null,
        1 => json!(random.below(3000)),
        2 => json!(random.below(2) == 0),
        3 | 4 => json!(text(random, WORDS, 4)),
        5 | 6 => (0..random.below(4)).map(|_| value(random, depth - 1)).collect(),
        _ => {
            let fields =
                (0..random.below(12)).map(|_| (random.pick(KEYS).to_owned(), value(random, depth - 1)));
            Value::Object(fields.collect::<Map<String, Value>>())
        }
    }
}

#[test]
fn arbitrary_json() {
    let mut random = Random(0x0123_4567_89ab_cdef);
    for _ in 0..3_000 {
        let record = value(&mut random, 5);
        for format in [ImportFormat::Crossref, ImportFormat::Datacite, ImportFormat::CslJson] {
            use_up(read_json(&record, format).into_iter().map(|reading| reading.item).collect());
        }
    }
}

/// Checks that a file of 16 times the size takes no more than its share of memory.
fn check_file(what: &str, made: impl Fn(usize) -> String, format: ImportFormat) {
    let make = |size| (made(size), format);
    check_linear(what, [1 << 12, 1 << 16], make, |(text, format)| drop(read_text(text, *format)));
}

#[test]
fn bibtex_takes_linear_memory() {
    let repeated = |unit: &'static str| move |size: usize| unit.repeat(size / unit.len());
    for unit in [
        "@",
        "{",
        "}",
        "\"",
        "@a{",
        "@a{x,",
        "@a{x,t={",
        "\n@a{x,t={",
        "\n@a{x,t=\"",
        "@a{k,t={v}}\n",
        "@string{a=a#a}",
        "x=",
        "@comment{",
        "@comment{\n@a{",
        "\n@a{x,y=z z z",
        "\n@",
        "\n ",
        "\n@aaaa",
    ] {
        check_file(unit, repeated(unit), ImportFormat::Bibtex);
    }
    for unit in [
        "{",
        "}",
        "\\'",
        "\\v{",
        "{\\it ",
        "$^",
        " and ",
        "van ",
        "a,",
        "~",
        "\\symbol{\"",
        "--",
        "\\emph{{",
        "{A} b ",
    ] {
        for field in ["title", "author", "pages", "year", "month", "journal", "url", "note", "howpublished"] {
            let made =
                |size: usize| format!("@article{{k, {field} = \"{}\"}}", unit.repeat(size / unit.len()));
            check_file(&format!("{field} {unit}"), made, ImportFormat::Bibtex);
        }
    }
    check_file(
        "fields",
        |size| format!("@a{{k{}}}", (0..size / 8).map(|at| format!(",f{at}=1")).collect::<String>()),
        ImportFormat::Bibtex,
    );
    check_file(
        "doubling",
        |size| {
            (0..size / 32).map(|at| format!("@string{{m{}=m{at}#m{at}}}", at + 1)).collect::<String>()
                + "@a{k,title=m9#m99#m500}"
        },
        ImportFormat::Bibtex,
    );
    check_file(
        "parents",
        |size| {
            format!(
                "@book{{p, title = {{{}}}}}{}",
                "x".repeat(size / 2),
                "@inbook{c,crossref={p}}".repeat(size / 46)
            )
        },
        ImportFormat::Bibtex,
    );
}

#[test]
fn ris_takes_linear_memory() {
    for unit in [
        "TY  - JOUR\n",
        "AU  - Doe, J.\n",
        "KW  - a\n",
        "x\n",
        "ER  - \n",
        "\r",
        "SP  - 1\nEP  - 2\n",
        "A",
        "A4 ",
        "PY  - /\n",
        "T2  - x\nJA  - x\n",
    ] {
        check_file(
            unit,
            |size| "TY  - JOUR\n".to_owned() + &unit.repeat(size / unit.len()),
            ImportFormat::Ris,
        );
    }
}

#[test]
fn big_records_take_linear_memory() {
    let record = |size: usize| {
        let names: Vec<Value> = (0..size)
            .map(|at| json!({"family": format!("van N{at}"), "given": "A", "name": "N; M"}))
            .collect();
        let words = "<jats:p>word <i>x</i> &amp; ".repeat(size);
        json!({"type": "book-chapter", "title": [words], "subtitle": [words], "author": names, "abstract": words,
            "container-title": vec!["T"; size], "ISSN": vec!["1234-5679"; size], "page": "1-".repeat(size),
            "attributes": {"creators": names, "titles": vec![json!({"title": "T", "titleType": "Subtitle"}); size],
                "dates": vec![json!({"date": "2001", "dateType": "Issued"}); size], "subjects": (0..size).map(|at| json!({"subject": at})).collect::<Vec<_>>()}})
    };
    for format in [ImportFormat::Crossref, ImportFormat::Datacite] {
        let make = |size| (record(size), format);
        let read = |(record, format): &(Value, ImportFormat)| drop(read_json(record, *format));
        check_linear(&format!("{format:?}"), [250, 4_000], make, read);
    }
}
