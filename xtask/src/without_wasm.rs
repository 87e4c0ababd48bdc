//! The page's engine as JavaScript, for browsers and pages in which WebAssembly may not run: `citelet-nowasm.js`.
//!
//! wasm2js translates what the first version of WebAssembly (the "MVP") has. So the crate is compiled for that version;
//! what the ready-made standard library has of later versions, wasm-opt expresses in other instructions.

use std::path::Path;

use wasm_encoder::Module;
use wasm_encoder::reencode::{self, Reencode};
use wasmparser::{CustomSectionReader, Parser};

use crate::build::{self, Engine, Form};
use crate::{Outcome, project, run, source_paths};

/// The translation with its glue: a module whose `default` starts it, and whose `Engine` writes files too.
pub const TRANSLATION: &str = "citelet-nowasm.js";

/// The build of the crate that is translated.
const ENGINE: Engine = Engine {
    title: "engine without WebAssembly",
    name: "citelet-nowasm",
    features: "wasm,write",
    profile: "wasm-mvp",
};

/// What wasm-opt has to replace by instructions of the MVP.
const LOWERING: [&str; 10] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--strip-target-features",
];

/// The entry of the bundle. The glue has the functions that the translation imports.
const ENTRY: &str = "\
import * as wasm from './citelet-nowasm_wasm.js';
import { __wbg_set_wasm } from './citelet-nowasm_bg.js';
export { Engine } from './citelet-nowasm_bg.js';
export default async () => __wbg_set_wasm(wasm);
";

/// Compiles the crate and writes the translation.
pub fn build() -> Outcome<()> {
    let step = |what: &str| [what, " the ", ENGINE.title].concat();
    let folder = project::scratch().join("without-wasm");
    project::empty_folder(&folder)?;
    let compiled = run::step(&step("compiling"), || build::compile(&ENGINE, &["-Ctarget-cpu=mvp"]))?;
    source_paths::check(&compiled)?;
    glue(&without_target_features(&compiled)?, &folder)?;
    run::step(&step("translating"), || translate(&folder))?;
    let entry = folder.join("entry.js");
    project::write(&entry, ENTRY)?;
    let bundle = project::web().join(TRANSLATION);
    run::step(&step("bundling"), || build::bundle(&entry, &bundle, Form::Module, &[]))
}

/// The module without the list of features that it uses. The standard library's parts of it name reference types and
/// multiple results, for which wasm-bindgen would make glue, but no code uses them.
fn without_target_features(module: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = Module::new();
    let written = WithoutFeatures.parse_core_module(&mut out, Parser::new(0), module);
    written.map_err(|error| format!("The features of the engine cannot be removed: {error}."))?;
    Ok(out.finish())
}

struct WithoutFeatures;

impl Reencode for WithoutFeatures {
    type Error = std::convert::Infallible;

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        if section.name() == "target_features" {
            return Ok(());
        }
        reencode::utils::parse_custom_section(self, module, section)
    }
}

/// Writes wasm-bindgen's glue for bundlers, which imports the module as if that were JavaScript.
fn glue(module: &[u8], folder: &Path) -> Outcome<()> {
    let mut bindgen = build::bindgen(&ENGINE, module);
    let generated = bindgen.bundler(true).and_then(|bindgen| bindgen.generate(folder));
    generated
        .map_err(|error| format!("wasm-bindgen cannot make the glue of the {}: {error:#}", ENGINE.title))?;
    if project::read_text(&folder.join(TRANSLATION))?.contains("start(") {
        return Err("The translation has a start function, which nothing calls.".to_owned());
    }
    let glue = folder.join([ENGINE.name, "_bg.js"].concat());
    project::write(&glue, with_views_compared(&project::read_text(&glue)?)?)
}

/// The glue with other tests of whether its views of the memory are stale. When the memory of WebAssembly grows, the old
/// buffer is detached, which the glue tests. That of a translation stays as it was, and its views would show old bytes.
fn with_views_compared(glue: &str) -> Outcome<String> {
    let mut compared = 0;
    let lines: Vec<String> = glue
        .lines()
        .map(|line| {
            let Some((indent, rest)) = line.split_once("if (cached") else { return line.to_owned() };
            let Some((view, _)) = rest.split_once("Memory0 === null || ") else { return line.to_owned() };
            compared += 1;
            format!("{indent}if (cached{view}Memory0?.buffer !== wasm.memory.buffer) {{")
        })
        .collect();
    let glue = lines.join("\n");
    if compared == 0 || glue.contains(".byteLength === 0") || glue.contains(".detached") {
        return Err("The glue tests its views of the memory in a form that is not known.".to_owned());
    }
    Ok(glue)
}

/// Translates the module that the glue imports.
fn translate(folder: &Path) -> Outcome<()> {
    let file = |ending: &str| folder.join([ENGINE.name, ending].concat());
    let lowered = file("_mvp.wasm");
    let tool = |name: &str| {
        let script = ["binaryen/bin/", name].concat();
        run::node_script(&script).ok_or_else(|| format!("{name} is missing; `npm ci` installs it."))
    };
    run::quiet(tool("wasm-opt")?.args(LOWERING).arg(file("_bg.wasm")).arg("-o").arg(&lowered))?;
    run::quiet(tool("wasm2js")?.arg("-Oz").arg(&lowered).arg("-o").arg(file("_wasm.js"))).map(drop)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CustomSection, Module};

    use super::*;

    #[test]
    fn the_list_of_features_is_removed_and_nothing_else() {
        let section =
            |name: &'static str| CustomSection { name: name.into(), data: b"\x01+\x08sign-ext".into() };
        let mut module = Module::new();
        module.section(&section("before"));
        let mut expected = module.clone();
        module.section(&section("target_features")).section(&section("after"));
        expected.section(&section("after"));
        assert_eq!(without_target_features(&module.finish()).unwrap(), expected.finish());
        assert!(without_target_features(b"no module").is_err());
    }

    #[test]
    fn views_are_compared_with_the_memory() {
        let glue = "    if (cachedView0 === null) {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (x && y)) {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {";
        assert_eq!(
            with_views_compared(glue).unwrap(),
            "    if (cachedView0 === null) {
    if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) {
    if (cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer) {"
        );
        assert!(with_views_compared("if (view.byteLength === 0) {").is_err());
    }
}
