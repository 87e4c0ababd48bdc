//! Where `display` counts: on the elements of a layout, also inside `cs:choose`, but not inside groups and macros. The
//! specification wants all elements of an entry under a `display`, and does not define blocks inside others; this is what
//! citeproc-js makes of them.

use crate::csl::program::{Node, Style};

/// Removes `display` where it has no effect.
pub(super) fn keep_outermost(style: &mut Style) {
    style.macros.iter_mut().for_each(|body| remove(body));
    let areas = style.bibliography.iter_mut().map(|bibliography| &mut bibliography.area);
    for area in areas.chain([&mut style.citation.area]) {
        outermost(&mut area.layout);
    }
}

/// Removes it inside the elements of a layout.
fn outermost(nodes: &mut [Node]) {
    for node in nodes {
        match node {
            Node::Group(group) => remove(&mut group.children),
            Node::Names(names) => remove(&mut names.substitute),
            Node::Choose(branches) => branches.iter_mut().for_each(|branch| outermost(&mut branch.children)),
            _ => {}
        }
    }
}

/// Removes it from elements and from all inside them.
fn remove(nodes: &mut [Node]) {
    for node in nodes {
        let rendering = match node {
            Node::Text(text) => &mut text.rendering,
            Node::Number(number) => &mut number.rendering,
            Node::Date(date) => &mut date.rendering,
            Node::Label(label) => &mut label.rendering,
            Node::Names(names) => {
                remove(&mut names.substitute);
                &mut names.rendering
            }
            Node::Group(group) => {
                remove(&mut group.children);
                &mut group.rendering
            }
            Node::Choose(branches) => {
                branches.iter_mut().for_each(|branch| remove(&mut branch.children));
                continue;
            }
        };
        rendering.display = None;
    }
}
