//! Citations and their cites: what a caller says of them, and what he adds before and after.

use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::layout;
use crate::csl::program::Position;
use crate::prelude::*;
use crate::text::concat;
use crate::vocabulary::{Locator, VariableKind};

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
        let prefix = prefix.trim().trim_end_any("”’\"'»");
        if prefix.is_empty() {
            return first;
        }
        prefix.contains(' ') && prefix.ends_with_any(".!?:;")
    }
}

/// The content of a cite with its affixes. Where a word or a mark that wants a blank meets the cite, one stands between.
/// The mark with which a suffix ends the sentence goes into quotation marks before it, a comma does not.
pub(crate) fn with_affixes(cite: &Cite, children: Vec<Content>, index: usize) -> Content {
    let tag = Tag::Cite(u16::try_from(index).unwrap_or(u16::MAX));
    let body = Content::from(Span { children, ..Span::default() });
    if cite.prefix.is_empty() && cite.suffix.is_empty() {
        return Content::from(Span { tag, children: vec![body], ..Span::default() });
    }
    let mut all: Vec<Content> = Vec::new();
    if !cite.prefix.is_empty() {
        let blank = if wants_blank_after(&without_markup(&cite.prefix)) { " " } else { "" };
        all.extend(markup::parse(&concat(&[&cite.prefix, blank])));
    }
    all.push(body);
    let blank = if wants_blank_before(&cite.suffix) { " " } else { "" };
    let suffix = markup::parse(&concat(&[blank, &cite.suffix]));
    let children = if cite.suffix.starts_with_any(".!?") {
        core::iter::once(apart(all)).chain(suffix).collect_vec()
    } else {
        all.extend(suffix);
        vec![apart(all)]
    };
    Content::from(Span { tag, children, ..Span::default() })
}

/// Pieces that are printed as they are, one beside another: cites and what their author writes around them.
pub(crate) fn apart(children: Vec<Content>) -> Content {
    Content::from(Span { tag: Tag::Markup, children, ..Span::default() })
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
    if after.prefix.starts_with_any(",.;") {
        ""
    } else if before.suffix.ends_with_any(".,") && !delimiter.is_empty() {
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
            leave_out_names(&mut children, false);
            children
        }
        CitePart::AuthorOnly => layout::take_names(&mut children).into_iter().collect_vec(),
    }
}

/// Takes out the names at the head of a cite with their labels, or the field of the record that stands in for them:
/// words of the style in the place of names stay. With `anywhere` the first names are meant, whatever stands before.
/// Returns whether the place is passed.
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

/// Whether a span is a text of the record: its title, as a rule.
fn is_field(span: &Span) -> bool {
    matches!(span.tag, Tag::Variable(variable) if variable.kind() == VariableKind::Standard)
}

/// The first list of names in a tree. What stands in for names is tagged as they are, but need not hold any.
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
