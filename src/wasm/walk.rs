//! The walk over a live document: the table of [`crate::read::page`], asked of the DOM.

use crate::prelude::*;
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::Input;
use crate::read::page::{Data, Page, Source, collect, data};

#[wasm_bindgen]
extern "C" {
    /// [`Source::ask`], in `xtask/js/glue.js`: a question to the DOM is one call, whatever it finds. Each call costs as
    /// much as reading a line of text.
    #[wasm_bindgen(js_name = askDocument)]
    fn ask(document: &JsValue, selector: &str, limit: u32, asked: &str) -> String;
}

/// Collects the metadata of the page that a document shows.
pub(crate) fn page(document: &JsValue) -> Page {
    collect(&Live(document))
}

/// Collects the references of the page that a document shows.
#[cfg(feature = "full")]
pub(crate) fn references(document: &JsValue) -> Page {
    crate::read::references::collect(&Live(document))
}

struct Live<'a>(&'a JsValue);

impl Source for Live<'_> {
    fn ask(&self, selector: &str, limit: usize, asked: &str) -> String {
        ask(self.0, selector, limit as u32, asked)
    }

    fn json(&self, text: &str) -> Option<Data> {
        JSON::parse(text).ok().map(|value| data(&Input(value)))
    }
}
