//! Disambiguation (specification, "Disambiguation"): adds hints to items whose cites look alike.
//!
//! Hints only ever grow, so every loop here ends. Items are rendered through a function that is handed in, and only
//! those whose hints changed are rendered again.

use crate::csl::content::{Content, Tag};
use crate::csl::program::Citation;
use crate::csl::render::{Hints, NamesHint};
use crate::item::Item;
use crate::prelude::*;
use crate::sorting::sorted;
use crate::vocabulary::Variable;

type Render<'r> = dyn Fn(usize, &Hints) -> Vec<Content> + 'r;

/// What each item needs to be told apart; `items` are in the order of the bibliography, which numbers year suffixes.
pub(crate) fn hints(style: &Citation, items: &[&Item], render: &Render<'_>) -> Vec<Hints> {
    let mut work = Work::new(style, items, render);
    if items.len() < 2 || !work.wanted() {
        return work.hints;
    }
    let groups = work.ambiguous();
    for group in groups {
        work.resolve(&group);
    }
    if style.disambiguate_add_year_suffix {
        work.add_year_suffixes();
    }
    work.hints
}

struct Work<'w, 'r> {
    style: &'w Citation,
    items: &'w [&'w Item],
    render: &'w Render<'r>,
    hints: Vec<Hints>,
    /// What each item's cite looks like with its hints.
    texts: Vec<String>,
}

impl<'w, 'r> Work<'w, 'r> {
    fn new(style: &'w Citation, items: &'w [&'w Item], render: &'w Render<'r>) -> Work<'w, 'r> {
        Work { style, items, render, hints: vec![Hints::default(); items.len()], texts: Vec::new() }
    }

    fn wanted(&mut self) -> bool {
        let style = self.style;
        let wanted = style.disambiguate_add_names
            || style.disambiguate_add_givenname
            || style.disambiguate_add_year_suffix;
        if wanted {
            self.texts = (0..self.items.len()).map(|index| self.text(index, &Hints::default())).gather();
        }
        wanted
    }

    fn text(&self, index: usize, hints: &Hints) -> String {
        (self.render)(index, hints).iter().map(Content::plain).collect()
    }

    /// The groups of items whose cites look alike, in order.
    fn ambiguous(&self) -> Vec<Vec<usize>> {
        let text = |index: usize| self.texts.get(index);
        let order = sorted(self.texts.len(), &mut |a, b| text(a).cmp(&text(b)));
        let alike = order.chunk_by(|a, b| text(*a) == text(*b));
        let mut groups: Vec<Vec<usize>> =
            alike.filter(|group| group.len() > 1).map(<[usize]>::to_vec).gather();
        let order = sorted(groups.len(), &mut |a, b| groups.get(a).cmp(&groups.get(b)));
        order.into_iter().filter_map(|at| groups.get_mut(at).map(core::mem::take)).gather()
    }

    /// Tries names, then given names, then the `disambiguate` condition on a group.
    fn resolve(&mut self, group: &[usize]) {
        let mut open: Vec<usize> = group.to_vec();
        if self.style.disambiguate_add_names {
            self.add_names(&mut open);
        }
        if self.style.disambiguate_add_givenname {
            self.add_given(&mut open);
        }
        self.add_condition(&open);
    }

    /// Shows one more name at a time until a cite differs from the others of its group.
    fn add_names(&mut self, open: &mut Vec<usize>) {
        let most = open.iter().map(|index| self.most_names(*index)).max().unwrap_or(0);
        for shown in 2..=most {
            if open.len() < 2 {
                return;
            }
            self.try_hints(open, |hints| {
                hints.names.iter_mut().for_each(|hint| hint.shown = hint.shown.max(shown));
            });
        }
    }

    /// Adds initials, then given names, to one name after another.
    fn add_given(&mut self, open: &mut Vec<usize>) {
        let most = open.iter().map(|index| self.most_names(*index)).max().unwrap_or(0);
        for name in 0..usize::from(most) {
            for level in 1..=2 {
                if open.len() < 2 {
                    return;
                }
                self.try_hints(open, |hints| {
                    for hint in &mut hints.names {
                        hint.given.resize(hint.given.len().max(name + 1), 0);
                        if let Some(given) = hint.given.get_mut(name) {
                            *given = level.max(*given);
                        }
                    }
                });
            }
        }
    }

    /// Applies a change to all open items, keeps it where it made a cite unlike all others, and closes those.
    fn try_hints(&mut self, open: &mut Vec<usize>, change: impl Fn(&mut Hints)) {
        let tried: Vec<(Hints, String)> = open
            .iter()
            .map(|index| {
                let mut hints = self.hints.get(*index).cloned().unwrap_or_default();
                hints.names.resize(hints.names.len().max(2), NamesHint::default());
                change(&mut hints);
                let text = self.text(*index, &hints);
                (hints, text)
            })
            .gather();
        let distinct = tried.iter().any(|(_, text)| tried.iter().any(|(_, other)| other != text));
        if !distinct {
            return;
        }
        let alike = |text: &str| tried.iter().filter(|(_, other)| other == text).count();
        let settled: Vec<usize> = open
            .iter()
            .zip(&tried)
            .filter(|(_, (_, text))| alike(text) == 1)
            .map(|(index, _)| *index)
            .gather();
        for (index, (hints, text)) in open.iter().zip(&tried) {
            self.set(*index, hints.clone(), text.clone());
        }
        open.retain(|index| !settled.contains(index));
    }

    fn add_condition(&mut self, open: &[usize]) {
        if open.len() < 2 {
            return;
        }
        for index in open {
            let mut hints = self.hints.get(*index).cloned().unwrap_or_default();
            hints.disambiguate = true;
            let text = self.text(*index, &hints);
            if self.texts.get(*index) != Some(&text) {
                self.set(*index, hints, text);
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

    fn set(&mut self, index: usize, hints: Hints, text: String) {
        if let (Some(known), Some(old)) = (self.hints.get_mut(index), self.texts.get_mut(index)) {
            *known = hints;
            *old = text;
        }
    }

    /// The length of the longest list of names that an item's cite prints.
    fn most_names(&self, index: usize) -> u16 {
        let Some(item) = self.items.get(index) else { return 0 };
        let content = (self.render)(index, &Hints::default());
        let lists = variables(&content);
        let longest = lists.into_iter().map(|variable| item.names(variable).len()).max().unwrap_or(0);
        u16::try_from(longest).unwrap_or(u16::MAX)
    }
}

/// The name variables that a tree prints.
fn variables(content: &[Content]) -> Vec<Variable> {
    let mut out = Vec::new();
    for child in content {
        if let Content::Span(span) = child {
            if let Tag::Names(variable) = span.tag {
                out.push(variable);
            }
            out.extend(variables(&span.children));
        }
    }
    out
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
}
