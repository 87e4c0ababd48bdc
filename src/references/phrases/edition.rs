//! Editions: `2nd ed.`, `Rev. ed.`, `3. Auflage`.

use crate::prelude::*;
use crate::text::{self, list_contains};

/// The words for an edition.
const WORDS: &str = "ed edn edition aufl auflage édition éd edición edição edizione izd baskı";

/// Ordinals in words with their numbers, and words for editions without a number.
const ORDINALS: &[(&str, &str)] = &[
    ("first", "1"),
    ("second", "2"),
    ("third", "3"),
    ("fourth", "4"),
    ("fifth", "5"),
    ("sixth", "6"),
    ("seventh", "7"),
    ("eighth", "8"),
    ("ninth", "9"),
    ("tenth", "10"),
    ("segunda", "2"),
    ("tercera", "3"),
    ("zweite", "2"),
    ("dritte", "3"),
    ("deuxième", "2"),
    ("terceira", "3"),
    ("revised", ""),
    ("rev", ""),
    ("int'l", ""),
    ("international", ""),
    ("new", ""),
    ("student", ""),
    ("expanded", ""),
    ("updated", ""),
    ("enlarged", ""),
];

/// The edition that a text names and nothing else: its number, or its words where it has none.
pub(in crate::references) fn edition(phrase: &str) -> Option<String> {
    let core = phrase.trim().trim_end_matches('.');
    let (before, word) = core.rsplit_once([' ', '.']).or_else(|| core.split_once(['ª', 'º']))?;
    if !list_contains(WORDS, &text::to_lowercase(word)) {
        return None;
    }
    let ordinal = text::to_lowercase(before.trim().trim_end_matches('.'));
    let digits = ordinal.len() - ordinal.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && digits < 3 {
        let (number, ending) = ordinal.split_at_checked(digits)?;
        let ending = ending.trim_start_matches('.').trim();
        let fits = ending.is_empty() || list_contains("st nd rd th . a ª º e ème me o rev", ending);
        return fits.then(|| number.to_owned());
    }
    let (_, number) = ORDINALS.iter().find(|row| row.0 == ordinal)?;
    Some(if number.is_empty() { phrase.trim() } else { number }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_are_numbers_where_they_have_one() {
        let check =
            |phrase: &str, want: Option<&str>| assert_eq!(edition(phrase).as_deref(), want, "{phrase}");
        check("2nd ed.", Some("2"));
        check("3. Auflage", Some("3"));
        check("Second edition", Some("2"));
        check("2ª ed.", Some("2"));
        check("Rev. ed.", Some("Rev. ed."));
        check("123 ed.", None);
        check("Limited edition", None);
    }
}
