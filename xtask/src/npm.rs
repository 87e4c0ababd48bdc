//! The npm package, from the same files that pages load: made in `dist/npm/`, and tested as its users get it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::test::End;
use crate::{Outcome, build, inline, npm_styles, project, run, without_wasm};

/// The module for programs that fetch records from registries. The element does not import it.
const REGISTRIES: &str = "registry.js";
/// The element with all it needs in one module.
const INLINE: &str = "inline.js";
/// The folder of what `npx citelet` runs.
const COMMAND: &str = "cli";

/// Where the package is made.
pub fn folder() -> PathBuf {
    project::root().join("dist/npm")
}

/// Makes the package from the output of `cargo xtask build`. The modules are not bundled, because its users have bundlers.
pub fn package() -> Outcome<()> {
    let folder = folder();
    project::empty_folder(&folder)?;
    let mut modules = build::modules(build::ELEMENT)?;
    for entry in build::on_demand()?.iter().map(String::as_str).chain([REGISTRIES]) {
        modules.extend(build::modules(entry)?);
    }
    // It exists as a bundle only, which is copied with the other files of the build.
    modules.retain(|name| name != without_wasm::TRANSLATION);
    for name in &modules {
        project::copy(&build::module(name), &folder.join(name))?;
    }
    let texts = build::texts()?;
    for file in project::files_in(&project::web())? {
        let name = project::name_of(&file);
        // The unbundled modules of the same names are in the package already.
        let is_there = modules.contains(&name) || texts.iter().any(|(text, _)| *text == name);
        if !is_there && name != build::SINGLE {
            project::copy(&file, &folder.join(name))?;
        }
    }
    for file in project::files_in(&sources())? {
        project::copy(&file, &folder.join(project::name_of(&file)))?;
    }
    project::copy_folder(&sources().join(COMMAND), &folder.join(COMMAND))?;
    for end in [".js", ".wasm"] {
        let name = [build::HTML_READER.name, end].concat();
        project::copy(&project::scratch().join(&name), &folder.join(COMMAND).join(name))?;
    }
    languages(&texts, &folder)?;
    inline::write(&folder.join(INLINE))?;
    let www = project::root().join("www");
    for file in project::files_in(&www)? {
        let name = project::name_of(&file);
        if name.ends_with(".d.ts") || name == "custom-elements.json" {
            project::copy(&file, &folder.join(name))?;
        }
    }
    let languages: String = build::language_texts().into_iter().map(|(_, text)| text).collect();
    project::write(&folder.join("languages.txt"), languages)?;
    project::write(&folder.join("package.json"), manifest(&sources())?)
}

/// Writes what a page loads for its language as modules, for bundlers find those everywhere, and files not.
fn languages(texts: &[(String, String)], folder: &Path) -> Outcome<()> {
    let mut by_tag: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for (name, text) in texts {
        let tag = name.split(['-', '.']).nth(1).unwrap_or_default();
        by_tag.entry(tag).or_default().insert(name.clone(), text.as_str().into());
    }
    let mut loaders = String::from("export const LANGUAGES = {\n  __proto__: null,\n");
    for (tag, texts) in by_tag {
        loaders.push_str(&format!("  {tag}: () => import('./language-{tag}.js'),\n"));
        let module = format!("export const TEXTS = {};\n", Value::Object(texts));
        project::write(&folder.join(format!("language-{tag}.js")), module)?;
    }
    project::write(&folder.join("language-modules.js"), loaders + "};\n")
}

/// The files that only the package has: manifest, readme, entry points.
fn sources() -> PathBuf {
    project::root().join("package/npm")
}

/// The `package.json` in a folder, with the version of Cargo.toml.
pub fn manifest(folder: &Path) -> Outcome<String> {
    let file = folder.join("package.json");
    let text = project::read_text(&file)?;
    let broken = |error: serde_json::Error| format!("{} is not JSON: {error}.", file.display());
    let mut manifest: Value = serde_json::from_str(&text).map_err(broken)?;
    if let Some(version) = manifest.get_mut("version") {
        *version = citelet::VERSION.into();
    }
    serde_json::to_string_pretty(&manifest).map(|text| text + "\n").map_err(broken)
}

/// Packs the package, installs it in an empty project as its users would, and runs `tests/npm` there: the engine in
/// Node, and the types.
pub fn test() -> Outcome<End> {
    project::warn_of_stale_build();
    package()?;
    let project = project::scratch().join("npm-test");
    project::empty_folder(&project)?;
    project::write(&project.join("package.json"), "{\"private\": true, \"type\": \"module\"}\n")?;
    let tarball = run::step("packing the package", || pack(&folder(), &project))?;
    let styles = project::scratch().join("npm-styles");
    npm_styles::sample(&styles)?;
    let styles = pack(&styles, &project)?;
    let install = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    run::quiet(run::command("npm").args(install).args([tarball, styles]).current_dir(&project))?;
    for file in project::files_in(&project::root().join("tests/npm"))? {
        project::copy(&file, &project.join(project::name_of(&file)))?;
    }
    run::shown(run::command("node").args(["--test", "--test-reporter=spec"]).current_dir(&project))?;
    if let Some(mut compiler) = run::node_script("typescript/bin/tsc") {
        let options =
            ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
        run::step("checking the types", || {
            run::quiet(compiler.args(options).arg("types.ts").current_dir(&project))
        })?;
    }
    Ok(End::Passed)
}

/// Packs a package into `into` and returns the name of the tarball.
pub fn pack(package: &Path, into: &Path) -> Outcome<String> {
    let printed = run::quiet(
        run::command("npm").args(["pack", "--silent", "--pack-destination"]).arg(into).current_dir(package),
    )?;
    printed
        .lines()
        .last()
        .map(|name| ["./", name].concat())
        .ok_or_else(|| "npm pack named no file.".to_owned())
}
