//! `cargo xtask score KIND [DIR]`: how much of Citelet's output is right, on data sets outside the repository.
//!
//! Each kind of data set is a module with a function that takes any folder of that form and returns a [`Report`];
//! tests call the same functions. Nothing here depends on a particular case.

pub mod case_restoration;
pub mod citeproc_js;
pub mod crossref;
pub mod csl_suite;
pub mod data;
pub mod differential;
pub mod expected;
pub mod fields;
pub mod manual_examples;
pub mod ours;
pub mod pages;
pub mod report;
pub mod request;
pub mod wild;

pub use report::Report;

use std::path::{Path, PathBuf};

use self::request::Processor;
use xtask::{Outcome, project};

/// How to call it.
pub const USAGE: &str = "\
cargo xtask score KIND [DIR] [--report FILE] [--only NAME] [--engine citelet | official | citeproc-js]

KIND is csl-suite, manual-examples, pages, real-pages, wild, crossref, case-restoration or differential.
DIR is a folder of that form; without it, the folder of that name in $CITELET_DATA or in ../shared.
--report writes one JSON object per case; --only shows the cases whose name contains NAME.
differential also takes --styles sixty, or --styles NAME,NAME…; without it, the four default styles. With --styles all,
or all/N for every Nth, it compares 24 records in each style of the library; a run that is stopped goes on where it was.";

#[derive(Default)]
struct Options<'a> {
    kind: &'a str,
    dir: Option<&'a str>,
    report: Option<&'a str>,
    only: Option<&'a str>,
    engine: Option<&'a str>,
    styles: Option<&'a str>,
}

/// Runs the command with the words after `score`.
pub fn command(arguments: &[&str]) -> Outcome<()> {
    let options = parse(arguments)?;
    let mut report = run(&options)?;
    if let Some(only) = options.only {
        report.cases.retain(|case| case.name.contains(only));
    }
    if let Some(file) = options.report {
        project::write(Path::new(file), report.json_lines())?;
    }
    print!("{}\n{report}", report.misses());
    Ok(())
}

fn parse<'a>(arguments: &[&'a str]) -> Outcome<Options<'a>> {
    let mut options = Options::default();
    let mut words = arguments.iter().copied();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value.\n\n{USAGE}"));
        match word {
            "--report" => options.report = Some(value()?),
            "--only" => options.only = Some(value()?),
            "--engine" => options.engine = Some(value()?),
            "--styles" => options.styles = Some(value()?),
            _ if word.starts_with('-') => return Err(format!("There is no option {word}.\n\n{USAGE}")),
            _ if options.kind.is_empty() => options.kind = word,
            _ if options.dir.is_none() => options.dir = Some(word),
            _ => return Err(format!("One folder is enough, but {word} is a second.\n\n{USAGE}")),
        }
    }
    Ok(options)
}

fn run(options: &Options<'_>) -> Outcome<Report> {
    let dir = options.dir.map_or_else(|| data::root().join(options.kind), PathBuf::from);
    let processor = options.engine.map_or(Ok(Processor::Ours), Processor::from_word)?;
    match options.kind {
        "csl-suite" => csl_suite::run_only(&dir, options.only.unwrap_or_default()),
        "differential" => {
            differential::run(&options.dir.map_or_else(data::root, PathBuf::from), options.styles)
        }
        "pages" => pages::run(&dir),
        "real-pages" => pages::run_real(&dir),
        "case-restoration" => case_restoration::run(&dir),
        "wild" => wild::run(&dir),
        "crossref" => crossref::run(&dir),
        "manual-examples" => manual_examples::run_with(&dir, processor),
        "" => Err(USAGE.to_owned()),
        kind => Err(format!("There is no kind “{kind}”.\n\n{USAGE}")),
    }
}
