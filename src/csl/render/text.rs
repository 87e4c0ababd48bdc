//! `cs:text` (specification, "Text").

use super::context::GroupState;
use super::renderer::{Renderer, push};
use crate::csl::case::{self, Conventions, capitalize_subtitles};
use crate::csl::content::{Content, Tag, markup};
use crate::csl::program::{HouseRule, TermCall, TextCase, TextNode, TextSource};
use crate::prelude::*;
use crate::vocabulary::{Locator, Term, TermForm, Variable, VariableKind};
use alloc::borrow::Cow;

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
        let subtitles = matches!(
            tag,
            Tag::Variable(Variable::Title | Variable::ContainerTitle | Variable::ReviewedTitle)
        ) && how.text_case != Some(TextCase::Title)
            && self.context.follows(HouseRule::CapitalAfterColon);
        let by_language = subtitles || matches!(how.text_case, Some(TextCase::Title | TextCase::Sentence));
        let english = by_language && self.is_english(&children, &node.source);
        // Roman numerals have no dots in any language.
        let number = matches!(tag, Tag::Variable(variable) if variable.kind() == VariableKind::Number);
        match node.source {
            TextSource::Value(_) => self.apply_term_options(&mut children, how),
            _ => self.apply_options(&mut children, how, english, if number { "" } else { self.language() }),
        }
        if subtitles && english {
            capitalize_subtitles(&mut children);
        }
        push(out, children, how, "", tag);
        state
    }

    fn text_variable(&mut self, variable: Variable, short: bool) -> (Vec<Content>, GroupState, Tag) {
        let Some(value) = self.in_form(variable, short) else {
            // The variable `year-suffix` keeps its group (of "n.d.") even while it is empty.
            let state = GroupState::variable(variable == Variable::YearSuffix);
            return (Vec::new(), state, Tag::None);
        };
        self.charge(value.len() / 64);
        let value = self.in_house(variable, value);
        let (text, apart) = self.split_apart(variable, &value, short);
        let mut children = self.variable_content(variable, text);
        // Of the pages only an article's number is another text in house: “Article 12”.
        if variable == Variable::Page && matches!(value, Cow::Owned(_)) {
            case::apply(&mut children, TextCase::CapitalizeFirst, Conventions::default());
        }
        children.extend(apart);
        // A label ends in a year, so it takes the year suffix.
        if variable == Variable::CitationLabel {
            children.extend(self.implicit_year_suffix());
        }
        self.printed(variable);
        let tag = match variable {
            Variable::CitationNumber => Tag::CitationNumber,
            Variable::YearSuffix => Tag::YearSuffix,
            Variable::Locator => Tag::Locator,
            Variable::Url if self.is_bare(&value) => Tag::BareLink,
            Variable::Url | Variable::Doi | Variable::Pmid | Variable::Pmcid => Tag::Link,
            _ => Tag::Variable(variable),
        };
        let filled = !children.is_empty();
        (children, GroupState::variable(filled), tag)
    }

    /// The value of a variable: the short form if it is requested and exists, else the long one. For `cs:substitute` both
    /// forms count as the requested variable.
    fn in_form(&self, variable: Variable, short: bool) -> Option<Cow<'a, str>> {
        let abbreviated = match variable {
            Variable::Title if short => Some(Variable::TitleShort),
            Variable::ContainerTitle if short => Some(Variable::ContainerTitleShort),
            _ => None,
        };
        let value = abbreviated.and_then(|abbreviated| self.raw_value(abbreviated));
        let value = value
            .or_else(|| if abbreviated == Some(Variable::TitleShort) { self.short_title() } else { None });
        if self.available(variable) { value.or_else(|| self.raw_value(variable)) } else { None }
    }

    /// The text of a variable as content, with page ranges and numbers normalised and inline markup parsed.
    fn variable_content(&self, variable: Variable, value: &str) -> Vec<Content> {
        let in_words = matches!(
            self.cite.locator,
            Some((Locator::Timestamp | Locator::ArticleLocator | Locator::TitleLocator, _))
        );
        match variable {
            Variable::Url | Variable::Doi | Variable::Pmid | Variable::Pmcid => Content::list(value),
            Variable::Locator if in_words => Content::list(value),
            _ if is_counted(variable) => markup::parse(&self.number_text(variable, value, None)),
            _ => markup::parse(value),
        }
    }

    fn text_term(&mut self, call: &'a TermCall, node: &'a TextNode, out: &mut Vec<Content>) -> GroupState {
        let text = self.term_text(call);
        let mut children = Content::list(text);
        self.apply_term_options(&mut children, &node.rendering);
        // A term in lowercase stays so at the beginning of a sentence too.
        let small = node.rendering.text_case == Some(TextCase::Lowercase);
        push(out, children, &node.rendering, "", if small { Tag::Label } else { Tag::Term });
        GroupState::NEUTRAL
    }

    fn term_text(&self, call: &TermCall) -> &'a str {
        let lang = self.context.lang;
        if call.term == Term::Dataset && lang.is_english() && self.context.follows(HouseRule::DataSet) {
            return "data set";
        }
        lang.term(call.term, call.form, call.plural).unwrap_or_else(|| {
            // CSL 1.0.1 spells some terms with an underscore or without a hyphen; both spellings are accepted.
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

/// Whether `cs:text` normalises the value of a variable as numbers. Variables whose values are often names (`section`,
/// `version`, `part-number`) are not, as in the test suite.
fn is_counted(variable: Variable) -> bool {
    use Variable::{ChapterNumber, CollectionNumber, Edition, Issue, NumberOfPages, NumberOfVolumes};
    matches!(variable, ChapterNumber | CollectionNumber | Edition | Issue | NumberOfPages | NumberOfVolumes)
        || matches!(variable, Variable::Locator | Variable::Number | Variable::Page | Variable::Volume)
}
