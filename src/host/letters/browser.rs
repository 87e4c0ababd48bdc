//! The letters of a page: the browser's tables.
//!
//! Scripts of the page may have replaced these functions. What they throw must not pass through the module, which would
//! lose references; the text stays then as it is.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    type Text;
    #[wasm_bindgen(catch, method, js_name = toLowerCase)]
    fn lowercase(this: &Text) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method, js_name = toUpperCase)]
    fn uppercase(this: &Text) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn normalize(this: &Text, form: &str) -> Result<JsValue, JsValue>;

    type RegExp;
    #[wasm_bindgen(catch, constructor)]
    fn new(pattern: &str, flags: &str) -> Result<RegExp, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn test(this: &RegExp, text: &str) -> Result<bool, JsValue>;
}

pub(super) fn to_lowercase(text: &str) -> String {
    changed(text, Text::lowercase)
}

pub(super) fn to_uppercase(text: &str) -> String {
    changed(text, Text::uppercase)
}

pub(super) fn to_nfd(text: &str) -> String {
    changed(text, |text| text.normalize("NFD"))
}

pub(super) fn to_nfc(text: &str) -> String {
    changed(text, |text| text.normalize("NFC"))
}

/// What a method of strings returns for a text.
fn changed(text: &str, change: fn(&Text) -> Result<JsValue, JsValue>) -> String {
    let result = change(JsValue::from_str(text).unchecked_ref());
    result.unwrap_or_default().as_string().unwrap_or_else(|| text.to_owned())
}

/// The classes of the characters that were looked up most recently, by the lowest bits of their code point: the code
/// point above four bits, one for each class. A text has few different characters beyond ASCII, and a call of JavaScript
/// takes as long as a hundred look-ups here.
static CACHE: [AtomicU32; 128] = [const { AtomicU32::new(0) }; 128];

/// Whether a character is of one of the classes wanted.
pub(super) fn is(c: char, wanted: u32) -> bool {
    classes(c) & wanted != 0
}

/// The classes of a character, one bit each, in the order of `class::LETTER`, `LOWERCASE`, `UPPERCASE` and `NUMBER`.
fn classes(c: char) -> u32 {
    let code = u32::from(c);
    let cached = CACHE.get(code as usize % CACHE.len());
    let entry = cached.map_or(0, |cached| cached.load(Ordering::Relaxed));
    if entry >> 4 == code {
        return entry & 15;
    }
    let text = String::from(c);
    let mut classes = 0;
    for (bit, class) in ["\\p{Alpha}", "\\p{Lower}", "\\p{Upper}", "\\p{N}"].into_iter().enumerate() {
        classes |= u32::from(is_of(class, &text)) << bit;
    }
    if let Some(cached) = cached {
        cached.store(code << 4 | classes, Ordering::Relaxed);
    }
    classes
}

/// Whether a character matches a class of regular expressions.
fn is_of(class: &str, text: &str) -> bool {
    RegExp::new(class, "u").and_then(|class| class.test(text)).unwrap_or(false)
}
