//! RIS out: one `TAG  - value` a line, from `TY` to `ER`. Lines end with CR LF, as the specification requires. Values are
//! UTF-8 without markup.

use crate::item::tables::bare_doi;
use crate::item::tables::ris::{FIELDS, reference_type};
use crate::item::{Date, Item, Name, Value, join_parts};
use crate::prelude::*;
use crate::text::{concat, join, markup, to_decimal};
use crate::vocabulary::Variable;

/// Writes records, each with a line break at its end.
pub(crate) fn ris(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        push(&mut out, item);
    }
    out
}

/// Adds one record.
fn push(out: &mut String, item: &Item) {
    let kind = reference_type(item.item_type);
    push_line(out, "TY", kind);
    for &(tag, variable) in FIELDS {
        match item.get(variable) {
            Some(Value::Names(names)) => {
                for name in names {
                    push_line(out, tag, &inverted(name));
                }
            }
            Some(Value::Date(date)) => push_date(out, tag, date),
            Some(Value::Text(text)) => push_text(out, tag_in(kind, tag, variable), variable, text),
            // Some importers read JO and not T2 for journals.
            None if tag == "JO" && kind == "JOUR" => {
                push_line(out, tag, &markup::plain(item.text(Variable::ContainerTitle).unwrap_or_default()));
            }
            None => {}
        }
    }
    out.push_str("ER  - \r\n");
}

/// The tag of a number: the article number of an article, the report number in the place of an ISBN.
fn tag_in(kind: &str, tag: &'static str, variable: Variable) -> &'static str {
    match (variable, kind) {
        (Variable::Number, "JOUR" | "MGZN") => "C7",
        (Variable::Number, "RPRT" | "PAT") => "SN",
        _ => tag,
    }
}

fn push_text(out: &mut String, tag: &str, variable: Variable, text: &str) {
    match variable {
        Variable::Page => {
            let mut ends = text.split(['-', '‐', '‑', '–', '−']).filter(|end| !end.is_empty());
            match (ends.next(), ends.next(), ends.next()) {
                (Some(first), Some(last), None) if !text.contains_any(",;&") => {
                    push_line(out, tag, first);
                    push_line(out, "EP", last);
                }
                _ => push_line(out, tag, text),
            }
        }
        Variable::Keyword => {
            for word in text.split([',', ';']) {
                push_line(out, tag, word);
            }
        }
        Variable::Doi => push_line(out, tag, bare_doi(text)),
        Variable::Url => push_line(out, tag, text),
        _ => push_line(out, tag, &markup::plain(text)),
    }
}

/// `Family, Given, Suffix`, the non-dropping particle before the family name, the dropping one after the given names.
fn inverted(name: &Name) -> String {
    if !name.literal.is_empty() {
        return name.literal.clone();
    }
    let family = join_parts(&[&name.non_dropping_particle, &name.family]);
    let given = join_parts(&[&name.given, &name.dropping_particle]);
    let mut parts = Vec::new();
    for part in [&family, &given, &name.suffix] {
        if !part.is_empty() {
            parts.push(part);
        }
    }
    join(&parts, ", ")
}

/// A year in `PY` and, where more is known, the whole date in `DA`: `YYYY/MM/DD/words`. RIS has only the beginning of a
/// range. A literal date is written to `PY`.
fn push_date(out: &mut String, tag: &str, date: &Date) {
    let Some(start) = date.start else { return push_line(out, tag, &date.literal) };
    let sign = if start.year < 0 { "-" } else { "" };
    let year = concat(&[sign, &padded(start.year.unsigned_abs(), 4)]);
    let season = ["Spring", "Summer", "Autumn", "Winter"].get(usize::from(start.month.wrapping_sub(13)));
    let month = if start.month > 12 { 0 } else { start.month };
    let known = |part: u8| if part == 0 { String::new() } else { padded(part.into(), 2) };
    let words = season.copied().filter(|_| date.season.is_empty()).unwrap_or(&date.season);
    let whole = concat(&[&year, "/", &known(month), "/", &known(start.day), "/", words]);
    let issued = tag == "PY";
    if issued {
        push_line(out, tag, &year);
    }
    if !issued || start.month > 0 || !words.is_empty() {
        push_line(out, if issued { "DA" } else { tag }, &whole);
    }
}

/// A number, padded with zeros to a width.
fn padded(number: u32, width: usize) -> String {
    let mut out = to_decimal(number);
    while out.len() < width {
        out = concat(&["0", &out]);
    }
    out
}

/// Adds a line, unless the value is empty. Control characters and Unicode's line separators become blanks, for a line break
/// inside a value could begin a field.
fn push_line(out: &mut String, tag: &str, value: &str) {
    let value = value.trim();
    if value.is_empty() {
        return;
    }
    out.push_str(&concat(&[tag, "  - "]));
    out.extend(
        value.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }),
    );
    out.push_str("\r\n");
}
