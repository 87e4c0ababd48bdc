//! The words of a title, and how each is to be written.

use super::evidence::{Seen, Source};
use super::lexicon;
use super::words::{Shape, Token, all_capitals, stem, tokens};
use crate::prelude::*;
use crate::text::{self, WordList, word_list};

/// A word of the title with what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Word<'t, 'e> {
    pub(super) token: Token<'t>,
    /// In small letters, without a genitive's ending.
    pub(super) key: String,
    /// Whether it is a function word of two letters or more.
    pub(super) function: bool,
    /// Whether it belongs to a known name of several words.
    pub(super) named: bool,
    /// Occurrences of the same word.
    pub(super) seen: Seen<'e>,
    /// Occurrences of its singular or plural.
    pub(super) like: Seen<'e>,
    /// Occurrences beside the same neighbour as in the title.
    pub(super) pair: Seen<'e>,
}

/// How a word is to be written: with the capitals of a pattern, letter by letter, small where the pattern ends. `None`
/// where it stays as it is stored.
pub(super) type Pattern<'e> = Option<&'e str>;

/// The pattern of a word in small letters.
pub(super) const LOW: &str = "";

/// The pattern of a name.
pub(super) const CAPITAL: &str = "X";

/// A pattern, and what it relies on.
type Choice<'e> = (Pattern<'e>, Why<'e>);

/// The word stays.
const KEEP: Choice<'_> = (None, Why::Form);

/// What a choice relies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why<'e> {
    /// A text of the record, and how it has the word.
    Evidence(Source, &'e str),
    /// It is an article, a preposition, a conjunction or the like.
    Function,
    /// It is a name that is known.
    Known,
    /// Its letters.
    Form,
    /// The texts contradict each other.
    Conflict(&'e str),
    /// Nothing.
    Nothing,
}

impl<'t, 'e> Word<'t, 'e> {
    pub(super) fn stem(&self) -> &str {
        stem(&self.key)
    }
}

/// The word at `at` in small letters; empty where there is none.
pub(super) fn key<'w>(words: &'w [Word<'_, '_>], at: usize) -> &'w str {
    words.get(at).map_or("", |word| &word.key)
}

/// Whether the word at `at` may be one name with the word before it.
pub(super) fn near(words: &[Word<'_, '_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.token.gap.near)
}

/// The words of a title, nothing yet known of them.
pub(super) fn words<'t, 'e>(title: &'t str) -> Vec<Word<'t, 'e>> {
    let mut words = Vec::new();
    for token in tokens(title) {
        let nothing = Seen::default();
        let key = text::to_lowercase(token.base());
        words.push(Word {
            token,
            function: key.len() > 1 && lexicon::is_function_word(&key),
            key,
            named: false,
            seen: nothing,
            like: nothing,
            pair: nothing,
        });
    }
    words
}

/// How a title is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    /// In capitals.
    Capitals,
    /// The principal words capitalised.
    Title,
    /// As a sentence, or in a script without capitals.
    Sentence,
}

/// Of a hundred words that could be small, so many are in a title that is stored as a sentence.
const SMALL_IN_A_SENTENCE: usize = 40;

/// Judges how a title is stored, by the words that are neither first, nor names, nor small anyway.
pub(super) fn stored(words: &[Word<'_, '_>]) -> Stored {
    let long = words.iter().filter(|word| word.token.text.len() > 3 && all_capitals(word.token.text)).count();
    if long > 1 && !has_small_letters(words) {
        return Stored::Capitals;
    }
    let (mut small, mut capital) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        // The species after a genus in italics is small anyway.
        let species = words.get(at.wrapping_sub(1)).is_some_and(|genus| genus.token.gap.marked);
        // Words with letters that English has not are another language’s.
        let worded = !species
            && word.token.text.is_ascii()
            && word.token.text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        match word.token.shape() {
            _ if word.token.gap.begins || word.token.fixed => {}
            Shape::Low => small += usize::from(worded && !lexicon::is_function_word(&word.key)),
            Shape::Capital if choose(words, at, false).0 != Some(CAPITAL) => capital += 1,
            _ => {}
        }
    }
    if capital > 0 && 100 * small < SMALL_IN_A_SENTENCE * (small + capital) {
        Stored::Title
    } else {
        Stored::Sentence
    }
}

/// Keeps the case of those parts of a title that are stored as sentences.
pub(super) fn fix_sentences(words: &mut [Word<'_, '_>]) {
    let mut rest = words;
    while !rest.is_empty() {
        let parts = |word: &&Word<'_, '_>| !word.token.gap.begins && !word.token.gap.dash;
        let length = 1 + rest.iter().skip(1).take_while(parts).count();
        let Some((part, after)) = rest.split_at_mut_checked(length) else { return };
        if stored(part) == Stored::Sentence {
            part.iter_mut().for_each(|word| word.token.fixed = true);
        }
        rest = after;
    }
}

/// Whether a word has a small letter.
pub(super) fn has_small_letters(words: &[Word<'_, '_>]) -> bool {
    words.iter().any(|word| word.token.text.contains(char::is_lowercase_letter))
}

/// How the word at `at` is to be written, wherever in a sentence it stands.
pub(super) fn choose<'e>(words: &[Word<'_, 'e>], at: usize, capitals: bool) -> Choice<'e> {
    let Some(word) = words.get(at).filter(|word| !word.token.fixed) else { return KEEP };
    let shape = word.token.shape();
    if word.key.starts_with_any(text::DIGITS) {
        return if is_ordinal(&word.key) { (Some(LOW), Why::Form) } else { KEEP };
    }
    let letter = word.key.char_count() < 2;
    let small = shape == Shape::Low && !word.token.gap.begins;
    if !capitals && (small || shape == Shape::Inner && !letter) {
        return KEEP;
    }
    if letter {
        return single(words, at, word);
    }
    if let Some(choice) = judged(&word.pair, true) {
        return choice;
    }
    if lexicon::in_phrase(words, at) {
        return (Some(CAPITAL), Why::Known);
    }
    if lexicon::is_function_word(&word.key) {
        return (Some(LOW), Why::Function);
    }
    for seen in [&word.seen, &word.like] {
        if let Some(choice) = judged(seen, false) {
            return choice;
        }
    }
    if is_pronoun(words, at) {
        return (Some(LOW), Why::Function);
    }
    match lexicon::find(&word.key) {
        Some(pattern) => (Some(pattern), Why::Known),
        None => guessed(words, at, word),
    }
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

/// What occurrences say; `None` where they say nothing.
fn judged<'e>(seen: &Seen<'e>, pair: bool) -> Option<Choice<'e>> {
    let capital = if pair { seen.capital() } else { seen.alone };
    let written = Why::Evidence(seen.source, seen.written);
    let choice = if seen.inner > 0 && seen.inner >= seen.low.max(capital) {
        (seen.written, written)
    } else if capital > seen.low {
        (CAPITAL, if seen.low > 0 { Why::Conflict(seen.small) } else { written })
    } else if seen.low == 0 {
        return None;
    } else if 2 * capital > seen.low {
        (LOW, Why::Conflict(seen.written))
    } else {
        (LOW, Why::Evidence(seen.small_source, seen.small))
    };
    Some((Some(choice.0), choice.1))
}

/// A letter alone: `vitamin D`, `type I` and `X-ray` keep theirs, the article and the `e-` of `e-learning` do not.
fn single<'e>(words: &[Word<'_, 'e>], at: usize, word: &Word<'_, 'e>) -> Choice<'e> {
    let hyphen = words.get(at + 1).is_some_and(|next| next.token.gap.mark == '-');
    let before = key(words, at.wrapping_sub(1));
    let classed = word.token.gap.near && lexicon::CLASSES.contains(before);
    let evidence = if word.key == "a" || classed { &word.pair } else { &word.seen };
    for seen in [&word.pair, evidence] {
        if let Some(choice) = judged(seen, true) {
            return choice;
        }
    }
    match word.key.as_str() {
        "a" if !classed => (Some(LOW), Why::Function),
        "e" if hyphen => (Some(LOW), Why::Form),
        _ => KEEP,
    }
}

/// `21st`, `4th`, `1990s`.
fn is_ordinal(key: &str) -> bool {
    word_list!["st", "nd", "rd", "th", "s"].contains(key.trim_start_any(text::DIGITS))
}

/// What the letters of a word say.
fn guessed<'e>(words: &[Word<'_, 'e>], at: usize, word: &Word<'_, 'e>) -> Choice<'e> {
    let key = word.key.as_str();
    // Nothing tells how a formula or a model is written.
    if key.contains_any(text::DIGITS) {
        return KEEP;
    }
    // No English word does without a vowel.
    if key.len() < 6 && key.is_ascii() && !key.contains_any("aeiouy'") {
        return (Some(lexicon::ABBREVIATED), Why::Form);
    }
    // Letters with marks stand in names, as far as English goes.
    if !key.is_ascii() && key.chars().all(char::is_letter_or_number) {
        return (Some(CAPITAL), Why::Form);
    }
    // The genus before a species in italics.
    let species = words.get(at + 1).is_some_and(|next| next.token.shape() == Shape::Low);
    if word.token.gap.marked && species && near(words, at + 1) {
        return (Some(CAPITAL), Why::Form);
    }
    (Some(LOW), Why::Nothing)
}
