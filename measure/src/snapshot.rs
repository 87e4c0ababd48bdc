//! `cargo xtask snapshot`: every output of the product over the shared data sets in one file, and the comparison of two
//! such files. A change that should keep behaviour is checked by comparing the files made before and after it.
//!
//! The file has one JSON object a line: the set, the case's name, the output.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use citelet::Item;
use citelet::engine::{Engine, FormatOptions};
use citelet::read::{ImportFormat, read_json, read_text};
use citelet::tidy;
use citelet::write;
use serde_json::{Value, json};

use crate::score::{
    case_restoration, crossref, csl_suite, data, differential, manual_examples, pages, report::Report,
    request::Output,
};
use crate::{read, references};
use xtask::styles::{DEFAULT_STYLES, Library};
use xtask::{Outcome, guard, project, run};

/// How to call it.
pub const USAGE: &str = "\
cargo xtask snapshot FILE              write every output over the shared data sets
cargo xtask snapshot --compare OLD NEW print the outputs that differ";

/// How many differing cases of a set are printed in full.
const SHOWN: usize = 40;

/// Runs the command with the words after `snapshot`.
pub fn command(arguments: &[&str]) -> Outcome<()> {
    match arguments {
        ["--compare", old, new] => compare(Path::new(old), Path::new(new)),
        [file] if !file.starts_with('-') => project::write(Path::new(file), snapshot(&data::root())?),
        _ => Err(USAGE.to_owned()),
    }
}

/// All outputs over the data sets below a folder.
fn snapshot(root: &Path) -> Outcome<String> {
    let mut out = String::new();
    let at = |name: &str| root.join(name);
    push_report(&mut out, "csl-suite", csl_suite::run(&at("csl-suite"))?);
    push_report(&mut out, "manual-examples", manual_examples::run(&at("manual-examples"))?);
    push_report(&mut out, "pages", pages::run(&at("pages"))?);
    push_report(&mut out, "real-pages", pages::run_real(&at("real-pages"))?);
    push_report(&mut out, "real-pages-2", pages::run_real(&at("real-pages-2"))?);
    push_report(&mut out, "crossref", crossref::run(&at("crossref"))?);
    push_report(&mut out, "case-restoration", case_restoration::run(&at("case-restoration"))?);
    push_differential(&mut out, "differential", differential::ours(root, None)?);
    push_differential(&mut out, "differential sixty", differential::ours(root, Some("sixty"))?);
    run::step("reading pages", || push_pages(&mut out, root))?;
    run::step("reading files", || push_files(&mut out, &at("wild")))?;
    Ok(out)
}

fn push(out: &mut String, set: &str, name: &str, output: &Value) {
    let _ = writeln!(out, "{}", json!({ "set": set, "name": name, "output": output }));
}

fn push_report(out: &mut String, set: &str, report: Report) {
    for case in report.cases {
        let output = if case.got.is_empty() { case.notes.join("\n") } else { case.got };
        push(out, set, &case.name, &json!({ "pass": case.pass, "got": output }));
    }
}

fn push_differential(out: &mut String, set: &str, outputs: Vec<(String, Output)>) {
    for (name, output) in outputs {
        push(out, set, &name, &json!(output.unwrap_or_else(|fault| fault)));
    }
}

/// Every page below the folder: its record with repairs and warnings, and the works it cites.
fn push_pages(out: &mut String, root: &Path) -> Outcome<()> {
    for folder in ["pages", "real-pages", "real-pages-2", "wild"] {
        for page in data::files_with_ending(&root.join(folder), ".html")? {
            let name = project::name_of(&page);
            let text = String::from_utf8_lossy(&project::read(&page)?).into_owned();
            push(
                out,
                "read",
                &name,
                &read::line(&name, &citelet::read_page(&text, &tidy::Options::default()))?,
            );
            push(out, "references", &name, &json!(references::listing(&citelet::read_references(&text))));
        }
    }
    Ok(())
}

/// Every BibTeX, RIS and CSL-JSON file: its records repaired, formatted in the four styles, and exported.
fn push_files(out: &mut String, folder: &Path) -> Outcome<()> {
    let library = Library::open(project::root())?;
    let mut engine = Engine::new();
    let mut bundle = library.compiled_locale("en-US")?.to_bytes();
    for style in DEFAULT_STYLES {
        bundle.extend(library.compiled(style)?.to_bytes());
    }
    engine.load_pack(&bundle).map_err(|error| error.to_string())?;
    for file in project::files_in(folder)? {
        let name = project::name_of(&file);
        if name.ends_with(".expected.json") {
            continue;
        }
        let text = project::read_text(&file)?;
        let records = match name.rsplit('.').next() {
            Some("bib") => read_text(&text, ImportFormat::Bibtex),
            Some("ris") => read_text(&text, ImportFormat::Ris),
            Some("json") => read_json(&data::read_json(&file)?, ImportFormat::CslJson),
            _ => continue,
        };
        guard::hush();
        for (at, mut record) in records.into_iter().enumerate() {
            let (repairs, _) = tidy::tidy(&mut record.item, &tidy::Options::default());
            record.repairs.extend(repairs);
            let name = format!("{name} {at}");
            push(out, "file", &name, &read::line(&name, &record)?);
            push(out, "output", &name, &outputs(&engine, &record.item)?);
        }
    }
    Ok(())
}

/// A record in each style and form, and in each file format.
fn outputs(engine: &Engine, item: &Item) -> Outcome<Value> {
    let mut outputs = Vec::new();
    for style in engine.styles() {
        for form in style.forms {
            let formatted = engine.format(item, style.name, *form, &FormatOptions::default());
            outputs.push(formatted.map_err(|error| error.to_string())?.html);
        }
    }
    for format in write::ExportFormat::ALL {
        outputs.push(write::export(std::slice::from_ref(item), *format, false));
    }
    Ok(json!(outputs))
}

type Outputs = BTreeMap<(String, String), Vec<String>>;

/// The outputs of a file by set and name; a name may occur several times.
fn outputs_of(file: &Path) -> Outcome<Outputs> {
    let mut outputs = Outputs::new();
    for line in data::read_json_lines(file)? {
        let word = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        outputs.entry((word("set"), word("name"))).or_default().push(line["output"].to_string());
    }
    Ok(outputs)
}

/// Prints what differs between two snapshots; an error where something does.
fn compare(old: &Path, new: &Path) -> Outcome<()> {
    let (old, mut new) = (outputs_of(old)?, outputs_of(new)?);
    let all = old.len();
    let mut differing: BTreeMap<String, usize> = BTreeMap::new();
    let mut note = |set: &str, name: &str, before: &[String], after: &[String]| {
        let count = differing.entry(set.to_owned()).or_default();
        *count += 1;
        if *count <= SHOWN {
            println!("{set}: {name}\n  old {}\n  new {}", before.join(" | "), after.join(" | "));
        }
    };
    for ((set, name), before) in old {
        let after = new.remove(&(set.clone(), name.clone())).unwrap_or_default();
        if before != after {
            note(&set, &name, &before, &after);
        }
    }
    for ((set, name), after) in new {
        note(&set, &name, &[], &after);
    }
    for (set, count) in &differing {
        println!("{count:>6} of {set} differ");
    }
    let count: usize = differing.values().sum();
    println!("{count} of {all} outputs differ");
    if count == 0 { Ok(()) } else { Err("The snapshots differ.".to_owned()) }
}
