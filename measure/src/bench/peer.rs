//! The page with citation.js that `bench --cold --beside citation-js` measures beside the widget.

use std::path::PathBuf;

use xtask::{Outcome, project, run};

/// The name of its script.
pub(super) const SCRIPT: &str = "citation-js.js";

/// Installs citation.js from the npm registry and bundles it as a page would; the folder with the script.
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
    bundler.args(["page.js", "--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"]);
    run::quiet(bundler.arg(format!("--outfile=built/{SCRIPT}")).current_dir(&folder))?;
    Ok(built)
}
