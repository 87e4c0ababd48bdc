//! Pages, from tags for the first and the last page or from one that has both.

use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::read::page_range;
use crate::read::result::ReadResult;
use crate::text::{self, DIGITS, concat};
use crate::vocabulary::{ItemType, Variable};

/// Reads the pages, or the article number in their place.
pub(super) fn read(metadata: &Metadata<'_>, result: &mut ReadResult) {
    let whole = metadata.value(Variable::Page);
    let (first, last) = metadata.first_and_last_page();
    // "-" and "n/a" stand for nothing.
    let last = if last.contains_char('/') { "" } else { last };
    let value = if !first.is_empty()
        && !text::trim_non_alphanumeric(last).is_empty()
        && first != last
        && !is_range(first)
    {
        // "S. 10" and "S. 15"
        let label = text::split_at(first, first.find_any(DIGITS).unwrap_or(0)).0;
        let last = last.strip_prefix(label).filter(|_| label.ends_with_any(". ")).unwrap_or(last);
        concat(&[first, "-", last])
    } else {
        // A tag that has both is used where it agrees.
        let agrees = first.is_empty() || is_range(whole) && whole.starts_with(first);
        (if agrees { whole } else { first }).to_owned()
    };
    let whole = matches!(result.item.item_type, ItemType::Thesis | ItemType::Book);
    if page_range::is_extent(&value, whole) {
        result.warn("page", "“{}” is the number of pages, not a page.", &[&value]);
        return;
    }
    let item = &mut result.item;
    // Open Journal Systems has one field for pages and article numbers and writes either into the tags for pages; so do
    // the platforms with `dc.identifier.pagenumber`. Others mean a page.
    if metadata.has_prefix("ojs") || metadata.has("dc.identifier.pagenumber") {
        page_range::set(item, &value);
    } else {
        item.set(Variable::Page, value);
    }
    // An article number that is in the tag for the page too is kept once.
    if item.get(Variable::Page) == item.get(Variable::Number) {
        item.remove(Variable::Number);
    }
}

/// Whether a text is a range of pages.
fn is_range(value: &str) -> bool {
    value.trim().contains_any("-–—")
}
