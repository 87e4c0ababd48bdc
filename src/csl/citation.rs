//! Citations and their cites, as the caller states them, and the texts before and after cites.

use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::layout;
use crate::csl::program::Position;
use crate::prelude::*;
use crate::vocabulary::{Locator, VariableKind};

/// A citation of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The id that the caller gave it.
    pub id: String,
    /// Its cites, in the caller's order.
    pub cites: Vec<Cite>,
    /// The number of its note; 0 in the text.
    pub note: u32,
    /// Which part of it is printed.
    pub mode: CitationMode,
}

/// Which part of a citation is printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CitationMode {
    /// All of it.
    #[default]
    Full,
    /// The first cite's names in the running text, then this text, then the rest of the citation. The default text is a
    /// blank; citeproc-js calls this mode `composite`.
    Narrative(String),
    /// The first cite's names.
    AuthorOnly,
    /// All but the first cite's names.
    SuppressAuthor,
}

/// One cite of a citation.
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
    /// A position stated by the caller, in place of the one that the document gives.
    pub position: Option<Position>,
    /// Whether the caller states that the item was cited within `near-note-distance`.
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
    /// A cite of an item, with nothing before or after it.
    pub fn of(id: &str) -> Cite {
        Cite { id: id.to_owned(), ..Cite::default() }
    }

    /// Whether its content begins a sentence: as the first cite, or after a prefix of several words that ends one. A single
    /// word ("See.") counts as an abbreviation.
    pub(crate) fn begins_sentence(&self, first: bool) -> bool {
        let prefix = without_markup(&self.prefix);
        let prefix = prefix.trim().trim_end_matches(['”', '’', '"', '\'', '»']);
        if prefix.is_empty() {
            return first;
        }
        prefix.contains(' ') && prefix.ends_with(['.', '!', '?', ':', ';'])
    }
}

/// The content of a cite with its affixes. A blank is added between an affix and the content where the affix ends or
/// begins with a word. A suffix that begins with `.`, `!` or `?` moves that mark into quotation marks before it; other
/// marks of a suffix stay outside.
pub(crate) fn with_affixes(cite: &Cite, children: Vec<Content>, index: usize) -> Content {
    let tag = Tag::Cite(u16::try_from(index).unwrap_or(u16::MAX));
    let body = Content::span(Tag::None, children);
    if cite.prefix.is_empty() && cite.suffix.is_empty() {
        return Content::span(tag, vec![body]);
    }
    let mut all: Vec<Content> = Vec::new();
    if !cite.prefix.is_empty() {
        let blank = if needs_blank_after(&without_markup(&cite.prefix)) { " " } else { "" };
        all.extend(markup::parse(&format!("{}{blank}", cite.prefix)));
    }
    all.push(body);
    let blank = if needs_blank_before(&cite.suffix) { " " } else { "" };
    let suffix = markup::parse(&format!("{blank}{}", cite.suffix));
    let children = if cite.suffix.starts_with(['.', '!', '?']) {
        core::iter::once(unjoined(all)).chain(suffix).collect()
    } else {
        all.extend(suffix);
        vec![unjoined(all)]
    };
    Content::span(tag, children)
}

/// Parts between which no punctuation is resolved: cites and the texts that the author writes around them.
pub(crate) fn unjoined(children: Vec<Content>) -> Content {
    Content::span(Tag::Markup, children)
}

/// Whether a blank separates a prefix from the cite.
fn needs_blank_after(prefix: &str) -> bool {
    let mut backwards = prefix.chars().rev();
    match backwards.next() {
        // A quotation mark alone opens a quotation.
        Some('\'' | '"' | '’' | '”') => backwards.next().is_some(),
        Some(',' | ';' | ':' | '.' | '?' | '!' | ')' | ']' | '&') => true,
        Some(last) => last.is_ascii_digit() || is_letter(last),
        None => false,
    }
}

/// Whether a blank separates a suffix from the cite.
fn needs_blank_before(suffix: &str) -> bool {
    suffix.chars().next().is_some_and(|first| matches!(first, '(' | '[' | '&') || is_letter(first))
}

/// Whether this is a letter of a script with blanks between words.
fn is_letter(c: char) -> bool {
    c.is_letter() && u32::from(c) < 0x2E80
}

fn without_markup(text: &str) -> String {
    markup::parse(text).iter().map(Content::plain).collect()
}

/// The text between two cites: no delimiter before a prefix that begins with a mark, and only a blank after a suffix that
/// ends with one.
pub(crate) fn between<'d>(before: &Cite, delimiter: &'d str, after: &Cite) -> &'d str {
    if after.prefix.starts_with([',', '.', ';']) {
        ""
    } else if before.suffix.ends_with(['.', ',']) && !delimiter.is_empty() {
        " "
    } else {
        delimiter
    }
}

/// The requested part of a cite. The names at its head are found by their tag.
pub(crate) fn part_of(mut children: Vec<Content>, part: CitePart) -> Vec<Content> {
    match part {
        CitePart::Full => children,
        CitePart::SuppressAuthor => {
            leave_out_names(&mut children, false);
            children
        }
        CitePart::AuthorOnly => layout::take_names(&mut children).into_iter().collect(),
    }
}

/// Removes the names at the head of a cite with their labels, or the field of the record that is printed in place of
/// names. A value or term of the style in place of names stays. With `anywhere`, the first names are removed whatever
/// precedes them. Returns whether the place of the names is reached.
pub(crate) fn leave_out_names(children: &mut Vec<Content>, anywhere: bool) -> bool {
    for index in 0..children.len() {
        let Some(Content::Span(span)) = children.get_mut(index) else { continue };
        match span.tag {
            Tag::Names(_) if is_list(span) || names_of(&span.children).is_some() => {
                children.remove(index);
                return true;
            }
            _ if anywhere => {}
            Tag::Names(_) => drop_fields(&mut span.children),
            Tag::Date(_) => return true,
            _ if is_field(span) => return true,
            _ => {}
        }
        if leave_out_names(&mut span.children, anywhere) {
            let is_label = |child: &Content| matches!(child, Content::Span(span) if span.tag == Tag::Label);
            if span.children.iter().all(|child| child.is_empty() || is_label(child)) {
                children.remove(index);
            }
            return true;
        }
    }
    false
}

fn drop_fields(children: &mut Vec<Content>) {
    children.retain(|child| !matches!(child, Content::Span(span) if is_field(span)));
    for child in children {
        if let Content::Span(span) = child {
            drop_fields(&mut span.children);
        }
    }
}

/// Whether a span is a text field of the record, usually its title.
fn is_field(span: &Span) -> bool {
    matches!(span.tag, Tag::Variable(variable) if variable.kind() == VariableKind::Standard)
}

/// The first list of names in a tree. A substitute for names has the same tag, but may contain no names.
pub(crate) fn names_of(children: &[Content]) -> Option<&Content> {
    children.iter().find_map(|child| match child {
        Content::Span(span) if is_list(span) => Some(child),
        Content::Span(span) => names_of(&span.children),
        Content::Text(_) => None,
    })
}

/// Whether a span is the names of one variable.
fn is_list(span: &Span) -> bool {
    matches!(span.tag, Tag::Names(_)) && span.children.iter().any(Content::is_name)
}
