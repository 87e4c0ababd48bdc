//! `cargo xtask build`: everything a page loads, in `dist/web/`.

use std::path::{Path, PathBuf};

use citelet::languages::Languages;
use wasm_bindgen_cli_support::Bindgen;

use crate::glue::{self, Bound};
use crate::setup::{self, Node};
use crate::{Outcome, bodies, inline, order, project, run, single, size, source_paths, styles, without_wasm};

/// The element with its glue: the one file that a page names.
pub const ELEMENT: &str = "cite-let.js";
/// The element with all it needs in a single file, where there is one.
pub const SINGLE: &str = "cite-let.single.js";
/// The module that cargo makes of the crate, with any features.
const COMPILED: &str = "citelet.wasm";
/// The profile for what every page loads.
pub const SMALL: &str = "wasm";
/// Options for LLVM that make the small modules smaller, by how much of the page's engine (brotli).
const LLVM_OPTIONS: [&str; 5] = [
    // Values of several words are copied by one instruction and not word by word: 1.2 kB.
    "-max-store-memcpy=1",
    // Loops compute an address from their counter, and need no variable more for it: 0.9 kB.
    "-disable-lsr",
    // What is loaded on some ways to a place is not loaded ahead of it on the others: 0.3 kB.
    "-enable-load-pre=false",
    // Instructions that two ways end with alike are left to wasm-opt to merge: 0.2 kB.
    "-simplifycfg-sink-common=false",
    // A choice among constants stays code, which repeats more than tables do: 0.05 kB.
    "-switch-to-lookup=false",
];
/// The engine that Node loads, and pages on demand.
pub const FULL_ENGINE: &str = "citelet-full.wasm";
/// wasm-bindgen's JavaScript for each engine.
const GLUE: [&str; 3] = ["citelet.js", "citelet-export.js", "citelet-full.js"];
/// The module with the tags of the languages that have a file.
const LANGUAGE_TAGS: &str = "language-tags.js";
/// What the widget says in other languages than English: folders of `www/` with a file for each language. Pages load
/// `FOLDER-TAG.json` on demand.
pub const TRANSLATIONS: [&str; 2] = ["strings", "repairs"];
/// The styles that every page loads.
pub const STYLES: &str = "citelet.pack";

/// The module that writes files, which pages load on demand.
pub const EXPORTER: &str = "citelet-export.wasm";

/// The engines. Every page loads the first; pages load the others when they are needed, and Node always the last.
pub const ENGINES: [Engine; 3] = [
    Engine { title: "page's engine", name: "citelet", features: "wasm", profile: SMALL },
    Engine { title: "exporter", name: "citelet-export", features: "exporter", profile: SMALL },
    Engine { title: "full engine", name: "citelet-full", features: "wasm,full", profile: "wasm-full" },
];

/// The module of the npm package that reads saved pages, which have no DOM. Pages never load it.
pub const HTML_READER: Engine = Engine {
    title: "reader of HTML",
    name: "citelet-html",
    features: "exporter,html,languages",
    profile: SMALL,
};

/// One of the builds of the crate for WebAssembly.
#[derive(Clone, Copy)]
pub struct Engine {
    /// Its name in messages.
    pub title: &'static str,
    /// The name of the module and of its glue, without extension.
    pub name: &'static str,
    /// The features of the crate.
    pub features: &'static str,
    /// The profile of cargo.
    pub profile: &'static str,
}

impl Engine {
    /// The file name of the module that is handed out.
    pub fn module(&self) -> String {
        [self.name, ".wasm"].concat()
    }
}

/// How a module of scripts is bundled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A module, which other modules may import.
    Module,
    /// A script that pages may load as a module and as a classic script.
    Classic,
    /// A module that its users bundle once more, with nothing beside it.
    Inline,
}

/// Which engines a build makes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All.
    Everything,
    /// Only the page's, which takes a third of the time.
    Page,
}

/// Sets up what is missing, builds, and prints what the page will load.
pub fn build(scope: Scope) -> Outcome<()> {
    let node = setup::node_tools()?;
    if let Node::Missing(reason) = &node {
        eprintln!("The files will be larger than necessary, without wasm-opt and esbuild: {reason}.");
    }
    setup::wasm_target()?;
    project::empty_folder(&project::web())?;
    run::step("compiling the styles", || styles::default_bundle(&project::web().join(STYLES)))?;
    languages()?;
    let [page, others @ ..] = &ENGINES;
    engine(page, &project::web())?;
    if scope == Scope::Everything {
        others.iter().try_for_each(|other| engine(other, &project::web()))?;
    }
    element(scope)?;
    if scope == Scope::Everything {
        engine(&HTML_READER, &project::scratch())?;
    }
    if scope == Scope::Everything && matches!(node, Node::Ready) {
        without_wasm::build()?;
        single::build()?;
    }
    licences()?;
    println!("{}", size::table(&size::measure(&project::web())?));
    Ok(())
}

/// Writes the files for each language and the module with their tags. What all languages share is in the
/// engine, and with it what a page in English needs.
fn languages() -> Outcome<()> {
    project::make_folder(&project::scratch())?;
    let mut tags = Vec::new();
    for (tag, text) in language_texts_for_pages().into_iter().filter(|(tag, _)| *tag != "en") {
        project::write(&project::web().join(format!("language-{tag}.txt")), text)?;
        tags.push(tag.to_owned());
    }
    let mut spoken = Vec::new();
    for folder in TRANSLATIONS {
        spoken = translations(folder)?;
    }
    if let Some(tag) = spoken.iter().find(|tag| !tags.contains(tag)) {
        return Err(format!("The widget has strings in “{tag}”, but src/languages has no file for it."));
    }
    // The languages of the widget come first, so that one list does for both: 50 bytes that every page loads.
    let count = spoken.len();
    tags.retain(|tag| !spoken.contains(tag));
    spoken.append(&mut tags);
    let module = format!(
        "export const LANGUAGE_TAGS = '{}'.split(' ');\nexport const STRINGS_TAGS = LANGUAGE_TAGS.slice(0, {count});\n",
        spoken.join(" ")
    );
    project::write(&project::scratch().join(LANGUAGE_TAGS), module)
}

/// Writes the files of one folder of translations without their white space, and returns the tags of the languages.
fn translations(folder: &str) -> Outcome<Vec<String>> {
    let mut tags = Vec::new();
    for file in project::files_in(&project::root().join("www").join(folder))? {
        let name = project::name_of(&file);
        let broken = |error| format!("www/{folder}/{name} is not JSON: {error}.");
        let texts: serde_json::Value = serde_json::from_str(&project::read_text(&file)?).map_err(broken)?;
        project::write(&project::web().join(format!("{folder}-{name}")), texts.to_string())?;
        tags.push(name.trim_end_matches(".json").to_owned());
    }
    Ok(tags)
}

/// The files of the build that a page loads for its language, each with its text.
pub fn texts() -> Outcome<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for file in project::files_in(&project::web())? {
        let name = project::name_of(&file);
        let starts = [&["language"], &TRANSLATIONS[..]].concat();
        if starts.iter().any(|start| name.strip_prefix(start).is_some_and(|rest| rest.starts_with('-'))) {
            texts.push((name, project::read_text(&file)?));
        }
    }
    Ok(texts)
}

/// The languages in the crate, but for what all share: the tag of each and its text.
pub fn language_texts() -> Vec<(&'static str, &'static str)> {
    let languages = Languages::default().iter().map(|language| (language.tag(), language.text()));
    languages.filter(|(tag, _)| *tag != "mul").collect()
}

/// The lines of a language's file that only the full engine reads. A page's file is 0.3 kB smaller without them, the single
/// file with all languages 4 kB.
const NOT_FOR_PAGES: [&str; 5] = ["places", "no-abbreviations", "syllabic", "noun-endings", "small-endings"];

/// The same as a page loads them.
pub fn language_texts_for_pages() -> Vec<(&'static str, String)> {
    let for_page = |line: &&str| !NOT_FOR_PAGES.iter().any(|key| line.split(':').next() == Some(key));
    let texts = language_texts().into_iter();
    texts.map(|(tag, text)| (tag, text.split_inclusive('\n').filter(for_page).collect())).collect()
}

/// Compiles the crate to WebAssembly, makes its JavaScript glue, and optimises the module, which is written to a folder.
pub fn engine(engine: &Engine, folder: &Path) -> Outcome<()> {
    let step = |what: &str| [what, " the ", engine.title].concat();
    let compiled = run::step(&step("compiling"), || compile(engine, &[]))?;
    let module = run::step("making the JavaScript glue", || glue(engine, &compiled, &project::scratch()))?;
    let shipped = folder.join(engine.module());
    run::step(&step("optimising"), || optimise(&module, &shipped))?;
    let ordered = order::reordered(&project::read(&shipped)?)?;
    source_paths::check(&ordered)?;
    project::write(&shipped, ordered)
}

/// Compiles the crate to a WebAssembly module and returns its bytes. The type of the crate is named here and not in
/// Cargo.toml, so that a program that depends on the crate compiles no `cdylib`.
pub fn compile(engine: &Engine, flags: &[&str]) -> Outcome<Vec<u8>> {
    let mut cargo = run::cargo();
    cargo.args(["rustc", "--quiet", "--package", "citelet", "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--profile", engine.profile, "--target", setup::WASM]);
    cargo.args(["--no-default-features", "--features", engine.features]);
    if engine.profile == SMALL {
        cargo.arg("--").args(flags_for_llvm());
    }
    // These flags and none of the environment, so that the module depends on the sources alone.
    let mut all = source_paths::remapping_flags()?;
    all.extend(flags.iter().map(|flag| (*flag).to_owned()));
    run::shown(cargo.env("CARGO_ENCODED_RUSTFLAGS", all.join("\u{1f}")))?;
    let compiled = project::root().join("target").join(setup::WASM).join(engine.profile).join(COMPILED);
    bodies::shortened(&project::read(&compiled)?)
}

/// The flags with those options for LLVM that the compiler has: each version of LLVM may lack some.
fn flags_for_llvm() -> impl Iterator<Item = String> {
    let flags = LLVM_OPTIONS.iter().map(|option| ["-Cllvm-args=", option].concat());
    flags.filter(|flag| run::quiet(run::command("rustc").args(["--print=cfg", flag])).is_ok())
}

/// Optimises a module for size; copies it where wasm-opt is missing.
fn optimise(module: &Path, optimised: &Path) -> Outcome<()> {
    let Some(mut optimizer) = run::node_script("binaryen/bin/wasm-opt") else {
        return project::copy(module, optimised);
    };
    optimizer.args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    // Functions with one caller are not inlined. More bytes repeat then, which saves 2.7 kB of the full engine and 0.2 of
    // the page's (brotli).
    optimizer.arg("--one-caller-inline-max-function-size=0");
    // Functions of six instructions take no more room than their calls: 0.3 kB.
    optimizer.arg("--always-inline-max-function-size=6");
    // The lowest kilobyte of memory is the end of the stack, which no address points to: 0.5 kB.
    optimizer.arg("--low-memory-unused");
    // Without these passes the module is larger and its transfer 0.7 kB smaller.
    let left_out = ["local-cse", "simplify-locals", "remove-unused-brs", "merge-blocks"];
    optimizer.arg("--converge").args(left_out.map(|pass| ["--skip-pass=", pass].concat()));
    run::quiet(optimizer.arg(module).arg("-o").arg(optimised)).map(drop)
}

/// wasm-bindgen's tool with the settings of all engines. It is a library, so that its version is the one in Cargo.lock.
pub fn bindgen(engine: &Engine, compiled: &[u8]) -> Bindgen {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(engine.name, compiled.to_owned())
        .out_name(engine.name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
}

/// Writes `NAME.js` and `NAME_bg.wasm` to `folder` and returns the path of the module.
fn glue(engine: &Engine, compiled: &[u8], folder: &Path) -> Outcome<PathBuf> {
    project::make_folder(folder)?;
    let mut bindgen = bindgen(engine, compiled);
    // The element decides where the engine is; without this the glue names a file of its own.
    bindgen.omit_default_module_path(true);
    let generated = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder));
    generated.map_err(|error| format!("wasm-bindgen cannot make the JavaScript glue: {error:#}"))?;
    let [glue, module] = [".js", "_bg.wasm"].map(|end| folder.join([engine.name, end].concat()));
    match glue::shortened(&Bound { glue: project::read_text(&glue)?, module: project::read(&module)? }) {
        Ok(bound) => {
            project::write(&glue, bound.glue)?;
            project::write(&module, bound.module)?;
        }
        Err(reason) => {
            eprintln!("Warning: the names in the glue of the {} stay long, because {reason}.", engine.title);
        }
    }
    Ok(module)
}

/// Bundles the element with its helpers and the glue into one module, and likewise each module that is loaded on demand.
fn element(scope: Scope) -> Outcome<()> {
    // The glue has to be beside the modules that import it.
    let folder = project::scratch().join("modules");
    project::empty_folder(&folder)?;
    let on_demand = on_demand()?;
    let mut beside = on_demand.clone();
    beside.retain(|entry| scope == Scope::Everything && entry != without_wasm::TRANSLATION);
    for entry in [ELEMENT].into_iter().chain(beside.iter().map(String::as_str)) {
        modules(entry)?.iter().try_for_each(|name| project::copy(&module(name), &folder.join(name)))?;
    }
    if run::node_script("esbuild/bin/esbuild").is_none() {
        // The modules import each other by the same names when they are not bundled.
        let mut files = project::files_in(&folder)?.into_iter();
        return files
            .try_for_each(|file| project::copy(&file, &project::web().join(project::name_of(&file))));
    }
    let file =
        |entry: &str| bundle(&folder.join(entry), &project::web().join(entry), Form::Module, &on_demand);
    file(ELEMENT)?;
    beside.iter().try_for_each(|entry| file(entry))
}

/// Options of esbuild that leave out how the glue fetches and compiles a module: `www/files.js` and `www/engine.js` do that,
/// with an error for each fault, and hand over the compiled module. 0.2 kB of what a page loads.
const WITHOUT_FETCHING: [&str; 2] = ["--define:Response=undefined", "--define:Request=undefined"];

/// Bundles a module with all that it imports, except what is loaded on demand.
pub fn bundle(entry: &Path, bundle: &Path, form: Form, on_demand: &[String]) -> Outcome<()> {
    let bundler = run::node_script("esbuild/bin/esbuild");
    let mut bundler = bundler.ok_or("esbuild is missing; `npm ci` installs it.")?;
    bundler.arg(entry).arg(format!("--outfile={}", bundle.display()));
    bundler.args(["--bundle", "--target=es2022", "--charset=utf8"]);
    bundler.args(["--legal-comments=none", "--log-level=warning"]);
    bundler.args(on_demand.iter().map(|name| ["--external:./", name].concat()));
    if form != Form::Inline {
        // It would take the comments for other bundlers away.
        bundler.arg("--minify");
    }
    // The other forms make responses of what they have inside.
    if entry.ends_with(ELEMENT) && form == Form::Module {
        bundler.args(WITHOUT_FETCHING);
    }
    match form {
        Form::Module => bundler.arg("--format=esm"),
        Form::Classic => bundler.arg("--format=iife").args(single::bundler_options()),
        Form::Inline => bundler.arg("--format=esm").args(inline::bundler_options()),
    };
    run::shown(&mut bundler)?;
    minify(bundle, form)
}

/// Minifies a bundle further: terser analyses more than esbuild does. Where terser is missing, the bundle stays.
fn minify(bundle: &Path, form: Form) -> Outcome<()> {
    let Some(mut minifier) = run::node_script("terser/bin/terser") else { return Ok(()) };
    minifier.arg(bundle).args(["--ecma", "2022", "--mangle", "--compress", "passes=3"]);
    if form != Form::Classic {
        minifier.arg("--module");
    }
    if form == Form::Inline {
        // For the bundlers of those who bundle it.
        minifier.args(["--comments", "/webpackIgnore|@vite-ignore/"]);
    }
    run::quiet(minifier.arg("--output").arg(bundle))?;
    project::write(bundle, with_own_exports(&project::read_text(bundle)?))
}

/// A bundle whose helper defines the exports of a namespace by its own names. esbuild's also visits those that a script of the
/// page added to `Object.prototype`, and fails at the first.
fn with_own_exports(bundle: &str) -> String {
    // esbuild's other helpers have a getter too, but not this end.
    let Some((before, (list, after))) = bundle.split_once(",enumerable:!0})").and_then(|(head, _)| {
        let start = head.rfind("for(var ")?;
        let (name, rest) = bundle.get(start..)?.split_once(" in ")?;
        let (list, body) = rest.split_once(')')?;
        Some(([bundle.get(..start)?, name, " of Object.keys("].concat(), (list, body)))
    }) else {
        return bundle.to_owned();
    };
    [&before, list, "))", after].concat()
}

/// Where a module of the page's scripts is: those that the build makes are in its own folder, all others in `www/`.
pub fn module(name: &str) -> PathBuf {
    let folder = if is_made(name) { project::scratch() } else { project::root().join("www") };
    folder.join(name)
}

/// A module and all that it imports, directly or indirectly, by file name.
pub fn modules(entry: &str) -> Outcome<Vec<String>> {
    let mut found = vec![entry.to_owned()];
    let mut next = 0;
    while let Some(name) = found.get(next).cloned() {
        next += 1;
        add_names_after(&mut found, "from './", &source(&name)?);
    }
    Ok(found)
}

/// The modules that the element's modules load when they are needed, by file name.
pub fn on_demand() -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for name in modules(ELEMENT)? {
        add_names_after(&mut found, ", () => import('./", &source(&name)?);
    }
    Ok(found)
}

/// Whether the build makes the module.
fn is_made(name: &str) -> bool {
    GLUE.contains(&name)
        || [LANGUAGE_TAGS, without_wasm::TRANSLATION, single::CONTENTS, inline::CONTENTS].contains(&name)
}

/// The text of a module of the page's scripts. That of one that is made is left empty, because it exists only after a build
/// and imports nothing.
fn source(name: &str) -> Outcome<String> {
    if is_made(name) { Ok(String::new()) } else { project::read_text(&module(name)) }
}

/// Adds the names between each `before` and the next quotation mark, each once.
fn add_names_after(found: &mut Vec<String>, before: &str, text: &str) {
    for name in text.split(before).skip(1).filter_map(|rest| rest.split('\'').next()) {
        if !found.iter().any(|other| other == name) {
            found.push(name.to_owned());
        }
    }
}

/// Copies the licences, which belong to every copy of the files.
fn licences() -> Outcome<()> {
    ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]
        .iter()
        .try_for_each(|name| project::copy(&project::root().join(name), &project::web().join(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces_have_their_own_names() {
        let helper = "x=1;b=(a,e)=>{for(var A in e)r(a,A,{get:e[A],enumerable:!0})};for(k in o)z";
        let own = "x=1;b=(a,e)=>{for(var A of Object.keys(e))r(a,A,{get:e[A],enumerable:!0})};for(k in o)z";
        assert_eq!(with_own_exports(helper), own);
        let proxy = "for(var q in z);new Proxy(e,{get:(e,t)=>e[t]});";
        assert_eq!(with_own_exports(&[proxy, helper].concat()), [proxy, own].concat());
        assert_eq!(with_own_exports("for(k in o)z"), "for(k in o)z");
    }

    #[test]
    fn what_pages_do_without_stands_in_files_and_in_no_page() {
        for key in NOT_FOR_PAGES {
            let line = ["\n", key, ":"].concat();
            assert!(language_texts().iter().any(|(_, text)| text.contains(&line)), "no file has {key}");
            assert!(!language_texts_for_pages().iter().any(|(_, text)| text.contains(&line)), "{key}");
        }
    }
}
