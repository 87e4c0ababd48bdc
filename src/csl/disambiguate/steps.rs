//! Names and given names, added step by step to the cites of a group until they differ.
//!
//! A group goes through the names of its lists in order: one more name is shown, then that name gets its initials,
//! then its given name. Where a step parts the group, its members keep what they have, and each part goes on alone
//! from there. What leads to no difference is taken back: a given name at once, shown names at the end, for they may
//! be needed by a later name.

use super::{Shown, Work, alike, shown_lists};
use crate::csl::program::GivennameRule;
use crate::csl::render::{Hints, NamesHint};
use crate::item::Name;
use crate::prelude::*;

/// One attempt to tell cites apart.
#[derive(Clone, Copy)]
enum Step {
    /// As many names more are shown as stand before this one.
    Show,
    /// The name is expanded: 1 with initials, 2 with the full given name.
    Expand(u8),
}

const STEPS: [Step; 3] = [Step::Show, Step::Expand(1), Step::Expand(2)];

/// Cites that look alike, on their way through the steps.
struct Group<'i> {
    /// The items, with what has been added tentatively and the lists of names that their cites print.
    members: Vec<Member<'i>>,
    /// The step that comes next: the list, the name in it, and what is done with the name.
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

/// A list of names, and how many of them are shown before anything is added.
#[derive(Clone, Copy)]
struct List<'i> {
    names: &'i [Name],
    shown: usize,
}

/// Takes a group of cites apart as far as names can do it.
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
        let list = |(variable, shown): Shown| List {
            names: items.get(index).map_or(&[], |item| item.names(variable)),
            shown,
        };
        Member { index, hints, lists: lists.into_iter().map(list).collect() }
    };
    let members = group.into_iter().map(member).collect_vec();
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

/// Tries a step. Where it parts the group, all members keep it and the parts are returned.
fn attempt<'i>(work: &mut Work<'_, '_>, group: &mut Group<'i>, step: Step) -> Option<Vec<Group<'i>>> {
    let mut tried = group.members.clone();
    tried.iter_mut().for_each(|member| member.apply(group.list, group.name, step));
    let texts: Vec<String> = tried.iter().map(|member| work.text(member.index, &member.hints)).collect_vec();
    let parts = alike(&texts);
    if parts.len() < 2 {
        if matches!(step, Step::Show) {
            group.members = tried;
        }
        return None;
    }
    for (member, text) in tried.iter().zip(texts) {
        work.set(member.index, member.hints.clone(), text);
    }
    let part = |part: Vec<usize>| Group {
        members: part.iter().filter_map(|at| tried.get(*at)).cloned().collect_vec(),
        step: group.step + 1,
        ..*group
    };
    Some(parts.into_iter().map(part).collect_vec())
}

impl<'i> Group<'i> {
    /// Moves on to the next list or name where the steps of this one are done, and returns the step.
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

    /// Whether the members differ in the name that the step is about. Showing the last name of some lists takes their
    /// "et al." away.
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
