//! Page metadata to an item and warnings.
//!
//! [`page`] says what is collected, `tags` what each tag means and which is trusted more; the rest reads values. Nothing
//! here fails: what cannot be read is left out, and a [`Warning`] says so. Values stay as the page has them; mending them
//! is [`crate::tidy`]'s work, which reports it.

#[cfg(feature = "full")]
pub mod bibtex;
#[cfg(feature = "full")]
pub mod crossref;
#[cfg(feature = "full")]
pub mod datacite;
#[cfg(feature = "full")]
mod deposited;
#[cfg(feature = "full")]
mod files;
#[cfg(feature = "full")]
mod object;
pub mod page;
#[cfg(feature = "full")]
pub mod references;
#[cfg(feature = "full")]
pub mod ris;

use crate::prelude::*;

mod cited;
mod coins;
mod date;
mod fields;
mod kind;
mod linked;
mod markup;
mod names;
mod pages;
mod shown;
mod tags;
mod title;

use crate::item::{Item, Repair, Rule, Warning};
use crate::vocabulary::Variable;
use cited::Cited;
#[cfg(feature = "full")]
pub use files::{ImportFormat, read_json, read_text};
use page::Page;
use tags::Facts;

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
    let facts = Facts::gather(page);
    let mut reading = ReadResult::new(kind::item_type(&facts));
    let shared = facts.first("og.type").eq_ignore_ascii_case("article") && facts.has("og.title");
    if !shared && !facts.has(TELLING) {
        reading.warning("", "No article metadata was found on this page.", &[]);
        return reading;
    }
    let cited = Cited::gather(&facts);
    title::read(&facts, &mut reading);
    fields::names(&facts, &cited, &mut reading);
    fields::texts(&facts, &mut reading);
    fields::dates(&facts, &mut reading);
    fields::identifiers(&facts, &mut reading);
    fields::url(&facts, &mut reading);
    pages::read(&facts, &mut reading);
    shown::read(&facts, &cited, &mut reading);
    fields::disagreements(&facts, &mut reading);
    reading
}
