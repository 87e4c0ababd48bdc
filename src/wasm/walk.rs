//! The walk over a live document: the table of [`crate::read::page`], asked of the DOM.

use crate::prelude::*;
use js_sys::JSON;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, NodeList};

use super::input::Input;
use crate::read::page::{Data, Page, Shown, Source, collect, data};

/// Collects the metadata of the page that a document shows.
pub(crate) fn page(document: &Document) -> Page {
    collect(&Live(document))
}

/// Collects the references of the page that a document shows.
#[cfg(feature = "full")]
pub(crate) fn references(document: &Document) -> Page {
    crate::read::references::collect(&Live(document))
}

/// The elements of a list, up to a limit.
fn listed(list: &NodeList, limit: usize) -> Vec<Element> {
    let mut elements = Vec::new();
    for at in 0..list.length().min(limit as u32) {
        if let Some(node) = list.item(at) {
            // Selectors match elements only; `instanceof` would fail for a document of another frame.
            elements.push(node.unchecked_into());
        }
    }
    elements
}

struct Live<'a>(&'a Document);

impl Source for Live<'_> {
    type Element = Element;

    fn select(&self, selector: &str, limit: usize) -> Vec<Element> {
        self.0.query_selector_all(selector).map(|list| listed(&list, limit)).unwrap_or_default()
    }

    #[cfg(feature = "full")]
    fn inside(&self, element: &Element, selector: &str, limit: usize) -> Vec<Element> {
        element.query_selector_all(selector).map(|list| listed(&list, limit)).unwrap_or_default()
    }

    fn attribute(&self, element: &Element, name: &str) -> Option<String> {
        element.get_attribute(name)
    }

    fn raw(&self, element: &Element) -> String {
        element.text_content().unwrap_or_default()
    }

    fn json(&self, text: &str) -> Option<Data> {
        JSON::parse(text).ok().map(|value| data(&Input(value)))
    }

    /// Follows first child and next sibling without recursion, for a page may be nested as deeply as it likes.
    fn content(&self, element: &Element, shown: &mut Shown) {
        let root: &Node = element;
        let mut inside = Vec::new();
        let mut next = root.first_child();
        while let Some(node) = next {
            let child = if enter(&node, shown) { node.first_child() } else { None };
            inside.push(node);
            next = child;
            while next.is_none() {
                let Some(left) = inside.pop() else { return };
                leave(&left, shown);
                next = left.next_sibling();
            }
        }
    }
}

/// Hands over a text node or the start of an element; returns whether to go inside.
fn enter(node: &Node, shown: &mut Shown) -> bool {
    match element(node) {
        Some(element) => shown.open(&element.local_name()),
        None => {
            if node.node_type() == Node::TEXT_NODE {
                shown.text(&node.node_value().unwrap_or_default());
            }
            false
        }
    }
}

fn leave(node: &Node, shown: &mut Shown) {
    if let Some(element) = element(node) {
        shown.close(&element.local_name());
    }
}

fn element(node: &Node) -> Option<&Element> {
    (node.node_type() == Node::ELEMENT_NODE).then(|| node.unchecked_ref())
}
