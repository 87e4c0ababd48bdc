//! Decides what a page says: which of its values become those of the record.
//!
//! Values are taken as the page has them. The texts that the title and the names come from are kept beside the record
//! ([`Sources`](crate::item::Sources)), for repairs need them as evidence.

mod addresses;
mod conflicts;
mod container;
mod day_order;
mod identifiers;
mod item_type;
mod names;
mod pages;
mod texts;
mod title;
mod visible_fields;

use crate::languages::{Context, Languages};
use crate::prelude::*;
use crate::read::date;
use crate::read::meta_tags::Metadata;
use crate::read::page::Page;
use crate::read::page_citation::PageCitation;
use crate::read::result::ReadResult;
use crate::vocabulary::{ItemType, Variable};

/// Tags and places on a page any of which shows that the page is about one work. A page with none of them, and
/// no article to Open Graph, is not read, whatever other tags it has.
const EVIDENCE_OF_A_WORK: &str = "citation_title citation_author citation_authors citation_doi dc.title dc.creator \
    dc.creator.personalname doi dcterms.title eprints.title ld.title z.title micro.title ojs.title ojs2.title ojs.citation \
    article.published_time";

/// Reads the record of the article that a page is about.
///
/// Of a page without article metadata it has the title and the address, and a warning says so.
pub fn item(page: &Page, languages: Languages<'_>) -> ReadResult {
    let metadata = Metadata::from_page(page);
    let mut tags = Vec::new();
    for candidate in metadata.candidates(Variable::Language) {
        tags.push(candidate.text);
    }
    let context = Context::new(languages, tags);
    let mut result = ReadResult::new(item_type::item_type(&metadata, &context));
    let shared = metadata.first("og.type").eq_ignore_ascii_case("article") && metadata.has("og.title");
    let found = shared || metadata.has(EVIDENCE_OF_A_WORK);
    let citation = PageCitation::from_metadata(&metadata);
    title::read(&metadata, &citation, &mut result);
    identifiers::read_url(&metadata, &mut result);
    if !found {
        result.warn("", "No article metadata was found on this page.", &[]);
        result.item.item_type = ItemType::Webpage;
        return result;
    }
    for candidate in metadata.candidates(Variable::Language) {
        result.sources.languages.push(candidate.text.to_owned());
    }
    names::read(&metadata, &citation, &context, &mut result);
    texts::read(&metadata, &mut result);
    identifiers::read(&metadata, &mut result);
    match result.item.item_type {
        ItemType::Thesis => result.fill(Variable::Genre, item_type::genre(&metadata, &context)),
        // Only what appears in parts has an ISSN.
        ItemType::Document if result.item.has(Variable::Issn) => {
            result.item.item_type = ItemType::ArticleJournal
        }
        ItemType::Document => result.item.item_type = ItemType::Article,
        _ => {}
    }
    container::read(&metadata, &context, &mut result);
    dates(&metadata, &context, &mut result);
    pages::read(&metadata, &mut result);
    visible_fields::read(&metadata, &context, &mut result);
    conflicts::warn(&metadata, &mut result);
    result
}

/// Reads the date of issue and the date of appearance online.
fn dates(metadata: &Metadata<'_>, context: &Context<'_>, result: &mut ReadResult) {
    for variable in [Variable::Issued, Variable::AvailableDate] {
        let candidates = metadata.candidates(variable);
        let found = candidates
            .iter()
            .find_map(|candidate| Some((candidate.text, date::read_in(candidate.text, context)?)));
        if let Some((text, date)) = found {
            let date = day_order::resolve(metadata, &candidates, text, date, result);
            result.item.set(variable, date);
        } else if let Some(candidate) = candidates.first() {
            result.warn(variable.word(), "“{}” is no date that could be read.", &[candidate.text]);
        }
    }
    // A date online is of use only where it differs from the date of issue.
    if result.item.date(Variable::AvailableDate) == result.item.date(Variable::Issued) {
        result.item.remove(Variable::AvailableDate);
    }
}
