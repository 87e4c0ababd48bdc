//! `cs:choose` (specification, "Choose").

use super::context::GroupState;
use super::renderer::Renderer;
use crate::csl::content::Content;
use crate::csl::program::{Branch, Condition, Match, Node, Position};
use crate::prelude::*;

impl<'a> Renderer<'a> {
    /// Renders the first branch whose conditions hold. Conditions call no variable, so the branch's state is returned.
    pub(super) fn choose(&mut self, branches: &'a [Branch], out: &mut Vec<Content>) -> GroupState {
        self.nodes(self.chosen(branches), out)
    }

    /// The children of the first branch whose conditions hold.
    pub(super) fn chosen(&self, branches: &'a [Branch]) -> &'a [Node] {
        branches.iter().find(|branch| self.is_met(branch)).map_or(&[], |branch| &branch.children)
    }

    fn is_met(&self, branch: &Branch) -> bool {
        let any = || branch.conditions.iter().any(|condition| self.test(condition));
        match branch.matching {
            Match::All => branch.conditions.iter().all(|condition| {
                self.test(condition)
                    || branch.conditions.iter().any(|other| self.is_alternative(other, condition))
            }),
            Match::Any => any(),
            Match::None => !any(),
        }
    }

    /// Whether `condition` counts as true because `other` is. An item has one type, so several types that must all hold are
    /// alternatives. Several locators are not, as in citeproc-js.
    fn is_alternative(&self, other: &Condition, condition: &Condition) -> bool {
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
            Condition::Disambiguate(wanted) => self.next_disambiguate() == *wanted,
            Condition::House => !self.context.house.is_empty(),
            Condition::Never => false,
        }
    }

    /// The value of the next condition `disambiguate="true"`: the first ones tested are true, as many as the hints state.
    fn next_disambiguate(&self) -> bool {
        let before = self.conditions.get();
        self.conditions.set(before.saturating_add(1));
        before < self.cite.hints.disambiguate
    }

    /// Whether a position applies: `ibid-with-locator` implies `ibid`, which implies `subsequent` (specification, "Choose").
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
