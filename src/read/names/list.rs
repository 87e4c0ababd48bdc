//! The names in one tag.

use super::east_asian::is_east_asian;
use super::order::{are_initials, is_bare_initials};
use super::organisation::is_organisation;
use crate::extent::FULL;
use crate::item::people;
use crate::languages::{Context, honorifics};
use crate::prelude::*;
use crate::text::{self, offset_of};

/// Splits the names in one tag: Open Journal Systems and most others give each author a tag; some put all into one, with
/// semicolons between them, or with commas and a word for "and" when every part is a name of two words or more. Where
/// `given_first` is set no name is inverted, so that every comma separates two names.
pub(crate) fn list<'a>(text: &'a str, given_first: bool, context: &Context<'_>) -> Vec<&'a str> {
    let semicolons = text::split_any(text, ";；、؛");
    if semicolons.len() > 1 {
        let mut names = Vec::new();
        for part in semicolons {
            // "Akram, Qudsia; Ek, Bo and Asif, Noureen"
            let mut joined = split_and(part, context);
            if are_whole_names(&joined) && !is_organisation(part, context) {
                names.append(&mut joined);
            } else {
                names.push(part);
            }
        }
        return names;
    }
    // A Chinese, Japanese or Korean name has no comma.
    let east_asian = text::split_any(text, ",，");
    let name = |part: &&str| {
        let whole = (2..12).contains(&part.char_count()) && !context.has("compound-surnames", part);
        whole && is_east_asian(part)
    };
    if east_asian.iter().all(name) {
        return east_asian;
    }
    let whole = vec![text.trim()];
    let joined = split_and(text, context);
    // Most tags have one name.
    let single = joined.len() < 2 && !text.contains_any(",،");
    if single || text.len() > LONGEST_LIST || is_organisation(text, context) {
        return whole;
    }
    let mut parts = Vec::new();
    // Whether footnote marks or degrees follow names.
    let mut marked = false;
    for name in &joined {
        for part in name.split_char(',') {
            marked |= !text::contains_letter(part);
            for part in text::split_any(part, "،") {
                let part = part.trim();
                if !text::contains_letter(part) || extend_degree(text, part, &mut parts, context) {
                    marked = true;
                } else {
                    parts.push(part);
                }
            }
        }
    }
    if let Some(pairs) = pairs(text, &parts).filter(|pairs| pairs.len() > 1) {
        return pairs;
    }
    let begins = |part: &&str| are_initials(text::before_any(part, " \u{a0}"));
    // "Орлов И.И., Бойко П.П."
    let ends = |part: &&str| are_initials(text::after_last_any(part, BLANKS));
    let shown =
        parts.iter().all(begins) || parts.iter().all(ends) || FULL && each_is_a_person(&parts, context);
    let arabic = text.contains_char('،');
    let several = given_first || marked || arabic || joined.len() > 1 || parts.len() > 2 || shown;
    if several && are_whole_names(&parts) {
        return parts;
    }
    if are_whole_names(&joined) { joined } else { whole }
}

/// Whether a footnote's mark of its own or a patronymic shows each of the parts to be a name: `Anna Berg¹, Carl Dahl²`.
/// Pages do without.
fn each_is_a_person(parts: &[&str], context: &Context<'_>) -> bool {
    let mark = |part: &str| part.chars().next_back().filter(|c| "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰".contains(*c));
    let marks: Vec<char> = parts.iter().filter_map(|part| mark(part)).collect();
    // The parts of an inverted name have the same mark: "García López1, María José1".
    let marked =
        marks.len() == parts.len() && marks.iter().zip(marks.iter().skip(1)).all(|(one, next)| one != next);
    let patronymic = |part: &&str| {
        let endings = context.words(part, "patronymics");
        text::split_any(part, BLANKS).len() == 3 && endings.iter().any(|ending| part.ends_with(ending))
    };
    marked || parts.iter().all(patronymic)
}

/// The names of a list like `Akram, Q., Asif, N.`, where every second part is the initials of the family name before it.
fn pairs<'a>(text: &'a str, parts: &[&'a str]) -> Option<Vec<&'a str>> {
    let mut names = Vec::new();
    for pair in parts.chunks(2) {
        let [family, given] = pair else { return None };
        if given.len() > 11 || is_initials_only(family) || !is_initials_only(given) {
            return None;
        }
        names.push(span(text, family, given));
    }
    Some(names)
}

/// In longer texts family names are not joined.
const MAX_JOINED: usize = 4_000;

/// Longer texts are no lists of names.
pub(crate) const LONGEST_LIST: usize = 20_000;

/// Whether these are two names or more.
fn are_whole_names(parts: &[&str]) -> bool {
    parts.len() > 1 && parts.iter().all(|part| is_whole_name(part))
}

/// Whether a part of a list is a name by itself: two words or more, not all initials, and no "the" before them.
fn is_whole_name(part: &str) -> bool {
    let first = text::before_any(part, BLANKS);
    first.len() < part.len() && !first.eq_ignore_ascii_case("the") && !is_initials_only(part)
}

/// Whether a text is initials without any name.
fn is_initials_only(text: &str) -> bool {
    text::split_any(text, BLANKS).into_iter().all(are_initials)
}

/// What separates words.
const BLANKS: &str = " \u{a0}\t\n\u{3000}";

/// Extends the last of the parts by a degree or suffix that follows it; `false` where the part is none.
fn extend_degree<'a>(text: &'a str, part: &'a str, parts: &mut [&'a str], context: &Context<'_>) -> bool {
    let Some(last) = parts.last_mut().filter(|last| last.contains_char(' ')) else { return false };
    let whole = span(text, last, part);
    let follows = people::is_suffix(part)
        || !is_bare_initials(part) && honorifics::trailing(whole, context) <= last.len();
    if follows {
        *last = whole;
    }
    follows
}

/// The text from the beginning of one of its parts to the end of another.
fn span<'a>(text: &'a str, first: &str, last: &str) -> &'a str {
    text.get(offset_of(text, first)..offset_of(text, last) + last.len()).unwrap_or("")
}

/// Splits at the words for "and". Some join family names too ("Ortega y Gasset"): those count where a name of two words
/// or more stands on both sides.
fn split_and<'a>(text: &'a str, context: &Context<'_>) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut rest = text;
    for word in text.split_char(' ') {
        if is_and(word, context) {
            let (before, after) = text::split_at(rest, offset_of(rest, word));
            let after = text::split_at(after, word.len()).1;
            let before = before.trim();
            let joins = people::is_connective(word);
            // It is decided by what stands before and after, which takes long where there are thousands of them.
            let next = || text::before_any(after, ",").trim();
            let whole = || text.len() < MAX_JOINED && is_whole_name(before) && is_whole_name(next());
            if !before.is_empty() && (!joins || whole()) {
                parts.push(before);
                rest = after;
            }
        }
    }
    parts.push(rest.trim());
    parts
}

/// Whether a word joins the last two names of a list.
pub(crate) fn is_and(word: &str, context: &Context<'_>) -> bool {
    context.has("and", word)
}
