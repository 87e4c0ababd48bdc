//! `cargo xtask styles --all`: every official style and locale as a pack, and the index, in a folder for any web server.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use citelet::csl::compile;
use citelet::csl::compile::StyleWarning;

use super::index::{self, Independent};
use super::{Library, check};
use crate::guard;
use crate::{Outcome, project, run, size};

/// What became of everything.
#[derive(Default)]
pub struct Summary {
    styles: usize,
    /// How many locales there are.
    pub locales: usize,
    dependents: usize,
    renamed: usize,
    checked: bool,
    warnings: BTreeMap<&'static str, usize>,
    failures: Vec<String>,
    /// Bytes of each style's pack, as they are and compressed.
    packs: Vec<(usize, usize)>,
    index: (usize, usize),
    folder: usize,
}

/// One compiled style on its way to the index.
struct Made {
    index: Independent,
    warnings: Vec<StyleWarning>,
    sizes: (usize, usize),
}

/// How the styles are compiled.
#[derive(Clone, Copy, Default)]
pub struct Choices {
    /// Whether each pack is tried.
    pub check: bool,
    /// Whether styles are followed to the letter, without house rules and edits.
    pub official: bool,
}

/// Writes the folder, and returns what it has.
///
/// # Errors
/// When a file cannot be written; and, with all failures at once, when a style does not compile, a dependent or renamed
/// one leads nowhere, or, with `check`, a pack does not work.
pub fn all(library: &Library, out: &Path, choices: &Choices) -> Outcome<Summary> {
    for folder in ["styles", "locales"] {
        project::make_folder(&out.join(folder))?;
    }
    project::copy(&project::root().join("NOTICE"), &out.join("NOTICE"))?;
    let mut summary = Summary { checked: choices.check, ..Summary::default() };
    let locales = Arc::new(locales(library, out, &mut summary)?);
    let names = library.names();
    let checking = choices.check.then_some(&locales);
    let make = |name: &String| style(library, name, out, checking, choices.official);
    guard::hush();
    let made = run::step("compiling the styles", || run::on_all_cores(&names, make));
    let mut styles = Vec::new();
    for result in made {
        match result {
            Ok(made) => styles.push(summary.take(made)),
            Err(reason) => summary.failures.push(reason),
        }
    }
    dependents(library, &mut styles, &mut summary);
    let renamed = renamed(library, &mut summary);
    let index = index::index(&styles, &renamed, &library.langs()).to_string();
    summary.index = sizes(index.as_bytes())?;
    summary.folder += index.len();
    project::write(&out.join("index.json"), index)?;
    print!("{}", summary.words(out));
    if summary.failures.is_empty() { Ok(summary) } else { Err(summary.failures.join("\n")) }
}

/// The locales, each in a file of its own; all of them as one bundle.
fn locales(library: &Library, out: &Path, summary: &mut Summary) -> Outcome<Vec<u8>> {
    let mut bundle = Vec::new();
    for lang in library.langs() {
        match library.compile_locale(&lang) {
            Ok((locale, warnings)) => {
                summary.count(&warnings);
                summary.locales += 1;
                let bytes = locale.to_bytes();
                summary.folder += bytes.len();
                bundle.extend_from_slice(&bytes);
                project::write(&out.join(format!("locales/{lang}.pack")), bytes)?;
            }
            Err(reason) => summary.failures.push(reason),
        }
    }
    Ok(bundle)
}

fn style(
    library: &Library,
    name: &str,
    out: &Path,
    checking: Option<&Arc<Vec<u8>>>,
    official: bool,
) -> Outcome<Made> {
    let compiler = if official { compile::style } else { compile::house_style };
    let (style, warnings) = library.compile_style(name, compiler)?;
    let about = library.about(name).ok_or_else(|| format!("{name} is no style."))?;
    if style.name != name {
        return Err(format!("{name}: its id says that it is called “{}”", style.name));
    }
    let bytes = style.to_bytes();
    if let Some(locales) = checking {
        check::check(&bytes, locales).map_err(|reason| format!("{name}: {reason}"))?;
    }
    project::write(&out.join(format!("styles/{name}.pack")), &bytes)?;
    let has_labels = library.style_xml(name).is_some_and(|xml| xml.contains("\"citation-label\""));
    Ok(Made { index: Independent::new(about, &style, has_labels), warnings, sizes: sizes(&bytes)? })
}

/// Each dependent style below its parent.
fn dependents(library: &Library, styles: &mut [Independent], summary: &mut Summary) {
    let places: BTreeMap<String, usize> =
        styles.iter().enumerate().map(|(at, style)| (style.about.name.clone(), at)).collect();
    let names = library.dependent_names();
    let abouts = run::on_all_cores(&names, |name| library.about(name));
    for (name, about) in names.iter().zip(abouts) {
        let parent = about.as_ref().and_then(|about| about.parent.as_deref()).unwrap_or("nothing");
        let present = library.renamed(parent).unwrap_or(parent);
        match (places.get(present).and_then(|at| styles.get_mut(*at)), about) {
            (Some(style), Some(about)) => {
                summary.dependents += 1;
                style.dependents.push(about);
            }
            _ => summary.failures.push(format!("{name} depends on a style that is missing")),
        }
    }
}

/// Old names with the present ones.
fn renamed(library: &Library, summary: &mut Summary) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for old in library.renamed_names() {
        match library.renamed(old).filter(|name| library.style_xml(name).is_some()) {
            Some(name) => {
                summary.renamed += 1;
                out.insert(old.to_owned(), name.to_owned());
            }
            None => summary.failures.push(format!("{old} was renamed to a style that is missing")),
        }
    }
    out
}

fn sizes(bytes: &[u8]) -> Outcome<(usize, usize)> {
    Ok((bytes.len(), size::compressed(bytes)?))
}

impl Summary {
    /// How many styles there are, dependent ones included.
    pub fn styles(&self) -> usize {
        self.styles + self.dependents
    }

    fn take(&mut self, made: Made) -> Independent {
        self.styles += 1;
        self.count(&made.warnings);
        self.packs.push(made.sizes);
        self.folder += made.sizes.0;
        made.index
    }

    fn count(&mut self, warnings: &[StyleWarning]) {
        for warning in warnings {
            *self.warnings.entry(warning.kind.word()).or_default() += 1;
        }
    }

    fn words(&self, out: &Path) -> String {
        let mut text = String::new();
        let (styles, locales) = (self.styles, self.locales);
        let checked = if self.checked { ", each formats the varied records in every form" } else { "" };
        let _ = writeln!(text, "{styles} independent styles{checked}");
        let (dependents, renamed) = (self.dependents, self.renamed);
        let _ = writeln!(text, "{dependents} dependent styles, {renamed} former names, {locales} locales");
        let _ = writeln!(text, "{} warnings", self.warnings.values().sum::<usize>());
        for (kind, number) in &self.warnings {
            let _ = writeln!(text, "{number:8} {kind}");
        }
        let of = |pick: fn(&(usize, usize)) -> usize| {
            let mut sizes: Vec<usize> = self.packs.iter().map(pick).collect();
            sizes.sort_unstable();
            let at = |index: usize| sizes.get(index).copied().unwrap_or(0);
            (at(sizes.len() / 2), at(sizes.len().saturating_sub(1)))
        };
        for (what, (median, largest)) in [("bytes", of(|size| size.0)), ("with brotli", of(|size| size.1))] {
            let _ = writeln!(text, "a style's pack, {what}: {median} in the median, {largest} at most");
        }
        let _ = writeln!(text, "index.json: {} bytes, {} with brotli", self.index.0, self.index.1);
        let _ = writeln!(text, "{}: {:.1} MB", out.display(), self.folder as f64 / 1e6);
        text
    }
}
