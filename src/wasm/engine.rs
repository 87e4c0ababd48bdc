//! Class `Engine`.

use crate::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use web_sys::Document;

use super::input::{self, Input};
use super::output::{self, thrown};
use super::walk;
use crate::engine::{CitationForm, Engine as NativeEngine};
use crate::error::Kind;
use crate::item::json::read_item;
use crate::item::{Item, Warning};
use crate::read::{self, ReadResult};
use crate::tidy::{self, Evidence, tidy_with};
use crate::write;

/// The citation engine, as scripts see it.
#[wasm_bindgen(skip_typescript)]
#[derive(Default)]
pub struct Engine {
    pub(super) native: NativeEngine,
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
    pub fn load(&mut self, bundle: Box<[u8]>) -> Result<Vec<String>, JsError> {
        self.native.load_pack(&bundle).map_err(thrown)
    }

    /// The loaded styles.
    pub fn styles(&self) -> JsValue {
        output::styles(self.native.styles())
    }

    /// Reads the metadata of a page and mends them.
    #[wasm_bindgen(js_name = readPage)]
    pub fn read_page(&self, document: &Document, options: &JsValue) -> JsValue {
        let page = walk::page(document);
        let cited: Vec<&str> = page.references().collect();
        mended(read::item(&page), &cited, options)
    }

    /// Reads CSL-JSON leniently and mends it.
    ///
    /// # Errors
    /// When the record is no object.
    pub fn tidy(&self, item: JsValue, options: &JsValue) -> Result<JsValue, JsError> {
        let (item, warnings) = record(item)?;
        let mut result = ReadResult::from(item);
        result.warnings = warnings;
        Ok(mended(result, &[], options))
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
        let form = CitationForm::from_word(form)
            .ok_or_else(|| unknown("form", form, CitationForm::ALL.iter().map(|form| form.word())))?;
        let (item, _) = record(item)?;
        let options = input::format_options(options);
        let formatted = self.native.format(&item, style, form, &options).map_err(thrown)?;
        Ok(output::formatted(&formatted))
    }

    /// Formats records as a bibliography, ordered and told apart as the style asks.
    ///
    /// # Errors
    /// When there is no such style.
    #[cfg(feature = "full")]
    pub fn bibliography(&self, items: JsValue, style: &str, options: &JsValue) -> Result<JsValue, JsError> {
        let items = input::items(items);
        let options = input::format_options(options);
        let entries = self.native.bibliography(&items, style, &options).map_err(thrown)?;
        Ok(output::entries(&entries))
    }

    /// Writes one record or several as a file of another format.
    ///
    /// # Errors
    /// When there is no such format.
    pub fn export(&self, items: JsValue, format: &str, options: &JsValue) -> Result<String, JsError> {
        let format = write::ExportFormat::from_word(format).ok_or_else(|| {
            unknown("format", format, write::ExportFormat::ALL.iter().map(|format| format.word()))
        })?;
        let items = input::items(items);
        Ok(write::export(&items, format, input::flag(options, "ascii", false)))
    }
}

/// A reading after the repairs, unless the caller wants none. What the article cites is evidence.
fn mended(mut reading: ReadResult, cited: &[&str], options: &JsValue) -> JsValue {
    mend(&mut reading, cited, repairs(options));
    output::reading(&reading)
}

/// The repairs that the caller wants: all or none.
pub(super) fn repairs(options: &JsValue) -> tidy::Options {
    if input::flag(options, "repair", true) { tidy::Options::default() } else { tidy::Options::none() }
}

/// Mends a record.
pub(super) fn mend(reading: &mut ReadResult, cited: &[&str], allowed: tidy::Options) {
    let evidence = Evidence { cited, sources: Some(&reading.sources) };
    let (repairs, warnings) = tidy_with(&mut reading.item, &evidence, &allowed);
    reading.repairs.extend(repairs);
    reading.warnings.extend(warnings);
}

/// Reads one record of CSL-JSON.
fn record(value: JsValue) -> Result<(Item, Vec<Warning>), JsError> {
    let mut warnings = Vec::new();
    match read_item(Input(value), &mut warnings) {
        Some(item) => Ok((item, warnings)),
        None => Err(thrown(Kind::Json { found: "a record is an object of CSL variables".to_owned() })),
    }
}

/// The error about a name that is none of those known.
#[cold]
pub(super) fn unknown(what: &'static str, name: &str, known: impl Iterator<Item = &'static str>) -> JsError {
    thrown(Kind::Unknown { what, name: name.to_owned(), known: known.map(str::to_owned).collect_vec() })
}
