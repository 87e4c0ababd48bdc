//! Names of organisations.

use super::east_asian::is_east_asian;
use crate::item::people;
use crate::languages::Context;
use crate::prelude::*;
use crate::text;

/// Whether a name is an organisation's, by its words in the languages that count for it. Where there are no blanks between
/// words, the last one shows it, if the name is longer than a person's.
pub(super) fn is_organisation(name: &str, context: &Context<'_>) -> bool {
    let glued = is_east_asian(name) && name.char_count() > 3;
    let lower = text::to_lowercase(name);
    let own = text::split_any(&lower, " ,");
    for word in context.words(name, "organisation") {
        if glued && name.ends_with(word) || own.len() > 1 && own.contains(&word) {
            return true;
        }
    }
    people::is_organisation(name)
}
