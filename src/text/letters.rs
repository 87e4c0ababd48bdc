//! Small letters and capitals, and letters with marks.
//!
//! Nothing else in the crate maps case or takes letters apart: Unicode's tables weigh a tenth of all that a page loads,
//! and the browser has them. So a page asks JavaScript, whose mapping is the same (ECMAScript, "String.prototype.toLowerCase").

use crate::prelude::*;
#[cfg(all(feature = "wasm", target_family = "wasm"))]
use crate::wasm::letters as host;

/// Rust's own tables, and those of a crate that no page loads.
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
mod host {
    use crate::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    pub(super) fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub(super) fn upper(text: &str) -> String {
        text.to_uppercase()
    }

    pub(super) fn decomposed(text: &str) -> String {
        text.nfd().collect()
    }

    pub(super) fn composed(text: &str) -> String {
        text.nfc().collect()
    }
}

/// A text in small letters.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { host::lower(text) }
}

/// A text in capitals; it may grow (`ß` becomes `SS`).
pub fn upper(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { host::upper(text) }
}

/// A text with every letter that has marks taken apart (canonical decomposition, NFD).
pub fn decomposed(text: &str) -> String {
    host::decomposed(text)
}

/// A text with every letter and its marks put together where Unicode has them as one (NFC).
pub fn composed(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { host::composed(text) }
}

/// A character as a text in small letters.
pub fn lower_char(c: char) -> String {
    lower(c.encode_utf8(&mut [0; 4]))
}

/// A character as a text in capitals.
pub fn upper_char(c: char) -> String {
    upper(c.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_ascii_change_too() {
        assert_eq!(lower("ÖBERG Ο∆ΥΣΣΕΥΣ"), "öberg ο∆υσσευς");
        assert_eq!(upper("straße"), "STRASSE");
        assert_eq!([lower_char('É'), upper_char('ŋ'), upper_char('1')], ["é", "Ŋ", "1"]);
    }
}
