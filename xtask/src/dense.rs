//! Writes a WebAssembly module in the dense form, which crate `dense` explains, with the decoder in front of it.

use std::collections::BTreeMap;

use dense::{Continuation, KINDS, Kind, SIZE};
use wasm_encoder::Encode;
use wasmparser::{BinaryReaderError, Parser, Payload};

use crate::Outcome;

/// With these bytes a file in dense form begins; www/dense.js looks for them.
const LABEL: &[u8; 4] = b"DENS";

/// A file with the module: the label, the decoder's size and the module's, both in four bytes, the lowest first; the decoder,
/// itself a module; then the dense form.
///
/// # Errors
/// When the bytes are no module that can be read, or use an instruction that has no place in the form.
pub fn file(decoder: &[u8], module: &[u8]) -> Outcome<Vec<u8>> {
    let read = read(module).map_err(|error| format!("The engine cannot be written densely: {error}."))?;
    let mut file = LABEL.to_vec();
    for size in [decoder.len(), read.expanded_size()] {
        file.extend((size as u32).to_le_bytes());
    }
    file.extend(decoder);
    file.extend(dense(&read)?);
    Ok(file)
}

/// What a module consists of here.
#[derive(Default)]
struct Read<'a> {
    /// All before the first function.
    head: Vec<u8>,
    /// Of each function the count of the groups of its locals, and for each group its size and type.
    locals: Vec<u8>,
    /// Those of all functions.
    instructions: Vec<Instruction<'a>>,
    /// How many bytes the functions take with their sizes, which the decoder always writes in as many.
    code: usize,
    /// All behind the last function.
    tail: &'a [u8],
}

/// An instruction: its first byte, and those behind.
struct Instruction<'a> {
    opcode: u8,
    values: &'a [u8],
}

impl Read<'_> {
    fn expanded_size(&self) -> usize {
        self.head.len() + self.code + self.tail.len()
    }
}

fn read(module: &[u8]) -> Result<Read<'_>, BinaryReaderError> {
    let mut read = Read::default();
    let mut functions = 0;
    let mut header = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::CodeSectionStart { range, count, .. } => {
                functions = count;
                read.tail = &module[range.end..];
                let mut size = Vec::new();
                range.len().encode(&mut size);
                header = range.start - size.len() - 1;
            }
            Payload::CodeSectionEntry(body) => {
                let mut operators = body.get_operators_reader()?;
                read.locals.extend(&module[body.range().start..operators.original_position()]);
                read.code += SIZE + body.range().len();
                while !operators.eof() {
                    let start = operators.original_position();
                    operators.read()?;
                    let values = &module[start + 1..operators.original_position()];
                    read.instructions.push(Instruction { opcode: module[start], values });
                }
            }
            _ => {}
        }
    }
    read.head = head(&module[..header], functions, read.code);
    Ok(read)
}

/// The sections before the code, and the beginning of the code section: its number, its size, how many functions it has.
fn head(before: &[u8], functions: u32, code: usize) -> Vec<u8> {
    const CODE_SECTION: u8 = 10;
    let mut count = Vec::new();
    functions.encode(&mut count);
    let mut head = before.to_vec();
    head.push(CODE_SECTION);
    (count.len() + code).encode(&mut head);
    head.extend(count);
    head
}

fn dense(read: &Read<'_>) -> Outcome<Vec<u8>> {
    let opcodes: Vec<u8> = read.instructions.iter().map(|instruction| instruction.opcode).collect();
    let (occurring, places) = numbered(&opcodes);
    if occurring.len() > dense::OPCODES {
        return Err(format!("The engine uses {} opcodes; {} have a place.", occurring.len(), dense::OPCODES));
    }
    let mut values = Values::default();
    for (at, instruction) in read.instructions.iter().enumerate() {
        let following = |by: usize| places.get(at + by).map_or(0, |place| usize::from(*place));
        values.add(instruction, dense::kind(instruction.opcode, following(1), following(2)))?;
    }
    let mut out = Vec::new();
    for part in [&occurring, &read.head, read.tail, &read.locals, &places] {
        part.encode(&mut out);
    }
    values.by_kind.values().for_each(|values| out.extend(values));
    Ok(out)
}

/// The opcodes that occur, and the place of each opcode among these.
fn numbered(opcodes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let occurring: Vec<u8> = (0..=255).filter(|opcode| opcodes.contains(opcode)).collect();
    let mut places = [0; 256];
    for (place, opcode) in (0..=255).zip(&occurring) {
        places[usize::from(*opcode)] = place;
    }
    let places = opcodes.iter().map(|opcode| places[usize::from(*opcode)]).collect();
    (occurring, places)
}

/// The values, as they are written, by kind.
#[derive(Default)]
struct Values {
    by_kind: BTreeMap<Kind, Vec<u8>>,
}

impl Values {
    fn add(&mut self, instruction: &Instruction<'_>, kind: Kind) -> Outcome<()> {
        debug_assert!(kind < KINDS);
        let opcode = instruction.opcode;
        match Continuation::of(opcode) {
            Some(Continuation::None) => {}
            Some(Continuation::Memory) => {
                let (align, offset) = instruction.values.split_at(1);
                self.kind(kind).extend(align);
                self.kind(dense::offset_kind(opcode)).extend(offset);
            }
            Some(_) => self.kind(kind).extend(instruction.values),
            None => {
                return Err(format!(
                    "The engine uses the opcode {opcode:#x}; give it a place in `dense::Continuation::of` first."
                ));
            }
        }
        Ok(())
    }

    fn kind(&mut self, kind: Kind) -> &mut Vec<u8> {
        self.by_kind.entry(kind).or_default()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use wasm_encoder::{
        BlockType, CodeSection, ExportKind, ExportSection, Function, FunctionSection, Instruction as Write,
        MemArg, MemorySection, MemoryType, Module, TypeSection, ValType,
    };

    /// The declaration of a memory of one page.
    pub(crate) fn one_page() -> MemorySection {
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        memories
    }

    /// A module with an instruction of every continuation that compilers write.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut exports = ExportSection::new();
        exports.export("first", ExportKind::Func, 0);
        let mut code = CodeSection::new();
        let far = MemArg { offset: 70_000, align: 2, memory_index: 0 };
        let mut first = Function::new([(2, ValType::I32), (1, ValType::I64)]);
        first
            .instruction(&Write::Block(BlockType::Empty))
            .instruction(&Write::LocalGet(0))
            .instruction(&Write::BrTable([0, 0, 0].as_slice().into(), 0))
            .instruction(&Write::End)
            .instruction(&Write::I32Const(-70_000))
            .instruction(&Write::LocalGet(1))
            .instruction(&Write::I32Store(far))
            .instruction(&Write::LocalGet(0))
            .instruction(&Write::I32Const(3))
            .instruction(&Write::I32Const(9))
            .instruction(&Write::MemoryCopy { src_mem: 0, dst_mem: 0 })
            .instruction(&Write::LocalGet(2))
            .instruction(&Write::I32Load(far))
            .instruction(&Write::End);
        code.function(&first);
        let mut second = Function::new([]);
        second
            .instruction(&Write::LocalGet(0))
            .instruction(&Write::Call(0))
            .instruction(&Write::LocalGet(0))
            .instruction(&Write::LocalGet(0))
            .instruction(&Write::TypedSelect(ValType::I32))
            .instruction(&Write::End);
        code.function(&second);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&one_page()).section(&exports).section(&code);
        module.section(&wasm_encoder::CustomSection { name: "last".into(), data: b"bytes"[..].into() });
        module.finish()
    }

    fn expanded(dense: &[u8], size: usize) -> Option<Vec<u8>> {
        let mut module = vec![0; size];
        dense::expand(dense, &mut module, &mut vec![0; KINDS]).then_some(module)
    }

    /// Every section, and every function without its size, whose length is free.
    fn contents(module: &[u8]) -> Vec<Vec<u8>> {
        let mut contents = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.expect("a module is expanded") {
                Payload::CodeSectionEntry(body) => contents.push(body.as_bytes().to_vec()),
                Payload::CodeSectionStart { count, .. } => contents.push(count.to_le_bytes().to_vec()),
                other => contents.extend(other.as_section().map(|(_, range)| module[range].to_vec())),
            }
        }
        contents
    }

    #[test]
    fn the_decoder_makes_the_module_again() {
        let module = module();
        let read = read(&module).unwrap();
        let again = expanded(&dense(&read).unwrap(), read.expanded_size()).expect("nothing was damaged");
        assert_eq!(contents(&again), contents(&module));
        assert_eq!(contents(&module).len(), 8, "four sections, the count, two functions, a custom section");
    }

    #[test]
    fn damage_is_noticed_or_gives_a_module_of_the_same_size() {
        let module = module();
        let read = read(&module).unwrap();
        let (dense, size) = (dense(&read).unwrap(), read.expanded_size());
        for length in 0..dense.len() {
            let _ = expanded(&dense[..length], size);
        }
        assert!(expanded(&dense[..dense.len() / 2], size).is_none());
        assert!(expanded(&dense, size - 1).is_none(), "more than was announced");
        for at in 0..dense.len() {
            for byte in [0, 127, 128, 255] {
                let mut damaged = dense.clone();
                damaged[at] = byte;
                let _ = expanded(&damaged, size);
            }
        }
    }

    #[test]
    fn the_file_announces_the_sizes() {
        let module = module();
        let file = file(b"decoder", &module).unwrap();
        assert_eq!(file[..8], *b"DENS\x07\0\0\0");
        let size = u32::from_le_bytes(file[8..12].try_into().unwrap());
        assert_eq!(size as usize, read(&module).unwrap().expanded_size());
        assert_eq!(file[12..19], *b"decoder");
    }
}
