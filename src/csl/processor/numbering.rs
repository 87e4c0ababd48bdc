//! The order and numbers of items, and the positions of cites.

use super::Processor;
use crate::csl::citation::{Citation, Cite};
use crate::csl::position::{CitePosition, CitedItem, PositionTracker};
use crate::csl::program::{Area, SortKey};
use crate::csl::render::CiteState;
use crate::csl::render::sort_key::{SortValue, sort_value};
use crate::csl::sort;
use crate::prelude::*;

/// The citation that cites an item first, and whether a later cite refers to its note.
#[derive(Clone, Copy, Default)]
struct FirstCitation {
    citation: Option<(usize, u32)>,
    referred: bool,
}

impl Processor<'_, '_> {
    /// Orders and numbers the items in use, and finds the positions of all cites.
    pub(super) fn number_items(&mut self) {
        let used = self.used();
        self.state.order = if self.state.unsorted { used } else { self.sorted(used) };
        self.state.registry.states_mut().for_each(|state| state.number = 0);
        for (number, index) in (1..).zip(&self.state.order) {
            if let Some(state) = self.state.registry.state_mut(*index) {
                state.number = number;
            }
        }
        self.find_positions();
    }

    /// Finds the positions of all cites, from the beginning of the document. Within a citation, cites are in printed
    /// order.
    fn find_positions(&mut self) {
        let mut tracker = PositionTracker::new(self.single.style.citation.near_note_distance.unwrap_or(5));
        let mut firsts = vec![FirstCitation::default(); self.state.registry.len()];
        let mut all = Vec::with_capacity(self.state.citations.len());
        for (index, citation) in self.state.citations.iter().enumerate() {
            all.push(self.positions_of(citation, index, &mut tracker, &mut firsts));
        }
        self.state.positions = all;
        for (index, first) in firsts.into_iter().enumerate() {
            let changed = first.referred
                && self.traits.positions
                && self.is_first_cited_elsewhere(index, first.citation);
            if let Some(state) = self.state.registry.state_mut(index) {
                (state.first, state.changed) = (first.citation, changed);
            }
        }
    }

    /// The positions of one citation's cites, in the caller's order.
    fn positions_of<'c>(
        &self,
        citation: &'c Citation,
        index: usize,
        tracker: &mut PositionTracker<'c>,
        firsts: &mut [FirstCitation],
    ) -> Vec<CitePosition> {
        let order = self.cite_order(&citation.cites);
        let locator = |at: usize| citation.cites.get(at).and_then(|cite| cite.locator.as_ref());
        let cited: Vec<CitedItem<'_>> =
            order.iter().map(|(at, item)| CitedItem { item: *item, locator: locator(*at) }).collect();
        let mut positions = vec![CitePosition::default(); citation.cites.len()];
        for ((at, item), position) in order.iter().zip(tracker.citation(&cited, citation.note)) {
            if let (Some(known), Some(first)) = (positions.get_mut(*at), firsts.get_mut(*item)) {
                *known = position;
                first.referred |= position.first_note.is_some();
                first.citation.get_or_insert((index, citation.note));
            }
        }
        positions
    }

    /// Whether an item's first citation, or its note, was another before the change.
    fn is_first_cited_elsewhere(&self, index: usize, first: Option<(usize, u32)>) -> bool {
        let before = self.state.registry.state(index).and_then(|state| state.first);
        let (Some((old, old_note)), Some((new, new_note))) = (before, first) else { return false };
        let known = self.state.printed.get(old).map(|(id, _)| id);
        old_note != new_note || known != self.state.citations.get(new).map(|citation| &citation.id)
    }

    /// The cites of known items in the order of `cs:sort`: their indices in the citation, and those of their items.
    pub(super) fn cite_order(&self, cites: &[Cite]) -> Vec<(usize, usize)> {
        let known = |(at, cite): (usize, &Cite)| Some((at, self.state.registry.index_of(&cite.id)?));
        let known: Vec<(usize, usize)> = cites.iter().enumerate().filter_map(known).collect();
        let number = |index: usize| self.state.registry.state(index).map_or(0, |state| state.number);
        let numbered: Vec<(usize, u32)> = known.iter().map(|(_, index)| (*index, number(*index))).collect();
        let order = self.sort(&numbered, &self.single.style.citation.area, false);
        order.into_iter().filter_map(|at| known.get(at).copied()).collect()
    }

    /// The indices of the items in use, in the order in which they are cited or listed.
    fn used(&self) -> Vec<usize> {
        let mut used: Vec<usize> = Vec::new();
        let mut is_used = vec![false; self.state.registry.len()];
        let cites = self.state.citations.iter().flat_map(|citation| &citation.cites);
        let cited = cites.filter_map(|cite| self.state.registry.index_of(&cite.id));
        let is_listed = |index: &usize| self.state.registry.state(*index).is_some_and(|state| state.listed);
        for index in cited.chain((0..self.state.registry.len()).filter(is_listed)) {
            if let Some(flag @ false) = is_used.get_mut(index) {
                *flag = true;
                used.push(index);
            }
        }
        used
    }

    /// Items in the order of the bibliography's sort keys.
    pub(super) fn sorted(&self, used: Vec<usize>) -> Vec<usize> {
        let Some(bibliography) = &self.single.style.bibliography else { return used };
        // Numbers do not exist before the bibliography is sorted; the order of citing is used instead.
        let numbered: Vec<(usize, u32)> = used.iter().copied().zip(1..).collect();
        let order = self.sort(&numbered, &bibliography.area, true);
        order.into_iter().filter_map(|at| used.get(at).copied()).collect()
    }

    /// The order of items by the sort keys of an area. Each item is given with its number.
    fn sort(&self, items: &[(usize, u32)], area: &Area, in_bibliography: bool) -> Vec<usize> {
        if area.sort.is_empty() || items.len() < 2 {
            return (0..items.len()).collect();
        }
        let context = self.context(area, in_bibliography);
        let value = |at: usize, key: &SortKey| {
            let Some((index, number)) = items.get(at) else { return SortValue::Empty };
            let Some(item) = self.state.registry.item(*index) else { return SortValue::Empty };
            // Hints depend on the order, so the order must not depend on hints.
            let state = CiteState { citation_number: Some(*number), ..CiteState::default() };
            sort_value(context, item, &state, key)
        };
        sort::order(items.len(), &area.sort, self.collate, &value)
    }
}
