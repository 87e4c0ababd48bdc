//! The native engine's times, taken in a release build.

use std::process::Command;
use std::time::Instant;

use citelet::Item;
use citelet::engine::{CitationForm, Engine, FormatOptions};
use serde_json::{Map, Value, json};

use super::{ITEMS, RUNS, TASKS, growth, jobs};
use crate::score::ours;
use xtask::styles::{DEFAULT_LOCALES, DEFAULT_STYLES, Library, bundle};
use xtask::{Outcome, project, run};

/// Prints a JSON object: milliseconds by what is timed; of a warm entry, one entry's.
pub(super) fn print() -> Outcome<()> {
    let pack = bundle(&Library::open(project::root())?, &DEFAULT_STYLES, &DEFAULT_LOCALES)?;
    let mut times = Map::new();
    for (task, _) in TASKS {
        for (what, job) in jobs(task) {
            let mut taken: Vec<f64> = (0..RUNS).map(|_| time(&pack, &job)).collect::<Outcome<_>>()?;
            taken.sort_by(f64::total_cmp);
            let each = if task == "warm" { ITEMS as f64 } else { 1.0 };
            times.insert(what, json!(taken.get(taken.len() / 2).map(|time| time / each)));
        }
    }
    println!("{}", Value::Object(times));
    Ok(())
}

/// Prints the milliseconds that our engine, or hayagriva where it is built in, takes for a bibliography of so many items.
pub(super) fn print_growth(engine: &str, style: &str, size: &str) -> Outcome<()> {
    let library = Library::open(project::root())?;
    let size = size.parse().map_err(|_| format!("{size} is no number of items."))?;
    let task = growth::task(style, size);
    let taken = match engine {
        "hayagriva" => hayagriva(&library, style, &task)?,
        _ => time(&bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES)?, &task)?,
    };
    println!("{taken}");
    Ok(())
}

#[cfg(feature = "hayagriva")]
fn hayagriva(library: &Library, style: &str, job: &Value) -> Outcome<f64> {
    super::hayagriva::time(library, style, job["items"].as_array().map(Vec::as_slice).unwrap_or_default())
}

#[cfg(not(feature = "hayagriva"))]
fn hayagriva(_: &Library, _: &str, _: &Value) -> Outcome<f64> {
    Err("this build is without hayagriva".to_owned())
}

/// Makes the release build that [`in_release`] runs, which takes a while the first time.
pub(super) fn build_release(features: &[&str]) -> Outcome<()> {
    run::quiet(&mut release("build", features)).map(drop)
}

/// Runs the bench's own release build with some words and features, and reads the JSON that it prints.
pub(super) fn in_release(words: &[&str], features: &[&str]) -> Outcome<Value> {
    let printed = run::quiet(release("run", features).args(["--", "bench"]).args(words))?;
    serde_json::from_str(&printed).map_err(|error| format!("The native timing cannot be read: {error}."))
}

/// Runs the bench's own release build with some words, and shows what it prints.
pub(super) fn run_release(words: &[&str]) -> Outcome<()> {
    run::shown(release("run", &[]).args(["--", "bench"]).args(words))
}

fn release(subcommand: &str, features: &[&str]) -> Command {
    let mut cargo = run::cargo();
    cargo.args([
        subcommand,
        "--quiet",
        "--release",
        "--package",
        "measure",
        "--features",
        &features.join(","),
    ]);
    cargo
}

fn time(pack: &[u8], job: &Value) -> Outcome<f64> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let style = word(&job["style"]);
    let records = job["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    let items: Vec<Item> = records.iter().map(ours::read_item).collect::<Outcome<_>>()?;
    let Some(item) = items.first() else { return Err("There is nothing to time.".to_owned()) };
    let start = Instant::now();
    let engine = loaded(pack)?;
    match word(&job["task"]).as_str() {
        "first" | "program" => {
            entry(&engine, item, &style)?;
            Ok(milliseconds(start))
        }
        "switch" => {
            entry(&engine, item, &style)?;
            let start = Instant::now();
            entry(&engine, item, &word(&job["styles"][0]))?;
            Ok(milliseconds(start))
        }
        _ => {
            let start = Instant::now();
            let made = engine.bibliography(&items, &style, &FormatOptions::default());
            let made = made.map_err(|error| error.to_string())?;
            let taken = milliseconds(start);
            if made.len() == items.len() { Ok(taken) } else { Err("Entries are missing.".to_owned()) }
        }
    }
}

fn loaded(pack: &[u8]) -> Outcome<Engine> {
    let mut engine = Engine::new();
    engine.load_pack(pack).map_err(|error| error.to_string())?;
    Ok(engine)
}

fn entry(engine: &Engine, item: &Item, style: &str) -> Outcome<()> {
    let made = engine.format(item, style, CitationForm::Reference, &FormatOptions::default());
    made.map(drop).map_err(|error| error.to_string())
}

pub(super) fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
