//! Particles and suffixes that a record leaves inside family and given names.
//!
//! The CSL specification ("Name-part Order", and the input format's "name particles") has fields of their own for `de`,
//! `van`, `al-`, but nearly every record leaves them in the names. As in citeproc-js a particle is recognised by its
//! lower-case letter: at the start of the family name it belongs to that name (*van* Gogh), at the end of the given names
//! it does not (Ludwig *van* Beethoven). There is no list, so this works for every language.

use super::{Name, people};
use crate::prelude::*;
use crate::text::{self, split_at};

/// Gives the particles fields of their own. German ones are dropped when only the family name is shown.
pub fn split(name: &mut Name) {
    parse(name);
    let first = name.non_dropping_particle.split_char(' ').next().unwrap_or("");
    if people::is_dropping_particle(first) {
        name.dropping_particle = core::mem::take(&mut name.non_dropping_particle);
    }
}

/// Moves particles and a suffix from the family and given names to fields of their own, where those are empty.
///
/// A family name in quotation marks stays whole and loses the marks. The text after a comma in the given names is the
/// suffix; an exclamation mark after that comma means that the suffix is printed with a comma before it. A name without
/// both parts is not changed.
pub fn parse(name: &mut Name) {
    if name.family.is_empty() || name.given.is_empty() {
        return;
    }
    if let Some((given, suffix)) = text::split_once(&name.given, ",").filter(|_| name.suffix.is_empty()) {
        let bare = suffix.strip_prefix('!');
        name.comma_suffix |= bare.is_some();
        name.suffix = bare.unwrap_or(suffix).trim().to_owned();
        name.given.truncate(given.trim_end().len());
    }
    if name.dropping_particle.is_empty() {
        let (given, particle) = split_given(&name.given);
        if !particle.is_empty() {
            name.dropping_particle = particle.to_owned();
            name.given.truncate(given.len());
        }
    }
    if let Some(whole) = name.family.strip_prefix('"').and_then(|family| family.strip_suffix('"')) {
        name.family = whole.to_owned();
    } else if name.non_dropping_particle.is_empty() {
        let (particle, family) = split_family(&name.family);
        if !particle.is_empty() && !family.trim().is_empty() {
            name.non_dropping_particle = particle.to_owned();
            name.family = family.to_owned();
        }
    }
}

/// The given names and the particles that end them: `Ludwig van`, `François Hédelin d’`. The first word is a name.
fn split_given(given: &str) -> (&str, &str) {
    let given = given.trim_end();
    let mut names = given;
    while let Some(at) = names.rfind_any(" ") {
        let (before, word) = split_at(names, at);
        let word = word.trim_start_any(" ");
        if !(word.is_empty() || is_particle(word)) || before.trim().is_empty() {
            break;
        }
        names = before;
    }
    (names.trim_end(), split_at(given, names.len()).1.trim_start())
}

/// The particles that begin a family name, and the rest: `van der Berg`, `al-Hassan`, `d’Alembert`. A particle ends at
/// a space, or after a hyphen or an apostrophe, which it keeps. The last part is the name, even if it is in lower case.
fn split_family(family: &str) -> (&str, &str) {
    let mut name = family;
    while let Some(length) = first_part(name) {
        let (first, rest) = split_at(name, length);
        let taken = is_particle(first) || name.len() < family.len() && first == " ";
        if !taken || rest.is_empty() {
            break;
        }
        name = rest;
    }
    let particle = split_at(family, family.len() - name.len()).0;
    // The space of `de’ Medici` is kept in the particle: without it the name would be printed `de’Medici`.
    let bare = particle.trim_end();
    (if bare.ends_with_any(APOSTROPHES) { particle } else { bare }, name)
}

/// The length in bytes of the first part of a family name, including its separator.
fn first_part(text: &str) -> Option<usize> {
    let mut ended = false;
    for (at, c) in text.char_indices() {
        if ended {
            return Some(at + usize::from(c == ' '));
        }
        if c == ' ' || c == '-' {
            return Some(at + 1);
        }
        ended = at > 0 && APOSTROPHES.contains_char(c);
    }
    None
}

/// Whether a word begins with a lower-case letter, after an apostrophe or not (`’t`).
fn is_particle(word: &str) -> bool {
    word.trim_start_any(APOSTROPHES).begins_with(char::is_lowercase_letter)
}

/// The apostrophes of names; U+02BB is the Hawaiian one.
const APOSTROPHES: &str = "'’ʻ";
