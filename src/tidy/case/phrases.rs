//! Names of several words.

use super::lexicon;
use super::names::{is_name, is_phrase};
use super::title::{Word, key, near};
use crate::prelude::*;
use crate::text::{self, WordList, title_case, word_list};

/// The most words of one name in the list of names.
const LONGEST_NAME: usize = 3;

/// Directions that make a name with the name after them: `South Sudan`. `Northern` and the like do in few titles.
const COMPASS: WordList<'_> = word_list! {
    "north", "south", "east", "west", "central", "southeast", "southwest", "northeast", "northwest", "latin",
};

/// Words that make a name with the name before them: `Baltic Sea`.
const HEADS: WordList<'_> = word_list! {
    "sea", "ocean", "gulf", "peninsula", "islands", "strait", "plateau", "desert", "empire", "parliament",
    "commission", "republic", "union",
};

/// Words that make a name with the name after them: `Lake Victoria`, `King Henry`.
const LEADERS: WordList<'_> = word_list![
    "lake",
    "mount",
    "cape",
    "fort",
    "port",
    "saint",
    "san",
    "king",
    "queen",
    "pope",
    "emperor",
    "prince",
    "president",
];

/// Words that make a name with those before them, where a known name follows: `Akwa Ibom State, Nigeria`.
const DISTRICTS: WordList<'_> = word_list! {
    "county", "state", "district", "province", "prefecture", "parish", "region", "regency", "municipality",
};

/// Months whose names mean something else too; before a number they are months.
const MONTHS: WordList<'_> = word_list!["march", "may"];

/// Whether the word at `at` is part of a name of several words.
pub(super) fn in_phrase(words: &[Word<'_, '_>], at: usize) -> bool {
    let (this, next) = (key(words, at), if near(words, at + 1) { key(words, at + 1) } else { "" });
    let before = if near(words, at) { key(words, at.wrapping_sub(1)) } else { "" };
    let numbered = next.starts_with_any(text::DIGITS);
    let month = numbered || words.get(at).is_some_and(|word| word.token.gap.mark == '-') && is_name(before);
    MONTHS.contains(this) && month
        || COMPASS.contains(this) && lexicon::find(next).is_some()
        || HEADS.contains(this) && lexicon::find(before).is_some()
        || LEADERS.contains(this) && lexicon::find(next).is_some()
        || in_district(words, at)
        || words.get(at).is_some_and(|word| word.named)
}

/// Whether the word at `at` is part of the name of a district: its last word, the one before, or behind a function word
/// the one before that, where no text has it in lower case: *rural Siaya County*.
fn in_district(words: &[Word<'_, '_>], at: usize) -> bool {
    let behind_function = words.get(at.wrapping_sub(1)).is_none_or(|word| word.function)
        && words.get(at).is_some_and(|word| word.seen.lower == 0);
    let mut rest =
        words.iter().skip(at).take(2 + usize::from(behind_function)).zip(words.iter().skip(at + 1));
    let ends = rest.find(|(word, next)| !next.token.gap.near || DISTRICTS.contains(&word.key));
    ends.is_some_and(|(word, next)| {
        next.token.gap.mark == ',' && is_name(&next.key) && DISTRICTS.contains(&word.key)
    })
}

/// Marks the words that make up names of several words in the list of names.
pub(super) fn mark(words: &mut [Word<'_, '_>]) {
    for from in 0..words.len() {
        let mut name = String::new();
        for length in 1..=LONGEST_NAME {
            let last = words.get(from + length - 1).filter(|word| length == 1 || word.token.gap.near);
            let Some(last) = last else { break };
            name.push_str(&last.key);
            if length > 1 && is_phrase(&name) {
                for word in words.iter_mut().skip(from).take(length) {
                    word.named = !title_case::is_function_word(&word.key);
                }
            }
            name.push(' ');
        }
    }
}

/// The most words that an abbreviation may leave out.
const LEFT_OUT: usize = 3;

/// Whether the word at `at` stands in brackets and has initials of the words before it, in their order and that of the last
/// among them: `Heart and Estrogen/Progestin Replacement Study (HERS)`.
pub(super) fn is_abbreviated(words: &[Word<'_, '_>], at: usize) -> bool {
    let Some((word, before)) = words.get(..=at).and_then(<[_]>::split_last) else { return false };
    let initial = |word: &Word<'_, '_>| word.key.chars().next();
    let mut letters = word.key.chars().rev();
    let mut wanted = letters.next();
    let short = word.token.gap.mark == '(' && letters.clone().next().is_some();
    if !short || before.last().and_then(initial) != wanted {
        return false;
    }
    for earlier in before.iter().rev().take(word.key.len() + LEFT_OUT) {
        if initial(earlier) == wanted {
            wanted = letters.next();
        }
    }
    wanted.is_none()
}
