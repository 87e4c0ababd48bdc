//! The input of rendering beside the item, and its result for groups.

use crate::csl::program::locale::Lang;
use crate::csl::program::{Area, Position, Style};
use crate::prelude::*;
use crate::vocabulary::Locator;

/// What a cite is told about its surroundings.
#[derive(Clone, Debug, Default)]
pub struct CiteState {
    /// The locator: its type, and its value as the user typed it.
    pub locator: Option<(Locator, String)>,
    /// `position`.
    pub position: Position,
    /// Whether the previous cite of the item is within `near-note-distance`.
    pub near_note: bool,
    /// `first-reference-note-number`.
    pub first_reference_note_number: Option<u32>,
    /// `citation-number`.
    pub citation_number: Option<u32>,
    /// What disambiguation found necessary.
    pub hints: Hints,
}

/// What disambiguation asks of an item's cites. Hints only ever grow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// For each list of names in the order of rendering.
    pub names: Vec<NamesHint>,
    /// How many of the conditions `disambiguate="true"` hold that are met on the way.
    pub disambiguate: u16,
    /// The year suffix, as a letter or several.
    pub year_suffix: String,
}

/// What is the same for all items of a citation or bibliography.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The style.
    pub style: &'a Style,
    /// Its language.
    pub lang: &'a Lang<'a>,
    /// Citation or bibliography.
    pub area: &'a Area,
    /// Whether the area prints `year-suffix` itself, so that dates must not append it.
    pub explicit_year_suffix: bool,
    /// Whether the area is the bibliography, where a cite has no position.
    pub in_bibliography: bool,
    /// Whether names stand in running text, where no style writes `&`.
    pub narrative: bool,
}

/// Whether variables were called, and whether any had something to print. A group suppresses itself when the first
/// is true and the second is not (specification, "Group").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupState {
    /// A variable was called.
    pub(super) called: bool,
    /// A variable that was called printed something.
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

/// What disambiguation asks of one list of names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesHint {
    /// At least so many names are shown.
    pub shown: u16,
    /// For each name: 0 as the style has it, 1 with initials, 2 with the full given name.
    pub given: Vec<u8>,
}

#[cfg(feature = "full")]
impl NamesHint {
    /// Lets the name at an index be printed with initials (1) or its full given name (2), at least.
    pub fn expand(&mut self, name: usize, level: u8) {
        if self.given.len() <= name {
            self.given.resize(name + 1, 0);
        }
        if let Some(given) = self.given.get_mut(name) {
            *given = level.max(*given);
        }
    }
}
