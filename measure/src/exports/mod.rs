//! `cargo xtask test --bibtex`: every record of the shared sets is written as BibTeX, BibLaTeX and RIS, compiled by BibTeX
//! and biber, and read back by libraries of other programs.

mod compare;
mod compile;
mod parsers;
mod records;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use citelet::Item;
use citelet::write::{ExportFormat, export};

use self::compare::Format;
use self::records::Record;
use crate::score::data;
use crate::score::expected::Expected;
use crate::score::report::{Case, Report};
use xtask::{Outcome, project, run};

/// Runs the command; an error where a case differs from `tests/expected/exports.txt`.
pub fn command() -> Outcome<()> {
    let folder = project::root().join("target/exports");
    project::make_folder(&folder)?;
    let records = run::step("reading all records", || records::all(&data::root()))?;
    let mut report = Report::new("exports");
    compiled(&folder, &records, &mut report)?;
    read_back(&records, &mut report)?;
    project::write(&folder.join("report.jsonl"), report.json_lines())?;
    println!("{report}");
    let list = project::read_text(&project::root().join("tests/expected/exports.txt"))?;
    let expected = Expected::read(&list)?;
    let faults: Vec<String> = ["compile", "read"]
        .iter()
        .flat_map(|test| {
            let cases: Vec<Case> =
                report.cases.iter().filter(|case| case.name.starts_with(test)).cloned().collect();
            expected.disagreements(test, &cases)
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// The records of each set, in order.
fn by_set(records: &[Record]) -> BTreeMap<&str, Vec<&Record>> {
    let mut sets: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in records {
        sets.entry(record.set).or_default().push(record);
    }
    sets
}

/// The keys of a file's entries.
fn keys(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .filter(|line| line.starts_with('@'))
        .filter_map(|line| line.split_once('{').map(|parts| parts.1.trim_end_matches(',')))
}

/// Runs BibTeX and biber over each set: a case for each style and record, which fails with a message that is ours.
fn compiled(folder: &Path, records: &[Record], report: &mut Report) -> Outcome<()> {
    for (set, records) in by_set(records) {
        let items: Vec<Item> = records.iter().map(|record| record.item.clone()).collect();
        for (format, ascii, name) in [
            (ExportFormat::Bibtex, false, "bibtex"),
            (ExportFormat::Bibtex, true, "bibtex-ascii"),
            (ExportFormat::Biblatex, false, "biblatex"),
        ] {
            let text = export(&items, format, ascii);
            let file = format!("{set}-{name}");
            project::write(&folder.join(format!("{file}.bib")), &text)?;
            let by_key: HashMap<&str, &Record> = keys(&text).zip(records.iter().copied()).collect();
            let jobs: Vec<&str> =
                if format == ExportFormat::Biblatex { vec!["biber"] } else { compile::STYLES.to_vec() };
            for job in jobs {
                let what = format!("{job} {file}");
                let messages = run::step(&what, || match job {
                    "biber" => compile::biber(folder, &file),
                    style => compile::bibtex(folder, &file, style),
                })?;
                let group = format!("{job} {name}");
                judge(&group, &by_key, messages, report);
            }
        }
    }
    Ok(())
}

fn judge(group: &str, by_key: &HashMap<&str, &Record>, messages: Vec<compile::Message>, report: &mut Report) {
    let mut ours: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut others = 0;
    for message in messages {
        let record = by_key.get(message.key.as_str());
        match record.map(|record| compile::explained(&message, &record.item)) {
            Some(Some(_)) => others += 1,
            Some(None) => {
                let name = record.map_or("", |record| record.name.as_str());
                ours.entry(name).or_default().push(message.text);
            }
            None => ours.entry("").or_default().push(message.text),
        }
    }
    for record in by_key.values() {
        let name = format!("compile {group} {} {}", record.set, record.name);
        let faults = ours.remove(record.name.as_str()).unwrap_or_default().join("\n");
        report.cases.push(Case::equal(name, format!("compile {group}"), String::new(), faults));
    }
    for (_, faults) in ours {
        let set = by_key.values().next().map_or("", |record| record.set);
        let name = format!("compile {group} {set} {}", faults[0]);
        report.cases.push(Case::failed(name, format!("compile {group}"), String::new(), faults.join("\n")));
    }
    if others > 0 {
        report.remarks.push(format!("{group}: {others} warnings of fields that the records do not have"));
    }
}

/// Reads each record back with each library: a case for each of them.
fn read_back(records: &[Record], report: &mut Report) -> Outcome<()> {
    let mut requests = String::new();
    let name = |record: &Record| format!("{} {}", record.set, record.name);
    for record in records {
        let items = std::slice::from_ref(&record.item);
        let [bibtex, ris] =
            [ExportFormat::Bibtex, ExportFormat::Ris].map(|format| export(items, format, false));
        requests += &(records::request(&name(record), &bibtex, &ris).to_string() + "\n");
    }
    let answers = run::step("reading with other programs' parsers", || parsers::answers(&requests))?;
    let by_name: HashMap<String, &Record> = records.iter().map(|record| (name(record), record)).collect();
    for answer in answers {
        let Some(record) = by_name.get(&answer.name) else { continue };
        let format = if answer.parser.contains("ris") { Format::Ris } else { Format::Bibtex };
        let got = match answer.record {
            Ok(read) => compare::differences(&record.item, format, &read).join("\n"),
            Err(why) => format!("error: {why}"),
        };
        let group = format!("read {}", answer.parser);
        report.cases.push(Case::equal(format!("{group} {}", answer.name), group, String::new(), got));
    }
    Ok(())
}
