//! Writes records as files: a method of engines with the feature `write`, and the module that pages load for it.

use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(feature = "exporter"))]
use super::engine::Engine;
use super::{input, output};
use crate::error::Kind;
use crate::prelude::*;
use crate::write::{self, BibtexOptions, ExportFormat};

/// Writes one record or several as a file in a format.
///
/// # Errors
/// When there is no such format.
#[cfg_attr(feature = "exporter", wasm_bindgen(js_name = exportRecords))]
#[allow(unreachable_pub)] // Scripts call it where there is no engine.
pub fn export(items: &JsValue, format: &str, options: &JsValue) -> Result<String, JsValue> {
    let found = ExportFormat::from_word(format).filter(|format| ExportFormat::WRITTEN.contains(format));
    let known = || ExportFormat::WRITTEN.iter().map(|format| format.word().to_owned()).collect();
    let format = found.ok_or_else(|| {
        output::thrown(Kind::Unknown { what: "format", name: format.to_owned(), known: known() })
    })?;
    let items = input::items(items);
    let options = BibtexOptions { ascii: input::flag(options, "ascii", false) };
    Ok(match format {
        ExportFormat::Bibtex => write::bibtex_all(&items, &options),
        ExportFormat::Biblatex => write::biblatex(&items, &options),
        ExportFormat::Ris => write::ris(&items),
        // Printed by the browser rather than by serde_json, whose code would be bytes to load.
        ExportFormat::CslJson => indented(&output::object(&write::with_ids(&items))) + "\n",
    })
}

#[cfg(not(feature = "exporter"))]
#[wasm_bindgen]
impl Engine {
    /// Writes one record or several as a file in a format.
    ///
    /// # Errors
    /// When there is no such format.
    pub fn export(&self, items: &JsValue, format: &str, options: &JsValue) -> Result<String, JsValue> {
        export(items, format, options)
    }
}

/// An object as a JSON text, indented by two.
fn indented(object: &JsValue) -> String {
    let text = JSON::stringify_with_replacer_and_space(object, &JsValue::NULL, &JsValue::from(2));
    text.map(String::from).unwrap_or_default()
}
