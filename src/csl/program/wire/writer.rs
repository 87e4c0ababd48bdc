//! The writing head; host only. It mirrors [`super::reader`].

use crate::prelude::*;

/// Writes a pack.
#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    /// How many macros have been written.
    macros: u32,
}

impl Writer {
    /// All bytes written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// What another head wrote, after its length.
    pub(super) fn append(&mut self, other: Writer) {
        self.length(other.bytes.len());
        self.bytes.extend(other.bytes);
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    /// A length; no style comes near the limit of 32 bits.
    pub(super) fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    /// A text and the zero that ends it. XML cannot hold a zero; one from elsewhere is dropped.
    pub(super) fn string(&mut self, text: &str) {
        self.bytes.extend(text.bytes().filter(|byte| *byte != 0));
        self.byte(0);
    }

    /// A call of a macro, as the number of macros to go back from the one being written.
    pub(super) fn macro_index(&mut self, index: u16) {
        self.number(self.macros.saturating_sub(u32::from(index)));
    }

    /// Notes a macro as written.
    pub(super) fn end_macro(&mut self) {
        self.macros += 1;
    }
}
