//! Citelet beside citeproc-js: every record of the manual examples and of the registries, in four styles or in others.

mod chosen;
mod clusters;
pub mod normal;
pub mod registry;
pub mod verdict;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use serde_json::Value;

use self::normal::normal;
use self::verdict::{Rule, Verdict};
use super::report::{Case, Report};
use super::request::{Output, Processor, Request};
use super::{data, manual_examples};
use xtask::styles::Library;
use xtask::{Outcome, project};

/// How many records are compared in each style of the library, at least.
const IN_ALL: usize = 24;

/// Compares all records below `dir`, the folder that holds `manual-examples` and `crossref`, in the four default styles,
/// in `sixty`, or in those of a list with commas; and at least 24 of them in `all` styles, or in every Nth (`all/N`).
pub fn run(dir: &Path, styles: Option<&str>) -> Outcome<Report> {
    let all = styles.is_some_and(|word| chosen::every(word).is_some());
    let step = if all { (records(dir)?.len() / IN_ALL).max(1) } else { 1 };
    run_every(dir, styles, step)
}

/// Compares every `step`th record.
pub fn run_every(dir: &Path, styles: Option<&str>, step: usize) -> Outcome<Report> {
    let (names, requests) = requests(dir, styles, step)?;
    let theirs = Processor::CiteprocJs.outputs(&requests)?;
    let ours = Processor::Official.outputs(&requests)?;
    let rules = project::read_text(&project::root().join("tests/differences.txt"))?;
    let rules = verdict::read(&rules).map_err(|fault| format!("tests/differences.txt: {fault}"))?;
    let library = Library::open(project::root())?;
    let mut of_styles: HashMap<&str, Vec<&Rule>> = HashMap::new();
    for request in &requests {
        of_styles.entry(&request.style).or_insert_with(|| {
            let xml = library.style_xml(&request.style).unwrap_or_default();
            verdict::rules_for(&rules, &request.style, &xml)
        });
    }
    let outputs = theirs.into_iter().zip(ours);
    let cases = names.into_iter().zip(&requests).zip(outputs);
    let cases = cases.map(|((name, request), (theirs, ours))| {
        judge(name, request, theirs, ours, &of_styles[request.style.as_str()])
    });
    let mut report = Report::new("differential");
    report.cases = cases.collect();
    report.remarks = remarks(&report);
    Ok(report)
}

/// The names of the cases of [`run_every`] for the default styles.
pub fn names(dir: &Path, step: usize) -> Outcome<Vec<String>> {
    Ok(requests(dir, None, step)?.0)
}

/// The outputs of Citelet alone for the same records, each with its name.
pub fn ours(dir: &Path, styles: Option<&str>) -> Outcome<Vec<(String, Output)>> {
    let (names, requests) = requests(dir, styles, 1)?;
    Ok(names.into_iter().zip(Processor::Official.outputs(&requests)?).collect())
}

/// Every `step`th record in each of the styles and forms, with a name for each request.
fn requests(dir: &Path, styles: Option<&str>, step: usize) -> Outcome<(Vec<String>, Vec<Request>)> {
    let styles = chosen::chosen(styles)?;
    let (mut names, mut requests) = (Vec::new(), Vec::new());
    for (name, item) in records(dir)?.into_iter().step_by(step) {
        for (style, forms) in &styles {
            for form in forms.iter().copied() {
                let (style, item) = (style.clone(), item.clone());
                names.push(format!("{name} {style} {}", form.word()));
                requests.push(Request { style, form, item, locator: None });
            }
        }
    }
    Ok((names, requests))
}

/// All records with their names: those of the manual examples that differ, and the registries'.
fn records(dir: &Path) -> Outcome<Vec<(String, Value)>> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for row in manual_examples::read(&dir.join("manual-examples"))? {
        if seen.insert(row.item().to_string()) {
            out.push((row.id.clone(), row.item().clone()));
        }
    }
    for file in data::files_with_ending(&dir.join("crossref"), ".jsonl")? {
        for line in data::read_json_lines(&file)? {
            let source = &line["source"];
            let name = source["DOI"].as_str().unwrap_or_default().to_owned();
            let item = registry::to_csl(source["agency"].as_str().unwrap_or_default(), &line["record"]);
            if seen.insert(item.to_string()) {
                out.push((name, item));
            }
        }
    }
    Ok(out)
}

fn judge(name: String, request: &Request, theirs: Output, ours: Output, rules: &[&Rule]) -> Case {
    let group = format!("{} {}", request.style, request.form.word());
    let failed = theirs.is_err();
    let want =
        theirs.map_or_else(|why| format!("[citeproc-js: {why}]"), |html| normal(&html).trim().to_owned());
    let got = match ours {
        // The script that runs citeproc-js removes the blanks around entries, which a style may begin with.
        Ok(html) => normal(&html).trim().to_owned(),
        Err(why) => return Case::failed(name, group, want, why),
    };
    let mut case = Case::equal(name, group, want, got);
    if !case.pass && failed {
        case.notes = vec![format!("{UNDEFINED}: citeproc-js fails, and there is nothing to compare with.")];
    } else if !case.pass {
        let explained = verdict::explain(rules, &case.want, &case.got);
        case.notes = explained.map_or_else(
            || vec![NO_VERDICT.to_owned()],
            |rules| rules.iter().map(|rule| sentence(rule)).collect(),
        );
    }
    case
}

/// The note of a difference that no rule of the list explains.
pub const NO_VERDICT: &str = "no verdict";

const OURS: &str = "ours is right";
const THEIRS: &str = "theirs is right";
const UNDEFINED: &str = "undefined";

fn sentence(rule: &Rule) -> String {
    let who = match rule.verdict {
        Verdict::Ours => OURS,
        Verdict::Theirs => THEIRS,
        Verdict::Undefined => UNDEFINED,
    };
    format!("{who}: {}", rule.reason)
}

/// The differences by cause, the most frequent first.
fn remarks(report: &Report) -> Vec<String> {
    let mut causes: BTreeMap<&str, usize> = BTreeMap::new();
    for case in report.cases.iter().filter(|case| !case.pass) {
        case.notes.iter().for_each(|note| *causes.entry(note).or_default() += 1);
    }
    let mut causes: Vec<(&str, usize)> = causes.into_iter().collect();
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.1));
    let heading = (!causes.is_empty()).then(|| "Differences by cause:".to_owned());
    let verdicts = verdicts(report).into_iter();
    let causes = causes.into_iter().map(|(cause, n)| format!("{n:>6}  {cause}"));
    verdicts.chain(heading).chain(causes).chain(clusters::table(&report.cases)).collect()
}

/// The rows of the table of verdicts. A difference counts in the first row that one of its causes begins with.
const VERDICTS: [&str; 4] = [NO_VERDICT, THEIRS, UNDEFINED, OURS];

/// How many are equal, and the verdicts on the others.
fn verdicts(report: &Report) -> Vec<String> {
    let total = report.total();
    let line = |number: usize, what: &str| {
        let percent = 100.0 * number as f64 / total.all.max(1) as f64;
        format!("{number:>6}  {percent:>5.2} %  {what}")
    };
    let mut lines = vec![line(total.pass, "equal")];
    let verdict =
        |notes: &[String]| VERDICTS.iter().position(|word| notes.iter().any(|note| note.starts_with(word)));
    for (at, word) in VERDICTS.iter().enumerate().rev() {
        let of_word = report.cases.iter().filter(|case| !case.pass && verdict(&case.notes) == Some(at));
        lines.push(line(of_word.count(), word));
    }
    lines
}
