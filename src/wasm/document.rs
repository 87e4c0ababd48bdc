//! Class `CitationDocument`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::engine::Engine;
use super::output::{self, Entry, thrown};
use super::{input, live};
use crate::csl::citation::{Citation, CitationMode, Cite, CitePart};
use crate::document::Document as NativeDocument;
use crate::prelude::*;

/// The citations of one document, as scripts see them. It is not named `Document`, which is a class of the browser.
#[wasm_bindgen(js_name = CitationDocument, skip_typescript)]
pub struct CitationDocument {
    native: NativeDocument,
}

/// `CitationUpdate`
#[derive(Serialize)]
struct Update<'a> {
    id: &'a str,
    changed: Vec<Entry<'a>>,
}

#[wasm_bindgen]
impl Engine {
    /// An empty document in a style.
    ///
    /// # Errors
    /// When there is no such style.
    pub fn document(&self, style: &str, options: &JsValue) -> Result<CitationDocument, JsValue> {
        let options = input::format_options(options);
        let native = self.native.document(style, &options).map_err(thrown)?;
        Ok(CitationDocument { native })
    }
}

#[wasm_bindgen(js_class = CitationDocument)]
impl CitationDocument {
    /// Adds records or replaces those with the same id, and returns the citations to print anew.
    #[wasm_bindgen(js_name = addItems)]
    pub fn add_items(&mut self, items: &JsValue) -> JsValue {
        output::entries(&self.native.add_items(input::items(items)))
    }

    /// Adds or replaces a citation.
    ///
    /// # Errors
    /// When the document has no such record, or no citation `before`.
    pub fn cite(&mut self, cites: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let before = input::text(options, "before");
        let before = (!before.is_empty()).then_some(before.as_str());
        let update = self.native.cite(citation(cites, options), before).map_err(thrown)?;
        Ok(output::object(&Update {
            id: &update.id,
            changed: update.changed.iter().map(Entry::new).collect(),
        }))
    }

    /// Replaces all citations, and returns those to print anew.
    ///
    /// # Errors
    /// When the document has no such record.
    #[wasm_bindgen(js_name = setCitations)]
    pub fn set_citations(&mut self, citations: &JsValue) -> Result<JsValue, JsValue> {
        let citations =
            list(citations).iter().map(|one| citation(&input::option(one, "cites"), one)).collect();
        Ok(output::entries(&self.native.set_citations(citations).map_err(thrown)?))
    }

    /// Removes a citation, and returns those to print anew.
    ///
    /// # Errors
    /// When the document has no such citation.
    pub fn remove(&mut self, id: &str) -> Result<JsValue, JsValue> {
        Ok(output::entries(&self.native.remove(id).map_err(thrown)?))
    }

    /// All citations in the order of the document.
    pub fn citations(&self) -> JsValue {
        output::entries(&self.native.citations())
    }

    /// The bibliography of the records cited.
    pub fn bibliography(&self) -> JsValue {
        output::entries(&self.native.bibliography())
    }
}

/// One value or the values of an array.
fn list(value: &JsValue) -> Vec<JsValue> {
    live::array(value).map_or_else(|| vec![value.clone()], Iterator::collect)
}

/// A citation of `cites`; `options` has its id, note, mode and infix.
fn citation(cites: &JsValue, options: &JsValue) -> Citation {
    Citation {
        id: input::text(options, "id"),
        cites: list(cites).iter().map(cite).collect(),
        note: input::option(options, "note").as_f64().map_or(0, |note| note as u32),
        mode: match input::text(options, "mode").as_str() {
            "narrative" => CitationMode::Narrative(input::text(options, "infix")),
            "author-only" => CitationMode::AuthorOnly,
            "suppress-author" => CitationMode::SuppressAuthor,
            _ => CitationMode::Full,
        },
    }
}

/// A cite as CSL-JSON spells it; a text is the id of a record.
fn cite(value: &JsValue) -> Cite {
    if let Some(id) = value.as_string() {
        return Cite::of(&id);
    }
    Cite {
        id: input::text(value, "id"),
        locator: input::format_options(value).locator,
        prefix: input::text(value, "prefix"),
        suffix: input::text(value, "suffix"),
        part: if input::flag(value, "suppress-author", false) {
            CitePart::SuppressAuthor
        } else if input::flag(value, "author-only", false) {
            CitePart::AuthorOnly
        } else {
            CitePart::Full
        },
        ..Cite::default()
    }
}
