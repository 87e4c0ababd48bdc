//! Choices and their reasons.

use super::lexicon::Pattern;
use super::title::Source;

/// The pattern of a word, `None` where it stays as it is stored; and the reason.
pub(super) type Choice<'e> = (Option<Pattern<'e>>, Why<'e>);

/// The reason for a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why<'e> {
    /// A text of the record has the word in this form.
    Evidence(Source, &'e str),
    /// It is an article, a preposition, a conjunction or the like.
    Function,
    /// It is in the lists of names and abbreviations.
    Known,
    /// Its letters.
    Form,
    /// The texts contradict each other: most have it so, another in this form.
    Conflict(&'e str),
    /// There is no evidence.
    Nothing,
}
