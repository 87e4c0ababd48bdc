//! JSON text, built from its pieces: for CSL-JSON files, and for what scripts get back, since the browser's `JSON.parse`
//! makes objects faster than calls across the boundary do and needs no code of ours.

use crate::prelude::*;
use crate::text::{concat, join, split_at};

/// A field of an object.
pub(crate) fn field(name: &str, value: &str) -> String {
    concat(&["\"", name, "\": ", value])
}

/// An array.
pub(crate) fn list(values: Vec<String>) -> String {
    concat(&["[", &join(&values, ", "), "]"])
}

/// An object.
pub(crate) fn object(fields: &[String]) -> String {
    concat(&["{", &join(fields, ", "), "}"])
}

/// The fields that hold a text, those without one left out.
pub(crate) fn texts(rows: &[(&str, &str)]) -> Vec<String> {
    let mut fields = Vec::new();
    for (name, text) in rows {
        if !text.is_empty() {
            fields.push(field(name, &quoted(text)));
        }
    }
    fields
}

/// Adds the flags that are true.
pub(crate) fn truths(fields: &mut Vec<String>, rows: &[(&str, bool)]) {
    for (name, truth) in rows {
        if *truth {
            fields.push(field(name, "true"));
        }
    }
}

/// A JSON string (RFC 8259, section 7).
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text;
    // Only characters of ASCII are escaped, and each is one byte.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
        let (plain, tail) = split_at(rest, at);
        let (special, tail) = split_at(tail, 1);
        out.push_str(plain);
        match special {
            "\n" => out.push_str("\\n"),
            "\"" | "\\" => out.push_str(&concat(&["\\", special])),
            _ => {
                out.push_str("\\u00");
                for byte in special.bytes() {
                    for digit in [byte >> 4, byte & 15] {
                        out.extend(char::from_digit(u32::from(digit), 16));
                    }
                }
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out.push('"');
    out
}
