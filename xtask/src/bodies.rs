//! Replaces the bodies of functions of dependencies by shorter ones, before wasm-bindgen and wasm-opt see the module.
//!
//! - The standard library's panic handlers become a trap. Nothing the engines run panics, and no page reads the message of a
//!   panic; but the code that prints messages, and the formatting it brings, weigh 2 kB on the wire. A crate without the
//!   standard library has a handler of its own instead, but serde-wasm-bindgen needs the standard library.
//! - serde-wasm-bindgen keeps the JavaScript strings of field names in a hash map, 1 kB on the wire. A page makes a few hundred
//!   such strings; each is made anew.
//! - wasm-bindgen fills the table with functions that call closures, sixteen of them, each with a type of its own. The
//!   engines have no closures, and one function stays: 145 bytes on the wire of each module.

use std::collections::{HashMap, HashSet};

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Elements, Function, Module};
use wasmparser::{
    BinaryReaderError, ElementItems, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

use crate::Outcome;

/// The functions that all panics pass through, and some that prepare a message for them, by the ends of their mangled names.
/// None of them returns.
const PANIC_HANDLERS: [&str; 7] = [
    "9panicking9panic_fmt",
    "9panicking15panic_with_hook",
    "13assert_failed",
    "30panic_already_mutably_borrowed",
    "22panic_already_borrowed",
    "7raw_vec12handle_error",
    "7raw_vec17capacity_overflow",
];
/// The function that looks a string up in the hash map, by a part of its mangled name, and the one that it calls to make it.
const CACHED_STRING: &str = "serde_wasm_bindgen16static_str_to_js";
const NEW_STRING: &str = "wbg_cast";
/// The functions that call closures, by a part of their mangled names.
const CLOSURES: &str = "12wasm_bindgen7convert8closures";

/// A shorter body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    Trap,
    /// Calls this function with the first two parameters and returns its result.
    Call(u32),
}

/// The module with shorter bodies.
///
/// # Errors
/// When the bytes are no module that can be read, or none of its functions has the name of a panic handler.
pub fn shortened(module: &[u8]) -> Outcome<Vec<u8>> {
    let broken =
        |error: &dyn std::fmt::Display| format!("The bodies of functions cannot be replaced: {error}.");
    let names = Names::of(module).map_err(|error| broken(&error))?;
    let bodies = names.bodies(module).map_err(|error| broken(&error))?;
    if !bodies.values().any(|body| *body == Body::Trap) {
        return Err(broken(&"no function of the module has the name of a panic handler"));
    }

    let closures = names.closures();
    let mut out = Module::new();
    let mut replaced = Replaced { bodies, closures, next: names.imported };
    replaced.parse_core_module(&mut out, Parser::new(0), module).map_err(|error| broken(&error))?;
    Ok(out.finish())
}

/// The functions of a module by their numbers.
#[derive(Default)]
struct Names {
    imported: u32,
    functions: HashMap<u32, String>,
}

impl Names {
    fn of(module: &[u8]) -> Result<Names, BinaryReaderError> {
        let mut found = Names::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for names in names {
                        let Name::Function(functions) = names? else { continue };
                        for function in functions {
                            let function = function?;
                            found.functions.insert(function.index, function.name.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// The functions that get another body.
    fn bodies(&self, module: &[u8]) -> Result<HashMap<u32, Body>, BinaryReaderError> {
        let mut bodies = HashMap::new();
        let mut index = self.imported;
        for payload in Parser::new(0).parse_all(module) {
            let Payload::CodeSectionEntry(body) = payload? else { continue };
            let name = self.functions.get(&index).map_or("", String::as_str);
            if PANIC_HANDLERS.iter().any(|end| name.ends_with(end)) {
                bodies.insert(index, Body::Trap);
            } else if name.contains(CACHED_STRING)
                && let Some(callee) = self.callee(&body, NEW_STRING)?
            {
                bodies.insert(index, Body::Call(callee));
            }
            index += 1;
        }
        Ok(bodies)
    }

    /// The functions that call closures.
    fn closures(&self) -> HashSet<u32> {
        let called = self.functions.iter().filter(|(_, name)| name.contains(CLOSURES));
        called.map(|(index, _)| *index).collect()
    }

    /// The first function with this part of a name that a body calls.
    fn callee(&self, body: &FunctionBody<'_>, part: &str) -> Result<Option<u32>, BinaryReaderError> {
        for operator in body.get_operators_reader()? {
            if let Operator::Call { function_index } = operator?
                && self.functions.get(&function_index).is_some_and(|name| name.contains(part))
            {
                return Ok(Some(function_index));
            }
        }
        Ok(None)
    }
}

struct Replaced {
    bodies: HashMap<u32, Body>,
    /// The functions that call closures.
    closures: HashSet<u32>,
    /// The number of the function whose body comes next.
    next: u32,
}

impl Reencode for Replaced {
    type Error = std::convert::Infallible;

    fn element_items<'a>(
        &mut self,
        items: ElementItems<'a>,
    ) -> Result<Elements<'a>, reencode::Error<Self::Error>> {
        let mut items = reencode::utils::element_items(self, items)?;
        if let Elements::Functions(functions) = &mut items {
            let is_closure = |function: &u32| self.closures.contains(function);
            let first = functions.iter().copied().find(is_closure);
            for function in functions.to_mut().iter_mut().filter(|function| is_closure(function)) {
                *function = first.unwrap_or(*function);
            }
        }
        Ok(items)
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let shorter = self.bodies.get(&self.next);
        self.next += 1;
        let Some(shorter) = shorter else {
            return reencode::utils::parse_function_body(self, code, body);
        };
        let mut function = Function::new([]);
        match *shorter {
            Body::Trap => function.instructions().unreachable().end(),
            Body::Call(callee) => function.instructions().local_get(0).local_get(1).call(callee).end(),
        };
        code.function(&function);
        Ok(())
    }
}
