//! Lookups in the JSON of registries: a key that is missing, `null` or of another kind counts as empty.

use crate::item::json::JsonValue;
use crate::prelude::*;
use crate::text::entities;

/// An object's keys and values.
#[derive(Clone, Copy)]
pub(super) struct JsonObject<'a>(&'a [(String, JsonValue)]);

impl<'a> JsonObject<'a> {
    /// The object that a value is.
    fn of(value: &'a JsonValue) -> Option<JsonObject<'a>> {
        match value {
            JsonValue::Object(entries) => Some(JsonObject(entries)),
            _ => None,
        }
    }

    /// The value of a key.
    pub(super) fn get(self, key: &str) -> Option<&'a JsonValue> {
        self.0.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    /// The texts and numbers of a key, one or a list of them, but for the empty ones.
    pub(super) fn texts(self, key: &str) -> Vec<String> {
        let texts = values(self.get(key)).iter().filter_map(JsonValue::plain).map(decoded);
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The first text of a key; empty where it has none.
    pub(super) fn text(self, key: &str) -> String {
        self.texts(key).into_iter().next().unwrap_or_default()
    }

    /// The first text of the first of these keys that has one.
    pub(super) fn first_text(self, keys: &[&str]) -> String {
        keys.iter().map(|key| self.text(key)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The objects of a key, one or a list of them.
    pub(super) fn objects(self, key: &str) -> Vec<JsonObject<'a>> {
        objects(self.get(key))
    }

    /// The first object of a key.
    pub(super) fn object(self, key: &str) -> Option<JsonObject<'a>> {
        values(self.get(key)).iter().find_map(JsonObject::of)
    }
}

/// The entries of an array, or the value by itself.
fn values(value: Option<&JsonValue>) -> &[JsonValue] {
    match value {
        Some(JsonValue::Array(values)) => values,
        Some(one) => core::slice::from_ref(one),
        None => &[],
    }
}

/// The objects that a value is or lists.
fn objects(value: Option<&JsonValue>) -> Vec<JsonObject<'_>> {
    values(value).iter().filter_map(JsonObject::of).collect()
}

/// A text without the character references that deposits have left over. In an address an ampersand is its own.
fn decoded(text: &str) -> String {
    let text = text.trim();
    if text.starts_with("http") { text.to_owned() } else { entities::decode(text) }
}

/// The records of an answer: those in the list under `list`, else the one under `one`, else the value itself; a list
/// of any of these gives all of them.
pub(super) fn records<'a>(value: &'a JsonValue, one: &str, list: &str) -> Vec<JsonObject<'a>> {
    let mut found = Vec::new();
    for object in objects(Some(value)) {
        let inner = object.objects(one);
        if inner.is_empty() {
            found.push(object);
        }
        for object in inner {
            match object.get(list) {
                Some(JsonValue::Array(values)) => found.extend(values.iter().filter_map(JsonObject::of)),
                _ => found.push(object),
            }
        }
    }
    found
}
