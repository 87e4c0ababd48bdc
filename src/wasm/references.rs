//! The works that a page cites, for class `Engine`.

use alloc::vec;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Document;

use super::engine::Engine;
use super::input::allowed_repairs;
use super::{output, walk};
use crate::item::{Item, Repair, Warning};
use crate::languages::Languages;
use crate::prelude::*;
use crate::read::ReadResult;
use crate::references::{Entry, Reference, entries};
use crate::repair::repair;
use crate::tidy;

/// `Reference`
#[derive(Serialize)]
struct RepairedReference {
    raw: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<Item>,
    sure: bool,
    repairs: Vec<Repair>,
    warnings: Vec<Warning>,
}

impl RepairedReference {
    fn new(reference: Reference, languages: Languages<'_>, allowed: &tidy::Options) -> RepairedReference {
        let Reference { raw, item, sure, warnings } = reference;
        let Some(item) = item else {
            return RepairedReference { raw, item: None, sure, repairs: Vec::new(), warnings };
        };
        let mut result = ReadResult::from(item);
        repair(&mut result, &[], languages, allowed);
        // The repairs' own warnings are dropped: the reader has warned of what the record lacks, with the reference in view.
        RepairedReference { raw, item: Some(result.item), sure, repairs: result.repairs, warnings }
    }
}

#[wasm_bindgen]
impl Engine {
    /// Reads the works that a page cites and repairs the records.
    pub fn references(&self, document: &Document, options: &JsValue) -> JsValue {
        self.reference_reader(document, options).next(usize::MAX)
    }

    /// What reads the works that a page cites some at a time. A page with thousands would otherwise stand still meanwhile.
    #[wasm_bindgen(js_name = referenceReader)]
    pub fn reference_reader(&self, document: &Document, options: &JsValue) -> ReferenceReader {
        let entries = entries(walk::references(document));
        ReferenceReader {
            length: entries.len(),
            unread: entries.into_iter(),
            languages: self.languages.clone(),
            allowed: allowed_repairs(options).without_case(),
        }
    }
}

/// Reads the works that a page cites, some at a time.
#[wasm_bindgen(skip_typescript)]
pub struct ReferenceReader {
    /// The number of works that the page cites.
    length: usize,
    unread: vec::IntoIter<Entry>,
    languages: Vec<String>,
    allowed: tidy::Options,
}

#[wasm_bindgen]
impl ReferenceReader {
    /// The number of works that the page cites.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.length
    }

    /// Reads and repairs the next ones, at most `count`; none after the last.
    pub fn next(&mut self, count: usize) -> JsValue {
        let texts = Languages::texts_with(&self.languages);
        let languages = Languages::new(&texts);
        let repaired = |entry: Entry| RepairedReference::new(entry.read(), languages, &self.allowed);
        output::object(&self.unread.by_ref().take(count).map(repaired).collect::<Vec<_>>())
    }
}
