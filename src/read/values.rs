//! What [`crate::references`] uses of this module: the readers of single values, and what was collected of the works
//! that a page cites.

pub(crate) use super::date::read as date;
use super::names::SplitName;
pub(crate) use super::names::has_shared_word;
pub(crate) use super::page::{Page, REFERENCE, REFERENCE_TAG};
use super::page_citation::PageCitation;
pub(crate) use super::page_range::variable as page_variable;
pub(crate) use super::reference_list::{COINS, LINK, doi};
use crate::languages::Context;

/// Splits a name into its parts without a citation of the page as evidence.
pub(crate) fn name(text: &str) -> SplitName {
    super::names::split(text, &PageCitation::new(""), &Context::default())
}
