//! The collation of a page: the browser's, so that the page loads no tables.

use super::{Collate, RootCollation};
use alloc::vec::Vec;
use core::cmp::Ordering;
use js_sys::{Array, Function, JSON, Map, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// `Intl.Collator` makes a collator also when called without `new`. It throws for what is no language tag.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = Collator)]
    fn intl_collator(language: &str, options: &JsValue) -> Result<JsValue, JsValue>;

    /// `Array.prototype.sort` with a function of the browser's, which is not called through this module.
    #[wasm_bindgen(catch, method, js_name = sort)]
    fn sort_with(this: &Words, compare: &Function) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn slice(this: &Words, start: u32) -> Result<Words, JsValue>;
    #[wasm_bindgen(extends = Array)]
    type Words;

    // Scripts of the page may have replaced these too; what they throw must not pass through the module.
    #[wasm_bindgen(catch, method)]
    fn split(this: &Text, separator: &str) -> Result<Words, JsValue>;
    type Text;
    #[wasm_bindgen(catch, method)]
    fn set(this: &Ranks, key: &JsValue, rank: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn get(this: &Ranks, key: &JsValue) -> Result<JsValue, JsValue>;
    type Ranks;
}

/// The comparison function of a collator; `None` where the browser has none for the language.
#[derive(Debug)]
pub struct BrowserCollation(Option<Function>);

/// The collation of a language tag (BCP 47), `en-US` for an empty one: the language of styles that name none.
pub fn for_language(language: &str) -> BrowserCollation {
    let language = if language.is_empty() { "en-US" } else { language };
    let options = JSON::parse(r#"{"sensitivity":"base","numeric":true}"#).unwrap_or_default();
    BrowserCollation(
        intl_collator(language, &options)
            .ok()
            .and_then(|collator| Reflect::get(&collator, &"compare".into()).ok()?.dyn_into().ok()),
    )
}

impl BrowserCollation {
    /// The order of two strings of JavaScript.
    fn compare_values(&self, a: &JsValue, b: &JsValue) -> Option<Ordering> {
        self.0.as_ref()?.call2(&JsValue::UNDEFINED, a, b).ok()?.as_f64()?.partial_cmp(&0.0)
    }

    /// Passes all words at once and has the browser sort them: a tenth of the calls, and of the copies. `None` where a
    /// word contains U+0000, which separates them on the way.
    fn browser_ranks(&self, words: &[&str]) -> Option<Vec<u32>> {
        let text = JsValue::from_str(&words.join("\0"));
        let all = text.unchecked_ref::<Text>().split("\0").ok()?;
        if all.length() as usize != words.len() {
            return None;
        }
        let (map, mut rank, mut before) = (Map::new(), 0_u32, None);
        let ranks = map.unchecked_ref::<Ranks>();
        for word in all.slice(0).ok()?.sort_with(self.0.as_ref()?).ok()? {
            let greater = |before| self.compare_values(&before, &word) != Some(Ordering::Equal);
            rank += u32::from(before.is_some_and(greater));
            ranks.set(&word, rank).ok()?;
            before = Some(word);
        }
        all.iter().map(|word| ranks.get(&word).ok()?.as_f64().map(|rank| rank as u32)).collect()
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
