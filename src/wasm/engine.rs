//! Class `Engine`.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::input::{self, Input};
use super::output::{self, thrown};
use crate::engine::{Engine as NativeEngine, Form};
use crate::error::Kind;
use crate::item::Item;
use crate::item::json::read_item;

/// The citation engine, as scripts see it.
#[wasm_bindgen(skip_typescript)]
#[derive(Default)]
pub struct Engine {
    native: NativeEngine,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that knows no style yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Loads a bundle and returns the names of the styles and locales in it.
    ///
    /// # Errors
    /// When the bytes are no bundle, are cut short, or come from another release.
    pub fn load(&mut self, bundle: &Uint8Array) -> Result<Vec<String>, JsError> {
        self.native.load(&bundle.to_vec()).map_err(|error| thrown(&error))
    }

    /// The loaded styles.
    pub fn styles(&self) -> JsValue {
        output::styles(self.native.styles())
    }

    /// Formats one record.
    ///
    /// # Errors
    /// When there is no such style or form, or the record is no object.
    pub fn format(
        &self,
        item: JsValue,
        style: &str,
        form: &str,
        options: &JsValue,
    ) -> Result<JsValue, JsError> {
        let Some(form) = Form::from_word(form) else {
            let known = Form::ALL.iter().map(|form| form.word().to_owned()).collect();
            return Err(thrown(&Kind::Unknown { what: "form", name: form.to_owned(), known }.into()));
        };
        let item = record(item)?;
        let options = input::format_options(options);
        let formatted = self.native.format(&item, style, form, &options).map_err(|error| thrown(&error))?;
        Ok(output::formatted(&formatted))
    }
}

/// Reads one record of CSL-JSON.
fn record(value: JsValue) -> Result<Item, JsError> {
    let mut doubts = Vec::new();
    match read_item(Input(value), &mut doubts) {
        Some(item) => Ok(item),
        None => {
            Err(thrown(&Kind::Json { found: "a record is an object of CSL variables".to_owned() }.into()))
        }
    }
}
