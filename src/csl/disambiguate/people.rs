//! The rules for given names that hold in all cites, ambiguous or not: people whose names look alike are told apart
//! wherever they are named (specification, `givenname-disambiguation-rule`, `all-names` and `primary-name`).

use super::{Work, alike, push_lists};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{Citation, GivennameRule};
use crate::csl::render::{Hints, NamesHint};
use crate::item::Name;
use crate::prelude::*;
use crate::text::concat;
use crate::vocabulary::Variable;

/// A name in an item's cite.
pub(super) struct Mention {
    item: usize,
    /// Which list of the cite, and which name in it.
    list: usize,
    at: usize,
    /// Who it is.
    person: String,
    /// What is printed of the name.
    text: String,
}

/// Whose names the style's rule is about, in all cites.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Scope {
    /// Nobody's: it has none, or one for cites that look alike.
    None,
    /// Those of the first authors.
    First,
    /// All.
    All,
}

impl Scope {
    pub(super) fn of(style: &Citation) -> Scope {
        match style.givenname_disambiguation_rule {
            GivennameRule::ByCite => Scope::None,
            _ if !style.disambiguate_add_givenname => Scope::None,
            GivennameRule::PrimaryName | GivennameRule::PrimaryNameWithInitials => Scope::First,
            GivennameRule::AllNames | GivennameRule::AllNamesWithInitials => Scope::All,
        }
    }

    /// Adds the names in an item's cite as the style prints them: all, also those that "et al." hides, or the first
    /// ones. Where none is hidden, `plain`, the cite without hints, shows them.
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

/// Expands every name that looks like another person's, as far as that makes them differ.
pub(super) fn expand(work: &mut Work<'_, '_>, mentions: Vec<Mention>) {
    let mut open = doubtful(mentions);
    if work.style.expands_to_initials() {
        let texts: Vec<String> = open.iter().map(|mention| mention.text.clone()).collect();
        print_expanded(work, &mut open, 1);
        expand_to_initials(work, &open, &texts);
        return;
    }
    for level in 1..=2 {
        print_expanded(work, &mut open, level);
        for mention in settled(&mut open) {
            work.expand(&mention, level);
        }
        open = doubtful(open);
    }
}

/// Gives initials to all names that looked alike before, where that makes any of them differ.
fn expand_to_initials(work: &mut Work<'_, '_>, mentions: &[Mention], before: &[String]) {
    for group in alike(before) {
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

/// What makes two names those of one person: all their parts, but for the full stops of initials.
fn person(name: &Name) -> String {
    let mut given = name.given.replace('.', " ");
    given.retain(|c| c != ' ');
    concat(&[
        &name.family,
        "\n",
        &given,
        "\n",
        &name.non_dropping_particle,
        "\n",
        &name.dropping_particle,
        "\n",
        &name.suffix,
        "\n",
        &name.literal,
    ])
}

/// The mentions whose text stands for several people.
fn doubtful(mentions: Vec<Mention>) -> Vec<Mention> {
    parted(mentions, |several| several).0
}

/// Takes out the mentions whose text stands for one person only.
fn settled(open: &mut Vec<Mention>) -> Vec<Mention> {
    let (one, rest) = parted(core::mem::take(open), |several| !several);
    *open = rest;
    one
}

/// Parts the mentions by whether their text stands for several people.
fn parted(mentions: Vec<Mention>, wanted: impl Fn(bool) -> bool) -> (Vec<Mention>, Vec<Mention>) {
    let texts: Vec<&str> = mentions.iter().map(|mention| mention.text.as_str()).collect_vec();
    let mut chosen = vec![false; mentions.len()];
    for group in alike(&texts) {
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

/// Notes what is printed of each name at a level. The mentions of an item follow each other.
fn print_expanded(work: &Work<'_, '_>, mentions: &mut [Mention], level: u8) {
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
