//! Theses: the words that name one, and the institution.

use super::draft::Draft;
use super::groups;
use super::imprint::{place_and_publisher, publisher};
use super::work::{pieces, title_from};
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

/// Finds the words for a thesis among the sentences.
pub(super) fn theses(draft: &mut Draft, from: usize, end: usize, titled: bool) -> bool {
    if draft.item.item_type == ItemType::Thesis {
        let rest = pieces(draft, from, end);
        title_from(draft, &rest, titled, rest.len().saturating_sub(1).max(1));
        if draft.item.get(Variable::Publisher).is_none()
            && rest.len() > usize::from(!titled)
            && let Some(last) = rest.last()
        {
            let words = draft.slice(last.0, last.1).to_owned();
            institution(draft, &words);
        }
        return true;
    }
    let pieces = pieces(draft, from, end);
    for (at, piece) in pieces.iter().enumerate() {
        let words = draft.slice(piece.0, end).to_owned();
        if (at > 0 || titled) && groups::thesis(draft, &words) {
            if draft.item.get(Variable::Publisher).is_none()
                && let Some(next) = pieces.get(at + 1)
            {
                let words = draft.slice(next.0, next.1).to_owned();
                institution(draft, &words);
            }
            title_from(draft, pieces.get(..at).unwrap_or(&[]), titled, at);
            return true;
        }
    }
    // "Title, Ph.D. thesis, University": the words stand behind a comma.
    let text = draft.slice(from, end).to_owned();
    for (comma, _) in text.match_indices(',') {
        let rest = text.get(comma + 1..).unwrap_or("").trim_start().to_owned();
        if groups::thesis(draft, &rest) {
            let before = (from, from + comma);
            title_from(draft, &[before], titled, 1);
            return true;
        }
    }
    false
}

/// The institution of a thesis, with its place or not.
fn institution(draft: &mut Draft, words: &str) {
    if place_and_publisher(words).is_some() {
        publisher(draft, words);
    } else {
        draft.fill(Variable::Publisher, groups::institution_in(words));
    }
}
