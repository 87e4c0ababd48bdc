//! Bibliographies of many records, for class `Engine`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::engine::Engine;
use super::input;
use super::output::{self, thrown};

#[wasm_bindgen]
impl Engine {
    /// Formats records as a bibliography, ordered and disambiguated by the style's rules.
    ///
    /// # Errors
    /// When there is no such style.
    pub fn bibliography(&self, items: &JsValue, style: &str, options: &JsValue) -> Result<JsValue, JsValue> {
        let items = input::items(items);
        let options = input::format_options(options);
        let entries = self.native.bibliography(&items, style, &options).map_err(thrown)?;
        Ok(output::entries(&entries))
    }
}
