//! What scripts hand in.

use crate::prelude::*;
#[cfg(feature = "full")]
use js_sys::JSON;
use js_sys::{Array, Number, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::engine::FormatOptions;
use crate::item::Item;
#[cfg(feature = "full")]
use crate::item::json::Written;
use crate::item::json::{Json, View, read_items};
use crate::vocabulary::Locator;

/// A JavaScript value, read as JSON is.
pub(super) struct Input(pub(super) JsValue);

impl Json for Input {
    fn view(&self) -> View<Input> {
        let value = &self.0;
        if let Some(text) = value.as_string() {
            View::Text(text)
        } else if let Some(truth) = value.as_bool() {
            View::Bool(truth)
        } else if value.as_f64().is_some() {
            // JavaScript prints the number: its printer is there already, ours would be bytes to load.
            let decimal = value.unchecked_ref::<Number>().to_string_with_radix(10);
            View::Number(decimal.map(String::from).unwrap_or_default())
        } else if Array::is_array(value) {
            // Not `instanceof`: an array may come from another frame.
            View::Array(value.unchecked_ref::<Array>().iter().map(Input).collect_vec())
        } else if value.is_object() {
            View::Object(entries(value))
        } else {
            View::Null
        }
    }
}

/// An object's own properties with names that are strings, in their order. A getter that throws leaves none.
fn entries(object: &JsValue) -> Vec<(String, Input)> {
    let keys = Reflect::own_keys(object).unwrap_or_default();
    keys.iter()
        .filter_map(|key| {
            let name = key.as_string()?;
            Some((name, Input(Reflect::get(object, &key).ok()?)))
        })
        .collect_vec()
}

/// Records of CSL-JSON, whose warnings nobody asks for.
pub(super) fn items(value: JsValue) -> Vec<Item> {
    // As one text they cross the boundary at once, which takes a third of the time that property by property does. What
    // JSON has no words for, such as a cycle, comes property by property.
    #[cfg(feature = "full")]
    if let Some(text) = JSON::stringify(&value).ok().and_then(|text| text.as_string()) {
        return read_items(Written(&text), &mut Vec::new());
    }
    read_items(Input(value), &mut Vec::new())
}

/// A property of an options object; `undefined` where there is no such object.
pub(super) fn option(options: &JsValue, name: &str) -> JsValue {
    // Asking what is no object throws, which takes longer than all else here.
    if !options.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(options, &JsValue::from_str(name)).unwrap_or_default()
}

/// A property that is a text; empty where it is something else.
pub(super) fn text(options: &JsValue, name: &str) -> String {
    option(options, name).as_string().unwrap_or_default()
}

/// A property that is true or false.
pub(super) fn flag(options: &JsValue, name: &str, default: bool) -> bool {
    option(options, name).as_bool().unwrap_or(default)
}

/// `{locale, locator, label, sort}`, as CSL-JSON spells a cite; a locator without a label is a page, as in the
/// specification.
pub(super) fn format_options(options: &JsValue) -> FormatOptions {
    let label = Locator::from_word(&text(options, "label")).unwrap_or(Locator::Page);
    let locator = text(options, "locator");
    FormatOptions {
        locale: text(options, "locale"),
        locator: (!locator.is_empty()).then_some((label, locator)),
        #[cfg(feature = "full")]
        keep_order: !flag(options, "sort", true),
    }
}
