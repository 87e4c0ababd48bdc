//! The order of the functions in a WebAssembly module, chosen for compression.
//!
//! A module means the same in any order of its functions, but brotli encodes a repetition in fewer bits the nearer the
//! first occurrence is. So functions that have many short byte sequences in common are made neighbours. That saves
//! 1.4 kB of the page's engine (brotli), and costs nothing when the page loads.

use std::collections::{HashMap, HashSet};

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use crate::Outcome;

/// The length in bytes of the sequences (n-grams) that are compared; shorter ones occur in every function.
const NGRAM: usize = 4;

/// How many of the functions placed last are compared with those still to be placed.
const NEIGHBOURS: usize = 12;
/// How much less an n-gram counts with each function between: the distance costs bits too.
const DECAY: f64 = 0.5;
/// Added to the length of a function. Without it tiny functions, which have all their n-grams in common with many others,
/// would come first.
const ADDEND: f64 = 60.0;

/// The module with its functions in an order that compresses better.
///
/// # Errors
/// When the bytes are no module that can be read.
pub fn reordered(module: &[u8]) -> Outcome<Vec<u8>> {
    let broken =
        |error: &dyn std::fmt::Display| format!("The engine's functions cannot be reordered: {error}.");
    let functions = read(module).map_err(|error| broken(&error))?;
    let order = Ngrams::of(&functions.bodies).order();
    permuted(module, functions.imported, order).map_err(|error| broken(&error))
}

/// The module with its functions in this order, by their old indices.
fn permuted(module: &[u8], imported: u32, order: Vec<usize>) -> Result<Vec<u8>, reencode::Error> {
    let mut new_indices = vec![0; order.len()];
    for (new, old) in (0..).zip(&order) {
        new_indices[*old] = new;
    }
    let mut out = Module::new();
    Permutation { imported, order, new_indices }.parse_core_module(&mut out, Parser::new(0), module)?;
    Ok(out.finish())
}

/// The functions of a module.
struct Functions<'a> {
    /// How many are imported. Their indices precede those of the module's own functions.
    imported: u32,
    /// The bodies of the module's own functions.
    bodies: Vec<&'a [u8]>,
}

fn read(module: &[u8]) -> Result<Functions<'_>, wasmparser::BinaryReaderError> {
    let mut functions = Functions { imported: 0, bodies: Vec::new() };
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    functions.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok(functions)
}

/// Which n-grams each function contains, and which functions contain each n-gram. N-grams are numbered.
struct Ngrams {
    of_function: Vec<Vec<usize>>,
    functions_with: Vec<Vec<usize>>,
}

impl Ngrams {
    fn of(bodies: &[&[u8]]) -> Ngrams {
        let mut numbers: HashMap<&[u8], usize> = HashMap::new();
        let mut ngrams = Ngrams { of_function: Vec::new(), functions_with: Vec::new() };
        for (function, body) in bodies.iter().enumerate() {
            let mut own = Vec::new();
            for ngram in body.windows(NGRAM) {
                let number = *numbers.entry(ngram).or_insert(ngrams.functions_with.len());
                if number == ngrams.functions_with.len() {
                    ngrams.functions_with.push(Vec::new());
                }
                if ngrams.functions_with[number].last() != Some(&function) {
                    ngrams.functions_with[number].push(function);
                    own.push(number);
                }
            }
            ngrams.of_function.push(own);
        }
        ngrams
    }

    /// The functions in their new order, by their old indices. The next function is always the one that has the largest
    /// share of its n-grams in common with the last few, the nearest before all.
    fn order(&self) -> Vec<usize> {
        let count = self.of_function.len();
        let mut order: Vec<usize> = Vec::with_capacity(count);
        let mut is_placed = vec![false; count];
        while order.len() < count {
            let common = self.in_common_with(order.iter().rev().take(NEIGHBOURS));
            let similarity =
                |index: usize| (common[index] + 1.0) / (self.of_function[index].len() as f64 + ADDEND);
            let candidates = (0..count).filter(|index| !is_placed[*index]);
            let best = candidates.max_by(|a, b| similarity(*a).total_cmp(&similarity(*b)));
            let Some(best) = best else { break };
            is_placed[best] = true;
            order.push(best);
        }
        order
    }

    /// For each function, how many n-grams it has in common with the given functions, of which the first is the nearest.
    fn in_common_with<'a>(&self, given: impl Iterator<Item = &'a usize>) -> Vec<f64> {
        let mut seen = HashSet::new();
        let mut common = vec![0.0; self.of_function.len()];
        for (between, index) in given.enumerate() {
            let weight = 1.0 / (1.0 + DECAY * between as f64);
            // Each counts where it is nearest.
            for ngram in self.of_function[*index].iter().filter(|ngram| seen.insert(**ngram)) {
                for function in &self.functions_with[*ngram] {
                    common[*function] += weight;
                }
            }
        }
        common
    }
}

/// Writes a module with its functions moved.
struct Permutation {
    imported: u32,
    /// The old index of each function, by its new one; both without the imported functions.
    order: Vec<usize>,
    /// The new index of each function, by its old one.
    new_indices: Vec<u32>,
}

impl Reencode for Permutation {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        let own = index.checked_sub(self.imported).and_then(|own| self.new_indices.get(own as usize));
        Ok(own.map_or(index, |new| self.imported + new))
    }

    fn parse_function_section(
        &mut self,
        out: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for old in self.order.clone() {
            out.function(self.type_index(types[old])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        out: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            self.parse_function_body(out, bodies[old].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ExportKind, ExportSection, Function, FunctionSection, Instruction, TypeSection, ValType,
    };

    /// A module whose function 0 returns 7, and whose function 1, exported, calls it.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut exports = ExportSection::new();
        exports.export("seven", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        for instruction in [Instruction::I32Const(7), Instruction::Call(0)] {
            let mut function = Function::new([]);
            function.instruction(&instruction).instruction(&Instruction::End);
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn calls_and_exports_follow_the_functions() {
        let module = module();
        let out = permuted(&module, 0, vec![1, 0]).unwrap();
        // A body is the count of its locals, the instruction, its operand, and the end.
        let bodies = read(&out).unwrap().bodies;
        assert_eq!(
            bodies,
            [[0, 0x10, 1, 0x0b], [0, 0x41, 7, 0x0b]],
            "the call follows the function it calls"
        );
        let exported = Parser::new(0).parse_all(&out).find_map(|payload| match payload.unwrap() {
            Payload::ExportSection(exports) => exports.into_iter().next().map(|export| export.unwrap().index),
            _ => None,
        });
        assert_eq!(exported, Some(0));
        assert_eq!(reordered(&module).unwrap().len(), module.len());
    }
}
