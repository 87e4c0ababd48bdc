//! The works that a page cites, for class `Engine`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Document;

use super::engine::{Engine, mend};
use super::{output, walk};
use crate::prelude::*;
use crate::read::ReadResult;

#[wasm_bindgen]
impl Engine {
    /// Reads the works that a page cites and mends the records.
    pub fn references(&self, document: &Document, options: &JsValue) -> JsValue {
        let mut told = Vec::new();
        for mut reference in crate::references::read(&walk::references(document)) {
            let mut repairs = Vec::new();
            if let Some(item) = reference.item.take() {
                let mut reading = ReadResult::from(item);
                mend(&mut reading, &[], super::engine::repairs(options).without_case());
                // What the record lacks is doubted already, with the reference in view.
                (reference.item, repairs) = (Some(reading.item), reading.repairs);
            }
            told.push((reference, repairs));
        }
        output::references(&told)
    }
}
