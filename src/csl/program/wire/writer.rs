//! The writing head; host only. It mirrors [`super::reader`].

use super::limits::{LABEL, VERSION};
use super::reader::Stream;
use crate::prelude::*;

/// Writes a pack.
#[derive(Default)]
pub(super) struct Writer {
    /// The stream that is being written: that of the structure, unless another was turned to.
    head: Vec<u8>,
    calls: Vec<u8>,
    looks: Vec<u8>,
    texts: Vec<u8>,
    /// The macros written, the one called or written last at the end.
    recent: Vec<u16>,
}

impl Writer {
    /// The pack.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut pack = Writer { head: LABEL.to_vec(), ..Writer::default() };
        pack.number(VERSION);
        let streams = [self.head, self.calls, self.looks, self.texts];
        streams.iter().for_each(|stream| pack.length(stream.len()));
        [pack.head, streams.concat()].concat()
    }

    /// Changes places with a stream; the second time, goes back.
    pub(super) fn turn(&mut self, stream: Stream) {
        let other = match stream {
            Stream::Calls => &mut self.calls,
            Stream::Looks => &mut self.looks,
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

    /// A length; no style comes near the limit of 32 bits.
    pub(super) fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    /// A text and the zero that ends it. XML cannot hold a zero; one from elsewhere is dropped.
    pub(super) fn string(&mut self, text: &str) {
        self.turn(Stream::Texts);
        self.head.extend(text.bytes().filter(|byte| *byte != 0));
        self.byte(0);
        self.turn(Stream::Texts);
    }

    /// A call of a macro, as the number of macros that were called or written since it last was.
    pub(super) fn macro_index(&mut self, index: u16) {
        let since = self.recent.iter().rev().position(|recent| *recent == index);
        self.turn(Stream::Calls);
        self.length(since.unwrap_or(self.recent.len()));
        self.turn(Stream::Calls);
        self.recent.retain(|recent| *recent != index);
        self.recent.push(index);
    }

    /// Begins a style, which has macros of its own.
    pub(super) fn open_style(&mut self) {
        self.recent.clear();
    }

    /// Notes a macro as written.
    pub(super) fn end_macro(&mut self, index: usize) {
        self.recent.extend(u16::try_from(index));
    }
}
