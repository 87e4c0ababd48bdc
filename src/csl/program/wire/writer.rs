//! Writes the streams of a pack, as [`super::reader`] reads them; host only.

use super::limits::{LABEL, VERSION};
use super::reader::Stream;
use crate::prelude::*;

/// Writes a pack.
#[derive(Default)]
pub(super) struct Writer {
    /// The current stream: the structure, unless [`Writer::swap`] exchanged it.
    head: Vec<u8>,
    calls: Vec<u8>,
    formatting: Vec<u8>,
    texts: Vec<u8>,
    /// The macros written, the latest one called or written at the end.
    recent: Vec<u16>,
}

impl Writer {
    /// The pack.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut pack = Writer { head: LABEL.to_vec(), ..Writer::default() };
        pack.number(VERSION);
        let streams = [self.head, self.calls, self.formatting, self.texts];
        streams.iter().for_each(|stream| pack.length(stream.len()));
        [pack.head, streams.concat()].concat()
    }

    /// Exchanges the current stream with another one; a second call restores it.
    pub(super) fn swap(&mut self, stream: Stream) {
        let other = match stream {
            Stream::Calls => &mut self.calls,
            Stream::Formatting => &mut self.formatting,
            Stream::Texts => &mut self.texts,
        };
        core::mem::swap(&mut self.head, other);
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.head.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    /// A length; those of styles are far below the limit of 32 bits.
    pub(super) fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    /// A text, and a zero at its end. Zeros inside are dropped; XML cannot contain any.
    pub(super) fn string(&mut self, text: &str) {
        self.swap(Stream::Texts);
        self.head.extend(text.bytes().filter(|byte| *byte != 0));
        self.byte(0);
        self.swap(Stream::Texts);
    }

    /// A call of a macro, as the number of macros that were called or written after it was last called or written.
    pub(super) fn macro_index(&mut self, index: u16) {
        let since = self.recent.iter().rev().position(|recent| *recent == index);
        self.swap(Stream::Calls);
        self.length(since.unwrap_or(self.recent.len()));
        self.swap(Stream::Calls);
        self.recent.retain(|recent| *recent != index);
        self.recent.push(index);
    }

    /// Begins a style, with its own macros.
    pub(super) fn open_style(&mut self) {
        self.recent.clear();
    }

    /// Ends a macro.
    pub(super) fn end_macro(&mut self, index: usize) {
        self.recent.extend(u16::try_from(index));
    }
}
