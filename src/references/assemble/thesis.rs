//! Theses: the words that name one, and the institution.

use super::words::Words;
use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::phrases::imprint::{Imprint, place_and_publisher};
use crate::references::phrases::thesis::{institution, thesis};
use crate::references::tokens::Span;
use crate::vocabulary::{ItemType, Variable};

/// Reads the words of a thesis; `None` where they are of something else.
pub(super) fn read(words: &Words<'_>) -> Option<Vec<Claim>> {
    if words.item_type == ItemType::Thesis {
        return Some(named_in_brackets(words));
    }
    named_in_sentence(words).or_else(|| named_after_comma(words))
}

/// A thesis that brackets named: the words are its title and the institution.
fn named_in_brackets(words: &Words<'_>) -> Vec<Claim> {
    let sentences = words.sentences();
    let count = sentences.len().saturating_sub(1).max(1);
    let mut claims: Vec<Claim> = words.title(sentences.get(..count).unwrap_or(&[])).into_iter().collect();
    let has_more = sentences.len() > usize::from(!words.titled);
    if let Some(last) = sentences.last().filter(|_| has_more && !words.item.has(Variable::Publisher)) {
        claims.extend(institution_claims(words, words.tokens.get(*last)));
    }
    claims
}

/// `Title. PhD thesis, University` or `Title. PhD thesis. University`
fn named_in_sentence(words: &Words<'_>) -> Option<Vec<Claim>> {
    let sentences = words.sentences();
    let first = usize::from(!words.titled);
    let (at, span, thesis) = sentences.iter().enumerate().skip(first).find_map(|(at, sentence)| {
        let span = Span::new(sentence.start, words.span.end);
        Some((at, span, thesis(words.tokens.get(span))?))
    })?;
    let mut claims = thesis.claims(words.tokens, span);
    let has_publisher = words.item.has(Variable::Publisher) || !thesis.institution.is_empty();
    if let Some(next) = sentences.get(at + 1).filter(|_| !has_publisher) {
        claims.extend(institution_claims(words, words.tokens.get(*next)));
    }
    claims.extend(words.title(sentences.get(..at).unwrap_or(&[])));
    Some(claims)
}

/// `Title, Ph.D. thesis, University`
fn named_after_comma(words: &Words<'_>) -> Option<Vec<Claim>> {
    let text = words.text();
    text.match_indices(',').find_map(|(comma, _)| {
        let rest = text.get(comma + 1..)?.trim_start();
        let mut claims = thesis(rest)?.claims(words.tokens, words.tokens.span_of(rest));
        claims.extend(words.title_between(words.span.start, words.span.start + comma));
        Some(claims)
    })
}

/// The institution of a thesis, with its place or not.
fn institution_claims(words: &Words<'_>, text: &str) -> Vec<Claim> {
    if place_and_publisher(text).is_some() {
        words.imprint(Imprint::read(text))
    } else {
        vec![words.claim(Variable::Publisher, institution(text))]
    }
}
