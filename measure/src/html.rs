//! Reads HTML files with the selectors that a browser uses too, so that readers are tested natively.

use std::path::Path;

use citelet::read::page::{Dom, Page, Value, collect};
use citelet::read::{self, ReadResult, reference_list};
use citelet::references::{self, Reference};
use citelet::tidy;
use scraper::{ElementRef, Html, Selector};

/// Collects the metadata of an HTML document.
pub fn page(html: &str) -> Page {
    collect(&Document(&Html::parse_document(html)))
}

/// Reads and repairs the works that an HTML document cites.
pub fn references(html: &str) -> Vec<Reference> {
    let page = reference_list::collect(&Document(&Html::parse_document(html)));
    let mut references = references::read(&page);
    for item in references.iter_mut().filter_map(|reference| reference.item.as_mut()) {
        tidy::tidy(item, &tidy::Options::default().without_case());
    }
    references
}

/// Reads and repairs an HTML document, as the widget does with its page.
pub fn read(html: &str) -> ReadResult {
    read_with(html, &tidy::Options::default())
}

/// Reads an HTML document and repairs it by the rules that are on, with the works that it cites as evidence.
pub fn read_with(html: &str, options: &tidy::Options) -> ReadResult {
    let page = page(html);
    let mut reading = read::item(&page);
    let cited: Vec<&str> = page.references().collect();
    let evidence = tidy::Evidence { cited: &cited, sources: Some(&reading.sources) };
    let (repairs, warnings) = tidy::tidy_with(&mut reading.item, &evidence, options);
    reading.repairs.extend(repairs);
    reading.warnings.extend(warnings);
    reading
}

/// Reads and repairs an HTML file.
///
/// # Errors
/// When the file cannot be read.
pub fn read_file(path: &Path) -> std::io::Result<ReadResult> {
    read_file_with(path, tidy::Options::default())
}

/// The same with some rules off.
///
/// # Errors
/// When the file cannot be read.
pub fn read_file_with(path: &Path, options: tidy::Options) -> std::io::Result<ReadResult> {
    Ok(read_with(&String::from_utf8_lossy(&std::fs::read(path)?), &options))
}

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

    fn json(&self, text: &str, keys: &str) -> Option<Value> {
        let mut value: Value = serde_json::from_str(text).ok()?;
        value.retain_keys(keys);
        Some(value)
    }
}
