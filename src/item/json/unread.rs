//! Values of the wrong kind.

use super::value::Value;
use crate::item::Warning;
use crate::prelude::*;

/// Warns of a value of the wrong kind, which is passed over.
pub(super) fn unread(field: &str, wanted: &str, found: &Value, warnings: &mut Vec<Warning>) {
    let found = match found {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::Text(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Warning::add(warnings, field, "This is {} where {} is wanted; it was passed over.", &[found, wanted]);
}
