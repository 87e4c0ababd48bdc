//! The cites of a citation: their affixes and the parts of them that are printed.

use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::layout::take_names;
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
        CitePart::AuthorOnly => take_names(&mut children).into_iter().gather(),
    }
}

/// The first list of names in a tree.
pub(crate) fn names_of(children: &[Content]) -> Option<&Content> {
    children.iter().find_map(|child| match child {
        Content::Span(span) if matches!(span.tag, Tag::Names(_)) => Some(child),
        Content::Span(span) => names_of(&span.children),
        Content::Text(_) => None,
    })
}
