//! Where data sets lie and how their files are read. None of them belongs to the repository.

use std::env;
use std::path::{self, Path, PathBuf};

use serde_json::Value;

use xtask::{Outcome, project};

/// The folder of all data sets: the environment variable `CITELET_DATA`, or `shared` beside the checkout. It is absolute,
/// since programs with another working directory read there too.
pub fn root() -> PathBuf {
    let beside = || project::root().join("../shared");
    let folder = env::var_os("CITELET_DATA").map_or_else(beside, PathBuf::from);
    path::absolute(&folder).unwrap_or(folder)
}

/// A data set's folder, where there is one. Tests that need it are ignored without it.
pub fn folder(name: &str) -> Option<PathBuf> {
    let folder = root().join(name);
    folder.is_dir().then_some(folder)
}

/// The files of a folder whose names end so, sorted.
///
/// # Errors
/// When there is none: a mistyped folder must not count as a perfect score.
pub fn files_with_ending(dir: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut files = project::files_in(dir)?;
    files.retain(|file| project::name_of(file).ends_with(ending));
    if files.is_empty() {
        return Err(format!("There is no file *{ending} in {}.", dir.display()));
    }
    Ok(files)
}

/// Reads a JSON file.
pub fn read_json(file: &Path) -> Outcome<Value> {
    let text = project::read_text(file)?;
    serde_json::from_str(&text).map_err(|error| format!("{} is no JSON: {error}.", file.display()))
}

/// Reads a file with one JSON value a line.
pub fn read_json_lines(file: &Path) -> Outcome<Vec<Value>> {
    let text = project::read_text(file)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line)
                .map_err(|error| format!("{}, line {}, is no JSON: {error}.", file.display(), at + 1))
        })
        .collect()
}
