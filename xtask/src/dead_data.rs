//! Blanks data that nothing reads, in a module whose panics are traps: the places of the sources that panic, the names of
//! their files, and what messages of panics are made of. The linker has kept them for the code that the traps replaced.
//!
//! Zeros weigh next to nothing. What any instruction or any other data may point to stays: the linker merges constants, and
//! so a text for messages may be a part of one that is read.

use std::collections::HashSet;
use std::ops::Range;

use wasmparser::{BinaryReaderError, DataKind, FunctionBody, Operator, Parser, Payload};

use crate::Outcome;

/// Texts of the standard library that messages of panics are made of, beside its digits.
const MESSAGES: [&str; 8] = [
    "insertion index (is ",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
    "Hash table capacity overflow",
    "capacity overflow",
    "mid > len",
    "Attempted to initialize thread-local while it is being dropped",
    "Tried to shrink to a larger capacity",
];

/// The module without such data. Its length stays.
///
/// # Errors
/// When the bytes are no module that can be read.
pub fn blanked(module: Vec<u8>) -> Outcome<Vec<u8>> {
    let mut data = Data::of(module).map_err(|error| format!("The engine's data cannot be read: {error}."))?;
    let mut texts: Vec<Range<usize>> = Vec::new();
    for (place, file) in data.places() {
        if !data.is_used(&place) {
            data.module[place].fill(0);
            texts.push(file);
        }
    }
    let digits: String = (0..100).map(|number| format!("{number:02}")).collect();
    for text in MESSAGES.into_iter().chain([digits.as_str()]) {
        texts.extend(data.find(text.as_bytes()));
    }
    for text in texts {
        if !data.is_used(&text) && !data.is_pointed_to(&text) {
            data.module[text].fill(0);
        }
    }
    Ok(data.module)
}

/// A module and its data; ranges are offsets in the module.
struct Data {
    module: Vec<u8>,
    /// The segments, each with the address of its first byte.
    segments: Vec<(u32, Range<usize>)>,
    /// The numbers in the code that may be addresses.
    used: HashSet<u32>,
}

/// The bytes of a place in the sources: where the file's name is and how long it is, line and column.
const PLACE: usize = 16;

impl Data {
    fn of(module: Vec<u8>) -> Result<Data, BinaryReaderError> {
        let mut data = Data { module: Vec::new(), segments: Vec::new(), used: HashSet::new() };
        for payload in Parser::new(0).parse_all(&module) {
            match payload? {
                Payload::CodeSectionEntry(body) => data.add_code(&body)?,
                Payload::DataSection(section) => {
                    for segment in section {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            continue;
                        };
                        let start = segment.data.as_ptr().addr() - module.as_ptr().addr();
                        data.segments.push((value.cast_unsigned(), start..start + segment.data.len()));
                    }
                }
                _ => {}
            }
        }
        data.module = module;
        Ok(data)
    }

    /// Adds the constants of a function, and the offsets of its loads.
    fn add_code(&mut self, body: &FunctionBody<'_>) -> Result<(), BinaryReaderError> {
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::I32Const { value } => {
                    self.used.insert(value.cast_unsigned());
                }
                Operator::I32Load { memarg }
                | Operator::I64Load { memarg }
                | Operator::F64Load { memarg }
                | Operator::I32Load8U { memarg }
                | Operator::I32Load8S { memarg }
                | Operator::I32Load16U { memarg }
                | Operator::I32Load16S { memarg }
                | Operator::I64Load32U { memarg } => {
                    self.used.extend(u32::try_from(memarg.offset));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether an instruction may have an address in a range.
    fn is_used(&self, range: &Range<usize>) -> bool {
        self.addresses(range).is_none_or(|range| self.used.iter().any(|address| range.contains(address)))
    }

    /// Whether data may have an address in a range.
    fn is_pointed_to(&self, range: &Range<usize>) -> bool {
        self.addresses(range).is_none_or(|range| self.words().any(|(_, word)| range.contains(&word)))
    }

    /// The addresses of a range.
    fn addresses(&self, range: &Range<usize>) -> Option<Range<u32>> {
        let (first, segment) = self.segments.iter().find(|(_, segment)| segment.contains(&range.start))?;
        let start = first + u32::try_from(range.start - segment.start).ok()?;
        Some(start..start + u32::try_from(range.len()).ok()?)
    }

    /// The offsets of words that lie as pointers do, and their values.
    fn words(&self) -> impl Iterator<Item = (usize, u32)> {
        self.segments.iter().flat_map(|(first, segment)| {
            let skipped = (4 - first % 4) as usize % 4;
            segment.clone().skip(skipped).step_by(4).filter_map(|at| Some((at, self.word(at)?)))
        })
    }

    fn word(&self, at: usize) -> Option<u32> {
        self.module.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
    }

    /// The places in the sources, each with the name of its file.
    fn places(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let place = |(at, word): (usize, u32)| {
            let (first, segment) = self.segments.iter().find(|(first, segment)| {
                word.checked_sub(*first).is_some_and(|offset| (offset as usize) < segment.len())
            })?;
            let file = segment.start + (word - first) as usize;
            let file = file..file + self.word(at + 4)? as usize;
            let [line, column] = [self.word(at + 8)?, self.word(at + 12)?];
            let named = self.module.get(file.clone())?.ends_with(b".rs");
            (named && line > 0 && column > 0 && column < 1000).then_some((at..at + PLACE, file))
        };
        self.words().filter_map(place).collect()
    }

    /// The places of a text.
    fn find(&self, text: &[u8]) -> Vec<Range<usize>> {
        let starts =
            |segment: &Range<usize>| segment.clone().take((segment.len() + 1).saturating_sub(text.len()));
        let all = self.segments.iter().flat_map(|(_, segment)| starts(segment));
        all.map(|at| at..at + text.len())
            .filter(|range| self.module.get(range.clone()) == Some(text))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, Function, FunctionSection, MemorySection, MemoryType, Module,
        TypeSection,
    };

    /// A module with these data at the address 1024, whose code has one number.
    fn module(data: &[u8], number: i32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut function = Function::new([]);
        function.instructions().i32_const(number).drop().end();
        let mut code = CodeSection::new();
        code.function(&function);
        let mut segments = DataSection::new();
        segments.active(0, &ConstExpr::i32_const(1024), data.iter().copied());
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code).section(&segments);
        module.finish()
    }

    /// The data that are left of a place in `src/x.rs` behind some text and a message.
    fn left(number: i32) -> String {
        let mut data = b"text".to_vec();
        for word in [1044, 8, 3, 7] {
            data.extend(u32::to_le_bytes(word));
        }
        data.extend(b"src/x.rsmid > lenrest");
        let module = blanked(module(&data, number)).unwrap();
        let left = &module[module.len() - data.len()..];
        String::from_utf8_lossy(left).replace('\0', ".")
    }

    #[test]
    fn what_nothing_points_to_is_blanked() {
        assert_eq!(left(1024), "text.................................rest");
        assert_eq!(left(1044), "text................src/x.rs.........rest");
        assert_eq!(left(1052), "text........................mid > lenrest");
        assert!(left(1028).contains("src/x.rs.........rest"));
    }
}
