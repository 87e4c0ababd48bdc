//! `cargo xtask bench --growth`: what an entry of a bibliography costs as the bibliography grows, in four engines.

use serde_json::{Value, json};

use super::{citelet_jobs, citeproc_job, in_node, items, native};
use crate::styles::DEFAULT_STYLES;
use crate::{Outcome, run};

/// Items of the bibliographies that are timed.
pub(super) const SIZES: [usize; 4] = [1, 100, 1_000, 10_000];

/// Microseconds an entry: ours in Node through wasm, ours natively, citeproc-js, hayagriva.
struct Row {
    what: String,
    wasm: Option<f64>,
    native: Option<f64>,
    citeproc_js: Option<f64>,
    hayagriva: Option<f64>,
}

/// Times all and prints the table. What an engine does not manage is a dash, with the reason above the table.
pub(super) fn print() -> Outcome<()> {
    let reference = citeproc_job()?;
    let wasm = citelet_jobs().map(|[_, full]| full);
    let native =
        run::step("timing the native engines", || native::in_release(&["--native-growth"], &["hayagriva"]))?;
    let mut rows = Vec::new();
    for style in DEFAULT_STYLES {
        for size in SIZES {
            let what = name(style, size);
            let job = job(style, size);
            let in_node = |engine: &Value| run::step(&format!("timing {what}"), || in_node(engine, &job));
            let timed = |time: Outcome<f64>| time.map_err(|why| println!("{what}: {why}")).ok();
            let each = |milliseconds: f64| 1_000.0 * milliseconds / size as f64;
            rows.push(Row {
                wasm: wasm.as_ref().and_then(|engine| timed(in_node(engine))).map(each),
                native: native[what.as_str()]["citelet"].as_f64().map(each),
                citeproc_js: timed(in_node(&reference)).map(each),
                hayagriva: native[what.as_str()]["hayagriva"].as_f64().map(each),
                what,
            });
        }
    }
    println!("{}", table(&rows));
    Ok(())
}

/// What a timing is called.
pub(super) fn name(style: &str, size: usize) -> String {
    format!("{style}, {size} items")
}

/// A bibliography of so many items.
pub(super) fn job(style: &str, size: usize) -> Value {
    json!({ "task": "warm", "style": style, "items": items::items(size) })
}

fn table(rows: &[Row]) -> String {
    let mut out = format!(
        "{:<42}{:>12}{:>12}{:>14}{:>12}",
        "microseconds an entry", "wasm", "native", "citeproc-js", "hayagriva"
    );
    for row in rows {
        let cell = |time: Option<f64>| time.map_or("–".to_owned(), |time| format!("{time:.0}"));
        out += &format!(
            "\n{:<42}{:>12}{:>12}{:>14}{:>12}",
            row.what,
            cell(row.wasm),
            cell(row.native),
            cell(row.citeproc_js),
            cell(row.hayagriva)
        );
    }
    out
}
