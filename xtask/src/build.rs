//! `cargo xtask build`: everything a page loads, in `dist/web/`.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::setup::{self, Node};
use crate::{Outcome, project, run, size, styles};

/// The element with its glue: the one file that a page names.
pub const ELEMENT: &str = "cite-let.js";
/// The engine.
pub const ENGINE: &str = "citelet.wasm";
/// wasm-bindgen's JavaScript for the engine.
pub const GLUE: &str = "citelet.js";
/// The styles that every page loads.
pub const STYLES: &str = "citelet.pack";

/// The engines, with the features of the crate that make each.
pub const ENGINES: [(&str, &str); 2] = [("page's engine", "wasm"), ("full engine", "wasm,full")];

/// Sets up what is missing, builds, and prints what the page will load.
pub fn build() -> Outcome<()> {
    let node = setup::node_tools()?;
    if let Node::Missing(reason) = &node {
        eprintln!("Without wasm-opt and esbuild, for {reason}: the files are larger than they need to be.");
    }
    setup::wasm_target()?;
    project::empty_folder(&project::web())?;
    run::step("compiling the styles", || styles::default_bundle(&project::web().join(STYLES)))?;
    engine("wasm", &project::scratch(), &project::web().join(ENGINE))?;
    element()?;
    licences()?;
    println!("{}", size::table(&size::measure(&project::web())?));
    Ok(())
}

/// Builds the engine that formats several records too, and returns the folder that it lies in with its glue.
pub fn full_engine() -> Outcome<PathBuf> {
    let folder = project::scratch().join("full");
    engine("wasm,full", &folder, &folder.join(ENGINE))?;
    Ok(folder)
}

/// Compiles the crate to WebAssembly with some features, makes its JavaScript glue in `folder`, and shrinks the module
/// to `shipped` where that can be done.
fn engine(features: &str, folder: &Path, shipped: &Path) -> Outcome<()> {
    let mut cargo = run::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--profile",
        "wasm",
        "--target",
        setup::WASM,
        "--no-default-features",
        "--features",
        features,
        "--lib",
    ]);
    run::step("compiling the engine to WebAssembly", || run::shown(&mut cargo))?;
    let compiled = project::root().join("target").join(setup::WASM).join("wasm").join(ENGINE);
    run::step("making the JavaScript glue", || glue(&compiled, folder))?;
    let bound = folder.join("citelet_bg.wasm");
    match run::node_script("binaryen/bin/wasm-opt") {
        Some(mut optimizer) => {
            optimizer.args(["-Oz", "--converge", "--strip-target-features"]);
            // Both make the module larger and what travels smaller, for brotli finds more that repeats.
            optimizer.args(["--one-caller-inline-max-function-size=0", "--skip-pass=local-cse"]);
            optimizer.arg(&bound).arg("-o").arg(shipped);
            run::step("shrinking the engine (wasm-opt -Oz)", || run::quiet(&mut optimizer)).map(drop)
        }
        None => project::copy(&bound, shipped),
    }
}

/// Writes `citelet.js` and `citelet_bg.wasm` to `folder`. Here and nowhere else wasm-bindgen's tool is called, and as
/// a library, so that its version is the one in Cargo.lock.
fn glue(module: &Path, folder: &Path) -> Outcome<()> {
    project::make_folder(folder)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The element decides where the engine lies; without this the glue names a file of its own.
        .omit_default_module_path(true);
    let generated = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder));
    generated.map_err(|error| format!("wasm-bindgen cannot make the JavaScript glue: {error:#}"))
}

/// Joins the element, its helpers and the glue into one module.
fn element() -> Outcome<()> {
    let modules = modules(ELEMENT)?;
    let Some(mut bundler) = run::node_script("esbuild/bin/esbuild") else {
        // Unbundled, the modules find each other by the same names.
        return modules.iter().try_for_each(|name| project::copy(&module(name), &project::web().join(name)));
    };
    // The glue has to lie beside the modules that import it.
    let folder = project::scratch().join("modules");
    project::empty_folder(&folder)?;
    modules.iter().try_for_each(|name| project::copy(&module(name), &folder.join(name)))?;
    bundler.arg(folder.join(ELEMENT)).arg(format!("--outfile={}", project::web().join(ELEMENT).display()));
    bundler.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"]);
    bundler.args(["--legal-comments=none", "--log-level=warning"]);
    run::shown(&mut bundler)
}

/// Where a module of the page's scripts lies: the glue is made, all others are written in `www/`.
pub fn module(name: &str) -> PathBuf {
    let folder = if name == GLUE { project::scratch() } else { project::root().join("www") };
    folder.join(name)
}

/// A module and all that it imports, however indirectly, by file name.
pub fn modules(entry: &str) -> Outcome<Vec<String>> {
    let mut found = vec![entry.to_owned()];
    let mut next = 0;
    while let Some(name) = found.get(next).cloned() {
        next += 1;
        let text = project::read_text(&module(&name))?;
        for imported in text.split("from './").skip(1).filter_map(|rest| rest.split('\'').next()) {
            if !found.iter().any(|known| known == imported) {
                found.push(imported.to_owned());
            }
        }
    }
    Ok(found)
}

/// The texts that must go wherever the files go.
fn licences() -> Outcome<()> {
    ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]
        .iter()
        .try_for_each(|name| project::copy(&project::root().join(name), &project::web().join(name)))
}
