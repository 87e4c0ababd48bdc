//! The tree as a flat list, with quotation marks chosen and nested formatting flipped (specification, "Quotes"; the
//! flip-flopping of nested formatting is the test suite's).

use super::event::{Property, Settings};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{FontStyle, FontVariant, FontWeight, Formatting, TextDecoration, VerticalAlign};
use crate::prelude::*;
use crate::text::{self, concat};

/// A part of the flat output before punctuation is resolved.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FlatEvent<'a> {
    /// Characters.
    Text {
        text: &'a str,
        /// Whether its first character is compared with the text before it; false inside a field.
        seam: bool,
    },
    /// An opening quotation mark.
    OpenQuote(&'a str),
    /// A closing quotation mark.
    CloseQuote {
        /// The mark.
        mark: &'a str,
        /// How many of the [`FlatEvent::Close`]s before it end the formatting of the quoted element itself. Punctuation
        /// that moves inside the quotation mark also moves inside that formatting.
        inside: usize,
    },
    /// Formatting, a block or a link begins.
    Open(Property),
    /// The latest [`FlatEvent::Open`] ends.
    Close,
}

/// Lays out `content`.
pub(super) fn flatten<'a>(content: &'a Content, settings: &'a Settings) -> Vec<FlatEvent<'a>> {
    let mut flat = Flattener { events: Vec::with_capacity(64), settings, inner: false };
    flat.content(content, &ActiveFormatting::default(), true);
    flat.events
}

/// The formatting in effect at the beginning of a span.
#[derive(Clone, Copy)]
struct ActiveFormatting {
    style: FontStyle,
    variant: FontVariant,
    weight: FontWeight,
    decoration: TextDecoration,
    vertical: VerticalAlign,
}

impl Default for ActiveFormatting {
    fn default() -> ActiveFormatting {
        ActiveFormatting {
            style: FontStyle::Normal,
            variant: FontVariant::Normal,
            weight: FontWeight::Normal,
            decoration: TextDecoration::None,
            vertical: VerticalAlign::Baseline,
        }
    }
}

struct Flattener<'a> {
    events: Vec<FlatEvent<'a>>,
    settings: &'a Settings,
    /// Whether the next quotation marks are the inner ones.
    inner: bool,
}

impl<'a> Flattener<'a> {
    /// Lays out one part; `seam` is whether its first character is compared with what precedes it.
    fn content(&mut self, content: &'a Content, active: &ActiveFormatting, seam: bool) {
        match content {
            Content::Text(text) => self.text(text, seam),
            Content::Span(span) if !content.is_empty() => self.span(span, active, seam),
            Content::Span(_) => {}
        }
    }

    fn text(&mut self, text: &'a str, seam: bool) {
        if !text.is_empty() {
            self.events.push(FlatEvent::Text { text, seam });
        }
    }

    fn span(&mut self, span: &'a Span, active: &ActiveFormatting, seam: bool) {
        if let Some(display) = span.display {
            self.open(Property::Display(display));
        }
        let link = link_address(span);
        // A resolver's address in the prefix (`https://doi.org/`) is part of the link.
        let whole = text::contains(&span.prefix, "://");
        if !whole {
            self.text(&span.prefix, seam);
        }
        let linked = link.is_some();
        if let Some(address) = link {
            self.open(Property::Link(address));
        }
        if whole {
            self.text(&span.prefix, seam);
        }
        match span.children.as_slice() {
            [Content::Text(address)] if span.tag == Tag::BareLink => {
                self.text(text::split_once(address, "://").map_or(address, |(_, bare)| bare), seam)
            }
            _ => self.quoted(span, active, seam),
        }
        if linked {
            self.events.push(FlatEvent::Close);
        }
        self.text(&span.suffix, true);
        if span.display.is_some() {
            self.events.push(FlatEvent::Close);
        }
    }

    fn open(&mut self, property: Property) {
        self.events.push(FlatEvent::Open(property));
    }

    /// Quotation marks around the formatting, and formatting around the children.
    fn quoted(&mut self, span: &'a Span, active: &ActiveFormatting, seam: bool) {
        let settings = self.settings;
        let (open, close) = match self.inner {
            false => (&settings.open_quote, &settings.close_quote),
            true => (&settings.open_inner_quote, &settings.close_inner_quote),
        };
        if span.quotes {
            self.inner = !self.inner;
            self.events.push(FlatEvent::OpenQuote(open));
        }
        let mut active = *active;
        let before = self.events.len();
        self.format(&span.format, &mut active, span.tag == Tag::Markup);
        let opened = self.events.len() - before;
        self.children(span, &active, seam);
        for _ in 0..opened {
            self.events.push(FlatEvent::Close);
        }
        if span.quotes {
            self.inner = !self.inner;
            self.events.push(FlatEvent::CloseQuote { mark: close, inside: opened });
        }
    }

    fn children(&mut self, span: &'a Span, active: &ActiveFormatting, seam: bool) {
        let mut first = true;
        for child in span.children.iter().filter(|child| !child.is_empty()) {
            if !first {
                self.text(&span.delimiter, true);
            }
            let inside_field = span.tag == Tag::Markup;
            self.content(child, active, if first { seam } else { !inside_field });
            first = false;
        }
    }

    /// Opens the properties that `format` changes. Markup of a field flips: italics inside italics are upright (test
    /// suite, `flipflop_ItalicsFlipped`). Formatting that the style states does not flip, and stating it twice changes nothing.
    fn format(&mut self, format: &Formatting, active: &mut ActiveFormatting, flips: bool) {
        if let Some(wanted) = format.vertical_align
            && (active.vertical != wanted || wanted != VerticalAlign::Baseline && flips)
        {
            active.vertical = wanted;
            self.open(Property::Vertical(wanted));
        }
        if let Some(wanted) = format.text_decoration
            && let Some(wanted) = change(&mut active.decoration, wanted, TextDecoration::None, flips)
        {
            self.open(Property::Decoration(wanted));
        }
        if let Some(wanted) = format.font_weight
            && let Some(wanted) = change(&mut active.weight, wanted, FontWeight::Normal, flips)
        {
            self.open(Property::Weight(wanted));
        }
        if let Some(wanted) = format.font_variant
            && let Some(wanted) = change(&mut active.variant, wanted, FontVariant::Normal, flips)
        {
            self.open(Property::Variant(wanted));
        }
        if let Some(wanted) = format.font_style
            && let Some(wanted) = change(&mut active.style, wanted, FontStyle::Normal, flips)
        {
            self.open(Property::Style(wanted));
        }
    }
}

/// The value to switch to when `wanted` is stated and `now` is in effect; `None` if nothing changes.
fn change<T: Copy + PartialEq>(now: &mut T, wanted: T, normal: T, flips: bool) -> Option<T> {
    let wanted = if flips && *now != normal { normal } else { wanted };
    if *now == wanted {
        return None;
    }
    *now = wanted;
    Some(wanted)
}

/// The address of a span tagged as a link, if its scheme is one that a page may link to.
fn link_address(span: &Span) -> Option<String> {
    if !matches!(span.tag, Tag::Link | Tag::BareLink) {
        return None;
    }
    let mut text = String::new();
    for child in &span.children {
        text.push_str(&child.plain());
    }
    let text = text.trim();
    if text.any_char(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let scheme = text::before_any(text, ":").to_ascii_lowercase();
    if scheme.len() < text.len() && text::list_contains("http https mailto", &scheme) {
        Some(text.to_owned())
    } else if text.starts_with("10.") {
        Some(concat(&["https://doi.org/", text]))
    } else {
        None
    }
}
