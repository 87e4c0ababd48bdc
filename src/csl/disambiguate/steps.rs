//! Names and given names, added step by step to the cites of a group until they differ.
//!
//! The steps go through the names of the group's lists in order: one more name is shown, then that name is printed with
//! initials, then with its given name. If a step splits the group, its members keep what was added, and the parts
//! continue separately. An addition that makes no difference is undone: a given name at once, shown names at the end,
//! because a later name may depend on them.

use super::work::{ShownList, Work, group_equal, shown_lists};
use crate::csl::program::GivennameRule;
use crate::csl::render::{Hints, NamesHint};
use crate::item::Name;
use crate::prelude::*;

/// One attempt to distinguish cites.
#[derive(Clone, Copy)]
enum Step {
    /// All names before this one are shown.
    Show,
    /// The name is expanded: 1 with initials, 2 with the full given name.
    Expand(u8),
}

const STEPS: [Step; 3] = [Step::Show, Step::Expand(1), Step::Expand(2)];

/// Cites that look alike, and the next step for them.
struct Group<'i> {
    /// The items, with the hints added so far and the lists of names in their cites.
    members: Vec<Member<'i>>,
    /// The next step: the index of the list, the index of the name in it, and the index in [`STEPS`].
    list: usize,
    name: usize,
    step: usize,
}

#[derive(Clone)]
struct Member<'i> {
    index: usize,
    hints: Hints,
    lists: Vec<List<'i>>,
}

/// A list of names, and how many of them are shown without hints.
#[derive(Clone, Copy)]
struct List<'i> {
    names: &'i [Name],
    shown: usize,
}

/// Splits a group of cites as far as names allow.
pub(super) fn resolve(work: &mut Work<'_, '_>, group: Vec<usize>) {
    let style = work.style;
    let expands =
        style.disambiguate_add_givenname && style.givenname_disambiguation_rule == GivennameRule::ByCite;
    if !style.disambiguate_add_names && !expands {
        return;
    }
    let items = work.items;
    let member = |index: usize| {
        let hints = work.hint(index).clone();
        let plain = work.lists.get(index).filter(|_| hints == Hints::default());
        let lists = plain.cloned().unwrap_or_else(|| shown_lists(&(work.render)(index, &hints)));
        let list = |(variable, shown): ShownList| List {
            names: items.get(index).map_or(&[], |item| item.names(variable)),
            shown,
        };
        Member { index, hints, lists: lists.into_iter().map(list).collect() }
    };
    let members = group.into_iter().map(member).collect();
    let mut open = vec![Group { members, list: 0, name: 0, step: 0 }];
    while let Some(mut group) = open.pop() {
        while let Some(step) = group.next() {
            let wanted = match step {
                Step::Show => style.disambiguate_add_names,
                Step::Expand(_) => expands,
            };
            if wanted && group.may_help(step) {
                if let Some(parts) = attempt(work, &mut group, step) {
                    open.extend(parts.into_iter().filter(|part| part.members.len() > 1));
                    break;
                }
            } else if wanted && matches!(step, Step::Show) {
                group.members.iter_mut().for_each(|member| member.apply(group.list, group.name, step));
            }
            group.step += 1;
        }
    }
}

/// Tries a step. If it splits the group, all members keep it and the parts are returned.
fn attempt<'i>(work: &mut Work<'_, '_>, group: &mut Group<'i>, step: Step) -> Option<Vec<Group<'i>>> {
    let mut tried = group.members.clone();
    tried.iter_mut().for_each(|member| member.apply(group.list, group.name, step));
    let texts: Vec<String> = tried.iter().map(|member| work.text(member.index, &member.hints)).collect();
    let parts = group_equal(&texts);
    if parts.len() < 2 {
        if matches!(step, Step::Show) {
            group.members = tried;
        }
        return None;
    }
    for (member, text) in tried.iter().zip(texts) {
        work.set_rendered(member.index, member.hints.clone(), text);
    }
    let part = |part: Vec<usize>| Group {
        members: part.iter().filter_map(|at| tried.get(*at)).cloned().collect(),
        step: group.step + 1,
        ..*group
    };
    Some(parts.into_iter().map(part).collect())
}

impl<'i> Group<'i> {
    /// Returns the next step, moving to the next name or list when all steps of the current one are done.
    fn next(&mut self) -> Option<Step> {
        loop {
            let most = |at: usize| {
                self.members
                    .iter()
                    .filter_map(|member| member.lists.get(at))
                    .map(|list| list.names.len())
                    .max()
            };
            let most = most(self.list)?;
            match STEPS.get(self.step) {
                Some(step) if self.name < most => return Some(*step),
                Some(_) => (self.list, self.name) = (self.list + 1, 0),
                None => (self.name, self.step) = (self.name + 1, 0),
            }
        }
    }

    /// Whether the members differ in the name that the step changes. Showing the last name of a list also removes its
    /// "et al.", which counts as a difference.
    fn may_help(&self, step: Step) -> bool {
        let here = |member: &Member<'i>| {
            let List { names, shown } = member.lists.get(self.list).copied()?;
            let at = if matches!(step, Step::Show) { shown + self.name.checked_sub(1)? } else { self.name };
            Some((names.get(at)?, matches!(step, Step::Show) && names.len() == at + 1))
        };
        let mut all = self.members.iter().map(here);
        let first = all.next();
        !all.all(|other| Some(other) == first)
    }
}

impl Member<'_> {
    fn apply(&mut self, list: usize, name: usize, step: Step) {
        let shown = self.lists.get(list).map_or(0, |list| list.shown);
        let names = &mut self.hints.names;
        if names.len() <= list {
            names.resize(list + 1, NamesHint::default());
        }
        let Some(hint) = names.get_mut(list) else { return };
        match step {
            Step::Show => hint.shown = hint.shown.max(u16::try_from(shown + name).unwrap_or(u16::MAX)),
            Step::Expand(level) => hint.expand(name, level),
        }
    }
}
