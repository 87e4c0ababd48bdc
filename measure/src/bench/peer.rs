//! The pages with citation.js that `bench --cold --beside citation-js` measures beside the widget: its release for browsers, as its
//! README has it, and a bundle of the two packages that APA needs.

use std::path::PathBuf;

use xtask::{Outcome, project, run};

/// The name of the script with the release.
pub(super) const RELEASE: &str = "release.js";
/// The name of the script with the bundle.
pub(super) const BUNDLE: &str = "bundle.js";

/// What brings `Cite` in the bundle.
const IMPORTS: &str = "import { Cite } from '@citation-js/core';\nimport '@citation-js/plugin-csl';\n";

/// Installs citation.js from the npm registry and makes both scripts; their folder.
///
/// # Errors
/// When it cannot be installed, or esbuild is missing.
pub(super) fn folder() -> Outcome<PathBuf> {
    let folder = project::root().join("target/citation-js");
    project::make_folder(&folder)?;
    for file in project::files_in(&project::root().join("measure/js/citation-js"))? {
        project::copy(&file, &folder.join(project::name_of(&file)))?;
    }
    let install = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
    run::step("installing citation.js", || {
        run::quiet(run::command("npm").args(install).current_dir(&folder))
    })?;
    let mut bundler =
        run::node_script("esbuild/bin/esbuild").ok_or("esbuild is missing; `npm ci` installs it.")?;
    let built = folder.join("built");
    project::empty_folder(&built)?;
    let page = project::read_text(&folder.join("page.js"))?;
    project::write(&folder.join(BUNDLE), [IMPORTS, &page].concat())?;
    bundler.args([BUNDLE, "--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8"]);
    run::quiet(bundler.arg(format!("--outfile=built/{BUNDLE}")).current_dir(&folder))?;
    // The release is no strict code, and assigns its `require` to a global variable.
    let release = project::read_text(&folder.join("node_modules/citation-js/build/citation.min.js"))?;
    let parts = ["var require;\n", &release, "\nconst Cite = require('citation-js');\n", &page];
    project::write(&built.join(RELEASE), parts.concat())?;
    Ok(built)
}
