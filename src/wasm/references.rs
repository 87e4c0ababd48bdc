//! The works that a page cites, for class `Engine`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Document;

use super::engine::{Engine, allowed_repairs};
use super::{output, walk};
use crate::item::{Item, Repair, Warning};
use crate::prelude::*;
use crate::read::ReadResult;
use crate::references::{Reference, read};
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
    fn new(engine: &Engine, reference: Reference, allowed: &tidy::Options) -> RepairedReference {
        let Reference { raw, item, sure, warnings } = reference;
        let Some(item) = item else {
            return RepairedReference { raw, item: None, sure, repairs: Vec::new(), warnings };
        };
        let mut result = ReadResult::from(item);
        engine.repair(&mut result, allowed);
        // The repairs' own warnings are dropped: the reader has warned of what the record lacks, with the reference in view.
        RepairedReference { raw, item: Some(result.item), sure, repairs: result.repairs, warnings }
    }
}

#[wasm_bindgen]
impl Engine {
    /// Reads the works that a page cites and repairs the records.
    pub fn references(&self, document: &Document, options: &JsValue) -> JsValue {
        let allowed = allowed_repairs(options).without_case();
        let references = read(&walk::references(document));
        let repaired =
            references.into_iter().map(|reference| RepairedReference::new(self, reference, &allowed));
        output::object(&repaired.collect::<Vec<_>>())
    }
}
