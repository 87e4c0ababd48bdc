//! From the finished tree to HTML, text and runs: the only place that looks at neighbouring characters and that
//! escapes.
//!
//! [`finish`] lays the tree out as a flat list of text and marks, choosing quotation marks and flipping nested
//! formatting on the way, and mends the punctuation wherever two pieces meet. [`html()`], [`text`] and [`runs`] print
//! that list.

mod flatten;
mod html;
mod punctuation;
mod runs;
mod suite;
#[cfg(test)]
mod tests;

use crate::prelude::*;

pub use html::page_html;
pub use runs::{Run, runs, text};
pub use suite::html;

use crate::csl::content::Content;
use crate::csl::program::{Display, FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};

/// What the locale says about quotation marks (specification, "Quotes" and "Punctuation").
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The term `open-quote`.
    pub open_quote: String,
    /// The term `close-quote`.
    pub close_quote: String,
    /// The term `open-inner-quote`.
    pub open_inner_quote: String,
    /// The term `close-inner-quote`.
    pub close_inner_quote: String,
    /// `punctuation-in-quote`: whether a full stop or comma after a closing quotation mark moves before it.
    pub punctuation_in_quote: bool,
}

/// A part of the flat output. Every [`Piece::Open`] has its [`Piece::Close`], and pairs nest.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Characters, unescaped. Never empty.
    Text(String),
    /// From here on something holds.
    Open(Mark),
    /// What was opened last ends.
    Close,
}

/// What holds between [`Piece::Open`] and [`Piece::Close`].
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// `font-style`.
    Style(FontStyle),
    /// `font-variant`.
    Variant(FontVariant),
    /// `font-weight`.
    Weight(FontWeight),
    /// `text-decoration`.
    Decoration(TextDecoration),
    /// `vertical-align`.
    Vertical(VerticalAlign),
    /// `display`.
    Display(Display),
    /// A link to an `http:`, `https:` or `mailto:` address.
    Link(String),
}

/// Lays out a tree: quotation marks, flipped formatting, punctuation, spaces, in this order.
pub fn finish(content: &Content, settings: &Settings) -> Vec<Piece> {
    punctuation::mend(flatten::flatten(content, settings), settings.punctuation_in_quote)
}
