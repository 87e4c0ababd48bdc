//! The words that the recognisers left, which are title, container and publisher.

use crate::item::Item;
use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::phrases::imprint::Imprint;
use crate::references::sentences::{clean_title, sentences};
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::vocabulary::{ItemType, Variable};

/// The words after names and date.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) tokens: &'a Tokens,
    /// What is known of the work so far.
    pub(super) item: &'a Item,
    /// The kind of the work so far.
    pub(super) item_type: ItemType,
    /// From the end of names, date and quoted title to the numbers at the end.
    pub(super) span: Span,
    /// Whether the title is known already, so that none of the words belongs to it.
    pub(super) titled: bool,
}

impl<'a> Words<'a> {
    pub(super) fn text(&self) -> &'a str {
        self.tokens.get(self.span)
    }

    /// The sentences, each without what surrounds it.
    pub(super) fn sentences(&self) -> Vec<Span> {
        self.sentences_before(self.span.end)
    }

    /// The sentences that end before an offset.
    pub(super) fn sentences_before(&self, end: usize) -> Vec<Span> {
        let text = self.tokens.between(self.span.start, end);
        sentences(text).into_iter().map(|sentence| sentence.shifted(self.span.start)).collect()
    }

    /// The last of some sentences; empty where there is none.
    pub(super) fn last_of(&self, sentences: &[Span]) -> &'a str {
        sentences.last().map_or("", |last| self.tokens.get(*last))
    }

    /// Claims the title from sentences all of which are its own, up to the first claimed stretch.
    pub(super) fn title(&self, sentences: &[Span]) -> Option<Claim> {
        let (first, last) = (sentences.first()?, sentences.last()?);
        self.title_between(first.start, last.end)
    }

    /// Claims the title between two offsets, up to the first claimed stretch.
    pub(super) fn title_between(&self, start: usize, end: usize) -> Option<Claim> {
        if self.titled {
            return None;
        }
        let words = self.tokens.between(start, end).split(CLAIMED).next().unwrap_or("");
        Some(self.claim(Variable::Title, clean_title(words)))
    }

    /// Claims a part of the text for a field.
    pub(super) fn claim(&self, variable: Variable, part: &str) -> Claim {
        Claim::likely(variable, part, self.tokens.span_of(part))
    }

    /// Claims publisher and place, unless the publisher is known already.
    pub(super) fn imprint(&self, imprint: Imprint<'_>) -> Vec<Claim> {
        if self.item.has(Variable::Publisher) { Vec::new() } else { imprint.claims(self.tokens) }
    }
}
