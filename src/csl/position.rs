//! Positions of cites (specification, "Choose", `position`).

use crate::csl::program::Position;
use crate::prelude::*;
use crate::vocabulary::Locator;
use alloc::collections::BTreeMap;

/// A cite as far as its position is concerned.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed<'a> {
    /// Which item, by its index in the registry.
    pub(crate) item: usize,
    /// The locator.
    pub(crate) locator: Option<&'a (Locator, String)>,
}

/// What the document before a cite says about it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Place {
    /// `position`.
    pub(crate) position: Position,
    /// Whether the item was cited within `near-note-distance` notes.
    pub(crate) near_note: bool,
    /// The earlier note that cites the item first.
    pub(crate) first_note: Option<u32>,
}

/// The note where an item was first cited, and where last.
#[derive(Clone, Copy, Debug)]
struct Seen {
    first_note: u32,
    last_note: u32,
}

/// Goes through a document's citations in order and places their cites. Citations in the text and those in notes know
/// nothing of each other, as the test suite has it.
#[derive(Debug, Default)]
pub(crate) struct Placer<'a> {
    in_text: Track<'a>,
    in_notes: Track<'a>,
    near_note_distance: u32,
}

impl<'a> Placer<'a> {
    /// Begins a document; `near_note_distance` is counted in notes.
    pub(crate) fn new(near_note_distance: u32) -> Placer<'a> {
        Placer { near_note_distance, ..Placer::default() }
    }

    /// Places the cites of the next citation, which stands in `note` (0 in the text).
    pub(crate) fn citation(&mut self, cites: &[Placed<'a>], note: u32) -> Vec<Place> {
        let track = if note == 0 { &mut self.in_text } else { &mut self.in_notes };
        track.citation(cites, note, self.near_note_distance)
    }
}

/// The citations that stand in one of the two places.
#[derive(Debug, Default)]
struct Track<'a> {
    seen: BTreeMap<usize, Seen>,
    /// The cites of the citation before.
    previous: Vec<Placed<'a>>,
    /// Its note.
    previous_note: u32,
    /// Whether it is not the first citation of its note.
    previous_shares_note: bool,
}

impl<'a> Track<'a> {
    fn citation(&mut self, cites: &[Placed<'a>], note: u32, near_note_distance: u32) -> Vec<Place> {
        let same_note = note != 0 && note == self.previous_note;
        let mut places = Vec::with_capacity(cites.len());
        for (index, cite) in cites.iter().enumerate() {
            let before = match index.checked_sub(1) {
                Some(before) => cites.get(before),
                // A note without citations comes between, too.
                None if note.saturating_sub(self.previous_note) > 1 => None,
                None => self.cited_alone_before(same_note),
            };
            let place = self.place(cite, before, note, near_note_distance);
            places.push(place);
            let seen = self.seen.entry(cite.item).or_insert(Seen { first_note: note, last_note: note });
            seen.last_note = note;
        }
        self.previous_shares_note = same_note;
        self.previous = cites.to_vec();
        self.previous_note = note;
        places
    }

    /// The cite that an ibid at the head of a citation would refer to: the citation before must consist of it, and be
    /// alone in another note.
    fn cited_alone_before(&self, same_note: bool) -> Option<&Placed<'a>> {
        match self.previous.as_slice() {
            [only] if same_note || !self.previous_shares_note => Some(only),
            _ => None,
        }
    }

    fn place(
        &self,
        cite: &Placed<'a>,
        before: Option<&Placed<'a>>,
        note: u32,
        near_note_distance: u32,
    ) -> Place {
        let Some(seen) = self.seen.get(&cite.item) else { return Place::default() };
        let position = match before.filter(|before| before.item == cite.item) {
            Some(before) => ibid(before.locator, cite.locator),
            None => Position::Subsequent,
        };
        let near_note = note.saturating_sub(seen.last_note) <= near_note_distance;
        // Within one note nobody is sent to it.
        let first_note = Some(seen.first_note).filter(|first| *first != note);
        Place { position, near_note, first_note }
    }
}

/// The same item again: with the same locator ibid, with another ibid-with-locator; when the locator is gone the
/// whole work is meant, which is no ibid.
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
    fn cites_are_placed_by_what_went_before() {
        let page = |number: &str| (Locator::Page, number.to_owned());
        let (one, two) = (page("1"), page("2"));
        let mut placer = Placer::new(1);
        let mut check = |item: usize, locator: Option<_>, note: u32, position: Position, near: bool| {
            let places = placer.citation(&[Placed { item, locator }], note);
            assert_eq!(
                places.first().map(|p| (p.position, p.near_note)),
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
