//! How each word of a title is to be written.

use super::foreign;
use super::language::Rules;
use super::lexicon::{self, Pattern};
use super::people;
use super::phrases;
use super::places;
use super::taxa;
use super::title::{Seen, Word, key, near};
use super::why::{Choice, Why};
use super::words::{Gap, Shape, all_capitals};
use crate::prelude::*;
use crate::text::small_words::is_small_word;
use crate::text::{self, WordList, title_case, word_list};

/// The word stays.
const KEEP: Choice<'_> = (None, Why::Form);

/// Whether a title with small letters is stored as a sentence, by the words that are neither first, nor names, nor small
/// anyway. Unlike [`title_case::stored`] it uses the evidence.
pub(super) fn is_sentence(words: &[Word<'_, '_>]) -> bool {
    let (mut lower, mut capitalized, mut run) = (0, 0, 0_usize);
    for (at, word) in words.iter().enumerate() {
        let before = core::mem::take(&mut run);
        match word.token.shape() {
            _ if word.token.gap.begins || word.token.fixed || word.key.starts_with_any(text::DIGITS) => {}
            // Words with other letters than English has belong to another language.
            _ if !word.key.is_ascii() => {}
            // The species after a genus in italics is in lower case in every style.
            Shape::Lower if words.get(at.wrapping_sub(1)).is_some_and(|genus| genus.token.gap.marked) => {}
            Shape::Lower => lower += usize::from(!title_case::is_function_word(&word.key)),
            Shape::Capitalized => {
                let (pattern, why) = choose(words, at, false, Rules::English);
                // Two or three words behind "the" that nothing is known of may be one name.
                if why == Why::Nothing
                    && word.token.gap.near
                    && (before > 0 || key(words, at.wrapping_sub(1)) == "the")
                {
                    run = before + 1;
                }
                capitalized += usize::from(pattern != Some(Pattern::CAPITALIZED) && !matches!(run, 2 | 3));
            }
            Shape::Inner => {}
        }
    }
    // In a sentence at least two in five of them are in lower case.
    3 * lower >= 2 * capitalized
}

/// Keeps the case of those parts of a title that are stored as sentences.
pub(super) fn fix_sentences(words: &mut [Word<'_, '_>]) {
    let mut rest = words;
    while !rest.is_empty() {
        let parts = |word: &&Word<'_, '_>| !word.token.gap.begins && !word.token.gap.dash;
        let length = 1 + rest.iter().skip(1).take_while(parts).count();
        let Some((part, after)) = rest.split_at_mut_checked(length) else { return };
        if !is_in_capitals(part) && is_sentence(part) {
            part.iter_mut().for_each(|word| word.token.fixed = true);
        }
        rest = after;
    }
}

/// Whether a word without small letters is longer than most abbreviations.
pub(super) fn is_long_in_capitals(word: &Word<'_, '_>) -> bool {
    word.token.text.len() > 3 && all_capitals(word.token.text)
}

/// Whether a title has no small letter, and more than abbreviations.
pub(super) fn is_in_capitals(words: &[Word<'_, '_>]) -> bool {
    let long = words.iter().filter(|word| is_long_in_capitals(word)).count();
    long > 1 && !words.iter().any(|word| word.token.text.any_char(char::is_lowercase_letter))
}

/// How the word at `at` is to be written in the middle of a sentence. `capitals` is whether the title is stored in
/// capitals, which then are no evidence.
pub(super) fn choose<'e>(words: &[Word<'_, 'e>], at: usize, capitals: bool, rules: Rules) -> Choice<'e> {
    let Some(word) = words.get(at).filter(|word| !word.token.fixed) else { return KEEP };
    if word.key.starts_with_any(text::DIGITS) {
        return digits(word, capitals);
    }
    let letter = word.key.char_count() < 2;
    if goes_on(words, at, capitals) || !capitals && is_meant(word, letter) {
        return KEEP;
    }
    if letter && !word.named {
        return single(words, at, word, rules);
    }
    if let Some(choice) = judged(&word.pair, true).filter(|_| is_whole(words, at)) {
        return choice;
    }
    if phrases::in_phrase(words, at) {
        return (Some(capitalized(&word.key)), Why::Known);
    }
    let small = rules != Rules::English && is_small_word(&word.key);
    if small || title_case::is_function_word(&word.key) {
        return (Some(Pattern::LOWERCASE), Why::Function);
    }
    for seen in [&word.seen, &word.like] {
        // In German any capital in a sentence is evidence.
        if let Some(choice) = judged(seen, rules == Rules::German) {
            return choice;
        }
    }
    without_evidence(words, at, word, capitals, rules)
}

/// The choice for a word that begins with a digit.
fn digits<'e>(word: &Word<'_, 'e>, capitals: bool) -> Choice<'e> {
    let found = judged(&word.seen, true).filter(|_| capitals);
    found.unwrap_or(if is_ordinal(&word.key) { (Some(Pattern::LOWERCASE), Why::Form) } else { KEEP })
}

/// Whether the word at `at` goes on after markup without a blank, or before it, as in `Cd<sub>x</sub>Se`.
fn goes_on(words: &[Word<'_, '_>], at: usize, capitals: bool) -> bool {
    let glued =
        |at: usize| words.get(at).is_some_and(|word| !word.token.gap.blank && word.token.gap.mark == ' ');
    at > 0 && glued(at) || glued(at + 1) && !capitals
}

/// Whether the stored case cannot come from Title Case: small letters, or capitals behind the first letter.
fn is_meant(word: &Word<'_, '_>, letter: bool) -> bool {
    match word.token.shape() {
        Shape::Lower => !word.token.gap.begins,
        Shape::Inner => !letter,
        Shape::Capitalized => false,
    }
}

/// The choice for a word that no other text of the record has.
fn without_evidence<'e>(
    words: &[Word<'_, 'e>],
    at: usize,
    word: &Word<'_, 'e>,
    capitals: bool,
    rules: Rules,
) -> Choice<'e> {
    if let Some(number) = lexicon::roman(&word.key) {
        return (Some(Pattern::Capitals(number)), Why::Form);
    }
    if capitals && phrases::is_abbreviated(words, at) {
        return (Some(Pattern::ABBREVIATION), Why::Form);
    }
    if rules != Rules::English {
        let genus = (Some(Pattern::CAPITALIZED), Why::Form);
        return if taxa::is_genus(words, at) { genus } else { foreign::guessed(&word.key, rules) };
    }
    if is_pronoun(words, at) {
        return (Some(Pattern::LOWERCASE), Why::Function);
    }
    if places::is_place(words, at, capitals) {
        return (Some(Pattern::CAPITALIZED), Why::Form);
    }
    match lexicon::find(&word.key) {
        Some(pattern) => (Some(pattern), Why::Known),
        None => guessed(words, at, word),
    }
}

/// Whether the word at `at` is a name by itself, or a neighbour is written with a capital beside it too: of a name all
/// words have a capital, or none.
fn is_whole(words: &[Word<'_, '_>], at: usize) -> bool {
    let Some(Word { pair, seen, .. }) = words.get(at) else { return false };
    let (mut capital, mut small) = (false, false);
    for other in [at.wrapping_sub(1), at + 1] {
        if let Some(Word { pair, .. }) = words.get(other).filter(|_| near(words, at.max(other))) {
            capital |= pair.capitalized() + pair.inner > pair.lower;
            small |= pair.lower > 0;
        }
    }
    pair.alone + pair.inner + seen.alone > 0 || pair.lower >= pair.in_run || capital || !small
}

/// Verbs before which `us` is no country.
const GIVERS: WordList<'_> = word_list![
    "let", "lets", "tell", "tells", "teach", "teaches", "make", "makes", "give", "gives", "show", "shows",
    "help", "helps", "take", "takes",
];

/// Whether a word is the pronoun `us`: after such a verb, or last and without an article.
fn is_pronoun(words: &[Word<'_, '_>], at: usize) -> bool {
    let before = key(words, at.wrapping_sub(1));
    let last = words.get(at + 1).is_none_or(|next| next.token.gap.begins);
    key(words, at) == "us" && (GIVERS.contains(before) || last && before != "the")
}

/// The choice that occurrences of a word give; `None` where there are none. Of a `pair` capitals in a run count too.
fn judged<'e>(seen: &Seen<'e>, pair: bool) -> Option<Choice<'e>> {
    let capitalized = if pair { seen.capitalized() } else { seen.alone };
    let upper = Why::Evidence(seen.upper_source, seen.upper_form);
    let (pattern, why) = if seen.inner > 0 && seen.inner >= seen.lower.max(capitalized) {
        (Pattern::Like(seen.upper_form), upper)
    } else if capitalized > seen.lower {
        (Pattern::CAPITALIZED, if seen.lower > 0 { Why::Conflict(seen.lower_form) } else { upper })
    } else if seen.lower == 0 {
        return None;
    } else if 2 * capitalized > seen.lower {
        (Pattern::LOWERCASE, Why::Conflict(seen.upper_form))
    } else {
        (Pattern::LOWERCASE, Why::Evidence(seen.lower_source, seen.lower_form))
    };
    Some((Some(pattern), why))
}

/// The choice for a single letter: `vitamin D`, `type I` and `X-ray` keep the capital, the article and the `e-` of
/// `e-learning` do not.
fn single<'e>(words: &[Word<'_, 'e>], at: usize, word: &Word<'_, 'e>, rules: Rules) -> Choice<'e> {
    let next = words.get(at + 1).map(|next| next.token.gap);
    // `A(2)`, `A/B`, `(A. mellifera)`.
    let glued = |gap: Gap| !gap.blank && matches!(gap.mark, '(' | '/');
    if next.is_some_and(|gap| glued(gap) || gap.mark == '.' && !gap.begins) || word.token.gap.mark == '/' {
        return KEEP;
    }
    if rules != Rules::English && next.is_some_and(|gap| matches!(gap.mark, '\'' | '’')) {
        return (Some(Pattern::LOWERCASE), Why::Function);
    }
    let hyphen = next.is_some_and(|gap| gap.mark == '-');
    let before = key(words, at.wrapping_sub(1));
    let classed = word.token.gap.near && lexicon::CLASSES.contains(before);
    let evidence = if word.key == "a" || classed { &word.pair } else { &word.seen };
    for seen in [&word.pair, evidence] {
        if let Some(choice) = judged(seen, true) {
            return choice;
        }
    }
    match word.key.as_str() {
        letter if rules != Rules::English && foreign::WORDS_OF_ONE_LETTER.contains_any(letter) => {
            (Some(Pattern::LOWERCASE), Why::Function)
        }
        "a" if !classed => (Some(Pattern::LOWERCASE), Why::Function),
        "e" if hyphen => (Some(Pattern::LOWERCASE), Why::Form),
        _ => KEEP,
    }
}

/// `21st`, `4th`, `1990s`.
fn is_ordinal(key: &str) -> bool {
    word_list!["st", "nd", "rd", "th", "s"].contains(key.trim_start_any(text::DIGITS))
}

/// The pattern of a name, which may have another capital: `O’Hare`.
fn capitalized(key: &str) -> Pattern<'static> {
    if text::before_any(key, "'").len() == 1 && key.len() > 2 {
        Pattern::Like("O'H")
    } else {
        Pattern::CAPITALIZED
    }
}

/// What follows an apostrophe in words that are no names: `don’t`, `we’ll`, `o’clock`.
const CONTRACTIONS: WordList<'_> = word_list!["t", "s", "ll", "ve", "re", "d", "m", "n", "clock"];

/// The choice for a word without evidence, by its letters.
fn guessed<'e>(words: &[Word<'_, 'e>], at: usize, word: &Word<'_, 'e>) -> Choice<'e> {
    let key = word.key.as_str();
    // The letters of a formula or a model may be anything.
    if key.contains_any(text::DIGITS) {
        return KEEP;
    }
    // `Jr.`, `Dr.`, but `spp.` and `GC-MS`.
    let stop = words.get(at + 1).map(|next| next.token.gap.mark == '.');
    if stop != Some(false) && word_list!["jr", "sr", "sp", "spp", "cf"].contains(key)
        || stop == Some(true) && people::TITLES.contains(key)
    {
        let small = key.len() < 4 && key.contains_any("pf");
        return (Some(if small { Pattern::LOWERCASE } else { Pattern::CAPITALIZED }), Why::Form);
    }
    // No English word does without a vowel.
    if key.len() < 6 && key.is_ascii() && !key.contains_any("aeiouy'") {
        return (Some(Pattern::ABBREVIATION), Why::Form);
    }
    // In English, letters with marks occur in names, and so do apostrophes but for those of contractions.
    let marked = !key.is_ascii() && key.all_chars(char::is_letter_or_number);
    let before = text::before_any(key, "'").len();
    let ending = text::split_at(key, before + 1).1;
    if marked || before < key.len() && !CONTRACTIONS.contains(ending) {
        return (Some(capitalized(key)), Why::Form);
    }
    if taxa::is_taxon(words, at, word) {
        return (Some(Pattern::CAPITALIZED), Why::Form);
    }
    (Some(Pattern::LOWERCASE), Why::Nothing)
}
