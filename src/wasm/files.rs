//! What class `Engine` reads beside pages and CSL-JSON: records of registries, and files of other formats.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::engine::{Engine, allowed_repairs, unknown};
use super::{json_text, output};
use crate::read::{ImportFormat, read_json, read_text};

#[wasm_bindgen]
impl Engine {
    /// Reads a file or a registry's answer in a format and repairs the records in it. What is JSON may be text or an object.
    ///
    /// # Errors
    /// When there is no such format, or a text is not JSON that should be.
    pub fn read(&self, input: &JsValue, format: &str, options: &JsValue) -> Result<JsValue, JsValue> {
        let format = ImportFormat::from_word(format)
            .ok_or_else(|| unknown("format", format, ImportFormat::ALL.iter().map(|format| format.word())))?;
        let mut results = match (input.as_string(), format.is_json()) {
            (Some(text), false) => read_text(&text, format),
            (Some(text), true) => read_json(json_text::parsed(&text)?, format),
            (None, _) => read_json(json_text::value(input), format),
        };
        let allowed = allowed_repairs(options);
        for result in &mut results {
            self.repair(result, &allowed);
        }
        Ok(output::object(&results))
    }
}
