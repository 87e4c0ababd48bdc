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
    /// The note that cites the item first.
    pub(crate) first_note: Option<u32>,
}

/// The note where an item was first cited, and where last.
#[derive(Clone, Copy, Debug)]
struct Seen {
    first_note: u32,
    last_note: u32,
}

/// Goes through a document's citations in order and places their cites.
#[derive(Debug, Default)]
pub(crate) struct Placer<'a> {
    seen: BTreeMap<usize, Seen>,
    /// The cites of the citation before.
    previous: Vec<Placed<'a>>,
    /// Its note.
    previous_note: u32,
    /// The item that all citations of that note cite; `None` when they cite several.
    only_item: Option<usize>,
    near_note_distance: u32,
}

impl<'a> Placer<'a> {
    /// Begins a document; `near_note_distance` is counted in notes.
    pub(crate) fn new(near_note_distance: u32) -> Placer<'a> {
        Placer { near_note_distance, ..Placer::default() }
    }

    /// Places the cites of the next citation, which stands in `note` (0 in the text).
    pub(crate) fn citation(&mut self, cites: &[Placed<'a>], note: u32) -> Vec<Place> {
        let same_note = note != 0 && note == self.previous_note;
        let mut places = Vec::with_capacity(cites.len());
        for (index, cite) in cites.iter().enumerate() {
            let before = match index.checked_sub(1) {
                Some(before) => cites.get(before),
                None => self.cited_alone_before(same_note),
            };
            let place = self.place(cite, before, note);
            places.push(place);
            let seen = self.seen.entry(cite.item).or_insert(Seen { first_note: note, last_note: note });
            seen.last_note = note;
        }
        let only_item = only_item(cites);
        self.only_item = if same_note && self.only_item != only_item { None } else { only_item };
        self.previous = cites.to_vec();
        self.previous_note = note;
        places
    }

    /// The cite that an ibid at the head of a citation would refer to: the citation before must cite one item, and in
    /// another note all citations there that same one.
    fn cited_alone_before(&self, same_note: bool) -> Option<&Placed<'a>> {
        let alone = if same_note { only_item(&self.previous) } else { self.only_item };
        alone.and_then(|_| self.previous.last())
    }

    fn place(&self, cite: &Placed<'a>, before: Option<&Placed<'a>>, note: u32) -> Place {
        let Some(seen) = self.seen.get(&cite.item) else { return Place::default() };
        let position = match before.filter(|before| before.item == cite.item) {
            Some(before) => ibid(before.locator, cite.locator),
            None => Position::Subsequent,
        };
        let near_note = note.saturating_sub(seen.last_note) <= self.near_note_distance;
        Place { position, near_note, first_note: Some(seen.first_note) }
    }
}

/// The item of all cites, if they cite but one.
fn only_item(cites: &[Placed<'_>]) -> Option<usize> {
    let first = cites.first()?.item;
    cites.iter().all(|cite| cite.item == first).then_some(first)
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
