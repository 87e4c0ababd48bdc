//! The export `citelet/inline` of the npm package: the element with all it needs in one module, for bundlers that copy no
//! files.
//!
//! It is what `cite-let.js` is, with other modules in place of some. The bytes are base64: this module is bundled once more,
//! by tools that escape what is not ASCII and for pages in any encoding.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::build::{self, Form};
use crate::{Outcome, project, run, single};

/// The module with the contents, which the build makes.
pub const CONTENTS: &str = "inline-contents.js";

/// The module in place of the one which says that the script has nothing inside.
const INSIDE: &str = "export * from './inline-inside.js';\n";

/// What stands for each module that is not inside. Its import fails, which the element reports.
const MISSING: &str = "throw Error('citelet/inline does not have it; see its attribute “files”.');\n";

/// Options of esbuild: the module has no address that its users' bundlers should look at.
pub fn bundler_options() -> [String; 2] {
    let address = project::root().join("www/inline-address.js");
    ["--define:import.meta.url=pageAddress".to_owned(), format!("--inject:{}", address.display())]
}

/// Writes the module, from the build of the single file. Without one, for which Node is needed, nothing is written.
pub fn write(file: &Path) -> Outcome<()> {
    let (engine, glue) = single::engine_files();
    if !engine.exists() {
        eprintln!("The package has no citelet/inline, which needs Node.");
        return Ok(());
    }
    let folder = project::scratch().join("inline");
    project::empty_folder(&folder)?;
    project::write(&build::module(CONTENTS), contents(&project::read(&engine)?)?)?;
    let inside = build::on_demand()?.into_iter().filter(|name| !single::OUTSIDE.contains(&name.as_str()));
    for entry in [build::ELEMENT.to_owned(), "inline-inside.js".to_owned()].into_iter().chain(inside) {
        let modules = build::modules(&entry)?;
        modules.iter().try_for_each(|name| project::copy(&build::module(name), &folder.join(name)))?;
    }
    for name in single::OUTSIDE {
        project::write(&folder.join(name), MISSING)?;
    }
    project::copy(&glue, &folder.join("citelet.js"))?;
    project::write(&folder.join("inside.js"), INSIDE)?;
    run::step("bundling the inline module", || {
        build::bundle(&folder.join(build::ELEMENT), file, Form::Inline, &[])
    })
}

/// The module with the contents of the files that are inside.
fn contents(engine: &[u8]) -> Outcome<String> {
    let texts: Map<String, Value> =
        build::texts()?.into_iter().map(|(name, text)| (name, text.into())).collect();
    let styles = project::read(&project::web().join(build::STYLES))?;
    let bytes = json!({ "citelet.wasm": STANDARD.encode(engine), build::STYLES: STANDARD.encode(styles) });
    // As `single-inside.js` has it.
    let outside: Vec<&str> = single::OUTSIDE.into_iter().chain([build::FULL_ENGINE]).collect();
    Ok(format!(
        "export const OUTSIDE = {};\nexport const TEXTS = {{ __proto__: null, ...{} }};\n\
         export const BYTES = {{ __proto__: null, ...{bytes} }};\n",
        json!(outside),
        Value::Object(texts)
    ))
}
