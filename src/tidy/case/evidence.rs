//! What other texts of a record say about how the words of its title are written.
//!
//! Each text is read once, sentence by sentence. Small letters always tell something. A capital tells nothing at the
//! beginning of a sentence, in a headline, and in words that only spell out an abbreviation in brackets after them.

use super::lexicon;
use super::title::Word;
use super::words::{Shape, Token, all_capitals, stem, tokens};
use crate::prelude::*;
use crate::text;

/// Where a text comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Source {
    #[default]
    Abstract,
    Keywords,
    Cited,
    Journal,
}

/// How often a word was met in which shape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen<'e> {
    pub(super) low: usize,
    /// Capitalised, with no capitalised word beside it.
    pub(super) alone: usize,
    /// Capitalised in a row of capitalised words.
    pub(super) in_run: usize,
    /// With capitals inside.
    pub(super) inner: usize,
    /// The latest writing with capitals, and where it stands.
    pub(super) written: &'e str,
    pub(super) source: Source,
}

/// Reads a text and counts the words of the title in it.
pub(super) fn gather<'e>(title: &mut [Word<'_, 'e>], evidence: &'e str, source: Source) {
    let mut tokens = tokens(evidence);
    let listed = source == Source::Keywords;
    for token in &mut tokens {
        // What is quoted may be a title.
        token.gap.begins |= matches!(token.gap.mark, '"' | '“') || listed && matches!(token.gap.mark, ',' | ';');
    }
    let whole = listed.then(|| Style::of(&tokens, false));
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let length = 1 + rest.iter().skip(1).take_while(|token| !token.gap.begins).count();
        let (sentence, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        let style = whole.unwrap_or_else(|| Style::of(sentence, true));
        let heading = after.first().is_some_and(|next| next.gap.mark == ':');
        read(title, sentence, style, heading, source);
        rest = after;
    }
}

/// What the capitals of a sentence are worth.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    /// Most words are capitalised.
    headline: bool,
    /// First words are written as they would be in the middle.
    free_start: bool,
    /// Nothing is small.
    shouted: bool,
}

impl Style {
    fn of(tokens: &[Token<'_>], sentence: bool) -> Style {
        let (mut low, mut capital, mut starts_low, mut inner) = (0, 0, false, 0);
        let mut small_letters = false;
        for token in tokens {
            let shape = token.shape();
            small_letters |= token.text.chars().any(char::is_lowercase);
            if token.gap.begins {
                starts_low |= shape == Shape::Low && !sentence && token.text.starts_with(char::is_lowercase);
            } else if token.text.len() > 3 {
                match shape {
                    Shape::Low => low += 1,
                    Shape::Capital => capital += 1,
                    Shape::Inner => inner += 1,
                }
            }
        }
        let _ = inner;
        Style {
            headline: capital > 1 && capital > 2 * low,
            free_start: starts_low,
            shouted: !small_letters && tokens.len() > 2,
        }
    }
}

/// What one word of a sentence says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vote {
    None,
    Low,
    Alone,
    InRun,
    Inner,
}

fn read<'e>(
    title: &mut [Word<'_, 'e>],
    sentence: &[Token<'e>],
    style: Style,
    heading: bool,
    source: Source,
) {
    if style.shouted || heading && sentence.iter().all(|token| all_capitals(token.text)) {
        return;
    }
    let mut before: Option<(String, Vote, &'e str)> = None;
    let mut spelled_out = 0;
    for (at, token) in sentence.iter().enumerate() {
        if spelled_out <= at {
            spelled_out = expansion(sentence, at);
        }
        let lower = text::lower(token.base());
        let vote = if at < spelled_out { Vote::None } else { vote(sentence, at, style, &lower) };
        let function = lower.len() > 1 && lexicon::is_function_word(&lower);
        let stem = stem(&lower);
        for index in 0..title.len() {
            let Some(word) = title.get_mut(index) else { break };
            if word.key == lower {
                word.seen.count(vote, token.text, source);
            } else if word.stem() == stem {
                word.like.count(vote, token.text, source);
                continue;
            } else {
                continue;
            }
            let near = word.token.gap.near && token.gap.near && !function;
            if let Some((key, earlier, written)) = before.as_ref().filter(|_| near && index > 0)
                && let Some(neighbour) = title.get_mut(index - 1)
                && neighbour.key == *key
            {
                neighbour.pair.count(*earlier, written, source);
                if let Some(word) = title.get_mut(index) {
                    word.pair.count(vote, token.text, source);
                }
            }
        }
        before = (!function).then_some((lower, vote, token.text));
    }
}

/// What the word at `at` says about its case.
fn vote(sentence: &[Token<'_>], at: usize, style: Style, lower: &str) -> Vote {
    let Some(token) = sentence.get(at) else { return Vote::None };
    let capital = |at: usize| {
        sentence.get(at).is_some_and(|token| token.shape() != Shape::Low && !token.text.starts_with(|c: char| c.is_ascii_digit()))
    };
    match token.shape() {
        Shape::Low => Vote::Low,
        Shape::Inner => Vote::Inner,
        Shape::Capital if style.headline || at == 0 && !style.free_start => Vote::None,
        Shape::Capital => {
            let next = sentence.get(at + 1);
            let follows = at > 0 && token.gap.near && capital(at - 1)
                && sentence.get(at - 1).is_some_and(|before| !lexicon::is_function_word(&text::lower(before.text)));
            let leads = next.is_some_and(|next| next.gap.near) && capital(at + 1)
                || next.is_some_and(|next| next.text == "of") && capital(at + 2);
            let _ = lower;
            match follows || leads {
                true if is_phrase(sentence, at) => Vote::None,
                true => Vote::InRun,
                false => Vote::Alone,
            }
        }
    }
}

/// The most words that one abbreviation stands for.
const LONGEST_NAME: usize = 12;

/// Endings of words that are no names.
const COMMON: &str = "ing ed tion sion ment ness ity ive ical ous ance ence";

/// Words that end names of institutions.
const INSTITUTIONS: &str = "act agency army assembly association bank board bureau center centre college commission committee congress \
    constitution convention council court department federation force foundation fund institute league ministry office \
    organisation organization parliament party school senate service society treaty tribunal union university \
    declaration agreement war";

/// Whether the capitalised words around `at` only make a term of common words look important.
fn is_phrase(sentence: &[Token<'_>], at: usize) -> bool {
    let run = |index: usize| sentence.get(index).is_some_and(|token| token.shape() != Shape::Low);
    let mut from = at;
    while from > 1 && at - from < LONGEST_NAME && run(from - 1) && sentence.get(from).is_some_and(|token| token.gap.near) {
        from -= 1;
    }
    let mut common = false;
    for (index, token) in sentence.iter().enumerate().skip(from).take(LONGEST_NAME) {
        if !run(index) || index > from && !token.gap.near {
            break;
        }
        let lower = text::lower(token.base());
        if token.shape() == Shape::Inner || lexicon::find(&lower).is_some() || text::listed(INSTITUTIONS, &lower) {
            return false;
        }
        common |= COMMON.split(' ').any(|ending| lower.ends_with(ending));
    }
    common
}

/// Where the words end which, from `at` on, only spell out the abbreviation in brackets after them; `at` where they
/// are no such words. What has a known name in it is a name all the same.
fn expansion(sentence: &[Token<'_>], at: usize) -> usize {
    let mut capitals = 0;
    let mut end = at;
    while let Some(token) = sentence.get(end) {
        if end > at && token.gap.mark == '(' {
            break;
        }
        let capital = token.shape() != Shape::Low;
        let joins = end > at && (token.gap.mark == '-' || lexicon::is_function_word(token.text));
        let apart = end > at && !token.gap.near;
        let lower = text::lower(token.base());
        if end > at + LONGEST_NAME || !capital && !joins || apart || lexicon::find(&lower).is_some() {
            return at;
        }
        capitals += usize::from(capital);
        end += 1;
    }
    let first = |token: Option<&Token<'_>>| token.and_then(|token| token.text.chars().next());
    let short = sentence.get(end).filter(|short| short.shape() == Shape::Inner);
    if capitals > 1 && short.is_some() && first(short) == first(sentence.get(at)) { end } else { at }
}

impl<'e> Seen<'e> {
    fn count(&mut self, vote: Vote, written: &'e str, source: Source) {
        match vote {
            Vote::None => return,
            Vote::Low => {
                self.low += 1;
                return;
            }
            Vote::Alone => self.alone += 1,
            Vote::InRun => self.in_run += 1,
            Vote::Inner => self.inner += 1,
        }
        if vote == Vote::Inner || self.inner == 0 {
            (self.written, self.source) = (written, source);
        }
    }

    /// How often it was capitalised.
    pub(super) fn capital(&self) -> usize {
        self.alone + self.in_run
    }
}
