//! From JSON values to records.

#[cfg(feature = "full")]
use super::note::read_note_fields;
use super::unread::unread;
use super::value::JsonValue;
use super::{dates, keys, names};
use crate::item::{Item, Warning};
use crate::prelude::*;
use crate::text::{fill_in, join, list_contains};
use crate::vocabulary::{ItemType, Variable, VariableKind};

/// Reads one record. `None` when the value is no object; the warning says so.
pub fn read_item(value: impl Into<JsonValue>, warnings: &mut Vec<Warning>) -> Option<Item> {
    let JsonValue::Object(fields) = value.into() else {
        Warning::add(warnings, "", "A record must be an object, but this is something else.", &[]);
        return None;
    };
    Some(record(&fields, warnings))
}

/// Reads a date by itself, in whatever form it has; empty where there is none.
#[cfg(feature = "full")]
pub fn read_date(value: &JsonValue) -> crate::item::Date {
    dates::date("", value, &mut Vec::new())
}

/// Reads records from an array, from an object with records by id, or from a single record.
pub fn read_items(value: impl Into<JsonValue>, warnings: &mut Vec<Warning>) -> Vec<Item> {
    let mut items = Vec::new();
    match value.into() {
        JsonValue::Array(values) => {
            for value in values {
                items.extend(read_item(value, warnings));
            }
        }
        JsonValue::Object(entries) if holds_records(&entries) => {
            for (id, value) in entries {
                if let Some(mut item) = read_item(value, warnings) {
                    if item.id.is_empty() {
                        item.id = id;
                    }
                    items.push(item);
                }
            }
        }
        value => items.extend(read_item(value, warnings)),
    }
    items
}

/// Reads a JSON text: an array of records, an object of records by id, or one record.
///
/// # Errors
/// When the text is not JSON, or nests deeper than 128 levels; what a record holds is never an error.
pub fn read_text(text: &str) -> Result<(Vec<Item>, Vec<Warning>), crate::Error> {
    let value: JsonValue =
        serde_json::from_str(text).map_err(|error| crate::error::Kind::Json { found: error.to_string() })?;
    let mut warnings = Vec::new();
    let items = read_items(value, &mut warnings);
    Ok((items, warnings))
}

/// Whether an object's values are records: one of them is an object with a `type`, and the object itself has nothing that
/// a record has. A record's own `custom` may be such an object too.
fn holds_records(entries: &[(String, JsonValue)]) -> bool {
    let own = |key: &str| list_contains("id type", key) || Variable::from_word(key).is_some();
    let is_record = entries.iter().any(|(key, value)| value.plain().is_some() && own(key));
    !is_record
        && entries.iter().any(|(key, value)| match value {
            JsonValue::Object(inner) if key != "custom" => inner.iter().any(|(key, _)| key == "type"),
            _ => false,
        })
}

/// The record with these fields.
fn record(fields: &[(String, JsonValue)], warnings: &mut Vec<Warning>) -> Item {
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
    read_note_fields(&mut item);
    item
}

/// The page's engine reads no fields from notes.
#[cfg(not(feature = "full"))]
fn read_note_fields(_: &mut Item) {}

/// Reads a value into the variable that `key` names.
fn read_field(
    item: &mut Item,
    variable: Variable,
    key: &str,
    value: &JsonValue,
    warnings: &mut Vec<Warning>,
) {
    match (variable.kind(), value) {
        (VariableKind::Date, _) => item.set(variable, dates::date(key, value, warnings)),
        (VariableKind::Names, _) => item.set(variable, names::names(key, value, warnings)),
        // Keywords in a list are joined.
        (_, JsonValue::Array(values)) if variable == Variable::Keyword => {
            item.set(variable, join(&texts(values), ", "));
        }
        (kind, _) => item.set(variable, text(key, value, kind == VariableKind::Standard, warnings)),
    }
}

/// Reads a key that is no variable: another spelling of one, or something to pass over.
fn read_other(item: &mut Item, key: &str, value: &JsonValue, warnings: &mut Vec<Warning>) {
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

/// The text of a string or a number; of an array the first string, as Crossref stores titles: `["Journal of Foo"]`. A
/// number gives a warning where `strict`, for it may have lost its leading zeros.
fn text(key: &str, value: &JsonValue, strict: bool, warnings: &mut Vec<Warning>) -> String {
    match value {
        JsonValue::Text(text) => text.clone(),
        JsonValue::Number(number) => {
            if strict {
                let sentence = "A string is wanted here; the number {} was read as text.";
                Warning::add(warnings, key, sentence, &[number]);
            }
            number.clone()
        }
        JsonValue::Array(values) => {
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
fn texts(values: &[JsonValue]) -> Vec<&str> {
    let mut texts = Vec::new();
    for value in values {
        texts.extend(value.plain());
    }
    texts
}
