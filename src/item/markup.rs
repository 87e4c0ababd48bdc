//! The inline markup that CSL-JSON text may carry, told apart from text.

use crate::prelude::*;
use crate::text;

/// A kind of inline markup (CSL-JSON's rich-text input, plus the HTML spellings that pages use for it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `<i>`, `<em>`.
    Italic,
    /// `<b>`, `<strong>`.
    Bold,
    /// `<sup>`.
    Superscript,
    /// `<sub>`.
    Subscript,
    /// `<span style="font-variant:small-caps;">`, `<sc>`.
    SmallCaps,
    /// `<span class="nocase">`: capitals that stay as they are.
    NoCase,
}

/// A stretch of marked-up text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Characters.
    Text(&'a str),
    /// Markup begins.
    Open(Mark),
    /// The markup that began last ends.
    Close(Mark),
}

/// How deep markup may nest; deeper tags are text.
const DEEPEST: usize = 16;

/// The pieces of a text. A tag counts only with its partner, properly nested; everything else, `<img onerror=…>`
/// as well as `a < b`, is text. Takes time in proportion to the text's length.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    if !text.holds('<') {
        return vec![Piece::Text(text)];
    }
    let mut pieces = Vec::new();
    // The open tags: where each stands in `pieces`, what it looks like as text, its element and its mark.
    let mut open: Vec<(usize, &str, &str, Mark)> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tail) = text::parted(rest, at);
        push_text(&mut pieces, before);
        let end = tail.bytes().take(LONGEST_TAG).position(|byte| byte == b'>');
        let whole = end.and_then(|end| tail.get(..=end));
        let tag = whole.and_then(read_tag);
        let length = match (tag, whole) {
            (Some(Tag::Open(element, mark)), Some(whole)) if open.len() < DEEPEST => {
                open.push((pieces.len(), whole, element, mark));
                pieces.push(Piece::Open(mark));
                whole.len()
            }
            (Some(Tag::Close(element)), Some(whole)) => {
                close(&mut pieces, &mut open, element, whole);
                whole.len()
            }
            _ => {
                push_text(&mut pieces, "<");
                1
            }
        };
        rest = tail.get(length..).unwrap_or_default();
    }
    push_text(&mut pieces, rest);
    for (at, whole, ..) in open {
        put_text(&mut pieces, at, whole);
    }
    pieces
}

/// The text without its markup.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        if let Piece::Text(text) = piece {
            out.push_str(text);
        }
    }
    out
}

/// No tag of the markup is longer, in bytes.
const LONGEST_TAG: usize = 48;

/// A tag of the markup.
#[derive(Clone, Copy)]
enum Tag {
    Open(&'static str, Mark),
    Close(&'static str),
}

/// The elements that are written without attributes.
const ELEMENTS: &[(&str, Mark)] = &[
    ("i", Mark::Italic),
    ("em", Mark::Italic),
    ("b", Mark::Bold),
    ("strong", Mark::Bold),
    ("sup", Mark::Superscript),
    ("sub", Mark::Subscript),
    ("sc", Mark::SmallCaps),
];

/// Reads a whole tag, `<` and `>` included.
fn read_tag(tag: &str) -> Option<Tag> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    if let Some(element) = inner.strip_prefix('/') {
        let known = ELEMENTS.iter().map(|(known, _)| *known).chain(["span"]);
        return known.into_iter().find(|known| known.eq_ignore_ascii_case(element)).map(Tag::Close);
    }
    if let Some(attributes) = inner.strip_prefix("span ") {
        let mark = match text::without(attributes, " ;'\"").as_str() {
            "class=nocase" => Mark::NoCase,
            "style=font-variant:small-caps" => Mark::SmallCaps,
            _ => return None,
        };
        return Some(Tag::Open("span", mark));
    }
    let found = ELEMENTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(inner));
    found.map(|(element, mark)| Tag::Open(element, *mark))
}

/// Ends the innermost open tag of this element. Tags left open inside it become text; without an open tag of its own
/// the closing tag is text itself.
fn close<'a>(
    pieces: &mut Vec<Piece<'a>>,
    open: &mut Vec<(usize, &'a str, &str, Mark)>,
    element: &str,
    whole: &'a str,
) {
    let Some(partner) = open.iter().rposition(|(_, _, known, _)| *known == element) else {
        return push_text(pieces, whole);
    };
    for (at, unclosed, ..) in open.split_off(partner + 1) {
        put_text(pieces, at, unclosed);
    }
    if let Some((.., mark)) = open.pop() {
        pieces.push(Piece::Close(mark));
    }
}

/// Makes the piece at an index the text of its own tag.
fn put_text<'a>(pieces: &mut [Piece<'a>], at: usize, text: &'a str) {
    if let Some(piece) = pieces.get_mut(at) {
        *piece = Piece::Text(text);
    }
}

/// Adds text, if there is any.
fn push_text<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let show = |piece: &Piece| match piece {
            Piece::Text(text) => (*text).to_owned(),
            Piece::Open(mark) => format!("[{mark:?} "),
            Piece::Close(_) => "]".to_owned(),
        };
        pieces(text).iter().map(show).collect()
    }

    #[test]
    fn only_the_known_markup_is_markup() {
        for (text, expected) in [
            ("in <i>Hamlet</i>", "in [Italic Hamlet]"),
            ("<em>E. coli</EM> H<sub>2</sub>O", "[Italic E. coli] H[Subscript 2]O"),
            ("<span class=\"nocase\">iPod</span>", "[NoCase iPod]"),
            ("<span style=\"font-variant: small-caps;\">Bc</span>", "[SmallCaps Bc]"),
            ("<i>a <b>b</b></i>", "[Italic a [Bold b]]"),
            ("<i>a <b>b</i>", "[Italic a <b>b]"),
            ("<i>open", "<i>open"),
            ("closed</i>", "closed</i>"),
            ("a < b > c", "a < b > c"),
            ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
            ("<i onclick=x>a</i>", "<i onclick=x>a</i>"),
            ("<span class=evil>a</span>", "<span class=evil>a</span>"),
            ("<", "<"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
        assert_eq!(plain("in <i>Hamlet</i> <x>"), "in Hamlet <x>");
    }

    #[test]
    fn a_megabyte_of_brackets_takes_no_time() {
        for text in ["<".repeat(1 << 20), "<i>".repeat(1 << 18), "</i>".repeat(1 << 18)] {
            assert_eq!(plain(&text).len(), text.len());
        }
    }
}
