//! The metadata of a page as collected: names and texts as the page has them, not yet interpreted.

use super::selectors::REFERENCE;
use crate::prelude::*;
use crate::text::concat;

/// The metadata of a page, selector by selector, each in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its `meta` elements, and what other elements hold in the same form.
    pub tags: Vec<MetaTag>,
}

/// The name and the value of a `meta` element, or of another element in the same form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetaTag {
    /// The name of a `meta` element as it is in the page, or the name that the table of selectors gives to a place on
    /// the page (`ojs.abstract`).
    pub name: String,
    /// The value: an attribute as it is in the page, or a text whose white space is collapsed as HTML shows it.
    pub text: String,
    /// The language tag on the element itself; empty where it has none.
    pub lang: String,
}

/// The tag of Highwire Press for a cited work.
pub const REFERENCE_TAG: &str = "citation_reference";

impl Page {
    /// The works that the article cites, each as the page words it: from `citation_reference` tags, whether texts or
    /// fields, or where there are none from the reference lists at the foot of the page.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        let is_reference = |tag: &&MetaTag| tag.name == REFERENCE_TAG || tag.name == REFERENCE;
        self.tags.iter().filter(is_reference).map(|tag| tag.text.as_str())
    }
}

/// Adds a value that comes from a record inside the page (JSON-LD, COinS) and not from an element of its own, under
/// `family` and `name` together; nothing where the value is blank.
pub(in crate::read) fn push(tags: &mut Vec<MetaTag>, family: &str, name: &str, text: &str) {
    if !text.trim().is_empty() {
        tags.push(MetaTag { name: concat(&[family, name]), text: text.to_owned(), lang: String::new() });
    }
}

/// The first value of this name; empty where there is none.
pub(in crate::read) fn first<'a>(tags: &'a [MetaTag], name: &str) -> &'a str {
    tags.iter().find(|tag| tag.name == name).map_or("", |tag| &tag.text)
}
