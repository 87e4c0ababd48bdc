//! Lenient reading of CSL-JSON (the csl-data schema of CSL 1.0.2): what is said is read in whatever shape it comes,
//! what cannot be read costs that one field, and every such field leaves a [`Doubt`].

mod dates;
mod keys;
mod names;
#[cfg(any(test, feature = "json"))]
mod native;
#[cfg(feature = "full")]
mod note;
#[cfg(all(feature = "full", any(test, feature = "wasm")))]
mod written;

use crate::prelude::*;
use crate::text::{joined, listed, separated};

#[cfg(feature = "json")]
pub use native::read_text;
#[cfg(all(feature = "full", feature = "wasm"))]
pub(crate) use written::Written;

use super::{Doubt, Item};
use crate::vocabulary::{ItemType, Variable, VariableKind};

/// What a JSON value is, one level deep.
pub enum View<J> {
    /// `null`, and whatever JSON has no word for (`undefined`, a function).
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as JavaScript prints it: `3`, `-1.5`.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<J>),
    /// An object's own keys and values, in their order.
    Object(Vec<(String, J)>),
}

/// A JSON value of some library. Values are looked at level by level as they are needed, never copied whole, so
/// that neither depth nor a cycle in a page's objects matters.
pub trait Json: Sized {
    /// What this value is.
    fn view(&self) -> View<Self>;
}

/// Reads one record. `None` when the value is no object; the doubt says what it is instead.
pub fn read_item<J: Json>(value: J, doubts: &mut Vec<Doubt>) -> Option<Item> {
    let View::Object(entries) = value.view() else {
        doubts.push(Doubt::new("", "A record must be an object, but this is something else."));
        return None;
    };
    let mut item = Item::new("", ItemType::Document);
    let mut typed = false;
    let mut later = Vec::new();
    for (key, value) in entries {
        match (key.as_str(), Variable::from_word(&key)) {
            ("id", _) => item.id = text(&key, value.view(), false, doubts),
            ("type", _) => {
                typed = true;
                item.item_type = keys::item_type(&text(&key, value.view(), true, doubts), doubts);
            }
            (_, Some(variable)) => read_field(&mut item, variable, &key, &value, doubts),
            _ => later.push((key, value)),
        }
    }
    if !typed {
        doubts.push(Doubt::new("type", "The record has no type; it was taken for a document."));
    }
    for (key, value) in later {
        read_other(&mut item, &key, &value, doubts);
    }
    #[cfg(feature = "full")]
    note::spread(&mut item);
    Some(item)
}

/// Reads a date by itself, in whatever shape it comes; empty where there is none.
#[cfg(feature = "full")]
pub fn read_date<J: Json>(value: &J) -> super::Date {
    dates::date("", value.view(), &mut Vec::new())
}

/// Reads records from an array of them, from an object that holds them by id, or from a single record.
pub fn read_items<J: Json>(value: J, doubts: &mut Vec<Doubt>) -> Vec<Item> {
    match value.view() {
        View::Array(values) => values.into_iter().filter_map(|value| read_item(value, doubts)).gather(),
        View::Object(entries) if holds_records(&entries) => {
            let mut items = Vec::with_capacity(entries.len());
            for (id, value) in entries {
                if let Some(mut item) = read_item(value, doubts) {
                    if item.id.is_empty() {
                        item.id = id;
                    }
                    items.push(item);
                }
            }
            items
        }
        _ => read_item(value, doubts).into_iter().gather(),
    }
}

/// Whether an object's values are records. No variable is an object with a `type`, so one such value decides.
fn holds_records<J: Json>(entries: &[(String, J)]) -> bool {
    entries.iter().any(|(_, value)| match value.view() {
        View::Object(inner) => inner.iter().any(|(key, _)| key == "type"),
        _ => false,
    })
}

/// Reads a value into the variable that `key` names.
fn read_field<J: Json>(item: &mut Item, variable: Variable, key: &str, value: &J, doubts: &mut Vec<Doubt>) {
    match variable.kind() {
        VariableKind::Standard if variable == Variable::Keyword => {
            item.set(variable, keywords(key, value.view(), doubts));
        }
        VariableKind::Standard => item.set(variable, text(key, value.view(), true, doubts)),
        VariableKind::Number => item.set(variable, text(key, value.view(), false, doubts)),
        VariableKind::Date => item.set(variable, dates::date(key, value.view(), doubts)),
        VariableKind::Names => item.set(variable, names::names(key, value.view(), doubts)),
    }
}

/// Reads a key that is no variable: another spelling of one, or something to pass over.
fn read_other<J: Json>(item: &mut Item, key: &str, value: &J, doubts: &mut Vec<Doubt>) {
    let Some(variable) = keys::variable(key) else {
        if !listed(keys::SILENT, key) {
            doubt(doubts, key, &["CSL has no variable “", key, "”; it was passed over."]);
        }
        return;
    };
    if item.get(variable).is_some() {
        let reason = "”; it was passed over, for both are given.";
        return doubt(doubts, key, &["“", key, "” means “", variable.word(), reason]);
    }
    if !keys::is_old_spelling(key) {
        doubt(doubts, key, &["CSL has no variable “", key, "”; it was read as “", variable.word(), "”."]);
    }
    read_field(item, variable, key, value, doubts);
}

/// The text of a string or a number. A number is doubted where `strict`, for it may have lost its leading zeros.
fn text<J: Json>(key: &str, value: View<J>, strict: bool, doubts: &mut Vec<Doubt>) -> String {
    match value {
        View::Text(text) => text,
        View::Number(number) => {
            if strict {
                doubt(doubts, key, &["A string is wanted here; the number ", &number, " was read as text."]);
            }
            number
        }
        View::Array(values) => first_text(key, &values, doubts),
        other => {
            unread(key, "a string", &other, doubts);
            String::new()
        }
    }
}

/// The first string of an array, as Crossref stores titles: `["Journal of Foo"]`.
fn first_text<J: Json>(key: &str, values: &[J], doubts: &mut Vec<Doubt>) -> String {
    let mut texts = values.iter().filter_map(plain);
    let first = texts.next().unwrap_or_default();
    let rest: Vec<String> = texts.gather();
    if rest.is_empty() {
        doubt(doubts, key, &["A string is wanted here, but a list was found; its first entry was read."]);
    } else {
        let rest = separated(&rest, "”, “");
        doubt(
            doubts,
            key,
            &["A string is wanted here, but a list was found; “", &rest, "” was passed over."],
        );
    }
    first
}

/// Keywords: a string, or a list that is joined with commas.
fn keywords<J: Json>(key: &str, value: View<J>, doubts: &mut Vec<Doubt>) -> String {
    match value {
        View::Array(values) => separated(&values.iter().filter_map(plain).gather(), ", "),
        other => text(key, other, true, doubts),
    }
}

/// A string or a number as text.
fn plain<J: Json>(value: &J) -> Option<String> {
    match value.view() {
        View::Text(text) | View::Number(text) => Some(text),
        _ => None,
    }
}

/// Notes that a value of the wrong kind was passed over.
fn unread<J>(field: &str, wanted: &str, found: &View<J>, doubts: &mut Vec<Doubt>) {
    let found = match found {
        View::Null => "null",
        View::Bool(_) => "true or false",
        View::Number(_) => "a number",
        View::Text(_) => "a string",
        View::Array(_) => "a list",
        View::Object(_) => "an object",
    };
    doubt(doubts, field, &["This is ", found, " where ", wanted, " is wanted; it was passed over."]);
}

/// Notes a doubt whose message comes in pieces.
fn doubt(doubts: &mut Vec<Doubt>, field: &str, message: &[&str]) {
    doubts.push(Doubt::new(field, joined(message)));
}
