//! Name variables: lists of names, and all that is found in their place.

use super::{Json, View, doubt, plain, unread};
use crate::item::{Doubt, Name, particles};
use crate::prelude::*;
use crate::text::{count, joined, replaced};

/// The names of a name variable.
pub(super) fn names<J: Json>(key: &str, value: View<J>, doubts: &mut Vec<Doubt>) -> Vec<Name> {
    let values = match value {
        View::Array(values) => values,
        View::Text(text) => return names_in_text(key, &text, doubts),
        View::Object(entries) => {
            doubt(doubts, key, &["A list of names is wanted here, but a single name was found."]);
            let mut unknown = Vec::new();
            let name = name(key, entries, &mut unknown, doubts);
            return name.into_iter().gather();
        }
        other => {
            unread(key, "a list of names", &other, doubts);
            return Vec::new();
        }
    };
    let mut names = Vec::with_capacity(values.len());
    let mut unknown = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let field = || joined(&[key, "[", &count(at), "]"]);
        match value.view() {
            View::Object(entries) => match name(key, entries, &mut unknown, doubts) {
                Some(name) => names.push(name),
                None => doubt(doubts, &field(), &["This name is empty; it was passed over."]),
            },
            View::Text(text) => names.extend(name_in_text(&field(), &text, doubts)),
            other => unread(&field(), "a name", &other, doubts),
        }
    }
    say_unknown(key, unknown, doubts);
    names
}

/// One doubt for each key that CSL's names do not have, however many names have it.
fn say_unknown(key: &str, unknown: Vec<String>, doubts: &mut Vec<Doubt>) {
    for word in unknown {
        doubt(doubts, key, &["CSL's names have no “", &word, "”; it was passed over."]);
    }
}

/// A name given as an object. `None` when nothing in it can be printed.
fn name<J: Json>(
    key: &str,
    entries: Vec<(String, J)>,
    unknown: &mut Vec<String>,
    doubts: &mut Vec<Doubt>,
) -> Option<Name> {
    let mut name = Name::default();
    let mut institution = false;
    let mut parse = true;
    for (part, value) in entries {
        let slot = match part.as_str() {
            "family" => &mut name.family,
            "given" => &mut name.given,
            "suffix" => &mut name.suffix,
            "dropping-particle" => &mut name.dropping_particle,
            "non-dropping-particle" => &mut name.non_dropping_particle,
            // Crossref gives organisations a `name`.
            "literal" | "name" => &mut name.literal,
            "comma-suffix" => {
                name.comma_suffix = truth(&value);
                continue;
            }
            "static-ordering" => {
                name.static_ordering = truth(&value);
                continue;
            }
            "isInstitution" => {
                institution = truth(&value);
                continue;
            }
            "parse-names" => {
                parse = truth(&value);
                continue;
            }
            "multi" => continue,
            _ => {
                if !unknown.contains(&part) {
                    unknown.push(part);
                }
                continue;
            }
        };
        match (plain(&value), value.view()) {
            (Some(text), _) => *slot = text,
            (None, View::Null) => {}
            (None, other) => unread(&joined(&[key, ".", &part]), "a string", &other, doubts),
        }
    }
    if institution && name.literal.is_empty() {
        name.literal = core::mem::take(&mut name.family);
    }
    if parse && name.literal.is_empty() {
        particles::parse(&mut name);
    }
    (!name.is_empty()).then_some(name)
}

/// Names in one string: `Doe, Jane; Roe, Richard` or `Jane Doe and Richard Roe`.
fn names_in_text(key: &str, text: &str, doubts: &mut Vec<Doubt>) -> Vec<Name> {
    let parted = if text.holds(';') { text.to_owned() } else { replaced(text, " and ", ";") };
    parted.split(';').filter_map(|part| name_in_text(key, part, doubts)).gather()
}

/// A name in one string. With a comma it is `Family, Given`; without one nobody can tell, so it stays whole.
fn name_in_text(field: &str, text: &str, doubts: &mut Vec<Doubt>) -> Option<Name> {
    let text = text.trim();
    let name = match text.split_once(',') {
        Some((family, given)) => {
            let mut name = Name::person(family.trim(), given.trim());
            particles::parse(&mut name);
            doubt(doubts, field, &["“", text, "” is a string; it was read as family name and given name."]);
            name
        }
        None => {
            doubt(doubts, field, &["“", text, "” is a string; its parts are unknown, so it stays whole."]);
            Name::literal(text)
        }
    };
    (!name.is_empty()).then_some(name)
}

/// Whether a flag is set: `true`, a number other than 0, `"true"`, `"1"`.
pub(super) fn truth<J: Json>(value: &J) -> bool {
    match value.view() {
        View::Bool(value) => value,
        View::Number(text) | View::Text(text) => !matches!(text.trim(), "" | "0" | "false" | "no"),
        _ => false,
    }
}
