//! Shortens the names that an engine and its JavaScript glue have for each other.
//!
//! wasm-bindgen names imports and exports after what they do, as in `__wbg_getAttribute_c7b80d4010284561`. Neither the
//! minifier nor wasm-opt may change those names, because each sees only one side. Renamed on both sides to `a`, `b` and so
//! on, they save 1.1 kB of what a page loads (brotli).

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

use crate::Outcome;

/// The name that the module has for its glue.
const IMPORTED_FROM: &str = "a";

/// A module with its glue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The JavaScript.
    pub glue: String,
    /// The WebAssembly.
    pub module: Vec<u8>,
}

/// The same module and glue with short names for imports and exports.
///
/// # Errors
/// When the glue does not have the form that wasm-bindgen gives it today, or the bytes are no module. Glue and module
/// work with their long names too, so that a caller can go on with them.
pub fn shortened(bound: &Bound) -> Outcome<Bound> {
    let mut names = Names::default();
    let mut out = Module::new();
    let written = names.parse_core_module(&mut out, Parser::new(0), &bound.module);
    written.map_err(|error| format!("the module cannot be read: {error}"))?;
    Ok(Bound { glue: names.in_glue(&bound.glue)?, module: out.finish() })
}

/// Statements of the glue that run code which a page may have replaced, setters of all objects and methods of strings, each
/// with what counts where it throws. What is thrown must not pass through the module, which would lose references. Where the
/// source can say so, imports catch there (`wasm::walk`).
const CAUGHT: [(&str, &str); 7] = [
    ("arg0[arg1] = arg2;", ""),
    ("arg0[arg1 >>> 0] = arg2;", ""),
    ("const ret = arg0.toLowerCase();\n            return ret;", "return arg0;"),
    ("const ret = arg0.toUpperCase();\n            return ret;", "return arg0;"),
    ("const ret = arg0.normalize(getStringFromWasm0(arg1, arg2));\n            return ret;", "return arg0;"),
    ("const ret = arg0.test(getStringFromWasm0(arg1, arg2));\n            return ret;", "return false;"),
    (
        "const ret = new RegExp(getStringFromWasm0(arg0, arg1), getStringFromWasm0(arg2, arg3));\n            return ret;",
        "",
    ),
];

/// The glue with those statements in a `try`.
fn caught(glue: &str) -> String {
    CAUGHT.iter().fold(glue.to_owned(), |glue, (run, otherwise)| {
        glue.replace(run, &["try { ", run, " } catch { ", otherwise, " }"].concat())
    })
}

/// The name that a text begins with.
fn identifier(text: &str) -> &str {
    text.split(|char: char| !char.is_ascii_alphanumeric() && char != '_').next().unwrap_or_default()
}

/// The long names of a module's imports and exports; the index of a name determines its short name.
#[derive(Default)]
struct Names {
    /// The module's name for its glue.
    imported_from: String,
    imports: Vec<String>,
    exports: Vec<String>,
}

impl Names {
    /// The glue with the short names.
    fn in_glue(&self, glue: &str) -> Outcome<String> {
        let glue = &caught(glue);
        let renamed =
            replaced(glue, &["\"", &self.imported_from, "\": "].concat(), &[IMPORTED_FROM, ": "].concat())?;
        self.exports_renamed(&self.imports_renamed(renamed)?)
    }

    /// The glue with the short names of what it gives to the module.
    fn imports_renamed(&self, glue: String) -> Outcome<String> {
        self.imports.iter().enumerate().try_fold(glue, |glue, (index, name)| {
            replaced(&glue, &[name, ": function("].concat(), &[&short(index), ": function("].concat())
        })
    }

    /// The glue with the short names of what it takes from the module.
    fn exports_renamed(&self, glue: &str) -> Outcome<String> {
        let mut parts = glue.split("wasm.");
        let mut renamed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let name = identifier(part);
            let index = self.exports.iter().position(|export| export == name);
            let index = index.ok_or_else(|| format!("the module has no export {name}"))?;
            renamed += &["wasm.", &short(index), part.get(name.len()..).unwrap_or_default()].concat();
        }
        Ok(renamed)
    }
}

/// A text with the one occurrence of `old` replaced.
fn replaced(text: &str, old: &str, new: &str) -> Outcome<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(format!("the glue has {count} places of the form “{}”", old.trim_end())),
    }
}

/// `a` to `z`, `A` to `Z`, `aa` and so on.
fn short(index: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let before = index.checked_sub(LETTERS.len()).map(|rest| short(rest / LETTERS.len())).unwrap_or_default();
    [before, char::from(LETTERS[index % LETTERS.len()]).to_string()].concat()
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        out: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for import in section.into_imports() {
            let import = import?;
            out.import(IMPORTED_FROM, &short(self.imports.len()), self.entity_type(import.ty)?);
            import.module.clone_into(&mut self.imported_from);
            self.imports.push(import.name.to_owned());
        }
        Ok(())
    }

    fn parse_export(&mut self, out: &mut ExportSection, export: Export<'_>) -> Result<(), reencode::Error> {
        let index = self.external_index(export.kind, export.index)?;
        out.export(&short(self.exports.len()), self.export_kind(export.kind)?, index);
        self.exports.push(export.name.to_owned());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, TypeSection};
    use wasmparser::Payload;

    use super::*;

    const GLUE: &str = "/* @ts-self-types=\"./citelet.d.ts\" */
export class Engine {
    constructor() {
        this.__wbg_ptr = wasm.engine_new();
    }
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_get_2080: function(arg0) {
            return handleError(arg0);
        },
    };
    return { __proto__: null, \"./citelet_bg.js\": import0 };
}
function memory() {
    return wasm.memory.buffer;
}
";

    /// A module that imports `__wbg_get_2080` and exports `memory` and `engine_new`, with its glue.
    fn bound() -> Bound {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./citelet_bg.js", "__wbg_get_2080", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Func, 0).export("engine_new", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        Bound { glue: GLUE.to_owned(), module: module.finish() }
    }

    /// The imports and exports of a module: names as `module.name` and `name`.
    fn names(module: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ExportSection(exports) => {
                    names.extend(exports.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                Payload::ImportSection(imports) => names.extend(
                    imports
                        .into_imports()
                        .map(|import| import.unwrap())
                        .map(|import| [import.module, ".", import.name].concat()),
                ),
                _ => {}
            }
        }
        names
    }

    #[test]
    fn glue_and_module_agree_on_short_names() {
        let Bound { glue, module } = shortened(&bound()).unwrap();
        assert_eq!(names(&module), ["a.a", "a", "b"]);
        for line in [
            "        a: function(arg0) {",
            "    return { __proto__: null, a: import0 };",
            "        this.__wbg_ptr = wasm.b();",
            "    return wasm.a.buffer;",
        ] {
            assert!(glue.lines().any(|other| other == line), "{line} is not in\n{glue}");
        }
    }

    #[test]
    fn glue_of_another_form_is_an_error() {
        let with = |old: &str, new: &str| {
            let bound = Bound { glue: GLUE.replace(old, new), ..bound() };
            shortened(&bound).unwrap_err()
        };
        assert_eq!(
            with("__wbg_get_2080: function(", "__wbg_get_2080("),
            "the glue has 0 places of the form “__wbg_get_2080: function(”"
        );
        assert_eq!(with("wasm.engine_new", "wasm.engine_made"), "the module has no export engine_made");
        assert!(with("./citelet_bg.js", "./other.js").contains("\"./citelet_bg.js\":"));
    }

    #[test]
    fn what_a_page_may_have_replaced_is_caught() {
        let glue = "f: function(arg0) {\n            const ret = arg0.toLowerCase();\n            return ret;\n        },";
        let caught = caught(glue);
        assert!(caught.contains("try { const ret = arg0.toLowerCase();"), "{caught}");
        assert!(caught.contains("return ret; } catch { return arg0; }"), "{caught}");
    }

    #[test]
    fn short_names_do_not_end() {
        assert_eq!([0, 25, 26, 51, 52, 53, 104].map(short), ["a", "z", "A", "Z", "aa", "ab", "ba"]);
    }
}
