//! Counts how other texts of a record write the words of its title.
//!
//! Each text is read once, sentence by sentence. Lower case is always evidence. A capital is none at the beginning of a
//! sentence, in a headline, and in words that only spell out an abbreviation in brackets after them.

use super::lexicon;
use super::title::{Source, Vote, Word};
use super::words::{Shape, Token, all_capitals, folded, stem, tokens};
use crate::prelude::*;
use crate::text::{self, title_case};

/// Reads a text and counts the words of the title in it.
pub(super) fn collect<'e>(title: &mut [Word<'_, 'e>], evidence: &'e str, source: Source, elided: bool) {
    let mut tokens = tokens(evidence, elided);
    let listed = source == Source::Keywords;
    for token in &mut tokens {
        // What is quoted may be a title.
        token.gap.begins |=
            matches!(token.gap.mark, '"' | '“') || listed && matches!(token.gap.mark, ',' | ';' | ')');
    }
    let count = tokens.len();
    let whole = listed.then(|| Style::of(&tokens, false));
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let length = 1 + rest.iter().skip(1).take_while(|token| !token.gap.begins).count();
        let (sentence, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        // Most sentences have no word of the title, and need no style.
        if sentence.iter().any(|token| concerns(title, token)) {
            let mut style = whole.unwrap_or_else(|| Style::of(sentence, true));
            // The first keyword may have the capital of the list.
            style.free_start &= rest.len() < count;
            let heading = after.first().is_some_and(|next| next.gap.mark == ':');
            read(title, sentence, style, heading, source);
        }
        rest = after;
    }
}

/// Whether a word may be evidence for a word of the title: it is the same, or its singular or plural; or it is not ASCII,
/// where that is seen only after lower-casing. For function words no evidence is collected.
fn concerns(title: &[Word<'_, '_>], token: &Token<'_>) -> bool {
    let written = token.base();
    !written.is_ascii() || title.iter().any(|word| is_form_of(word, written))
}

/// Whether a word of the title is this one, or its singular or plural, and no function word.
fn is_form_of(word: &Word<'_, '_>, written: &str) -> bool {
    !word.function && word.stem().eq_ignore_ascii_case(stem(written))
}

/// How a sentence is written, which decides whether its capitals are evidence.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    /// Most words are capitalised.
    headline: bool,
    /// First words are written as they would be in the middle.
    free_start: bool,
    /// There is no small letter.
    all_caps: bool,
}

impl Style {
    fn of(tokens: &[Token<'_>], sentence: bool) -> Style {
        let (mut lower, mut capitalized, mut starts_lower) = (0, 0, false);
        let mut small_letters = false;
        for token in tokens {
            let shape = token.shape();
            small_letters |= token.text.any_char(char::is_lowercase_letter);
            if token.gap.begins {
                starts_lower |=
                    shape == Shape::Lower && !sentence && token.text.begins_with(char::is_lowercase_letter);
            } else if token.text.len() > 3 {
                match shape {
                    // Headlines leave these small too.
                    Shape::Lower => lower += usize::from(!title_case::is_function_word(token.text)),
                    Shape::Capitalized => capitalized += 1,
                    Shape::Inner => {}
                }
            }
        }
        let quoted = tokens.first().is_some_and(|first| matches!(first.gap.mark, '"' | '“'));
        Style {
            // In quotation marks one capital is enough to look like a title.
            headline: capitalized > usize::from(!quoted) && capitalized > 2 * lower,
            free_start: starts_lower,
            all_caps: !small_letters && tokens.len() > 2,
        }
    }
}

/// Reads a sentence. `heading` is whether a colon follows.
fn read<'e>(title: &mut [Word<'_, 'e>], sentence: &[Token<'e>], style: Style, heading: bool, source: Source) {
    if style.all_caps || heading && sentence.iter().all(|token| all_capitals(token.text)) {
        return;
    }
    let mut reader = Reader { sentence, style, spelled_out: spelled_out(sentence), run: (0, false) };
    let mut before: Option<(String, Vote, &'e str)> = None;
    for (at, token) in sentence.iter().enumerate() {
        if !concerns(title, token) {
            before = None;
            continue;
        }
        let lower = folded(token.text);
        let vote = match source == Source::Cited && has_initials(sentence, at) {
            true => Vote::None,
            false => reader.vote(at),
        };
        for index in 0..title.len() {
            let Some(word) = title.get_mut(index).filter(|word| is_form_of(word, &lower)) else { continue };
            if word.key != lower {
                word.like.count(vote, token.text, source);
                continue;
            }
            word.seen.count(vote, token.text, source);
            let near = word.token.gap.near && token.gap.near && index > 0;
            let Some((key, earlier, written)) = before.as_ref().filter(|_| near) else { continue };
            let Some(neighbour) = title.get(index - 1) else { continue };
            if neighbour.key != *key {
                continue;
            }
            let whole = vote != Vote::InRun || is_whole_run(title, index, sentence, at);
            let Some([neighbour, word]) = title.get_mut(index - 1..=index).filter(|_| whole) else {
                continue;
            };
            neighbour.pair.count(*earlier, written, source);
            word.pair.count(vote, token.text, source);
        }
        before = Some((lower, vote, token.text));
    }
}

/// Whether the title has the whole run of capitalised words around the word `at`, which is its word `index`. Part of a
/// longer name may be common words: *Tissue Research* of the *Tissue Research Policy*.
fn is_whole_run(title: &[Word<'_, '_>], index: usize, sentence: &[Token<'_>], at: usize) -> bool {
    let runs = |at: usize| sentence.get(at).is_some_and(in_run);
    let near = |at: usize| sentence.get(at).is_some_and(|token| token.gap.near);
    let in_title = |other: usize| {
        let (word, token) = (title.get((index + other).wrapping_sub(at)), sentence.get(other));
        word.zip(token).is_some_and(|(word, token)| is_form_of(word, token.base()))
    };
    let (mut first, mut last) = (at, at);
    // A capital at the beginning of a sentence shows nothing.
    while first > 1 && near(first) && runs(first - 1) {
        first -= 1;
        if !in_title(first) {
            return false;
        }
    }
    while near(last + 1) && runs(last + 1) {
        last += 1;
        if !in_title(last) {
            return false;
        }
    }
    true
}

/// A sentence and the state of reading it from front to back.
struct Reader<'s, 'e> {
    sentence: &'s [Token<'e>],
    style: Style,
    /// Which words only spell out an abbreviation.
    spelled_out: Vec<bool>,
    /// Where the latest run of capitalised words ends, and whether it is a term.
    run: (usize, bool),
}

impl Reader<'_, '_> {
    /// What the word at `at` shows of its case.
    fn vote(&mut self, at: usize) -> Vote {
        let Some(token) = self.sentence.get(at) else { return Vote::None };
        match token.shape() {
            _ if self.spelled_out.get(at) == Some(&true) => Vote::None,
            Shape::Lower => Vote::Lower,
            Shape::Inner if at == 0 && self.is_heading() => Vote::None,
            // The article at the beginning of a sentence.
            Shape::Inner if at == 0 && token.text == "A" => Vote::None,
            Shape::Inner => Vote::Inner,
            Shape::Capitalized if self.is_numbered(at) => Vote::None,
            Shape::Capitalized if self.style.headline || self.is_first(at) && !self.style.free_start => {
                Vote::None
            }
            Shape::Capitalized => {
                let runs = |at: usize| self.sentence.get(at).is_some_and(in_run);
                let near = |at: usize| self.sentence.get(at).is_some_and(|token| token.gap.near);
                let of = |at: usize| self.sentence.get(at).is_some_and(|token| token.text == "of");
                let before = at > 0 && near(at) && (runs(at - 1) || at > 1 && of(at - 1) && runs(at - 2));
                let after = near(at + 1) && runs(at + 1) || of(at + 1) && runs(at + 2);
                if !(before || after) {
                    Vote::Alone
                } else if self.is_term(at) {
                    Vote::None
                } else {
                    Vote::InRun
                }
            }
        }
    }

    /// Whether a word has the capital of the sentence: `Diseases`, `alpha-Adrenergic`.
    fn is_first(&self, at: usize) -> bool {
        let after_prefix = || self.sentence.get(1).is_some_and(|token| token.gap.mark == '-');
        at == 0
            || at == 1
                && self.sentence.first().is_some_and(|first| first.shape() == Shape::Lower)
                && after_prefix()
    }

    /// Whether the first word is a heading of its own, as abstracts have them: `INTERVENTION Four consultations`.
    fn is_heading(&self) -> bool {
        let [first, second, ..] = self.sentence else { return false };
        let long = first.text.len() >= SHORTEST_HEADING && all_capitals(first.text);
        long && second.shape() == Shape::Capitalized
    }

    /// Whether a number follows a word that has a capital only for it: `Type 1`, `Study 2`.
    fn is_numbered(&self, at: usize) -> bool {
        let word = self.sentence.get(at).map_or("", |token| token.text);
        let next = self.sentence.get(at + 1).filter(|next| next.gap.near);
        lexicon::NUMBERED.contains(&text::to_lowercase(word))
            && next
                .is_some_and(|next| next.shape() == Shape::Inner || next.text.starts_with_any(text::DIGITS))
    }

    /// Whether the capitalised words around `at` are not a name but a term of common words that is capitalised for
    /// emphasis. The result is kept for the following words of the same run.
    fn is_term(&mut self, at: usize) -> bool {
        if at >= self.run.0 {
            let near = |at: usize| self.sentence.get(at).is_some_and(|token| token.gap.near);
            let mut from = at;
            while from > 1
                && at - from < LONGEST_NAME
                && near(from)
                && self.sentence.get(from - 1).is_some_and(in_run)
            {
                from -= 1;
            }
            let (mut end, mut common) = (from, false);
            while let Some(token) = self.sentence.get(end).filter(|token| in_run(token)) {
                if end > from && !token.gap.near {
                    break;
                }
                common = common || lexicon::is_common_in_name(&text::to_lowercase(token.base()));
                end += 1;
            }
            // Names are looked up only where there is a common word, for speed.
            for token in self.sentence.get(from..end).filter(|_| common).unwrap_or_default() {
                common = common && token.shape() != Shape::Inner && !lexicon::makes_a_name(token.base());
            }
            self.run = (end, common);
        }
        self.run.1
    }
}

/// Whether a word may be part of a name of several words.
fn in_run(token: &Token<'_>) -> bool {
    token.shape() != Shape::Lower && !title_case::is_function_word(&text::to_lowercase(token.text))
}

/// Whether there are initials beside a word, so that it is an author's name: `White, C.`
fn has_initials(sentence: &[Token<'_>], at: usize) -> bool {
    let initial = |at: Option<usize>| {
        let token = at.and_then(|at| sentence.get(at));
        token.is_some_and(|token| token.text.len() == 1 && token.shape() == Shape::Inner)
    };
    initial(at.checked_sub(1)) || initial(Some(at + 1))
}

/// The shortest heading of an abstract that is no abbreviation, in bytes: `DESIGN`.
const SHORTEST_HEADING: usize = 6;

/// The most words of a name, and of what one abbreviation stands for.
const LONGEST_NAME: usize = 12;

/// Which words only spell out the abbreviation in brackets after them; words with a known name, a genitive (`King's`) or an
/// institution among them are a name nevertheless.
fn spelled_out(sentence: &[Token<'_>]) -> Vec<bool> {
    let initial = |token: &Token<'_>| token.text.chars().next();
    let mut spelled = vec![false; sentence.len()];
    for (end, short) in sentence.iter().enumerate() {
        if short.gap.mark != '(' || short.shape() != Shape::Inner {
            continue;
        }
        let (mut from, mut capitals, mut looked_at) = (end, 0, end);
        for (at, token) in sentence.iter().enumerate().take(end).rev().take(LONGEST_NAME) {
            let capital = token.shape() != Shape::Lower;
            let hyphened = token.gap.mark == '-' && at > 0;
            if !capital && !hyphened && !title_case::is_function_word(token.text) {
                break;
            }
            capitals += usize::from(capital);
            looked_at = at;
            if capitals > 1 && initial(token) == initial(short) {
                from = at;
            }
            if !token.gap.near {
                break;
            }
        }
        if from == end {
            continue;
        }
        let known = |token: &Token<'_>| token.base() != token.text || lexicon::makes_a_name(token.text);
        let name = sentence.get(looked_at..end).is_some_and(|tokens| tokens.iter().any(known));
        if let Some(words) = spelled.get_mut(from..end).filter(|_| !name) {
            words.fill(true);
        }
    }
    spelled
}
