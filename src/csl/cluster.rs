//! From the cites of one citation to its content: affixes, order, suppression of authors.

use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::program::Rendering;
use crate::prelude::*;
use crate::text::joined;
use crate::vocabulary::Locator;

/// One cite of a citation, as a word processor or a page states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cite {
    /// The item's id.
    pub id: String,
    /// The locator: its type and its value.
    pub locator: Option<(Locator, String)>,
    /// Text before, with inline markup.
    pub prefix: String,
    /// Text after, with inline markup.
    pub suffix: String,
    /// Which part is printed.
    pub part: CitePart,
    /// A position that the caller knows, in place of the one the document gives.
    pub position: Option<crate::csl::program::Position>,
    /// Whether the caller says that the item was cited within `near-note-distance`.
    pub near_note: bool,
}

/// Which part of a cite is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CitePart {
    /// All of it.
    #[default]
    Full,
    /// All but the names it begins with (`suppress-author`).
    SuppressAuthor,
    /// Only the names it begins with (`author-only`).
    AuthorOnly,
}

/// The content of a cite with its affixes. A blank stands between them and the cite unless the affix begins or ends
/// with punctuation that wants none.
pub(crate) fn with_affixes(cite: &Cite, children: Vec<Content>, index: usize) -> Content {
    let tag = Tag::Cite(u16::try_from(index).unwrap_or(u16::MAX));
    let mut all: Vec<Content> = Vec::new();
    if !cite.prefix.is_empty() {
        let glued = cite.prefix.ends_with([' ', '\u{a0}', '(', '[', '\u{2019}', '\'', '/', '\u{201c}']);
        let prefix = if glued { cite.prefix.clone() } else { joined(&[&cite.prefix, " "]) };
        all.extend(markup::parse(&prefix));
    }
    all.extend(children);
    if !cite.suffix.is_empty() {
        let glued =
            cite.suffix.starts_with([' ', '\u{a0}', ',', '.', ';', ':', '?', '!', ')', ']', '\u{2019}']);
        let suffix = if glued { cite.suffix.clone() } else { joined(&[" ", &cite.suffix]) };
        all.extend(markup::parse(&suffix));
    }
    Content::from(Span { tag, children: all, ..Span::default() })
}

/// The part of a cite that is asked for: the names it begins with are found by their tag.
pub(crate) fn part_of(mut children: Vec<Content>, part: CitePart) -> Vec<Content> {
    match part {
        CitePart::Full => children,
        CitePart::SuppressAuthor => {
            take_names(&mut children);
            children
        }
        CitePart::AuthorOnly => take_names(&mut children).into_iter().collect(),
    }
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

/// Takes the first piece of a cite without names: its title, as a rule. What a cite consists of is found below the
/// spans that hold nothing else; a cite of one piece is taken whole.
pub(crate) fn take_first(children: &mut Vec<Content>) -> Option<Content> {
    children.retain(|child| !child.is_empty());
    if let [Content::Span(span)] = children.as_mut_slice()
        && span.tag == Tag::None
        && span.children.len() > 1
        && !span.quotes
    {
        return take_first(&mut span.children);
    }
    (!children.is_empty()).then(|| children.remove(0))
}

/// Names in the running text, and the rest of the citation after them (`composite`).
pub(crate) fn composite(authors: Content, infix: &str, rest: Content) -> Content {
    let mut children = vec![authors];
    if !rest.is_empty() {
        let infix = infix.trim();
        let joint = if infix.is_empty() { " ".to_owned() } else { joined(&[" ", infix, " "]) };
        children.push(Content::Text(joint));
        children.push(rest);
    }
    Content::from(Span { children, ..Span::default() })
}

/// The first list of names in a tree.
pub(crate) fn names_of(children: &[Content]) -> Option<&Content> {
    children.iter().find_map(|child| match child {
        Content::Span(span) if matches!(span.tag, Tag::Names(_)) => Some(child),
        Content::Span(span) => names_of(&span.children),
        Content::Text(_) => None,
    })
}

/// A layout's affixes and formatting around its content; unlike elsewhere the affixes stand inside the formatting.
pub(crate) fn in_layout(children: Vec<Content>, how: &Rendering, delimiter: &str) -> Content {
    let inner = Span {
        prefix: how.prefix.clone(),
        suffix: how.suffix.clone(),
        delimiter: delimiter.to_owned(),
        children,
        ..Span::default()
    };
    if how.format == crate::csl::program::Format::default() {
        return Content::from(inner);
    }
    Content::from(Span { format: how.format, children: vec![Content::from(inner)], ..Span::default() })
}
