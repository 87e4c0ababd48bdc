//! The names in one tag.

use super::east_asian::is_east_asian;
use super::order::{are_initials, is_bare_initials};
use crate::item::people;
use crate::languages::{Context, honorifics};
use crate::prelude::*;
use crate::text;

/// Splits the names in one tag: Open Journal Systems and most others give each author a tag; some put all into one, with
/// semicolons between them, or with commas and a word for "and" when every part is a name of two words or more. Where
/// `given_first` is set no name is inverted, so that every comma separates two names.
pub(crate) fn list<'a>(text: &'a str, given_first: bool, context: &Context<'_>) -> Vec<&'a str> {
    let semicolons = text::split_any(text, ";；、");
    if semicolons.len() > 1 {
        return semicolons;
    }
    // A Chinese, Japanese or Korean name has no comma.
    let mut east_asian = text::split_any(text, ",，");
    east_asian.iter_mut().for_each(|part| *part = part.trim());
    let inverted = |part: &str| part.char_count() < 2 || context.has("compound-surnames", part);
    let name = |part: &&str| is_east_asian(part) && !inverted(part) && part.char_count() < 12;
    if east_asian.iter().all(name) {
        return east_asian;
    }
    let whole = vec![text.trim()];
    if text.len() > MAX_LENGTH || people::is_organisation(text) {
        return whole;
    }
    let joined = split_and(text, context);
    let mut parts = Vec::new();
    // Whether footnote marks or degrees follow names.
    let mut marked = false;
    for part in joined.iter().flat_map(|part| part.split_char(',')) {
        let part = part.trim();
        if !text::contains_letter(part) || extend_degree(text, part, &mut parts, context) {
            marked = true;
        } else {
            parts.push(part);
        }
    }
    // In `Akram, Q., Asif, N.` every second part is the initials of the family name before it.
    let initials = |part: &str| part.split_whitespace().all(are_initials) && part.len() < 12;
    let mut in_pairs = parts.iter().enumerate().map(|(at, part)| initials(part) == (at % 2 == 1));
    if parts.len() > 3 && parts.len().is_multiple_of(2) && in_pairs.all(|fits| fits) {
        return parts.chunks(2).filter_map(|pair| span(text, pair.first()?, pair.last()?)).collect_vec();
    }
    let begins = |part: &&str| are_initials(text::before_any(part, " \u{a0}"));
    let several = given_first || marked || joined.len() > 1 || parts.len() > 2 || parts.iter().all(begins);
    if several && parts.len() > 1 && parts.iter().all(|part| is_whole_name(part)) {
        return parts;
    }
    if joined.len() > 1 && joined.iter().all(|part| is_whole_name(part)) { joined } else { whole }
}

/// Longer texts are no lists of names.
const MAX_LENGTH: usize = 20_000;

/// Whether a part of a list is a name by itself: two words or more, not all initials, and no "the" before them.
fn is_whole_name(part: &str) -> bool {
    let words = part.split_whitespace().collect_vec();
    words.len() > 1
        && words.iter().any(|word| !are_initials(word))
        && !matches!(words.first(), Some(&"the" | &"The"))
}

/// Extends the last of the parts by a degree or suffix that follows it; `false` where the part is none.
fn extend_degree<'a>(text: &'a str, part: &'a str, parts: &mut [&'a str], context: &Context<'_>) -> bool {
    let Some(last) = parts.last_mut().filter(|last| last.contains_char(' ')) else { return false };
    let Some(whole) = span(text, last, part) else { return false };
    let follows = people::is_suffix(part)
        || honorifics::trailing(whole, context) <= last.len() && !is_bare_initials(part);
    if follows {
        *last = whole;
    }
    follows
}

/// The text from the beginning of one of its parts to the end of another.
fn span<'a>(text: &'a str, first: &'a str, last: &'a str) -> Option<&'a str> {
    let offset = |part: &str| (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    text.get(offset(first)?..offset(last)? + last.len())
}

/// Splits at the words for "and". Some join family names too ("Ortega y Gasset"): those count where a name of two words
/// or more stands on both sides.
fn split_and<'a>(text: &'a str, context: &Context<'_>) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in text.split_char(' ') {
        let end = at + word.len();
        if is_and(word, context) {
            let before = text.get(start..at).unwrap_or("").trim();
            let after = text.get(end..).unwrap_or("").trim();
            let next = text::before_any(after, ",");
            let joins = people::is_connective(word);
            if !before.is_empty() && (!joins || is_whole_name(before) && is_whole_name(next)) {
                parts.push(before);
                start = end;
            }
        }
        at = end + 1;
    }
    parts.push(text.get(start..).unwrap_or("").trim());
    parts
}

/// Whether a word joins the last two names of a list.
pub(super) fn is_and(word: &str, context: &Context<'_>) -> bool {
    context.has("and", word)
}
