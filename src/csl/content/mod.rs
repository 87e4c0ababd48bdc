//! The tagged tree that rendering makes and later passes rewrite.
//!
//! `render` says what is to be printed and what each piece is; `position`, `disambiguate`, `collapse` and the
//! substitution of repeated authors find pieces by [`Tag`]; [`crate::csl::output`] decides punctuation and quotes once,
//! on the finished tree. Nobody looks at neighbouring characters before that.

pub mod markup;

use crate::csl::program::{Display, Formatting};
use crate::prelude::*;
use crate::vocabulary::Variable;

/// A piece of output.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Characters to be printed as they are. An empty text prints nothing, and rendering makes none.
    Text(String),
    /// Pieces with something in common.
    Span(Box<Span>),
}

/// Pieces that share affixes, formatting or a tag. What is printed, from the outside in: `prefix`, the opening
/// quotation mark, the formatting, the children with the delimiter between those that print something, the end of
/// the formatting, the closing quotation mark, `suffix`. Nothing at all when no child prints anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// What this is, for later passes.
    pub tag: Tag,
    /// Printed before, outside the formatting.
    pub prefix: String,
    /// Printed after, outside the formatting.
    pub suffix: String,
    /// Printed between children.
    pub delimiter: String,
    /// Formatting of everything between the affixes.
    pub format: Formatting,
    /// Whether quotation marks stand around the children; which ones depends on the nesting and the locale.
    pub quotes: bool,
    /// Whether `text-case` passes over it (`<span class="nocase">`).
    pub nocase: bool,
    /// `display`.
    pub display: Option<Display>,
    /// The pieces.
    pub children: Vec<Content>,
}

/// What a span is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// Nothing that a later pass asks for.
    #[default]
    None,
    /// One cite of a citation; its index in the cluster.
    Cite(u16),
    /// What one variable of `cs:names` printed.
    Names(Variable),
    /// One name, by its index in the variable.
    Name(u16),
    /// What a date variable printed.
    Date(Variable),
    /// The year of a date variable, where a year suffix is appended.
    Year(Variable),
    /// The place of the year suffix.
    YearSuffix,
    /// The citation number.
    CitationNumber,
    /// The locator, with what belongs to it.
    Locator,
    /// What a variable printed.
    Variable(Variable),
    /// A term that the style prints by `cs:text`; where it begins a sentence it takes a capital.
    Term,
    /// A term that goes with a variable.
    Label,
    /// Inline markup of a field. Its formatting flips with what surrounds it, and no punctuation is mended inside.
    Markup,
    /// Becomes a hyperlink; its text is the address, or the DOI to be resolved.
    Link,
}

impl Content {
    /// A piece of plain text; `None` when there is none.
    pub fn text(text: impl Into<String>) -> Option<Content> {
        let text = text.into();
        (!text.is_empty()).then_some(Content::Text(text))
    }

    /// Whether nothing would be printed.
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

    /// The characters between the affixes of the outermost span, without formatting, quotes or punctuation repair;
    /// for sort keys and comparisons.
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
