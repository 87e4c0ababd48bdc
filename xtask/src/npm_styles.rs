//! The npm package `citelet-styles`: all official styles and locales as packs, and what finds and loads them.

use std::path::{Path, PathBuf};

use crate::styles::Library;
use crate::styles::all::{self, Choices, Summary};
use crate::{Outcome, npm, project};

/// Modules of the element that the package has too.
const MODULES: [&str; 2] = ["error.js", "library-index.js"];

/// What tests have of the library: independent styles, one with a language of its own, a dependent style, locales.
const SAMPLE: [&str; 4] = ["apa", "nature", "din-1505-2", "nature-physics"];
const SAMPLE_LOCALES: [&str; 3] = ["de-AT", "de-DE", "en-US"];

/// Where the package is made.
pub fn folder() -> PathBuf {
    project::root().join("dist/npm-styles")
}

/// The library in it.
pub fn library() -> PathBuf {
    folder().join("library")
}

/// Makes the package.
///
/// # Errors
/// When the styles cannot be fetched or compiled.
pub fn package() -> Outcome<()> {
    fill(&folder(), &Library::open(project::root())?)
}

/// Makes the package with few styles, for tests.
///
/// # Errors
/// When the styles cannot be fetched or compiled.
pub fn sample(into: &Path) -> Outcome<()> {
    let (library, xml) = (Library::open(project::root())?, project::scratch().join("npm-styles-xml"));
    project::empty_folder(&xml)?;
    project::make_folder(&xml.join("dependent"))?;
    for name in SAMPLE {
        let text = library.style_xml(name).ok_or_else(|| format!("There is no CSL style “{name}”."))?;
        let folder = if citelet::csl::compile::parent_of(&text).is_some() { "dependent/" } else { "" };
        project::write(&xml.join(format!("{folder}{name}.csl")), text)?;
    }
    for lang in SAMPLE_LOCALES {
        let text = library.locale_xml(lang).ok_or_else(|| format!("There is no CSL locale “{lang}”."))?;
        project::write(&xml.join(format!("locales-{lang}.xml")), text)?;
    }
    fill(into, &Library::of_folders(&xml, &xml)?)
}

fn fill(folder: &Path, styles: &Library) -> Outcome<()> {
    project::empty_folder(folder)?;
    let summary: Summary = all::all(styles, &folder.join("library"), &Choices::default())?;
    let [sources, www] = ["package/styles", "www"].map(|name| project::root().join(name));
    for file in project::files_in(&sources)? {
        project::copy(&file, &folder.join(project::name_of(&file)))?;
    }
    for name in MODULES {
        project::copy(&www.join(name), &folder.join(name))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
        project::copy(&project::root().join(name), &folder.join(name))?;
    }
    let readme = project::read_text(&folder.join("README.md"))?
        .replace("{{styles}}", &summary.styles().to_string())
        .replace("{{locales}}", &summary.locales.to_string());
    project::write(&folder.join("README.md"), readme)?;
    project::write(&folder.join("package.json"), npm::manifest(&sources)?)
}
