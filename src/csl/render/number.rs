//! `cs:number` (specification, "Number").

use super::context::GroupState;
use super::numbers::Numbers;
use super::renderer::{Renderer, push};
use crate::csl::content::{Content, Tag};
use crate::csl::program::{HouseRule, NumberForm, NumberNode};
use crate::prelude::*;
use crate::text::{self, roman};
use crate::vocabulary::{Term, Variable};

impl<'a> Renderer<'a> {
    pub(super) fn number(&mut self, node: &'a NumberNode, out: &mut Vec<Content>) -> GroupState {
        let Some(value) = self.value(node.variable) else { return GroupState::variable(false) };
        let convert = |text: &str| self.in_number_form(text, node);
        let convert = (node.form != NumberForm::Numeric).then_some(&convert as &dyn Fn(&str) -> String);
        let text = self.number_text(node.variable, &value, convert);
        let mut children = crate::csl::content::markup::parse(&text);
        // Ordinals are in the style's language. Roman numerals have no dots in any language.
        let ordinal = matches!(node.form, NumberForm::Ordinal | NumberForm::LongOrdinal);
        let language = if ordinal { self.context.lang.tag() } else { "" };
        self.apply_options(&mut children, &node.rendering, self.english(), language);
        let tag = match node.variable {
            Variable::CitationNumber => Tag::CitationNumber,
            Variable::Locator => Tag::Locator,
            variable => Tag::Variable(variable),
        };
        self.printed(node.variable);
        GroupState::variable(push(out, children, &node.rendering, "", tag))
    }

    /// A number in the node's form. Numbers with letters or leading zeros are unchanged.
    fn in_number_form(&self, text: &str, node: &NumberNode) -> String {
        let number = if text.starts_with('0') { None } else { text::parse_u32(text) };
        let Some(number) = number else { return text.to_owned() };
        match node.form {
            NumberForm::Numeric => text.to_owned(),
            NumberForm::Roman => roman(number),
            NumberForm::Ordinal => self.ordinal(number, node.variable),
            NumberForm::LongOrdinal => {
                let long = self.context.lang.long_ordinal(number, self.gender_of(node.variable));
                long.map_or_else(|| self.ordinal(number, node.variable), str::to_owned)
            }
        }
    }

    fn ordinal(&self, number: u32, variable: Variable) -> String {
        let suffix = self.context.lang.ordinal_suffix(number, self.gender_of(variable));
        text::concat(&[&text::to_decimal(number), suffix])
    }

    /// A value of a number variable or locator with its separators and labels normalised. A value that begins with the label
    /// of another variable (a volume of "p. 3") is not a number of this variable and is unchanged.
    pub(super) fn number_text(
        &self,
        variable: Variable,
        value: &str,
        convert: Option<&dyn Fn(&str) -> String>,
    ) -> String {
        let own = self.counted(variable);
        let numbers = self.numbers(variable, value);
        if variable != Variable::Locator && numbers.head() != own {
            return value.to_owned();
        }
        numbers.print(&self.context, convert)
    }

    /// Whether a value consists of numbers alone (specification, "is-numeric").
    pub(super) fn is_numeric(&self, variable: Variable, value: &str) -> bool {
        let own = self.counted(variable);
        let numbers = Numbers::new(value, own, &self.context);
        (variable == Variable::Locator || numbers.head() == own) && numbers.is_numeric()
    }

    /// The parts of a value of a number variable or locator.
    pub(super) fn numbers<'v>(&self, variable: Variable, value: &'v str) -> Numbers<'v> {
        let own = self.counted(variable);
        if variable == Variable::Number && self.context.follows(HouseRule::OneNumber) {
            return Numbers::one(value, own);
        }
        Numbers::new(value, own, &self.context)
    }

    /// The term of what a variable counts: of the variable itself, or of the locator's type.
    pub(super) fn counted(&self, variable: Variable) -> Option<Term> {
        match (variable, &self.cite.locator) {
            (Variable::Locator, Some((locator, _))) => Term::of_locator(*locator),
            _ => Term::of_variable(variable),
        }
    }

    /// The gender of the noun that a number belongs to.
    fn gender_of(&self, variable: Variable) -> Option<crate::vocabulary::Gender> {
        self.counted(variable).and_then(|term| self.context.lang.gender(term))
    }
}
