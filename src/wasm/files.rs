//! What class `Engine` reads beside pages and CSL-JSON: records of registries, and files of other formats.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::engine::{Engine, unknown};
use super::input::allowed_repairs;
use super::output::thrown;
use super::{json_text, output};
use crate::error::Kind;
use crate::prelude::*;
use crate::read::{ImportFormat, read_json, read_text};

#[wasm_bindgen]
impl Engine {
    /// Reads a file or a registry's answer and repairs the records in it. What is JSON may be text or an object. Without a
    /// format, the text shows which it has.
    ///
    /// # Errors
    /// When there is no such format, the text has none, or a text is not JSON that should be.
    pub fn read(&self, input: &JsValue, format: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let text = input.as_string();
        let named = named(format)?;
        let mut results = if let Some(text) = text {
            let format = named.or_else(|| ImportFormat::of_text(&text)).ok_or_else(without_format)?;
            if format.is_json() {
                read_json(json_text::parsed(&text)?, format)
            } else {
                read_text(&text, format)
            }
        } else {
            let value = json_text::value(input);
            let format = named.unwrap_or_else(|| ImportFormat::of_json(&value));
            read_json(value, format)
        };
        let allowed = allowed_repairs(options);
        for result in &mut results {
            self.repair(result, &allowed);
        }
        Ok(output::object(&results))
    }
}

/// The format of a name; `None` where no name is given.
fn named(format: &JsValue) -> Result<Option<ImportFormat>, JsValue> {
    let Some(word) = format.as_string() else { return Ok(None) };
    let known = || ImportFormat::ALL.iter().map(|format| format.word());
    ImportFormat::from_word(&word).map(Some).ok_or_else(|| unknown("format", &word, known()))
}

/// The error about a text that shows no format.
fn without_format() -> JsValue {
    let known: Vec<&str> = ImportFormat::ALL.iter().map(|format| format.word()).collect();
    thrown(Kind::Json { found: format!("the text has none of the formats {}", known.join(", ")) })
}
