//! CSL-JSON out (the csl-data schema of CSL 1.0.2): an array of records, one field a line, so that people may read it.

use crate::item::{Date, DateParts, Item, Name, Value};
use crate::prelude::*;
use crate::text::{decimal, joined};

/// Records as a JSON array. A record without an id, which the schema wants, gets the one of `keys` at its place.
pub(super) fn csl_json(items: &[Item], keys: &[String]) -> String {
    let mut out = String::from("[");
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { ",\n  {" } else { "\n  {" });
        let key = keys.get(at).map_or("", String::as_str);
        push_text(&mut out, "\n    ", "id", if item.id.is_empty() { key } else { &item.id });
        push_text(&mut out, "\n    ", "type", item.item_type.word());
        for (variable, value) in item.fields() {
            push_key(&mut out, "\n    ", variable.word());
            match value {
                Value::Text(text) => push_string(&mut out, text),
                Value::Names(names) => push_names(&mut out, names),
                Value::Date(date) => push_date(&mut out, date),
            }
        }
        out.push_str("\n  }");
    }
    out.push_str("\n]\n");
    out
}

fn push_names(out: &mut String, names: &[Name]) {
    out.push('[');
    for (at, name) in names.iter().enumerate() {
        out.push_str(if at > 0 { ",\n      {" } else { "\n      {" });
        for (key, text) in [
            ("family", &name.family),
            ("given", &name.given),
            ("dropping-particle", &name.dropping_particle),
            ("non-dropping-particle", &name.non_dropping_particle),
            ("suffix", &name.suffix),
            ("literal", &name.literal),
        ] {
            push_text(out, " ", key, text);
        }
        push_flag(out, "comma-suffix", name.comma_suffix);
        push_flag(out, "static-ordering", name.static_ordering);
        out.push_str(" }");
    }
    out.push_str("\n    ]");
}

fn push_date(out: &mut String, date: &Date) {
    out.push('{');
    if let Some(start) = date.start {
        push_key(out, " ", "date-parts");
        out.push('[');
        push_parts(out, start);
        if let Some(end) = date.end {
            out.push_str(", ");
            push_parts(out, end);
        }
        out.push(']');
    }
    push_text(out, " ", "season", &date.season);
    push_text(out, " ", "literal", &date.literal);
    push_flag(out, "circa", date.circa);
    out.push_str(" }");
}

/// Year, month and day, as far as they are known.
fn push_parts(out: &mut String, parts: DateParts) {
    out.push_str(if parts.year < 0 { "[-" } else { "[" });
    out.push_str(&decimal(parts.year.unsigned_abs()));
    for part in [parts.month, parts.day] {
        if part == 0 {
            break;
        }
        out.push_str(&joined(&[", ", &decimal(part.into())]));
    }
    out.push(']');
}

fn push_flag(out: &mut String, key: &str, value: bool) {
    if value {
        push_key(out, " ", key);
        out.push_str("true");
    }
}

/// Adds a key and a string, unless the string is empty.
fn push_text(out: &mut String, space: &str, key: &str, text: &str) {
    if !text.is_empty() {
        push_key(out, space, key);
        push_string(out, text);
    }
}

/// Adds a key, and a comma before it where it is not the first of its object.
fn push_key(out: &mut String, space: &str, key: &str) {
    let comma = if out.ends_with('{') { "" } else { "," };
    out.push_str(&joined(&[comma, space, "\"", key, "\": "]));
}

/// Adds a string with the escapes that JSON demands (RFC 8259, section 7).
fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\0'..='\x1f' => {
                out.push_str("\\u00");
                for digit in [c as u32 >> 4, c as u32 & 15] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}
