//! Particles and suffixes that a record leaves inside family and given names.
//!
//! The CSL specification ("Name-part Order", and the input format's "name particles") wants `de`, `van`, `al-` given
//! apart, but nearly every record leaves them in. As citeproc-js has it, a particle is known by its small letter: at
//! the head of the family name it belongs to that name (*van* Gogh), at the end of the given names it does not
//! (Ludwig *van* Beethoven). Nothing is looked up in a list, so no language is left out.

use super::Name;
use crate::prelude::*;

/// Takes particles and a suffix out of the family and given parts, where the record does not give them apart.
///
/// A family name in quotation marks stays whole and loses the marks. After a comma in the given names stands the
/// suffix; an exclamation mark behind that comma asks for a comma before the suffix in print. A name that has only
/// one of the two parts is left as it is.
pub fn parse(name: &mut Name) {
    if name.family.is_empty() || name.given.is_empty() {
        return;
    }
    if let Some((given, suffix)) = name.given.split_once(',').filter(|_| name.suffix.is_empty()) {
        let bare = suffix.strip_prefix('!');
        let suffix = bare.unwrap_or(suffix).trim().to_owned();
        let given = given.trim_end().to_owned();
        name.comma_suffix |= bare.is_some();
        (name.given, name.suffix) = (given, suffix);
    }
    if name.dropping_particle.is_empty()
        && let Some((given, particle)) = split_given(&name.given)
    {
        (name.given, name.dropping_particle) = (given.to_owned(), particle.to_owned());
    }
    if let Some(whole) = name.family.strip_prefix('"').and_then(|family| family.strip_suffix('"')) {
        name.family = whole.to_owned();
    } else if name.non_dropping_particle.is_empty()
        && let Some((particle, family)) = split_family(&name.family)
    {
        (name.family, name.non_dropping_particle) = (family.to_owned(), particle.to_owned());
    }
}

/// The given names and the particles that end them: `Ludwig van`, `François Hédelin d’`. The first word is a name.
fn split_given(given: &str) -> Option<(&str, &str)> {
    let given = given.trim_end();
    let mut at = given.len();
    while let Some((before, word)) = given.get(..at).and_then(|text| text.rsplit_once(' ')) {
        if !(word.is_empty() || is_particle(word)) || before.trim().is_empty() {
            break;
        }
        at = before.len();
    }
    let particle = given.get(at..)?.trim_start();
    (!particle.is_empty()).then_some((given.get(..at)?.trim_end(), particle))
}

/// The particles that begin a family name, and the rest: `van der Berg`, `al-Hassan`, `d’Alembert`. A particle ends at
/// a blank, or behind a hyphen or an apostrophe, which it keeps. The last piece is the name, whatever its letters.
fn split_family(family: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    while let Some(rest) = family.get(at..) {
        let Some(length) = piece(rest).filter(|length| *length < rest.len()) else { break };
        let Some(first) = rest.get(..length) else { break };
        if !(is_particle(first) || (at > 0 && first == " ")) {
            break;
        }
        at += length;
    }
    let (particle, name) = (family.get(..at)?, family.get(at..)?);
    // The blank of `de’ Medici` is the particle's own: without it the name would be closed up.
    let ends = |text: &str| text.trim_end().ends_with(is_apostrophe);
    let particle = if ends(particle) { particle } else { particle.trim_end() };
    (!particle.is_empty() && !name.trim().is_empty()).then_some((particle, name))
}

/// The length in bytes of the first piece of a family name, up to and with what ends it.
fn piece(text: &str) -> Option<usize> {
    let mut ended = false;
    for (at, c) in text.char_indices() {
        if ended {
            return Some(at + if c == ' ' { 1 } else { 0 });
        }
        if c == ' ' || c == '-' {
            return Some(at + 1);
        }
        ended = at > 0 && is_apostrophe(c);
    }
    None
}

/// Whether a word begins with a small letter, behind an apostrophe or not (`’t`).
fn is_particle(word: &str) -> bool {
    word.chars().find(|c| !is_apostrophe(*c)).is_some_and(char::is_small)
}

/// The apostrophes of names; U+02BB is the Hawaiian one.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʻ')
}
