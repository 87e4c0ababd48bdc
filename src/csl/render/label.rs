//! `cs:label` outside `cs:names` (specification, "Label").

use super::{GroupState, Renderer, number, push};
use crate::csl::content::{Content, Tag};
use crate::csl::program::{LabelNode, LabelPlural};
use crate::prelude::*;
use crate::vocabulary::{Term, TermForm, Variable};

impl<'a> Renderer<'a> {
    /// The term of a number variable, if the variable is not empty. A label is no variable: a group with nothing
    /// else is suppressed by the variable's own element.
    pub(super) fn label(&mut self, label: &'a LabelNode, out: &mut Vec<Content>) -> GroupState {
        let Some(variable) = label.variable else { return GroupState::NEUTRAL };
        let Some(value) = self.value(variable) else { return GroupState::NEUTRAL };
        let plural = match variable {
            Variable::NumberOfPages | Variable::NumberOfVolumes => {
                number::leading_integer(&value).is_some_and(|n| n != 1)
            }
            _ => number::is_plural(&value),
        };
        let term = match (variable, &self.cite.locator) {
            (Variable::Locator, Some((locator, _))) => Term::of_locator(*locator),
            _ => Term::of_variable(variable),
        };
        let Some(term) = term else { return GroupState::NEUTRAL };
        let text = self.label_text(term, label.form, label.plural, plural);
        let mut children: Vec<Content> = Content::text(text).into_iter().gather();
        self.dress_term(&mut children, &label.rendering);
        push(out, children, &label.rendering, "", Tag::Term);
        GroupState::NEUTRAL
    }

    /// A term in the number that `plural` asks for.
    pub(super) fn label_text(&self, term: Term, form: TermForm, plural: LabelPlural, many: bool) -> &'a str {
        let many = match plural {
            LabelPlural::Contextual => many,
            LabelPlural::Always => true,
            LabelPlural::Never => false,
        };
        self.scene.lang.term(term, form, many).unwrap_or("")
    }
}
