//! The letters of a program: Rust's own tables, and those of a crate that no page loads.

#![allow(clippy::disallowed_methods, reason = "the functions that stand in for these methods end here")]

use super::class::{LETTER, LOWERCASE, NUMBER, UPPERCASE};
use alloc::string::String;
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

/// Whether a character is of one of the classes wanted.
pub(super) fn is(c: char, wanted: u32) -> bool {
    (wanted & LETTER != 0 && c.is_alphabetic())
        || (wanted & LOWERCASE != 0 && c.is_lowercase())
        || (wanted & UPPERCASE != 0 && c.is_uppercase())
        || (wanted & NUMBER != 0 && c.is_numeric())
}
