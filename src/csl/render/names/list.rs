//! A list of names: et al., `and`, and the delimiters between (specification, "Name" and "Et-al Abbreviation").

use super::{NameList, Resolved};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{And, DelimiterPrecedes, HouseRule, NameAsSortOrder, NameOptions, Position};
use crate::csl::render::context::NamesHint;
use crate::csl::render::renderer::{Renderer, wrap};
use crate::item::{Name, people};
use crate::prelude::*;
use crate::text::concat;
use crate::vocabulary::Term;

/// How many names of a list are printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ShownNames {
    /// How many names are printed from the front.
    pub(super) shown: usize,
    /// Whether an ellipsis and the last name follow (`et-al-use-last`).
    pub(super) with_last: bool,
}

impl<'a> Renderer<'a> {
    /// The names of one variable, tagged with the variable and each name's index.
    pub(super) fn name_list(&mut self, resolved: &Resolved<'_>, list: &NameList<'a>) -> Option<Content> {
        let cite = self.cite;
        let hint = cite.hints.names.get(self.names_printed);
        self.names_printed += 1;
        let options = &resolved.options;
        let mut shown_names = self.shown_names(options, list.names.len());
        let known = known_names(list.names);
        shown_names.shown = shown_names.shown.max(hint.map_or(0, |hint| usize::from(hint.shown))).min(known);
        shown_names.with_last &= known == list.names.len();
        let mut children: Vec<Content> = Vec::new();
        for (index, name) in list.names.iter().take(shown_names.shown).enumerate() {
            let separator = self.separator(options, list.names, index, shown_names);
            push_separator(&mut children, separator);
            children.push(self.one_name(resolved, name, index, hint));
        }
        let is_short = (1..list.names.len()).contains(&shown_names.shown)
            && self.rest(resolved, list, shown_names, hint, &mut children);
        let mut span = Span::new(Tag::Names(list.variable), children);
        // The affixes of `cs:name` surround the list: `prefix=" translated by "`, `suffix=" (eds)"`. So do journals print
        // them; citeproc-js repeats them at each person. Its formatting is each name's, and with "et al." the whole list's.
        if let Some(node) = resolved.name {
            if is_short {
                span.format = node.rendering.format;
            }
            span.prefix.clone_from(&node.rendering.prefix);
            span.suffix.clone_from(&node.rendering.suffix);
        }
        let content = Content::Span(span);
        (!content.is_empty()).then_some(content)
    }

    /// How many names the et al. options leave; `et-al-subsequent-*` applies to cites after the first.
    pub(super) fn shown_names(&self, options: &NameOptions, total: usize) -> ShownNames {
        let subsequent = self.cite.position != Position::First && !self.context.in_bibliography;
        let later = |value: Option<u32>| value.filter(|_| subsequent);
        let min = later(options.et_al_subsequent_min).or(options.et_al_min).unwrap_or(0) as usize;
        let first = later(options.et_al_subsequent_use_first).or(options.et_al_use_first);
        let first = first.map_or(usize::MAX, |first| first as usize);
        // The last name needs two more than are printed: the specification wants `et-al-use-first` so much below
        // `et-al-min`, and where it is not, citeproc-js prints fewer.
        let use_last = options.et_al_use_last == Some(true);
        let first = if use_last { first.min(min.saturating_sub(2).max(1)) } else { first };
        if min == 0 || total < min || first >= total {
            return ShownNames { shown: total, with_last: false };
        }
        let with_last = use_last && total >= first + 2;
        ShownNames { shown: first, with_last }
    }

    /// The text before the name at `index`.
    fn separator(
        &self,
        options: &NameOptions,
        names: &[Name],
        index: usize,
        shown_names: ShownNames,
    ) -> String {
        if index == 0 {
            return String::new();
        }
        let delimiter = options.delimiter.as_deref().unwrap_or(", ");
        let is_last = index + 1 == names.len();
        // In a sort key, the word "and" would sort lists by their length.
        let joins = is_last && shown_names.shown == names.len() && self.sort_names().is_none();
        let Some(and) = options.and.filter(|_| joins) else { return delimiter.to_owned() };
        let word = self.context.lang.word(Term::And);
        let and = match and {
            And::Symbol if !self.context.narrative => self.context.lang.and_symbol(),
            And::Symbol | And::Text => word,
        };
        let precedes = options.delimiter_precedes_last.unwrap_or(DelimiterPrecedes::Contextual);
        let inverted = names.get(index - 1).is_some_and(|name| self.inverted(options, name, index - 1));
        // No comma precedes the second of two names if it is an organisation (APA 7, 9.11), except after an inverted
        // name.
        let organisation = matches!(names, [_, second] if !second.literal.is_empty())
            && precedes != DelimiterPrecedes::AfterInvertedName;
        let blank = blank_beside(and);
        let glued = blank.is_empty() && names.len() > 2;
        if !organisation && !glued && delimiter_precedes(precedes, names.len() > 2, inverted) {
            concat(&[delimiter, and, blank])
        } else {
            concat(&[blank, and, blank])
        }
    }

    /// "et al.", or an ellipsis and the last name; whether it is the former.
    fn rest(
        &mut self,
        resolved: &Resolved<'_>,
        list: &NameList<'a>,
        shown_names: ShownNames,
        hint: Option<&NamesHint>,
        children: &mut Vec<Content>,
    ) -> bool {
        let options = &resolved.options;
        let delimiter = options.delimiter.as_deref().unwrap_or(", ");
        let last = list.names.len().saturating_sub(1);
        if let (true, Some(name)) = (shown_names.with_last && shown_names.shown < last, list.names.get(last))
        {
            // The specification has the delimiter always, the test suite not after a single name.
            let delimiter = if shown_names.shown > 1 { delimiter } else { " " };
            let spaced = self.context.follows(HouseRule::SpacedEllipsis);
            push_separator(children, concat(&[delimiter, if spaced { ". . . " } else { "\u{2026} " }]));
            children.push(self.one_name(resolved, name, last, hint));
            return false;
        }
        // In the place of a last name "et al." has the delimiter that the name would have.
        let in_place =
            options.delimiter_precedes_last.filter(|_| shown_names.shown == known_names(list.names));
        let precedes = options.delimiter_precedes_et_al.or(in_place).unwrap_or(DelimiterPrecedes::Contextual);
        let inverted =
            shown_names.shown.checked_sub(1).and_then(|at| list.names.get(at).map(|name| (at, name)));
        let inverted = inverted.is_some_and(|(at, name)| self.inverted(options, name, at));
        let word = self.context.lang.word(resolved.et_al.map_or(Term::EtAl, |et_al| et_al.term));
        let precedes = delimiter_precedes(precedes, shown_names.shown > 1, inverted);
        let separator = if precedes { delimiter } else { blank_beside(word) };
        let et_al = self.et_al(resolved, word);
        let is_short = et_al.is_some();
        if let Some(et_al) = et_al {
            push_separator(children, separator.to_owned());
            children.push(et_al);
        }
        is_short
    }

    /// The term "et al.", which sort keys do not contain.
    fn et_al(&self, resolved: &Resolved<'_>, word: &str) -> Option<Content> {
        if self.sort_names().is_some() {
            return None;
        }
        let text = Content::text(word)?;
        // Scripts without italics get no formatting.
        let Some(node) = resolved.et_al.filter(|_| !word.begins_with(joins_words)) else { return Some(text) };
        let mut children = vec![text];
        self.apply_term_options(&mut children, &node.rendering);
        Some(wrap(children, &node.rendering, "", Tag::Label))
    }

    /// Whether the name at `index` is printed family name first, with a separator.
    pub(super) fn inverted(&self, options: &NameOptions, name: &Name, index: usize) -> bool {
        let asked = match options.name_as_sort_order {
            Some(NameAsSortOrder::All) => true,
            Some(NameAsSortOrder::First) => index == 0,
            None => false,
        };
        asked && name.literal.is_empty() && !super::person::is_static(name)
    }
}

/// The number of names without a last one that stands for those left out, which prints as "et al.".
fn known_names(names: &[Name]) -> usize {
    let others = matches!(names, [_, .., last] if people::is_others(&last.literal));
    names.len() - usize::from(others)
}

/// Whether the delimiter precedes "and" or "et al.".
fn delimiter_precedes(rule: DelimiterPrecedes, long: bool, inverted: bool) -> bool {
    match rule {
        DelimiterPrecedes::Contextual => long,
        DelimiterPrecedes::AfterInvertedName => inverted,
        DelimiterPrecedes::Always => true,
        DelimiterPrecedes::Never => false,
    }
}

/// The text between a name and a term: a blank, unless the term begins with a blank or a mark, or its script has no blanks
/// between words (test suite: `name_HebrewAnd`, `name_EtAlWithCombined`).
fn blank_beside(term: &str) -> &'static str {
    let spaced = |c: char| c == '&' || c.is_letter() && !joins_words(c);
    if term.begins_with(spaced) { " " } else { "" }
}

/// Whether a term that begins with this letter is written without blanks around it: East Asian scripts, and the Hebrew
/// conjunction `ו`.
fn joins_words(c: char) -> bool {
    c == '\u{5d5}' || super::person::is_east_asian(c)
}

fn push_separator(children: &mut Vec<Content>, separator: String) {
    children.extend(Content::text(separator));
}
