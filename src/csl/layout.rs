//! The affixes and formatting of `cs:layout`, and the extraction of names from a cite into the running text.

use crate::csl::case::Conventions;
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{BibliographyNode, Formatting, PLAIN, Rendering, TextCase};
use crate::prelude::*;

/// A layout's affixes and formatting around its content. Unlike in other elements, the affixes are inside the formatting.
pub(crate) fn in_layout(children: Vec<Content>, how: &Rendering) -> Content {
    around(children, how, how.format)
}

/// Affixes, and formatting around them.
fn around(children: Vec<Content>, affixes: &Rendering, format: Formatting) -> Content {
    let mut inner = Span::new(Tag::None, children);
    inner.prefix.clone_from(&affixes.prefix);
    inner.suffix.clone_from(&affixes.suffix);
    if format == Formatting::default() {
        return Content::Span(inner);
    }
    let mut outer = Span::new(Tag::None, vec![Content::Span(inner)]);
    outer.format = format;
    Content::Span(outer)
}

/// An entry of a bibliography. With `second-field-align`, the fields contain the affixes already.
pub(crate) fn entry(body: Vec<Content>, style: &BibliographyNode) -> Content {
    let how = &style.area.rendering;
    let affixes = if style.second_field_align.is_some() { &PLAIN } else { how };
    around(body, affixes, how.format)
}

/// Removes and returns the names of a cite, or its first part if it has none.
pub(crate) fn take_authors(body: &mut Vec<Content>) -> Content {
    let authors = take_names(body).or_else(|| take_first(body));
    authors.unwrap_or(Content::Text(String::new()))
}

/// Removes and returns the first list of names in a tree. Spans that are empty afterwards are removed too.
pub(crate) fn take_names(children: &mut Vec<Content>) -> Option<Content> {
    for index in 0..children.len() {
        let Some(Content::Span(span)) = children.get_mut(index) else { continue };
        if matches!(span.tag, Tag::Names(_)) {
            return Some(children.remove(index));
        }
        let taken = take_names(&mut span.children);
        if taken.is_some() {
            if span.children.iter().all(Content::is_empty) {
                children.remove(index);
            }
            return taken;
        }
    }
    None
}

/// Removes and returns the first part of a cite without names, usually its title, but never its number. Spans that are
/// the only child are looked into; a cite of one part is taken whole.
fn take_first(children: &mut Vec<Content>) -> Option<Content> {
    Content::retain_printed(children);
    if let [Content::Span(span)] = children.as_mut_slice()
        && span.tag == Tag::None
        && span.children.len() > 1
        && !span.quotes
    {
        return take_first(&mut span.children);
    }
    let first = children.get(..1).filter(|first| !are_number(first));
    first.is_some().then(|| children.remove(0))
}

/// Whether nothing but a citation number is printed.
pub(crate) fn are_number(children: &[Content]) -> bool {
    children.iter().all(|child| match child {
        Content::Span(span) => span.tag == Tag::CitationNumber || are_number(&span.children),
        Content::Text(text) => text.is_empty(),
    })
}

/// Names in the running text, `between`, and the rest of the citation.
pub(crate) fn narrative(authors: Content, between: &str, rest: Content) -> Content {
    let joint = if authors.is_empty() || rest.is_empty() { "" } else { between };
    let children = vec![authors, Content::Text(joint.to_owned()), rest];
    Content::span(Tag::None, children)
}

/// Capitalises a term at the beginning of the content, where a sentence begins. Returns whether any text was found.
pub(crate) fn begin_sentence(children: &mut [Content]) -> bool {
    for child in children {
        match child {
            Content::Text(text) if text.is_empty() => {}
            Content::Text(_) => return true,
            Content::Span(span) if span.tag == Tag::Term => return capitalise(&mut span.children),
            Content::Span(span) => {
                if begin_sentence(&mut span.children) {
                    return true;
                }
            }
        }
    }
    false
}

fn capitalise(children: &mut [Content]) -> bool {
    crate::csl::case::apply(children, TextCase::CapitalizeFirst, Conventions::default());
    true
}
