//! Small letters and capitals by the browser's tables, for [`crate::text`]. It stands below everything else here.

use crate::prelude::*;
use core::sync::atomic::{AtomicU32, Ordering};
use js_sys::{JsString, RegExp};

pub(crate) fn to_lowercase(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

pub(crate) fn to_nfd(text: &str) -> String {
    JsString::from(text).normalize("NFD").into()
}

pub(crate) fn to_nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

pub(crate) fn to_uppercase(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}

/// What characters were found to be, most recently: the character above four bits, one a class. A text has few
/// different ones, and asking takes as long as a hundred look-ups.
static KNOWN: [AtomicU32; 128] = [const { AtomicU32::new(0) }; 128];

/// Whether a character is of one of the classes wanted.
pub(crate) fn is(c: char, wanted: u32) -> bool {
    classes(c) & wanted != 0
}

/// Whether a character is a letter, a small one, a capital, a number: one bit each, from the lowest.
fn classes(c: char) -> u32 {
    let code = u32::from(c);
    let known = KNOWN.get(code as usize % KNOWN.len());
    let found = known.map_or(0, |known| known.load(Ordering::Relaxed));
    if found >> 4 == code {
        return found & 15;
    }
    let text = String::from(c);
    let mut classes = 0;
    for (bit, class) in ["\\p{Alpha}", "\\p{Lower}", "\\p{Upper}", "\\p{N}"].into_iter().enumerate() {
        classes |= u32::from(RegExp::new(class, "u").test(&text)) << bit;
    }
    if let Some(known) = known {
        known.store(code << 4 | classes, Ordering::Relaxed);
    }
    classes
}
