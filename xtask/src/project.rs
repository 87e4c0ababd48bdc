//! The folders of a checkout, and file operations whose errors are sentences.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::Outcome;

/// The root of the checkout.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What a page loads: element, engine and styles.
pub fn web() -> PathBuf {
    root().join("dist/web")
}

/// All styles and languages as packs with their index, where `cargo xtask styles --all` was run.
pub fn library() -> PathBuf {
    root().join("dist/library")
}

/// Intermediate files of the build; in cargo's target folder, so that `cargo clean` removes them too.
pub fn scratch() -> PathBuf {
    root().join("target/web")
}

/// Makes a folder, and those above it.
pub fn make_folder(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(|error| cannot("make the folder", folder, &error))
}

/// Makes a folder and empties it.
pub fn empty_folder(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| cannot("empty the folder", folder, &error))?;
    }
    make_folder(folder)
}

/// Reads a file.
pub fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| cannot("read", file, &error))
}

/// Reads a text file.
pub fn read_text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| cannot("read", file, &error))
}

/// Writes a file.
pub fn write(file: &Path, bytes: impl AsRef<[u8]>) -> Outcome<()> {
    fs::write(file, bytes).map_err(|error| cannot("write", file, &error))
}

/// Copies a file.
pub fn copy(from: &Path, to: &Path) -> Outcome<()> {
    write(to, read(from)?)
}

/// Removes a file, if it is there.
pub fn remove(file: &Path) -> Outcome<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(cannot("remove", file, &error)),
        _ => Ok(()),
    }
}

/// Copies the files of a folder and of those below it into another, which is made.
pub fn copy_folder(from: &Path, to: &Path) -> Outcome<()> {
    make_folder(to)?;
    for entry in fs::read_dir(from).map_err(|error| cannot("list", from, &error))?.filter_map(Result::ok) {
        let path = entry.path();
        let copied = to.join(name_of(&path));
        if path.is_dir() { copy_folder(&path, &copied)? } else { copy(&path, &copied)? }
    }
    Ok(())
}

/// The files directly in a folder, sorted by name; none where there is no such folder.
pub fn files_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|error| cannot("list", folder, &error))?;
    let mut files: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// Says so where the last build is older than a source of what a page loads.
pub fn warn_of_stale_build() {
    let Some(built) = changed(&web().join(OLDEST)) else { return };
    let newer = |folder: &str| newest(&root().join(folder)).filter(|(time, _)| *time > built);
    if let Some((_, source)) = newer("src").or_else(|| newer("www")) {
        let source = source.strip_prefix(root()).unwrap_or(&source).display();
        eprintln!(
            "dist/web is older than {source}: this tests the last build; `cargo xtask build` makes it anew."
        );
    }
}

/// The file that a build of every scope writes first.
const OLDEST: &str = "citelet.wasm";

/// The file in a folder and those below it that changed last.
fn newest(folder: &Path) -> Option<(SystemTime, PathBuf)> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let latest =
        |path: PathBuf| if path.is_dir() { newest(&path) } else { changed(&path).map(|time| (time, path)) };
    entries.filter_map(latest).max()
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

/// The last part of a path, for messages and tables.
pub fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> String {
    format!("Cannot {what} {}: {error}.", path.display())
}
