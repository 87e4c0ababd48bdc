//! wasm-bindgen's JavaScript glue, made small.
//!
//! Half of what wasm-bindgen writes is for cases that a page never has: it fetches the module itself, starts it in four
//! ways, and mends browsers that cannot run the module anyway. So only the class and the list of imports are kept of it,
//! and what these call is written in `xtask/js/glue.js`. Names that only glue and module say to each other, such as
//! `__wbg_getAttribute_c7b80d4010284561`, become one letter in both.

use std::collections::HashSet;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

use crate::Outcome;

/// The functions that the class and the imports call.
const RUNTIME: &str = include_str!("../js/glue.js");

/// What the module is told to import from.
const IMPORTED_FROM: &str = "a";

/// Glue and module, which belong together.
#[derive(Debug)]
pub struct Bound {
    /// The JavaScript.
    pub glue: String,
    /// The WebAssembly.
    pub module: Vec<u8>,
}

/// Makes the glue small and gives it and its module short names for what they have of each other.
///
/// With `freed`, engines can be freed, by scripts and by the browser; without, they stay as long as the page.
///
/// # Errors
/// When wasm-bindgen writes something else than this was made for, or the bytes are no module.
pub fn shortened(generated: &str, module: &[u8], freed: bool) -> Outcome<Bound> {
    let glue = joined(generated, freed)?;
    let used = glue.split("wasm.").skip(1).map(|rest| identifier(rest).to_owned()).collect();
    let mut names = Names { used, ..Names::default() };
    let mut out = Module::new();
    let written = names.parse_core_module(&mut out, Parser::new(0), module);
    written.map_err(|error| format!("The engine's names cannot be shortened: {error}."))?;
    Ok(Bound { glue: names.in_glue(&glue)?, module: out.finish() })
}

/// The parts of the generated glue that are needed, with our functions behind them.
fn joined(generated: &str, freed: bool) -> Outcome<String> {
    let class = between(generated, "export class Engine {\n", "\n}\n")?;
    let imports = between(generated, "function __wbg_get_imports() {\n", "\n}\n")?;
    let mut kept = [class, imports].concat();
    // Our functions know where the memory is got.
    for verbose in ["__proto__: null,", ", wasm.__wbindgen_malloc", ", wasm.__wbindgen_realloc"] {
        kept = kept.replace(verbose, "");
    }
    if freed {
        kept += between(generated, "if (Symbol.dispose)", "\n")?;
        kept += between(generated, "const EngineFinalization =", ")\n")?;
        kept += between(generated, "    ? { register:", "\n")?;
        kept += between(generated, "    : new FinalizationRegistry(", "\n")?;
    } else {
        let freeing = between(&kept, "    __destroy_into_raw() {\n", "    free() {\n")?.to_owned();
        let body = between(&kept, "    free() {\n", "\n    }\n")?.to_owned();
        let registering = between(&kept, "        EngineFinalization.register(", "\n")?.to_owned();
        kept = kept
            .replace(&body, "")
            .replace(freeing.trim_end_matches("    free() {\n"), "")
            .replace(&registering, "");
    }
    let has = |text: &str, name: &str| text.contains(&["function ", name, "("].concat());
    let defined = generated.lines().filter_map(|line| line.strip_prefix("function ")).map(identifier);
    let mut missing = defined
        .filter(|name| kept.contains(&[name, "("].concat()) && !has(&kept, name) && !has(RUNTIME, name));
    match missing.next() {
        Some(name) => Err(format!("wasm-bindgen's glue calls {name}, which xtask/js/glue.js has not.")),
        None => Ok([&kept, RUNTIME].concat()),
    }
}

/// The text from the first `start` to the end of the first `end` behind it.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Outcome<&'a str> {
    let found = text.find(start).and_then(|from| {
        let inside = from + start.len();
        text.get(from..inside + text.get(inside..)?.find(end)? + end.len())
    });
    found.ok_or_else(|| format!("wasm-bindgen's glue has no part that begins with “{}”.", start.trim()))
}

/// The name that a text begins with.
fn identifier(text: &str) -> &str {
    text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').next().unwrap_or_default()
}

/// The names that glue and module have for each other's parts: each long one has its place in the list.
#[derive(Default)]
struct Names {
    /// What the module's parts are called where the glue uses them; it exports nothing else.
    used: HashSet<String>,
    /// What the module calls the glue.
    imported_from: String,
    imports: Vec<String>,
    exports: Vec<String>,
}

impl Names {
    /// The glue with the short names.
    fn in_glue(&self, glue: &str) -> Outcome<String> {
        let mut out = glue.replace(&["\"", &self.imported_from, "\""].concat(), IMPORTED_FROM);
        for (at, name) in self.imports.iter().enumerate() {
            let long = [name, ": function("].concat();
            if !out.contains(&long) {
                return Err(format!("The engine asks its glue for {name}, which it has not."));
            }
            out = out.replace(&long, &[&short(at), ": function("].concat());
        }
        let mut parts = out.split("wasm.");
        let mut renamed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let name = identifier(part);
            let at = self.exports.iter().position(|export| export == name);
            let at = at.ok_or_else(|| format!("The glue asks the engine for {name}, which it has not."))?;
            renamed += &["wasm.", &short(at), part.get(name.len()..).unwrap_or_default()].concat();
        }
        Ok(renamed)
    }
}

/// `a` to `z`, `A` to `Z`, `aa` and so on.
fn short(at: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let before = at.checked_sub(LETTERS.len()).map(|rest| short(rest / LETTERS.len())).unwrap_or_default();
    [before, char::from(LETTERS[at % LETTERS.len()]).to_string()].concat()
}

type Written = Result<(), reencode::Error<std::convert::Infallible>>;

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(&mut self, out: &mut ImportSection, section: ImportSectionReader<'_>) -> Written {
        for import in section.into_imports() {
            let import = import?;
            out.import(IMPORTED_FROM, &short(self.imports.len()), self.entity_type(import.ty)?);
            import.module.clone_into(&mut self.imported_from);
            self.imports.push(import.name.to_owned());
        }
        Ok(())
    }

    fn parse_export(&mut self, out: &mut ExportSection, export: Export<'_>) -> Written {
        if self.used.contains(export.name) {
            let index = self.external_index(export.kind, export.index)?;
            out.export(&short(self.exports.len()), self.export_kind(export.kind)?, index);
            self.exports.push(export.name.to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_encoder::{EntityType, ExportKind, TypeSection};
    use wasmparser::Payload;

    use super::*;

    const GENERATED: &str = "/* wasm-bindgen */
export class Engine {
    __destroy_into_raw() {
        return this.__wbg_ptr;
    }
    free() {
        wasm.__wbg_engine_free(this.__destroy_into_raw(), 0);
    }
    constructor() {
        this.__wbg_ptr = wasm.engine_new();
        EngineFinalization.register(this, this.__wbg_ptr, this);
    }
}
if (Symbol.dispose) Engine.prototype[Symbol.dispose] = Engine.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_get_2080: function(arg0) {
            return handleError(arg0);
        },
    };
    return { \"./citelet_bg.js\": import0 };
}

const EngineFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_engine_free(ptr, 1));

function handleError(f) {
}
";

    /// A module that imports `__wbg_get_2080` and exports it under all the names that the glue uses, and one more.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./citelet_bg.js", "__wbg_get_2080", EntityType::Function(0));
        let mut exports = ExportSection::new();
        let asked = RUNTIME.split("wasm.").skip(1).map(identifier);
        let asked: BTreeSet<&str> = asked.chain(["__wbg_engine_free", "engine_new", "unused"]).collect();
        for name in asked {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }

    #[test]
    fn glue_and_module_agree_on_short_names() {
        let bound = shortened(GENERATED, &module(), false).unwrap();
        assert!(
            bound.glue.contains("a: function(arg0)") && bound.glue.contains("{ a: import0 }"),
            "{}",
            bound.glue
        );
        assert!(
            !bound.glue.contains("__wbg_get_2080") && !bound.glue.contains("wasm.engine_new"),
            "{}",
            bound.glue
        );
        let exported: Vec<String> =
            (0..).map(short).take_while(|name| bound.glue.contains(&["wasm.", name].concat())).collect();
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&bound.module) {
            match payload.unwrap() {
                Payload::ExportSection(exports) => {
                    found.extend(exports.into_iter().map(|export| export.unwrap().name.to_owned()))
                }
                Payload::ImportSection(imports) => {
                    let import = imports.into_imports().next().unwrap().unwrap();
                    assert_eq!((import.module, import.name), ("a", "a"));
                }
                _ => {}
            }
        }
        assert_eq!(found, exported, "what the glue does not use is exported no longer");
    }

    #[test]
    fn engines_can_be_freed_where_that_is_wanted() {
        let freed = |wanted| shortened(GENERATED, &module(), wanted).unwrap().glue;
        for word in ["free()", "__destroy_into_raw", "Symbol.dispose", "FinalizationRegistry(", ".register("]
        {
            assert_eq!((freed(true).contains(word), freed(false).contains(word)), (true, false), "{word}");
        }
        assert!(freed(false).contains("constructor() {"));
    }

    #[test]
    fn a_function_that_is_ours_no_longer_is_named() {
        let calls = GENERATED.replace("handleError", "somethingNew");
        assert!(shortened(&calls, &module(), false).unwrap_err().contains("somethingNew"));
        assert!(shortened("", &module(), false).unwrap_err().contains("export class Engine"));
    }

    #[test]
    fn short_names_do_not_end() {
        assert_eq!([0, 25, 26, 51, 52, 53, 104].map(short), ["a", "z", "A", "Z", "aa", "ab", "ba"]);
    }
}
