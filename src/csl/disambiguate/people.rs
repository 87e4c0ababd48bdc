//! The rules for given names that apply to all cites, ambiguous or not: people whose names look alike are distinguished
//! wherever they are named (specification, `givenname-disambiguation-rule`, `all-names` and `primary-name`).

use super::work::{Work, group_equal, push_lists};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{CitationNode, GivennameRule};
use crate::csl::render::{Hints, NamesHint};
use crate::item::Name;
use crate::prelude::*;
use crate::vocabulary::Variable;

/// A name in an item's cite.
pub(super) struct Mention {
    item: usize,
    /// Which list of the cite, and which name in it.
    list: usize,
    at: usize,
    /// The parts that identify the person; see [`person`].
    person: String,
    /// The name as printed.
    text: String,
}

/// The names that the style's rule applies to in all cites.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Scope {
    /// None: the style has no rule, or one that applies only to cites that look alike.
    None,
    /// The first name of each list.
    First,
    /// All names.
    All,
}

impl Scope {
    pub(super) fn of(style: &CitationNode) -> Scope {
        match style.givenname_disambiguation_rule {
            GivennameRule::ByCite => Scope::None,
            _ if !style.disambiguate_add_givenname => Scope::None,
            GivennameRule::PrimaryName | GivennameRule::PrimaryNameWithInitials => Scope::First,
            GivennameRule::AllNames | GivennameRule::AllNamesWithInitials => Scope::All,
        }
    }

    /// Adds the names in an item's cite as the style prints them: all names, including those that "et al." replaces, or
    /// the first ones. `plain` is the cite without hints; it is rendered again only if names are missing in it.
    pub(super) fn add_mentions(
        self,
        work: &Work<'_, '_>,
        item: usize,
        plain: &[Content],
        out: &mut Vec<Mention>,
    ) {
        if self == Scope::None {
            return;
        }
        let names = |variable| work.items.get(item).map_or(&[][..], |item| item.names(variable));
        let hides = |(variable, span): &(Variable, &Span)| {
            span.children.iter().filter(|child| child.is_name()).count() < names(*variable).len()
        };
        let all_shown;
        let mut spans = Vec::new();
        push_lists(plain, &mut spans);
        if self == Scope::All && spans.iter().any(hides) {
            let all = NamesHint { shown: u16::MAX, given: Vec::new() };
            all_shown = (work.render)(item, &Hints { names: vec![all; 8], ..Hints::default() });
            spans.clear();
            push_lists(&all_shown, &mut spans);
        }
        for (list, (variable, span)) in spans.into_iter().enumerate() {
            let printed = span.children.iter().filter(|child| child.is_name());
            for (name, printed) in names(variable).iter().zip(printed) {
                let Some(at) = index_of(printed).filter(|at| self == Scope::All || *at == 0) else {
                    continue;
                };
                out.push(Mention { item, list, at, person: person(name), text: printed.plain() });
            }
        }
    }
}

/// Expands every name that looks like another person's, as far as that distinguishes them.
pub(super) fn expand(work: &mut Work<'_, '_>, mentions: Vec<Mention>) {
    let mut open = ambiguous(mentions);
    if work.style.expands_to_initials() {
        let texts: Vec<String> = open.iter().map(|mention| mention.text.clone()).collect();
        render_expanded(work, &mut open, 1);
        expand_to_initials(work, &open, &texts);
        return;
    }
    for level in 1..=2 {
        render_expanded(work, &mut open, level);
        for mention in take_unambiguous(&mut open) {
            work.expand(&mention, level);
        }
        open = ambiguous(open);
    }
}

/// Adds initials to all names that looked alike before, if that makes any of them differ.
fn expand_to_initials(work: &mut Work<'_, '_>, mentions: &[Mention], before: &[String]) {
    for group in group_equal(before) {
        let group: Vec<&Mention> = group.iter().filter_map(|at| mentions.get(*at)).collect();
        let first = group.first().map(|mention| &mention.text);
        if group.iter().any(|mention| Some(&mention.text) != first) {
            group.into_iter().for_each(|mention| work.expand(mention, 1));
        }
    }
}

impl Work<'_, '_> {
    fn expand(&mut self, mention: &Mention, level: u8) {
        let Some(hints) = self.hints.get_mut(mention.item) else { return };
        if hints.names.len() <= mention.list {
            hints.names.resize(mention.list + 1, NamesHint::default());
        }
        if let Some(hint) = hints.names.get_mut(mention.list) {
            hint.expand(mention.at, level);
        }
    }
}

fn index_of(name: &Content) -> Option<usize> {
    match name {
        Content::Span(span) => match span.tag {
            Tag::Name(at) => Some(usize::from(at)),
            _ => None,
        },
        Content::Text(_) => None,
    }
}

/// A key that is equal for two names of one person: all parts, without the full stops of initials.
fn person(name: &Name) -> String {
    let given = name.given.replace(['.', ' '], "");
    let Name { family, non_dropping_particle, dropping_particle, suffix, literal, .. } = name;
    [family, &given, non_dropping_particle, dropping_particle, suffix, literal].map(String::as_str).join("\n")
}

/// The mentions whose text is that of several people.
fn ambiguous(mentions: Vec<Mention>) -> Vec<Mention> {
    partition(mentions, |several| several).0
}

/// Removes and returns the mentions whose text is that of one person only.
fn take_unambiguous(open: &mut Vec<Mention>) -> Vec<Mention> {
    let (one, rest) = partition(core::mem::take(open), |several| !several);
    *open = rest;
    one
}

/// Partitions the mentions by whether their text is that of several people.
fn partition(mentions: Vec<Mention>, wanted: impl Fn(bool) -> bool) -> (Vec<Mention>, Vec<Mention>) {
    let texts: Vec<&str> = mentions.iter().map(|mention| mention.text.as_str()).collect();
    let mut chosen = vec![false; mentions.len()];
    for group in group_equal(&texts) {
        let mut people = group.iter().filter_map(|at| mentions.get(*at)).map(|mention| &mention.person);
        let first = people.next();
        let several = people.any(|other| Some(other) != first);
        for at in &group {
            if let Some(flag) = chosen.get_mut(*at) {
                *flag = wanted(several);
            }
        }
    }
    let mut flags = chosen.into_iter();
    mentions.into_iter().partition(|_| flags.next().unwrap_or(false))
}

/// Sets the text of each mention to the name printed at a level: 1 with initials, 2 in full. The mentions of an item
/// are adjacent.
fn render_expanded(work: &Work<'_, '_>, mentions: &mut [Mention], level: u8) {
    for group in mentions.chunk_by_mut(|a, b| a.item == b.item) {
        let Some(item) = group.first().map(|mention| mention.item) else { continue };
        let most = group.iter().map(|mention| mention.at + 1).max().unwrap_or(0);
        let all = NamesHint { shown: u16::try_from(most).unwrap_or(u16::MAX), given: vec![level; most] };
        let hints = Hints { names: vec![all; 8], ..Hints::default() };
        let content = (work.render)(item, &hints);
        let mut spans = Vec::new();
        push_lists(&content, &mut spans);
        for mention in group {
            let span = spans.get(mention.list).map(|(_, span)| span);
            let printed = span.and_then(|span| {
                span.children.iter().find(|child| child.is_name() && index_of(child) == Some(mention.at))
            });
            mention.text = printed.map(Content::plain).unwrap_or_default();
        }
    }
}
