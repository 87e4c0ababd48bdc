//! Initials (specification, `initialize`, `initialize-with`, `initialize-with-hyphen`).
//!
//! The specification says what `J.-L.` looks like and leaves open what is initialised; the test suite decides that a
//! word with a full stop is an abbreviation already (`Ph.`, `Yu.`), that two capitals before small letters belong
//! together (`TSerendorjiin` is `Ts.`), and that what follows a hyphen in small letters is no name of its own.

use crate::prelude::*;
use crate::text::{split_any, split_at};

/// A piece of a given name: a word, whether a hyphen joins it to the one before, and the inline markup around it.
struct Piece<'a> {
    hyphen: bool,
    head: &'a str,
    word: &'a str,
    tail: &'a str,
}

impl<'a> Piece<'a> {
    fn new(text: &'a str, hyphen: bool) -> Piece<'a> {
        let mut at = 0;
        while text.get(at..).is_some_and(|rest| rest.starts_with('<')) {
            at += text.get(at..).and_then(|rest| rest.find_any(">")).map_or(text.len(), |end| end + 1);
        }
        let (head, rest) = split_at(text, at.min(text.len()));
        let (word, tail) = split_at(rest, rest.find_any("<").unwrap_or(rest.len()));
        Piece { hyphen, head, word, tail }
    }

    /// The letters of an abbreviation or an initial: a capitalised word that ends in a full stop.
    fn abbreviated(&self) -> Option<&'a str> {
        self.word.strip_suffix('.').filter(|letters| is_name(letters))
    }

    /// Prints letters and what follows an initial, its blank outside the markup.
    fn push(&self, out: &mut String, letters: &str, with: &str) {
        let (mark, blank) = split_at(with, with.trim_end().len());
        [self.head, letters, mark, self.tail, blank].into_iter().for_each(|part| out.push_str(part));
    }
}

/// Splits at blanks, hyphens and after full stops, so that `J.-L. M.A.` is four pieces.
fn pieces(given: &str) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    let mut hyphen = false;
    for word in given.split_whitespace() {
        for (index, part) in split_any(word, "-\u{2010}\u{2011}").into_iter().enumerate() {
            hyphen |= index > 0;
            let mut rest = part;
            while !rest.is_empty() {
                let (text, tail) = split_at(rest, rest.find_any(".").map_or(rest.len(), |at| at + 1));
                rest = tail;
                match out.last_mut() {
                    // The end of markup that stood before the full stop.
                    Some(last) if text.starts_with("</") && !hyphen && last.tail.is_empty() => {
                        last.tail = text
                    }
                    _ => out.push(Piece::new(text, hyphen)),
                }
                hyphen = false;
            }
        }
    }
    out
}

/// Whether a word can be a name: it begins with a letter that is not a small one (`de`, `van`), nor one that only marks
/// the letter behind it (`ʿAlāʾ`).
fn is_name(word: &str) -> bool {
    let names = |first: char| {
        first.is_letter() && !first.is_lowercase_letter() && !matches!(first, '\u{2b0}'..='\u{2ff}')
    };
    word.chars().next().is_some_and(names)
}

/// All names as initials: `Jean-Luc de` is `J.-L. de`. Words in small letters stay.
pub(super) fn initialize(given: &str, with: &str, hyphens: bool) -> String {
    let mut out = String::with_capacity(given.len());
    let mut after_word = false;
    for piece in pieces(given) {
        let is_name = is_name(piece.word);
        if is_name {
            join(&mut out, piece.hyphen && hyphens, after_word);
            let letters = piece.abbreviated().map_or_else(|| initial(piece.word), str::to_owned);
            piece.push(&mut out, &letters, with);
        } else if !piece.hyphen || !hyphens {
            push_word(&mut out, &piece, false);
        }
        after_word = !is_name;
    }
    out.trim_end().to_owned()
}

/// The first letter of a name; several capitals before small letters stand for one sound.
fn initial(word: &str) -> String {
    let capitals = word.chars().take_while(|c| c.is_uppercase_letter()).count();
    let mixed = word.chars().find(|c| !c.is_uppercase_letter()).is_some_and(char::is_lowercase_letter);
    let several = if mixed { capitals } else { 1 };
    let mut chars = word.chars();
    let mut out: String = chars.next().into_iter().collect_string();
    for c in chars.take(several.saturating_sub(1)) {
        out.push_str(&crate::text::char_to_lowercase(c));
    }
    out
}

/// Initials and abbreviations that the record has, in the style's form; full names stay (`initialize="false"`).
pub(super) fn normalise(given: &str, with: &str, hyphens: bool) -> String {
    let mut out = String::with_capacity(given.len());
    let mut after_word = false;
    for piece in pieces(given) {
        let lone = piece.word.char_count() == 1 && piece.word.chars().all(char::is_uppercase_letter);
        let letters = if lone { Some(piece.word) } else { piece.abbreviated() };
        match letters {
            Some(letters) => {
                join(&mut out, piece.hyphen && hyphens, after_word);
                piece.push(&mut out, letters, with);
            }
            None => push_word(&mut out, &piece, hyphens),
        }
        after_word = letters.is_none();
    }
    out.trim_end().to_owned()
}

/// A hyphen takes the place of the blank that `initialize-with` may end in; words that stay whole have one behind them.
fn join(out: &mut String, hyphen: bool, after_word: bool) {
    if hyphen {
        out.truncate(out.trim_end().len());
        out.push('-');
    } else if after_word && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// A word that stays whole stands between blanks, or after its hyphen.
fn push_word(out: &mut String, piece: &Piece<'_>, hyphens: bool) {
    join(out, piece.hyphen && hyphens, !out.is_empty());
    piece.push(out, piece.word, "");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_become_initials() {
        for (given, with, hyphens, expected) in [
            ("Jean-Luc Marie", ". ", true, "J.-L. M."),
            ("Jean-Luc", ".", true, "J.-L."),
            ("Jean-Luc", ".", false, "J.L."),
            ("Guo-ping", "", true, "G"),
            ("John Ronald Reuel", "", true, "JRR"),
            ("M.A.", ". ", true, "M. A."),
            ("ME", ". ", true, "M."),
            ("Ph. M.E.", ".", true, "Ph.M.E."),
            ("Me.", " ", true, "Me"),
            ("TSerendorjiin", ".", true, "Ts."),
            ("DeShawn McDonald", ".", true, "D.M."),
            ("Ludwig van", ". ", true, "L. van"),
            ("(Bob) John", ".", true, "(Bob) J."),
            ("<b>Jean</b>-Luc", ". ", true, "<b>J.</b>-L."),
            ("Élodie", ".", true, "É."),
            ("", ".", true, ""),
        ] {
            assert_eq!(initialize(given, with, hyphens), expected, "{given}");
        }
    }

    #[test]
    fn initials_of_the_record_are_set_as_the_style_wants() {
        for (given, with, expected) in [
            ("John R.", ". ", "John R."),
            ("GERTRUDE M.", ". ", "GERTRUDE M."),
            ("J.R.", ". ", "J. R."),
            ("J R", ".", "J.R."),
            ("Yu. A.", ".", "Yu.A."),
            ("St. John", "", "St John"),
            ("M.E", " ", "M E"),
            ("Mary-Ann", ". ", "Mary-Ann"),
            ("J.-L. M.", ". ", "J.-L. M."),
        ] {
            assert_eq!(normalise(given, with, true), expected, "{given}");
        }
    }
}
