//! Replaces the standard library's panic handling in a module by a trap.
//!
//! Nothing the engines run panics, and no page reads the message of a panic; but the code that prints messages, and the
//! formatting it brings, weigh 2 kB on the wire. A crate without the standard library has a handler of its own instead,
//! but serde-wasm-bindgen needs the standard library.

use std::collections::HashSet;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{BinaryReaderError, FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::Outcome;

/// The functions that all panics pass through, by the ends of their mangled names. None of them returns.
const HANDLERS: [&str; 2] = ["9panicking9panic_fmt", "9panicking15panic_with_hook"];

/// The module with traps for its panic handlers.
///
/// # Errors
/// When the bytes are no module that can be read, or none of its functions has the name of a handler.
pub fn trapped(module: &[u8]) -> Outcome<Vec<u8>> {
    let broken = |error: &dyn std::fmt::Display| format!("The panic handlers cannot be replaced: {error}.");
    let mut traps = Traps { handlers: handlers(module).map_err(|error| broken(&error))?, next: 0 };
    if traps.handlers.is_empty() {
        return Err(broken(&"no function of the module has the name of one"));
    }
    let mut out = Module::new();
    traps.parse_core_module(&mut out, Parser::new(0), module).map_err(|error| broken(&error))?;
    Ok(out.finish())
}

/// The handlers' places among the functions that have a body.
fn handlers(module: &[u8]) -> Result<HashSet<u32>, BinaryReaderError> {
    let (mut imported, mut found) = (0, HashSet::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for names in names {
                    let Name::Function(functions) = names? else { continue };
                    for function in functions {
                        let function = function?;
                        if HANDLERS.iter().any(|end| function.name.ends_with(end)) {
                            found.extend(function.index.checked_sub(imported));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

struct Traps {
    handlers: HashSet<u32>,
    /// The place of the function whose body comes next.
    next: u32,
}

impl Reencode for Traps {
    type Error = std::convert::Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let place = self.next;
        self.next += 1;
        if !self.handlers.contains(&place) {
            return reencode::utils::parse_function_body(self, code, body);
        }
        let mut trap = Function::new([]);
        trap.instructions().unreachable().end();
        code.function(&trap);
        Ok(())
    }
}
