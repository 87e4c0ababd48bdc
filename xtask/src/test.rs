//! `cargo xtask test`: all checks of the project.
//!
//! Each check shows its runner's own output. A failing check does not stop the others; a summary lists what ran,
//! what was skipped with the reason, and what failed.

use std::process::Command;
use std::time::Instant;

use crate::setup::{self, Browser, Node};
use crate::{Outcome, api, build, npm, plugin, project, run, single, styles};

/// The crate as a page runs it: impossible data meets its fallback, not the assertion in front of it. A profile of its own
/// would have all dependencies compiled once more.
const UNASSERTED: [&str; 4] = [
    "--config",
    "profile.dev.package.citelet.debug-assertions=false",
    "--config",
    "profile.dev.package.citelet.overflow-checks=false",
];

/// How much is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Full,
    /// What takes ten minutes in a fresh checkout and some minutes later: no browsers and no package.
    Quick,
}

/// How a check ended, unless it failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It ran and passed.
    Passed,
    /// It did not run; the reason, with the way to have it run.
    Skipped(String),
}

/// The checks so far, each with its time.
#[derive(Default)]
struct Report {
    rows: Vec<(String, Outcome<End>, String)>,
}

/// Runs all checks, and fails when one does.
pub fn test(extent: Extent) -> Outcome<()> {
    let start = Instant::now();
    let full = extent == Extent::Full;
    if full {
        setup::system_packages();
    }
    setup::wasm_target()?;
    let node = setup::node_tools()?;
    let mut report = Report::default();
    report.check("formatting", || passes(run::cargo().args(["fmt", "--all", "--check"])));
    report.check("lints", || clippy(&["--workspace", "--all-targets", "--all-features"]));
    for engine in build::ENGINES.into_iter().chain([single::ENGINE, build::HTML_READER]) {
        let features = [engine.features, ",internals"].concat();
        let what = ["--lib", "--no-default-features", "--features", &features, "--target", setup::WASM];
        report.check(&["lints for the ", engine.title].concat(), || clippy(&what));
    }
    report.check("documentation", documentation);
    report.check("public names", api::check);
    report.check("build", || build::build(build::Scope::Everything).map(|()| End::Passed));
    report.check("OJS plugin", plugin::test);
    report.check("Rust tests", || passes(run::cargo().args(["test", "--workspace"])));
    if full {
        report.check("Rust tests without assertions", || {
            passes(run::cargo().args(["test", "--package", "citelet", "--tests"]).args(UNASSERTED))
        });
        report.check("npm package", || with_node(&node, npm::test));
        report.check("widget in the browsers", || with_node(&node, || widget(Extent::Quick)));
        for browser in setup::BROWSERS {
            report.missing(browser);
        }
    }
    report.finish(start)
}

/// Tests that the work on each field of each reader grows no faster than the field.
///
/// # Errors
/// When it does.
pub fn linear() -> Outcome<()> {
    run::shown(run::cargo().args(["test", "--test", "linear", "--", "--ignored"]))
}

/// Tests the server settings that are handed out, in real servers. Needs a build.
///
/// # Errors
/// When Node is missing or a test fails. A server that is missing is skipped.
pub fn servers() -> Outcome<()> {
    run::shown(run::command("node").args(["--test", "--test-reporter=spec", "tests/servers/"]))
}

fn passes(command: &mut Command) -> Outcome<End> {
    run::shown(command).map(|()| End::Passed)
}

fn clippy(what: &[&str]) -> Outcome<End> {
    passes(run::cargo().arg("clippy").args(what).args(["--", "--deny", "warnings"]))
}

/// The crate's documentation, with all that docs.rs shows, without a warning.
fn documentation() -> Outcome<End> {
    let mut cargo = run::cargo();
    cargo.args(["doc", "--quiet", "--no-deps", "--package", "citelet", "--features", "compile,html"]);
    passes(cargo.env("RUSTDOCFLAGS", "--deny warnings"))
}

fn with_node(node: &Node, check: impl FnOnce() -> Outcome<End>) -> Outcome<End> {
    match node {
        Node::Ready => check(),
        Node::Missing(reason) => Ok(End::Skipped(reason.clone())),
    }
}

/// Tests the widget in every browser that is installed, with the pages of `tests/browser`. In full, every scenario also runs
/// without WebAssembly and from one file, which takes a quarter of an hour for each browser.
///
/// # Errors
/// When Node or the build is missing, or a test fails.
pub fn widget(extent: Extent) -> Outcome<End> {
    project::warn_of_stale_build();
    styles::samples(
        &project::scratch().join("pages/library"),
        &["din-1505-2-alphanumeric", "gewerblicher-rechtsschutz-und-urheberrecht", "nature"],
        &["de-DE"],
    )?;
    let mut node = run::command("node");
    if extent == Extent::Full {
        node.env("CITELET_ALL", "1");
    }
    passes(node.args(["--test", "--test-reporter=spec", "tests/browser/"]))
}

impl Report {
    /// Runs a check under a heading and notes how it ended.
    fn check(&mut self, name: &str, check: impl FnOnce() -> Outcome<End>) {
        println!("\n── {name}");
        let start = Instant::now();
        let end = check();
        match &end {
            Ok(End::Passed) => {}
            Ok(End::Skipped(reason)) => println!("skipped: {reason}"),
            Err(reason) => eprintln!("{reason}"),
        }
        self.rows.push((name.to_owned(), end, run::seconds(start)));
    }

    /// Notes a browser that is missing, and so was not tested.
    fn missing(&mut self, browser: &Browser) {
        if let Some(reason) = browser.missing() {
            let name = ["widget in ", browser.name].concat();
            self.rows.push((name, Ok(End::Skipped(reason)), String::new()));
        }
    }

    /// Prints the summary; an error when a check failed.
    fn finish(self, start: Instant) -> Outcome<()> {
        println!("\n── summary");
        for (name, end, time) in &self.rows {
            match end {
                Ok(End::Passed) => println!("passed   {name:<30}{time:>8}"),
                Ok(End::Skipped(reason)) => println!("skipped  {name}: {reason}"),
                Err(_) => println!("FAILED   {name:<30}{time:>8}"),
            }
        }
        let failed: Vec<&str> =
            self.rows.iter().filter(|row| row.1.is_err()).map(|row| row.0.as_str()).collect();
        println!("{} checks in {}", self.rows.len(), run::seconds(start));
        if failed.is_empty() { Ok(()) } else { Err(format!("Failed: {}.", failed.join(", "))) }
    }
}
