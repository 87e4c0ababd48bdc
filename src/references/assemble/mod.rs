//! From tokens to a record: which recognisers look where, and which of their claims count.
//!
//! Certainty has an order, and the stages follow it. What the form alone shows comes first (identifiers, addresses,
//! the day of access); then the date or a quotation mark shows where the names end; then brackets, labels and the
//! numbers at the end. A stage sees only what no earlier one has claimed, so no field runs across another. The words
//! that are left are title, container and publisher: what was found so far decides how they are laid out
//! ([`Layout`]).

mod article;
mod contained;
mod head;
mod item_type;
mod layout;
mod quoted_title;
mod record;
mod separate;
mod thesis;
mod words;

use crate::item::{Item, Warning};
use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::recognisers::numbers::{self, Numbers};
use crate::references::recognisers::{access_notes, brackets, editions, editors, identifiers, noise};
use crate::references::tokens::{Span, Tokens};
use crate::vocabulary::Variable;
use layout::Layout;
use record::Record;
use words::Words;

/// The record of a reference and why a person should look at it; `None` where no words are left to read.
pub(super) fn assemble(tokens: Tokens) -> Option<(Item, Vec<Warning>)> {
    let mut assembly = Assembly { tokens, record: Record::new() };
    for recognise in
        [noise::list_number, noise::link_words, identifiers::recognise, access_notes::recognise, noise::notes]
    {
        let claims = recognise(&assembly.tokens);
        assembly.take(claims);
    }
    if assembly.tokens.text().chars().filter(|c| c.is_letter()).count() < 4 {
        return None;
    }
    let head = head::read(&assembly.tokens);
    assembly.record.accept(head.claims);
    assembly.body(head.end);
    assembly.record.drop_crossed_fields();
    Some((assembly.record.item, assembly.record.warnings))
}

/// The tokens that are left, and the record so far.
struct Assembly {
    tokens: Tokens,
    record: Record,
}

impl Assembly {
    /// Accepts claims and leaves their stretches out of the tokens.
    fn take(&mut self, claims: Vec<Claim>) {
        self.tokens = self.tokens.without(claims.iter().map(|claim| claim.span));
        self.record.accept(claims);
    }

    /// Reads all that follows the names and the date.
    fn body(&mut self, from: usize) {
        self.take(brackets::recognise(&self.tokens, from, self.record.dated));
        self.take(editions::recognise(&self.tokens, from));
        let title = quoted_title::read(&self.tokens, from, self.record.dated);
        let from = title.as_ref().map_or(from, |title| title.span.end);
        self.record.accept(title.into_iter().collect());
        self.take(editors::recognise(&self.tokens, from));
        let numbers = numbers::recognise(&self.tokens, from, self.record.dated).filter(|numbers| {
            // Where nothing but numbers is left, they are the title's.
            self.record.item.has(Variable::Title)
                || self.tokens.between(from, numbers.span.start).contains(char::is_letter)
        });
        if let Some(numbers) = &numbers {
            self.record.accept(numbers.claims(self.record.item.has(Variable::Page)));
        }
        let end = numbers.as_ref().map_or(self.tokens.text().len(), |numbers| numbers.span.start);
        let words = Words {
            tokens: &self.tokens,
            item: &self.record.item,
            item_type: self.record.item.item_type,
            span: Span::new(from, end),
            titled: self.record.item.has(Variable::Title),
        };
        let (layout, claims) = read_words(&words, numbers.as_ref());
        self.record.accept(claims);
        item_type::settle(&mut self.record.item, layout);
    }
}

/// Finds the layout of the words, and reads them by it.
fn read_words(words: &Words<'_>, numbers: Option<&Numbers>) -> (Layout, Vec<Claim>) {
    if let Some(claims) = thesis::read(words) {
        return (Layout::Thesis, claims);
    }
    let numbered = numbers.is_some_and(Numbers::has_volume);
    if let Some(marker) = contained::marker(words) {
        return (Layout::Contained { numbered }, contained::read(words, marker, numbered));
    }
    let is_article = numbers.is_some_and(Numbers::has_place)
        && !words.item.has(Variable::Publisher)
        && !(words.titled && article::is_part_of_book(words))
        && (numbered || !article::ends_in_imprint(words));
    if is_article {
        (Layout::Article, article::read(words))
    } else {
        (Layout::Separate, separate::read(words))
    }
}
