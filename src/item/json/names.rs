//! Name variables: lists of names, and other values found in their place.

use super::unread::unread;
use super::value::JsonValue;
use crate::item::{Name, Warning, particles};
use crate::prelude::*;
use crate::text::{fill_in, list_index, replace, split_once, usize_to_decimal};

/// The keys of a name with a text. Crossref has the literal of an organisation in `name`.
const TEXTS: &str = "family given suffix dropping-particle non-dropping-particle literal name";

/// The place of the literal in that list.
const LITERAL: usize = 5;

/// The keys of a name with a flag; `multi` is passed over.
const FLAGS: &str = "comma-suffix static-ordering isInstitution parse-names multi";

/// So many unknown keys are named; a limit bounds the search for those that were found already.
const MOST_UNKNOWN: usize = 40;

/// The names of a name variable.
pub(super) fn names(key: &str, value: &JsonValue, warnings: &mut Vec<Warning>) -> Vec<Name> {
    let mut names = Vec::new();
    let mut unknown = Vec::new();
    match value {
        JsonValue::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                let field = fill_in("{}[{}]", &[key, &usize_to_decimal(at)]);
                match value {
                    JsonValue::Object(entries) => {
                        let found = name(key, entries, &mut unknown, warnings);
                        if found.is_none() {
                            Warning::add(warnings, &field, "This name is empty; it was passed over.", &[]);
                        }
                        names.extend(found);
                    }
                    JsonValue::Text(text) => names.extend(name_in_text(&field, text, warnings)),
                    other => unread(&field, "a name", other, warnings),
                }
            }
        }
        // Names in one string: `Doe, Jane; Roe, Richard` or `Jane Doe and Richard Roe`.
        JsonValue::Text(text) => {
            let separated = if text.contains_char(';') { text.clone() } else { replace(text, " and ", ";") };
            for part in separated.split_char(';') {
                names.extend(name_in_text(key, part, warnings));
            }
        }
        JsonValue::Object(entries) => {
            Warning::add(warnings, key, "A list of names is wanted here, but a single name was found.", &[]);
            names.extend(name(key, entries, &mut Vec::new(), warnings));
        }
        other => unread(key, "a list of names", other, warnings),
    }
    // One warning for each unknown key, however many names have it.
    for word in unknown {
        Warning::add(warnings, key, "CSL's names have no “{}”; it was passed over.", &[word]);
    }
    names
}

/// A name from an object; `None` where it has no text to print.
fn name<'a>(
    key: &str,
    entries: &'a [(String, JsonValue)],
    unknown: &mut Vec<&'a str>,
    warnings: &mut Vec<Warning>,
) -> Option<Name> {
    let mut texts = [""; LITERAL + 1];
    let mut flags = [false, false, false, true, false];
    for (part, value) in entries {
        let text = list_index(TEXTS, part).and_then(|at| texts.get_mut(at.min(LITERAL)));
        let flag = list_index(FLAGS, part).and_then(|at| flags.get_mut(at));
        match (text, flag, value) {
            (Some(slot), _, JsonValue::Text(text) | JsonValue::Number(text)) => *slot = text,
            (Some(_), _, JsonValue::Null) => {}
            (Some(_), ..) => unread(&fill_in("{}.{}", &[key, part]), "a string", value, warnings),
            (_, Some(flag), _) => *flag = value.truth(),
            _ => {
                if unknown.len() < MOST_UNKNOWN && !unknown.contains(&part.as_str()) {
                    unknown.push(part);
                }
            }
        }
    }
    let [comma_suffix, static_ordering, institution, parse, _] = flags;
    let [mut family, given, suffix, dropping_particle, non_dropping_particle, mut literal] = texts;
    if institution && literal.is_empty() {
        (family, literal) = ("", family);
    }
    let mut name = Name {
        family: family.to_owned(),
        given: given.to_owned(),
        suffix: suffix.to_owned(),
        dropping_particle: dropping_particle.to_owned(),
        non_dropping_particle: non_dropping_particle.to_owned(),
        literal: literal.to_owned(),
        comma_suffix,
        static_ordering,
    };
    if parse && name.literal.is_empty() {
        particles::parse(&mut name);
    }
    (!name.is_empty()).then_some(name)
}

/// A name from a string. With a comma it is `Family, Given`; without one its parts are unknown, so it stays whole.
fn name_in_text(field: &str, text: &str, warnings: &mut Vec<Warning>) -> Option<Name> {
    let text = text.trim();
    let mut name = Name::literal(text);
    let mut how = "its parts are unknown, so it stays whole";
    if let Some((family, given)) = split_once(text, ",") {
        name = Name::person(family.trim(), given.trim());
        particles::parse(&mut name);
        how = "it was read as family name and given name";
    }
    Warning::add(warnings, field, "“{}” is a string; {}.", &[text, how]);
    (!name.is_empty()).then_some(name)
}
