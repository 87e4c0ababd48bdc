//! `cargo xtask bench --cold`: how long a page takes in Chromium to show its citation when nothing is cached.
//!
//! The page is the article of the shared set that the project started from. This build is measured with the preload hints of
//! the README's snippet and without them. With `--beside citation-js`, the page has citation.js and its APA style in the
//! widget's place, in turn with it. With `--against DIR`, another build's `dist/web` is measured in turn with this one,
//! and its ratio printed: times depend on the machine, ratios less so.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use super::peer;
use crate::score::data;
use xtask::{Outcome, build, project, run};

/// How often each build is measured under each condition; the median counts.
const ROUNDS: usize = 9;

/// A line to the server and a processor.
struct Condition {
    name: &'static str,
    line: Option<Line>,
    /// How many times slower than this machine's the processor is.
    slowdown: u32,
    /// Whether the time of scripts and WebAssembly on the main thread is measured too.
    profiled: bool,
}

/// A line to the server.
struct Line {
    megabits_per_second: f64,
    /// Of a round trip, in milliseconds.
    latency: u32,
}

const FAST: Line = Line { megabits_per_second: 10.0, latency: 50 };
const SLOW: Line = Line { megabits_per_second: 1.6, latency: 150 };

const CONDITIONS: [Condition; 4] = [
    Condition { name: "no limits", line: None, slowdown: 1, profiled: false },
    Condition { name: "10 Mbit/s, 50 ms", line: Some(FAST), slowdown: 1, profiled: false },
    Condition { name: "10 Mbit/s, 50 ms, processor / 4", line: Some(FAST), slowdown: 4, profiled: true },
    Condition { name: "1.6 Mbit/s, 150 ms", line: Some(SLOW), slowdown: 1, profiled: false },
];

/// What the script measures of one build under one condition, in milliseconds by round.
#[derive(Deserialize)]
struct Times {
    /// From the start of the navigation to the citation.
    shown: Vec<f64>,
    /// Of the build's scripts and WebAssembly on the main thread; empty where that was not measured.
    scripts: Vec<f64>,
}

/// A build and how the page includes it.
struct Build {
    folder: PathBuf,
    title: &'static str,
    /// Files for which the page has a preload hint.
    preloaded: &'static [&'static str],
    /// The script of another program, in place of the element.
    script: Option<&'static str>,
}

/// What is measured in turn with this build.
pub(super) enum Other<'a> {
    /// The folder of another build.
    Build(&'a str),
    /// Pages with citation.js.
    CitationJs,
}

/// The files that the README's snippet preloads.
const PRELOADED: &[&str] = &["citelet.wasm", build::STYLES];

/// Measures this build, and the one in `against` too, and prints a table.
///
/// # Errors
/// When Chromium, the page or a build is missing.
pub(super) fn print(other: Option<Other<'_>>) -> Outcome<()> {
    let ours = built(&project::web())?;
    let mut builds = vec![
        Build { folder: ours.clone(), title: "this build", preloaded: PRELOADED, script: None },
        Build { folder: ours, title: "without hints", preloaded: &[], script: None },
    ];
    match other {
        None => {}
        Some(Other::Build(folder)) => {
            let folder = built(Path::new(folder))?;
            builds.push(Build { folder, title: "the other", preloaded: &[], script: None });
        }
        Some(Other::CitationJs) => {
            let folder = peer::folder()?;
            for (title, script) in [("citation.js, bundled", peer::BUNDLE), ("citation.js", peer::RELEASE)] {
                builds.push(Build { folder: folder.clone(), title, preloaded: &[], script: Some(script) });
            }
        }
    }
    let results = run::step("measuring pages in Chromium", || in_chromium(&builds))?;
    println!("{}", table(&builds, &results));
    Ok(())
}

/// The absolute path of a folder with a build.
fn built(folder: &Path) -> Outcome<PathBuf> {
    if !folder.join(build::ELEMENT).is_file() {
        return Err(format!(
            "There is no {} in {}; `cargo xtask build` makes it.",
            build::ELEMENT,
            folder.display()
        ));
    }
    folder.canonicalize().map_err(|error| format!("Cannot find {}: {error}.", folder.display()))
}

/// The times by condition and build.
fn in_chromium(builds: &[Build]) -> Outcome<Vec<Vec<Times>>> {
    let chromium =
        run::find("chromium").ok_or("chromium is not on the PATH (Debian: apt-get install chromium).")?;
    let page = data::root().join("pages/ojs-seed-article.html");
    let conditions: Vec<Value> = CONDITIONS.iter().map(request).collect();
    let describe = |build: &Build| {
        let mut described = json!({ "folder": build.folder, "preloaded": build.preloaded });
        if let Some(script) = build.script {
            described["script"] = json!(script);
        }
        described
    };
    let builds: Vec<Value> = builds.iter().map(describe).collect();
    let task = json!({ "page": page, "builds": builds, "rounds": ROUNDS, "conditions": conditions });
    let mut node = run::command("node");
    node.arg(project::root().join("measure/js/cold.mjs")).arg(task.to_string());
    let printed = run::quiet(node.env("CHROMIUM", chromium))?;
    serde_json::from_str(&printed).map_err(|error| format!("The times cannot be read: {error}."))
}

/// A condition as the script expects it.
fn request(condition: &Condition) -> Value {
    let mut request = json!({ "slowdown": condition.slowdown, "profiled": condition.profiled });
    if let Some(line) = &condition.line {
        request["throughput"] = json!(line.megabits_per_second * 1e6 / 8.0);
        request["latency"] = json!(line.latency);
    }
    request
}

fn table(builds: &[Build], results: &[Vec<Times>]) -> String {
    let titles: String = builds.iter().map(|build| format!("{:>21}", build.title)).collect();
    let mut out = format!("{:<46}{titles}  ratio to the last", "milliseconds, median (range)");
    for (condition, times) in CONDITIONS.iter().zip(results) {
        out += &row(condition.name, times.iter().map(|times| &times.shown));
        if condition.profiled {
            out += &row("  of these scripts on the main thread", times.iter().map(|times| &times.scripts));
        }
    }
    out
}

/// A line with the times of each build, and the ratio of each other median to the last.
fn row<'a>(name: &str, builds: impl Iterator<Item = &'a Vec<f64>>) -> String {
    let mut out = format!("\n{name:<46}");
    let mut medians = Vec::new();
    for times in builds {
        let mut sorted = times.clone();
        sorted.sort_by(f64::total_cmp);
        let [least, median, most] = [0, sorted.len() / 2, sorted.len().saturating_sub(1)]
            .map(|index| sorted.get(index).copied().unwrap_or(f64::NAN));
        out += &format!("{:>21}", format!("{median:.0} ({least:.0}–{most:.0})"));
        medians.push(median);
    }
    if let Some((last, others)) = medians.split_last() {
        others.iter().for_each(|median| out += &format!("{:>7.2}", median / last));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_given_in_bytes_a_second() {
        let [none, fast, slowed, slow] = &CONDITIONS;
        assert_eq!(request(none), json!({ "slowdown": 1, "profiled": false }));
        assert_eq!(request(fast)["throughput"], json!(1.25e6));
        assert_eq!(request(slowed)["slowdown"], json!(4));
        assert_eq!((&request(slow)["throughput"], &request(slow)["latency"]), (&json!(2e5), &json!(150)));
    }

    #[test]
    fn medians_are_compared() {
        let (ours, other) = (vec![30.0, 10.0, 20.0], vec![40.0, 40.0, 90.0]);
        let row = row("x", [&ours, &other].into_iter());
        assert!(row.contains("20 (10–30)") && row.contains("40 (40–90)") && row.ends_with("0.50"), "{row}");
    }
}
