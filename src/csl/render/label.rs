//! `cs:label` outside `cs:names` (specification, "Label").

use super::context::GroupState;
use super::renderer::{Renderer, push};
use crate::csl::content::{Content, Tag};
use crate::csl::program::{HouseRule, LabelNode, LabelPlural};
use crate::prelude::*;
use crate::text;
use crate::vocabulary::{Term, TermForm, Variable};

impl<'a> Renderer<'a> {
    /// Renders the term of a number variable, if the variable is not empty. A label does not count as a variable for its
    /// group.
    pub(super) fn label(&mut self, label: &'a LabelNode, out: &mut Vec<Content>) -> GroupState {
        let Some(variable) = label.variable else { return GroupState::NEUTRAL };
        let Some(value) = self.value(variable) else { return GroupState::NEUTRAL };
        let own = self.counted(variable);
        let numbers = self.numbers(variable, &value);
        let counts = matches!(variable, Variable::NumberOfPages | Variable::NumberOfVolumes);
        let plural = numbers.is_plural() && (numbers.head() == own || variable == Variable::Locator)
            || counts && text::parse_u32(&value).is_some_and(|number| number > 1)
            || value.ends_with('+') && self.context.follows(HouseRule::PlusPages);
        // A label inside the locator's text overrides the type of the locator.
        let term = if variable == Variable::Locator { numbers.head() } else { own };
        let Some(term) = term else { return GroupState::NEUTRAL };
        let text = self.label_text(term, label.form, label.plural, plural);
        let mut children = Content::list(text);
        self.apply_term_options(&mut children, &label.rendering);
        push(out, children, &label.rendering, "", Tag::Label);
        GroupState::NEUTRAL
    }

    /// A term in the number that `plural` selects; `many` is whether the content is plural.
    pub(super) fn label_text(&self, term: Term, form: TermForm, plural: LabelPlural, many: bool) -> &'a str {
        let many = match plural {
            LabelPlural::Contextual => many,
            LabelPlural::Always => true,
            LabelPlural::Never => false,
        };
        self.context.lang.term(term, form, many).unwrap_or("")
    }
}
