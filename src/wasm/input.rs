//! What scripts hand in: options and lists of records.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

#[cfg(feature = "write")]
use super::value;
use crate::engine::FormatOptions;
#[cfg(feature = "write")]
use crate::item::{Item, json::read_items};
use crate::prelude::*;
use crate::tidy;
use crate::vocabulary::Locator;

/// An own property of an options object; `undefined` where there is none. What is inherited was not stated by the caller:
/// scripts of a page may add to `Object.prototype`.
pub(super) fn option(options: &JsValue, name: &str) -> JsValue {
    let name = JsValue::from_str(name);
    // `Object.hasOwn` throws for what is no object.
    if !options.is_object() || !Object::has_own(options.unchecked_ref::<Object>(), &name) {
        return JsValue::UNDEFINED;
    }
    Reflect::get(options, &name).unwrap_or_default()
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

/// Records of CSL-JSON, without the warnings of their reader.
#[cfg(feature = "write")]
pub(super) fn items(items: &JsValue) -> Vec<Item> {
    read_items(value(items), &mut Vec::new())
}

/// The repairs that the caller allows: all or none.
pub(super) fn allowed_repairs(options: &JsValue) -> tidy::Options {
    if flag(options, "repair", true) { tidy::Options::default() } else { tidy::Options::none() }
}
