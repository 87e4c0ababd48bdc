//! Reads saved pages in programs, which have no DOM: a module of its own, with the exporter in place of an engine.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{input, output};
use crate::html;

/// Reads the metadata of a page from its HTML, and repairs them.
#[wasm_bindgen(js_name = readHtml)]
#[allow(unreachable_pub)] // Scripts call it.
pub fn read_html(page: &str, options: &JsValue) -> JsValue {
    output::object(&html::read_page(page, &input::allowed_repairs(options)))
}
