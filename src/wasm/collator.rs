//! The order of words: the browser knows it for every language, so the page loads no table of it.

use core::cmp::Ordering;
use js_sys::{Function, Intl, JSON};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::csl::sort::{Collate, RootCollation};

#[wasm_bindgen]
extern "C" {
    /// `Intl.Collator` makes a collator also when called without `new`. It throws for what is no language tag.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = Collator)]
    fn intl_collator(language: &str, options: &JsValue) -> Result<Intl::Collator, JsValue>;
}

/// The comparison of one language.
pub(super) struct Collator(Option<Function>);

/// The collator of a language tag; American English is the language of styles that name none.
pub(super) fn of(language: &str) -> Collator {
    let language = if language.is_empty() { "en-US" } else { language };
    let options = JSON::parse(r#"{"sensitivity":"base","numeric":true}"#).unwrap_or_default();
    Collator(intl_collator(language, &options).ok().map(|collator| collator.compare()))
}

impl Collate for Collator {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        let order = self.0.as_ref().and_then(|compare| {
            compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into()).ok()?.as_f64()?.partial_cmp(&0.0)
        });
        order.unwrap_or_else(|| RootCollation.compare(a, b))
    }
}
