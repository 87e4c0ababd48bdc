//! The one JSON model of the crate: whatever brings JSON (serde_json, a browser's objects) fills it, and every reader of
//! JSON reads it.

use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::prelude::*;
use crate::text::list_contains;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonValue {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as decimal text: `3`, `-1.5`.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<JsonValue>),
    /// An object, in the order of its source.
    Object(Vec<(String, JsonValue)>),
}

impl JsonValue {
    /// A string or a number as text.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self {
            JsonValue::Text(text) | JsonValue::Number(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a flag is set: `true`, a number other than 0, `"true"`, `"1"`.
    pub(super) fn truth(&self) -> bool {
        match self {
            JsonValue::Bool(value) => *value,
            other => !list_contains("0 false no", other.plain().unwrap_or("no").trim()),
        }
    }

    /// Removes all keys but those listed from the objects inside.
    pub fn retain_keys(&mut self, keys: &str) {
        match self {
            JsonValue::Array(values) => values.iter_mut().for_each(|value| value.retain_keys(keys)),
            JsonValue::Object(entries) => {
                entries.retain(|entry| list_contains(keys, &entry.0));
                entries.iter_mut().for_each(|entry| entry.1.retain_keys(keys));
            }
            _ => {}
        }
    }
}

impl From<serde_json::Value> for JsonValue {
    fn from(value: serde_json::Value) -> JsonValue {
        JsonValue::from(&value)
    }
}

impl From<&serde_json::Value> for JsonValue {
    fn from(value: &serde_json::Value) -> JsonValue {
        // `JsonValue` accepts whatever JSON has, so this cannot fail.
        JsonValue::deserialize(value).unwrap_or(JsonValue::Null)
    }
}

impl<'de> Deserialize<'de> for JsonValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<JsonValue, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = JsonValue;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<JsonValue, E> {
        Ok(JsonValue::Null)
    }

    fn visit_none<E>(self) -> Result<JsonValue, E> {
        Ok(JsonValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<JsonValue, D::Error> {
        JsonValue::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<JsonValue, E> {
        Ok(JsonValue::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<JsonValue, E> {
        Ok(JsonValue::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<JsonValue, E> {
        Ok(JsonValue::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<JsonValue, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = access.next_element()? {
            values.push(value);
        }
        Ok(JsonValue::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<JsonValue, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(JsonValue::Object(entries))
    }
}
