//! `cargo xtask fuzz [MINUTES]`: every target of `fuzz/` in turn, each for its share of the time.
//!
//! A target begins with the inputs of `fuzz/seeds/TARGET`, which are tracked, and keeps what it finds in `fuzz/corpus/`,
//! which is not. An input that breaks it becomes a file of `tests/cases/fuzzed/TARGET`, and `tests/fuzzed.rs` runs it
//! from then on.

use std::fs;
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::{Outcome, project, run};

/// Seconds of each target where no time is given.
const SECONDS: u64 = 60;
/// The code counts where inputs lead, but not what they are compared with: that halves the executions. Words that inputs are
/// compared with are in a list instead.
const BUILD: [&str; 4] = ["--sanitizer", "none", "-O", "--no-trace-compares"];
/// That list, in the folder of the targets.
const WORDS: &str = "words.dict";
/// The longest input, in bytes; longer ones are slower and find no more.
const MAX_LENGTH: &str = "-max_len=4096";

/// Runs the targets; an error when one of them was broken.
pub fn command(minutes: Option<&str>) -> Outcome<()> {
    if run::find("cargo-fuzz").is_none() {
        return Err("cargo-fuzz is missing: `cargo install cargo-fuzz --locked` installs it, and it needs a C++ compiler.".to_owned());
    }
    let targets = targets()?;
    let seconds = match minutes {
        None => SECONDS,
        Some(minutes) => {
            let minutes: u64 =
                minutes.parse().map_err(|_| format!("“{minutes}” is no number of minutes."))?;
            (60 * minutes / targets.len().max(1) as u64).max(1)
        }
    };
    run::shown(fuzz("build").args(BUILD))?;
    println!("{:<12}{:>14}{:>12}", "target", "executions", "a second");
    let mut broken = Vec::new();
    for target in &targets {
        let (executions, passed) = run_target(target, seconds)?;
        println!("{target:<12}{executions:>14}{:>12}", executions / seconds);
        if !passed {
            broken.extend(keep(target)?);
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(format!("Inputs that break a target: {}.", broken.join(", ")))
    }
}

/// The names of the targets.
fn targets() -> Outcome<Vec<String>> {
    let files = project::files_in(&project::root().join("fuzz/fuzz_targets"))?;
    let mut names: Vec<String> =
        files.iter().filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned())).collect();
    names.sort();
    Ok(names)
}

/// A command of cargo-fuzz. Without sanitizers, which safe Rust needs not, a stable compiler builds the targets. They are
/// built outside `fuzz/`, whose files are sources.
fn fuzz(subcommand: &str) -> Command {
    let mut cargo = run::cargo();
    cargo.args(["fuzz", subcommand, "--target-dir"]).arg(project::root().join("target/fuzz"));
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo
}

/// Runs a target; how often it was executed, and whether it passed.
fn run_target(target: &str, seconds: u64) -> Outcome<(u64, bool)> {
    let fuzz_folder = project::root().join("fuzz");
    let [corpus, seeds] = ["corpus", "seeds"].map(|kind| fuzz_folder.join(kind).join(target));
    project::make_folder(&corpus)?;
    let mut command = fuzz("run");
    command.args(BUILD).arg(target).arg(&corpus).arg(&seeds);
    command.args(["--", "-print_final_stats=1", MAX_LENGTH]).arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-dict={}", fuzz_folder.join(WORDS).display()));
    let output = command.output().map_err(|error| format!("Cannot run cargo fuzz: {error}."))?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let count = printed.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    if count.is_none() && output.status.success() {
        return Err(format!("The target {target} printed no figures:\n{printed}"));
    }
    Ok((count.and_then(|count| count.trim().parse().ok()).unwrap_or(0), output.status.success()))
}

/// Copies the inputs that broke a target to the tests, and returns their paths.
fn keep(target: &str) -> Outcome<Vec<String>> {
    let found = project::root().join("fuzz/artifacts").join(target);
    let folder = Path::new("tests/cases/fuzzed").join(target);
    project::make_folder(&project::root().join(&folder))?;
    let mut kept = Vec::new();
    for file in project::files_in(&found)? {
        let bytes = project::read(&file)?;
        let digest: String =
            Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let case = folder.join(digest);
        project::write(&project::root().join(&case), bytes)?;
        fs::remove_file(&file).map_err(|error| format!("Cannot remove {}: {error}.", file.display()))?;
        kept.push(case.display().to_string());
    }
    Ok(kept)
}
