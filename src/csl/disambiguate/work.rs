//! The state that the steps of disambiguation share.

use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::CitationNode;
use crate::csl::render::Hints;
use crate::item::Item;
use crate::prelude::*;
use crate::sorting::sorted;
use crate::vocabulary::Variable;

/// Renders the cite of the item at an index with hints.
pub(crate) type Render<'r> = dyn Fn(usize, &Hints) -> Vec<Content> + 'r;

/// The items, with the hints found so far.
pub(super) struct Work<'w, 'r> {
    pub(super) style: &'w CitationNode,
    pub(super) items: &'w [&'w Item],
    pub(super) render: &'w Render<'r>,
    pub(super) hints: Vec<Hints>,
    /// The text of each item's cite with its hints.
    pub(super) texts: Vec<String>,
    /// The lists of names in each item's cite without hints.
    pub(super) lists: Vec<Vec<ShownList>>,
}

/// A list of names in a cite: its variable, and how many names are printed.
pub(super) type ShownList = (Variable, usize);

impl<'w, 'r> Work<'w, 'r> {
    /// All items, without hints.
    pub(super) fn new(
        style: &'w CitationNode,
        items: &'w [&'w Item],
        render: &'w Render<'r>,
    ) -> Work<'w, 'r> {
        let hints = vec![Hints::default(); items.len()];
        Work { style, items, render, hints, texts: Vec::new(), lists: Vec::new() }
    }

    /// Adds the next item's cite without hints.
    pub(super) fn add_cite(&mut self, cite: &[Content]) {
        self.texts.push(text_of(cite));
        self.lists.push(shown_lists(cite));
    }

    /// The text of an item's cite with hints.
    pub(super) fn text(&self, index: usize, hints: &Hints) -> String {
        text_of(&(self.render)(index, hints))
    }

    pub(super) fn hint(&self, index: usize) -> &Hints {
        const NONE: &Hints = &Hints { names: Vec::new(), disambiguate: 0, year_suffix: String::new() };
        self.hints.get(index).unwrap_or(NONE)
    }

    /// The groups of items whose cites look alike, in order.
    pub(super) fn ambiguous(&self) -> Vec<Vec<usize>> {
        let mut groups = group_equal(&self.texts);
        groups.retain(|group| group.len() > 1);
        groups
    }

    /// Gives an item hints, and renders its cite with them.
    pub(super) fn set(&mut self, index: usize, hints: Hints) {
        let text = self.text(index, &hints);
        self.set_rendered(index, hints, text);
    }

    /// Gives an item hints with which its cite has been rendered.
    pub(super) fn set_rendered(&mut self, index: usize, hints: Hints, text: String) {
        if let (Some(known), Some(old)) = (self.hints.get_mut(index), self.texts.get_mut(index)) {
            *known = hints;
            *old = text;
        }
    }
}

/// The lists of names that a cite prints.
pub(super) fn shown_lists(cite: &[Content]) -> Vec<ShownList> {
    let mut spans = Vec::new();
    push_lists(cite, &mut spans);
    let shown = |span: &Span| span.children.iter().filter(|child| child.is_name()).count();
    spans.into_iter().map(|(variable, span)| (variable, shown(span))).collect()
}

fn text_of(cite: &[Content]) -> String {
    cite.iter().map(Content::plain).collect()
}

/// The indices of equal values together, the groups in the order of their first members.
pub(super) fn group_equal<T: Ord>(values: &[T]) -> Vec<Vec<usize>> {
    let value = |index: usize| values.get(index);
    let order = sorted(values.len(), &mut |a, b| value(a).cmp(&value(b)));
    let mut groups: Vec<Vec<usize>> =
        order.chunk_by(|a, b| value(*a) == value(*b)).map(<[usize]>::to_vec).collect();
    groups.sort_by_key(|group| group.first().copied());
    groups
}

/// Appends the lists of names in a tree, in order. A substitute for names is tagged as names too, but contains none.
pub(super) fn push_lists<'c>(content: &'c [Content], out: &mut Vec<(Variable, &'c Span)>) {
    for child in content {
        let Content::Span(span) = child else { continue };
        match span.tag {
            Tag::Names(variable) if span.children.iter().any(Content::is_name) => out.push((variable, span)),
            _ => push_lists(&span.children, out),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn groups_are_in_the_order_of_their_first_members() {
        assert_eq!(super::group_equal(&["b", "a", "b", "c", "a"]), [&[0, 2][..], &[1, 4], &[3]]);
    }
}
