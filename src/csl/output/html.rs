//! HTML for pages.

use super::event::{Event, Property};
use super::runs::touches;
use crate::csl::program::{Display, VerticalAlign};
use crate::prelude::*;

/// The differences between HTML for a page and HTML for the test suite.
pub(super) trait Dialect {
    /// Whether a blank is printed before a block that would touch the text before it.
    const BLANKS: bool;
    /// The tag that opens text on the baseline inside raised or lowered text.
    const BASELINE: &'static str;
    /// Appends `text`, escaped.
    fn escape(text: &str, out: &mut String);
    /// Opens a link and returns its end tag.
    fn link(address: &str, out: &mut String) -> &'static str;
    /// White space before a block, the name of its element, and its end tag with the white space after it.
    fn block(display: Display) -> (&'static str, &'static str, &'static str);
    /// Ends the element opened last; `last` means that no text follows.
    fn close(end: &str, last: bool, out: &mut String);
}

/// HTML for a page: named escapes, links, no white space around blocks.
pub fn html(events: &[Event]) -> String {
    print::<Page>(events)
}

struct Page;

impl Dialect for Page {
    const BLANKS: bool = true;
    const BASELINE: &'static str = "<span style=\"vertical-align:baseline;\">";

    fn escape(text: &str, out: &mut String) {
        let mut rest = text;
        while let Some(at) = rest.find_any("&<>\"") {
            let (plain, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
            out.push_str(plain);
            out.push_str(match tail.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                _ => "&quot;",
            });
            rest = tail.get(1..).unwrap_or("");
        }
        out.push_str(rest);
    }

    fn link(address: &str, out: &mut String) -> &'static str {
        out.push_str("<a href=\"");
        Page::escape(address, out);
        out.push_str("\">");
        "</a>"
    }

    /// Without CSS, as in pasted text, a label in the margin and its entry stay on one line, because both are `span`s;
    /// CSS that lays them out as blocks removes the blank between them.
    fn block(display: Display) -> (&'static str, &'static str, &'static str) {
        match display {
            Display::LeftMargin | Display::RightInline => ("", "span", "</span>"),
            Display::Block | Display::Indent => ("", "div", "</div>"),
        }
    }

    fn close(end: &str, _: bool, out: &mut String) {
        out.push_str(end);
    }
}

/// Prints events in a dialect, with all text and addresses escaped.
pub(super) fn print<D: Dialect>(events: &[Event]) -> String {
    let mut out = String::with_capacity(events.len() * 16);
    let mut open: Vec<&str> = Vec::new();
    let texts = events.iter().rposition(|event| matches!(event, Event::Text(_))).unwrap_or(0);
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Text(text) => D::escape(text, &mut out),
            Event::Open(Property::Link(address)) => open.push(D::link(address, &mut out)),
            Event::Open(Property::Display(display)) => {
                if D::BLANKS && touches(events, at) {
                    out.push(' ');
                }
                let (space, element, end) = D::block(*display);
                for part in [space, "<", element, " class=\"csl-", display.word(), "\">"] {
                    out.push_str(part);
                }
                open.push(end);
            }
            Event::Open(mark) => {
                let (begin, end) = tags(mark, D::BASELINE);
                out.push_str(begin);
                open.push(end);
            }
            Event::Close => D::close(open.pop().unwrap_or(""), at > texts, &mut out),
        }
    }
    out
}

/// The opening tags of the formatting properties, those of each property in the order of its vocabulary. Spellings are
/// the test suite's; the baseline differs by dialect and is not listed.
const BEGIN: &str = "<span style=\"font-style:normal;\">|<i>|<em>|\
    <span style=\"font-variant:normal;\">|<span style=\"font-variant:small-caps;\">|\
    <span style=\"font-weight:normal;\">|<b>|<span style=\"font-weight:lighter;\">|\
    <span style=\"text-decoration:none;\">|<span style=\"text-decoration:underline;\">|\
    <sup>|<sub>";
const END: &str = "</span>|</i>|</em>|</span>|</span>|</span>|</b>|</span>|</span>|</span>|</sup>|</sub>";

fn tags(mark: &Property, baseline: &'static str) -> (&'static str, &'static str) {
    let number = match mark {
        Property::Style(style) => *style as usize,
        Property::Variant(variant) => 3 + *variant as usize,
        Property::Weight(weight) => 5 + *weight as usize,
        Property::Decoration(decoration) => 8 + *decoration as usize,
        Property::Vertical(VerticalAlign::Baseline) => return (baseline, "</span>"),
        Property::Vertical(align) => 9 + *align as usize,
        Property::Display(_) | Property::Link(_) => return ("", ""),
    };
    let tag = |list: &'static str| list.split_char('|').nth(number).unwrap_or("");
    (tag(BEGIN), tag(END))
}
