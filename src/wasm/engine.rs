//! Class `Engine`.

use crate::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Document;

use super::output::{self, thrown};
use super::{input, value, walk};
use crate::engine::{CitationForm, Engine as NativeEngine};
use crate::error::Kind;
use crate::item::json::{NOT_A_RECORD, read_item};
use crate::item::{Item, Warning};
use crate::languages::{Language, Languages};
use crate::read::{self, ReadResult};
use crate::repair::repair;
use crate::tidy;

/// The citation engine, as scripts see it.
#[wasm_bindgen(skip_typescript)]
#[derive(Default)]
pub struct Engine {
    pub(super) native: NativeEngine,
    /// The texts of the languages that were added.
    pub(super) languages: Vec<String>,
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
    pub fn load(&mut self, bundle: Box<[u8]>) -> Result<Vec<String>, JsValue> {
        self.native.load_pack(&bundle).map_err(thrown)
    }

    /// Adds what is known of languages: the text of a file, or of several one behind the other.
    ///
    /// # Errors
    /// When the text is no such file.
    #[wasm_bindgen(js_name = addLanguages)]
    pub fn add_languages(&mut self, text: &str) -> Result<(), JsValue> {
        let files = Language::in_text(text);
        if files.is_empty() {
            return Err(thrown(Kind::NotALanguage));
        }
        self.languages.extend(files.into_iter().map(str::to_owned));
        Ok(())
    }

    /// The loaded styles.
    pub fn styles(&self) -> JsValue {
        output::object(&self.native.styles())
    }

    /// Reads the metadata of a page and repairs them.
    #[wasm_bindgen(js_name = readPage)]
    pub fn read_page(&self, document: &Document, options: &JsValue) -> JsValue {
        let page = walk::page(document);
        let texts = Languages::texts_with(&self.languages);
        let languages = Languages::new(&texts);
        let mut result = read::item(&page, languages);
        let cited: Vec<&str> = page.references().collect();
        repair(&mut result, &cited, languages, &input::allowed_repairs(options));
        output::object(&result)
    }

    /// Reads CSL-JSON leniently and repairs it.
    ///
    /// # Errors
    /// When the record is not an object.
    pub fn tidy(&self, item: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (item, warnings) = record(item)?;
        let mut result = ReadResult::from(item);
        result.warnings = warnings;
        self.repair(&mut result, &input::allowed_repairs(options));
        Ok(output::object(&result))
    }

    /// Formats one record.
    ///
    /// # Errors
    /// When there is no such style or form, or the record is no object.
    pub fn format(
        &self,
        item: &JsValue,
        style: &str,
        form: &str,
        options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let form = CitationForm::from_word(form)
            .ok_or_else(|| unknown("form", form, CitationForm::ALL.iter().map(|form| form.word())))?;
        let (item, _) = record(item)?;
        let options = input::format_options(options);
        let formatted = self.native.format(&item, style, form, &options).map_err(thrown)?;
        Ok(output::object(&formatted))
    }
}

impl Engine {
    /// Repairs a record that comes from no page.
    pub(super) fn repair(&self, result: &mut ReadResult, allowed: &tidy::Options) {
        repair(result, &[], Languages::new(&Languages::texts_with(&self.languages)), allowed);
    }
}

/// Reads one record of CSL-JSON.
fn record(item: &JsValue) -> Result<(Item, Vec<Warning>), JsValue> {
    let mut warnings = Vec::new();
    match read_item(value(item), &mut warnings) {
        Some(item) => Ok((item, warnings)),
        None => Err(thrown(Kind::Json { found: NOT_A_RECORD.to_owned() })),
    }
}

/// The error about a name that is none of those known.
#[cold]
pub(super) fn unknown(what: &'static str, name: &str, known: impl Iterator<Item = &'static str>) -> JsValue {
    thrown(Kind::Unknown { what, name: name.to_owned(), known: known.map(str::to_owned).collect_vec() })
}
