//! Renders an item with a compiled style: nodes in, tagged content out.
//!
//! Rendering uses one item and one cite. It never reads other items, neighbouring characters or HTML. What depends on
//! other items (position, disambiguation, numbers) is passed in as [`CiteState`], and punctuation is decided later, on
//! the tree.

mod choose;
mod context;
mod date;
mod house;
mod label;
#[cfg(feature = "full")]
mod leading_label;
mod names;
mod number;
mod numbers;
mod page_range;
mod renderer;
#[cfg(feature = "full")]
pub mod sort_key;
#[cfg(feature = "full")]
mod sorting;
#[cfg(not(feature = "full"))]
#[path = "no_sorting.rs"]
mod sorting;
mod text;

use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{Area, Display};
use crate::item::Item;
use crate::prelude::*;

pub use context::{CiteState, Hints, NamesHint, RenderContext};
use renderer::Renderer;

/// Renders the layout of the context's area for one item, without the layout's own affixes and formatting. With
/// `second-field-align`, the first element and the others are two blocks; the layout's prefix begins the first block and
/// its suffix ends the second, so that a first field without a second has no suffix.
pub fn layout(context: RenderContext<'_>, item: &Item, cite: &CiteState) -> Vec<Content> {
    let mut renderer = Renderer::new(context, item, cite);
    let mut out = Vec::new();
    let Area { layout: nodes, rendering: how, .. } = context.area;
    let bibliography = context.style.bibliography.as_ref().filter(|_| context.in_bibliography);
    if bibliography.is_none_or(|it| it.second_field_align.is_none()) {
        renderer.nodes(nodes, &mut out);
        return out;
    }
    let (first, others) = nodes.split_at_checked(1).unwrap_or((nodes, &[]));
    let blocks =
        [(first, &*how.prefix, "", Display::LeftMargin), (others, "", &*how.suffix, Display::RightInline)];
    for (nodes, prefix, suffix, display) in blocks {
        let mut children = Vec::new();
        renderer.nodes(nodes, &mut children);
        let mut field = Span::new(Tag::None, children);
        (field.prefix, field.suffix) = (prefix.to_owned(), suffix.to_owned());
        let field = Content::Span(field);
        if !field.is_empty() {
            let mut block = Span::new(Tag::None, vec![field]);
            block.display = Some(display);
            out.push(Content::Span(block));
        }
    }
    out
}
