//! Where a name in natural order is split that the page prints nowhere else, by rules.

use crate::item::people;
use crate::prelude::*;
use crate::text::{self, WordList, concat, word_list};

/// A word of a name and where it starts, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    start: usize,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a name.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split_whitespace() {
        let start = at + text::find(text::split_at(text, at).1, word).unwrap_or(0);
        at = start + word.len();
        words.push(Word { text: word, start });
    }
    words
}

/// The text before the word at `at` and the text from there on. Of the white space between them one character is left
/// out; a repair reports any other.
pub(super) fn around<'a>(person: &'a str, all: &[Word<'_>], at: usize) -> (&'a str, &'a str) {
    let (before, after) = text::split_at(person, all.get(at).map_or(person.len(), |word| word.start));
    let mut before = before.chars();
    before.next_back();
    (before.as_str(), after)
}

/// Where a name is split.
#[derive(Default)]
pub(super) struct SplitPoint {
    /// The number of the word with which the second part begins.
    pub(super) at: usize,
    /// Whether the first part is the family name.
    pub(super) family_first: bool,
    /// Whether another split is as likely.
    pub(super) guessed: bool,
}

impl SplitPoint {
    /// The most likely split of a name of two words or more.
    pub(super) fn by_rules(person: &str, all: &[Word<'_>]) -> SplitPoint {
        if let Some(point) = by_capitals(all) {
            return point;
        }
        let last = all.len() - 1;
        let word = |at: usize| all.get(at).map_or("", |word| word.text);
        if is_bare_initials(word(last)) && all.iter().take(last).all(|word| is_spelled_out(word.text)) {
            // "Akram QS", as indexes write names.
            return SplitPoint { at: last, family_first: true, guessed: last > 1 };
        }
        if last > 1 && is_vietnamese(person) && VIETNAMESE.contains(word(0)) {
            return SplitPoint { at: 1, family_first: true, guessed: true };
        }
        let at = family_start(all);
        SplitPoint { at, family_first: false, guessed: is_guess(all, at) }
    }
}

/// The split by a family name in capitals: the only words in capitals begin the name or end it.
fn by_capitals(all: &[Word<'_>]) -> Option<SplitPoint> {
    let (mut first, mut end, mut count) = (all.len(), 0, 0);
    for (at, word) in all.iter().enumerate() {
        if is_capitals(word.text) {
            first = first.min(at);
            end = at + 1;
            count += 1;
        }
    }
    let (begins, ends) = (first == 0, end == all.len());
    if end - first.min(end) != count || begins == ends {
        return None;
    }
    Some(SplitPoint { at: if begins { end } else { first }, family_first: begins, guessed: false })
}

/// Whether a word is three letters or more, all capitals; shorter ones may be initials.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_letter()).count() > 2
        && !word.contains_char('.')
        && word.chars().all(|c| !c.is_lowercase_letter())
        && word.chars().any(char::is_uppercase_letter)
}

/// Whether a word is initials without dots, as indexes put them after the family name: one to three capitals.
pub(super) fn is_bare_initials(word: &str) -> bool {
    (1..4).contains(&word.char_count())
        && word.chars().all(char::is_uppercase_letter)
        && !people::is_suffix(word)
}

/// Whether a word is one initial, or has a dot as initials have.
pub(super) fn is_initials(word: &str) -> bool {
    word.contains_char('.') || word.char_count() == 1
}

/// Whether a word is a name in full: it has lower-case letters, and no dot at its end as an initial has.
fn is_spelled_out(word: &str) -> bool {
    word.chars().any(char::is_lowercase_letter) && !word.ends_with('.')
}

/// Vietnamese family names, which come first. Nine in ten Vietnamese have one of these.
#[rustfmt::skip]
const VIETNAMESE: WordList<'_> = word_list![
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý",
];

/// Whether a name has letters that only Vietnamese has.
fn is_vietnamese(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư'))
}

/// The number of the word with which the family name begins as a rule: the last word, with the particles before it
/// ("van der Berg"), with words that make one name with it ("bin Abdullah", "Le Scao"), and with a second name joined to
/// it ("Silva e Souza").
fn family_start(all: &[Word<'_>]) -> usize {
    let word = |at: usize| all.get(at).map_or("", |word| word.text);
    let mut at = all.len() - 1;
    if at > 2 && people::is_connective(word(at - 1)) {
        at -= 2;
    }
    while at > 1 && (begins_lowercase(word(at - 1)) || people::is_joined(word(at - 1))) {
        at -= 1;
    }
    at
}

/// Whether a word begins with a lower-case letter, as particles do.
fn begins_lowercase(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase_letter)
}

/// Whether another split is as likely as one before the word at `start`: two names or more precede it, or the word is a
/// particle in one culture and a name in another.
fn is_guess(all: &[Word<'_>], start: usize) -> bool {
    let mut names = 0;
    for word in all.iter().take(start) {
        let titled = people::leading_honorifics(&concat(&[word.text, " X"])) > 0;
        names += if titled || is_initials(word.text) { 0 } else { 1 };
    }
    names > 1 || all.get(start).is_some_and(|word| people::is_joined(word.text))
}
