//! `cargo xtask build`: everything a page loads, in `dist/web/`.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::setup::{self, Node};
use crate::{Outcome, project, run, size, styles};

/// The element with its glue: the one file that a page names.
pub const ELEMENT: &str = "cite-let.js";
/// The engine.
pub const ENGINE: &str = "citelet.wasm";
/// The styles that every page loads.
pub const STYLES: &str = "citelet.pack";

/// Sets up what is missing, builds, and prints what the page will load.
pub fn build() -> Outcome<()> {
    let node = setup::node_tools()?;
    if let Node::Missing(reason) = &node {
        eprintln!("Without wasm-opt and esbuild, for {reason}: the files are larger than they need to be.");
    }
    setup::wasm_target()?;
    project::empty_folder(&project::web())?;
    run::step("compiling the styles", || styles::default_bundle(&project::web().join(STYLES)))?;
    engine()?;
    element()?;
    licences()?;
    println!("{}", size::table(&size::measure(&project::web())?));
    Ok(())
}

/// Compiles the crate to WebAssembly, makes its JavaScript glue, and shrinks the module where that can be done.
fn engine() -> Outcome<()> {
    let mut cargo = run::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--profile",
        "wasm",
        "--target",
        setup::WASM,
        "--features",
        "wasm",
        "--lib",
    ]);
    run::step("compiling the engine to WebAssembly", || run::shown(&mut cargo))?;
    let compiled = project::root().join("target").join(setup::WASM).join("wasm").join(ENGINE);
    run::step("making the JavaScript glue", || glue(&compiled, &project::scratch()))?;
    let bound = project::scratch().join("citelet_bg.wasm");
    let shipped = project::web().join(ENGINE);
    match run::node_script("binaryen/bin/wasm-opt") {
        Some(mut optimizer) => {
            optimizer.args(["-Oz", "--converge", "--strip-target-features"]);
            optimizer.arg(&bound).arg("-o").arg(&shipped);
            run::step("shrinking the engine (wasm-opt -Oz)", || run::quiet(&mut optimizer)).map(drop)
        }
        None => project::copy(&bound, &shipped),
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
    let sources = project::root().join("www");
    if !sources.join(ELEMENT).is_file() {
        eprintln!("There is no www/{ELEMENT} yet: only the engine was built.");
        return Ok(());
    }
    let scripts: Vec<PathBuf> = project::files_in(&sources)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "js"))
        .collect();
    for script in &scripts {
        project::copy(script, &project::scratch().join(project::name_of(script)))?;
    }
    let entry = project::scratch().join(ELEMENT);
    match run::node_script("esbuild/bin/esbuild") {
        Some(mut bundler) => {
            bundler.arg(&entry).args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--charset=utf8",
            ]);
            bundler.arg("--legal-comments=none").arg("--log-level=warning");
            bundler.arg(format!("--outfile={}", project::web().join(ELEMENT).display()));
            run::shown(&mut bundler)
        }
        // Unbundled, the modules import each other by the same relative names.
        None => {
            let glue = project::scratch().join("citelet.js");
            scripts.iter().map(|script| project::name_of(script)).try_for_each(|name| {
                project::copy(&project::scratch().join(&name), &project::web().join(&name))
            })?;
            project::copy(&glue, &project::web().join("citelet.js"))
        }
    }
}

/// The texts that must go wherever the files go.
fn licences() -> Outcome<()> {
    ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]
        .iter()
        .try_for_each(|name| project::copy(&project::root().join(name), &project::web().join(name)))
}
