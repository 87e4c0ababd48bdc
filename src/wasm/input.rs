//! What scripts hand in: options.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::engine::FormatOptions;
use crate::prelude::*;
use crate::vocabulary::Locator;

/// A property of an options object; `undefined` where there is no such object.
pub(super) fn option(options: &JsValue, name: &str) -> JsValue {
    // `Reflect.get` throws for what is not an object, which takes longer than all else here.
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

/// `{locale, locator, label, sort, official}`, as CSL-JSON spells a cite; a locator without a label is a page, as in the
/// specification.
pub(super) fn format_options(options: &JsValue) -> FormatOptions {
    let label = Locator::from_word(&text(options, "label")).unwrap_or(Locator::Page);
    let locator = text(options, "locator");
    FormatOptions {
        locale: text(options, "locale"),
        locator: (!locator.is_empty()).then_some((label, locator)),
        keep_order: !flag(options, "sort", true),
        official: flag(options, "official", false),
    }
}
