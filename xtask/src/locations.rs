//! Blanks the places in source files that the compiler leaves in a module for the messages of panics.
//!
//! The engine's panic handler shows no message, so nothing reads them; but they weigh half a kilobyte on the wire, and
//! name folders of the machine that compiled it.

use std::ops::Range;

use wasmparser::{BinaryReaderError, DataKind, Operator, Parser, Payload};

use crate::Outcome;

/// A `trim_non_alphanumeric::panic::Location` in memory: address and length of the file's name, line, column.
const LOCATION: usize = 16;

/// The module without them.
///
/// # Errors
/// When the bytes are no module that can be read.
pub fn blanked(module: &[u8]) -> Outcome<Vec<u8>> {
    let segments = segments(module).map_err(|error| format!("The engine's data cannot be read: {error}."))?;
    let mut out = module.to_vec();
    for segment in &segments {
        let aligned = segment.bytes.start + segment.address.wrapping_neg() % 4;
        for at in (aligned..segment.bytes.end).step_by(4) {
            let Some(name) = file_name(module, &segments, at) else { continue };
            out[at..at + LOCATION].fill(0);
            out[name].fill(0);
        }
    }
    Ok(out)
}

/// A piece of data: where it lies in memory, and in the module.
struct Segment {
    address: usize,
    bytes: Range<usize>,
}

fn segments(module: &[u8]) -> Result<Vec<Segment>, BinaryReaderError> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(section) = payload? else { continue };
        for data in section {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            if let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? {
                let bytes = data.range.end - data.data.len()..data.range.end;
                segments.push(Segment { address: value as usize, bytes });
            }
        }
    }
    Ok(segments)
}

/// Where the file's name stands, when these bytes are a location: a name of Rust source, a line, a column.
fn file_name(module: &[u8], segments: &[Segment], at: usize) -> Option<Range<usize>> {
    let word = |index: usize| {
        let bytes = module.get(at + 4 * index..at + 4 * index + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    };
    let (address, length) = (word(0)?, word(1)?);
    let is_place = (1..1_000_000).contains(&word(2)?) && (1..10_000).contains(&word(3)?);
    let segment = segments.iter().find(|segment| {
        segment.address <= address && address + length <= segment.address + segment.bytes.len()
    })?;
    let start = segment.bytes.start + address - segment.address;
    let name = start..start + length;
    let text = module.get(name.clone())?;
    (is_place && length < 300 && text.ends_with(b".rs") && text.iter().all(u8::is_ascii_graphic))
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, DataSection, MemorySection, MemoryType, Module};

    fn module(data: &[u8]) -> Vec<u8> {
        let mut section = DataSection::new();
        section.active(0, &ConstExpr::i32_const(1024), data.iter().copied());
        let mut memories = MemorySection::new();
        let one_page =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(one_page);
        let mut module = Module::new();
        module.section(&memories).section(&section);
        module.finish()
    }

    /// A name at the beginning of the data, and behind it four words of which the first two say where it lies.
    fn data(name: &[u8; 8], length: u32, line: u32) -> Vec<u8> {
        let mut data = name.to_vec();
        data.extend([1024, length, line, 5].into_iter().flat_map(u32::to_le_bytes));
        data
    }

    #[test]
    fn locations_and_their_names_are_blanked() {
        assert_eq!(blanked(&module(&data(b"/a/bc.rs", 8, 7))).unwrap(), module(&[0; 24]));
    }

    #[test]
    fn other_texts_and_numbers_stay() {
        for kept in [data(b"/a/bc.js", 8, 7), data(b"/a/bc.rs", 8, 0), data(b"/a/bc.rs", 900, 7)] {
            assert_eq!(blanked(&module(&kept)).unwrap(), module(&kept));
        }
    }
}
