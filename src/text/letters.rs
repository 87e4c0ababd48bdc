//! Small letters and capitals, and letters with marks.
//!
//! Nothing else in the crate maps case, takes letters apart or asks what a character is: Unicode's tables weigh a tenth
//! of all that a page loads, and the browser has them. So a page asks JavaScript, whose answers are the same (ECMAScript,
//! "String.prototype.toLowerCase" and "Runtime Semantics: CharacterClassEscape").

use crate::prelude::*;
#[cfg(all(feature = "wasm", target_family = "wasm"))]
use crate::wasm::letters as host;

/// Rust's own tables, and those of a crate that no page loads.
#[allow(clippy::disallowed_methods)] // Here, and nowhere else.
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
mod host {
    use crate::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    pub(super) fn to_lowercase(text: &str) -> String {
        text.to_lowercase()
    }

    pub(super) fn to_uppercase(text: &str) -> String {
        text.to_uppercase()
    }

    pub(super) fn to_nfd(text: &str) -> String {
        text.nfd().collect()
    }

    pub(super) fn to_nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub(super) fn is(c: char, wanted: u32) -> bool {
        (wanted & super::LETTER != 0 && c.is_alphabetic())
            || (wanted & super::SMALL != 0 && c.is_lowercase())
            || (wanted & super::CAPITAL != 0 && c.is_uppercase())
            || (wanted & super::NUMBER != 0 && c.is_numeric())
    }
}

const LETTER: u32 = 1;
const SMALL: u32 = 2;
const CAPITAL: u32 = 4;
const NUMBER: u32 = 8;

/// What a character is, by Unicode's properties; `char` itself would bring a table for each.
pub trait CharExt: Copy {
    /// Whether it has the property Alphabetic.
    fn is_letter(self) -> bool;
    /// Whether it has the property Lowercase.
    fn is_lowercase_letter(self) -> bool;
    /// Whether it has the property Uppercase.
    fn is_uppercase_letter(self) -> bool;
    /// Whether it is a digit or another number (general category N).
    fn is_number(self) -> bool;
    /// Whether it is a letter or a number.
    fn is_letter_or_number(self) -> bool;
}

impl CharExt for char {
    fn is_letter(self) -> bool {
        is(self, LETTER)
    }

    fn is_lowercase_letter(self) -> bool {
        is(self, SMALL)
    }

    fn is_uppercase_letter(self) -> bool {
        is(self, CAPITAL)
    }

    fn is_number(self) -> bool {
        is(self, NUMBER)
    }

    fn is_letter_or_number(self) -> bool {
        is(self, LETTER | NUMBER)
    }
}

/// Whether a character is of one of these classes. Those that most texts consist of need no table.
fn is(c: char, wanted: u32) -> bool {
    let classes = match c {
        'a'..='z' => LETTER | SMALL,
        'A'..='Z' => LETTER | CAPITAL,
        '0'..='9' => NUMBER,
        // The rest of ASCII, and dashes, quotation marks and blanks.
        '\0'..='\u{7f}' | '\u{2000}'..='\u{206f}' => 0,
        // Chinese characters, too many to remember.
        '\u{4e00}'..='\u{9fff}' => LETTER,
        _ => return host::is(c, wanted),
    };
    classes & wanted != 0
}

/// A text in small letters.
pub fn to_lowercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { host::to_lowercase(text) }
}

/// A text in capitals; it may grow (`ß` becomes `SS`).
pub fn to_uppercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { host::to_uppercase(text) }
}

/// A text with every letter that has marks taken apart (canonical decomposition, NFD).
pub fn to_nfd(text: &str) -> String {
    host::to_nfd(text)
}

/// A text with every letter and its marks put together where Unicode has them as one (NFC).
pub fn to_nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { host::to_nfc(text) }
}

/// A character as a text in small letters.
pub fn char_to_lowercase(c: char) -> String {
    to_lowercase(c.encode_utf8(&mut [0; 4]))
}

/// A character as a text in capitals.
pub fn char_to_uppercase(c: char) -> String {
    to_uppercase(c.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn every_character_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            let ours = [
                c.is_letter(),
                c.is_lowercase_letter(),
                c.is_uppercase_letter(),
                c.is_number(),
                c.is_letter_or_number(),
            ];
            let unicode =
                [c.is_alphabetic(), c.is_lowercase(), c.is_uppercase(), c.is_numeric(), c.is_alphanumeric()];
            assert_eq!(ours, unicode, "{c:?}");
        }
    }

    #[test]
    fn letters_beyond_ascii_change_too() {
        assert_eq!(to_lowercase("ÖBERG Ο∆ΥΣΣΕΥΣ"), "öberg ο∆υσσευς");
        assert_eq!(to_uppercase("straße"), "STRASSE");
        assert_eq!([char_to_lowercase('É'), char_to_uppercase('ŋ'), char_to_uppercase('1')], ["é", "Ŋ", "1"]);
    }
}
