//! Searching, splitting and joining strings in the modules that every page loads.
//!
//! The standard library has nearly all of this. But its functions take any kind of pattern, and each kind is compiled anew
//! with a searcher of its own, with checks that can panic, and into every caller. The functions here take a string, a
//! character, or a set of characters in a string, and are compiled once. Modules that no page loads (features `full`
//! and `compile`) use the standard library; `tests/page_helpers.rs` checks that.
//!
//! The figures say by how much the page's engine (brotli) grows when a group of functions is replaced by what it
//! stands in for: sets of characters 3.8 kB, [`concat`] and [`join`] 0.6 kB, [`StrExt::char_count`] 0.4 kB,
//! [`StrExt::split_char`] 0.3 kB.

use super::{CharExt, to_lowercase};
use alloc::string::String;
use alloc::vec::Vec;

/// Searches for characters and for sets of characters, which are strings too.
pub trait StrExt {
    /// Whether the character occurs, in place of `contains(char)`.
    fn contains_char(&self, sought: char) -> bool;
    /// The offset of the first character of a set, in place of `find(&[char])`.
    fn find_any(&self, set: &str) -> Option<usize>;
    /// The offset of the last character of a set, in place of `rfind(&[char])`.
    fn rfind_any(&self, set: &str) -> Option<usize>;
    /// Whether any character of a set occurs, in place of `contains(&[char])`.
    fn contains_any(&self, set: &str) -> bool;
    /// Whether the first character is in a set, in place of `starts_with(&[char])`.
    fn starts_with_any(&self, set: &str) -> bool;
    /// Whether the last character is in a set, in place of `ends_with(&[char])`.
    fn ends_with_any(&self, set: &str) -> bool;
    /// The parts between separators, in place of `split(char)`. The separator is an ASCII character.
    fn split_char(&self, separator: char) -> SplitChar<'_>;
    /// Whether any character is of a kind, in place of `chars().any(kind)`.
    fn any_char(&self, kind: fn(char) -> bool) -> bool;
    /// Whether all characters are of a kind, in place of `chars().all(kind)`.
    fn all_chars(&self, kind: fn(char) -> bool) -> bool;
    /// Whether the first character is of a kind.
    fn begins_with(&self, kind: fn(char) -> bool) -> bool;
    /// The number of characters, in place of `chars().count()`.
    fn char_count(&self) -> usize;
    /// The text without characters of a set at its start, in place of `trim_start_matches(&[char])`.
    fn trim_start_any(&self, set: &str) -> &str;
    /// The text without characters of a set at its end, in place of `trim_end_matches(&[char])`.
    fn trim_end_any(&self, set: &str) -> &str;
}

impl StrExt for str {
    fn contains_char(&self, sought: char) -> bool {
        // A byte of ASCII is part of no other character.
        match u8::try_from(sought) {
            Ok(byte) if byte.is_ascii() => self.bytes().any(|other| other == byte),
            _ => self.chars().any(|c| c == sought),
        }
    }

    fn find_any(&self, set: &str) -> Option<usize> {
        self.char_indices().find(|(_, c)| set.contains_char(*c)).map(|(at, _)| at)
    }

    fn rfind_any(&self, set: &str) -> Option<usize> {
        self.char_indices().rev().find(|(_, c)| set.contains_char(*c)).map(|(at, _)| at)
    }

    fn contains_any(&self, set: &str) -> bool {
        self.find_any(set).is_some()
    }

    fn starts_with_any(&self, set: &str) -> bool {
        self.chars().next().is_some_and(|c| set.contains_char(c))
    }

    fn ends_with_any(&self, set: &str) -> bool {
        self.chars().next_back().is_some_and(|c| set.contains_char(c))
    }

    fn split_char(&self, separator: char) -> SplitChar<'_> {
        debug_assert!(separator.is_ascii(), "the search is for a byte");
        SplitChar { rest: Some(self), separator: separator as u8 }
    }

    fn any_char(&self, kind: fn(char) -> bool) -> bool {
        self.chars().any(kind)
    }

    fn all_chars(&self, kind: fn(char) -> bool) -> bool {
        self.chars().all(kind)
    }

    fn begins_with(&self, kind: fn(char) -> bool) -> bool {
        self.chars().next().is_some_and(kind)
    }

    fn char_count(&self) -> usize {
        self.chars().fold(0, |count, _| count + 1)
    }

    fn trim_start_any(&self, set: &str) -> &str {
        let mut rest = self.chars();
        while rest.as_str().starts_with_any(set) {
            rest.next();
        }
        rest.as_str()
    }

    fn trim_end_any(&self, set: &str) -> &str {
        let mut rest = self.chars();
        while rest.as_str().ends_with_any(set) {
            rest.next_back();
        }
        rest.as_str()
    }
}

/// The iterator of [`StrExt::split_char`], compiled once instead of into every loop.
#[derive(Clone, Debug)]
pub struct SplitChar<'a> {
    /// The unread part; `None` after the last part.
    pub(super) rest: Option<&'a str>,
    separator: u8,
}

impl<'a> Iterator for SplitChar<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let mut at = 0;
        while let Some(byte) = rest.as_bytes().get(at) {
            if *byte == self.separator {
                self.rest = rest.get(at + 1..);
                return rest.get(..at);
            }
            at += 1;
        }
        self.rest.take()
    }
}

/// Texts one after another, in place of `texts.concat()` and of `format!`.
pub fn concat(texts: &[&str]) -> String {
    let mut out = String::with_capacity(texts.iter().map(|text| text.len()).sum());
    for text in texts {
        out.push_str(text);
    }
    out
}

/// A sentence with texts in place of its `{}`, one after another, in place of `format!`.
pub fn fill_in(sentence: &str, texts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    for text in texts {
        let (before, after) = split_once(rest, "{}").unwrap_or((rest, ""));
        out.push_str(before);
        out.push_str(text);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Texts with a separator between them, in place of `texts.join(separator)`.
pub fn join<T: AsRef<str>>(texts: &[T], separator: &str) -> String {
    let mut out = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            out.push_str(separator);
        }
        out.push_str(text.as_ref());
    }
    out
}

/// The offset of the first occurrence of `sought`, in place of `text.find(sought)`.
pub fn find(text: &str, sought: &str) -> Option<usize> {
    let (first, last) = (sought.bytes().next(), text.len().checked_sub(sought.len())?);
    // Comparing the first byte rules out most offsets.
    let mut at = 0;
    while at <= last {
        if text.as_bytes().get(at).copied() == first
            && text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(sought.as_bytes()))
        {
            return Some(at);
        }
        at += 1;
    }
    if first.is_none() { Some(0) } else { None }
}

/// The offsets of all occurrences of `sought`, which do not overlap, in place of `text.match_indices(sought)`.
pub fn match_indices(text: &str, sought: &str) -> Vec<usize> {
    let mut offsets = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| find(rest, sought)) {
        offsets.push(from + at);
        from += at + sought.len().max(1);
    }
    offsets
}

/// Whether `sought` occurs in `text`, in place of `text.contains(sought)`.
pub fn contains(text: &str, sought: &str) -> bool {
    find(text, sought).is_some()
}

/// The parts before and after the first occurrence of `sought`, in place of `text.split_once(sought)`.
pub fn split_once<'a>(text: &'a str, sought: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, sought)?;
    Some((text.get(..at)?, text.get(at + sought.len()..)?))
}

/// The parts between separators of any length, in place of `text.split(separator)`.
pub fn split_str<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = split_once(rest, separator) {
        parts.push(before);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// The text with every `sought` replaced, in place of `text.replace(sought, replacement)`.
pub fn replace(text: &str, sought: &str, replacement: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = split_once(rest, sought) {
        out.push_str(before);
        out.push_str(replacement);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The two parts of a text at an offset; the whole text and an empty one where the offset is out of bounds or within a
/// character, where `text.split_at(at)` would panic.
pub fn split_at(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The part before the first character of a set; the whole text where there is none.
pub fn before_any<'a>(text: &'a str, set: &str) -> &'a str {
    split_at(text, text.find_any(set).unwrap_or(text.len())).0
}

/// The part after the last character of a set; the whole text where there is none.
pub fn after_last_any<'a>(text: &'a str, set: &str) -> &'a str {
    let Some(at) = text.rfind_any(set) else { return text };
    after_first(split_at(text, at).1)
}

/// The text without its first character.
pub fn after_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// The offset of a part of a text, which is a slice of it.
pub fn offset_of(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize)
}

/// The parts between characters of a set, trimmed, without empty ones.
pub fn split_any<'a>(text: &'a str, set: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let part = before_any(rest, set);
        rest = split_at(rest, part.len()).1.trim_start_any(set);
        let part = part.trim();
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts
}

/// The words between white space, in place of `text.split_whitespace()`.
pub fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let blank = rest.char_indices().find(|(_, c)| c.is_whitespace());
        let (word, after) = split_at(rest, blank.map_or(rest.len(), |(at, _)| at));
        words.push(word);
        rest = after.trim_start();
    }
    words
}

/// The text without anything but letters and numbers at its start and its end.
pub fn trim_non_alphanumeric(text: &str) -> &str {
    let (mut start, mut end) = (text.len(), 0);
    for (at, c) in text.char_indices() {
        if c.is_letter_or_number() {
            start = start.min(at);
            end = at + c.len_utf8();
        }
    }
    text.get(start..end).unwrap_or("")
}

/// A text in small letters, with blanks around it and in place of all that is no letter or number, but for full stops and
/// apostrophes.
pub fn padded_words(text: &str) -> String {
    let mut out = String::from(" ");
    for c in to_lowercase(text).chars() {
        if c.is_letter_or_number() {
            out.push(c);
        } else if !".'’׳".contains_char(c) {
            out.push(' ');
        }
    }
    out.push(' ');
    out
}

/// Whether a text has a letter.
pub fn contains_letter(text: &str) -> bool {
    text.any_char(char::is_letter)
}

/// The text without the characters of a set, in place of `text.replace(&[char], "")`.
pub fn remove_chars(text: &str, set: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !set.contains_char(c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn texts_are_joined_and_split() {
        assert_eq!(concat(&["a", "", "bc"]), "abc");
        assert_eq!(join(&["a", "b"], ", "), "a, b");
        assert_eq!(fill_in("“{}” is {}.", &["{}", "c"]), "“{}” is c.");
        assert_eq!((before_any("a:b/c", "/:"), before_any("a", ":")), ("a", "a"));
        assert_eq!(
            (after_last_any("a:b–c", "–:"), after_last_any("a", ":"), after_last_any("a:", ":")),
            ("c", "a", "")
        );
        assert_eq!(split_any(", a b,, c", " ,"), ["a", "b", "c"]);
        assert_eq!((words(" a\u{a0}bé \n c"), words(" ")), (vec!["a", "bé", "c"], vec![]));
        assert_eq!(
            (trim_non_alphanumeric("(« a b »)."), trim_non_alphanumeric("–"), trim_non_alphanumeric("é1")),
            ("a b", "", "é1")
        );
        assert_eq!((find("aab", "ab"), find("a", "ab"), find("é", "é")), (Some(1), None, Some(0)));
        assert_eq!(match_indices("abab", "ab"), [0, 2]);
        assert_eq!(split_once("a · b · c", " · "), Some(("a", "b · c")));
        assert_eq!(replace("a--b--", "--", "–"), "a–b–");
        assert_eq!(remove_chars("a.b,c", ".,"), "abc");
        assert_eq!((split_str("a and b", " and "), split_str("", "-")), (vec!["a", "b"], vec![""]));
        assert_eq!(
            (split_at("ab", 1), split_at("é", 1), split_at("a", 2)),
            (("a", "b"), ("é", ""), ("a", ""))
        );
    }

    #[test]
    fn sets_are_texts() {
        assert_eq!(
            ("a-–b".find_any("–-"), "a-–b".rfind_any("–-"), "ab".find_any("")),
            (Some(1), Some(2), None)
        );
        assert!(
            "a–".ends_with_any("–")
                && !"–a".ends_with_any("–")
                && "–a".starts_with_any("-–")
                && !"".starts_with_any("a")
        );
        assert_eq!(
            (" ,a, ".trim_start_any(" ,"), " ,a, ".trim_end_any(", "), "..".trim_end_any(".")),
            ("a, ", " ,a", "")
        );
        assert!("a b".contains_any(" ") && !"ab".contains_any(" -"));
        assert_eq!("a  b ".split_char(' ').collect::<Vec<_>>(), ["a", "", "b", ""]);
        assert_eq!("".split_char(' ').collect::<Vec<_>>(), [""]);
    }
}
