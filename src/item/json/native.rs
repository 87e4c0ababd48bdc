//! CSL-JSON from text, through serde_json.

use super::{Json, View};
use crate::prelude::*;
use serde_json::Value;

impl Json for &Value {
    fn view(&self) -> View<Self> {
        match self {
            Value::Null => View::Null,
            Value::Bool(value) => View::Bool(*value),
            Value::Number(number) => View::Number(decimal(&number.to_string())),
            Value::String(text) => View::Text(text.clone()),
            Value::Array(values) => View::Array(values.iter().collect()),
            Value::Object(entries) => {
                View::Object(entries.iter().map(|(key, value)| (key.clone(), value)).collect())
            }
        }
    }
}

/// A number without the `.0` that JavaScript would not print either.
fn decimal(number: &str) -> String {
    number.strip_suffix(".0").unwrap_or(number).to_owned()
}

/// Reads a JSON text: an array of records, an object of records by id, or one record.
///
/// # Errors
/// When the text is not JSON, or nests deeper than 128 levels; what a record holds is never an error.
#[cfg(feature = "json")]
pub fn read_text(text: &str) -> Result<(Vec<crate::Item>, Vec<super::Warning>), crate::Error> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| crate::error::Kind::Json { found: error.to_string() })?;
    let mut warnings = Vec::new();
    let items = super::read_items(&value, &mut warnings);
    Ok((items, warnings))
}
