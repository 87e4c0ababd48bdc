//! Bibliographies of many records, for class `Engine`.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::engine::Engine;
use super::input;
use super::output::{self, thrown};
use crate::host::collation;

#[wasm_bindgen]
impl Engine {
    /// Formats records as a bibliography, ordered and disambiguated by the style's rules.
    ///
    /// # Errors
    /// When there is no such style.
    pub fn bibliography(&self, items: &JsValue, style: &str, options: &JsValue) -> Result<JsValue, JsError> {
        let items = input::items(items);
        let options = input::format_options(options);
        let collation = collation::for_language(&options.locale);
        let entries = self.native.bibliography(&items, style, &options, &collation).map_err(thrown)?;
        Ok(output::entries(&entries))
    }
}
