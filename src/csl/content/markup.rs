//! The inline markup of CSL-JSON fields, as citation managers write it: `<i> <b> <sup> <sub> <sc>`, small capitals
//! and `nocase` as spans, and quotation marks.
//!
//! Tags and quotation marks are markup only in pairs, and pairs nest. An unpaired tag or mark, one that crosses another
//! pair, and any other tag are text. Straight and curly double quotes become quoted spans, so that
//! [`crate::csl::output`] chooses the locale's marks for the level of nesting. Straight single quotes are quotes if they
//! pair, otherwise apostrophes. Curly single quotes pair only inside double ones: elsewhere the author chose the inner
//! mark deliberately, and ’ is usually an apostrophe.

use crate::prelude::*;
use crate::text::markup::{self, Mark, Piece};
use crate::text::split_at;

use super::{Content, Span, Tag};
use crate::csl::program::{FontStyle, FontVariant, FontWeight, Formatting, TextDecoration, VerticalAlign};

/// How many quotation marks may be open at once; further ones are text. Together with the equal bound on tags it bounds
/// the depth of the tree for any field.
const DEPTH: usize = 24;

/// The content of a field as a list of none or one.
pub fn parse(text: &str) -> Vec<Content> {
    parsed(text).into_iter().collect_vec()
}

/// The content of a field: one text without markup, otherwise one span tagged [`Tag::Markup`]. `None` for an empty
/// field.
pub fn parsed(text: &str) -> Option<Content> {
    if is_plain(text) {
        return Content::text(text);
    }
    let text = french_spaces(text);
    let pieces = markup::pieces(&text, markup::OWN);
    let mut parser = FieldParser::default();
    let mut rest = pieces.as_slice();
    while let Some((piece, after)) = rest.split_first() {
        match piece {
            Piece::Text(text) => parser.read(text, next_visible(after)),
            Piece::Open(mark) => parser.open(Some(*mark), TAG, ""),
            Piece::Close(_) => parser.close(TAG),
        }
        rest = after;
    }
    let mut children = join_texts(parser.contents);
    match children.as_slice() {
        [] | [Content::Text(_)] => children.pop(),
        _ => Some(Content::span(Tag::Markup, children)),
    }
}

/// Whether a text contains no markup, quotation mark or French spacing. It compares bytes, because most fields are plain
/// and all are checked. Guillemets and curly quotation marks begin with the bytes C2 and E2.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    for byte in text.bytes() {
        match byte {
            b'<' | b'"' | b'\'' | 0xC2 | 0xE2 => return false,
            b':' | b';' | b'?' | b'!' if before == b' ' => return false,
            _ => before = byte,
        }
    }
    true
}

/// Replaces a blank inside guillemets, or before a colon, semicolon, question or exclamation mark (French spacing), by the
/// no-break space U+202F. The test suite requires this in every language (`punctuation_FrenchOrthography`).
fn french_spaces(text: &str) -> String {
    let joins = |mark: char| matches!(mark, '»' | ':' | ';' | '?' | '!');
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let narrow = c == ' ' && before != ' ' && after != ' ' && (before == '«' || joins(after));
        out.push(if narrow { '\u{202f}' } else { c });
        before = c;
    }
    out
}

/// The quotation marks and apostrophes.
const QUOTES: &str = "\"'“”‘’";

/// The kind of a tag, beside those of quotation marks.
const TAG: char = '<';

/// An opening tag or quotation mark without its partner so far.
struct Open {
    /// The meaning of a tag; `None` for quotation marks.
    mark: Option<Mark>,
    /// The kind of quotation mark, or [`TAG`].
    kind: char,
    /// The index of the opener in the list of contents, where it is text until its partner is found.
    at: usize,
}

/// Reads a field from left to right. The contents are one flat list that includes openers as text; a closer replaces
/// everything from its opener on by one span. An unpaired opener remains text.
#[derive(Default)]
struct FieldParser {
    contents: Vec<Content>,
    open: Vec<Open>,
    /// The character before the next one; tags are skipped.
    before: Option<char>,
}

impl FieldParser {
    /// Reads text, with the character that follows it.
    fn read(&mut self, text: &str, after: Option<char>) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let quote = QUOTES.contains_char(c);
            let end = if quote { c.len_utf8() } else { rest.find_any(QUOTES).unwrap_or(rest.len()) };
            let (part, tail) = split_at(rest, end);
            if quote {
                self.quote(c, part, tail.chars().next().or(after));
            } else {
                self.push(part);
            }
            self.before = part.chars().next_back();
            rest = tail;
        }
    }

    fn push(&mut self, text: &str) {
        self.contents.push(Content::Text(text.to_owned()));
    }

    fn open(&mut self, mark: Option<Mark>, kind: char, literal: &str) {
        self.open.push(Open { mark, kind, at: self.contents.len() });
        self.push(literal);
    }

    /// Replaces the innermost opener of a kind, and all after it, by a span.
    fn close(&mut self, kind: char) {
        let Some(at) = self.open.iter().rposition(|open| open.kind == kind) else { return };
        self.open.truncate(at + 1);
        let Some(open) = self.open.pop() else { return };
        if open.at < self.contents.len() {
            let children = join_texts(self.contents.split_off(open.at + 1));
            self.contents.truncate(open.at);
            self.contents.push(span(open.mark, children));
        }
    }

    /// Reads a quotation mark or an apostrophe `c`; `written` is its text and `after` the character after it.
    fn quote(&mut self, c: char, written: &str, after: Option<char>) {
        let kind = match c {
            '”' => '“',
            '’' => '‘',
            c => c,
        };
        let word_before = self.before.is_some_and(|c| !c.is_whitespace());
        let closes = match c {
            '"' | '”' => word_before,
            '\'' | '’' => word_before && !after.is_some_and(char::is_letter_or_number),
            _ => false,
        };
        if closes && self.has_partner(kind) {
            return self.close(kind);
        }
        let begins = self.before.is_none_or(opens_after) && after.is_some_and(|c| !c.is_whitespace());
        let opens = match c {
            '“' => true,
            '‘' => self.open.iter().any(|open| matches!(open.kind, '"' | '“')),
            '"' | '\'' => begins,
            _ => false,
        };
        let literal = if c == '\'' { "’" } else { written };
        if opens && self.open.len() < DEPTH {
            self.open(None, kind, literal);
        } else {
            self.push(literal);
        }
    }

    /// Whether a quotation mark of the kind is open inside the innermost open tag, with content after it.
    fn has_partner(&self, kind: char) -> bool {
        let open = self.open.iter().rfind(|open| open.kind == kind || open.kind == TAG);
        open.is_some_and(|open| open.kind != TAG && open.at + 1 < self.contents.len())
    }
}

/// Whether an opening quotation mark may follow the character.
fn opens_after(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '/' | '"' | '\'' | '“' | '‘' | '¿' | '¡')
}

/// The first character of the texts.
fn next_visible(pieces: &[Piece<'_>]) -> Option<char> {
    for piece in pieces {
        if let Piece::Text(text) = piece {
            return text.chars().next();
        }
    }
    None
}

/// Joins adjacent texts, which unpaired openers leave.
fn join_texts(contents: Vec<Content>) -> Vec<Content> {
    let mut joined: Vec<Content> = Vec::with_capacity(contents.len());
    for content in contents {
        match (joined.last_mut(), content) {
            (_, Content::Text(more)) if more.is_empty() => {}
            (Some(Content::Text(last)), Content::Text(more)) => last.push_str(&more),
            (_, content) => joined.push(content),
        }
    }
    joined
}

fn span(mark: Option<Mark>, children: Vec<Content>) -> Content {
    let mut span = Span::new(Tag::Markup, children);
    let format = &mut span.format;
    match mark {
        Some(Mark::Italic) => format.font_style = Some(FontStyle::Italic),
        Some(Mark::Bold) => format.font_weight = Some(FontWeight::Bold),
        Some(Mark::Superscript) => format.vertical_align = Some(VerticalAlign::Sup),
        Some(Mark::Subscript) => format.vertical_align = Some(VerticalAlign::Sub),
        Some(Mark::SmallCaps) => format.font_variant = Some(FontVariant::SmallCaps),
        Some(Mark::NoCase) => span.nocase = true,
        Some(Mark::NoDecoration) => {
            span.nocase = true;
            *format = Formatting {
                font_style: Some(FontStyle::Normal),
                font_variant: Some(FontVariant::Normal),
                font_weight: Some(FontWeight::Normal),
                text_decoration: Some(TextDecoration::None),
                vertical_align: Some(VerticalAlign::Baseline),
            };
        }
        None => span.quotes = true,
    }
    Content::Span(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as text: `i(…)`, `q(…)` and so on.
    fn shown(contents: &[Content]) -> String {
        contents
            .iter()
            .map(|content| match content {
                Content::Text(text) => text.clone(),
                Content::Span(span) => {
                    let name = match (span.format, span.quotes, span.nocase) {
                        (_, true, _) => "q",
                        (Formatting { font_weight: Some(FontWeight::Normal), .. }, _, _) => "nodecor",
                        (_, _, true) => "nocase",
                        (Formatting { font_style: Some(_), .. }, ..) => "i",
                        (Formatting { font_weight: Some(_), .. }, ..) => "b",
                        (Formatting { font_variant: Some(_), .. }, ..) => "sc",
                        (Formatting { vertical_align: Some(VerticalAlign::Sup), .. }, ..) => "sup",
                        (Formatting { vertical_align: Some(_), .. }, ..) => "sub",
                        _ => "",
                    };
                    let inner = shown(&span.children);
                    if name.is_empty() { inner } else { [name, "{", &inner, "}"].concat() }
                }
            })
            .collect()
    }

    fn check(cases: &[(&str, &str)]) {
        for (field, expected) in cases {
            assert_eq!(shown(&parse(field)), *expected, "{field}");
        }
    }

    #[test]
    fn tags_count_in_pairs() {
        check(&[
            ("plain", "plain"),
            ("", ""),
            ("One <i>two</i> three", "One i{two} three"),
            ("<i>a <i>b</i></i>", "i{a i{b}}"),
            ("H<sub>2</sub>O<sup>+</sup>", "Hsub{2}Osup{+}"),
            ("<sc>a</sc> <span style=\"font-variant: small-caps;\">b</span>", "sc{a} sc{b}"),
            ("a <span class=\"nocase\">B <b>C</b></span>", "a nocase{B b{C}}"),
            ("<span class=\"nodecor\">v.</span>", "nodecor{v.}"),
            ("One</i> two", "One</i> two"),
            ("<i>One", "<i>One"),
            ("<i>x<b>y</i>z</b>", "i{x<b>y}z</b>"),
            ("<em>x</em> <script>alert(1)</script> a < b", "<em>x</em> <script>alert(1)</script> a < b"),
            ("<i></i>x", "i{}x"),
        ]);
    }

    #[test]
    fn quotes_count_in_pairs() {
        check(&[
            ("\"Hello\" world", "q{Hello} world"),
            ("a \"b 'c' d\" e", "a q{b q{c} d} e"),
            ("(\"<i>My Title</i>\") now", "(q{i{My Title}}) now"),
            ("a “b ‘c’ d’s” e", "a q{b q{c} d’s} e"),
            ("‘God willing’", "‘God willing’"),
            ("\"\"a\"\"", "q{q{a}}"),
            ("“a’s b”", "q{a’s b}"),
            ("a—\"b\"—c", "a—q{b}—c"),
            ("'Nobody Knows You're a Dog': As", "q{Nobody Knows You’re a Dog}: As"),
            ("<i>a \"b</i> c\" d", "i{a \"b} c\" d"),
            ("\"unbalanced here", "\"unbalanced here"),
            ("5\" floppy", "5\" floppy"),
            ("d \" eau \" x", "d \" eau \" x"),
            ("\"", "\""),
        ]);
    }

    #[test]
    fn apostrophes_are_curled() {
        check(&[
            ("don't, O'Brien, '80s", "don’t, O’Brien, ’80s"),
            ("d ' eau, l ’ optique d ' une", "d ’ eau, l ’ optique d ’ une"),
            ("(ETFA '09)", "(ETFA ’09)"),
            ("dogs' tails", "dogs’ tails"),
            ("<i>x</i>'s y", "i{x}’s y"),
            ("'", "’"),
        ]);
    }

    #[test]
    fn french_blanks_do_not_break() {
        check(&[
            ("« a » : b !", "«\u{202f}a\u{202f}»\u{202f}: b\u{202f}!"),
            ("«a» b", "«a» b"),
            ("a: b ", "a: b "),
            (" : a", " : a"),
        ]);
    }

    #[test]
    fn hostile_fields_stay_linear_and_shallow() {
        for unit in ["<i>", "\"a ", "'a ", "<i>\"", "</i>", "“", "<i></b>", "\"a\" "] {
            let field = unit.repeat(50_000);
            let contents = parse(&field);
            let depth = depth(&contents);
            assert!(depth <= DEPTH + 2, "{unit}: {depth}");
        }
        let nested = ["<i>".repeat(26), "x".to_owned(), "</i>".repeat(26)].concat();
        let inside =
            ["i{".repeat(DEPTH), "<i><i>x".to_owned(), "}".repeat(DEPTH), "</i></i>".to_owned()].concat();
        assert_eq!(shown(&parse(&nested)), inside);
    }

    fn depth(contents: &[Content]) -> usize {
        let below = |content: &Content| match content {
            Content::Text(_) => 0,
            Content::Span(span) => 1 + depth(&span.children),
        };
        contents.iter().map(below).max().unwrap_or(0)
    }
}
