//! Keeps the folders of the machine that compiles out of the modules.
//!
//! The compiler leaves the names of source files in a module, for the messages of panics. Names that begin with a folder
//! of this machine would be published with it, and would make the module differ from machine to machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, project, run};

/// A folder of this machine and the name that stands for it in modules.
struct Folder {
    path: PathBuf,
    name: String,
}

/// The flags for the compiler that replace this machine's folders: those of the checkout, the sources of dependencies
/// and the sources of the standard library.
///
/// # Errors
/// When the compiler does not report its folder.
pub fn remapping_flags() -> Outcome<Vec<String>> {
    let flag = |folder: &Folder| format!("--remap-path-prefix={}={}", folder.path.display(), folder.name);
    Ok(folders()?.iter().map(flag).collect())
}

/// Checks that a module names no folder of this machine.
///
/// # Errors
/// When it does.
pub fn check(module: &[u8]) -> Outcome<()> {
    let folders = [project::root().to_owned(), cargo_home()?, standard_library()?];
    for folder in folders.into_iter().chain(env::home_dir()) {
        // The home folder of a process without a user may be the root of all folders, with which every path begins.
        if folder.components().count() > 1 && names_folder(module, &folder) {
            return Err(format!("The engine contains the path {}, which no reader needs.", folder.display()));
        }
    }
    Ok(())
}

/// Whether a module contains a path inside a folder.
fn names_folder(module: &[u8], folder: &Path) -> bool {
    let prefix = [folder.as_os_str().as_encoded_bytes(), b"/"].concat();
    module.windows(prefix.len()).any(|bytes| bytes == prefix)
}

fn folders() -> Outcome<Vec<Folder>> {
    let mut folders = vec![
        Folder { path: project::root().to_owned(), name: "/citelet".to_owned() },
        Folder {
            path: standard_library()?,
            // Where the ready-made standard library says that it was compiled.
            name: ["/rustc/", &compiler_commit()?].concat(),
        },
    ];
    // A folder for each registry; its name contains that of the host, which may be a mirror.
    let registries = fs::read_dir(cargo_home()?.join("registry/src")).into_iter().flatten();
    let registries = registries.filter_map(Result::ok).map(|entry| entry.path());
    folders.extend(registries.map(|path| Folder { path, name: "/crates".to_owned() }));
    Ok(folders)
}

/// Cargo's folder, by the rule of the cargo book's chapter "Cargo Home".
fn cargo_home() -> Outcome<PathBuf> {
    let set = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    set.or_else(home).ok_or_else(|| "There is neither CARGO_HOME nor a home folder.".to_owned())
}

/// Where the sources of the standard library are, if they are installed.
fn standard_library() -> Outcome<PathBuf> {
    let sysroot = run::quiet(run::command("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib/src/rust"))
}

fn compiler_commit() -> Outcome<String> {
    let version = run::quiet(run::command("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    commit.map(str::to_owned).ok_or_else(|| "rustc -vV names no commit-hash.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_inside_a_folder_are_found() {
        let folder = Path::new("/a/checkout");
        assert!(names_folder(b"\0\x01/a/checkout/src/lib.rs\0", folder));
        assert!(!names_folder(b"\0\x01/a/checkout2/src/lib.rs\0", folder), "another folder");
        assert!(!names_folder(b"src/lib.rs", folder));
    }

    #[test]
    fn a_module_with_a_path_of_this_machine_is_refused() {
        let path = project::root().join("src/lib.rs");
        let error = check(path.as_os_str().as_encoded_bytes()).unwrap_err();
        assert!(error.contains("contains the path"), "{error}");
        assert_eq!(check(b"/citelet/src/lib.rs /crates/talc-5.1.1/src/lib.rs"), Ok(()));
    }

    #[test]
    fn every_folder_gets_a_name_without_the_machine() {
        let flags = remapping_flags().unwrap();
        assert!(flags.iter().any(|flag| flag.ends_with("=/citelet")), "{flags:?}");
        assert!(flags.iter().any(|flag| flag.contains("=/rustc/")), "{flags:?}");
    }
}
