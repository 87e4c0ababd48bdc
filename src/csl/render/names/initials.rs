//! Initials (specification, `initialize`, `initialize-with`, `initialize-with-hyphen`).

use crate::prelude::*;

/// A piece of a given name: a word, and whether a hyphen joins it to the one before.
struct Piece<'a> {
    text: &'a str,
    hyphen: bool,
}

/// Splits at blanks, hyphens and after full stops, so that `J.-L. M.A.` is four pieces.
fn pieces(given: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    for word in given.split_whitespace() {
        for (index, part) in word.split(['-', '\u{2010}', '\u{2011}']).enumerate() {
            let mut hyphen = index > 0;
            for text in part.split_inclusive('.').filter(|text| !text.is_empty()) {
                out.push(Piece { text, hyphen });
                hyphen = false;
            }
        }
    }
    out
}

/// The first letter of a word, for an initial; `None` for words that are no names (`de`, `van`).
fn initial(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    (!first.is_lowercase() && first.is_alphabetic()).then_some(first)
}

/// All names as initials: `Jean-Luc de` is `J.-L. de`. Words in small letters stay.
pub(super) fn initialize(given: &str, with: &str, hyphens: bool) -> String {
    let mut out = String::with_capacity(given.len());
    for piece in pieces(given) {
        match initial(piece.text) {
            Some(letter) => {
                join(&mut out, piece.hyphen && hyphens, false);
                out.push(letter);
                out.push_str(with);
            }
            None => push_word(&mut out, &piece),
        }
    }
    out.trim_end().to_owned()
}

/// Initials that the record has, in the style's form; full names stay (`initialize="false"`).
pub(super) fn normalise(given: &str, with: &str) -> String {
    let mut out = String::with_capacity(given.len());
    let mut after_word = false;
    for piece in pieces(given) {
        let letter = piece.text.strip_suffix('.').unwrap_or(piece.text);
        let mut chars = letter.chars();
        let is_initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
        if is_initial {
            join(&mut out, piece.hyphen, after_word);
            out.push_str(letter);
            out.push_str(with);
        } else {
            push_word(&mut out, &piece);
        }
        after_word = !is_initial;
    }
    out.trim_end().to_owned()
}

/// A hyphen takes the place of the blank that `initialize-with` may end in; words that stay whole have one behind them.
fn join(out: &mut String, hyphen: bool, after_word: bool) {
    if hyphen {
        out.truncate(out.trim_end().len());
        out.push('-');
    } else if after_word && !out.ends_with(' ') || out.ends_with(|c: char| c.is_lowercase()) {
        out.push(' ');
    }
}

/// A word that stays whole stands between blanks, or after its hyphen.
fn push_word(out: &mut String, piece: &Piece<'_>) {
    if piece.hyphen {
        out.truncate(out.trim_end().len());
        out.push('-');
    } else if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
    out.push_str(piece.text);
    if !piece.text.ends_with('.') {
        return;
    }
    out.push(' ');
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
            ("John Ronald Reuel", "", true, "JRR"),
            ("M.A.", ". ", true, "M. A."),
            ("Ludwig van", ". ", true, "L. van"),
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
            ("Mary-Ann", ". ", "Mary-Ann"),
        ] {
            assert_eq!(normalise(given, with), expected, "{given}");
        }
    }
}
