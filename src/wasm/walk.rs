//! The walk over a live document: the table of [`crate::read::page`], asked of the DOM.

use crate::prelude::*;
use js_sys::JSON;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use super::input::Input;
use crate::read::page::{BETWEEN, Data, Page, Source, collect, data};

/// Collects the metadata of the page that a document shows.
pub(crate) fn page(document: &Document) -> Page {
    collect(&Live(document))
}

/// Collects the references of the page that a document shows.
#[cfg(feature = "full")]
pub(crate) fn references(document: &Document) -> Page {
    crate::read::references::collect(&Live(document))
}

struct Live<'a>(&'a Document);

impl Source for Live<'_> {
    fn ask(&self, selector: &str, limit: usize, asked: &str) -> String {
        let mut answer = String::new();
        let Ok(list) = self.0.query_selector_all(selector) else { return answer };
        for at in 0..list.length().min(limit as u32) {
            let Some(node) = list.item(at) else { break };
            // Selectors match elements only; `instanceof` would fail for a document of another frame.
            let element: Element = node.unchecked_into();
            for names in asked.parts('|') {
                let part = names.parts(' ').find_map(|name| property(&element, name)).unwrap_or_default();
                for c in part.chars().filter(|c| *c != BETWEEN) {
                    answer.push(c);
                }
                answer.push(BETWEEN);
            }
        }
        answer
    }

    fn json(&self, text: &str, keys: &str) -> Option<Data> {
        JSON::parse(text).ok().map(|value| data(&Input(value), keys))
    }
}

/// What an element has under a name: the markup inside it, the text of all that is inside, or an attribute.
fn property(element: &Element, name: &str) -> Option<String> {
    match name {
        "innerHTML" => Some(element.inner_html()),
        "textContent" => element.text_content(),
        _ => element.get_attribute(name),
    }
}
