//! Names in Chinese, Japanese or Korean script, in which the family name comes first.

use crate::languages::Context;
use crate::prelude::*;
use crate::text;

/// Whether a name begins in one of these scripts.
pub(crate) fn is_east_asian(name: &str) -> bool {
    name.begins_with(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'))
}

/// The family name and the given name. Without a space a Chinese or Korean name of two or three characters has a family
/// name of one, unless it begins with a known one of two; a longer name has one of two: that is a guess. Kana show that a
/// name is Japanese, and then only a space can show where it is split.
pub(super) fn split<'a>(name: &'a str, context: &Context<'_>) -> Option<[&'a str; 2]> {
    let family = text::before_any(name, " \u{3000}");
    if family.len() < name.len() {
        return Some([family, text::split_at(name, family.len()).1.trim()]);
    }
    let count = name.char_count();
    let kana = name.any_char(|c| ('\u{3040}'..'\u{3100}').contains(&c));
    if kana || !(2..=4).contains(&count) {
        return None;
    }
    let rest = text::after_first(name);
    let longer = text::after_first(rest);
    let two = text::split_at(name, name.len() - longer.len()).0;
    let given = if count > 2 && context.has_beside(name, "compound-surnames", two) || count > 3 {
        longer
    } else {
        rest
    };
    Some([text::split_at(name, name.len() - given.len()).0, given])
}
