//! The tree as a flat list, with quotation marks chosen and nested formatting flipped.

use super::{Mark, Settings};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{FontStyle, FontVariant, FontWeight, Format, TextDecoration, VerticalAlign};
use crate::prelude::*;
use crate::text::{self, concat};

/// A part of the flat output before punctuation is mended.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Event<'a> {
    /// Characters.
    Text {
        text: &'a str,
        /// Whether its beginning may be mended together with what stands before it; not inside a field.
        seam: bool,
    },
    /// An opening quotation mark.
    OpenQuote(&'a str),
    /// A closing quotation mark.
    CloseQuote {
        /// The mark.
        mark: &'a str,
        /// How many of the [`Event::Close`]s before it end the formatting of the quoted element itself, inside which
        /// punctuation moves.
        inside: usize,
    },
    /// Formatting, a block or a link begins.
    Open(Mark),
    /// The latest [`Event::Open`] ends.
    Close,
}

/// Lays out `content`.
pub(super) fn flatten<'a>(content: &'a Content, settings: &'a Settings) -> Vec<Event<'a>> {
    let mut flat = Flat { events: Vec::with_capacity(64), settings, inner: false };
    flat.content(content, &Look::default(), true);
    flat.events
}

/// The formatting that holds where a span begins.
#[derive(Clone, Copy)]
struct Look {
    style: FontStyle,
    variant: FontVariant,
    weight: FontWeight,
    decoration: TextDecoration,
    vertical: VerticalAlign,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            style: FontStyle::Normal,
            variant: FontVariant::Normal,
            weight: FontWeight::Normal,
            decoration: TextDecoration::None,
            vertical: VerticalAlign::Baseline,
        }
    }
}

struct Flat<'a> {
    events: Vec<Event<'a>>,
    settings: &'a Settings,
    /// Whether the next quotation marks are the inner ones.
    inner: bool,
}

impl<'a> Flat<'a> {
    /// Lays out one piece; `seam` says whether its first character may be mended.
    fn content(&mut self, content: &'a Content, look: &Look, seam: bool) {
        match content {
            Content::Text(text) => self.text(text, seam),
            Content::Span(span) if !content.is_empty() => self.span(span, look, seam),
            Content::Span(_) => {}
        }
    }

    fn text(&mut self, text: &'a str, seam: bool) {
        if !text.is_empty() {
            self.events.push(Event::Text { text, seam });
        }
    }

    fn span(&mut self, span: &'a Span, look: &Look, seam: bool) {
        if let Some(display) = span.display {
            self.events.push(Event::Open(Mark::Display(display)));
        }
        let link = link_address(span);
        // A resolver's address in the prefix (`https://doi.org/`) is part of the link.
        let whole = text::contains(&span.prefix, "://");
        if !whole {
            self.text(&span.prefix, seam);
        }
        let linked = link.is_some();
        if let Some(address) = link {
            self.events.push(Event::Open(Mark::Link(address)));
        }
        if whole {
            self.text(&span.prefix, seam);
        }
        self.quoted(span, look, seam);
        if linked {
            self.events.push(Event::Close);
        }
        self.text(&span.suffix, true);
        if span.display.is_some() {
            self.events.push(Event::Close);
        }
    }

    /// Quotation marks around the formatting, and formatting around the children.
    fn quoted(&mut self, span: &'a Span, look: &Look, seam: bool) {
        let settings = self.settings;
        let (open, close) = match self.inner {
            false => (&settings.open_quote, &settings.close_quote),
            true => (&settings.open_inner_quote, &settings.close_inner_quote),
        };
        if span.quotes {
            self.inner = !self.inner;
            self.events.push(Event::OpenQuote(open));
        }
        let mut look = *look;
        let before = self.events.len();
        self.format(&span.format, &mut look, span.tag == Tag::Markup);
        let opened = self.events.len() - before;
        self.children(span, &look, seam);
        self.events.extend(core::iter::repeat_n(Event::Close, opened));
        if span.quotes {
            self.inner = !self.inner;
            self.events.push(Event::CloseQuote { mark: close, inside: opened });
        }
    }

    fn children(&mut self, span: &'a Span, look: &Look, seam: bool) {
        let mut first = true;
        for child in span.children.iter().filter(|child| !child.is_empty()) {
            if !first {
                self.text(&span.delimiter, true);
            }
            let inside_field = span.tag == Tag::Markup;
            self.content(child, look, if first { seam } else { !inside_field });
            first = false;
        }
    }

    /// Opens what `format` changes. Markup of a field flips: italics inside italics are upright (specification,
    /// "Font-Style flip-flopping"). What a style asks for is what it gets, and asking twice changes nothing.
    fn format(&mut self, format: &Format, look: &mut Look, flips: bool) {
        if let Some(wanted) = format.vertical_align
            && (look.vertical != wanted || wanted != VerticalAlign::Baseline && flips)
        {
            look.vertical = wanted;
            self.events.push(Event::Open(Mark::Vertical(wanted)));
        }
        if let Some(wanted) = format.text_decoration
            && let Some(wanted) = change(&mut look.decoration, wanted, TextDecoration::None, flips)
        {
            self.events.push(Event::Open(Mark::Decoration(wanted)));
        }
        if let Some(wanted) = format.font_weight
            && let Some(wanted) = change(&mut look.weight, wanted, FontWeight::Normal, flips)
        {
            self.events.push(Event::Open(Mark::Weight(wanted)));
        }
        if let Some(wanted) = format.font_variant
            && let Some(wanted) = change(&mut look.variant, wanted, FontVariant::Normal, flips)
        {
            self.events.push(Event::Open(Mark::Variant(wanted)));
        }
        if let Some(wanted) = format.font_style
            && let Some(wanted) = change(&mut look.style, wanted, FontStyle::Normal, flips)
        {
            self.events.push(Event::Open(Mark::Style(wanted)));
        }
    }
}

/// What to switch to, when `wanted` is asked for where `now` holds.
fn change<T: Copy + PartialEq>(now: &mut T, wanted: T, normal: T, flips: bool) -> Option<T> {
    let wanted = if flips && *now != normal { normal } else { wanted };
    if *now == wanted {
        return None;
    }
    *now = wanted;
    Some(wanted)
}

/// The address of a span tagged as a link, when it is one that a page may carry.
fn link_address(span: &Span) -> Option<String> {
    if span.tag != Tag::Link {
        return None;
    }
    let mut text = String::new();
    for child in &span.children {
        text.push_str(&child.plain());
    }
    let text = text.trim();
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
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
