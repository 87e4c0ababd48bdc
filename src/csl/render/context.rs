//! The input of rendering beside the item, and its result for groups.

use crate::csl::program::locale::Lang;
use crate::csl::program::{Area, HouseRule, HouseRules, Position, Style};
use crate::prelude::*;
use crate::vocabulary::Locator;

/// The part of a cite that depends on its citation and document.
#[derive(Clone, Debug, Default)]
pub struct CiteState {
    /// The locator: its type, and its value as typed.
    pub locator: Option<(Locator, String)>,
    /// `position`.
    pub position: Position,
    /// Whether the previous cite of the item is within `near-note-distance`.
    pub near_note: bool,
    /// `first-reference-note-number`.
    pub first_reference_note_number: Option<u32>,
    /// `citation-number`.
    pub citation_number: Option<u32>,
    /// The result of disambiguation.
    pub hints: Hints,
}

/// What disambiguation adds to an item's cites. Hints only grow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// One for each list of names, in the order of rendering.
    pub names: Vec<NamesHint>,
    /// How many conditions `disambiguate="true"` hold, in the order in which they are tested.
    pub disambiguate: u16,
    /// The year suffix: `a`, `b`, … `aa`.
    pub year_suffix: String,
}

/// What all items of a citation or bibliography have in common.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The style.
    pub style: &'a Style,
    /// Its language.
    pub lang: &'a Lang<'a>,
    /// The citation or the bibliography.
    pub area: &'a Area,
    /// Whether the area prints the variable `year-suffix` itself, so that dates must not append it.
    pub explicit_year_suffix: bool,
    /// Whether the area is the bibliography, where cites have no position.
    pub in_bibliography: bool,
    /// The house rules that are followed.
    pub house: HouseRules,
    /// Whether the names are in running text, where `and="symbol"` is printed as a word.
    pub narrative: bool,
}

impl RenderContext<'_> {
    /// Whether a house rule is followed.
    pub(super) fn follows(&self, rule: HouseRule) -> bool {
        self.house.contains(rule)
    }
}

/// Whether variables were called, and whether any was non-empty. A group is suppressed if the first is true and the second
/// is not (specification, "Group").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupState {
    /// A variable was called.
    pub(super) called: bool,
    /// A variable that was called is non-empty.
    pub(super) filled: bool,
}

impl GroupState {
    /// Nothing was called.
    pub(super) const NEUTRAL: GroupState = GroupState { called: false, filled: false };

    /// One variable was called.
    pub(super) fn variable(filled: bool) -> GroupState {
        GroupState { called: true, filled }
    }

    pub(super) fn join(&mut self, other: GroupState) {
        self.called |= other.called;
        self.filled |= other.filled;
    }
}

/// What disambiguation adds to one list of names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesHint {
    /// The least number of names printed.
    pub shown: u16,
    /// For each name: 0 as the style prints it, 1 with initials, 2 with the full given name.
    pub given: Vec<u8>,
}

#[cfg(feature = "full")]
impl NamesHint {
    /// Raises the level of the name at an index to at least `level`: 1 for initials, 2 for the full given name.
    pub fn expand(&mut self, name: usize, level: u8) {
        if self.given.len() <= name {
            self.given.resize(name + 1, 0);
        }
        if let Some(given) = self.given.get_mut(name) {
            *given = level.max(*given);
        }
    }
}
