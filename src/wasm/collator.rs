//! The order of words: the browser knows it for every language, so the page loads no table of it.

use core::cmp::Ordering;
use js_sys::{Array, Function, Intl, JSON, JsString, Map};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::csl::sort::{Collate, RootCollation};
use crate::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Intl.Collator` makes a collator also when called without `new`. It throws for what is no language tag.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = Collator)]
    fn intl_collator(language: &str, options: &JsValue) -> Result<Intl::Collator, JsValue>;

    /// `Array.prototype.sort` with a function of the browser's, which is not called through this module.
    #[wasm_bindgen(method, js_name = sort)]
    fn sort_with(this: &Words, compare: &Function) -> Array;
    #[wasm_bindgen(extends = Array)]
    type Words;
}

/// The comparison of one language.
pub(super) struct Collator(Option<Function>);

/// The collator of a language tag; American English is the language of styles that name none.
pub(super) fn of(language: &str) -> Collator {
    let language = if language.is_empty() { "en-US" } else { language };
    let options = JSON::parse(r#"{"sensitivity":"base","numeric":true}"#).unwrap_or_default();
    Collator(intl_collator(language, &options).ok().map(|collator| collator.compare()))
}

impl Collator {
    fn ask(&self, a: &JsValue, b: &JsValue) -> Option<Ordering> {
        self.0.as_ref()?.call2(&JsValue::UNDEFINED, a, b).ok()?.as_f64()?.partial_cmp(&0.0)
    }

    /// Hands all words over at once and has the browser sort them: a tenth of the calls, and of the copies.
    fn browser_ranks(&self, words: &[&str]) -> Option<Vec<u32>> {
        let all = JsString::from(words.join("\0")).split("\0");
        if all.length() as usize != words.len() {
            return None;
        }
        let (known, mut rank, mut before) = (Map::new(), 0_u32, None);
        for word in all.slice(0, all.length()).unchecked_into::<Words>().sort_with(self.0.as_ref()?) {
            rank += u32::from(before.is_some_and(|before| self.ask(&before, &word) != Some(Ordering::Equal)));
            known.set(&word, &rank.into());
            before = Some(word);
        }
        all.iter().map(|word| known.get(&word).as_f64().map(|rank| rank as u32)).collect()
    }
}

impl Collate for Collator {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        self.ask(&a.into(), &b.into()).unwrap_or_else(|| RootCollation.compare(a, b))
    }

    fn ranks(&self, words: &[&str]) -> Vec<u32> {
        self.browser_ranks(words).unwrap_or_else(|| RootCollation.ranks(words))
    }
}
