//! The words and marks of the numbers at the end of a reference.

use crate::prelude::*;
use crate::references::lexicon::months::is_month;
use crate::references::tokens::{Token, Tokens};
use crate::text::{self, list_contains};

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Volume,
    Issue,
    Pages,
    /// The number of an article, in the place of pages.
    ArticleNumber,
    /// A supplement, which is an issue.
    Supplement,
    /// How many pages a book has.
    PageCount,
}

/// Labels in small letters without their dot, and what they announce.
const LABELS: &[(Slot, &str)] = &[
    (Slot::Volume, "vol vols volume volumen bd band jg jahrg jahrgang t tome tomo v год т том"),
    (Slot::Issue, "no nos nr number iss issue n nº n° num núm número numero numéro h heft fasc № n.º вып"),
    (Slot::Pages, "pp p pages page pag pág págs pags s seiten str ss pgs pg hlm сс с"),
    (Slot::ArticleNumber, "article art articles artículo artigo id paper"),
    (Slot::Supplement, "suppl supplement supp special spec pt part"),
];

/// What a word or a mark is among numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Label(Slot),
    Month,
    Mark(char),
    Other,
}

/// A word or a mark with its kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberToken<'a> {
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    pub(super) kind: Kind,
}

impl NumberToken<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the token is one of these marks.
    pub(super) fn is(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.contains(mark))
    }

    pub(super) fn is_label(&self) -> bool {
        matches!(self.kind, Kind::Label(_))
    }
}

/// The words and marks from an offset on.
pub(super) fn number_tokens(tokens: &Tokens, from: usize) -> Vec<NumberToken<'_>> {
    let mut found = Vec::new();
    for Token { text, start, mark } in tokens.words(from) {
        match (mark, label_length(text)) {
            (Some(mark), _) => found.push(NumberToken { text, start, kind: Kind::Mark(mark) }),
            // "vol11", "pp123", "p12" are written without a blank.
            (None, Some(length)) => {
                let (label, number) = text.split_at_checked(length).unwrap_or((text, ""));
                found.push(NumberToken { text: label, start, kind: kind(label) });
                found.push(NumberToken { text: number, start: start + length, kind: Kind::Number });
            }
            (None, None) => found.push(NumberToken { text, start, kind: kind(text) }),
        }
    }
    found
}

/// The length of the label at the start of a word that goes on in nothing but digits.
fn label_length(word: &str) -> Option<usize> {
    let length = word.find(|c: char| c.is_ascii_digit()).filter(|length| *length > 0)?;
    let (label, number) = word.split_at_checked(length)?;
    (list_contains("vol no nr pp p", label) && number.bytes().all(|b| b.is_ascii_digit())).then_some(length)
}

fn kind(word: &str) -> Kind {
    let lower = text::to_lowercase(word);
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().count() - digits;
    if digits > 0 {
        let ordinal = letters == 2 && ["st", "nd", "rd", "th"].iter().any(|ending| lower.ends_with(ending));
        // Articles of Nucleic Acids Research have numbers like "gkab123".
        let is_number = letters < 4 && digits < 12 && !ordinal || word.len() < 13 && word.starts_with("gk");
        return if is_number { Kind::Number } else { Kind::Other };
    }
    // "set" is September in Italian and Portuguese, and a word in English.
    if is_month(word) && (letters > 3 || word.starts_with(char::is_uppercase_letter) || lower != "set") {
        return Kind::Month;
    }
    let label = LABELS.iter().find(|row| list_contains(row.1, &lower));
    label.map_or(Kind::Other, |row| Kind::Label(row.0))
}
