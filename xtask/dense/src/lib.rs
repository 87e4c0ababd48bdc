//! The dense form of a WebAssembly module, which compresses better than the module; here the module is made of it again.
//!
//! In a module opcodes alternate with what stands behind them: numbers of locals, offsets, constants. Brotli, which
//! predicts a byte from the two before it, learns little from either. In the dense form all opcodes stand together, and all
//! *values* of a kind together, in the order of what is done with them: a constant that is added next is a different thing
//! from one that is compared. On the page's engine this is worth 13 % of what travels.
//!
//! The form, in which all integers are LEB128 as in WebAssembly:
//!
//! - five parts, each behind its length: the opcodes that occur; all of the module that lies before the first function;
//!   all behind the last; of each function the declaration of its locals; of each instruction the place of its opcode
//!   among those that occur;
//! - the values, sorted by [`kind`], and in a kind in the order of the instructions.
//!
//! `xtask` writes it (`xtask/src/dense.rs`), and puts this crate, compiled to WebAssembly, in front of it.

#![cfg_attr(target_arch = "wasm32", no_std)]

/// How many different opcodes a module may have.
pub const OPCODES: usize = 1 << OPCODE_BITS;
const OPCODE_BITS: usize = 7;

/// How many kinds of values there are.
pub const KINDS: usize = 3 << (2 * OPCODE_BITS);

/// How many bytes the size of a function takes in the module. That it always takes as many spares moving the function.
pub const SIZE: usize = 3;
const END: u8 = 0x0b;
const LOCAL_GET: u8 = 0x20;
const I32_CONST: u8 = 0x41;

/// What stands behind an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Continuation {
    /// Nothing.
    None,
    /// An integer.
    One,
    /// Two integers.
    Two,
    /// As many integers as the first says, and one more, as behind `br_table`.
    Table,
    /// As many integers as the first says, as behind `select` with types.
    List,
    /// A second opcode, which decides how many integers follow: those behind 0xfc.
    Prefix,
    /// An alignment and an offset, which are two values.
    Memory,
    /// An integer whose kind depends on the two opcodes that follow: `local.get`, `i32.const`.
    Before,
}

impl Continuation {
    /// That of an opcode; nothing for opcodes that have no place in the form.
    pub fn of(opcode: u8) -> Option<Continuation> {
        Some(match opcode {
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Continuation::None,
            0x02..=0x04 | 0x0c | 0x0d | 0x10 | 0x21..=0x26 | 0x3f | 0x40 | 0x42 | 0xd0 | 0xd2 => {
                Continuation::One
            }
            0x11 => Continuation::Two,
            0x0e => Continuation::Table,
            0x1c => Continuation::List,
            0xfc => Continuation::Prefix,
            0x28..=0x3e => Continuation::Memory,
            LOCAL_GET | I32_CONST => Continuation::Before,
            _ => return None,
        })
    }
}

/// The kind of a value: a number by which the values are sorted.
pub type Kind = usize;

/// The kind of the value that comes first behind an opcode, if the next two opcodes have these places among those that
/// occur.
pub fn kind(opcode: u8, next: usize, after: usize) -> Kind {
    let following = next << OPCODE_BITS | after;
    match opcode {
        I32_CONST => 1 << (2 * OPCODE_BITS) | following,
        LOCAL_GET => 2 << (2 * OPCODE_BITS) | following,
        _ => usize::from(opcode),
    }
}

/// The kind of the offset behind an opcode that reads or writes memory: two that are free, for no value stands behind the
/// opcodes 0 and 1.
pub fn offset_kind(opcode: u8) -> Kind {
    usize::from(opcode >= 0x36)
}

/// Writes the module that is `dense` to `module`, which has its size, by means of `cursors`, one for each kind of values.
/// Says whether the bytes were whole; damaged ones give a module that does not compile, or none.
pub fn expand(dense: &[u8], module: &mut [u8], cursors: &mut [usize]) -> bool {
    let mut rest = Reader { bytes: dense, at: 0 };
    let occurring = rest.part();
    let head = rest.part();
    let tail = rest.part();
    let mut locals = Reader { bytes: rest.part(), at: 0 };
    let opcodes = Opcodes { places: rest.part(), occurring };
    opcodes.find_values(rest, cursors);
    let mut out = Writer { module, end: 0 };
    out.put(head);
    let mut at = 0;
    while at < opcodes.places.len() {
        let start = out.end;
        out.put(&[0; SIZE]);
        let declared = locals.at;
        let groups = locals.integer();
        locals.skip(groups.wrapping_mul(2));
        out.put(between(locals.bytes, declared, locals.at));
        at = opcodes.write_function(at, rest.bytes, cursors, &mut out);
        out.put_size(start);
    }
    out.put(tail);
    out.end == out.module.len()
}

/// The opcodes of all instructions.
struct Opcodes<'a> {
    places: &'a [u8],
    occurring: &'a [u8],
}

impl Opcodes<'_> {
    /// The place of an instruction's opcode among those that occur; past the last instruction zero.
    fn place(&self, at: usize) -> usize {
        self.places.get(at).map_or(0, |place| usize::from(*place))
    }

    fn at(&self, at: usize) -> u8 {
        self.occurring.get(self.place(at)).copied().unwrap_or(0)
    }

    /// Calls `each` with the kind of each value behind an instruction's opcode, which it returns.
    fn values(&self, at: usize, mut each: impl FnMut(Kind)) -> u8 {
        let opcode = self.at(at);
        let continuation = Continuation::of(opcode);
        if continuation != Some(Continuation::None) {
            each(kind(opcode, self.place(at + 1), self.place(at + 2)));
        }
        if continuation == Some(Continuation::Memory) {
            each(offset_kind(opcode));
        }
        opcode
    }

    /// Sets each cursor to where the values of its kind begin.
    fn find_values(&self, mut rest: Reader<'_>, cursors: &mut [usize]) {
        cursors.fill(0);
        for place in 0..self.places.len() {
            self.values(place, |kind| {
                if let Some(count) = cursors.get_mut(kind) {
                    *count += 1;
                }
            });
        }
        for (kind, cursor) in cursors.iter_mut().enumerate() {
            let values = core::mem::replace(cursor, rest.at);
            for _ in 0..values {
                rest.pass_value(kind);
            }
        }
    }

    /// Writes the instructions of the function that begins at a place; returns the place behind its last one.
    fn write_function(
        &self,
        mut at: usize,
        dense: &[u8],
        cursors: &mut [usize],
        out: &mut Writer<'_>,
    ) -> usize {
        let mut depth = 1;
        while depth > 0 && at < self.places.len() {
            let opcode = self.at(at);
            out.put(&[opcode]);
            self.values(at, |kind| {
                if let Some(cursor) = cursors.get_mut(kind) {
                    let mut reader = Reader { bytes: dense, at: *cursor };
                    reader.pass_value(kind);
                    out.put(between(dense, *cursor, reader.at));
                    *cursor = reader.at;
                }
            });
            depth += u32::from(matches!(opcode, 0x02..=0x04));
            depth -= u32::from(opcode == END);
            at += 1;
        }
        at
    }
}

fn between(bytes: &[u8], start: usize, end: usize) -> &[u8] {
    bytes.get(start..end).unwrap_or_default()
}

/// A module on its way. What does not fit in is left out.
struct Writer<'a> {
    module: &'a mut [u8],
    /// How many bytes are written.
    end: usize,
}

impl Writer<'_> {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if let Some(place) = self.module.get_mut(self.end) {
                *place = *byte;
            }
            self.end += 1;
        }
    }

    /// Puts the size of the function that is written from `start` on in the bytes kept for it.
    fn put_size(&mut self, start: usize) {
        let end = self.end;
        let size = end - start - SIZE;
        self.end = start;
        self.put(&[size as u8 | 128, (size >> 7) as u8 | 128, (size >> 14) as u8 & 127]);
        self.end = end;
    }
}

/// Reads integers.
#[derive(Clone, Copy)]
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn integer(&mut self) -> usize {
        let mut value = 0;
        let mut shift = 0;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            value |= usize::from(byte & 127).wrapping_shl(shift);
            shift += 7;
            if *byte < 128 {
                break;
            }
        }
        value
    }

    fn skip(&mut self, mut integers: usize) {
        while integers > 0 {
            let Some(byte) = self.bytes.get(self.at) else { return };
            integers -= usize::from(*byte < 128);
            self.at += 1;
        }
    }

    fn part(&mut self) -> &'a [u8] {
        let end = self.integer().wrapping_add(self.at);
        let part = between(self.bytes, self.at, end);
        self.at += part.len();
        part
    }

    /// Passes over a value.
    fn pass_value(&mut self, kind: Kind) {
        let continuation = if kind < 256 { Continuation::of(kind as u8) } else { None };
        let integers = match continuation {
            Some(Continuation::Two) => 2,
            Some(Continuation::Table) => self.integer().wrapping_add(1),
            Some(Continuation::List) => self.integer(),
            Some(Continuation::Prefix) => match self.integer() {
                8 | 10 | 12 | 14 => 2,
                9 | 11 | 13 | 15..=17 => 1,
                _ => 0,
            },
            _ => 1,
        };
        self.skip(integers);
    }
}

#[cfg(target_arch = "wasm32")]
mod page {
    //! What the page's script calls.

    #[panic_handler]
    fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
        core::arch::wasm32::unreachable()
    }

    /// Reads the `dense` bytes at `from`, and writes the module behind them, in `size` bytes. The cursors lie behind that.
    /// Says whether the bytes were whole.
    #[unsafe(no_mangle)]
    #[expect(unsafe_code, reason = "the script lays out the memory, which it has grown for that")]
    extern "C" fn expand(from: *mut u8, dense: usize, size: usize) -> bool {
        // SAFETY: the three ranges lie one behind the other, and the last begins at the next multiple of 8.
        let (source, module, cursors) = unsafe {
            let behind = from.add((dense + size).next_multiple_of(8));
            (
                core::slice::from_raw_parts(from, dense),
                core::slice::from_raw_parts_mut(from.add(dense), size),
                core::slice::from_raw_parts_mut(behind.cast::<usize>(), super::KINDS),
            )
        };
        super::expand(source, module, cursors)
    }
}
