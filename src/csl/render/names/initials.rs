//! Initials (specification, `initialize`, `initialize-with`, `initialize-with-hyphen`).
//!
//! The specification defines the form `J.-L.` but not which words are initialised. As in the test suite, a word with a full
//! stop is an abbreviation already (`Ph.`, `Yu.`), several capitals before small letters are one initial
//! (`TSerendorjiin` is `Ts.`), and a lowercase word after a hyphen is not a name.

use crate::prelude::*;
use crate::text::{split_any, split_at, words};

/// Initials that are run together, as PubMed has them, with full stops: `RW` is `R. W.` Two capitals are initials beside a
/// family name with small letters, three only without a vowel, for `AMY` may be a name.
pub(super) fn spelled(given: &str, family: &str) -> Option<String> {
    let length = given.char_count();
    let is_run = given.all_chars(char::is_uppercase_letter)
        && family.any_char(char::is_lowercase_letter)
        && (length == 2 || length == 3 && !given.contains_any("AEIOUY"));
    is_run.then(|| given.chars().flat_map(|initial| [initial, '.', ' ']).collect_string())
}

/// A part of a given name: a word, whether a hyphen precedes it, and the inline markup before and after it.
struct GivenPart<'a> {
    hyphen: bool,
    head: &'a str,
    word: &'a str,
    tail: &'a str,
}

impl<'a> GivenPart<'a> {
    fn new(text: &'a str, hyphen: bool) -> GivenPart<'a> {
        let mut at = 0;
        while text.get(at..).is_some_and(|rest| rest.starts_with('<')) {
            at += text.get(at..).and_then(|rest| rest.find_any(">")).map_or(text.len(), |end| end + 1);
        }
        let (head, rest) = split_at(text, at.min(text.len()));
        let (word, tail) = split_at(rest, rest.find_any("<").unwrap_or(rest.len()));
        GivenPart { hyphen, head, word, tail }
    }

    /// The letters of an abbreviation or an initial: a capitalised word that ends in a full stop.
    fn abbreviated(&self) -> Option<&'a str> {
        self.word.strip_suffix('.').filter(|letters| is_name(letters))
    }

    /// Appends letters and the text `with` after an initial, its blank outside the markup.
    fn push(&self, out: &mut String, letters: &str, with: &str) {
        let (mark, blank) = split_at(with, with.trim_end().len());
        [self.head, letters, mark, self.tail, blank].into_iter().for_each(|part| out.push_str(part));
    }
}

/// Splits at blanks, at hyphens and after full stops, so that `J.-L. M.A.` has four parts.
fn split_given(given: &str) -> Vec<GivenPart<'_>> {
    let mut out: Vec<GivenPart<'_>> = Vec::new();
    let mut hyphen = false;
    for word in words(given) {
        for (index, name) in split_any(word, "-\u{2010}\u{2011}").into_iter().enumerate() {
            hyphen |= index > 0;
            let mut rest = name;
            while !rest.is_empty() {
                let (text, tail) = split_at(rest, rest.find_any(".").map_or(rest.len(), |at| at + 1));
                rest = tail;
                match out.last_mut() {
                    // The end of markup that began before the full stop.
                    Some(last) if text.starts_with("</") && !hyphen && last.tail.is_empty() => {
                        last.tail = text
                    }
                    _ => out.push(GivenPart::new(text, hyphen)),
                }
                hyphen = false;
            }
        }
    }
    out
}

/// Whether a word can be a name: it begins with a letter that is neither lowercase (`de`, `van`) nor a modifier of the
/// next letter (`ʿAlāʾ`).
fn is_name(word: &str) -> bool {
    let names = |first: char| {
        first.is_letter() && !first.is_lowercase_letter() && !matches!(first, '\u{2b0}'..='\u{2ff}')
    };
    word.chars().next().is_some_and(names)
}

/// All names as initials: `Jean-Luc de` is `J.-L. de`. Lowercase words are unchanged. `full` leaves full names as they are
/// (`initialize="false"`); the initials and abbreviations of the record take the form of the style.
pub(super) fn initialize(given: &str, with: &str, hyphens: bool, full: bool) -> String {
    let mut out = String::with_capacity(given.len());
    let mut after_word = false;
    for part in split_given(given) {
        let word = part.word;
        let lone = full && word.char_count() == 1 && word.all_chars(char::is_uppercase_letter);
        let made = || (lone || !full && is_name(word)).then(|| initial(word));
        let letters = part.abbreviated().map(str::to_owned).or_else(made);
        let hyphen = part.hyphen && hyphens;
        match &letters {
            Some(letters) => {
                join(&mut out, hyphen, after_word);
                part.push(&mut out, letters, with);
            }
            None if hyphen && !full => {}
            None => {
                let follows = !out.is_empty();
                join(&mut out, hyphen, follows);
                part.push(&mut out, word, "");
            }
        }
        after_word = letters.is_none();
    }
    out.trim_end().to_owned()
}

/// The first letter of a name; several capitals before small letters are one initial.
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

/// Appends a hyphen in place of the blank at the end of `initialize-with`, or a blank after an unchanged word.
fn join(out: &mut String, hyphen: bool, after_word: bool) {
    if hyphen {
        out.truncate(out.trim_end().len());
        out.push('-');
    } else if after_word && !out.ends_with(' ') {
        out.push(' ');
    }
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
            assert_eq!(initialize(given, with, hyphens, false), expected, "{given}");
        }
    }

    #[test]
    fn initials_of_the_record_take_the_form_of_the_style() {
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
            assert_eq!(initialize(given, with, true, true), expected, "{given}");
        }
    }
}
