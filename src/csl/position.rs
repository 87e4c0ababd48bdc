//! Positions of cites (specification, "Choose", `position`).

use crate::csl::program::Position;
use crate::prelude::*;
use crate::vocabulary::Locator;
use alloc::collections::BTreeMap;

/// The parts of a cite that decide positions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CitedItem<'a> {
    /// The index of the item.
    pub(crate) item: usize,
    /// The locator.
    pub(crate) locator: Option<&'a (Locator, String)>,
}

/// The position of a cite in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct CitePosition {
    /// `position`.
    pub(crate) position: Position,
    /// Whether the item was cited within `near-note-distance` notes.
    pub(crate) near_note: bool,
    /// The note that cites the item first, if it is an earlier one.
    pub(crate) first_note: Option<u32>,
}

/// The notes where an item was first and last cited.
#[derive(Clone, Copy, Debug)]
struct CitingNotes {
    first_note: u32,
    last_note: u32,
}

/// Finds the positions of a document's cites, citation by citation. Citations in the text and citations in notes do not
/// affect each other, as in the test suite.
#[derive(Debug, Default)]
pub(crate) struct PositionTracker<'a> {
    in_text: Track<'a>,
    in_notes: Track<'a>,
    near_note_distance: u32,
}

impl<'a> PositionTracker<'a> {
    /// Begins a document; `near_note_distance` is counted in notes.
    pub(crate) fn new(near_note_distance: u32) -> PositionTracker<'a> {
        PositionTracker { near_note_distance, ..PositionTracker::default() }
    }

    /// The positions of the next citation's cites; `note` is the number of its note, 0 in the text.
    pub(crate) fn citation(&mut self, cites: &[CitedItem<'a>], note: u32) -> Vec<CitePosition> {
        let track = if note == 0 { &mut self.in_text } else { &mut self.in_notes };
        track.citation(cites, note, self.near_note_distance)
    }
}

/// The citations in the text, or those in notes.
#[derive(Debug, Default)]
struct Track<'a> {
    seen: BTreeMap<usize, CitingNotes>,
    /// The cites of the previous citation.
    previous: Vec<CitedItem<'a>>,
    /// Its note.
    previous_note: u32,
    /// Whether another citation precedes it in its note.
    previous_shares_note: bool,
}

impl<'a> Track<'a> {
    fn citation(&mut self, cites: &[CitedItem<'a>], note: u32, near_note_distance: u32) -> Vec<CitePosition> {
        let same_note = note != 0 && note == self.previous_note;
        let mut positions = Vec::with_capacity(cites.len());
        for (index, cite) in cites.iter().enumerate() {
            let before = match index.checked_sub(1) {
                Some(before) => cites.get(before),
                // A note without citations in between ends ibid too.
                None if note.saturating_sub(self.previous_note) > 1 => None,
                None => self.cited_alone_before(same_note),
            };
            let position = self.position(cite, before, note, near_note_distance);
            positions.push(position);
            let seen =
                self.seen.entry(cite.item).or_insert(CitingNotes { first_note: note, last_note: note });
            seen.last_note = note;
        }
        self.previous_shares_note = same_note;
        self.previous = cites.to_vec();
        self.previous_note = note;
        positions
    }

    /// The cite that ibid at the head of a citation would refer to: the only cite of the previous citation, which must be
    /// the only citation of its note or in the same note.
    fn cited_alone_before(&self, same_note: bool) -> Option<&CitedItem<'a>> {
        match self.previous.as_slice() {
            [only] if same_note || !self.previous_shares_note => Some(only),
            _ => None,
        }
    }

    fn position(
        &self,
        cite: &CitedItem<'a>,
        before: Option<&CitedItem<'a>>,
        note: u32,
        near_note_distance: u32,
    ) -> CitePosition {
        let Some(seen) = self.seen.get(&cite.item) else { return CitePosition::default() };
        let position = match before.filter(|before| before.item == cite.item) {
            Some(before) => ibid(before.locator, cite.locator),
            None => Position::Subsequent,
        };
        let near_note = note.saturating_sub(seen.last_note) <= near_note_distance;
        // A note does not refer to itself.
        let first_note = Some(seen.first_note).filter(|first| *first != note);
        CitePosition { position, near_note, first_note }
    }
}

/// The position of a cite of the same item again: `ibid` with the same locator, `ibid-with-locator` with another. Without
/// a locator after one with a locator, the cite refers to the whole work and is `subsequent`.
fn ibid(before: Option<&(Locator, String)>, here: Option<&(Locator, String)>) -> Position {
    match (before, here) {
        (None, None) => Position::Ibid,
        (Some(_), None) => Position::Subsequent,
        (before, here) if before == here => Position::Ibid,
        (_, Some(_)) => Position::IbidWithLocator,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_depend_on_the_cites_before() {
        let page = |number: &str| (Locator::Page, number.to_owned());
        let (one, two) = (page("1"), page("2"));
        let mut tracker = PositionTracker::new(1);
        let mut check = |item: usize, locator: Option<_>, note: u32, position: Position, near: bool| {
            let positions = tracker.citation(&[CitedItem { item, locator }], note);
            assert_eq!(
                positions.first().map(|p| (p.position, p.near_note)),
                Some((position, near)),
                "note {note}"
            );
        };
        check(0, None, 1, Position::First, false);
        check(0, Some(&one), 2, Position::IbidWithLocator, true);
        check(0, Some(&one), 3, Position::Ibid, true);
        check(0, Some(&two), 4, Position::IbidWithLocator, true);
        check(0, None, 5, Position::Subsequent, true);
        check(1, None, 6, Position::First, false);
        check(0, None, 7, Position::Subsequent, false);
    }
}
