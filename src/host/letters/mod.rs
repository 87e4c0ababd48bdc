//! Case mapping, character classes and normalisation.
//!
//! Nothing else in the crate uses tables of Unicode; clippy forbids the methods of `char` and `str` that would bring them.
//! A page's results are the same as a program's (ECMAScript, "String.prototype.toLowerCase" and "Runtime Semantics:
//! CharacterClassEscape"). ASCII and the characters of most texts are answered here, without either half.

#[cfg(all(feature = "wasm", target_family = "wasm"))]
mod browser;
mod class;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
mod native;

use alloc::borrow::ToOwned;
use alloc::string::String;
#[cfg(all(feature = "wasm", target_family = "wasm"))]
use browser as tables;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
use native as tables;

use class::{LETTER, LOWERCASE, NUMBER, UPPERCASE};

/// The character classes of Unicode, in place of the methods of `char`, which would bring a table each.
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
        is(self, LOWERCASE)
    }

    fn is_uppercase_letter(self) -> bool {
        is(self, UPPERCASE)
    }

    fn is_number(self) -> bool {
        is(self, NUMBER)
    }

    fn is_letter_or_number(self) -> bool {
        is(self, LETTER | NUMBER)
    }
}

/// Whether a character is of one of these classes. The characters that most texts consist of need no table.
fn is(c: char, wanted: u32) -> bool {
    let classes = match c {
        'a'..='z' => LETTER | LOWERCASE,
        'A'..='Z' => LETTER | UPPERCASE,
        '0'..='9' => NUMBER,
        // The rest of ASCII, and General Punctuation.
        '\0'..='\u{7f}' | '\u{2000}'..='\u{206f}' => 0,
        // CJK Unified Ideographs, which would fill the browser's cache.
        '\u{4e00}'..='\u{9fff}' => LETTER,
        _ => return tables::is(c, wanted),
    };
    classes & wanted != 0
}

/// The text in lower case, in place of `str::to_lowercase`.
pub fn to_lowercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { tables::to_lowercase(text) }
}

/// The text in upper case, in place of `str::to_uppercase`; it may grow (`ß` becomes `SS`).
pub fn to_uppercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { tables::to_uppercase(text) }
}

/// The text in Normalization Form D: every letter that has marks is decomposed into a base letter and its marks.
pub fn to_nfd(text: &str) -> String {
    tables::to_nfd(text)
}

/// The text in Normalization Form C: every base letter is composed with its marks where Unicode has that character.
pub fn to_nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { tables::to_nfc(text) }
}

/// A character in lower case, which may be several characters.
pub fn char_to_lowercase(c: char) -> String {
    to_lowercase(c.encode_utf8(&mut [0; 4]))
}

/// A character in upper case, which may be several characters.
pub fn char_to_uppercase(c: char) -> String {
    to_uppercase(c.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn classes_are_those_of_unicode() {
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
