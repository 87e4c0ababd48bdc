//! JSON text, built from its pieces: for CSL-JSON files, and for what scripts get back, since the browser's `JSON.parse`
//! makes objects faster than calls across the boundary do and needs no code of ours.

use crate::prelude::*;
use crate::text::{joined, separated};

/// A field of an object.
pub(crate) fn field(name: &str, value: &str) -> String {
    joined(&["\"", name, "\": ", value])
}

/// An array.
pub(crate) fn list(values: Vec<String>) -> String {
    joined(&["[", &separated(&values, ", "), "]"])
}

/// An object.
pub(crate) fn object(fields: &[String]) -> String {
    joined(&["{", &separated(fields, ", "), "}"])
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
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                out.push_str("\\u00");
                for digit in [c as u32 >> 4, c as u32 & 15] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
