//! `cargo xtask test --bibtex`: every record of the shared sets is written as BibTeX, BibLaTeX and RIS, compiled by BibTeX
//! and biber, and read back by libraries of other programs.

mod compare;
mod compile;
mod parsers;
mod records;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use citelet::Item;
use citelet::vocabulary::Variable;
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

/// The keys of a file's entries.
fn keys(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .filter(|line| line.starts_with('@'))
        .filter_map(|line| line.split_once('{').map(|parts| parts.1.trim_end_matches(',')))
}

/// How many records of one first author and year are in a file: plainnat tells them apart with single letters.
const EQUAL_LABELS: usize = 20;

/// The records of each set in parts, none of which has too many with one label.
fn parts(records: &[Record]) -> Vec<(String, Vec<&Record>)> {
    let mut parts: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
    let mut labels: HashMap<String, usize> = HashMap::new();
    for record in records {
        let author = record.item.names(Variable::Author).first();
        let year = record.item.date(Variable::Issued).and_then(|date| date.start).map(|start| start.year);
        let family = author.map(|name| [name.family.as_str(), &name.literal].concat());
        let count = labels.entry(format!("{} {family:?} {year:?}", record.set)).or_default();
        let part = *count / EQUAL_LABELS;
        *count += 1;
        parts.entry(format!("{}-{part}", record.set)).or_default().push(record);
    }
    parts.into_iter().collect()
}

/// Runs BibTeX and biber over each set: a case for each style and record, which fails with a message that is ours.
fn compiled(folder: &Path, records: &[Record], report: &mut Report) -> Outcome<()> {
    let mut others = BTreeMap::new();
    for (part, records) in parts(records) {
        let items: Vec<Item> = records.iter().map(|record| record.item.clone()).collect();
        for (format, ascii, name) in [
            (ExportFormat::Bibtex, false, "bibtex"),
            (ExportFormat::Bibtex, true, "bibtex-ascii"),
            (ExportFormat::Biblatex, false, "biblatex"),
            (ExportFormat::Biblatex, true, "biblatex-ascii"),
        ] {
            let text = export(&items, format, ascii);
            let file = format!("{part}-{name}");
            project::write(&folder.join(format!("{file}.bib")), &text)?;
            let by_key: HashMap<&str, &Record> = keys(&text).zip(records.iter().copied()).collect();
            let jobs = if format == ExportFormat::Biblatex { &["biber"][..] } else { &compile::STYLES };
            for job in jobs {
                let messages = run::step(&format!("{job} {file}"), || match *job {
                    "biber" => compile::biber(folder, &file),
                    style => compile::bibtex(folder, &file, style),
                })?;
                report.cases.extend(judge(&format!("{job} {name}"), &by_key, messages, &mut others));
            }
        }
    }
    report.remarks =
        others.into_iter().map(|(what, count)| format!("{count:>6} warnings of {what}")).collect();
    Ok(())
}

/// Makes the cases of one file and style; `others` counts the messages that are not about how records are written.
fn judge(
    group: &str,
    by_key: &HashMap<&str, &Record>,
    messages: Vec<compile::Message>,
    others: &mut BTreeMap<String, usize>,
) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut ours: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for message in messages {
        let record = by_key.get(message.key.as_str());
        match record.map(|record| compile::explained(&message, &record.item)) {
            Some(Some(why)) => *others.entry(format!("{group}: {why}")).or_default() += 1,
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
        cases.push(Case::equal(name, format!("compile {group}"), String::new(), faults));
    }
    for (_, faults) in ours {
        let set = by_key.values().next().map_or("", |record| record.set);
        let name = format!("compile {group} {set} {}", faults[0]);
        cases.push(Case::failed(name, format!("compile {group}"), String::new(), faults.join("\n")));
    }
    cases
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
