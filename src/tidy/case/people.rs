//! Names of persons in titles: all their words have a capital, or none.
//!
//! What shows that a word belongs to such a name is its neighbour: an initial or a known given name.

use super::lexicon;
use super::names::is_given_name;
use super::taxa;
use super::title::{Word, key, near};
use super::words::Shape;
use crate::prelude::*;
use crate::text::small_words::is_small_word;
use crate::text::{WordList, concat, title_case, word_list};

/// Words after a given name that are no surname: what was named after a person, or deals with one.
const HEADS: WordList<'_> = word_list! {
    "law", "effect", "task", "test", "method", "model", "theory", "algorithm", "equation", "syndrome", "disease", "trap",
    "number", "process", "scale", "index", "reader", "lecture", "prize", "letter", "cycle", "language", "problem",
};

/// Initials that are no person's.
const COUNTRIES: WordList<'_> = word_list!["us", "uk", "un", "eu", "dc", "bc"];

/// Words before a name, with a full stop.
pub(super) const TITLES: WordList<'_> = word_list!["st", "dr", "mr", "mrs", "ms", "prof"];

/// Articles and particles that begin names in English titles, where they have a capital: `La Paz`, `Van Gogh`.
const ARTICLES: WordList<'_> = word_list!["la", "el", "los", "las", "le", "du", "van", "von", "al"];

/// Marks the words that belong to names.
pub(super) fn mark(words: &mut [Word<'_, '_>], capitals: bool) {
    for at in 0..words.len() {
        let (this, next) = (key(words, at), at + 1);
        if is_initial(words, at) {
            mark_around_initial(words, at, capitals);
        } else if TITLES.contains(this) && has_stop(words, at) && may_be_name(words, next, capitals) {
            set(words, at);
            mark_surname(words, next, capitals);
        } else if is_given_name(this) && near(words, next) {
            mark_full_name(words, at, capitals);
        } else if !capitals && ARTICLES.contains(this) && near(words, next) && is_article(words, at) {
            mark_surname(words, at, capitals);
        }
    }
}

/// Whether the article at `at` has a capital, though it does not begin the title.
fn is_article(words: &[Word<'_, '_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.token.shape() == Shape::Capitalized && !word.token.gap.begins)
}

/// Marks the names after the given name at `at`: `Tom Bisset`, `Mary Wollstonecraft Shelley`, but only one in
/// `A Kurt Lewen Reader`.
fn mark_full_name(words: &mut [Word<'_, '_>], at: usize, capitals: bool) {
    let next = at + 1;
    let last = next + 1;
    let attribute = word_list!["a", "an", "the"].contains(key(words, at.wrapping_sub(1)));
    let ends = words.get(last + 1).is_none_or(|word| word.token.gap.begins || word.function);
    if mark_surname(words, next, capitals) && ends && !attribute && near(words, last) {
        let plural = key(words, last).ends_with('s');
        if !plural {
            mark_one(words, last, capitals);
        }
    }
}

/// Marks a surname, with a particle before it, which keeps a capital that it has.
fn mark_surname(words: &mut [Word<'_, '_>], at: usize, capitals: bool) -> bool {
    if !is_small_word(key(words, at)) || !near(words, at + 1) {
        return mark_one(words, at, capitals);
    }
    let marked = mark_one(words, at + 1, capitals);
    if marked && !capitals {
        set(words, at);
    }
    marked
}

fn set(words: &mut [Word<'_, '_>], at: usize) {
    if let Some(word) = words.get_mut(at) {
        word.named = true;
    }
}

/// Marks the names around the initial at `at`: `John M. Riddell`, `T. S. Eliot`.
fn mark_around_initial(words: &mut [Word<'_, '_>], at: usize, capitals: bool) {
    let (before, next) = (at.wrapping_sub(1), at + 1);
    // A single initial stands between given name and surname; before several, anything may stand.
    let several = is_initial(words, before) || is_initial(words, next);
    let given = near(words, at) && !several && may_be_name(words, before, capitals);
    let surname = key(words, next);
    // `E. coli`.
    let species = !several && !given && taxa::may_be_species(surname);
    let country = COUNTRIES.contains(&concat(&[key(words, before), key(words, at)]));
    if !species && !country && (is_initial(words, next) || mark_surname(words, next, capitals)) {
        set(words, at);
        if given {
            set(words, before);
        }
    }
}

/// Marks a word as part of a name where it may be one.
fn mark_one(words: &mut [Word<'_, '_>], at: usize, capitals: bool) -> bool {
    let may = may_be_name(words, at, capitals);
    if may {
        set(words, at);
    }
    may
}

/// Whether the word at `at` is a capital with a full stop after it, and no name of a class, as in `Hepatitis C. A study`.
fn is_initial(words: &[Word<'_, '_>], at: usize) -> bool {
    let class = near(words, at) && lexicon::CLASSES.contains(key(words, at.wrapping_sub(1)));
    let Some(word) = words.get(at).filter(|_| !class) else { return false };
    word.key.char_count() == 1 && word.token.shape() == Shape::Inner && has_stop(words, at)
}

/// Whether a full stop follows the word at `at`, and another word in the same sentence.
fn has_stop(words: &[Word<'_, '_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.token.gap.mark == '.' && !next.token.gap.begins)
}

/// Whether a word is capitalised, or all are, and nothing shows that it is a common one.
pub(super) fn may_be_name(words: &[Word<'_, '_>], at: usize, capitals: bool) -> bool {
    words.get(at).is_some_and(|word| {
        let key = word.key.as_str();
        (capitals || word.token.shape() == Shape::Capitalized)
            && key.len() > 1
            && word.seen.lower + word.like.lower == 0
            && !title_case::is_function_word(key)
            && !is_small_word(key)
            && !lexicon::is_common(key)
            && !HEADS.contains(word.stem())
            && lexicon::roman(key).is_none()
    })
}
