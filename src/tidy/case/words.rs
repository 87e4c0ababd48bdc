//! The words of titles and of the texts that are evidence for their case.

use crate::prelude::*;
use crate::text::latin::is_mark;
use crate::text::markup::Tag;
use crate::text::small_words::is_elided;
use crate::text::{self, WordList, word_list};

/// A word: letters, digits and marks, with such apostrophes as have one on both sides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Where it begins in its text, in bytes.
    pub(super) from: usize,
    pub(super) text: &'a str,
    /// What is between the previous word and this one.
    pub(super) gap: Gap,
    /// Whether the markup says that its case stays.
    pub(super) fixed: bool,
}

/// What is between two words, as far as case depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The first character that is not white space; a blank where there is none.
    pub(super) mark: char,
    /// Whether there is nothing but blanks and hyphens, so that the two words may be one name.
    pub(super) near: bool,
    /// Whether a sentence, a title or a subtitle begins after it.
    pub(super) begins: bool,
    /// Whether it is a dash with a blank before it.
    pub(super) dash: bool,
    /// Whether inline markup begins in it.
    pub(super) marked: bool,
    /// Whether there is white space in it.
    pub(super) blank: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Small letters, or no letter that has a case.
    Lower,
    /// A capital, then small letters.
    Capitalized,
    /// A capital behind the first letter: `US`, `mRNA`, `McDonald`; or one capital alone.
    Inner,
}

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: WordList<'_> = word_list![
    "vs", "dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "al", "cf", "vol", "etc", "eg", "ie", "ca",
    "jr", "sr", "fig", "ed", "eds", "spp", "sp",
];

/// The tag of CSL-JSON before words whose case stays.
const NO_CASE: &str = "<span class=\"nocase\">";

/// The longest tag of inline markup, in bytes.
const LONGEST_TAG: usize = 60;

/// The words of a text. Inline markup is no part of any word, and neither are small words before an apostrophe (`l’état`)
/// where they are `elided`.
pub(super) fn tokens(text: &str, elided: bool) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut gap = Gap { mark: ' ', near: true, begins: true, dash: false, marked: false, blank: true };
    let mut at = 0;
    let mut blank = true;
    let mut stopped = false;
    let mut fixed = false;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let length = match c {
            '<' => tag_length(text.get(at..).unwrap_or("")),
            _ if c.is_letter_or_number() => {
                let end = word_end(text, at, elided);
                found.push(Token { from: at, text: text.get(at..end).unwrap_or(""), gap, fixed });
                gap = Gap { mark: ' ', near: true, begins: false, dash: false, marked: false, blank: false };
                (blank, stopped, at) = (false, false, end);
                continue;
            }
            _ => 0,
        };
        if length > 0 {
            let tag = text.get(at..at + length).unwrap_or("");
            gap.marked |= !tag.starts_with("</");
            fixed = tag == NO_CASE || fixed && tag != "</span>";
            at += length;
            continue;
        }
        let space = c.is_whitespace();
        gap.blank |= space;
        if !space && gap.mark == ' ' {
            gap.mark = c;
        }
        gap.near &= space || matches!(c, '-' | '‐' | '‑');
        gap.dash |= blank && matches!(c, '-' | '–');
        gap.begins |= matches!(c, ':' | '?' | '!' | '—') || space && stopped;
        stopped = is_stopped(c, stopped, found.last());
        blank = space;
        at += c.len_utf8();
    }
    found
}

/// Whether a blank after the character `c` would end a sentence: after a full stop that ends no abbreviation, with
/// closing quotation marks and brackets between.
fn is_stopped(c: char, stopped: bool, last: Option<&Token<'_>>) -> bool {
    match c {
        '.' => !last.is_some_and(|last| is_abbreviation(last.text)),
        '"' | '”' | '’' | '\'' | ')' | ';' => stopped,
        _ => false,
    }
}

/// The length of the tag at the start of a text; 0 where there is none.
fn tag_length(text: &str) -> usize {
    let after = text::after_first(text);
    let tag = Tag::read(after, LONGEST_TAG)
        .filter(|tag| tag.closes() || after.begins_with(|c| c.is_ascii_alphabetic()));
    tag.map_or(0, |tag| tag.inner.len() + 2)
}

fn word_end(text: &str, from: usize, elided: bool) -> usize {
    let mut end = from;
    let mut rest = text.get(from..).unwrap_or("").chars();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '\'' | '’') && rest.clone().next().is_some_and(char::is_letter_or_number);
        let small = || is_elided(&text::to_lowercase(text.get(from..end).unwrap_or("")));
        if !c.is_letter_or_number() && !is_mark(c) && !joins || joins && elided && small() {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn is_abbreviation(word: &str) -> bool {
    let one = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    one || ABBREVIATIONS.contains(&text::to_lowercase(word))
}

impl<'a> Token<'a> {
    /// How it is written.
    pub(super) fn shape(&self) -> Shape {
        shape(self.text)
    }

    /// The word without a genitive's ending.
    pub(super) fn base(&self) -> &'a str {
        base(self.text)
    }
}

pub(super) fn shape(word: &str) -> Shape {
    let mut letters = base(word).chars();
    let first = letters.next().is_some_and(char::is_uppercase_letter);
    let alone = letters.clone().next().is_none();
    match (letters.any(char::is_uppercase_letter), first) {
        (true, _) => Shape::Inner,
        (false, true) if alone => Shape::Inner,
        (false, true) => Shape::Capitalized,
        (false, false) => Shape::Lower,
    }
}

/// A word in lower case, as the same word is found by: without a genitive's ending, with a plain apostrophe, and with one
/// `i` for Turkish's two.
pub(super) fn folded(word: &str) -> String {
    let lower = text::to_lowercase(base(word));
    if lower.is_ascii() {
        return lower;
    }
    let plain = text::remove_chars(&text::replace(&lower, "’", "'"), "\u{307}");
    text::replace(&plain, "ı", "i")
}

/// Whether there are at least two letters and no small one.
pub(super) fn all_capitals(word: &str) -> bool {
    let mut capitals = 0;
    for c in base(word).chars() {
        if c.is_lowercase_letter() {
            return false;
        }
        capitals += usize::from(c.is_uppercase_letter());
    }
    capitals > 1
}

/// A word without the `’s` of a genitive.
pub(super) fn base(word: &str) -> &str {
    let ending = match word.as_bytes() {
        [.., b'\'', b's' | b'S'] => 2,
        // The typographic apostrophe.
        [.., 0xe2, 0x80, 0x99, b's' | b'S'] => 4,
        _ => 0,
    };
    text::split_at(word, word.len() - ending).0
}

/// A word without the `s` of a plural, as far as words of four letters or more go.
pub(super) fn stem(word: &str) -> &str {
    match word.as_bytes() {
        [_, _, .., b's' | b'u' | b'i' | b'S' | b'U' | b'I', b's' | b'S'] => word,
        [_, _, _, .., b's' | b'S'] => text::split_at(word, word.len() - 1).0,
        _ => word,
    }
}
