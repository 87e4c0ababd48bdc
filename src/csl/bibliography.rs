//! Repeated authors in the entries of a bibliography (specification, "Reference Grouping").

use crate::csl::content::{Content, Span, Tag};
use crate::csl::layout;
use crate::csl::program::{BibliographyNode, SubstituteRule};
use crate::prelude::*;

/// Makes entries of rendered bodies, one after another, and substitutes repeated authors.
pub(crate) struct Bodies<'a> {
    style: &'a BibliographyNode,
    /// The names of the latest entry that has any, name by name.
    previous: Vec<String>,
}

impl<'a> Bodies<'a> {
    pub(crate) fn new(style: &'a BibliographyNode) -> Bodies<'a> {
        Bodies { style, previous: Vec::new() }
    }

    /// The next entry.
    pub(crate) fn entry(&mut self, mut body: Vec<Content>) -> Content {
        self.substitute_authors(&mut body);
        layout::begin_sentence(&mut body);
        layout::entry(body, self.style)
    }

    /// `subsequent-author-substitute`.
    fn substitute_authors(&mut self, body: &mut [Content]) {
        let Some(substitute) = &self.style.subsequent_author_substitute else { return };
        let mut names = Vec::new();
        let Some(span) = first_names(body) else { return };
        for child in span.children.iter().filter(|child| child.is_name()) {
            names.push(child.plain());
        }
        if names.is_empty() {
            names.push(span.children.iter().map(Content::plain).collect());
        }
        let same = names.iter().zip(&self.previous).take_while(|(a, b)| a == b).count();
        let all = same == names.len() && names.len() == self.previous.len();
        replace(span, substitute, self.style.subsequent_author_substitute_rule, same, all);
        self.previous = names;
    }
}

/// The first list of names, or the substitute for names if that contains no list.
fn first_names(body: &mut [Content]) -> Option<&mut Span> {
    body.iter_mut().find_map(|child| match child {
        Content::Span(span) => {
            let is_names = matches!(span.tag, Tag::Names(_));
            if is_names && !contains_names(&span.children) {
                Some(&mut **span)
            } else {
                first_names(&mut span.children)
            }
        }
        Content::Text(_) => None,
    })
}

/// Whether a list of names is inside.
fn contains_names(children: &[Content]) -> bool {
    children.iter().any(|child| match child {
        Content::Span(span) => matches!(span.tag, Tag::Names(_)) || contains_names(&span.children),
        Content::Text(_) => false,
    })
}

/// Replaces repeated names by the substitute, as the rule requires. The first `same` names are those of the previous
/// entry; `all` is whether the lists are equal.
fn replace(span: &mut Span, substitute: &str, rule: SubstituteRule, same: usize, all: bool) {
    let text = || Content::Text(substitute.to_owned());
    let count = match rule {
        SubstituteRule::CompleteAll | SubstituteRule::CompleteEach if !all => return,
        SubstituteRule::CompleteAll => {
            span.children = vec![text()];
            return;
        }
        SubstituteRule::CompleteEach | SubstituteRule::PartialEach => same,
        SubstituteRule::PartialFirst => same.min(1),
    };
    // Every rule treats a substitute for names as one name.
    if all && !span.children.iter().any(Content::is_name) {
        span.children = vec![text()];
        return;
    }
    let names = span.children.iter_mut().filter(|child| child.is_name());
    for name in names.take(count) {
        // The affixes of the name stay.
        if let Content::Span(span) = name {
            span.children = vec![text()];
        }
    }
}
