//! Places that are in no list, by the words around them: `the Huaihe River`, `in Salta, Argentina`, `Gulf of Oman`.

use super::lexicon::ends_with;
use super::names::is_name;
use super::people::may_be_name;
use super::title::{Word, key, near};
use crate::text::{WordList, word_list};

/// What has a name of its own in nearly every title that speaks of one with `the`.
const LANDSCAPES: WordList<'_> = word_list! {
    "river", "valley", "basin", "bay", "island", "islands", "delta", "plain", "desert", "peninsula", "plateau", "sea",
    "mountains",
};

/// What has a name where `of` and a known name follow.
const REALMS: WordList<'_> =
    word_list!["university", "gulf", "bay", "republic", "kingdom", "sultanate", "strait", "bank", "church"];

/// Words, and endings of words, that stand beside names of places and are none.
const COMMON: WordList<'_> = word_list! {
    "region", "area", "site", "city", "town", "coast", "upper", "lower", "urban", "river", "island", "al", "ic", "ern", "ar", "s",
};

/// Whether the word at `at`, which no text of the record has, belongs to the name of a place. `capitals` is whether the
/// title is stored in capitals.
pub(super) fn is_place(words: &[Word<'_, '_>], at: usize, capitals: bool) -> bool {
    let (this, next) = (key(words, at), at + 1);
    let before = at.wrapping_sub(1);
    let is_head = |at: usize| near(words, at) && LANDSCAPES.contains(key(words, at));
    if is_head(at) && is_place(words, before, capitals)
        || REALMS.contains(this) && key(words, next) == "of" && is_name(key(words, at + 2))
    {
        return true;
    }
    let landscape = is_head(next) && key(words, before) == "the";
    let country = |next: &Word<'_, '_>| matches!(next.token.gap.mark, ',' | '(') && is_name(&next.key);
    let in_country = || {
        let after_function = words.get(before).is_some_and(|word| word.function);
        after_function && words.get(next).is_some_and(country)
    };
    (landscape || in_country()) && may_be_name(words, at, capitals) && !ends_with(this, COMMON)
}
