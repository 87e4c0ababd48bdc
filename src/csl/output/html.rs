//! HTML.

use super::{Mark, Piece};
use crate::csl::program::{Display, FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};

/// Who reads the HTML.
#[derive(Clone, Copy, PartialEq)]
enum Dialect {
    Suite,
    Page,
}

/// HTML in the dialect of the CSL test suite: numeric escapes, line breaks around blocks, no links.
pub fn html(pieces: &[Piece]) -> String {
    print(pieces, Dialect::Suite)
}

/// HTML for a page: named escapes, links.
pub fn page_html(pieces: &[Piece]) -> String {
    print(pieces, Dialect::Page)
}

/// Prints pieces as HTML. Escapes everything that comes from outside.
fn print(pieces: &[Piece], dialect: Dialect) -> String {
    let mut out = String::with_capacity(pieces.len() * 16);
    let mut open: Vec<&str> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => escape(text, dialect, &mut out),
            Piece::Open(Mark::Link(address)) => open.push(link(address, dialect, &mut out)),
            Piece::Open(Mark::Display(display)) => open.push(block(*display, dialect, &mut out)),
            Piece::Open(mark) => {
                let (begin, end) = tags(mark);
                out.push_str(begin);
                open.push(end);
            }
            Piece::Close => out.push_str(open.pop().unwrap_or("")),
        }
    }
    out
}

const SPAN: &str = "</span>";

/// The tags of formatting. Spellings and dialect are the test suite's, `<span style="baseline">` included.
fn tags(mark: &Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Style(FontStyle::Normal) => ("<span style=\"font-style:normal;\">", SPAN),
        Mark::Style(FontStyle::Italic) => ("<i>", "</i>"),
        Mark::Style(FontStyle::Oblique) => ("<em>", "</em>"),
        Mark::Variant(FontVariant::Normal) => ("<span style=\"font-variant:normal;\">", SPAN),
        Mark::Variant(FontVariant::SmallCaps) => ("<span style=\"font-variant:small-caps;\">", SPAN),
        Mark::Weight(FontWeight::Normal) => ("<span style=\"font-weight:normal;\">", SPAN),
        Mark::Weight(FontWeight::Bold) => ("<b>", "</b>"),
        Mark::Weight(FontWeight::Light) => ("<span style=\"font-weight:lighter;\">", SPAN),
        Mark::Decoration(TextDecoration::None) => ("<span style=\"text-decoration:none;\">", SPAN),
        Mark::Decoration(TextDecoration::Underline) => ("<span style=\"text-decoration:underline;\">", SPAN),
        Mark::Vertical(VerticalAlign::Baseline) => ("<span style=\"baseline\">", SPAN),
        Mark::Vertical(VerticalAlign::Sup) => ("<sup>", "</sup>"),
        Mark::Vertical(VerticalAlign::Sub) => ("<sub>", "</sub>"),
        Mark::Display(_) | Mark::Link(_) => ("", ""),
    }
}

/// Opens a block and returns its end. The suite's white space is that of citeproc-js.
fn block(display: Display, dialect: Dialect, out: &mut String) -> &'static str {
    let (space, class, end) = match display {
        Display::Block => ("\n\n    ", "csl-block", "</div>\n"),
        Display::LeftMargin => ("\n    ", "csl-left-margin", "</div>"),
        Display::RightInline => ("", "csl-right-inline", "</div>\n  "),
        Display::Indent => ("", "csl-indent", "</div>\n  "),
    };
    let (space, end) = if dialect == Dialect::Suite { (space, end) } else { ("", "</div>") };
    for part in [space, "<div class=\"", class, "\">"] {
        out.push_str(part);
    }
    end
}

/// Opens a link where the dialect has links, and returns its end.
fn link(address: &str, dialect: Dialect, out: &mut String) -> &'static str {
    if dialect == Dialect::Suite {
        return "";
    }
    out.push_str("<a href=\"");
    escape(address, dialect, out);
    out.push_str("\">");
    "</a>"
}

fn escape(text: &str, dialect: Dialect, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (plain, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let suite = dialect == Dialect::Suite;
        out.push_str(match tail.as_bytes().first() {
            Some(b'&') if suite => "&#38;",
            Some(b'<') if suite => "&#60;",
            Some(b'>') if suite => "&#62;",
            Some(b'"') if suite => "\"",
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&quot;",
        });
        rest = tail.get(1..).unwrap_or("");
    }
    out.push_str(rest);
}
