//! `cargo xtask bench`: ours and citeproc-js on the same records in one run, as ratios, and what the parts weigh.
//!
//! Times depend on the machine; only the ratios of one run are comparable.

mod cold;
mod fields;
mod growth;
#[cfg(feature = "hayagriva")]
mod hayagriva;
mod items;
mod linear;
mod native;
mod peer;

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::score::{citeproc_js, data};
use xtask::styles::{BUNDLE, DEFAULT_STYLES, Library};
use xtask::{Outcome, build, project, run, size};

/// Items of the bibliography that is timed.
const ITEMS: usize = 1_000;
/// Fresh processes whose median counts.
const RUNS: usize = 5;

/// What is timed, and how many times faster than citeproc-js it must be. `program` is the first entry as a program has it
/// that loads the npm package.
const TASKS: [(&str, f64); 4] = [("first", 20.0), ("program", 20.0), ("switch", 50.0), ("warm", 10.0)];

/// A task's times in milliseconds: citeproc-js, ours in Node through wasm, ours natively.
struct Row {
    what: String,
    reference: f64,
    wasm: Option<f64>,
    native: f64,
    target: f64,
}

/// Runs the command with the words after `bench`.
pub fn command(arguments: &[&str]) -> Outcome<()> {
    match arguments {
        [] => bench(),
        ["--cold"] => cold::print(None),
        ["--cold", "--against", folder] => cold::print(Some(cold::Other::Build(folder))),
        ["--cold", "--beside", "citation-js"] => cold::print(Some(cold::Other::CitationJs)),
        ["--growth"] => growth::print(),
        ["--linear"] => linear::print(),
        ["--linear", readers @ ..] => native::run_release(&[&["--native-fields"], readers].concat()),
        // How the command calls its own release build.
        ["--native"] => native::print(),
        ["--native-fields", "all"] => fields::print_native(&[]),
        ["--native-fields", readers @ ..] => fields::print_native(readers),
        ["--native-steps", readers @ ..] => fields::print_steps(readers),
        ["--native-linear"] => {
            linear::print_native();
            Ok(())
        }
        ["--native-growth", engine, style, size] => native::print_growth(engine, style, size),
        _ => Err("cargo xtask bench takes --cold, --growth, --linear or nothing.".to_owned()),
    }
}

fn bench() -> Outcome<()> {
    let reference = citeproc_job()?;
    let wasm = citelet_jobs();
    if wasm.is_none() {
        println!("dist/web is not built, so only the native engine is timed; `cargo xtask build` makes it.");
    }
    let native = run::step("timing the native engine", || native::in_release(&["--native"], &[]))?;
    let mut rows = Vec::new();
    for (task, target) in TASKS {
        for (what, job) in jobs(task) {
            let name = format!("timing {what}");
            let reference = run::step(&name, || median_of(&reference, &job))?;
            let wasm = wasm
                .as_ref()
                .map(|[page, full]| if matches!(task, "program" | "warm") { full } else { page })
                .and_then(|wasm| median_of(wasm, &job).map_err(|why| println!("{what}: {why}")).ok());
            let native =
                native[what.as_str()].as_f64().ok_or_else(|| format!("{what} was not timed natively."))?;
            rows.push(Row { what, reference, wasm, native, target });
        }
    }
    println!("{}", table(&rows));
    match page_time() {
        Ok(times) => println!("reading and mending the seed page in Chromium, milliseconds: {times}"),
        Err(why) => println!("reading a page was not timed: {why}"),
    }
    println!("{}", sizes(&project::web())?);
    Ok(())
}

/// How long the page's engine takes for the seed page in Chromium, where both are there.
fn page_time() -> Outcome<String> {
    let chromium = run::find("chromium").ok_or("chromium is not on the PATH.")?;
    let page = data::root().join("pages/ojs-seed-article.html");
    let mut node = run::command("node");
    node.arg(project::root().join("measure/js/page.mjs"))
        .arg(page)
        .args([project::web(), project::scratch()]);
    run::quiet(node.env("CHROMIUM", chromium)).map(|printed| printed.trim().to_owned())
}

/// The timings that make up a task: the name of each, and the job for an engine.
fn jobs(task: &'static str) -> Vec<(String, Value)> {
    let first = DEFAULT_STYLES[0];
    let entry = |what| (what, json!({ "style": first, "items": items::items(1) }));
    match task {
        "first" => vec![entry(format!("load to first {first} entry"))],
        "program" => vec![entry(format!("load to first {first} entry, full engine"))],
        "switch" => DEFAULT_STYLES[1..]
            .iter()
            .map(|style| {
                (
                    format!("switch to {style}"),
                    json!({ "style": first, "styles": [style], "items": items::items(1) }),
                )
            })
            .collect(),
        _ => DEFAULT_STYLES
            .iter()
            .map(|style| {
                (format!("warm entry, {style}"), json!({ "style": style, "items": items::items(ITEMS) }))
            })
            .collect(),
    }
    .into_iter()
    .map(|(what, mut job)| {
        job["task"] = json!(task);
        (what, job)
    })
    .collect()
}

/// The median over fresh processes; for warm entries the time of one entry, in one process.
fn median_of(engine: &Value, job: &Value) -> Outcome<f64> {
    let warm = job["task"] == "warm";
    let mut times = Vec::new();
    for _ in 0..if warm { 1 } else { RUNS } {
        times.push(in_node(engine, job)?);
    }
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or(f64::NAN);
    Ok(if warm { median / ITEMS as f64 } else { median })
}

fn in_node(engine: &Value, job: &Value) -> Outcome<f64> {
    let mut input = engine.clone();
    for (key, value) in job.as_object().into_iter().flatten() {
        input[key.as_str()] = value.clone();
    }
    let mut node = run::command("node");
    node.arg(project::root().join("measure/js/bench.mjs")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().map_err(|error| format!("Cannot run node: {error}."))?;
    if let Some(mut stdin) = child.stdin.take() {
        // When the script stops early, its exit status and its messages say why.
        let _ = stdin.write_all(input.to_string().as_bytes());
    }
    let output = child.wait_with_output().map_err(|error| format!("node was lost: {error}."))?;
    let parsed: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("measure/js/bench.mjs failed ({}); its messages are above.", output.status))?;
    parsed["ms"][0].as_f64().ok_or_else(|| "measure/js/bench.mjs gave no time.".to_owned())
}

/// How to start citeproc-js; the official files are unpacked beside the cache, for a page would have them as files.
fn citeproc_job() -> Outcome<Value> {
    let library = Library::open(project::root())?;
    let folder = project::root().join(".cache/bench");
    project::make_folder(&folder)?;
    let mut xml = json!({});
    for style in DEFAULT_STYLES {
        let file = folder.join(format!("{style}.csl"));
        project::write(&file, library.style_xml(style).ok_or("An official style is missing.")?)?;
        xml[style] = json!(file);
    }
    let locale = folder.join("locales-en-US.xml");
    project::write(&locale, library.locale_xml("en-US").ok_or("The locale en-US is missing.")?)?;
    Ok(json!({ "engine": "citeproc-js", "module": citeproc_js::module()?, "xml": xml, "locale": locale }))
}

/// How to start the engines, where `cargo xtask build` was run: the page's for single records, the full one for many.
fn citelet_jobs() -> Option<[Value; 2]> {
    let [page, _, full] = build::ENGINES.map(|engine| {
        let glue = project::scratch().join([engine.name, ".js"].concat());
        let wasm = project::web().join(engine.module());
        let pack = project::web().join(BUNDLE);
        let built = [&glue, &wasm, &pack].iter().all(|file| file.is_file());
        built.then(|| json!({ "engine": "citelet", "glue": glue, "wasm": wasm, "pack": pack }))
    });
    Some([page?, full?])
}

fn table(rows: &[Row]) -> String {
    let mut out = format!(
        "{:<42}{:>14}{:>12}{:>9}{:>12}{:>9}{:>9}",
        "milliseconds", "citeproc-js", "wasm", "ratio", "native", "ratio", "target"
    );
    for row in rows {
        let ratio = |time: f64| format!("{:.0}×", row.reference / time);
        let wasm = row.wasm.map_or("–".to_owned(), |time| format!("{time:.3}"));
        let wasm_ratio = row.wasm.map_or("–".to_owned(), ratio);
        out += &format!(
            "\n{:<42}{:>14.3}{:>12}{:>9}{:>12.4}{:>9}{:>8}×",
            row.what,
            row.reference,
            wasm,
            wasm_ratio,
            row.native,
            ratio(row.native),
            row.target
        );
    }
    out
}

/// What each part of `folder` that every page loads weighs: raw, gzip -9, brotli -11, and its share of the brotli total.
fn sizes(folder: &Path) -> Outcome<String> {
    let parts = size::measure(folder)?;
    let total = size::total(&parts);
    let mut out = format!("\n{:<24}{:>10}{:>10}{:>10}{:>8}", "bytes", "raw", "gzip", "brotli", "share");
    let mut all = 0;
    for part in parts.iter().filter(|part| !part.on_demand) {
        let gzip = gzipped(&project::read(&folder.join(&part.name))?)?;
        all += gzip;
        let share = 100.0 * part.brotli as f64 / total.brotli.max(1) as f64;
        out += &format!("\n{:<24}{:>10}{gzip:>10}{:>10}{share:>6.1} %", part.name, part.raw, part.brotli);
    }
    Ok(out + &format!("\n{:<24}{:>10}{all:>10}{:>10}", total.name, total.raw, total.brotli))
}

/// Milliseconds with three digits after the point.
fn rounded(milliseconds: f64) -> String {
    format!("{milliseconds:.3}")
}

fn gzipped(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map(|bytes| bytes.len()).map_err(|error| format!("Cannot compress: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_say_how_many_times_faster_ours_is() {
        let row = Row { what: "x".into(), reference: 100.0, wasm: Some(4.0), native: 0.5, target: 20.0 };
        let table = table(&[row]);
        assert!(table.contains(" 25×") && table.contains(" 200×") && table.contains(" 20×"), "{table}");
    }

    #[test]
    fn every_timing_has_a_name_of_its_own() {
        let mut names: Vec<String> =
            TASKS.iter().flat_map(|(task, _)| jobs(task)).map(|(what, _)| what).collect();
        assert_eq!(names.len(), 9);
        names.dedup();
        assert_eq!(names.len(), 9);
    }
}
