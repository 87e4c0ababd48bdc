//! Titles in quotation marks.

use super::tokens::CLAIMED;
use crate::prelude::*;
use crate::text;

/// The pairs of quotation marks that enclose titles, the outer ones first. Some are closed by either of two marks.
const MARKS: [(char, &str); 7] =
    [('“', "”"), ('"', "\""), ('«', "»"), ('„', "“”"), ('‟', "”"), ('‘', "’"), ('\'', "'")];

/// A quoted title, as offsets in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotation {
    /// Where the opening mark is.
    pub(super) start: usize,
    /// Where the words begin, without the marks inside the quotation.
    pub(super) words_start: usize,
    pub(super) words_end: usize,
    /// Where the text goes on after the closing mark.
    pub(super) end: usize,
}

/// The first quoted title of a text.
pub(super) fn first_quotation(text: &str) -> Option<Quotation> {
    MARKS.iter().find_map(|(open, closing)| enclosed(text, *open, closing))
}

/// The first title of four letters or more between two marks.
fn enclosed(text: &str, open: char, closing: &str) -> Option<Quotation> {
    let start = opening(text, open)?;
    let from = start + open.len_utf8();
    let inside = text.get(from..)?;
    let mut depth = 0;
    for (length, c) in inside.char_indices() {
        let after = inside.get(length + c.len_utf8()..).unwrap_or("");
        if c == open && !closing.contains(c) {
            depth += 1;
        } else if closing.contains(c) && is_closing(c, after) {
            if depth > 0 {
                depth -= 1;
                continue;
            }
            let words = inside.get(..length)?.trim_end().trim_end_matches([',', '.', ';']);
            let lead = words.len() - words.trim_start().len();
            return (words.chars().filter(|c| c.is_letter()).count() > 3).then_some(Quotation {
                start,
                words_start: from + lead,
                words_end: from + words.len(),
                end: from + length + c.len_utf8(),
            });
        }
    }
    None
}

/// Where a quotation mark opens a quotation: at the start, or after a blank or a bracket.
fn opening(text: &str, mark: char) -> Option<usize> {
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        if c == mark && (previous == ' ' || previous == '(' || previous == CLAIMED) {
            return Some(at);
        }
        previous = c;
    }
    None
}

/// Whether a mark closes a quotation. An apostrophe in a word does not, nor one that more words follow without a mark.
fn is_closing(mark: char, after: &str) -> bool {
    if !matches!(mark, '’' | '\'') {
        return true;
    }
    let next = after.trim_start();
    next.is_empty()
        || next.starts_with([',', '.', ';', ':', '(', '[', CLAIMED])
        || next.len() < after.len() && {
            let word = next.split([' ', ',']).next().unwrap_or("");
            text::to_lowercase(word).starts_with("in") && word.len() < 4
                || word.chars().all(|c| c.is_ascii_digit())
        }
}
