//! Collects the metadata of an article page as plain data, without interpreting it.
//!
//! [`collect`] fills a [`Page`] by the table in `selectors`, through the queries of the trait [`Dom`]. A live document
//! implements it, and so does a parsed HTML file, so that all that a page may contain is tested without a browser.

pub(super) mod metadata;
mod selectors;
pub(super) mod visible_text;

use crate::prelude::*;
use crate::read::{coins, json_ld};
use crate::text::{self, WordList, word_list};
use visible_text::VisibleText;

pub use crate::item::json::JsonValue;
use metadata::first;
pub use metadata::{MetaTag, Page, REFERENCE_TAG};
pub use selectors::REFERENCE;
#[cfg(feature = "full")]
pub(super) use selectors::selector;
use selectors::{MARKED, PLAIN, selectors};

/// The DOM queries that the reader needs.
pub trait Dom {
    /// An element of the document.
    type Element;

    /// The first `limit` elements that match, in document order; none where the selector is not understood.
    fn select(&self, selector: &str, limit: usize) -> Vec<Self::Element>;

    /// An attribute of an element, or the DOM property `innerHTML` or `textContent`.
    fn property(&self, element: &Self::Element, name: &str) -> Option<String>;

    /// The first of several properties, separated by spaces, that an element has.
    fn first_property(&self, element: &Self::Element, names: &str) -> String {
        names.split_char(' ').find_map(|name| self.property(element, name)).unwrap_or_default()
    }

    /// The value of a JSON text, its objects reduced to these keys; `None` where the text is no JSON.
    fn json(&self, text: &str, keys: &str) -> Option<JsonValue>;
}

/// The attributes that name a `meta` element, in order of precedence: HTML, RDFa (as Open Graph has it), microdata, and the
/// identifier, which D-Lib Magazine uses for it.
const NAMES: &str = "name property itemprop id";

/// The attributes with an element's language, in order of precedence.
const LANGUAGE: &str = "lang xml:lang";

/// The property with the markup inside an element.
pub(super) const INNER_HTML: &str = "innerHTML";

/// Where a page's own title is.
const TITLES: WordList<'_> =
    word_list!["citation_title", "dc.title", "DC.title", "DC.Title", "og:title", "page.h1"];

/// Collects the metadata of a document.
pub fn collect<D: Dom>(dom: &D) -> Page {
    let mut page = Page::default();
    let (mut blocks, mut contexts) = (Vec::new(), Vec::new());
    for row in selectors() {
        // `citation_reference` tags have the same works without a search.
        if row.name == REFERENCE && page.references().next().is_some() {
            continue;
        }
        let shown = row.take == PLAIN || row.take == MARKED;
        for element in dom.select(row.selector, row.limit) {
            let value = dom.first_property(&element, if shown { INNER_HTML } else { row.take });
            let text = match row.name {
                "ld" => {
                    if let Some(block) = dom.json(&json_ld::clean_json(&value), json_ld::KEYS) {
                        blocks.push(block);
                    }
                    continue;
                }
                "z" => {
                    contexts.push(value);
                    continue;
                }
                _ if shown => VisibleText::new(row.take == MARKED).html(&value),
                _ => value,
            };
            let name = match row.name {
                "" => dom.first_property(&element, NAMES),
                name => name.to_owned(),
            };
            if !name.is_empty() && !text.trim().is_empty() {
                page.tags.push(MetaTag { name, text, lang: dom.first_property(&element, LANGUAGE) });
            }
        }
    }
    json_ld::push_tags(&JsonValue::Array(blocks), &mut page.tags);
    let mut own = own_context(&page, &contexts);
    page.tags.append(&mut own);
    page
}

/// The tags of the page's own ContextObject: the only one there is, or the one with a title that the page has too, for
/// reference lists and lists of search results have one for each entry; else that in a tag for the citation of the article.
fn own_context(page: &Page, contexts: &[String]) -> Vec<MetaTag> {
    for context in contexts {
        let tags = coins::tags(context);
        let title = text::to_lowercase(first(&tags, "z.title"));
        let own = |tag: &MetaTag| TITLES.contains(&tag.name) && text::to_lowercase(&tag.text) == title;
        if contexts.len() == 1 || !title.is_empty() && page.tags.iter().any(own) {
            return tags;
        }
    }
    for tag in &page.tags {
        let citation = tag.name.to_ascii_lowercase().ends_with("bibliographiccitation");
        if citation && coins::is_context(&tag.text) {
            return coins::tags(&tag.text);
        }
    }
    Vec::new()
}
