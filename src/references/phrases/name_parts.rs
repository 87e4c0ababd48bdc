//! The parts of a list of names, between commas, semicolons and joining words.

use crate::item::people;
use crate::prelude::*;
use crate::references::sentences::is_initial;
use crate::text::list_contains;

/// What one part between two commas looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `J. D.`
    Initials,
    /// `Jr.`
    Suffix,
    /// `Smith JD`, `Smith J. D.`
    FamilyFirst,
    /// `J. D. Smith`
    InitialsFirst,
    /// Anything else.
    Words,
}

/// A part of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) kind: Kind,
    /// Whether a joining word precedes it.
    pub(super) joined: bool,
}

/// Words that join the last two names.
const JOINERS: &str = "and & y e et und i en og och dan ve with et.";

/// Whether a word joins the last two names of a list.
pub(super) fn is_joiner(word: &str) -> bool {
    list_contains(JOINERS, word)
}

/// Splits a list at semicolons, or else at commas and joining words.
pub(super) fn parts(block: &str) -> Vec<Part<'_>> {
    let semicolons = block.contains(';');
    let mut parts = Vec::new();
    for piece in block.split(if semicolons { ';' } else { ',' }) {
        let mut rest = piece.trim();
        let mut joined = false;
        if let Some((word, after)) = rest.split_once(' ')
            && is_joiner(word)
        {
            (rest, joined) = (after.trim(), true);
        }
        while let Some((before, after)) = split_at_joiner(rest) {
            push_part(&mut parts, before, joined);
            (rest, joined) = (after, true);
        }
        push_part(&mut parts, rest, joined);
    }
    parts
}

/// The texts before and after the first joining word inside a part. One capital letter between names is an initial
/// in some languages, so `E` and `Y` join only as small letters.
fn split_at_joiner(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let length = rest.find(' ')?;
        let rest = rest.get(length + 1..)?;
        let word = rest.split(' ').next().unwrap_or("");
        let (before, after) = (text.get(..at + length)?, rest.get(word.len()..)?.trim_start());
        let sign = word == "&" || word == "and";
        // "Puig i Ferrer" and "Ortega y Gasset" are one name: only between whole names does such a word join.
        let whole =
            before.contains(' ') && (after.contains(' ') || after.contains(',')) || is_initial(last(before));
        if !after.is_empty() && !before.is_empty() && is_joiner(word) && (sign || whole) {
            return Some((before, after));
        }
        at += length + 1;
    }
    None
}

/// The last word, without its dot.
fn last(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or("").trim_end_matches('.')
}

/// Adds a part that contains words.
fn push_part<'a>(parts: &mut Vec<Part<'a>>, text: &'a str, joined: bool) {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '…');
    let text = text.trim_start_matches(['.', ' ']);
    if text.contains(char::is_letter_or_number) {
        parts.push(Part { text, kind: kind(text), joined });
    }
}

/// Whether a word is made of initials, with or without dots, or is a given name cut down to its first letters (`Th.`).
pub(in crate::references) fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_letter()).count();
    let clean = word.chars().all(|c| c.is_letter() || matches!(c, '.' | '-' | '‐' | '’' | '\''));
    let capitals = word.chars().filter(|c| c.is_uppercase_letter()).count();
    let short = word.ends_with('.') && letters < 4 && word.starts_with(char::is_uppercase_letter);
    clean
        && letters > 0
        && (capitals == letters && (letters < 4 || word.contains('.'))
            || short && !list_contains("Jr. Sr.", word))
}

/// What a part looks like.
fn kind(text: &str) -> Kind {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let particle = |word: &&&str| people::is_particle(word) || people::is_dropping_particle(word);
    if is_suffix(text) {
        return Kind::Suffix;
    }
    let initials = words.iter().filter(|word| is_initials(word)).count();
    let particles = words.iter().filter(particle).count();
    if initials > 0
        && initials + particles == words.len()
        && words.first().is_some_and(|word| is_initials(word))
    {
        return Kind::Initials;
    }
    let core: Vec<&&str> = words.iter().filter(|word| !people::is_suffix(word)).collect();
    let (first, last) = (core.first().map_or("", |word| word), core.last().map_or("", |word| word));
    if core.len() > 1 && is_initials(last) && !is_initials(first) {
        let family = core.iter().take_while(|word| !is_initials(word)).count();
        // "Thomas S." is a given name; "Smith J. A." and "Smith JA" are names.
        return if core.iter().skip(family).all(|word| is_initials(word)) {
            Kind::FamilyFirst
        } else {
            Kind::Words
        };
    }
    if core.len() > 1 && is_initials(first) && !is_initials(last) {
        return Kind::InitialsFirst;
    }
    Kind::Words
}

/// Where the initials after a family name begin.
pub(super) fn initials_start(text: &str) -> usize {
    let mut at = 0;
    for word in text.split(' ') {
        if at > 0 && is_initials(word) {
            return at;
        }
        at += word.len() + 1;
    }
    text.len()
}

/// Whether a word is a suffix of a name, such as `Jr.` or `3rd`.
pub(super) fn is_suffix(word: &str) -> bool {
    people::is_suffix(word) || list_contains("2nd 3rd", word)
}
