//! The walk over a live document: the table of [`crate::read::page`], asked of the DOM.
//!
//! A page, or a program with a DOM of its own, may answer with an exception. One that passes through the module leaves
//! references behind, and 512 of them use the engine up; so every import here catches, and what throws is absent.

use crate::prelude::*;
use js_sys::{JSON, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

use super::live;
use crate::read::page::{Dom, JsonValue, Page, collect};

/// Collects the metadata of the page that a document shows.
pub(crate) fn page(document: &Document) -> Page {
    collect(&Live(document))
}

/// Collects the references of the page that a document shows.
#[cfg(feature = "full")]
pub(crate) fn references(document: &Document) -> Page {
    crate::read::reference_list::collect(&Live(document))
}

#[wasm_bindgen]
extern "C" {
    type Element;
    #[wasm_bindgen(catch, method, js_name = getAttribute)]
    fn attribute(this: &Element, name: &str) -> Result<JsValue, JsValue>;
}

struct Live<'a>(&'a Document);

impl Dom for Live<'_> {
    type Element = Element;

    fn select(&self, selector: &str, limit: usize) -> Vec<Element> {
        let mut elements = Vec::new();
        let Ok(list) = self.0.query_selector_all(selector) else { return elements };
        for at in 0..live::length(&list).min(limit as u32) {
            if let Ok(element) = Reflect::get_u32(&list, at) {
                // Selectors match elements only; `instanceof` would fail for a document of another frame.
                elements.push(element.unchecked_into());
            }
        }
        elements
    }

    fn property(&self, element: &Element, name: &str) -> Option<String> {
        let value = match name {
            "innerHTML" | "textContent" => Reflect::get(element, &name.into()),
            _ => element.attribute(name),
        };
        value.ok()?.as_string()
    }

    fn json(&self, text: &str, keys: &str) -> Option<JsonValue> {
        JSON::parse(text).ok().map(|value| live::value_with_keys(&value, keys))
    }
}
