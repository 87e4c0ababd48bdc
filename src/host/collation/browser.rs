//! The collation of a page: the browser's, so that the page loads no tables.

use super::{Collate, RootCollation};
use alloc::vec::Vec;
use core::cmp::Ordering;
use js_sys::{Array, Function, Intl, JSON, JsString, Map};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

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

/// The comparison function of a collator; `None` where the browser has none for the language.
#[derive(Debug)]
pub struct BrowserCollation(Option<Function>);

/// The collation of a language tag (BCP 47), `en-US` for an empty one: the language of styles that name none.
pub fn for_language(language: &str) -> BrowserCollation {
    let language = if language.is_empty() { "en-US" } else { language };
    let options = JSON::parse(r#"{"sensitivity":"base","numeric":true}"#).unwrap_or_default();
    BrowserCollation(intl_collator(language, &options).ok().map(|collator| collator.compare()))
}

impl BrowserCollation {
    /// The order of two strings of JavaScript.
    fn compare_values(&self, a: &JsValue, b: &JsValue) -> Option<Ordering> {
        self.0.as_ref()?.call2(&JsValue::UNDEFINED, a, b).ok()?.as_f64()?.partial_cmp(&0.0)
    }

    /// Passes all words at once and has the browser sort them: a tenth of the calls, and of the copies. `None` where a
    /// word contains U+0000, which separates them on the way.
    fn browser_ranks(&self, words: &[&str]) -> Option<Vec<u32>> {
        let all = JsString::from(words.join("\0")).split("\0");
        if all.length() as usize != words.len() {
            return None;
        }
        let (ranks, mut rank, mut before) = (Map::new(), 0_u32, None);
        for word in all.slice(0, all.length()).unchecked_into::<Words>().sort_with(self.0.as_ref()?) {
            let greater = |before| self.compare_values(&before, &word) != Some(Ordering::Equal);
            rank += u32::from(before.is_some_and(greater));
            ranks.set(&word, &rank.into());
            before = Some(word);
        }
        all.iter().map(|word| ranks.get(&word).as_f64().map(|rank| rank as u32)).collect()
    }
}

impl Collate for BrowserCollation {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        self.compare_values(&a.into(), &b.into()).unwrap_or_else(|| RootCollation.compare(a, b))
    }

    fn ranks(&self, words: &[&str]) -> Vec<u32> {
        self.browser_ranks(words).unwrap_or_else(|| RootCollation.ranks(words))
    }
}
