//! Whether a title is English.

use super::title::Word;
use super::words::tokens;
use crate::prelude::*;
use crate::text::{self, WordList, title_case, word_list};

/// Articles, prepositions and conjunctions of other languages written with Latin letters, but for those that are
/// English words too.
const OTHERS: WordList<'_> = word_list![
    "de", "la", "el", "los", "las", "del", "y", "et", "des", "les", "une", "der", "und", "von", "zur", "zum",
    "das", "dem", "il", "della", "che", "e", "da", "dos", "em", "na", "para", "com", "um", "uma", "och",
    "av", "för", "til", "af", "på", "og", "het", "een", "van", "voor", "yang", "untuk", "dalam", "pada", "w",
    "z", "ve", "di", "le", "du", "en", "au", "aux", "sur", "par", "ou", "con", "por", "su", "al", "dei",
    "delle", "nel", "im", "mit", "auf", "für", "ein", "eine", "o", "os", "ao", "pour", "dans", "un", "una",
    "per", "was",
];

/// So many bytes of an abstract are enough to identify its language, if they end with a character.
const ENOUGH: usize = 3000;

/// Whether a word is frequent in English, and rarely a word of another language.
fn is_english_only(word: &str) -> bool {
    word_list!["of", "on", "to", "by", "at"].contains(word)
        || word.len() > 2 && title_case::is_function_word(word) && !OTHERS.contains(word)
}

/// Whether a title is English, by the language of its record, its own words and its abstract.
pub(super) fn is_english(title: &[Word<'_, '_>], language: &str, summary: &str) -> bool {
    let (mut english, mut others) = (0, 0);
    let mut count = |word: &str| {
        english += usize::from(is_english_only(word));
        others += usize::from(OTHERS.contains(word));
        others > 1 && others > english
    };
    let mut foreign = false;
    for word in title {
        foreign = count(&word.key);
    }
    if foreign {
        return false;
    }
    if !language.is_empty() {
        let end = language.find_any("-_").unwrap_or(language.len());
        return text::split_at(language, end).0.eq_ignore_ascii_case("en");
    }
    for token in tokens(summary.get(..ENOUGH).unwrap_or(summary)) {
        count(token.text);
    }
    english > others
}
