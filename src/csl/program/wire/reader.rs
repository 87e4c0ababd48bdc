//! Reads the streams of a pack: bounds, numbers, texts, and the limits of macros.

use super::limits::{LABEL, MAX_CALL_DEPTH, MAX_NODE_DEPTH, MAX_TEXT, VERSION};
use crate::error::{Error, Kind};
use crate::prelude::*;
use crate::text;
use crate::vocabulary::Term;

/// The streams of a pack beside the structure.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    /// Calls of macros.
    Calls,
    /// Formatting.
    Formatting,
    Texts,
}

/// Reads a pack.
///
/// A failure is stored and ends the input: everything read after it is zero, empty or the first word of a vocabulary,
/// and lists end. [`Reader::failure`] returns it. So reading functions return no `Result`, which keeps the page's code
/// small.
pub(super) struct Reader<'b> {
    bytes: &'b [u8],
    /// The rest of the current stream: the structure, unless [`Reader::swap`] exchanged it.
    head: &'b [u8],
    calls: &'b [u8],
    formatting: &'b [u8],
    texts: &'b [u8],
    /// The bytes after the current pack.
    rest: &'b [u8],
    /// The name of what is being read, for errors.
    what: &'static str,
    failure: Option<Error>,
    /// How many rendering elements surround the current one.
    depth: usize,
    /// The deepest nesting since [`Reader::end_macro`], including calls.
    deepest: usize,
    /// The nesting depth of every macro read so far, including calls.
    macros: Vec<usize>,
    /// The same macros, the latest one called or read at the end.
    recent: Vec<u16>,
    /// The number of the style's own terms.
    pub(super) own_terms: usize,
}

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Reader<'b> {
        Reader {
            bytes,
            head: bytes,
            calls: &[],
            formatting: &[],
            texts: &[],
            rest: &[],
            what: "label",
            failure: None,
            depth: 0,
            deepest: 0,
            macros: Vec::new(),
            recent: Vec::new(),
            own_terms: 0,
        }
    }

    /// Sets the name of what is read next.
    pub(super) fn enter(&mut self, what: &'static str) {
        self.what = what;
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

    /// The offset of the rest of a stream in the input, in bytes.
    fn offset(&self, stream: &[u8]) -> usize {
        stream.as_ptr().addr().saturating_sub(self.bytes.as_ptr().addr())
    }

    /// Fails because the byte just read is invalid.
    pub(super) fn invalid(&mut self) {
        let at = self.offset(self.head).saturating_sub(1);
        self.fail(Kind::Invalid { what: self.what, at });
    }

    fn truncated(&mut self) {
        let at = self.offset(self.head) + self.head.len();
        self.fail(Kind::Truncated { what: self.what, at });
    }

    /// Stores the first failure and ends the input.
    fn fail(&mut self, kind: Kind) {
        if self.failure.is_none() {
            self.failure = Some(kind.into());
        }
        (self.head, self.calls, self.formatting, self.texts, self.rest) = (&[], &[], &[], &[], &[]);
    }

    /// The first failure, if there was one.
    pub(super) fn failure(self) -> Option<Error> {
        self.failure
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.head.is_empty()
    }

    /// Reads the head of a pack and splits the bytes after it into streams and the rest.
    pub(super) fn open_pack(&mut self) {
        let Some(rest) = self.head.strip_prefix(LABEL) else { return self.fail(Kind::NotAPack) };
        self.head = rest;
        self.enter("version");
        let found = self.number();
        if found != VERSION {
            return self.fail(Kind::PackVersion { found, wanted: VERSION });
        }
        self.enter("length of the pack");
        let [structure, calls, formatting, texts] =
            [self.number(), self.number(), self.number(), self.number()];
        let structure = self.take(structure as usize);
        self.calls = self.take(calls as usize);
        self.formatting = self.take(formatting as usize);
        self.texts = self.take(texts as usize);
        self.rest = self.head;
        self.head = structure;
        self.own_terms = 0;
        self.enter("list of what the pack holds");
    }

    /// Ends a pack; fails if a stream has bytes left.
    pub(super) fn close_pack(&mut self) {
        for stream in [self.head, self.calls, self.formatting, self.texts] {
            if !stream.is_empty() {
                let at = self.offset(stream);
                self.fail(Kind::Invalid { what: "end of the pack", at });
            }
        }
        self.head = self.rest;
    }

    /// The next `length` bytes; fails if there are fewer.
    pub(super) fn take(&mut self, length: usize) -> &'b [u8] {
        match self.head.split_at_checked(length) {
            Some((bytes, rest)) => {
                self.head = rest;
                bytes
            }
            None => {
                self.truncated();
                &[]
            }
        }
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    /// The number of a word of a vocabulary of `count` words; fails if it is greater.
    pub(super) fn word(&mut self, count: usize) -> u8 {
        let number = self.byte();
        if usize::from(number) < count {
            return number;
        }
        self.invalid();
        0
    }

    /// A LEB128 number of at most 32 bits; further bits are dropped.
    pub(super) fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 28 {
                return value;
            }
        }
    }

    /// A number from another stream.
    fn number_of(&mut self, stream: Stream) -> u32 {
        self.swap(stream);
        let number = self.number();
        self.swap(stream);
        number
    }

    /// A text that ends with a zero.
    pub(super) fn string(&mut self) -> String {
        self.swap(Stream::Texts);
        let length = self.head.iter().take(MAX_TEXT).position(|byte| *byte == 0);
        // Without a zero, the length exceeds the stream, so that reading fails.
        let bytes = self.take(length.unwrap_or(usize::MAX));
        self.byte();
        let text = text::utf8(bytes);
        if text.is_none() {
            self.invalid();
        }
        self.swap(Stream::Texts);
        text.unwrap_or_default()
    }

    /// Whether a list has another element; consumes the zero at its end.
    pub(super) fn more(&mut self) -> bool {
        match self.head.split_first() {
            Some((0, rest)) => {
                self.head = rest;
                false
            }
            Some(_) => true,
            None => {
                self.truncated();
                false
            }
        }
    }

    /// The length of a list. It may be wrong: no memory is reserved for it, and a failure ends the list.
    pub(super) fn times(&mut self) -> core::ops::Range<u32> {
        0..self.number()
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
        let number = self.number();
        self.term_of(Some(number))
    }

    /// The term with a number; fails if neither the specification nor the style has it.
    pub(super) fn term_of(&mut self, number: Option<u32>) -> Term {
        let number = number.and_then(|number| u16::try_from(number).ok()).unwrap_or(u16::MAX);
        let known = usize::from(number) < Term::WORDS.len();
        let own = number.checked_sub(Term::KNOWN).is_some_and(|own| usize::from(own) < self.own_terms);
        if known || own || Term(number).ordinal_number().is_some() {
            return Term(number);
        }
        self.invalid();
        Term(0)
    }

    /// Begins a style, with its own terms and macros.
    pub(super) fn open_style(&mut self) {
        (self.depth, self.deepest, self.own_terms) = (0, 0, 0);
        self.macros.clear();
        self.recent.clear();
    }

    /// The index of a macro read before, written as the number of macros that were called or read after it was last called
    /// or read.
    pub(super) fn macro_index(&mut self) -> u16 {
        let since = self.number_of(Stream::Calls) as usize;
        let place = self.recent.len().checked_sub(since).and_then(|place| place.checked_sub(1));
        let Some(place) = place else {
            self.invalid();
            return 0;
        };
        let index = self.recent.remove(place);
        self.recent.push(index);
        let depth = self.macros.get(usize::from(index)).copied();
        self.deepen(depth.unwrap_or(0));
        index
    }

    /// Ends a macro.
    pub(super) fn end_macro(&mut self) {
        match u16::try_from(self.macros.len()) {
            Ok(index) => self.recent.push(index),
            Err(_) => self.invalid(),
        }
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
