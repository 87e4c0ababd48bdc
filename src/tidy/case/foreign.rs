//! How words without evidence are to be written in titles in capitals or in Title Case, in other languages than English.
//!
//! Small letters are right but for names and abbreviations, which the lists and the letters show. In German, nouns have a
//! capital too; where nothing shows whether a word is one, the title stays.

use super::language::Rules;
use super::lexicon::{LONGEST_ABBREVIATION, Pattern};
use super::names::is_name;
use super::title::Word;
use super::why::{Choice, Why};
use super::words::{Shape, Token};
use crate::extent::FULL;
use crate::languages::Language;
use crate::prelude::*;
use crate::text::small_words::{GERMAN, TURKISH};
use crate::text::{self, WordList, word_list};

/// Words of one letter: *y*, *à*, *w*, *в*.
pub(super) const WORDS_OF_ONE_LETTER: &str = "aeiouyàáèéóởvwzkswавиксоуяійз";

/// The shortest abbreviation from the list that is no word of another language.
const SHORTEST_ABBREVIATION: usize = 3;

/// The shortest name from the list that is hardly a word of another language.
const SHORTEST_NAME: usize = 5;

/// Names whose letters are a common word somewhere, as of coast, mines, month, fish or novel.
const AMBIGUOUS: WordList<'_> = word_list! {
    "costa", "monte", "leone", "latin", "latina", "latino", "roman", "april", "china", "india", "moderna", "minas", "gerais",
    "janeiro", "buenos", "poisson", "cantor", "franco", "catalan",
};

/// The choice for a word without evidence, given in lower case.
pub(super) fn guessed<'e>(lower: &str, rules: Rules) -> Choice<'e> {
    // In Turkish, names have an apostrophe before their case ending.
    let stem = if rules == Rules::Turkish { text::before_any(lower, "'") } else { lower };
    let length = stem.char_count();
    if (SHORTEST_ABBREVIATION..=LONGEST_ABBREVIATION).contains(&length) && is_name(&text::to_uppercase(stem))
        || is_unpronounceable(stem)
    {
        return (Some(Pattern::Capitals(length)), Why::Known);
    }
    let name = length >= SHORTEST_NAME && is_name(stem) && !AMBIGUOUS.contains(stem);
    if name || stem.len() < lower.len() {
        return (Some(Pattern::CAPITALIZED), Why::Known);
    }
    (if rules == Rules::German { None } else { Some(Pattern::LOWERCASE) }, Why::Nothing)
}

/// Whether a title in Title Case may be repaired by its small words alone: in German, whose nouns have capitals, and in
/// Turkish, where other words have them too. In other languages most of it would stay wrong. In pages such titles stay.
pub(super) fn is_in_title_case(words: &[Word<'_, '_>], rules: Option<Rules>) -> bool {
    let small = |word: &Word<'_, '_>| {
        word.token.text.any_char(char::is_lowercase_letter) && word.token.shape() == Shape::Lower
    };
    FULL && matches!(rules, Some(Rules::German | Rules::Turkish)) && !words.iter().any(small)
}

/// The choice for a word of such a title. Of other words than the small ones nothing is known.
pub(super) fn small_word<'e>(word: &Word<'_, '_>, rules: Rules) -> Choice<'e> {
    let Word { token: Token { gap, fixed, .. }, key, named, .. } = word;
    let begins = gap.begins || gap.dash || "\"„«‚'([".contains_char(gap.mark);
    let own =
        if rules == Rules::Turkish { TURKISH.contains(key) } else { key == "des" || GERMAN.contains(key) };
    let small = own && !begins && !named && !fixed;
    (small.then_some(Pattern::LOWERCASE), if small { Why::Function } else { Why::Form })
}

/// The shortest word that is judged by its ending, unlike German *Dung* and *Fisch*.
const SHORTEST_DERIVED: usize = 7;

/// The choice for a word of a title in capitals by what is known of its language, where the `choice` without that says
/// nothing, or takes the word for an abbreviation by the list of names; evidence comes first. Pages do without.
pub(super) fn by_language<'e>(lower: &str, choice: Choice<'e>, language: Language<'_>) -> Choice<'e> {
    let has = |key| text::list_contains(language.line(key), lower);
    match choice {
        (Some(Pattern::Capitals(2..)), Why::Known) if has("no-abbreviations") => {
            (Some(Pattern::LOWERCASE), Why::Known)
        }
        (Some(Pattern::LOWERCASE), Why::Nothing) if has("places") => (Some(Pattern::CAPITALIZED), Why::Known),
        (Some(Pattern::LOWERCASE), Why::Nothing)
            if is_consonants(lower, language) && !has("no-abbreviations") =>
        {
            (Some(Pattern::ABBREVIATION), Why::Form)
        }
        (None, Why::Nothing) => by_ending(lower, language),
        _ => choice,
    }
}

/// Whether a word has no vowel, in a language where `l` and `r` are none: *DPRD*.
fn is_consonants(lower: &str, language: Language<'_>) -> bool {
    let consonants = (SHORTEST_ABBREVIATION..=LONGEST_ABBREVIATION).contains(&lower.len())
        && lower.all_chars(|c| "bcdfghjklmnpqrstvwxz".contains_char(c));
    consonants && language.line("syllabic").is_empty()
}

/// The choice for a word of a language whose nouns have a capital, by its ending.
fn by_ending<'e>(lower: &str, language: Language<'_>) -> Choice<'e> {
    let ends = |key| language.words(key).into_iter().any(|ending| lower.ends_with(ending));
    let pattern = match lower.char_count() >= SHORTEST_DERIVED {
        true if ends("noun-endings") => Some(Pattern::CAPITALIZED),
        true if ends("small-endings") => Some(Pattern::LOWERCASE),
        _ => None,
    };
    (pattern, if pattern.is_some() { Why::Form } else { Why::Nothing })
}

/// Whether no letter could be a syllable, as `r` and `l` are in Slavic languages.
fn is_unpronounceable(lower: &str) -> bool {
    lower.all_chars(|c| "bcdfghjkmnpqstvwxzбвгджзкмнпстфхцчшщ".contains_char(c))
        || ["рф", "vr"].contains(&lower)
}
