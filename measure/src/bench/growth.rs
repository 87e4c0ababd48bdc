//! `cargo xtask bench --growth`: what an entry of a bibliography costs as the bibliography grows, in four engines.

use serde_json::{Value, json};

use super::{citelet_jobs, citeproc_job, in_node, items, native};
use xtask::styles::DEFAULT_STYLES;
use xtask::{Outcome, run};

/// Items of the bibliographies that are timed.
const SIZES: [usize; 4] = [1, 100, 1_000, 10_000];
/// What an engine may take for a bibliography, in milliseconds: some take hours for ten thousand items.
const LIMIT: f64 = 100_000.0;
/// The feature that brings the other native engine.
const WITH: [&str; 1] = ["hayagriva"];

/// An engine under test: a name for people, and what times a bibliography with it, in milliseconds.
struct Engine<'a> {
    name: &'static str,
    time: Box<Timing<'a>>,
    /// How many items it was timed with last, in the style under way, and what that took.
    before: Option<(usize, f64)>,
}

type Timing<'a> = dyn Fn(&Job) -> Outcome<f64> + 'a;

/// A bibliography to be timed.
struct Job {
    style: &'static str,
    size: usize,
}

/// Times all and prints the table, row by row as the times come. What an engine does not manage is a dash, with the
/// reasons below.
pub(super) fn print() -> Outcome<()> {
    let reference = citeproc_job()?;
    let wasm = citelet_jobs().map(|[_, full]| full);
    run::step("building the native engines", || native::build_release(&WITH))?;
    let in_wasm = |job: &Job| in_node(wasm.as_ref().ok_or("`cargo xtask build` was not run.")?, &job.task());
    let natively = |engine: &'static str| {
        move |job: &Job| {
            let words = ["--native-growth", engine, job.style, &job.size.to_string()];
            let taken = native::in_release(&words, &WITH)?;
            taken.as_f64().ok_or_else(|| "the native bench gave no time.".to_owned())
        }
    };
    let mut engines = [
        Engine::new("wasm", in_wasm),
        Engine::new("native", natively("citelet")),
        Engine::new("citeproc-js", |job: &Job| in_node(&reference, &job.task())),
        Engine::new("hayagriva", natively("hayagriva")),
    ];
    let mut reasons = Vec::new();
    println!("{}", row("microseconds an entry", engines.iter().map(|engine| engine.name.to_owned())));
    for style in DEFAULT_STYLES {
        engines.iter_mut().for_each(|engine| engine.before = None);
        for size in SIZES {
            let job = Job { style, size };
            let cells = engines.iter_mut().map(|engine| engine.cell(&job, &mut reasons));
            println!("{}", row(&job.name(), cells));
        }
    }
    reasons.iter().for_each(|reason| println!("{reason}"));
    Ok(())
}

impl<'a> Engine<'a> {
    fn new(name: &'static str, time: impl Fn(&Job) -> Outcome<f64> + 'a) -> Engine<'a> {
        Engine { name, time: Box::new(time), before: None }
    }

    /// The microseconds an entry, or a dash with a reason.
    fn cell(&mut self, job: &Job, reasons: &mut Vec<String>) -> String {
        let step = format!("timing {} with {}", self.name, job.name());
        let timed = match self.too_slow(job.size) {
            Some(why) => Err(why),
            None => run::step(&step, || (self.time)(job)),
        };
        match timed {
            Ok(taken) => {
                self.before = Some((job.size, taken));
                format!("{:.0}", 1_000.0 * taken / job.size as f64)
            }
            Err(why) => {
                reasons.push(format!("{}, {}: {why}", self.name, job.name()));
                "–".to_owned()
            }
        }
    }

    /// Why so many items are not tried: from what fewer took, the time is foreseen of an engine that compares all with
    /// all. The time of a single item is no measure, because it contains what comes before the first entry.
    fn too_slow(&self, size: usize) -> Option<String> {
        let (before, taken) = self.before.filter(|(before, _)| *before > 1)?;
        let growth = size as f64 / before as f64;
        (taken * growth * growth > LIMIT).then(|| {
            let [taken, limit] = [taken, LIMIT].map(|time| time / 1_000.0);
            format!("left out: {before} took {taken:.1} s, and so many may take over {limit:.0} s.")
        })
    }
}

impl Job {
    fn name(&self) -> String {
        format!("{}, {} items", self.style, self.size)
    }

    fn task(&self) -> Value {
        task(self.style, self.size)
    }
}

/// A bibliography of so many items.
pub(super) fn task(style: &str, size: usize) -> Value {
    json!({ "task": "warm", "style": style, "items": items::items(size) })
}

/// A row of the table.
fn row(what: &str, cells: impl Iterator<Item = String>) -> String {
    let mut out = format!("{what:<42}");
    cells.for_each(|cell| out += &format!("{cell:>13}"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_grows_too_slow_is_left_out() {
        let mut engine = Engine::new("x", |job: &Job| Ok(job.size as f64 * job.size as f64 / 100.0));
        let mut reasons = Vec::new();
        let mut cell = |size| engine.cell(&Job { style: "y", size }, &mut reasons);
        assert_eq!(SIZES.map(&mut cell), ["10", "1000", "10000", "–"]);
        assert_eq!(reasons.len(), 1, "{reasons:?}");
        assert!(reasons[0].starts_with("x, y, 10000 items: left out"), "{reasons:?}");
    }
}
