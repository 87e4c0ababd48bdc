//! Names of organisations, and of journals, by their words.

use super::east_asian::is_east_asian;
use crate::languages::Context;
#[cfg(feature = "full")]
use crate::languages::Languages;
use crate::prelude::*;
use crate::text;

/// What stands between the words of a name.
const SEPARATORS: &str = " \u{a0},.;:-–/()'’\"“”«»";

/// Whether a name is an organisation's, by its words in the languages that count for it.
pub(crate) fn is_organisation(name: &str, context: &Context<'_>) -> bool {
    has_word(name, "organisation", context)
}

/// Whether a name has one of a line's words, in the languages that count for it, and other letters. A word that ends with
/// `~` may be the beginning of a longer one, as in Thai, which has no blanks between words. In Chinese, Japanese and Korean
/// the last word shows it, if the name is longer than a person's.
pub(crate) fn has_word(name: &str, key: &str, context: &Context<'_>) -> bool {
    let own = joined_words(name);
    let glued = is_east_asian(name) && name.char_count() > 3;
    let mut has = false;
    context.each_word(name, key, &mut |word| {
        has |= contains_word(&own, word) || glued && name.ends_with(word);
    });
    has
}

/// Whether a name has, beside other letters, a word that organisations have in all languages.
#[cfg(feature = "full")]
pub(crate) fn has_shared_word(name: &str) -> bool {
    let own = joined_words(name);
    let words = Languages::default().shared().map(|shared| shared.words("organisation"));
    words.is_some_and(|words| words.into_iter().any(|word| contains_word(&own, word)))
}

/// The words of a name in small letters, with `_` around each of them, as the lines of languages join words.
fn joined_words(name: &str) -> String {
    let mut out = String::from("_");
    for c in text::to_lowercase(name).chars() {
        out.push(if SEPARATORS.contains_char(c) { '_' } else { c });
    }
    out.push('_');
    out
}

/// Whether a name, with `_` around its words, contains a word of a line, and more.
fn contains_word(name: &str, word: &str) -> bool {
    let bare = word.trim_end_any("~");
    let mut rest = name;
    while let Some((_, next)) = text::split_once(rest, "_") {
        rest = next;
        let after = next.strip_prefix(bare).unwrap_or_default();
        if after.starts_with('_') || !after.is_empty() && bare.len() < word.len() {
            return name.len() > bare.len() + 2;
        }
    }
    false
}
