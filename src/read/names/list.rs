//! The names in one tag.

use super::order::{is_bare_initials, is_initials};
use crate::item::people;
use crate::prelude::*;
use crate::text;

/// Splits the names in one tag: Open Journal Systems and most others give each author a tag; some put all into one, with
/// semicolons between them, or with commas when there are several and every part is a name of two words or more. Where
/// `given_first` is set no name is inverted, so that every comma separates two names.
pub(crate) fn list(text: &str, given_first: bool) -> Vec<&str> {
    let semicolons = text::split_any(text, ";");
    if semicolons.len() > 1 {
        return semicolons;
    }
    for word in [" & ", " and "] {
        let mut parts = text::split_str(text, word);
        parts.iter_mut().for_each(|part| *part = part.trim());
        let named = |part: &&str| part.contains_char(' ') && !part.starts_with("the ");
        if parts.len() > 1 && parts.iter().all(named) && !people::is_organisation(text) {
            return parts;
        }
    }
    let core = text::split_at(text, people::trailing_degrees(text)).0;
    let places = text::match_indices(core, ",");
    let commas = text::split_any(text, ",");
    // In `Akram, Q., Asif, N.` every second part is the initials of the family name before it.
    let initials = |part: &str| part.ends_with('.') && part.len() < 12 || is_bare_initials(part);
    let mut in_pairs = commas.iter().enumerate().map(|(at, part)| initials(part) == (at % 2 == 1));
    if commas.len() > 3 && commas.len().is_multiple_of(2) && in_pairs.all(|fits| fits) {
        return pairs(core, &places);
    }
    let named = |part: &&str| part.contains_char(' ') && !is_initials(part);
    let several = given_first || places.len() > 1;
    if several && commas.len() > 1 && commas.iter().all(named) { commas } else { vec![text.trim()] }
}

/// The parts of a text between every second of its commas.
fn pairs<'a>(text: &'a str, commas: &[usize]) -> Vec<&'a str> {
    let mut pairs = Vec::new();
    let mut from = 0;
    for comma in commas.iter().skip(1).step_by(2).chain([&text.len()]) {
        pairs.push(text.get(from..*comma).unwrap_or("").trim());
        from = comma + 1;
    }
    pairs
}
