//! Small inputs, each made after a public report or the custom of a platform, with what is right: `NAME.html`, `NAME.bib`,
//! `NAME.ris` or `NAME.json` beside `NAME.expected.json`.
//!
//! `expected` has fields of the record and `formatted` the bibliography entry as plain text, by style. A case is right
//! when all of them are. Cases that are `debatable` are not counted.

use std::path::Path;

use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::read::{ImportFormat, ReadResult};
use citelet::tidy::Options;
use serde_json::{Map, Value};

use super::data;
use super::report::{Case, Report};
use xtask::{Outcome, guard, project};

/// The ending of the file that says what is right.
const EXPECTED: &str = ".expected.json";

/// The styles, by their keys in `formatted`.
const STYLES: [(&str, &str); 4] = [
    ("apa", "apa"),
    ("mla", "modern-language-association"),
    ("cad", "chicago-author-date"),
    ("cn", "chicago-notes-bibliography"),
];

/// Judges a folder of cases.
///
/// # Errors
/// When the folder has no case, or a file in it is broken.
pub fn run(dir: &Path) -> Outcome<Report> {
    let mut report = Report::new("wild");
    let (mut debatable, mut right) = (0, 0);
    for name in names(dir)? {
        let case = judge(dir, &name)?;
        if is_debatable(dir, &name)? {
            debatable += 1;
            right += usize::from(case.pass);
        } else {
            report.cases.push(case);
        }
    }
    report
        .remarks
        .push(format!("{debatable} more are debatable and not counted; {right} of them come out as listed."));
    Ok(report)
}

/// The names of the cases in a folder.
///
/// # Errors
/// When there is none.
pub fn names(dir: &Path) -> Outcome<Vec<String>> {
    let files = data::files_with_ending(dir, EXPECTED)?;
    Ok(files.iter().map(|file| project::name_of(file).replace(EXPECTED, "")).collect())
}

/// Whether two answers to a case are defensible.
///
/// # Errors
/// When the file that says what is right is broken.
pub fn is_debatable(dir: &Path, name: &str) -> Outcome<bool> {
    Ok(data::read_json(&dir.join([name, EXPECTED].concat()))?["debatable"] == true)
}

/// Reads the input of a case as the widget does, and compares all that the case lists.
///
/// # Errors
/// When a file is broken.
pub fn judge(dir: &Path, name: &str) -> Outcome<Case> {
    let case = data::read_json(&dir.join([name, EXPECTED].concat()))?;
    let formats = [
        ("html", None),
        ("bib", Some(ImportFormat::Bibtex)),
        ("ris", Some(ImportFormat::Ris)),
        ("json", Some(ImportFormat::CslJson)),
    ];
    let files = formats.map(|(ending, format)| (dir.join(format!("{name}.{ending}")), format));
    let Some((file, format)) = files.into_iter().find(|(file, _)| file.is_file()) else {
        return Err(format!("There is no input beside the case {name}."));
    };
    judge_text(name, project::read_text(&file)?, format, &case)
}

/// Reads an input, a page where no format is given, and compares all that its case lists.
///
/// # Errors
/// When the four styles cannot be used.
pub fn judge_text(name: &str, text: String, format: Option<ImportFormat>, case: &Value) -> Outcome<Case> {
    let kind = case["kind"].as_str().unwrap_or("without a kind");
    let wanted = wanted(case);
    match read(text, format, &case["entry"]) {
        Ok(result) => {
            let found = found(&result, &wanted)?;
            Ok(compared(name, kind, &case["accept"], wanted, found))
        }
        Err(why) => Ok(Case::failed(name, kind, Value::Object(wanted).to_string(), why)),
    }
}

/// What the case lists, in one object.
fn wanted(case: &Value) -> Map<String, Value> {
    let parts = [&case["expected"], &case["formatted"]];
    parts
        .into_iter()
        .filter_map(Value::as_object)
        .flatten()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// Reads the input and repairs it with the defaults of the widget.
fn read(text: String, format: Option<ImportFormat>, entry: &Value) -> Result<ReadResult, String> {
    let entry = entry.as_str().map(str::to_owned);
    guard::hush();
    guard::guarded(move || {
        let Some(format) = format else { return Ok(citelet::read_page(&text, &Options::default())) };
        let results = citelet::read_records(&text, format, &Options::default());
        let mut results = results.map_err(|error| error.to_string())?.into_iter();
        let found = match entry {
            Some(key) => results.find(|result| result.item.id == key),
            None => results.next(),
        };
        found.ok_or_else(|| "no record was read".to_owned())
    })
    .and_then(|read| read)
}

/// What came out, for each of the keys.
fn found(result: &ReadResult, keys: &Map<String, Value>) -> Outcome<Map<String, Value>> {
    let record = serde_json::to_value(&result.item).map_err(|error| error.to_string())?;
    let engine = Engine::with_styles();
    let found = keys.iter().map(|(key, want)| {
        let value = match STYLES.iter().find(|(word, _)| word == key) {
            Some((_, style)) => Value::String(formatted(&engine, result, style)?),
            None => field(&record, key, want),
        };
        Ok((key.clone(), value))
    });
    found.collect()
}

fn formatted(engine: &Engine, result: &ReadResult, style: &str) -> Outcome<String> {
    let formatted = engine.format(&result.item, style, CitationForm::Reference, &FormatOptions::default());
    formatted.map(|formatted| formatted.text).map_err(|error| error.to_string())
}

/// A field of the record in the form of the case; where the case wants a part of a text and it is there, that part.
fn field(record: &Value, key: &str, want: &Value) -> Value {
    match key {
        "issued" => date(&record["issued"]),
        "*contains" => part_of(&unescaped(record), want),
        "*title-has" => part_of(&without_tags(record["title"].as_str().unwrap_or_default()), want),
        _ => record[key].clone(),
    }
}

/// All texts of a record, one a line.
fn unescaped(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(unescaped).collect::<Vec<_>>().join("\n"),
        Value::Object(object) => object.values().map(unescaped).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}

fn part_of(text: &str, want: &Value) -> Value {
    let is_there = want.as_str().is_some_and(|want| folded(text).contains(&folded(want)));
    if is_there { want.clone() } else { Value::String(text.to_owned()) }
}

/// A title without the tags of CSL-JSON's rich text.
fn without_tags(title: &str) -> String {
    ["i", "b", "sub", "sup", "sc"].iter().fold(title.to_owned(), |title, name| {
        title.replace(&format!("<{name}>"), "").replace(&format!("</{name}>"), "")
    })
}

/// A date as the cases write it: `2021-5-3`, a range with `/` between.
fn date(date: &Value) -> Value {
    let Some(parts) = date["date-parts"].as_array() else {
        return date.clone();
    };
    let point = |parts: &Value| {
        let parts = parts.as_array().into_iter().flatten();
        parts.map(|part| part.as_i64().unwrap_or_default().to_string()).collect::<Vec<_>>().join("-")
    };
    Value::String(parts.iter().map(point).collect::<Vec<_>>().join("/"))
}

fn compared(
    name: &str,
    kind: &str,
    accept: &Value,
    wanted: Map<String, Value>,
    found: Map<String, Value>,
) -> Case {
    let is_right = |key: &str, want: &Value| {
        let found = &found[key];
        let also = accept[key].as_array().into_iter().flatten();
        also.chain([want]).any(|right| same(right, found))
    };
    let wrong: Vec<String> =
        wanted.iter().filter(|(key, want)| !is_right(key, want)).map(|(key, _)| key.clone()).collect();
    let only = |values: &Map<String, Value>| {
        let values = values.iter().filter(|(key, _)| wrong.contains(key));
        values.map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join("\n")
    };
    Case {
        name: name.to_owned(),
        groups: vec![kind.to_owned()],
        pass: wrong.is_empty(),
        want: only(&wanted),
        got: only(&found),
        ..Case::default()
    }
}

/// Texts are the same after folding; objects when they have the same properties.
fn same(want: &Value, found: &Value) -> bool {
    match (want, found) {
        (Value::String(want), Value::String(found)) => folded(want) == folded(found),
        (Value::Array(want), Value::Array(found)) => {
            want.len() == found.len() && want.iter().zip(found).all(|(want, found)| same(want, found))
        }
        (Value::Object(want), Value::Object(found)) => {
            let at = |key: &String| found.get(key).unwrap_or(&Value::Null);
            want.len() == found.len() && want.iter().all(|(key, want)| same(want, at(key)))
        }
        (Value::Number(number), Value::String(text)) | (Value::String(text), Value::Number(number)) => {
            number.to_string() == *text
        }
        _ => want == found,
    }
}

/// White space to single spaces, and typographic apostrophes to plain ones.
fn folded(text: &str) -> String {
    text.replace('\u{2019}', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(expected: &Value, record: &Value) -> Case {
        let wanted = expected.as_object().cloned().unwrap_or_default();
        let values = wanted.iter().map(|(key, want)| (key.clone(), field(record, key, want)));
        let values = values.collect();
        compared("x", "k", &json!({"volume": ["5"]}), wanted, values)
    }

    #[test]
    fn a_case_is_right_when_all_it_lists_is() {
        let got = json!({"title": "It’s  <i>so</i>", "volume": "5", "issued": {"date-parts": [[2021, 5], [2021, 6]]},
            "author": [{"family": "Roe", "given": "A."}]});
        let all = json!({"title": "It's <i>so</i>", "volume": "4", "page": null, "issued": "2021-5/2021-6",
            "author": [{"family": "Roe", "given": "A."}], "*contains": "roe".replace('r', "R"), "*title-has": "It's so"});
        assert!(record(&all, &got).pass, "{:?}", record(&all, &got));
        for (key, wrong) in [
            ("type", json!("book")),
            ("title", json!("It's so")),
            ("issue", json!("1")),
            ("issued", json!("2021-5")),
            ("author", json!([{"family": "Roe"}])),
            ("*contains", json!("Doe")),
            ("*title-has", json!("<i>")),
        ] {
            let case = record(&json!({ key: wrong }), &got);
            assert!(!case.pass && case.want.starts_with(key), "{key}: {case:?}");
        }
        assert!(!record(&json!({"title": null}), &got).pass, "the title must be absent");
    }
}
