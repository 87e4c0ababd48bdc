//! Saved pages: the queries of [`Dom`] over an HTML text, so that programs read pages as browsers do.

use crate::languages::Languages;
use crate::prelude::*;
use crate::read::page::{Dom, JsonValue, Page, collect};
use crate::read::{self, ReadResult, reference_list};
use crate::references::{self, Reference};
use crate::repair::repair;
use crate::tidy::{self, Options};
use scraper::{ElementRef, Html, Selector};

/// Reads the metadata of an article page and repairs them, as the widget does with the page that contains it.
///
/// Values that stand in scripts of the page's own or come later from a server are not seen.
///
/// ```
/// let page = r#"<meta name="citation_title" content="A mathematical theory of communication">
///     <meta name="citation_author" content="Dr C. E. Shannon"><meta name="citation_date" content="1948">"#;
/// let result = citelet::read_page(page, &citelet::TidyOptions::default());
/// assert_eq!(result.item.names(citelet::Variable::Author), [citelet::Name::person("Shannon", "C. E.")]);
/// assert_eq!(result.repairs[0].rule, citelet::Rule::Honorific);
/// ```
pub fn read_page(html: &str, options: &Options) -> ReadResult {
    let page = page(html);
    let languages = Languages::default();
    let mut result = read::item(&page, languages);
    let cited: Vec<&str> = page.references().collect();
    repair(&mut result, &cited, languages, options);
    result
}

/// Reads the works that an article page cites, and repairs their records.
pub fn read_references(html: &str) -> Vec<Reference> {
    let page = reference_list::collect(&Document(&Html::parse_document(html)));
    let mut references = references::read(page);
    // The titles of references have no abstract beside them that would show which words are names.
    let options = Options::default().without_case();
    for item in references.iter_mut().filter_map(|reference| reference.item.as_mut()) {
        tidy::tidy(item, &options);
    }
    references
}

/// The metadata of a page.
pub fn page(html: &str) -> Page {
    collect(&Document(&Html::parse_document(html)))
}

/// A parsed page.
struct Document<'a>(&'a Html);

impl<'a> Dom for Document<'a> {
    type Element = ElementRef<'a>;

    fn select(&self, selector: &str, limit: usize) -> Vec<ElementRef<'a>> {
        match Selector::parse(selector) {
            Ok(selector) => self.0.select(&selector).take(limit).collect(),
            Err(_) => Vec::new(),
        }
    }

    fn property(&self, element: &ElementRef<'a>, name: &str) -> Option<String> {
        match name {
            "innerHTML" => Some(element.inner_html()),
            "textContent" => Some(element.text().collect()),
            _ => element.attr(name).map(str::to_owned),
        }
    }

    fn json(&self, text: &str, keys: &str) -> Option<JsonValue> {
        let mut value: JsonValue = serde_json::from_str(text).ok()?;
        value.retain_keys(keys);
        Some(value)
    }
}
