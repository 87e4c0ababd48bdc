//! Names of persons in titles: all their words have a capital, or none.
//!
//! What shows that a word belongs to such a name is its neighbour: an initial or a known given name.

use super::lexicon;
use super::names::is_given_name;
use super::title::{Word, key, near};
use super::choice::roman;
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

/// Endings of the species after a genus that is shortened to its initial: *E. coli*.
const SPECIES: WordList<'_> = word_list!["i", "us", "is", "ae", "um", "ens", "ans", "a"];

/// Marks the words that belong to names of persons.
pub(super) fn mark(words: &mut [Word<'_, '_>], capitals: bool) {
    for at in 0..words.len() {
        let next = at + 1;
        if is_initial(words, at) {
            mark_around_initial(words, at, capitals);
        } else if is_given_name(key(words, at)) && near(words, next) {
            let particle = is_small_word(key(words, next)) && near(words, next + 1);
            mark_one(words, if particle { next + 1 } else { next }, capitals);
        }
    }
}

/// Marks the names around the initial at `at`: `John M. Riddell`, `T. S. Eliot`.
fn mark_around_initial(words: &mut [Word<'_, '_>], at: usize, capitals: bool) {
    let (before, next) = (at.wrapping_sub(1), at + 1);
    // A single initial stands between given name and surname; before several, anything may stand.
    let several = is_initial(words, before) || is_initial(words, next);
    let given = near(words, at) && !several && may_be_name(words, before, capitals);
    let surname = key(words, next);
    let species = !several && !given && SPECIES.iter().any(|ending| surname.ends_with(ending));
    let country = COUNTRIES.contains(&concat(&[key(words, before), key(words, at)]));
    if !species && !country && (is_initial(words, next) || mark_one(words, next, capitals)) {
        if given {
            mark_one(words, before, capitals);
        }
        if let Some(word) = words.get_mut(at) {
            word.named = true;
        }
    }
}

/// Marks a word as part of a name where it may be one.
fn mark_one(words: &mut [Word<'_, '_>], at: usize, capitals: bool) -> bool {
    let may = may_be_name(words, at, capitals);
    if let Some(word) = words.get_mut(at).filter(|_| may) {
        word.named = true;
    }
    may
}

/// Whether the word at `at` is a capital with a full stop after it, and no name of a class, as in `Hepatitis C. A study`.
fn is_initial(words: &[Word<'_, '_>], at: usize) -> bool {
    let class = near(words, at) && lexicon::CLASSES.contains(key(words, at.wrapping_sub(1)));
    let Some(word) = words.get(at).filter(|_| !class) else { return false };
    let stop = words.get(at + 1).is_some_and(|next| next.token.gap.mark == '.');
    word.key.char_count() == 1 && word.token.shape() == Shape::Inner && stop
}

/// Whether a word is capitalised, or all are, and nothing shows that it is a common one.
fn may_be_name(words: &[Word<'_, '_>], at: usize, capitals: bool) -> bool {
    words.get(at).is_some_and(|word| {
        let key = word.key.as_str();
        (capitals || word.token.shape() == Shape::Capitalized)
            && key.len() > 1
            && word.seen.lower + word.like.lower == 0
            && !title_case::is_function_word(key)
            && !is_small_word(key)
            && !lexicon::is_common(key)
            && !HEADS.contains(word.stem())
            && roman(key).is_none()
    })
}
