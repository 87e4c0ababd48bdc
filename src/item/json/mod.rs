//! Lenient reading of CSL-JSON (the csl-data schema of CSL 1.0.2): what is said is read in whatever shape it comes,
//! what cannot be read costs that one field, and every such field leaves a [`Warning`].

mod data;
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
use crate::text::{fill_in, join, list_contains};

#[cfg(feature = "json")]
pub use native::read_text;
#[cfg(all(feature = "full", feature = "wasm"))]
pub(crate) use written::Written;

pub(crate) use data::DEEPEST;
pub use data::Data;

use super::{Item, Warning};
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

/// A JSON value of some library. Records are looked at level by level; of their fields so much is taken over as a field can
/// hold, so that neither depth nor a cycle in a page's objects matters.
pub trait Json: Sized {
    /// What this value is.
    fn view(&self) -> View<Self>;
}

/// Reads one record. `None` when the value is no object; the warning says what it is instead.
pub fn read_item<J: Json>(value: J, warnings: &mut Vec<Warning>) -> Option<Item> {
    let View::Object(entries) = value.view() else {
        Warning::add(warnings, "", "A record must be an object, but this is something else.", &[]);
        return None;
    };
    let mut fields = Vec::new();
    for (key, value) in entries {
        fields.push((key, Data::of(&value, "")));
    }
    Some(record(&fields, warnings))
}

/// Reads a date by itself, in whatever shape it comes; empty where there is none.
#[cfg(feature = "full")]
pub fn read_date<J: Json>(value: &J) -> super::Date {
    dates::date("", &Data::of(value, ""), &mut Vec::new())
}

/// Reads records from an array of them, from an object that holds them by id, or from a single record.
pub fn read_items<J: Json>(value: J, warnings: &mut Vec<Warning>) -> Vec<Item> {
    let mut items = Vec::new();
    match value.view() {
        View::Array(values) => {
            for value in values {
                items.extend(read_item(value, warnings));
            }
        }
        View::Object(entries) if holds_records(&entries) => {
            for (id, value) in entries {
                if let Some(mut item) = read_item(value, warnings) {
                    if item.id.is_empty() {
                        item.id = id;
                    }
                    items.push(item);
                }
            }
        }
        _ => items.extend(read_item(value, warnings)),
    }
    items
}

/// Whether an object's values are records. No variable is an object with a `type`, so one such value decides.
fn holds_records<J: Json>(entries: &[(String, J)]) -> bool {
    entries.iter().any(|(_, value)| match value.view() {
        View::Object(inner) => inner.iter().any(|(key, _)| key == "type"),
        _ => false,
    })
}

/// The record that has these fields.
fn record(fields: &[(String, Data)], warnings: &mut Vec<Warning>) -> Item {
    let mut item = Item::new("", ItemType::Document);
    let mut typed = false;
    for (key, value) in fields {
        if key == "id" {
            item.id = text(key, value, false, warnings);
        } else if key == "type" {
            typed = true;
            item.item_type = keys::item_type(&text(key, value, true, warnings), warnings);
        } else if let Some(variable) = Variable::from_word(key) {
            read_field(&mut item, variable, key, value, warnings);
        }
    }
    if !typed {
        Warning::add(warnings, "type", "The record has no type; it was taken for a document.", &[]);
    }
    for (key, value) in fields {
        if !list_contains("id type", key) && Variable::from_word(key).is_none() {
            read_other(&mut item, key, value, warnings);
        }
    }
    #[cfg(feature = "full")]
    note::spread(&mut item);
    item
}

/// Reads a value into the variable that `key` names.
fn read_field(item: &mut Item, variable: Variable, key: &str, value: &Data, warnings: &mut Vec<Warning>) {
    match (variable.kind(), value) {
        (VariableKind::Date, _) => item.set(variable, dates::date(key, value, warnings)),
        (VariableKind::Names, _) => item.set(variable, names::names(key, value, warnings)),
        // Keywords in a list are joined.
        (_, Data::List(values)) if variable == Variable::Keyword => {
            item.set(variable, join(&texts(values), ", "));
        }
        (kind, _) => item.set(variable, text(key, value, kind == VariableKind::Standard, warnings)),
    }
}

/// Reads a key that is no variable: another spelling of one, or something to pass over.
fn read_other(item: &mut Item, key: &str, value: &Data, warnings: &mut Vec<Warning>) {
    let Some(variable) = keys::variable(key) else {
        if !list_contains(keys::SILENT, key) {
            Warning::add(warnings, key, "CSL has no variable “{}”; it was passed over.", &[key]);
        }
        return;
    };
    if item.get(variable).is_some() {
        let sentence = "“{}” means “{}”; it was passed over, for both are given.";
        return Warning::add(warnings, key, sentence, &[key, variable.word()]);
    }
    if !keys::is_old_spelling(key) {
        let sentence = "CSL has no variable “{}”; it was read as “{}”.";
        Warning::add(warnings, key, sentence, &[key, variable.word()]);
    }
    read_field(item, variable, key, value, warnings);
}

/// The text of a string or a number. A number is doubted where `strict`, for it may have lost its leading zeros. Of an
/// array it is the first string, as Crossref stores titles: `["Journal of Foo"]`.
fn text(key: &str, value: &Data, strict: bool, warnings: &mut Vec<Warning>) -> String {
    match value {
        Data::Text(text) => text.clone(),
        Data::Number(number) => {
            if strict {
                let sentence = "A string is wanted here; the number {} was read as text.";
                Warning::add(warnings, key, sentence, &[number]);
            }
            number.clone()
        }
        Data::List(values) => {
            let texts = texts(values);
            let (first, rest) = texts.split_first().unwrap_or((&"", &[]));
            let found = "A string is wanted here, but a list was found; ";
            let rest = if rest.is_empty() {
                "its first entry was read.".to_owned()
            } else {
                fill_in("“{}” was passed over.", &[&join(rest, "”, “")])
            };
            Warning::add(warnings, key, "{}{}", &[found, &rest]);
            (*first).to_owned()
        }
        other => {
            unread(key, "a string", other, warnings);
            String::new()
        }
    }
}

/// The strings and numbers in a list.
fn texts(values: &[Data]) -> Vec<&str> {
    let mut texts = Vec::new();
    for value in values {
        texts.extend(value.plain());
    }
    texts
}

/// Notes that a value of the wrong kind was passed over.
fn unread(field: &str, wanted: &str, found: &Data, warnings: &mut Vec<Warning>) {
    let found = match found {
        Data::Null => "null",
        Data::Bool(_) => "true or false",
        Data::Number(_) => "a number",
        Data::Text(_) => "a string",
        Data::List(_) => "a list",
        Data::Object(_) => "an object",
    };
    Warning::add(warnings, field, "This is {} where {} is wanted; it was passed over.", &[found, wanted]);
}
