//! Pages and article numbers.

use crate::item::Item;
use crate::prelude::*;
use crate::text::{self, DIGITS, WordList, word_list};
use crate::vocabulary::Variable;

/// Sets a page range, a page, or an article number.
pub(crate) fn set(item: &mut Item, value: &str) {
    item.set(variable(value), value);
}

/// The variable of a page range, a page, or an article number, which CSL keeps in `number` (APA 7, 10.1: "Article e0123").
pub(crate) fn variable(value: &str) -> Variable {
    if is_article_number(value) { Variable::Number } else { Variable::Page }
}

/// The pages with which a text begins, after their label and punctuation; empty where it begins with none.
pub(super) fn first(text: &str) -> &str {
    let bare = text::trim_non_alphanumeric(text);
    let bare = bare.strip_prefix("pp").unwrap_or(bare).trim_start_any(". \u{a0}");
    let pages = text::before_any(bare, " ,.;(");
    if pages.contains_any(DIGITS) && pages.len() < 16 { pages } else { "" }
}

/// Words for pages and leaves that stand behind their number in the description of a book or a thesis: "284 f. : il.",
/// "xii, 120 p.", "98 leaves".
const LEAVES: WordList<'_> = word_list![
    "p", "pp", "pages", "f", "ff", "fl", "fls", "folhas", "fojas", "hojas", "h", "leaves", "l", "s",
    "seiten", "bl", "c", "с", "л", "páginas", "págs", "pág", "σ", "hlm", "halaman", "str", "стр",
];

/// Whether a text is the extent of a work, and no place in another: a number with a word for pages behind it, and how the
/// work is illustrated or how large it is. Without the latter, `25 f.` and `25. o.` may be pages, unless the work is `whole`.
pub(crate) fn is_extent(value: &str, whole: bool) -> bool {
    let lower = text::to_lowercase(value);
    let (extent, rest) = text::split_at(&lower, lower.find_any(":;+").unwrap_or(lower.len()));
    let words = text::split_any(extent, " ,.[]()");
    let [.., number, unit] = *words.as_slice() else { return false };
    let counted = text::is_digits(number) && LEAVES.contains(unit);
    counted && (whole || unit.char_count() > 3 || text::contains_letter(rest))
}

/// Whether a first page without a last one is an article number: an "e" before at least three digits (`e0123`), a leading
/// zero (`041027`), or more digits than any journal has pages.
fn is_article_number(value: &str) -> bool {
    let letters = value.find_any(DIGITS).unwrap_or(0);
    let digits = text::split_at(value, letters).1;
    // "S112" is a page of a supplement and "K93" one of a section; publishers' article numbers begin with "e".
    let e_number = letters == 1 && value.starts_with_any("eE") && digits.len() > 2;
    let plain_number = letters == 0
        && (digits.len() > 4 && digits.len() < 12 || digits.len() > 1 && digits.starts_with('0'));
    text::is_digits(digits) && (e_number || plain_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extents_are_no_pages() {
        for value in [
            "132 f. : il., mapas",
            "xii, 210 p. ; 30 cm",
            "98 leaves",
            "75 hojas",
            "64 s. : obr.",
            "120 с. : ил.",
        ] {
            assert!(is_extent(value, false), "{value}");
        }
        for value in [
            "132",
            "11-25",
            "p. 25",
            "pp. 11-25 p.",
            "25 f.",
            "25. o.",
            "S1–S9",
            "e12-e20",
            "10-1–10-14",
            "iii-v",
            "xii-xv, 3",
            "45:1-12",
            "12; 15 s",
            "Article 7: Notes",
            "",
        ] {
            assert!(!is_extent(value, false), "{value}");
        }
        assert!(is_extent("284 f.", true) && !is_extent("284", true));
    }

    #[test]
    fn article_numbers_are_no_pages() {
        for value in ["e0123", "E4375", "041027", "102345", "e2311"] {
            assert!(is_article_number(value), "{value}");
        }
        for value in ["211", "S112", "K93", "1014", "211-238", "xii", "e1", "0", ""] {
            assert!(!is_article_number(value), "{value}");
        }
    }
}
