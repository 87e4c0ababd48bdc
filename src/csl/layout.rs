//! What a layout puts around the content of one item, and how names come out of a cite into the running text.

use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{Bibliography, Format, Rendering, TextCase};
use crate::prelude::*;

/// A layout's affixes and formatting around its content; unlike elsewhere the affixes stand inside the formatting.
pub(crate) fn in_layout(children: Vec<Content>, how: &Rendering) -> Content {
    let inner = Span { prefix: how.prefix.clone(), suffix: how.suffix.clone(), children, ..Span::default() };
    if how.format == Format::default() {
        return Content::from(inner);
    }
    Content::from(Span { format: how.format, children: vec![Content::from(inner)], ..Span::default() })
}

/// An entry of a bibliography. Where second fields are aligned, the affixes stand in the fields already.
pub(crate) fn entry(body: Vec<Content>, style: &Bibliography) -> Content {
    let how = &style.area.rendering;
    match style.second_field_align {
        Some(_) => in_layout(body, &Rendering { format: how.format, ..Rendering::default() }),
        None => in_layout(body, how),
    }
}

/// Takes the names out of a cite, or what it begins with where it has none.
pub(crate) fn take_authors(body: &mut Vec<Content>) -> Content {
    let authors = take_names(body).or_else(|| take_first(body));
    authors.unwrap_or(Content::Text(String::new()))
}

/// Takes the first list of names out of a tree, and the spans that held nothing else.
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

/// Takes the first piece of a cite without names: its title, as a rule, but never its number. What a cite consists of
/// is found below the spans that hold nothing else; a cite of one piece is taken whole.
fn take_first(children: &mut Vec<Content>) -> Option<Content> {
    children.retain(|child| !child.is_empty());
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

/// Whether there is a citation number and nothing else.
pub(crate) fn are_number(children: &[Content]) -> bool {
    children.iter().all(|child| match child {
        Content::Span(span) => span.tag == Tag::CitationNumber || are_number(&span.children),
        Content::Text(text) => text.is_empty(),
    })
}

/// Names in the running text, and the rest of the citation after them (`composite`), with text between.
pub(crate) fn composite(authors: Content, between: &str, rest: Content) -> Content {
    let joint = if authors.is_empty() || rest.is_empty() { "" } else { between };
    let children = vec![authors, Content::Text(joint.to_owned()), rest];
    Content::from(Span { children, ..Span::default() })
}

/// Gives a term that the content begins with a capital, where a sentence begins. Returns whether that is done, or
/// something else comes first.
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
    crate::csl::case::apply(children, TextCase::CapitalizeFirst, true);
    true
}
