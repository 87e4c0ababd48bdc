//! The walk over a live document: the table of [`crate::read::page`], asked of the DOM.

use crate::prelude::*;
use js_sys::JSON;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use super::live;
use crate::read::page::{Dom, Page, Value, collect};

/// Collects the metadata of the page that a document shows.
pub(crate) fn page(document: &Document) -> Page {
    collect(&Live(document))
}

/// Collects the references of the page that a document shows.
#[cfg(feature = "full")]
pub(crate) fn references(document: &Document) -> Page {
    crate::read::reference_list::collect(&Live(document))
}

struct Live<'a>(&'a Document);

impl Dom for Live<'_> {
    type Element = Element;

    fn select(&self, selector: &str, limit: usize) -> Vec<Element> {
        let mut elements = Vec::new();
        let Ok(list) = self.0.query_selector_all(selector) else { return elements };
        for at in 0..list.length().min(limit as u32) {
            if let Some(node) = list.item(at) {
                // Selectors match elements only; `instanceof` would fail for a document of another frame.
                elements.push(node.unchecked_into());
            }
        }
        elements
    }

    fn property(&self, element: &Element, name: &str) -> Option<String> {
        match name {
            "innerHTML" => Some(element.inner_html()),
            "textContent" => element.text_content(),
            _ => element.get_attribute(name),
        }
    }

    fn json(&self, text: &str, keys: &str) -> Option<Value> {
        JSON::parse(text).ok().map(|value| live::value_with_keys(&value, keys))
    }
}
