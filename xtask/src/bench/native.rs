//! The native engine's times, taken in a release build.

use std::time::Instant;

use citelet::Item;
use citelet::csl::sort::RootCollation;
use citelet::engine::{Engine, Form, FormatOptions};
use serde_json::{Map, Value, json};

use super::{ITEMS, RUNS, TASKS, jobs};
use crate::score::ours;
use crate::styles::{DEFAULT_LOCALES, DEFAULT_STYLES, Library, bundle};
use crate::{Outcome, project};

/// Prints a JSON object: milliseconds by what is timed; of a warm entry, one entry's.
pub(super) fn print() -> Outcome<()> {
    let pack = bundle(&Library::open(project::root())?, &DEFAULT_STYLES, &DEFAULT_LOCALES)?;
    let mut times = Map::new();
    for (task, _) in TASKS {
        for (what, job) in jobs(task) {
            let mut taken: Vec<f64> = (0..RUNS).map(|_| time(&pack, &job)).collect::<Outcome<_>>()?;
            taken.sort_by(f64::total_cmp);
            times.insert(what, json!(taken.get(taken.len() / 2)));
        }
    }
    println!("{}", Value::Object(times));
    Ok(())
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
        "first" => {
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
            let made = engine.bibliography(&items, &style, &FormatOptions::default(), &RootCollation);
            let made = made.map_err(|error| error.to_string())?;
            let taken = milliseconds(start);
            if made.len() == items.len() {
                Ok(taken / ITEMS as f64)
            } else {
                Err("Entries are missing.".to_owned())
            }
        }
    }
}

fn loaded(pack: &[u8]) -> Outcome<Engine> {
    let mut engine = Engine::new();
    engine.load(pack).map_err(|error| error.to_string())?;
    Ok(engine)
}

fn entry(engine: &Engine, item: &Item, style: &str) -> Outcome<()> {
    let made = engine.format(item, style, Form::Reference, &FormatOptions::default());
    made.map(drop).map_err(|error| error.to_string())
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
