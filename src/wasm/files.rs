//! What class `Engine` reads beside pages and CSL-JSON: records of registries, and files of other formats.

use js_sys::JSON;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::engine::{Engine, mend, repairs, unknown};
use super::input::Input;
use super::output::{self, thrown};
use crate::error::Kind;
use crate::prelude::*;
use crate::read::{ImportFormat, read_json, read_text};

#[wasm_bindgen]
impl Engine {
    /// Reads a file or a registry's answer in a format and mends the records in it. What is JSON may be text or an object.
    ///
    /// # Errors
    /// When there is no such format, or a text is not JSON that should be.
    pub fn read(&self, input: JsValue, format: &str, options: &JsValue) -> Result<JsValue, JsError> {
        let format = ImportFormat::from_word(format)
            .ok_or_else(|| unknown("format", format, ImportFormat::ALL.iter().map(|format| format.word())))?;
        let text = input.as_string();
        let mut readings = match (&text, format.is_json()) {
            (Some(text), false) => read_text(text, format),
            (Some(text), true) => read_json(Input(parsed(text)?), format),
            (None, _) => read_json(Input(input), format),
        };
        for reading in &mut readings {
            mend(reading, &[], repairs(options));
        }
        Ok(output::readings(&readings))
    }
}

fn parsed(text: &str) -> Result<JsValue, JsError> {
    let broken = |_| thrown(Kind::Json { found: "the text is not JSON".to_owned() });
    JSON::parse(text).map_err(broken)
}
