//! Values of the wrong kind.

use super::value::JsonValue;
use crate::item::Warning;
use crate::prelude::*;

/// Warns of a value of the wrong kind, which is passed over.
pub(super) fn unread(field: &str, wanted: &str, found: &JsonValue, warnings: &mut Vec<Warning>) {
    let found = match found {
        JsonValue::Null => "null",
        JsonValue::Bool(_) => "true or false",
        JsonValue::Number(_) => "a number",
        JsonValue::Text(_) => "a string",
        JsonValue::Array(_) => "a list",
        JsonValue::Object(_) => "an object",
    };
    Warning::add(warnings, field, "This is {} where {} is wanted; it was passed over.", &[found, wanted]);
}
