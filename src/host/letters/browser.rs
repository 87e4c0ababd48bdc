//! The letters of a page: the browser's tables.

use alloc::string::String;
use core::sync::atomic::{AtomicU32, Ordering};
use js_sys::{JsString, RegExp};

pub(super) fn to_lowercase(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

pub(super) fn to_uppercase(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}

pub(super) fn to_nfd(text: &str) -> String {
    JsString::from(text).normalize("NFD").into()
}

pub(super) fn to_nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
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
        classes |= u32::from(RegExp::new(class, "u").test(&text)) << bit;
    }
    if let Some(cached) = cached {
        cached.store(code << 4 | classes, Ordering::Relaxed);
    }
    classes
}
