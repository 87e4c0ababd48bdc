//! The tagged tree that rendering returns and later passes rewrite.
//!
//! `render` decides what is printed and tags each part; `disambiguate`, `collapse` and the substitution of repeated
//! authors find parts by [`Tag`]; [`crate::csl::output`] decides punctuation and quotes once, on the finished tree. No
//! earlier pass compares neighbouring characters.

pub mod markup;

use crate::csl::program::{Display, Formatting};
use crate::prelude::*;
use crate::vocabulary::Variable;

/// A part of the output.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Characters, unescaped. An empty text prints nothing; rendering returns none.
    Text(String),
    /// Parts with common affixes, formatting or tag.
    Span(Box<Span>),
}

/// Parts that share affixes, formatting or a tag. The order of printing is: `prefix`, the opening quotation mark, the
/// formatting, the children with the delimiter between those that print something, the end of the formatting, the
/// closing quotation mark, `suffix`. If no child prints anything, the span prints nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The role of the span, for later passes.
    pub tag: Tag,
    /// Printed before, outside the formatting.
    pub prefix: String,
    /// Printed after, outside the formatting.
    pub suffix: String,
    /// Printed between children.
    pub delimiter: String,
    /// Formatting of everything between the affixes.
    pub format: Formatting,
    /// Whether quotation marks surround the children; the marks depend on nesting and locale.
    pub quotes: bool,
    /// Whether `text-case` leaves it unchanged (`<span class="nocase">`).
    pub nocase: bool,
    /// `display`.
    pub display: Option<Display>,
    /// The parts.
    pub children: Vec<Content>,
}

impl Span {
    /// Parts with a tag, to which affixes and formatting are added.
    pub(crate) fn new(tag: Tag, children: Vec<Content>) -> Box<Span> {
        Box::new(Span { tag, children, ..Span::default() })
    }
}

/// The role of a span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// None that a later pass uses.
    #[default]
    None,
    /// One cite, with its index in the citation.
    Cite(u16),
    /// The names of one variable of `cs:names`, or their substitute.
    Names(Variable),
    /// One name, by its index in the variable.
    Name(u16),
    /// The output of a date variable.
    Date(Variable),
    /// The year of a date variable, to which a year suffix is appended.
    Year(Variable),
    /// The year suffix.
    YearSuffix,
    /// The citation number.
    CitationNumber,
    /// The locator.
    Locator,
    /// The output of a variable.
    Variable(Variable),
    /// A term printed by `cs:text`; at the beginning of a sentence it is capitalised.
    Term,
    /// A term printed as the label of a variable.
    Label,
    /// Inline markup of a field. Its formatting flips inside equal formatting, and no punctuation is resolved inside.
    Markup,
    /// A hyperlink; the text is the address, or a DOI.
    Link,
    /// A hyperlink whose scheme is not printed.
    BareLink,
    /// What is printed after a title outside its italics and quotation marks.
    Apart,
}

impl Content {
    /// A plain text; `None` if it is empty.
    pub fn text(text: impl Into<String>) -> Option<Content> {
        let text = text.into();
        (!text.is_empty()).then_some(Content::Text(text))
    }

    /// A plain text as a list; an empty one if it is empty.
    pub(crate) fn list(text: &str) -> Vec<Content> {
        Content::text(text).into_iter().collect_vec()
    }

    /// Removes the parts that print nothing.
    pub(crate) fn retain_printed(contents: &mut Vec<Content>) {
        contents.retain(|content| !content.is_empty());
    }

    /// Parts with a tag, without affixes and formatting.
    pub(crate) fn span(tag: Tag, children: Vec<Content>) -> Content {
        Content::Span(Span::new(tag, children))
    }

    /// Whether it prints nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Content::Text(text) => text.is_empty(),
            Content::Span(span) => span.children.iter().all(Content::is_empty),
        }
    }

    /// Whether this is one name of a list.
    #[cfg(feature = "full")]
    pub(crate) fn is_name(&self) -> bool {
        matches!(self, Content::Span(span) if matches!(span.tag, Tag::Name(_)))
    }

    /// The plain text, with affixes and delimiters but without formatting, quotation marks and resolved punctuation; for
    /// sort keys and comparisons.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        push_plain(self, &mut out);
        out
    }
}

fn push_plain(content: &Content, out: &mut String) {
    match content {
        Content::Text(text) => out.push_str(text),
        Content::Span(span) => {
            let printed = span.children.iter().filter(|child| !child.is_empty());
            let before = out.len();
            out.push_str(&span.prefix);
            let mut first = true;
            for child in printed {
                if !first {
                    out.push_str(&span.delimiter);
                }
                first = false;
                push_plain(child, out);
            }
            if first {
                out.truncate(before);
            } else {
                out.push_str(&span.suffix);
            }
        }
    }
}

impl From<Span> for Content {
    fn from(span: Span) -> Content {
        Content::Span(Box::new(span))
    }
}
