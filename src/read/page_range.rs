//! Pages and article numbers.

use crate::item::Item;
use crate::prelude::*;
use crate::text::{self, DIGITS};
use crate::vocabulary::Variable;

/// Sets a page range, a page, or an article number.
pub(crate) fn set(item: &mut Item, value: &str) {
    item.set(variable(value), value);
}

/// The variable of a page range, a page, or an article number, which CSL keeps in `number` (APA 7, 10.1: "Article e0123").
pub(crate) fn variable(value: &str) -> Variable {
    if is_article_number(value) { Variable::Number } else { Variable::Page }
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
    fn article_numbers_are_no_pages() {
        for value in ["e0123", "E4375", "041027", "102345", "e2311"] {
            assert!(is_article_number(value), "{value}");
        }
        for value in ["211", "S112", "K93", "1014", "211-238", "xii", "e1", "0", ""] {
            assert!(!is_article_number(value), "{value}");
        }
    }
}
