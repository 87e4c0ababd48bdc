//! The title in quotation marks at the head of the words.

use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::quotations::{Quotation, first_quotation};
use crate::references::recognisers::numbers::closing_numbers;
use crate::references::sentences::sentences_with_abbreviations;
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::vocabulary::Variable;

/// The title in quotation marks with which the words begin at an offset.
pub(super) fn read(tokens: &Tokens, from: usize, dated: bool) -> Option<Claim> {
    let text = tokens.after(from);
    let quotation = first_quotation(text)?;
    if text.get(..quotation.start)?.contains(char::is_letter_or_number) {
        return None;
    }
    let words = text.get(quotation.words_start..quotation.words_end)?;
    if !is_whole(text, &quotation) || goes_on(tokens, from + quotation.end, dated) {
        return None;
    }
    let span = Span::new(from + quotation.start, from + quotation.end);
    Some(Claim::likely(Variable::Title, words.trim(), span))
}

/// Whether the quotation is the whole title. 'Word' in single marks before more words of the title is not.
fn is_whole(text: &str, quotation: &Quotation) -> bool {
    let Some((quoted, after)) = text.split_at_checked(quotation.end) else { return false };
    let next = after.trim_start_matches([' ', ')']);
    let closing_marks = text.get(quotation.words_end..quotation.end).unwrap_or("");
    let inside =
        quoted.trim_end_matches(['”', '"', '’', '\'', '»', '“']).len().saturating_sub(quotation.words_start);
    next.is_empty()
        || next.starts_with([',', '.', ';', ':', '(', '[', CLAIMED])
        || next.starts_with(|c: char| c.is_uppercase_letter() || c.is_ascii_digit())
        || next.starts_with("in ")
        || quotation.words_end - quotation.words_start < inside
        || closing_marks.contains([',', '.'])
}

/// Whether the title goes on after a quotation: `“Mini-mental state”. A practical method`.
fn goes_on(tokens: &Tokens, end: usize, dated: bool) -> bool {
    let rest = tokens.after(end);
    let next = rest.trim_start_matches([' ', ')']);
    let start = end + rest.len() - next.len();
    let sentences = |text: &str| sentences_with_abbreviations(text).len();
    next.starts_with('.')
        && sentences(next) > 1
        && closing_numbers(tokens, start, dated)
            .is_some_and(|numbers| sentences(tokens.between(start, numbers.span.start)) > 1)
}
