//! Text as publishers deposit it with registries: JATS, HTML and MathML become the inline markup of CSL-JSON.
//!
//! Sources: JATS 1.3 (NISO Z39.96-2021), Crossref's list of face markup
//! (<https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/face-markup/>), MathML 3.

use crate::prelude::*;
use crate::read::face::Face;
use crate::text::{self, markup};

/// Elements that CSL-JSON has markup for.
const FACES: &[(&str, Face)] = &[
    ("i", Face::Italic),
    ("italic", Face::Italic),
    ("em", Face::Italic),
    ("b", Face::Bold),
    ("bold", Face::Bold),
    ("strong", Face::Bold),
    ("sub", Face::Subscript),
    ("sup", Face::Superscript),
    ("sc", Face::SmallCaps),
    ("scp", Face::SmallCaps),
    ("smallcaps", Face::SmallCaps),
];

/// Block elements, which separate words.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "sec", "title", "list", "list-item", "def-list", "br", "break", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4",
    "disp-formula", "table", "tr", "td",
];

/// Elements whose tags are dropped, for a citation cannot print what they mean: of JATS, HTML and MathML.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "u", "underline", "ovl", "overline", "overline-start", "overline-end", "strike", "monospace", "tt", "roman",
    "sans-serif", "span", "font", "ext-link", "uri", "a", "xref", "named-content", "styled-content", "inline-formula",
    "tex-math", "alternatives", "abbrev", "abstract", "label", "fn", "inline-graphic", "graphic", "big", "small",
    "math", "mrow", "mi", "mo", "mn", "ms", "mtext", "mspace", "mstyle", "mfenced", "msqrt", "mroot", "mover", "munder",
    "munderover", "menclose", "mpadded", "mphantom", "mtable", "mtr", "mtd", "semantics", "annotation", "msub", "msup",
    "msubsup", "mmultiscripts", "mprescripts", "none", "mfrac", "email", "related-article", "private-char", "chem",
];

/// Prefixes of namespaces that elements have.
const NAMESPACES: &[&str] = &["jats", "mml", "html", "xhtml"];

/// Tags of elements that are nested more deeply are dropped.
const MAX_DEPTH: usize = 64;

fn face(name: &str) -> Option<Face> {
    FACES.iter().find(|row| row.0 == name).map(|row| row.1)
}

/// An open element: its name, what closes it in the output, and the number of its children so far.
struct OpenElement<'a> {
    name: &'a str,
    end: &'static str,
    children: usize,
}

/// The text with the markup of CSL-JSON and no other, white space single.
pub(crate) fn with_csl_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<OpenElement<'_>> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tail) = text::split_at(rest, at);
        if !open.iter().any(|element| matches!(element.name, "annotation" | "tex-math")) {
            push_words(&mut out, before, open.iter().any(|element| element.name == "math"));
        }
        rest = match ElementTag::read(tail) {
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

/// An abstract: the same, without a heading "Abstract" or "Summary".
pub(crate) fn abstract_text(text: &str) -> String {
    let marked = with_csl_markup(text);
    let headed = text.trim_start().get(..12).is_some_and(|start| start.contains("title>"));
    match marked.split_once(' ') {
        Some((first, rest)) if headed && is_abstract_heading(first) => rest.to_owned(),
        _ => marked,
    }
}

fn is_abstract_heading(word: &str) -> bool {
    let word = text::to_lowercase(word.trim_end_matches([':', '.']));
    matches!(word.as_str(), "abstract" | "summary")
}

/// Adds text with single spaces; within a formula spaces only lay out the markup.
fn push_words(out: &mut String, text: &str, formula: bool) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !formula && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

/// Opens or closes the element of a tag.
fn apply<'a>(out: &mut String, open: &mut Vec<OpenElement<'a>>, tag: &ElementTag<'a>) {
    if BLOCKS.contains(&tag.name) {
        push_words(out, " ", false);
    }
    if tag.closes {
        let Some(partner) = open.iter().rposition(|element| element.name == tag.name) else { return };
        for element in open.drain(partner..).rev() {
            out.push_str(element.end);
        }
        return;
    }
    let (start, end) = match face(tag.name) {
        Some(face) => face.tags(),
        None => formula_tags(open.last()),
    };
    if let Some(parent) = open.last_mut() {
        parent.children += 1;
    }
    if !tag.empty && open.len() < MAX_DEPTH {
        out.push_str(start);
        open.push(OpenElement { name: tag.name, end, children: 0 });
    }
}

/// What is printed around the next child of an element of MathML: the second child of `msub` is its index, that of
/// `mfrac` the divisor.
fn formula_tags(parent: Option<&OpenElement<'_>>) -> (&'static str, &'static str) {
    match parent.map(|parent| (parent.name, parent.children)) {
        Some(("msub" | "msubsup", 1)) => Face::Subscript.tags(),
        Some(("msup", 1) | ("msubsup", 2)) => Face::Superscript.tags(),
        Some(("mfrac", 1)) => ("/", ""),
        _ => ("", ""),
    }
}

/// The tag of a known element.
struct ElementTag<'a> {
    name: &'a str,
    closes: bool,
    empty: bool,
    /// The text after the tag.
    rest: &'a str,
}

impl<'a> ElementTag<'a> {
    /// Reads the tag with which a text begins; anything else in angle brackets is text.
    fn read(text: &'a str) -> Option<ElementTag<'a>> {
        let inner = text.strip_prefix('<')?;
        let (closes, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        let end =
            inner.bytes().take(40).position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b':')))?;
        let (name, rest) = text::split_at(inner, end);
        let name = match name.split_once(':') {
            Some((namespace, name)) if NAMESPACES.contains(&namespace) => name,
            _ => name,
        };
        let known = face(name).is_some() || BLOCKS.contains(&name) || DROPPED.contains(&name);
        if !known || !rest.starts_with(['>', '/', ' ', '\n', '\t', '\r']) {
            return None;
        }
        // No attribute contains a bare `<`.
        let close =
            rest.find(['<', '>']).filter(|at| rest.get(*at..).is_some_and(|end| end.starts_with('>')))?;
        let (attributes, rest) = text::split_at(rest, close);
        Some(ElementTag { name, closes, empty: attributes.ends_with('/'), rest: rest.get(1..)? })
    }
}

/// A title and its subtitle, unless the title has it already.
pub(crate) fn with_subtitle(title: &str, subtitle: &str) -> String {
    let (title, subtitle) = (title.trim(), subtitle.trim().trim_start_matches([':', ' ']));
    let (whole, part) = (normalized(title), normalized(subtitle));
    if part.is_empty() || whole.contains(&part) {
        return title.to_owned();
    }
    if title.is_empty() {
        return subtitle.to_owned();
    }
    // A title that ends in a punctuation mark needs no colon.
    let separator = if title.ends_with(['?', '!', ':', '.', '…']) { " " } else { ": " };
    [title, separator, subtitle].concat()
}

/// The letters and digits of a text in lower case, without markup: two titles are the same where these are.
pub(crate) fn normalized(text: &str) -> String {
    text::to_lowercase(&markup::plain(text)).chars().filter(|c| c.is_letter_or_number()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_that_of_csl_json() {
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
            assert_eq!(with_csl_markup(text), want);
        }
        assert_eq!(abstract_text("<jats:title>Abstract</jats:title><jats:p>We show.</jats:p>"), "We show.");
        assert_eq!(abstract_text("<jats:p>Abstract art is.</jats:p>"), "Abstract art is.");
    }

    #[test]
    fn a_megabyte_of_tags_takes_no_time() {
        for text in ["<".repeat(1 << 20), "<i>".repeat(1 << 14), "</i><mml:math ".repeat(1 << 14)] {
            assert!(with_csl_markup(&text).len() <= text.len() + 4096);
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
