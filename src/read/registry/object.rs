//! Looking into the JSON of registries: a key that is missing, `null` or of another kind is as good as empty.

use crate::item::json::{Json, View};
use crate::prelude::*;
use crate::text::entities;

/// An object's keys and values.
pub(crate) struct Object<J>(Vec<(String, J)>);

impl<J: Json> Object<J> {
    /// The object that a value is.
    pub(crate) fn of(value: &J) -> Option<Object<J>> {
        match value.view() {
            View::Object(entries) => Some(Object(entries)),
            _ => None,
        }
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&J> {
        self.0.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    /// The texts and numbers that a key holds, one or a list of them, but for the empty ones.
    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        let mut texts = Vec::new();
        match self.get(key).map(Json::view) {
            Some(View::Array(values)) => {
                for value in &values {
                    push_text(&mut texts, value.view());
                }
            }
            Some(view) => push_text(&mut texts, view),
            None => {}
        }
        texts
    }

    /// The first text of a key; empty where it has none.
    pub(crate) fn text(&self, key: &str) -> String {
        self.texts(key).into_iter().next().unwrap_or_default()
    }

    /// The objects that a key holds, one or a list of them.
    pub(crate) fn objects(&self, key: &str) -> Vec<Object<J>> {
        match self.get(key).map(Json::view) {
            Some(View::Array(values)) => values.iter().filter_map(Object::of).collect_vec(),
            Some(View::Object(entries)) => vec![Object(entries)],
            _ => Vec::new(),
        }
    }

    /// The first object of a key.
    pub(crate) fn object(&self, key: &str) -> Option<Object<J>> {
        self.objects(key).into_iter().next()
    }
}

/// Adds a text without the character references that deposits are left with; an address has ampersands of its own.
fn push_text<J>(texts: &mut Vec<String>, view: View<J>) {
    let (View::Text(text) | View::Number(text)) = view else { return };
    let text = text.trim();
    let decoded = if text.starts_with("http") { text.to_owned() } else { entities::decode(text) };
    if !decoded.is_empty() {
        texts.push(decoded);
    }
}

/// The records of an answer: those in the list under `list`, else the one under `one`, else the value itself; a list
/// of any of these gives all of them.
pub(crate) fn records<J: Json>(value: &J, one: &str, list: &str) -> Vec<Object<J>> {
    let values = match value.view() {
        View::Array(values) => values.iter().filter_map(Object::of).collect_vec(),
        View::Object(entries) => vec![Object(entries)],
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for object in values {
        let inner = object.objects(one);
        if inner.is_empty() {
            found.push(object);
        }
        for object in inner {
            match object.get(list).map(Json::view) {
                Some(View::Array(values)) => found.extend(values.iter().filter_map(Object::of)),
                _ => found.push(object),
            }
        }
    }
    found
}
