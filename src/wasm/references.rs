//! The works that a page cites, for class `Engine`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Document;

use super::engine::{Engine, allowed_repairs};
use super::{output, walk};
use crate::item::{Item, Repair, Warning};
use crate::languages::Languages;
use crate::prelude::*;
use crate::read::ReadResult;
use crate::read::values::Page;
use crate::references::{Reference, count, read_some};
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
    fn new(reference: Reference, languages: &[String], allowed: &tidy::Options) -> RepairedReference {
        let Reference { raw, item, sure, warnings } = reference;
        let Some(item) = item else {
            return RepairedReference { raw, item: None, sure, repairs: Vec::new(), warnings };
        };
        let mut result = ReadResult::from(item);
        repair(&mut result, &[], Languages::new(&Languages::texts_with(languages)), allowed);
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
        ReferenceReader {
            page: walk::references(document),
            read: 0,
            languages: self.languages.clone(),
            allowed: allowed_repairs(options).without_case(),
        }
    }
}

/// Reads the works that a page cites, some at a time.
#[wasm_bindgen(skip_typescript)]
pub struct ReferenceReader {
    page: Page,
    /// How many have been read.
    read: usize,
    languages: Vec<String>,
    allowed: tidy::Options,
}

#[wasm_bindgen]
impl ReferenceReader {
    /// The number of works that the page cites.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        count(&self.page)
    }

    /// Reads and repairs the next ones, at most `count`; none after the last.
    pub fn next(&mut self, count: usize) -> JsValue {
        let references = read_some(&self.page, self.read, count);
        self.read = self.read.saturating_add(count);
        let repaired = |reference| RepairedReference::new(reference, &self.languages, &self.allowed);
        output::object(&references.into_iter().map(repaired).collect::<Vec<_>>())
    }
}
