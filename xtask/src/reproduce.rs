//! `cargo xtask reproduce`: builds the tracked files in two folders whose paths differ in length, and compares every file of
//! both `dist` folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Outcome, project, run};

/// The names of the folders.
const FOLDERS: [&str; 2] = ["a", "a-folder-with-a-longer-name"];
/// What a build uses and git does not track.
const SHARED: [&str; 2] = ["node_modules", ".cache"];

/// Builds twice, and fails where a file differs or is missing.
pub fn command() -> Outcome<()> {
    let top = project::root().join("target/reproduce");
    let [first, second] = FOLDERS.map(|name| built(&top.join(name)));
    let (first, second) = (first?, second?);
    let names = first.keys().chain(second.keys().filter(|name| !first.contains_key(*name)));
    let differing: Vec<&str> =
        names.filter(|name| first.get(*name) != second.get(*name)).map(String::as_str).collect();
    if !differing.is_empty() {
        return Err(format!("These files of dist differ: {}.", differing.join(", ")));
    }
    println!("All {} files of dist are equal.", first.len());
    Ok(())
}

/// Copies the tracked files to a folder and builds there; the hashes of what is made, by path.
fn built(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    // The target folder is kept, which makes a second run quick.
    let tracked = run::quiet(run::command("git").args(["ls-files", "-z"]))?;
    for name in tracked.split('\0').filter(|name| !name.is_empty()) {
        let copy = folder.join(name);
        project::make_folder(copy.parent().unwrap_or(folder))?;
        // A file that is tracked and deleted is no part of the build.
        if project::root().join(name).is_file() {
            project::copy(&project::root().join(name), &copy)?;
        }
    }
    for name in SHARED {
        link(&project::root().join(name), &folder.join(name))?;
    }
    run::step(&format!("building in {}", project::name_of(folder)), || {
        run::quiet(
            run::cargo().args(["run", "--quiet", "--package", "xtask", "--", "dist"]).current_dir(folder),
        )
    })?;
    let mut hashes = BTreeMap::new();
    add_hashes(&folder.join("dist"), &folder.join("dist"), &mut hashes)?;
    Ok(hashes)
}

/// Makes a folder of the checkout appear in the copy.
fn link(from: &Path, to: &Path) -> Outcome<()> {
    if !from.exists() || to.exists() {
        return Ok(());
    }
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(from, to);
    #[cfg(not(unix))]
    let made = std::os::windows::fs::symlink_dir(from, to);
    made.map_err(|error| format!("Cannot link {}: {error}.", to.display()))
}

fn add_hashes(top: &Path, folder: &Path, hashes: &mut BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    let cannot = |error| format!("Cannot list {}: {error}.", folder.display());
    let entries: Vec<PathBuf> =
        fs::read_dir(folder).map_err(cannot)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    for path in entries {
        if path.is_dir() {
            add_hashes(top, &path, hashes)?;
        } else {
            let name = path.strip_prefix(top).unwrap_or(&path).display().to_string();
            hashes.insert(name, Sha256::digest(project::read(&path)?).to_vec());
        }
    }
    Ok(())
}
