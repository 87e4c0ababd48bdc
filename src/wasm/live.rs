//! Live JavaScript objects as JSON values.

use crate::prelude::*;
use crate::text::list_contains;
use js_sys::{Number, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::item::json::{JsonValue, MAX_DEPTH};

/// How many values a child of the root may hold; those beyond are read as `null`. No record comes near, and an object
/// whose parts refer to each other in circles ends here.
const MAX_VALUES: usize = 50_000;

/// The value of an object, property by property: what JSON has no words for (cycles, functions, getters that throw) costs
/// one property and not the record. `serde_wasm_bindgen::from_value` weighs 12 kB more on the wire and fails at the first
/// of these.
#[cfg(not(feature = "full"))]
pub(super) fn value(value: &JsValue) -> JsonValue {
    value_with_keys(value, "")
}

/// The same; of objects only these keys are read, separated by blanks (all, where there are none).
pub(super) fn value_with_keys(value: &JsValue, keys: &str) -> JsonValue {
    Reader { keys, left: MAX_VALUES }.value(value, MAX_DEPTH)
}

#[wasm_bindgen]
extern "C" {
    /// It throws for a proxy that was revoked.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// The length of an array or of what looks like one; 0 where it has none.
pub(super) fn length(list: &JsValue) -> u32 {
    let length = Reflect::get(list, &"length".into()).unwrap_or_default();
    length.as_f64().map_or(0, |length| length as u32)
}

/// The entries of an array, of which some may throw; `None` for what is no array.
pub(super) fn array(value: &JsValue) -> Option<impl Iterator<Item = JsValue>> {
    // Not `instanceof`: an array may come from another frame.
    is_array(value)
        .unwrap_or(false)
        .then(|| (0..length(value)).map(|at| Reflect::get_u32(value, at).unwrap_or_default()))
}

struct Reader<'k> {
    keys: &'k str,
    /// How many values the current child of the root may still hold.
    left: usize,
}

impl Reader<'_> {
    /// Reads a value that may nest `depth` levels more.
    fn value(&mut self, value: &JsValue, depth: usize) -> JsonValue {
        if depth == MAX_DEPTH - 1 {
            self.left = MAX_VALUES;
        }
        let within_bounds = depth > 0 && self.left > 0;
        self.left = self.left.saturating_sub(1);
        if let Some(text) = value.as_string() {
            JsonValue::Text(text)
        } else if let Some(truth) = value.as_bool() {
            JsonValue::Bool(truth)
        } else if value.as_f64().is_some() {
            // The browser's printer of numbers instead of Rust's, which weighs kilobytes.
            let decimal = value.unchecked_ref::<Number>().to_string_with_radix(10);
            JsonValue::Number(decimal.map(String::from).unwrap_or_default())
        } else if !within_bounds {
            JsonValue::Null
        } else if let Some(values) = array(value) {
            JsonValue::Array(values.map(|value| self.value(&value, depth - 1)).collect_vec())
        } else if value.is_object() {
            JsonValue::Object(self.entries(value, depth - 1))
        } else {
            JsonValue::Null
        }
    }

    /// An object's own properties whose names are strings, in their order. A getter that throws leaves none.
    fn entries(&mut self, object: &JsValue, depth: usize) -> Vec<(String, JsonValue)> {
        let mut entries = Vec::new();
        for key in Reflect::own_keys(object).unwrap_or_default() {
            let Some(name) = key.as_string() else { continue };
            if !self.keys.is_empty() && !list_contains(self.keys, &name) {
                continue;
            }
            if let Ok(property) = Reflect::get(object, &key) {
                entries.push((name, self.value(&property, depth)));
            }
        }
        entries
    }
}
