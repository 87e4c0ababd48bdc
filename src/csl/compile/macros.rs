//! The macros that a style uses, ordered so that every macro follows those it calls.

use super::context::{Context, Element, StyleWarningKind, hint};
use crate::csl::program::wire::MAX_CALL_DEPTH;
use crate::prelude::*;
use alloc::collections::BTreeMap;

/// The state of the search for one macro.
#[derive(Clone, Copy, PartialEq)]
enum VisitState {
    Unseen,
    Open,
    Done,
}

struct Search<'d> {
    bodies: BTreeMap<&'d str, (Element<'d>, VisitState)>,
    order: Vec<Element<'d>>,
    /// The calls that led to the current macro.
    chain: Vec<&'d str>,
}

/// The macros that citation and bibliography use, callees first. Their indices are stored in `context.macros`.
pub(super) fn reachable<'d>(context: &mut Context<'d>, style: Element<'d>) -> Vec<Element<'d>> {
    let mut search = Search { bodies: BTreeMap::new(), order: Vec::new(), chain: Vec::new() };
    for element in style.children().filter(|child| child.has_tag_name_local("macro")) {
        match element.attribute("name") {
            Some(name) => search.define(context, element, name),
            None => context.missing(element, "“name”"),
        }
    }
    for area in style.children() {
        if area.has_tag_name_local("citation") || area.has_tag_name_local("bibliography") {
            search.calls_of(context, area);
        }
    }
    for (name, (element, state)) in &search.bodies {
        if *state == VisitState::Unseen {
            let message = format!("the macro “{name}” is never called; it is left out");
            context.warn(element.range().start, StyleWarningKind::Unused, message);
        }
    }
    search.order
}

impl<'d> Search<'d> {
    fn define(&mut self, context: &mut Context<'d>, element: Element<'d>, name: &'d str) {
        if self.bodies.insert(name, (element, VisitState::Unseen)).is_some() {
            let message = format!("the macro “{name}” is defined twice; the later one counts");
            context.warn(element.range().start, StyleWarningKind::Repeated, message);
        }
    }

    /// Follows every macro call inside an element.
    fn calls_of(&mut self, context: &mut Context<'d>, element: Element<'d>) {
        for call in element.descendants() {
            if let Some(attribute) = call.attribute_node("macro") {
                self.call(context, attribute.value(), attribute.range().start);
            }
        }
    }

    fn call(&mut self, context: &mut Context<'d>, name: &'d str, at: usize) {
        let Some((body, state)) = self.bodies.get(name).copied() else {
            let known: Vec<&str> = self.bodies.keys().copied().collect();
            return context.fault(at, &format!("there is no macro “{name}”{}", hint(name, &known)));
        };
        match state {
            VisitState::Done => {}
            VisitState::Open => {
                let chain = self.chain.join(" → ");
                let message = format!("the macro “{name}” calls itself ({chain} → {name}): break the circle");
                context.fault(at, &message);
            }
            VisitState::Unseen if self.chain.len() + 1 >= MAX_CALL_DEPTH => {
                let message = format!("macros call each other more than {MAX_CALL_DEPTH} deep: flatten them");
                context.fault(at, &message);
            }
            VisitState::Unseen => {
                self.bodies.insert(name, (body, VisitState::Open));
                self.chain.push(name);
                self.calls_of(context, body);
                self.chain.pop();
                self.bodies.insert(name, (body, VisitState::Done));
                let index = u16::try_from(self.order.len()).unwrap_or(u16::MAX);
                context.macros.insert(name, index);
                self.order.push(body);
            }
        }
    }
}

/// Elements are compared by local name, because test styles and fragments often lack the namespace.
pub(super) trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for Element<'_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}
