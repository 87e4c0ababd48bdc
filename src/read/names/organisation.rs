//! Names of organisations, and of journals, by their words.

use super::east_asian::is_east_asian;
use crate::languages::Context;
use crate::prelude::*;
use crate::text;

/// Whether a name is an organisation's, by its words in the languages that count for it.
pub(crate) fn is_organisation(name: &str, context: &Context<'_>) -> bool {
    has_word(name, "organisation", context)
}

/// Whether a name of several words has one of a line of the languages that count for it; one that ends with `~` may be the
/// beginning of a longer one, as in Thai, which has no blanks between words. In Chinese, Japanese and Korean the last word
/// shows it, if the name is longer than a person's.
pub(crate) fn has_word(name: &str, key: &str, context: &Context<'_>) -> bool {
    let own = text::padded_words(name);
    let glued = is_east_asian(name) && name.char_count() > 3;
    for word in context.words(name, key) {
        let padded = text::padded_words(word);
        let part = if word.ends_with('~') { padded.trim_end() } else { &padded };
        if padded.len() < own.len() && text::contains(&own, part) || glued && name.ends_with(word) {
            return true;
        }
    }
    false
}
