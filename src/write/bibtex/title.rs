//! Titles for BibTeX: markup as commands, and braces around the capitals that a style must keep.
//!
//! Styles convert article titles to lower case, except the first letters of the title and of the subtitle. In a title
//! stored in sentence case every other capital is significant (`{Incas}`, `{NCEP}`) and gets braces. In a title stored in
//! Title Case most are not, and braces would force Title Case on every style: only capitals inside a word and single letters
//! get them (`{mRNA}`, `Vitamin {D}`). In a title stored in capitals none is significant.

use crate::prelude::*;
use crate::text::markup::{self, Mark, Piece};
use crate::text::title_case::{Stored, Token, Tokens, has_inner_capital};
use crate::write::latex::Latex;

/// Adds a text with markup, without braces around capitals.
pub(crate) fn push_text(out: &mut String, text: &str, ascii: bool) {
    push(out, text, Stored::AllCaps, ascii);
}

/// Adds one organisation or place where programs read several, joined with the word "and": with that word it gets braces.
pub(crate) fn push_list(out: &mut String, text: &str, ascii: bool) {
    let has_and = text.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    out.push_str(if has_and { "{" } else { "" });
    push_text(out, text, ascii);
    out.push_str(if has_and { "}" } else { "" });
}

/// Adds a title with markup.
pub(crate) fn push(out: &mut String, title: &str, case: Stored, ascii: bool) {
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
            // Markup has braces already; text in it counts as the first word.
            Piece::Text(text) if depth > 0 || case == Stored::AllCaps => {
                first &= !text.any_char(char::is_letter_or_number);
                latex.push(out, text);
            }
            Piece::Text(text) => push_words(out, text, &latex, case, &mut first),
        }
    }
}

/// How markup begins in LaTeX; it ends with a brace.
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

/// Adds text word by word, words with significant capitals in braces.
fn push_words(out: &mut String, text: &str, latex: &Latex, case: Stored, first: &mut bool) {
    let mut other = [0; 4];
    for token in Tokens(text) {
        match token {
            Token::Word(word) => {
                let starts_high = word.begins_with(char::is_uppercase_letter);
                let single = word.char_count() == 1 && !matches!(word, "A" | "I");
                let whole = match case {
                    Stored::Sentence => starts_high && !*first,
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
