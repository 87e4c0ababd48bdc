//! What recognisers return.

use super::tokens::{Span, Tokens};
use crate::item::Value;
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

/// What a recogniser reads in a stretch of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    pub(super) content: Content,
    /// Where it was read; empty where the words are left for other fields.
    pub(super) span: Span,
    pub(super) confidence: Confidence,
}

/// What a stretch means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// The value of a field.
    Field(Variable, Value),
    /// The kind of the work.
    ItemType(ItemType),
    /// The work has no date: `n.d.`
    NoDate,
    /// A field that is unsure or missing; the claim has no value for it.
    Warning(Variable),
    /// No information about the work: the number in the list, the words of links, notes of the medium.
    Nothing,
}

/// How sure a claim is, and so which of two claims to one field counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Confidence {
    /// A label, a bracket or the form itself shows the field. Replaces what was claimed before.
    Stated,
    /// The position or the words suggest the field. Kept where the field has no value yet.
    Likely,
    /// As [`Confidence::Likely`], but another reading is as good. Contains the reason, as a sentence for a person.
    Guess(String),
}

impl Claim {
    /// A claim that replaces earlier ones to the same field.
    pub(super) fn stated(variable: Variable, value: impl Into<Value>, span: Span) -> Claim {
        Claim { content: Content::Field(variable, value.into()), span, confidence: Confidence::Stated }
    }

    /// A claim that is kept where the field has no value yet.
    pub(super) fn likely(variable: Variable, value: impl Into<Value>, span: Span) -> Claim {
        Claim { content: Content::Field(variable, value.into()), span, confidence: Confidence::Likely }
    }

    /// A claim that is kept where the field has no value yet, and that a person should look at for this reason.
    pub(super) fn guess(self, reason: impl Into<String>) -> Claim {
        Claim { confidence: Confidence::Guess(reason.into()), ..self }
    }

    /// The kind of the work.
    pub(super) fn item_type(item_type: ItemType, span: Span) -> Claim {
        Claim { content: Content::ItemType(item_type), span, confidence: Confidence::Stated }
    }

    /// A field that is unsure or missing, with the reason as a sentence for a person.
    pub(super) fn warning(variable: Variable, reason: impl Into<String>, span: Span) -> Claim {
        Claim { content: Content::Warning(variable), span, confidence: Confidence::Guess(reason.into()) }
    }

    /// Whether the claim settles the date of the work, even if only in that it has none.
    pub(super) fn is_date(&self) -> bool {
        matches!(self.content, Content::NoDate | Content::Field(Variable::Issued | Variable::Status, _))
    }

    /// A stretch without information about the work.
    pub(super) fn nothing(span: Span) -> Claim {
        Claim { content: Content::Nothing, span, confidence: Confidence::Stated }
    }
}

/// One recogniser's way through the tokens. What it claims is left out of its own copy of the tokens at once, so that
/// it claims nothing twice.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) tokens: Tokens,
    pub(super) claims: Vec<Claim>,
}

impl Scan {
    pub(super) fn new(tokens: &Tokens) -> Scan {
        Scan { tokens: tokens.clone(), claims: Vec::new() }
    }

    /// Adds a claim.
    pub(super) fn claim(&mut self, claim: Claim) {
        self.tokens = self.tokens.without([claim.span]);
        self.claims.push(claim);
    }

    /// Adds several claims to parts of one stretch.
    pub(super) fn claim_all(&mut self, claims: Vec<Claim>, span: Span) {
        self.claim(Claim::nothing(span));
        for claim in claims {
            self.claim(claim);
        }
    }

    /// Claims a value for a field, or nothing for the same stretch if this recogniser has already found a value.
    pub(super) fn claim_first(&mut self, variable: Variable, value: &str, span: Span) {
        let claimed = |claim: &Claim| matches!(claim.content, Content::Field(other, _) if other == variable);
        let again = self.claims.iter().any(claimed);
        self.claim(if again { Claim::nothing(span) } else { Claim::stated(variable, value, span) });
    }
}
