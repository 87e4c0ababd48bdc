//! Titles for BibTeX: markup as commands, and braces around the capitals that a style must not lose.
//!
//! Styles put article titles into small letters, all but the first of the title and of the subtitle. So in a title
//! that is stored as a sentence every other capital means something (`{Incas}`, `{NCEP}`) and gets braces. In one
//! stored in Title Case it means nothing, and braces would force that look on every style: there only capitals
//! inside a word and single letters (`{mRNA}`, `Vitamin {D}`) are kept, and in one stored in capitals none.

use crate::prelude::*;
use crate::text::list_contains;
use crate::text::markup::{self, Mark, Piece};
use crate::write::latex::Latex;

/// Which capitals of a title get braces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// All but those of first words.
    Sentence,
    /// Those inside words, and single letters.
    Title,
    /// None.
    Capitals,
}

/// Words that a title in Title Case leaves small (Chicago Manual of Style 18, 8.160; other languages' alike).
const SMALL: &str = "a an and as at between but by during for from in into its nor of on onto or over per so the their \
    through to toward towards under up upon via vs with within without yet among against after before \
    about";

/// So many capitals after the first words, with no other word small, make a title one in Title Case. Fewer may well
/// be a name: *History of the United States of America*.
const CAPITALS_OF_TITLE_CASE: usize = 4;

/// Judges how a title is stored.
pub(super) fn case_of(title: &str) -> Case {
    let plain = markup::plain(title);
    let (mut small, mut capital, mut lower) = (0_usize, 0_usize, false);
    let mut first = true;
    for token in Tokens(&plain) {
        let Token::Word(word) = token else {
            first |= token == Token::Other(':');
            continue;
        };
        lower |= word.chars().any(char::is_lowercase_letter);
        let starts_low = word.chars().next().is_some_and(char::is_lowercase_letter);
        if starts_low && !has_inner_capital(word) && !list_contains(SMALL, word) {
            small += 1;
        } else if !first && word.chars().next().is_some_and(char::is_uppercase_letter) {
            capital += 1;
        }
        first = false;
    }
    match (lower, small) {
        (false, _) if capital > 1 => Case::Capitals,
        (_, 0) if capital >= CAPITALS_OF_TITLE_CASE => Case::Title,
        _ => Case::Sentence,
    }
}

/// Adds a marked-up text whose capitals are not looked at.
pub(super) fn push_text(out: &mut String, text: &str, ascii: bool) {
    push(out, text, Case::Capitals, ascii);
}

/// Adds a marked-up title.
pub(super) fn push(out: &mut String, title: &str, case: Case, ascii: bool) {
    let latex = Latex::new(ascii, title);
    let mut first = true;
    let mut depth = 0_usize;
    for piece in markup::pieces(title, markup::ALL) {
        match piece {
            Piece::Open(mark) => {
                depth += 1;
                out.push_str(command(mark));
            }
            Piece::Close(_) => {
                depth -= 1;
                out.push('}');
            }
            // Braces are there already, and what they hold has begun the title.
            Piece::Text(text) if depth > 0 || case == Case::Capitals => {
                first &= !text.chars().any(char::is_letter_or_number);
                latex.push(out, text);
            }
            Piece::Text(text) => push_words(out, text, &latex, case, &mut first),
        }
    }
}

/// How markup begins in LaTeX; a brace ends it.
fn command(mark: Mark) -> &'static str {
    match mark {
        Mark::Italic => "\\emph{",
        Mark::Bold => "\\textbf{",
        Mark::Superscript => "\\textsuperscript{",
        Mark::Subscript => "\\textsubscript{",
        Mark::SmallCaps => "\\textsc{",
        Mark::NoCase | Mark::NoDecoration => "{",
    }
}

/// Adds text word by word, those with meaningful capitals in braces.
fn push_words(out: &mut String, text: &str, latex: &Latex, case: Case, first: &mut bool) {
    let mut other = [0; 4];
    for token in Tokens(text) {
        match token {
            Token::Word(word) => {
                let starts_high = word.chars().next().is_some_and(char::is_uppercase_letter);
                let single = word.char_count() == 1 && !matches!(word, "A" | "I");
                let whole = match case {
                    Case::Sentence => starts_high && !*first,
                    _ => starts_high && !*first && single,
                };
                if whole || has_inner_capital(word) {
                    out.push('{');
                    latex.push(out, word);
                    out.push('}');
                } else {
                    latex.push(out, word);
                }
                *first = false;
            }
            Token::Other(c) => {
                *first |= c == ':';
                latex.push(out, c.encode_utf8(&mut other));
            }
        }
    }
}

/// Whether a capital stands behind the first letter: `NCEP`, `mRNA`, `McDonald`.
fn has_inner_capital(word: &str) -> bool {
    word.char_indices().any(|(at, c)| at > 0 && c.is_uppercase_letter())
}

/// A word, or a character between words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a str),
    Other(char),
}

/// The words of a text and what stands between them. A word is letters, digits and marks, and such apostrophes and
/// full stops as have letters on both sides (`O'Neil`, `U.S`).
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let text = self.0;
        let mut end = 0;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let joins = matches!(c, '\'' | '’' | '.') && end > 0;
            let goes_on = chars.peek().is_some_and(|(_, next)| next.is_letter());
            if !(is_word(c) || (joins && goes_on)) {
                break;
            }
            end = at + c.len_utf8();
        }
        if end == 0 {
            let c = text.chars().next()?;
            self.0 = text.get(c.len_utf8()..)?;
            return Some(Token::Other(c));
        }
        let (word, rest) = text.split_at_checked(end)?;
        self.0 = rest;
        Some(Token::Word(word))
    }
}

/// Whether a character belongs to words.
fn is_word(c: char) -> bool {
    c.is_letter_or_number() || crate::text::latin::is_mark(c)
}
