//! Pages and volumes in the middle of the words: `, pp. 44–61.`, `, vol. 1. Reading`.

use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::phrases::date::is_range_of_years;
use crate::references::phrases::label::{page_length, volume_length};
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::vocabulary::Variable;

/// Labels of pages, in the case in which they count.
const PAGE_LABELS: [&str; 9] = ["pp", "p", "pages", "S", "págs", "pág", "pag", "s", "ss"];

/// Labels of volumes.
const VOLUME_LABELS: [&str; 8] = ["vol", "vols", "volume", "bd", "band", "tome", "tomo", "t"];

/// The first pages with a label from an offset on, else the first range of pages between marks.
pub(in crate::references) fn pages(tokens: &Tokens, from: usize) -> Vec<Claim> {
    let labelled = PAGE_LABELS.iter().find_map(|label| labelled_pages(tokens, from, label));
    labelled.or_else(|| page_range(tokens, from)).into_iter().collect()
}

fn labelled_pages(tokens: &Tokens, from: usize, label: &str) -> Option<Claim> {
    let mut at = from;
    loop {
        let found = tokens.find_phrase(label, at)?;
        at = found + label.len();
        let rest = tokens.after(at);
        let value = rest.trim_start_matches(['.', ' ']);
        let length = page_length(value);
        let before = tokens.between(from, found).trim_end();
        let apart = before.is_empty() || before.ends_with([',', '.', ';', CLAIMED, '(', ':']);
        if tokens.between(found, at) == label && length > 0 && apart {
            let start = at + rest.len() - value.len();
            return Some(claim(tokens, found, Span::new(start, start + length)));
        }
    }
}

/// A range after a comma or a colon, before a mark or a blank.
fn page_range(tokens: &Tokens, from: usize) -> Option<Claim> {
    let mut at = from;
    loop {
        let found = at + tokens.after(at).find([',', ':'])?;
        at = found + 1;
        let rest = tokens.after(at);
        let value = rest.trim_start();
        let length = page_length(value);
        let (pages, after) = value.split_at_checked(length)?;
        let is_range = pages.contains(['-', '–', '—']);
        let ends = after.is_empty() || after.starts_with(['.', ',', CLAIMED, ';', ' ']);
        // "A history, 2015–2019": years belong to the title.
        if is_range && ends && !is_range_of_years(pages) {
            let start = at + rest.len() - value.len();
            return Some(claim(tokens, found, Span::new(start, start + length)));
        }
    }
}

/// A claim to pages with what precedes them from an offset on.
fn claim(tokens: &Tokens, from: usize, pages: Span) -> Claim {
    Claim::likely(Variable::Page, tokens.get(pages), Span::new(from, pages.end))
}

/// The first volume with a label from an offset on.
pub(in crate::references) fn volumes(tokens: &Tokens, from: usize) -> Vec<Claim> {
    VOLUME_LABELS.iter().find_map(|label| labelled_volume(tokens, from, label)).into_iter().collect()
}

fn labelled_volume(tokens: &Tokens, from: usize, label: &str) -> Option<Claim> {
    let found = tokens.find_phrase(label, from)?;
    let rest = tokens.after(found + label.len());
    let value = rest.trim_start_matches(['.', ' ']);
    let (number, after) = value.split_at_checked(volume_length(value))?;
    let ends = after.is_empty() || after.starts_with([',', '.', ';', ':', CLAIMED]);
    let before = tokens.between(from, found).trim_end();
    let apart = before.ends_with([',', '.', ';', CLAIMED, '(']);
    let end = found + label.len() + rest.len() - after.len();
    (!number.is_empty() && ends && apart)
        .then(|| Claim::likely(Variable::Volume, number, Span::new(found, end)))
}
