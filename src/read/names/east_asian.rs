//! Names in Chinese, Japanese or Korean script, in which the family name comes first.

use crate::item::Name;
use crate::languages::Context;
use crate::prelude::*;
use crate::text;

/// Whether a name begins in one of these scripts.
pub(super) fn is_east_asian(name: &str) -> bool {
    let begins = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}');
    name.chars().next().is_some_and(begins)
}

/// Splits a name. Without a space a Chinese or Korean name of two or three characters has a family name of one, unless it
/// begins with a known one of two; a longer name has one of two: that is a guess, and the second value is true. Kana show that a name is Japanese, and then only a space
/// can show where it is split.
pub(super) fn split(name: &str, context: &Context<'_>) -> (Name, bool) {
    let family = text::before_any(name, " \u{3000}");
    if family.len() < name.len() {
        let given = text::split_at(name, family.len()).1.trim();
        return (Name::person(family, given), false);
    }
    let count = name.char_count();
    let kana = name.chars().any(|c| ('\u{3040}'..'\u{3100}').contains(&c));
    if kana || !(2..=4).contains(&count) {
        return (Name::literal(name), false);
    }
    let surnames = context.words(name, "compound-surnames");
    let long = count > 2 && surnames.into_iter().any(|surname| name.starts_with(surname));
    let at = name.char_indices().nth(if count > 3 || long { 2 } else { 1 }).map_or(0, |(at, _)| at);
    let (family, given) = text::split_at(name, at);
    (Name::person(family, given), true)
}
