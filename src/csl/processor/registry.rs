//! The items of a processor, and what depends on the others for each of them.

use crate::csl::render::{CiteState, Hints};
use crate::item::Item;
use crate::prelude::*;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;

/// The state of an item in its document.
#[derive(Clone, Debug, Default)]
pub(super) struct ItemState {
    /// Whether the bibliography lists it even if no citation cites it.
    pub(super) listed: bool,
    /// The result of disambiguation.
    pub(super) hints: Hints,
    /// Whether the latest change altered its hints, or the citation that its cites refer to.
    pub(super) changed: bool,
    /// Its place in the bibliography, from 1; 0 if it has none.
    pub(super) number: u32,
    /// The index of the citation that cites it first, and the note of that citation.
    pub(super) first: Option<(usize, u32)>,
}

impl ItemState {
    /// The state of a cite of the item that does not depend on the cite's position.
    pub(super) fn cited(&self) -> CiteState {
        CiteState {
            first_reference_note_number: self.first.map(|(_, note)| note).filter(|note| *note > 0),
            citation_number: Some(self.number),
            ..CiteState::default()
        }
    }

    /// The state of the item's entry in the bibliography. Name hints apply to citations only.
    pub(super) fn listed(&self) -> CiteState {
        let hints = Hints { names: Vec::new(), ..self.hints.clone() };
        CiteState { citation_number: Some(self.number), hints, ..CiteState::default() }
    }
}

/// Items by index and by id.
#[derive(Debug, Default)]
pub(super) struct Registry<'a> {
    items: Vec<Cow<'a, Item>>,
    states: Vec<ItemState>,
    indices: BTreeMap<String, usize>,
}

impl<'a> Registry<'a> {
    /// Adds items. An item with the id of a known one replaces it and keeps its state.
    pub(super) fn add(&mut self, items: &mut dyn Iterator<Item = Cow<'a, Item>>) {
        for item in items {
            let known = self.indices.get(&item.id).and_then(|index| self.items.get_mut(*index));
            if let Some(known) = known {
                *known = item;
                continue;
            }
            self.push(item);
        }
    }

    /// Replaces all items. Each counts by itself, also without an id and with that of another: files have such records.
    pub(super) fn replace(&mut self, items: &mut dyn Iterator<Item = Cow<'a, Item>>) {
        *self = Registry::default();
        for item in items {
            self.push(item);
        }
    }

    /// Adds an item. An id means the first item that has it.
    fn push(&mut self, item: Cow<'a, Item>) {
        self.indices.entry(item.id.clone()).or_insert(self.items.len());
        self.items.push(item);
        self.states.push(ItemState::default());
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn index_of(&self, id: &str) -> Option<usize> {
        self.indices.get(id).copied()
    }

    pub(super) fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index).map(|item| &**item)
    }

    pub(super) fn state(&self, index: usize) -> Option<&ItemState> {
        self.states.get(index)
    }

    pub(super) fn state_mut(&mut self, index: usize) -> Option<&mut ItemState> {
        self.states.get_mut(index)
    }

    pub(super) fn states_mut(&mut self) -> impl Iterator<Item = &mut ItemState> {
        self.states.iter_mut()
    }

    /// An item with its state.
    pub(super) fn get(&self, index: usize) -> Option<(&Item, &ItemState)> {
        Some((self.item(index)?, self.state(index)?))
    }
}
