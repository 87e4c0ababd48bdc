//! Citations and their cites: what a caller says of them, and what he adds before and after.

use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::layout;
use crate::csl::program::Position;
use crate::prelude::*;
use crate::text::joined;
use crate::vocabulary::Locator;

/// A citation of a document: its cites and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The caller's name for it.
    pub id: String,
    /// Its cites, in the caller's order.
    pub cites: Vec<Cite>,
    /// The note it stands in; 0 in the text.
    pub note: u32,
    /// Whether only a part of it is printed, and which.
    pub mode: CitationMode,
}

/// What is printed of a citation.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CitationMode {
    /// All of it.
    #[default]
    Full,
    /// The first cite's names in the text, the rest after them (`composite`), with text between.
    Composite(String),
    /// The first cite's names.
    AuthorOnly,
    /// Without the first cite's names.
    SuppressAuthor,
}

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
    pub position: Option<Position>,
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

impl Cite {
    /// Whether its content begins a sentence: after a prefix of several words that ends one. A word like "See." is
    /// taken for an abbreviation.
    pub(crate) fn begins_sentence(&self, first: bool) -> bool {
        let prefix = without_markup(&self.prefix);
        let prefix = prefix.trim().trim_end_of("”’\"'»");
        if prefix.is_empty() {
            return first;
        }
        prefix.contains(' ') && prefix.ends_in(".!?:;")
    }
}

/// The content of a cite with its affixes. Where a word or a mark that wants a blank meets the cite, one stands between.
pub(crate) fn with_affixes(cite: &Cite, children: Vec<Content>, index: usize) -> Content {
    let tag = Tag::Cite(u16::try_from(index).unwrap_or(u16::MAX));
    let mut all: Vec<Content> = Vec::new();
    if !cite.prefix.is_empty() {
        let blank = if wants_blank_after(&without_markup(&cite.prefix)) { " " } else { "" };
        all.extend(markup::parse(&joined(&[&cite.prefix, blank])));
    }
    all.extend(children);
    if !cite.suffix.is_empty() {
        let blank = if wants_blank_before(&cite.suffix) { " " } else { "" };
        all.extend(markup::parse(&joined(&[blank, &cite.suffix])));
    }
    Content::from(Span { tag, children: all, ..Span::default() })
}

fn wants_blank_after(prefix: &str) -> bool {
    let mut backwards = prefix.chars().rev();
    match backwards.next() {
        // A mark that stands alone opens a quotation.
        Some('\'' | '"' | '’' | '”') => backwards.next().is_some(),
        Some(',' | ';' | ':' | '.' | '?' | '!' | ')' | ']' | '&') => true,
        Some(last) => last.is_ascii_digit() || is_letter(last),
        None => false,
    }
}

fn wants_blank_before(suffix: &str) -> bool {
    suffix.chars().next().is_some_and(|first| matches!(first, '(' | '[' | '&') || is_letter(first))
}

/// Whether this is a letter of a script that sets blanks between words.
fn is_letter(c: char) -> bool {
    c.is_letter() && u32::from(c) < 0x2E80
}

fn without_markup(text: &str) -> String {
    markup::parse(text).iter().map(Content::plain).collect()
}

/// What stands between two cites: a prefix that begins with a mark makes the delimiter needless, and a suffix that
/// ends with one leaves a blank of it.
pub(crate) fn between<'d>(before: &Cite, delimiter: &'d str, after: &Cite) -> &'d str {
    if after.prefix.starts_in(",.;") {
        ""
    } else if before.suffix.ends_in(".,") && !delimiter.is_empty() {
        " "
    } else {
        delimiter
    }
}

/// The part of a cite that is asked for: the names it begins with are found by their tag.
pub(crate) fn part_of(mut children: Vec<Content>, part: CitePart) -> Vec<Content> {
    match part {
        CitePart::Full => children,
        CitePart::SuppressAuthor => {
            layout::take_names(&mut children);
            children
        }
        CitePart::AuthorOnly => layout::take_names(&mut children).into_iter().gather(),
    }
}

/// The first list of names in a tree. What stands in for names is tagged as they are, but need not hold any.
pub(crate) fn names_of(children: &[Content]) -> Option<&Content> {
    children.iter().find_map(|child| match child {
        Content::Span(span) if is_list(span) => Some(child),
        Content::Span(span) => names_of(&span.children),
        Content::Text(_) => None,
    })
}

fn is_list(span: &Span) -> bool {
    let is_name = |child: &Content| matches!(child, Content::Span(name) if matches!(name.tag, Tag::Name(_)));
    matches!(span.tag, Tag::Names(_)) && span.children.iter().any(is_name)
}
