//! The words of a title, and how the record's other texts write each.

use super::words::{Token, folded, stem, tokens};
use crate::prelude::*;
use crate::text::title_case;

/// A word of the title with the evidence for it.
#[derive(Clone, Debug)]
pub(super) struct Word<'t, 'e> {
    pub(super) token: Token<'t>,
    /// In lower case, without a genitive's ending and with one `i` for Turkish's two.
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

/// A text of the record in which a word occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Source {
    #[default]
    Abstract,
    Keywords,
    Cited,
    Journal,
}

/// How often a word occurs in each shape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen<'e> {
    pub(super) lower: usize,
    /// Capitalised, with no capitalised word beside it.
    pub(super) alone: usize,
    /// Capitalised in a run of capitalised words.
    pub(super) in_run: usize,
    /// With capitals behind the first letter.
    pub(super) inner: usize,
    /// The first form with capitals behind the first letter, else the first with a capital; and its source.
    pub(super) upper_form: &'e str,
    pub(super) upper_source: Source,
    /// The first form in lower case, and its source.
    pub(super) lower_form: &'e str,
    pub(super) lower_source: Source,
}

/// What one occurrence shows of the case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vote {
    /// Nothing.
    None,
    Lower,
    Alone,
    InRun,
    Inner,
}

impl<'e> Seen<'e> {
    /// Adds an occurrence.
    pub(super) fn count(&mut self, vote: Vote, form: &'e str, source: Source) {
        let count = match vote {
            Vote::None => return,
            Vote::Lower => {
                if self.lower == 0 {
                    (self.lower_form, self.lower_source) = (form, source);
                }
                self.lower += 1;
                return;
            }
            Vote::Inner => &mut self.inner,
            Vote::Alone => &mut self.alone,
            Vote::InRun => &mut self.in_run,
        };
        *count += 1;
        if vote == Vote::Inner && self.inner == 1 || self.inner + self.capitalized() == 1 {
            (self.upper_form, self.upper_source) = (form, source);
        }
    }

    /// How often it was capitalised.
    pub(super) fn capitalized(&self) -> usize {
        self.alone + self.in_run
    }
}

impl Word<'_, '_> {
    pub(super) fn stem(&self) -> &str {
        stem(&self.key)
    }
}

/// The word at `at` in lower case; empty where there is none.
pub(super) fn key<'w>(words: &'w [Word<'_, '_>], at: usize) -> &'w str {
    words.get(at).map_or("", |word| &word.key)
}

/// Whether the word at `at` may be one name with the word before it.
pub(super) fn near(words: &[Word<'_, '_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.token.gap.near)
}

/// The words of a title, without evidence; small words before an apostrophe by themselves where they are `elided`.
pub(super) fn words<'t, 'e>(title: &'t str, elided: bool) -> Vec<Word<'t, 'e>> {
    let mut words = Vec::new();
    for token in tokens(title, elided) {
        let nothing = Seen::default();
        let key = folded(token.text);
        words.push(Word {
            token,
            function: key.len() > 1 && title_case::is_function_word(&key),
            key,
            named: false,
            seen: nothing,
            like: nothing,
            pair: nothing,
        });
    }
    words
}
