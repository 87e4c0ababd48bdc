//! Bytes to [`Style`] and [`Locale`] and back.
//!
//! A pack is the label `CSLP`, the format's version, a kind byte (0 a style, 1 a locale), the length of the body and
//! the body; a bundle is packs one after another. Numbers are LEB128 variable-length integers of at most 32 bits. A struct is
//! a set of flags that says which fields differ from their default, then those fields; a word of a vocabulary is one
//! byte; a list is its length and its elements. A text ends with a zero and stands where it is used, and a macro is
//! called by the number of macros to go back: so equal macros of two styles are equal bytes, and compression finds
//! them. (Measured on the four styles and en-US with brotli -q 11: 10.4 kB; with lengths before texts 10.8 kB; with
//! macros numbered from the start another 0.6 kB; with a table of texts another 0.7 kB.)
//!
//! Reading checks everything once, so that the interpreter need not: bounds, UTF-8, numbers of vocabularies, and that
//! macros call only macros before them, nest no deeper than [`MAX_NODE_DEPTH`] and call no deeper than
//! [`MAX_CALL_DEPTH`].

mod codec;
mod nodes;
mod reader;
mod tables;
#[cfg(feature = "compile")]
mod writer;

use super::{Style, VERSION};
use crate::csl::locale::Locale;
use crate::error::{Error, Kind};
use crate::prelude::*;
use reader::Reader;
use tables::Pack;
#[cfg(feature = "compile")]
use writer::Writer;

/// How deep rendering elements may nest inside one macro or layout.
pub const MAX_NODE_DEPTH: usize = 64;
/// How deep elements may nest along the deepest chain of macro calls.
pub const MAX_CALL_DEPTH: usize = 200;
/// How many bytes a text may have, the zero at its end included. Official styles need 200; a macro that is called often
/// must not print megabytes each time.
pub const MAX_TEXT: usize = 1000;

/// What every pack begins with.
pub const LABEL: &[u8] = b"CSLP";

/// Reads a bundle: any number of packs, styles and locales in any order.
///
/// # Errors
/// When the bytes do not begin with a pack's label, come from another version, end too soon, or hold a number that
/// means nothing; the error names what was being read and its offset from the start of the bundle.
pub fn read_bundle(bytes: &[u8]) -> Result<(Vec<Style>, Vec<Locale>), Error> {
    let (mut styles, mut locales) = (Vec::new(), Vec::new());
    let mut reader = Reader::new(bytes);
    loop {
        match pack_kind(&mut reader)? {
            Style::KIND => body(&mut reader, &mut styles)?,
            Locale::KIND => body(&mut reader, &mut locales)?,
            _ => return Err(reader.damaged("kind of pack")),
        }
        if reader.is_at_end() {
            return Ok((styles, locales));
        }
    }
}

impl Style {
    /// Reads a pack that holds a style.
    ///
    /// # Errors
    /// As [`read_bundle`]; also when the pack holds a locale or something follows it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Style, Error> {
        single(bytes)
    }

    /// The style as a pack.
    #[cfg(feature = "compile")]
    pub fn to_bytes(&self) -> Vec<u8> {
        pack(self)
    }
}

impl Locale {
    /// Reads a pack that holds a locale.
    ///
    /// # Errors
    /// As [`read_bundle`]; also when the pack holds a style or something follows it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Locale, Error> {
        single(bytes)
    }

    /// The locale as a pack.
    #[cfg(feature = "compile")]
    pub fn to_bytes(&self) -> Vec<u8> {
        pack(self)
    }
}

fn single<T: Pack>(bytes: &[u8]) -> Result<T, Error> {
    let mut reader = Reader::new(bytes);
    if pack_kind(&mut reader)? != T::KIND {
        return Err(reader.damaged("kind of pack"));
    }
    let mut values = Vec::new();
    body(&mut reader, &mut values)?;
    match values.pop() {
        Some(value) if reader.is_at_end() => Ok(value),
        _ => Err(reader.surplus()),
    }
}

/// Reads a pack's head up to its kind byte.
fn pack_kind(reader: &mut Reader<'_>) -> Result<u8, Error> {
    if reader.take(LABEL.len()) != Some(LABEL) {
        return Err(Kind::NotAPack.into());
    }
    reader.enter("version");
    let found = reader.number();
    reader.check()?;
    if found != VERSION {
        return Err(Kind::PackVersion { found, wanted: VERSION }.into());
    }
    reader.enter("kind of pack");
    let kind = reader.byte();
    reader.check()?;
    Ok(kind)
}

/// Reads a pack's length and body, which must be exactly as long as that, to the end of a list.
fn body<T: Pack>(reader: &mut Reader<'_>, list: &mut Vec<T>) -> Result<(), Error> {
    reader.open_body();
    list.push(T::blank());
    if let Some(last) = list.last_mut() {
        last.read_body(reader);
    }
    reader.close_body()
}

#[cfg(feature = "compile")]
fn pack<T: Pack>(value: &T) -> Vec<u8> {
    let mut body = Writer::default();
    value.write_body(&mut body);
    let mut pack = Writer::default();
    LABEL.iter().for_each(|byte| pack.byte(*byte));
    pack.number(VERSION);
    pack.byte(T::KIND);
    pack.append(body);
    pack.finish()
}
