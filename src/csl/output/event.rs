//! The flat output: text and the begin and end of formatting.

use crate::csl::program::{Display, FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use crate::prelude::*;

/// The locale's quotation marks and punctuation option (specification, "Quotes" and "Punctuation").
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

/// A part of the flat output. Every [`Event::Open`] has its [`Event::Close`], and pairs nest.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Characters, unescaped. Never empty.
    Text(String),
    /// A property is in effect from here on.
    Open(Property),
    /// The property opened last ends.
    Close,
}

/// A property in effect between [`Event::Open`] and [`Event::Close`].
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
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
