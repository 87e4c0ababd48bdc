//! The reading head: bounds, numbers, strings, and what must hold of macros.

use super::{MAX_CALL_DEPTH, MAX_NODE_DEPTH, MAX_TEXT};
use crate::error::{Error, Kind};
use crate::prelude::*;
use crate::vocabulary::Term;

/// Reads a pack.
///
/// A failure is remembered and ends the input: everything read after it is zero, empty or the first word of a
/// vocabulary, lists end at once, and [`Reader::check`] tells. So no reading function returns a `Result`, which keeps
/// them, and the page's code, small.
pub(super) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    /// Where the current pack ends.
    end: usize,
    /// What is being read, for errors.
    what: &'static str,
    failure: Option<Error>,
    /// How many rendering elements surround the current one.
    depth: usize,
    /// The deepest nesting seen since [`Reader::end_macro`], calls included.
    deepest: usize,
    /// The nesting depth of every macro read so far, calls included.
    macros: Vec<usize>,
    /// How many terms the style has of its own.
    pub(super) own_terms: usize,
}

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Reader<'b> {
        let (what, failure, macros) = ("label", None, Vec::new());
        Reader { bytes, at: 0, end: bytes.len(), what, failure, depth: 0, deepest: 0, macros, own_terms: 0 }
    }

    /// States what is read from here on.
    pub(super) fn enter(&mut self, what: &'static str) {
        self.what = what;
    }

    /// The error for bytes that mean nothing as a `what`; the last byte read is the culprit.
    pub(super) fn damaged(&self, what: &'static str) -> Error {
        Kind::Invalid { what, at: self.at.saturating_sub(1) }.into()
    }

    /// The error for bytes after the end.
    pub(super) fn surplus(&self) -> Error {
        Kind::Invalid { what: "end of the pack", at: self.at }.into()
    }

    /// Remembers that the bytes just read mean nothing, unless something failed before.
    pub(super) fn invalid(&mut self) {
        let error = self.damaged(self.what);
        self.fail(error);
    }

    fn fail(&mut self, error: Error) {
        if self.failure.is_none() {
            self.failure = Some(error);
        }
        self.at = self.end;
    }

    /// The first failure, if there was one.
    pub(super) fn check(&mut self) -> Result<(), Error> {
        self.failure.take().map_or(Ok(()), Err)
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    pub(super) fn open_body(&mut self) {
        self.enter("length of the pack");
        let length = self.number() as usize;
        (self.depth, self.deepest, self.own_terms) = (0, 0, 0);
        self.macros.clear();
        match self.at.checked_add(length) {
            Some(end) if end <= self.bytes.len() => self.end = end,
            _ => self.truncated(),
        }
    }

    pub(super) fn close_body(&mut self) -> Result<(), Error> {
        if self.at != self.end {
            let error = self.surplus();
            self.fail(error);
        }
        self.end = self.bytes.len();
        self.check()
    }

    fn truncated(&mut self) {
        let error = Kind::Truncated { what: self.what, at: self.end }.into();
        self.fail(error);
    }

    /// The next `length` bytes.
    pub(super) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let stop = self.at.checked_add(length).filter(|stop| *stop <= self.end);
        let bytes = stop.and_then(|stop| self.bytes.get(self.at..stop));
        match (bytes, stop) {
            (Some(_), Some(stop)) => self.at = stop,
            _ => self.truncated(),
        }
        bytes
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.take(1).and_then(|bytes| bytes.first().copied()).unwrap_or(0)
    }

    /// A LEB128 number of at most 32 bits.
    pub(super) fn number(&mut self) -> u32 {
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        u32::try_from(value).unwrap_or_else(|_| {
            self.invalid();
            0
        })
    }

    /// A text that ends with a zero.
    pub(super) fn string(&mut self) -> String {
        let end = self.end.min(self.at + MAX_TEXT);
        let rest = self.bytes.get(self.at..end).unwrap_or_default();
        let Some(length) = rest.iter().position(|byte| *byte == 0) else {
            self.truncated();
            return String::new();
        };
        let text = core::str::from_utf8(self.take(length).unwrap_or_default());
        self.byte();
        match text {
            Ok(text) => text.to_owned(),
            Err(_) => {
                self.invalid();
                String::new()
            }
        }
    }

    /// The length of a list. Every element takes at least one byte, so a longer list than bytes left is a lie.
    pub(super) fn length(&mut self) -> usize {
        let length = self.number() as usize;
        if length > self.end - self.at {
            self.truncated();
            return 0;
        }
        length
    }

    /// The flags of a struct with `fields` fields.
    pub(super) fn flags(&mut self, what: &'static str, fields: u32) -> u32 {
        self.enter(what);
        let flags = self.number();
        if flags >> fields != 0 {
            self.invalid();
            return 0;
        }
        flags
    }

    pub(super) fn term(&mut self) -> Term {
        let number = self.number() as usize;
        let known = number < Term::WORDS.len();
        let ordinal = u16::try_from(number).is_ok_and(|number| Term(number).ordinal_number().is_some());
        let own = number.checked_sub(usize::from(Term::KNOWN)).is_some_and(|own| own < self.own_terms);
        match u16::try_from(number) {
            Ok(number) if known || ordinal || own => Term(number),
            _ => {
                self.invalid();
                Term(0)
            }
        }
    }

    /// The index of a macro that has been read already, written as the number of macros to go back.
    pub(super) fn macro_index(&mut self) -> u16 {
        let back = self.number() as usize;
        let index = self.macros.len().checked_sub(back);
        let called = index.and_then(|index| Some((u16::try_from(index).ok()?, *self.macros.get(index)?)));
        let Some((index, depth)) = called else {
            self.invalid();
            return 0;
        };
        self.deepen(depth);
        index
    }

    /// Notes a macro as read.
    pub(super) fn end_macro(&mut self) {
        let depth = core::mem::take(&mut self.deepest);
        self.macros.push(depth);
    }

    pub(super) fn open_node(&mut self) {
        self.depth += 1;
        self.deepen(0);
        if self.depth > MAX_NODE_DEPTH {
            self.invalid();
        }
    }

    pub(super) fn close_node(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn deepen(&mut self, below: usize) {
        self.deepest = self.deepest.max(self.depth + below);
        if self.deepest > MAX_CALL_DEPTH {
            self.invalid();
        }
    }
}
