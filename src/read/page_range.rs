//! Pages and article numbers.

use crate::item::Item;
use crate::prelude::*;
use crate::read::ReadResult;
use crate::read::meta_tags::Metadata;
use crate::text::{self, DIGITS};
use crate::vocabulary::Variable;

/// Reads pages from first and last page, or from a tag that holds both.
pub(crate) fn read(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    let whole = metadata.value(Variable::Page);
    let (first, last) = metadata.first_and_last_page();
    let item = &mut reading.item;
    let value = if !first.is_empty() && !last.is_empty() && first != last && !is_range(first) {
        text::fill_in("{}-{}", &[first, last])
    } else {
        // A tag that holds both counts where it agrees.
        let agrees = first.is_empty() || is_range(whole) && whole.starts_with(first);
        (if agrees { whole } else { first }).to_owned()
    };
    // Open Journal Systems has one field for pages and article numbers and calls all pages that is put there. On
    // platforms that number their articles so, the tag for the first page holds what their records have for the page.
    if metadata.has_prefix("ojs") || metadata.has("dc.identifier.pagenumber") {
        place(item, &value);
    } else {
        item.set(Variable::Page, value);
    }
    // The number of an article that is its page too is kept once.
    if item.text(Variable::Page).is_some() && item.text(Variable::Page) == item.text(Variable::Number) {
        item.remove(Variable::Number);
    }
}

/// Sets a page range, a page, or an article number, which CSL keeps in `number` (APA 7: "Article e0123").
pub(crate) fn place(item: &mut Item, value: &str) {
    let variable = if is_article_number(value) { Variable::Number } else { Variable::Page };
    item.set(variable, value);
}

fn is_range(value: &str) -> bool {
    value.trim().contains_any("-–—")
}

/// Whether a number in the place of a first page without a last one is an article number: a letter before at least three
/// digits (`e0123`), a leading zero (`041027`), or more digits than any journal has pages.
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
    fn article_numbers_are_told_from_pages() {
        for value in ["e0123", "E4375", "041027", "102345", "e2311"] {
            assert!(is_article_number(value), "{value}");
        }
        for value in ["211", "S112", "K93", "1014", "211-238", "xii", "e1", "0", ""] {
            assert!(!is_article_number(value), "{value}");
        }
    }
}
