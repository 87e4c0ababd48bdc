//! The inline markup of CSL-JSON and HTML, separated from the text. All that reads tags in texts reads them here.

use super::{StrExt, WordList, before_any, match_indices, remove_chars, split_at, word_list, words};
use alloc::string::String;
use alloc::vec::Vec;

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
    /// `<span class="nodecor">`: formatting switched off.
    NoDecoration,
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

/// A tag, without its brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// What is between the brackets.
    pub inner: &'a str,
    /// The text after it.
    pub rest: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag after a `<`, if it is not longer than so many bytes. A `>` in an attribute's value ends no tag.
    pub fn read(after: &'a str, longest: usize) -> Option<Tag<'a>> {
        let mut quoted = false;
        let end = after.bytes().take(longest).position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        })?;
        let (inner, rest) = split_at(after, end);
        Some(Tag { inner, rest: split_at(rest, 1).1 })
    }

    /// Whether it ends an element.
    pub fn closes(&self) -> bool {
        self.inner.starts_with('/')
    }

    /// The name of the element, without what follows a colon.
    pub fn name(&self) -> &'a str {
        before_any(self.inner.strip_prefix('/').unwrap_or(self.inner), " /:\n\t")
    }
}

/// The most tags that are open at once, and so the depth to which markup nests; further tags are text.
const DEEPEST: usize = 24;

/// The pieces of a text. A tag counts only with its partner, properly nested; everything else, `<img onerror=…>`
/// as well as `a < b`, is text. Takes time in proportion to the text's length.
pub fn pieces<'a>(text: &'a str, known: &'static [Element]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    // The tags that are not closed yet: the index in `pieces`, where each is text until it is closed, the element and the
    // mark.
    let mut open: Vec<(usize, &str, Mark)> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find_any("<") {
        let (before, tail) = split_at(rest, at);
        push_text(&mut pieces, before);
        let (bracket, after) = split_at(tail, 1);
        rest = after;
        let tag = Tag::read(after, LONGEST_TAG);
        match tag.and_then(|tag| Some((tag, meaning(&tag, known)?))) {
            Some((tag, (element, mark))) if mark.is_none() || open.len() < DEEPEST => {
                let whole = split_at(tail, tag.inner.len() + 2).0;
                rest = tag.rest;
                match mark {
                    Some(mark) => {
                        open.push((pieces.len(), element, mark));
                        pieces.push(Piece::Text(whole));
                    }
                    None => close(&mut pieces, &mut open, element, whole),
                }
            }
            _ => push_text(&mut pieces, bracket),
        }
    }
    push_text(&mut pieces, rest);
    pieces
}

/// The text without its markup.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text, ALL) {
        if let Piece::Text(text) = piece {
            out.push_str(text);
        }
    }
    out
}

/// Whether a plain text and a marked-up one have the same words.
pub fn has_same_words(plain: &str, marked: &str) -> bool {
    words(&self::plain(marked)) == words(plain)
}

/// Whether one element is around the whole text.
pub fn is_marked_whole(marked: &str) -> bool {
    marked.starts_with('<') && marked.ends_with('>') && match_indices(marked, "</").len() == 1
}

/// Elements of HTML that do not separate words and have no spelling in CSL-JSON; all others separate them.
pub const INLINE: WordList<'_> = word_list!["a", "span", "font", "u", "small", "abbr", "wbr", "mark", "bdi"];

/// No tag of the markup is longer, in bytes.
const LONGEST_TAG: usize = 48;

/// An element, and its mark without attributes.
pub type Element = (&'static str, Mark);

/// The elements of CSL-JSON with the spellings of HTML and JATS.
pub const ALL: &[Element] = &[
    ("i", Mark::Italic),
    ("b", Mark::Bold),
    ("sup", Mark::Superscript),
    ("sub", Mark::Subscript),
    ("sc", Mark::SmallCaps),
    (SPAN, Mark::NoCase),
    ("em", Mark::Italic),
    ("strong", Mark::Bold),
    ("cite", Mark::Italic),
    ("italic", Mark::Italic),
    ("bold", Mark::Bold),
];
const SPAN: &str = "span";

/// The elements of CSL-JSON alone.
pub const OWN: &[Element] = ALL.split_at(6).0;

/// The element of CSL-JSON that means the same as one of HTML. A span is none without its attributes.
pub fn own_element(name: &str) -> Option<&'static str> {
    let (_, mark) = find(ALL, name).filter(|(name, _)| *name != SPAN)?;
    OWN.iter().find(|own| own.1 == *mark).map(|own| own.0)
}

/// An element by its name.
fn find(known: &'static [Element], name: &str) -> Option<&'static Element> {
    known.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))
}

/// The element of a tag, and the mark of an opening tag.
fn meaning(tag: &Tag<'_>, known: &'static [Element]) -> Option<(&'static str, Option<Mark>)> {
    let closes = tag.closes();
    let (element, mark) = find(known, tag.name())?;
    let attributes = split_at(tag.inner, usize::from(closes) + element.len()).1;
    let mark = match (*element, remove_chars(attributes, " ;'\"").as_str()) {
        (_, "") if closes => None,
        (SPAN, "class=nocase") => Some(Mark::NoCase),
        (SPAN, "class=nodecor") => Some(Mark::NoDecoration),
        (SPAN, "style=font-variant:small-caps") => Some(Mark::SmallCaps),
        (SPAN, _) => return None,
        (_, "") => Some(*mark),
        _ => return None,
    };
    Some((element, mark))
}

/// Ends the innermost open tag of this element. Tags left open inside it stay text; without an open tag of its own
/// the closing tag is text itself.
fn close<'a>(
    pieces: &mut Vec<Piece<'a>>,
    open: &mut Vec<(usize, &str, Mark)>,
    element: &str,
    whole: &'a str,
) {
    let partner = open.iter().rposition(|(_, known, _)| *known == element);
    // Tags that were opened inside are never closed, and so stay text.
    open.truncate(partner.map_or(open.len(), |partner| partner + 1));
    let Some((at, _, mark)) = partner.and_then(|_| open.pop()) else {
        return pieces.push(Piece::Text(whole));
    };
    if let Some(piece) = pieces.get_mut(at) {
        *piece = Piece::Open(mark);
    }
    pieces.push(Piece::Close(mark));
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
    use alloc::borrow::ToOwned;
    use alloc::format;

    fn shown(text: &str) -> String {
        let show = |piece: &Piece| match piece {
            Piece::Text(text) => (*text).to_owned(),
            Piece::Open(mark) => format!("[{mark:?} "),
            Piece::Close(_) => "]".to_owned(),
        };
        pieces(text, ALL).iter().map(show).collect()
    }

    #[test]
    fn only_the_known_markup_is_markup() {
        for (text, expected) in [
            ("in <i>Hamlet</i>", "in [Italic Hamlet]"),
            ("<em>E. coli</EM> H<sub>2</sub>O", "[Italic E. coli] H[Subscript 2]O"),
            ("<italic>E. coli</italic> <cite>Hamlet</cite>", "[Italic E. coli] [Italic Hamlet]"),
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
