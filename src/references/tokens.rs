//! The text of a reference and its structure: words, marks and italics, and which stretches are claimed.

use crate::prelude::*;
use crate::text;

/// Replaces each byte of a claimed stretch, so that no field runs across one and offsets stay the same.
/// No text contains it: [`Tokens::new`] replaces control characters by blanks.
pub(super) const CLAIMED: char = '\u{1}';

/// A stretch of the text, as offsets in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// The span of the same stretch in a text that has `by` bytes more in front.
    pub(super) fn shifted(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// The character itself, where the token is no word.
    pub(super) mark: Option<char>,
}

/// The text of a reference. It is never changed: what a recogniser claims is left out of a copy, in which the next one
/// looks ([`Tokens::without`]).
#[derive(Clone, Debug)]
pub(super) struct Tokens {
    text: String,
    italics: Vec<Span>,
}

impl Tokens {
    /// Reads a text that may contain inline markup. Italics are kept, for they show titles; other markup is dropped.
    pub(super) fn new(marked: &str) -> Tokens {
        let mut text = String::with_capacity(marked.len());
        let mut italics = Vec::new();
        let mut opened = None;
        let mut rest = marked.trim();
        while let Some(c) = rest.chars().next() {
            if let Some((tag, after)) = inline_tag(rest) {
                match tag {
                    "i" => opened = Some(text.len()),
                    "/i" => italics.extend(opened.take().map(|start| Span::new(start, text.len()))),
                    _ => {}
                }
                rest = after;
                continue;
            }
            if !(c.is_whitespace() || c.is_control()) {
                text.push(c);
            } else if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
        Tokens { text, italics }
    }

    /// The whole text, with [`CLAIMED`] in the place of what was claimed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text from an offset on.
    pub(super) fn after(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or("")
    }

    /// The text between two offsets.
    pub(super) fn between(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    pub(super) fn get(&self, span: Span) -> &str {
        self.between(span.start, span.end)
    }

    /// The stretches in italics, in order.
    pub(super) fn italics(&self) -> &[Span] {
        &self.italics
    }

    /// Where italics end that begin at an offset, give or take a mark.
    pub(super) fn italics_end(&self, start: usize) -> Option<usize> {
        let begins_here =
            |span: &&Span| span.start <= start + 1 && span.end > start + 3 && span.start + 4 > start;
        self.italics.iter().find(begins_here).map(|span| span.end)
    }

    /// Where a part of this text lies; empty for a text from elsewhere.
    pub(super) fn span_of(&self, part: &str) -> Span {
        let start = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        match start.checked_add(part.len()) {
            Some(end) if end <= self.text.len() => Span::new(start, end),
            _ => Span::default(),
        }
    }

    /// The same text without stretches that were claimed.
    pub(super) fn without(&self, spans: impl IntoIterator<Item = Span>) -> Tokens {
        let mut left = self.clone();
        for span in spans {
            if let Some(claimed) = self.text.get(span.start..span.end) {
                left.text.replace_range(span.start..span.end, &String::from(CLAIMED).repeat(claimed.len()));
            }
        }
        left
    }

    /// The words and marks from an offset on, blanks left out. A word is letters and digits without a mark between.
    pub(super) fn words(&self, from: usize) -> Vec<Token<'_>> {
        lex(self.after(from)).into_iter().map(|token| Token { start: token.start + from, ..token }).collect()
    }

    /// A stretch with the brackets around it, if they contain nothing else.
    pub(super) fn with_brackets(&self, span: Span) -> Span {
        let before = self.between(0, span.start).trim_end();
        let after = self.after(span.end).trim_start_matches([' ', '.', ',']);
        let pairs = [('(', ')'), ('[', ']'), ('<', '>'), ('‹', '›'), ('{', '}')];
        match pairs.iter().find(|(open, close)| before.ends_with(*open) && after.starts_with(*close)) {
            Some((open, close)) => {
                Span::new(before.len() - open.len_utf8(), self.text.len() - after.len() + close.len_utf8())
            }
            None => span,
        }
    }

    /// Where a phrase first occurs as whole words at an offset or later; see [`find_phrase`].
    pub(super) fn find_phrase(&self, phrase: &str, from: usize) -> Option<usize> {
        find_phrase(&self.text, phrase, from)
    }
}

/// The inline markup at the start of a text, and what follows it.
fn inline_tag(text: &str) -> Option<(&str, &str)> {
    let (tag, after) = text.strip_prefix('<')?.split_once('>')?;
    text::list_contains("i b sub sup /i /b /sub /sup", tag).then_some((tag, after))
}

/// The words and marks of a text.
fn lex(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut word_start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_letter_or_number() || matches!(c, 'º' | '°' | '№');
        match word_start {
            None if inside => word_start = Some(at),
            Some(start) if !inside => {
                tokens.push(Token { text: text.get(start..at).unwrap_or(""), start, mark: None });
                word_start = None;
            }
            _ => {}
        }
        if !inside && !c.is_whitespace() {
            let mark = text.get(at..at + c.len_utf8()).unwrap_or("");
            tokens.push(Token { text: mark, start: at, mark: Some(c) });
        }
    }
    tokens
}

/// Where a phrase in small letters first occurs as whole words at an offset or later. The case of ASCII letters is
/// ignored.
pub(super) fn find_phrase(text: &str, phrase: &str, from: usize) -> Option<usize> {
    let mut start = from;
    loop {
        let at = find_ignore_ascii_case(text, phrase, start)?;
        if is_apart(text, Span::new(at, at + phrase.len())) {
            return Some(at);
        }
        start = at + 1;
    }
}

/// Where a text first contains another, the case of ASCII letters aside, at an offset or later.
pub(super) fn find_ignore_ascii_case(text: &str, sought: &str, from: usize) -> Option<usize> {
    let (bytes, sought) = (text.as_bytes(), sought.as_bytes());
    let last = bytes.len().checked_sub(sought.len())?;
    (from..=last)
        .find(|at| bytes.get(*at..*at + sought.len()).is_some_and(|found| found.eq_ignore_ascii_case(sought)))
}

/// Whether no word goes on at either end of a stretch.
fn is_apart(text: &str, span: Span) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(char::is_letter_or_number);
    let (Some(before), Some(inside), Some(after)) =
        (text.get(..span.start), text.get(span.start..span.end), text.get(span.end..))
    else {
        return false;
    };
    let goes_on_before = in_word(before.chars().next_back()) && in_word(inside.chars().next());
    let goes_on_after = in_word(inside.chars().next_back()) && in_word(after.chars().next());
    !(goes_on_before || goes_on_after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_dropped_and_italics_are_kept() {
        let tokens = Tokens::new(" Kuhn. <i>The\n structure</i> of <b>it</b> ");
        assert_eq!(tokens.text(), "Kuhn. The structure of it");
        assert_eq!(tokens.italics(), [Span::new(6, 19)]);
        assert_eq!(tokens.italics_end(6), Some(19));
        assert_eq!(tokens.italics_end(12), None);
    }

    #[test]
    fn claimed_stretches_keep_their_length() {
        let tokens = Tokens::new("é (2019) x").without([Span::new(3, 9), Span::new(0, 1)]);
        assert_eq!(tokens.text(), "é \u{1}\u{1}\u{1}\u{1}\u{1}\u{1} x", "half a character cannot be claimed");
        assert_eq!(tokens.after(9), " x");
    }

    #[test]
    fn brackets_around_a_stretch_belong_to_it_if_they_contain_nothing_else() {
        let tokens = Tokens::new("a <x>. (y z)");
        assert_eq!(tokens.with_brackets(Span::new(3, 4)), Span::new(2, 5));
        assert_eq!(tokens.with_brackets(Span::new(8, 9)), Span::new(8, 9));
    }

    #[test]
    fn phrases_are_found_as_whole_words() {
        assert_eq!(find_phrase("Edition, 2nd ED.", "ed", 0), Some(13));
        assert_eq!(find_phrase("edited éd ed", "ed", 0), Some(11));
        assert_eq!(find_phrase("éd", "ed", 0), None);
    }

    #[test]
    fn parts_of_the_text_have_a_span() {
        let tokens = Tokens::new("one two");
        assert_eq!(tokens.span_of(tokens.after(4)), Span::new(4, 7));
        assert_eq!(tokens.span_of("elsewhere"), Span::default());
    }
}
