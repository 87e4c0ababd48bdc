//! Disambiguation (specification, "Disambiguation"): adds hints to items whose cites look alike.
//!
//! Hints only ever grow, so every loop here ends. Items are rendered through a function that is handed in, and only
//! those whose cites look alike are rendered again. Groups are found by sorting, never by comparing all with all.

mod people;
mod steps;

use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::Citation;
use crate::csl::render::Hints;
use crate::item::Item;
use crate::prelude::*;
use crate::sorting::sorted;
use crate::vocabulary::Variable;

/// Renders the cite of the item at an index with hints.
pub(crate) type Render<'r> = dyn Fn(usize, &Hints) -> Vec<Content> + 'r;

/// What each item needs to be told apart; `items` are in the order of the bibliography, which numbers year suffixes.
/// `conditions` says how often the style asks for `disambiguate="true"`.
pub(crate) fn hints(style: &Citation, conditions: u16, items: &[&Item], render: &Render<'_>) -> Vec<Hints> {
    let hints = vec![Hints::default(); items.len()];
    let mut work = Work { style, items, render, hints, texts: Vec::new(), lists: Vec::new() };
    let wanted = style.disambiguate_add_names
        || style.disambiguate_add_givenname
        || style.disambiguate_add_year_suffix
        || conditions > 0;
    if items.len() < 2 || !wanted {
        return work.hints;
    }
    let scope = people::Scope::of(style);
    let mut mentions = Vec::new();
    for index in 0..items.len() {
        let cite = render(index, &Hints::default());
        scope.add_mentions(&work, index, &cite, &mut mentions);
        work.texts.push(text_of(&cite));
        work.lists.push(shown_lists(&cite));
    }
    people::expand(&mut work, mentions);
    for index in 0..items.len() {
        if !work.hint(index).names.is_empty() {
            let text = work.text(index, work.hint(index));
            work.set(index, work.hint(index).clone(), text);
        }
    }
    for group in work.ambiguous() {
        steps::resolve(&mut work, group);
    }
    // The specification has both, one after the other. The test suite has a year suffix do without the condition.
    if style.disambiguate_add_year_suffix {
        work.add_year_suffixes();
    } else {
        work.add_conditions(conditions);
    }
    work.hints
}

/// The items under way.
struct Work<'w, 'r> {
    style: &'w Citation,
    items: &'w [&'w Item],
    render: &'w Render<'r>,
    hints: Vec<Hints>,
    /// What each item's cite looks like with its hints.
    texts: Vec<String>,
    /// The lists of names in each item's cite without hints.
    lists: Vec<Vec<Shown>>,
}

/// A list of names in a cite: whose, and how many are shown.
type Shown = (Variable, usize);

impl Work<'_, '_> {
    fn text(&self, index: usize, hints: &Hints) -> String {
        text_of(&(self.render)(index, hints))
    }

    fn hint(&self, index: usize) -> &Hints {
        const NONE: &Hints = &Hints { names: Vec::new(), disambiguate: 0, year_suffix: String::new() };
        self.hints.get(index).unwrap_or(NONE)
    }

    /// The groups of items whose cites look alike, in order.
    fn ambiguous(&self) -> Vec<Vec<usize>> {
        let mut groups = alike(&self.texts);
        groups.retain(|group| group.len() > 1);
        groups
    }

    fn set(&mut self, index: usize, hints: Hints, text: String) {
        if let (Some(known), Some(old)) = (self.hints.get_mut(index), self.texts.get_mut(index)) {
            *known = hints;
            *old = text;
        }
    }

    /// Lets one more condition `disambiguate="true"` after another hold in cites that still look alike. Names that are
    /// printed because of it may then differ.
    fn add_conditions(&mut self, conditions: u16) {
        for count in 1..=conditions {
            for group in self.ambiguous() {
                for index in &group {
                    let hints = Hints { disambiguate: count, ..self.hint(*index).clone() };
                    let text = self.text(*index, &hints);
                    self.set(*index, hints, text);
                }
                let texts: Vec<&String> =
                    group.iter().filter_map(|index| self.texts.get(*index)).collect_vec();
                for part in alike(&texts).into_iter().filter(|part| part.len() > 1) {
                    steps::resolve(self, part.iter().filter_map(|at| group.get(*at)).copied().collect_vec());
                }
            }
        }
    }

    fn add_year_suffixes(&mut self) {
        for group in self.ambiguous() {
            for (number, index) in group.into_iter().enumerate() {
                if let Some(hints) = self.hints.get_mut(index) {
                    hints.year_suffix = letters(number);
                }
            }
        }
    }
}

/// The lists of names that a cite shows.
fn shown_lists(cite: &[Content]) -> Vec<Shown> {
    let mut spans = Vec::new();
    push_lists(cite, &mut spans);
    let shown = |span: &Span| span.children.iter().filter(|child| child.is_name()).count();
    spans.into_iter().map(|(variable, span)| (variable, shown(span))).collect_vec()
}

/// What a cite looks like.
fn text_of(cite: &[Content]) -> String {
    cite.iter().map(Content::plain).collect()
}

/// The indices of equal values together, the groups in the order of their first members.
fn alike<T: Ord>(values: &[T]) -> Vec<Vec<usize>> {
    let value = |index: usize| values.get(index);
    let order = sorted(values.len(), &mut |a, b| value(a).cmp(&value(b)));
    let mut groups: Vec<Vec<usize>> =
        order.chunk_by(|a, b| value(*a) == value(*b)).map(<[usize]>::to_vec).collect_vec();
    groups.sort_by_key(|group| group.first().copied());
    groups
}

/// The lists of names in a tree, in order. What stands in for names is tagged as names too, but holds none itself.
fn push_lists<'c>(content: &'c [Content], out: &mut Vec<(Variable, &'c Span)>) {
    for child in content {
        let Content::Span(span) = child else { continue };
        match span.tag {
            Tag::Names(variable) if span.children.iter().any(Content::is_name) => out.push((variable, span)),
            _ => push_lists(&span.children, out),
        }
    }
}

/// 0 is `a`, 25 is `z`, 26 is `aa`.
fn letters(number: usize) -> String {
    let letter = |n: usize| u8::try_from(n % 26).map_or('a', |n| char::from(b'a' + n));
    let mut out = String::new();
    let mut rest = number;
    loop {
        out.insert(0, letter(rest));
        if rest < 26 {
            return out;
        }
        rest = rest / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn suffixes_go_on_after_z() {
        for (number, expected) in
            [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")]
        {
            assert_eq!(super::letters(number), expected);
        }
    }

    #[test]
    fn groups_stand_where_their_first_members_do() {
        assert_eq!(super::alike(&["b", "a", "b", "c", "a"]), [&[0, 2][..], &[1, 4], &[3]]);
    }
}
