//! Text as publishers deposit it with registries: with face markup in JATS or HTML, and formulas in MathML.

use crate::prelude::*;
use crate::text::{self, concat, list_contains};

/// Elements that CSL-JSON has markup for, with what it writes.
const FACES: &str = "i=i|italic=i|em=i|b=b|bold=b|strong=b|sub=sub|sup=sup|sc=span|scp=span|smallcaps=span";

/// Elements that part words from each other.
const BLOCKS: &str =
    "p sec title list list-item def-list br break div ul ol li h1 h2 h3 h4 disp-formula table tr td";

/// Elements whose tags say nothing that a citation could print: JATS, HTML, and MathML's.
const DROPPED: &str = "u underline ovl overline overline-start overline-end strike monospace tt roman sans-serif span font \
    ext-link uri a xref named-content styled-content inline-formula tex-math alternatives abbrev abstract label fn \
    inline-graphic graphic big small math mrow mi mo mn ms mtext mspace mstyle mfenced msqrt mroot mover munder \
    munderover menclose mpadded mphantom mtable mtr mtd semantics annotation msub msup msubsup mmultiscripts \
    mprescripts none mfrac email related-article private-char chem";

/// No deeper nesting is followed; tags below it are dropped.
const DEEPEST: usize = 64;

/// An element that is open: its name, what closes it in the output, and how many children it has had.
struct Open<'a> {
    name: &'a str,
    end: &'static str,
    children: usize,
}

/// The text with the markup that CSL-JSON allows and without any other, white space single.
pub(crate) fn reduced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tail) = text::split_at(rest, at);
        if !open.iter().any(|element| matches!(element.name, "annotation" | "tex-math")) {
            push_words(&mut out, before, open.iter().any(|element| element.name == "math"));
        }
        rest = match Tag::read(tail) {
            Some(tag) => {
                apply(&mut out, &mut open, &tag);
                tag.rest
            }
            None => {
                out.push('<');
                tail.get(1..).unwrap_or_default()
            }
        };
    }
    push_words(&mut out, rest, false);
    while let Some(element) = open.pop() {
        out.push_str(element.end);
    }
    out.trim_end().to_owned()
}

/// An abstract: the same, without the heading that says it is one.
pub(crate) fn summary(text: &str) -> String {
    let reduced = reduced(text);
    let headed = text.trim_start().get(..12).is_some_and(|start| text::contains(start, "title>"));
    let mut words = reduced.splitn(2, ' ');
    let first = words.next().unwrap_or_default().trim_end_any(":.");
    match words.next() {
        Some(rest) if headed && list_contains("abstract summary", &text::to_lowercase(first)) => {
            rest.to_owned()
        }
        _ => reduced,
    }
}

/// Adds text with single blanks; within a formula blanks only lay out the markup.
fn push_words(out: &mut String, text: &str, formula: bool) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !formula && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

fn apply<'a>(out: &mut String, open: &mut Vec<Open<'a>>, tag: &Tag<'a>) {
    if list_contains(BLOCKS, tag.name) {
        push_words(out, " ", false);
    }
    if tag.closes {
        let Some(partner) = open.iter().rposition(|element| element.name == tag.name) else { return };
        for element in open.drain(partner..).rev() {
            out.push_str(element.end);
        }
        return;
    }
    let (start, end) = match text::table_get(FACES, tag.name) {
        Some("i") => ("<i>", "</i>"),
        Some("b") => ("<b>", "</b>"),
        Some("sub") => ("<sub>", "</sub>"),
        Some("sup") => ("<sup>", "</sup>"),
        Some(_) => ("<span style=\"font-variant:small-caps;\">", "</span>"),
        None => script(open.last()),
    };
    if let Some(parent) = open.last_mut() {
        parent.children += 1;
    }
    if !tag.empty && open.len() < DEEPEST {
        out.push_str(start);
        open.push(Open { name: tag.name, end, children: 0 });
    }
}

/// What stands around a child of a formula's element: the second of `msub` is its index, that of `mfrac` the divisor.
fn script(parent: Option<&Open<'_>>) -> (&'static str, &'static str) {
    let Some(parent) = parent else { return ("", "") };
    match (parent.name, parent.children) {
        ("msub" | "msubsup", 1) => ("<sub>", "</sub>"),
        ("msup", 1) | ("msubsup", 2) => ("<sup>", "</sup>"),
        ("mfrac", 1) => ("/", ""),
        _ => ("", ""),
    }
}

/// A tag of a known element.
struct Tag<'a> {
    name: &'a str,
    closes: bool,
    empty: bool,
    /// What follows the tag.
    rest: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads the tag that a text begins with; anything else in angle brackets is text.
    fn read(text: &'a str) -> Option<Tag<'a>> {
        let inner = text.strip_prefix('<')?;
        let (closes, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        let end =
            inner.bytes().take(40).position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b':')))?;
        let (name, rest) = text::split_at(inner, end);
        let prefixed =
            name.split_once(':').filter(|parts| matches!(parts.0, "jats" | "mml" | "html" | "xhtml"));
        let name = prefixed.map_or(name, |parts| parts.1);
        if name.is_empty() || !rest.starts_with_any(">/ \n\t\r") {
            return None;
        }
        if text::table_get(FACES, name).is_none()
            && !list_contains(BLOCKS, name)
            && !list_contains(DROPPED, name)
        {
            return None;
        }
        // No attribute holds a bare `<`.
        let close =
            rest.find_any("<>").filter(|at| rest.get(*at..).is_some_and(|end| end.starts_with('>')))?;
        let (attributes, rest) = text::split_at(rest, close);
        Some(Tag { name, closes, empty: attributes.ends_with('/'), rest: rest.get(1..)? })
    }
}

/// A title and its subtitle, unless the title has it already.
pub(crate) fn with_subtitle(title: &str, subtitle: &str) -> String {
    let (title, subtitle) = (title.trim(), subtitle.trim().trim_start_any(": "));
    let (whole, part) = (letters(title), letters(subtitle));
    if part.is_empty() || text::contains(&whole, &part) {
        return title.to_owned();
    }
    if title.is_empty() {
        return subtitle.to_owned();
    }
    // A title that ends in a mark of its own needs no colon, and one that brings the colon no second.
    let joint = if title.ends_with_any("?!:.…") { " " } else { ": " };
    concat(&[title, joint, subtitle])
}

/// The letters and digits of a text, small, without markup: what makes two titles the same.
pub(crate) fn letters(text: &str) -> String {
    text::to_lowercase(&crate::text::markup::plain(text))
        .chars()
        .filter(|c| c.is_letter_or_number())
        .collect_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_csl_s_or_gone() {
        for (text, want) in [
            (
                "On <jats:italic>E. coli</jats:italic>\n  in H<sub>2</sub>O",
                "On <i>E. coli</i> in H<sub>2</sub>O",
            ),
            ("A <scp>Bc</scp> <ovl>x</ovl>", "A <span style=\"font-variant:small-caps;\">Bc</span> x"),
            ("<i>open <b>b", "<i>open <b>b</b></i>"),
            ("closed</i>", "closed"),
            ("a < b <c> <i", "a < b <c> <i"),
            ("<p>One</p><p>two</p>", "One two"),
            (
                "The <mml:math xmlns:mml=\"http://x\"><mml:msub>\n<mml:mi>x</mml:mi>\n<mml:mn>2</mml:mn></mml:msub>\
                 <mml:mo>=</mml:mo><mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac></mml:math> law",
                "The x<sub>2</sub>=1/2 law",
            ),
            ("x<br/>y", "x y"),
        ] {
            assert_eq!(reduced(text), want);
        }
        assert_eq!(summary("<jats:title>Abstract</jats:title><jats:p>We show.</jats:p>"), "We show.");
        assert_eq!(summary("<jats:p>Abstract art is.</jats:p>"), "Abstract art is.");
    }

    #[test]
    fn a_megabyte_of_tags_takes_no_time() {
        for text in ["<".repeat(1 << 20), "<i>".repeat(1 << 14), "</i><mml:math ".repeat(1 << 14)] {
            assert!(reduced(&text).len() <= text.len() + 4096);
        }
    }

    #[test]
    fn subtitles_are_joined_once() {
        assert_eq!(with_subtitle("One", "Two"), "One: Two");
        assert_eq!(with_subtitle("One?", "Two"), "One? Two");
        assert_eq!(with_subtitle("One: two", "Two"), "One: two");
        assert_eq!(with_subtitle("One", ""), "One");
        assert_eq!(with_subtitle("", "Two"), "Two");
    }
}
