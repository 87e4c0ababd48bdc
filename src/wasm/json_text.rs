//! JavaScript objects as JSON values by way of one JSON text, which takes a third of the time that reading property by
//! property does. The full engine does so; it has serde_json.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use super::live;
use super::output::thrown;
use crate::error::Kind;
use crate::item::json::JsonValue;
use crate::prelude::*;

/// The value of an object. What JSON has no words for, such as a cycle, is read property by property.
pub(super) fn value(value: &JsValue) -> JsonValue {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_else(|| live::value_with_keys(value, ""))
}

/// The value of a JSON text.
///
/// # Errors
/// When the text is not JSON.
pub(super) fn parsed(text: &str) -> Result<JsonValue, JsValue> {
    serde_json::from_str(text).map_err(|_| thrown(Kind::Json { found: "the text is not JSON".to_owned() }))
}
