//! `cs:choose` (specification, "Choose").

use super::context::GroupState;
use super::renderer::Renderer;
use crate::csl::content::Content;
use crate::csl::program::{Branch, Condition, Match, Node, Position};
use crate::prelude::*;

impl<'a> Renderer<'a> {
    /// The first branch that holds; its state passes through, for conditions call no variable.
    pub(super) fn choose(&mut self, branches: &'a [Branch], out: &mut Vec<Content>) -> GroupState {
        self.nodes(self.chosen(branches), out)
    }

    /// The children of the first branch that holds.
    pub(super) fn chosen(&self, branches: &'a [Branch]) -> &'a [Node] {
        branches.iter().find(|branch| self.holds(branch)).map_or(&[], |branch| &branch.children)
    }

    fn holds(&self, branch: &Branch) -> bool {
        let any = || branch.conditions.iter().any(|condition| self.test(condition));
        match branch.matching {
            Match::All => branch.conditions.iter().all(|condition| {
                self.test(condition)
                    || branch.conditions.iter().any(|other| self.stands_for(other, condition))
            }),
            Match::Any => any(),
            Match::None => !any(),
        }
    }

    /// An item has one type, so of several types that must all hold none ever could: styles mean alternatives by them.
    /// (The test suite's processor does not read several locators so.)
    fn stands_for(&self, other: &Condition, condition: &Condition) -> bool {
        matches!((other, condition), (Condition::Type(_), Condition::Type(_))) && self.test(other)
    }

    fn test(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Type(item_type) => self.item.item_type == *item_type,
            Condition::Variable(variable) => self.has(*variable),
            Condition::IsNumeric(variable) => {
                self.raw_value(*variable).is_some_and(|value| self.is_numeric(*variable, &value))
            }
            Condition::IsUncertainDate(variable) => self.item.date(*variable).is_some_and(|date| date.circa),
            Condition::Locator(locator) => {
                self.cite.locator.as_ref().is_some_and(|(found, _)| found == locator)
            }
            Condition::Position(position) => self.at(*position),
            Condition::Disambiguate(wanted) => self.disambiguates() == *wanted,
            Condition::Never => false,
        }
    }

    /// Whether this condition is one of those that disambiguation lets hold, which are the first ones.
    fn disambiguates(&self) -> bool {
        let before = self.conditions.get();
        self.conditions.set(before.saturating_add(1));
        before < self.cite.hints.disambiguate
    }

    /// Positions imply each other: ibid with locator is ibid is subsequent (specification, "Choose").
    fn at(&self, position: Position) -> bool {
        if self.context.in_bibliography {
            return false;
        }
        let here = self.cite.position;
        match position {
            Position::First => here == Position::First,
            Position::Subsequent => here != Position::First,
            Position::Ibid => matches!(here, Position::Ibid | Position::IbidWithLocator),
            Position::IbidWithLocator => here == Position::IbidWithLocator,
            Position::NearNote => self.cite.near_note,
            Position::FarNote => here != Position::First && !self.cite.near_note,
        }
    }
}
