//! Page metadata to an item and warnings.
//!
//! [`page`] says what is collected, `tags` what each tag means and which is trusted more; the rest reads values. Nothing
//! here fails: what cannot be read is left out, and a [`Warning`] says so. Values stay as the page has them; mending them
//! is [`crate::tidy`]'s work, which reports it.

#[cfg(feature = "full")]
pub mod bibtex;
#[cfg(feature = "full")]
mod files;
#[cfg(feature = "full")]
mod jats;
pub mod page;
#[cfg(feature = "full")]
pub mod references;
#[cfg(feature = "full")]
pub mod registry;
#[cfg(feature = "full")]
pub mod ris;

use crate::prelude::*;

mod coins;
mod date;
mod fields;
mod item_type;
mod json_ld;
mod meta_tags;
mod names;
mod page_citation;
mod page_range;
mod title;
mod visible_fields;

use crate::item::{Item, Repair, Rule, Warning};
use crate::vocabulary::Variable;
#[cfg(feature = "full")]
pub use files::{ImportFormat, read_json, read_text};
use meta_tags::Metadata;
use page::Page;
use page_citation::PageCitation;

/// A record as read, with what was changed on the way and what is unsure.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadResult {
    /// The record; its id is empty where the source gives none, as pages do.
    pub item: Item,
    /// Changes that needed the page as evidence, such as italics taken from its heading.
    pub repairs: Vec<Repair>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

impl ReadResult {
    /// An empty record of a type.
    pub(crate) fn new(item_type: crate::vocabulary::ItemType) -> ReadResult {
        ReadResult { item: Item::new("", item_type), repairs: Vec::new(), warnings: Vec::new() }
    }

    /// Adds a warning whose sentence has texts in the place of its `{}`.
    fn warning(&mut self, field: &str, sentence: &str, texts: &[&str]) {
        Warning::add(&mut self.warnings, field, sentence, texts);
    }

    /// Adds a repair for which the page is the evidence.
    fn repair(&mut self, rule: Rule, field: &str, change: [&str; 2], evidence: &str) {
        Repair::add(&mut self.repairs, rule, field, change, evidence);
    }

    /// Gives a variable that has no value this one.
    fn fill(&mut self, variable: Variable, value: &str) {
        if self.item.get(variable).is_none() {
            self.item.set(variable, value);
        }
    }
}

/// Tags and places any of which shows that the page is about one work.
const TELLING: &str = "citation_title citation_author citation_authors citation_doi dc.title dc.creator \
    dc.creator.personalname dcterms.title eprints.title ld.title z.title micro.title ojs.title ojs2.title ojs.citation \
    article.published_time";

/// Reads the record of the article that a page is about.
///
/// A page without article metadata gives an empty item and one warning that says so.
pub fn item(page: &Page) -> ReadResult {
    let metadata = Metadata::from_page(page);
    let mut reading = ReadResult::new(item_type::item_type(&metadata));
    let shared = metadata.first("og.type").eq_ignore_ascii_case("article") && metadata.has("og.title");
    if !shared && !metadata.has(TELLING) {
        reading.warning("", "No article metadata was found on this page.", &[]);
        return reading;
    }
    let cited = PageCitation::from_metadata(&metadata);
    title::read(&metadata, &mut reading);
    fields::names(&metadata, &cited, &mut reading);
    fields::texts(&metadata, &mut reading);
    fields::dates(&metadata, &mut reading);
    fields::identifiers(&metadata, &mut reading);
    fields::url(&metadata, &mut reading);
    page_range::read(&metadata, &mut reading);
    visible_fields::read(&metadata, &cited, &mut reading);
    fields::disagreements(&metadata, &mut reading);
    reading
}
