//! Properties of a style that the processing of several items depends on.

use super::{Area, Condition, Node, Style, TextSource};
use crate::prelude::*;
use crate::vocabulary::Variable;

impl Style {
    /// Whether an area prints a variable by `cs:text`, directly or through macros.
    pub fn prints(&self, area: &Area, variable: Variable) -> bool {
        self.any(&area.layout, &|node| match node {
            Node::Text(text) => matches!(text.source, TextSource::Variable(it, _) if it == variable),
            _ => false,
        })
    }

    /// How many conditions `disambiguate` an area has.
    pub fn disambiguate_conditions(&self, area: &Area) -> u16 {
        let count = core::cell::Cell::new(0_u16);
        self.any(&area.layout, &|node| {
            let Node::Choose(branches) = node else { return false };
            let conditions = branches.iter().flat_map(|branch| &branch.conditions);
            let found =
                conditions.filter(|condition| matches!(condition, Condition::Disambiguate(_))).count();
            count.set(count.get().saturating_add(u16::try_from(found).unwrap_or(u16::MAX)));
            false
        });
        // Official styles have two at most; the limit bounds the work for hostile styles.
        count.get().min(8)
    }

    /// Whether an area has a condition `position`.
    pub fn asks_position(&self, area: &Area) -> bool {
        self.any(&area.layout, &|node| {
            let Node::Choose(branches) = node else { return false };
            let mut conditions = branches.iter().flat_map(|branch| &branch.conditions);
            conditions.any(|condition| matches!(condition, Condition::Position(_)))
        })
    }

    /// Whether any node of an area satisfies `wanted`.
    fn any(&self, nodes: &[Node], wanted: &dyn Fn(&Node) -> bool) -> bool {
        let mut seen = vec![false; self.macros.len()];
        self.any_unseen(nodes, &mut seen, wanted)
    }

    /// The same; every macro is visited once.
    fn any_unseen(&self, nodes: &[Node], seen: &mut Vec<bool>, wanted: &dyn Fn(&Node) -> bool) -> bool {
        nodes.iter().any(|node| {
            wanted(node)
                || match node {
                    Node::Text(text) => self.any_called(&text.source, seen, wanted),
                    Node::Group(group) => self.any_unseen(&group.children, seen, wanted),
                    Node::Names(names) => self.any_unseen(&names.substitute, seen, wanted),
                    Node::Choose(branches) => {
                        branches.iter().any(|branch| self.any_unseen(&branch.children, seen, wanted))
                    }
                    Node::Number(_) | Node::Date(_) | Node::Label(_) => false,
                }
        })
    }

    fn any_called(&self, source: &TextSource, seen: &mut Vec<bool>, wanted: &dyn Fn(&Node) -> bool) -> bool {
        let TextSource::Macro(index) = source else { return false };
        let index = usize::from(*index);
        let Some(flag @ false) = seen.get_mut(index) else { return false };
        *flag = true;
        self.macros.get(index).is_some_and(|body| self.any_unseen(body, seen, wanted))
    }
}
