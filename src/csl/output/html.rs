//! HTML for pages.

use super::runs::touches;
use super::{Mark, Piece};
use crate::csl::program::{Display, VerticalAlign};
use crate::prelude::*;

/// What HTML for a page and HTML for the test suite do each in their own way.
pub(super) trait Dialect {
    /// Whether a blank stands before a block that would touch the text before it.
    const BLANKS: bool;
    /// What opens text that is raised or lowered no longer.
    const BASELINE: &'static str;
    /// Prints characters so that a reader of HTML sees them.
    fn escape(text: &str, out: &mut String);
    /// Opens a link, and returns its end.
    fn link(address: &str, out: &mut String) -> &'static str;
    /// White space before a block, its element, and its end with the white space after it.
    fn block(display: Display) -> (&'static str, &'static str, &'static str);
    /// Ends what was opened last; `last` says that no text follows.
    fn close(end: &str, last: bool, out: &mut String);
}

/// HTML for a page: named escapes, links, no white space of its own.
pub fn page_html(pieces: &[Piece]) -> String {
    print::<Page>(pieces)
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

    /// A label in the margin and what it labels stay on one line where nothing lays them out, as in a text that is
    /// pasted; the blank between them is lost where something does.
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

/// Prints pieces. Escapes everything that comes from outside.
pub(super) fn print<D: Dialect>(pieces: &[Piece]) -> String {
    let mut out = String::with_capacity(pieces.len() * 16);
    let mut open: Vec<&str> = Vec::new();
    let texts = pieces.iter().rposition(|piece| matches!(piece, Piece::Text(_))).unwrap_or(0);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => D::escape(text, &mut out),
            Piece::Open(Mark::Link(address)) => open.push(D::link(address, &mut out)),
            Piece::Open(Mark::Display(display)) => {
                if D::BLANKS && touches(pieces, at) {
                    out.push(' ');
                }
                let (space, element, end) = D::block(*display);
                for part in [space, "<", element, " class=\"csl-", display.word(), "\">"] {
                    out.push_str(part);
                }
                open.push(end);
            }
            Piece::Open(mark) => {
                let (begin, end) = tags(mark, D::BASELINE);
                out.push_str(begin);
                open.push(end);
            }
            Piece::Close => D::close(open.pop().unwrap_or(""), at > texts, &mut out),
        }
    }
    out
}

/// The tags of formatting, those of each property in the order of its words. Spellings are the test suite's; what ends
/// raised and lowered text is not among them.
const BEGIN: &str = "<span style=\"font-style:normal;\">|<i>|<em>|\
    <span style=\"font-variant:normal;\">|<span style=\"font-variant:small-caps;\">|\
    <span style=\"font-weight:normal;\">|<b>|<span style=\"font-weight:lighter;\">|\
    <span style=\"text-decoration:none;\">|<span style=\"text-decoration:underline;\">|\
    <sup>|<sub>";
const END: &str = "</span>|</i>|</em>|</span>|</span>|</span>|</b>|</span>|</span>|</span>|</sup>|</sub>";

fn tags(mark: &Mark, baseline: &'static str) -> (&'static str, &'static str) {
    let number = match mark {
        Mark::Style(style) => *style as usize,
        Mark::Variant(variant) => 3 + *variant as usize,
        Mark::Weight(weight) => 5 + *weight as usize,
        Mark::Decoration(decoration) => 8 + *decoration as usize,
        Mark::Vertical(VerticalAlign::Baseline) => return (baseline, "</span>"),
        Mark::Vertical(align) => 9 + *align as usize,
        Mark::Display(_) | Mark::Link(_) => return ("", ""),
    };
    let tag = |list: &'static str| list.split_char('|').nth(number).unwrap_or("");
    (tag(BEGIN), tag(END))
}
