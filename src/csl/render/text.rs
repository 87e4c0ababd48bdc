//! `cs:text` (specification, "Text").

use super::context::GroupState;
use super::renderer::{Renderer, push};
use crate::csl::content::{Content, Tag, markup};
use crate::csl::program::{TermCall, TextCase, TextNode, TextSource};
use crate::prelude::*;
use crate::vocabulary::{Locator, Term, TermForm, Variable};

impl<'a> Renderer<'a> {
    pub(super) fn text(&mut self, node: &'a TextNode, out: &mut Vec<Content>) -> GroupState {
        let how = &node.rendering;
        let (mut children, state, tag) = match &node.source {
            TextSource::Variable(variable, short) => self.text_variable(*variable, *short),
            TextSource::Macro(index) => {
                let (children, state) = self.call(*index);
                (children, state, Tag::None)
            }
            TextSource::Term(call) => return self.text_term(call, node, out),
            TextSource::Value(value) => (markup::parse(value), GroupState::NEUTRAL, Tag::None),
        };
        if children.is_empty() {
            return state;
        }
        self.apply_text_options(&mut children, how);
        push(out, children, how, "", tag);
        state
    }

    fn text_variable(&mut self, variable: Variable, short: bool) -> (Vec<Content>, GroupState, Tag) {
        let Some(value) = self.in_form(variable, short) else {
            // The suffix of a year, printed or not, is a reason to keep the group that "n.d." stands in.
            let state = GroupState::variable(variable == Variable::YearSuffix);
            return (Vec::new(), state, Tag::None);
        };
        self.charge(value.len() / 64);
        let mut children = self.variable_content(variable, &value);
        // A label ends in a year, and takes the year suffix as such.
        if variable == Variable::CitationLabel {
            children.extend(self.implicit_year_suffix());
        }
        self.printed(variable);
        let tag = match variable {
            Variable::CitationNumber => Tag::CitationNumber,
            Variable::YearSuffix => Tag::YearSuffix,
            Variable::Locator => Tag::Locator,
            Variable::Url | Variable::Doi | Variable::Pmid | Variable::Pmcid => Tag::Link,
            _ => Tag::Variable(variable),
        };
        let filled = !children.is_empty();
        (children, GroupState::variable(filled), tag)
    }

    /// The value to print of a variable: the short form where it is asked for and exists, else the long one. By
    /// substitution both are printed under the name that is asked for.
    fn in_form(&self, variable: Variable, short: bool) -> Option<alloc::borrow::Cow<'a, str>> {
        let abbreviated = match variable {
            Variable::Title if short => Some(Variable::TitleShort),
            Variable::ContainerTitle if short => Some(Variable::ContainerTitleShort),
            _ => None,
        };
        let value = abbreviated.and_then(|abbreviated| self.raw_value(abbreviated));
        if self.available(variable) { value.or_else(|| self.raw_value(variable)) } else { None }
    }

    /// A variable's text as content: page ranges and numbers normalised, inline markup read.
    fn variable_content(&self, variable: Variable, value: &str) -> Vec<Content> {
        let in_words = matches!(
            self.cite.locator,
            Some((Locator::Timestamp | Locator::ArticleLocator | Locator::TitleLocator, _))
        );
        match variable {
            Variable::Url | Variable::Doi | Variable::Pmid | Variable::Pmcid => literal(value),
            Variable::Locator if in_words => literal(value),
            _ if is_counted(variable) => markup::parse(&self.number_text(variable, value, None)),
            _ => markup::parse(value),
        }
    }

    fn text_term(&mut self, call: &'a TermCall, node: &'a TextNode, out: &mut Vec<Content>) -> GroupState {
        let text = self.term_text(call);
        let mut children = literal(text);
        self.apply_term_options(&mut children, &node.rendering);
        // What the style wants in small letters keeps them also where a sentence begins.
        let small = node.rendering.text_case == Some(TextCase::Lowercase);
        push(out, children, &node.rendering, "", if small { Tag::Label } else { Tag::Term });
        GroupState::NEUTRAL
    }

    fn term_text(&self, call: &TermCall) -> &'a str {
        let lang = self.context.lang;
        lang.term(call.term, call.form, call.plural).unwrap_or_else(|| {
            // CSL 1.0.1 styles call the item type's term by its underscore spelling, and the other way round.
            match call.term {
                Term::PersonalCommunication => lang.word(Term::PersonalCommunicationType),
                Term::EditorTranslator => {
                    lang.term(Term::Editortranslator, call.form, call.plural).unwrap_or("")
                }
                Term::Editortranslator => {
                    lang.term(Term::EditorTranslator, TermForm::Long, call.plural).unwrap_or("")
                }
                _ => "",
            }
        })
    }
}

/// Whether `cs:text` sets a variable's value as numbers. The test suite leaves out those that are as often names
/// (`section`, `version`, `part-number`).
fn is_counted(variable: Variable) -> bool {
    use Variable::{ChapterNumber, CollectionNumber, Edition, Issue, NumberOfPages, NumberOfVolumes};
    matches!(variable, ChapterNumber | CollectionNumber | Edition | Issue | NumberOfPages | NumberOfVolumes)
        || matches!(variable, Variable::Locator | Variable::Number | Variable::Page | Variable::Volume)
}

/// Text without markup.
fn literal(text: impl Into<String>) -> Vec<Content> {
    Content::text(text).into_iter().collect_vec()
}
