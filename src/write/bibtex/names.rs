//! Names for BibTeX: `von Last, Jr., First`, organisations in a second pair of braces.

use crate::item::{Name, join_parts};
use crate::prelude::*;
use crate::write::latex::Latex;

/// Adds names, joined with ` and `.
pub(crate) fn push(out: &mut String, names: &[Name], ascii: bool) {
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            out.push_str(" and ");
        }
        push_name(out, name, ascii);
    }
}

fn push_name(out: &mut String, name: &Name, ascii: bool) {
    if !name.literal.is_empty() {
        return push_literal(out, &name.literal, ascii);
    }
    let von = von(name);
    if name.given.is_empty() {
        // BibTeX would read several words without a comma as first and last names.
        let whole = join_parts(&[&von, &name.family, &name.suffix]);
        return if whole.contains_char(' ') {
            push_braced(out, &whole, ascii)
        } else {
            push_part(out, &whole, ascii)
        };
    }
    if name.family.is_empty() {
        return push_literal_part(out, &name.given, ascii);
    }
    push_part(out, &von, ascii);
    if !von.is_empty() && !von.ends_with_any("'’- ") {
        out.push(' ');
    }
    push_family(out, &name.family, ascii);
    out.push_str(", ");
    if !name.suffix.is_empty() {
        push_part(out, &name.suffix, ascii);
        out.push_str(", ");
    }
    push_part(out, &name.given, ascii);
}

/// Both kinds of particles: BibTeX has one place for them.
pub(super) fn von(name: &Name) -> String {
    join_parts(&[&name.dropping_particle, &name.non_dropping_particle])
}

/// An organisation. `et al.` becomes `others`, BibTeX's keyword for omitted names.
fn push_literal(out: &mut String, literal: &str, ascii: bool) {
    if !out.is_empty() && matches!(literal.trim(), "others" | "et al." | "et al") {
        return out.push_str("others");
    }
    push_braced(out, literal, ascii);
}

fn push_braced(out: &mut String, text: &str, ascii: bool) {
    out.push('{');
    Latex::new(ascii, text).push(out, text);
    out.push('}');
}

/// A given name alone. Several words need braces, or BibTeX would take the last for a family name.
fn push_literal_part(out: &mut String, given: &str, ascii: bool) {
    if given.trim().contains_char(' ') {
        push_braced(out, given, ascii)
    } else {
        push_part(out, given, ascii)
    }
}

/// A family name. A word in lower case inside it (`Ortega y Gasset`) would end the `von` part, so it gets braces.
fn push_family(out: &mut String, family: &str, ascii: bool) {
    if family.contains_char(',') {
        return push_part(out, family, ascii);
    }
    let mut capital_seen = false;
    let mut words = family.split_char(' ').peekable();
    while let Some(word) = words.next() {
        let small = word.begins_with(char::is_lowercase_letter);
        if small && capital_seen && words.peek().is_some() {
            push_braced(out, word, ascii);
        } else {
            push_part(out, word, ascii);
        }
        capital_seen |= !small;
        if words.peek().is_some() {
            out.push(' ');
        }
    }
}

/// A part of a name. Commas and the word `and` separate names in BibTeX, so they get braces.
fn push_part(out: &mut String, part: &str, ascii: bool) {
    let latex = Latex::new(ascii, part);
    if part.contains_char(',') {
        return push_braced(out, part, ascii);
    }
    for (at, word) in part.split_char(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        if word.eq_ignore_ascii_case("and") {
            push_braced(out, word, ascii);
        } else {
            latex.push(out, word);
        }
    }
}
