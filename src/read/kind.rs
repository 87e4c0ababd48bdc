//! The type of work that a page is about.

use crate::read::tags::Facts;
use crate::text;
use crate::vocabulary::ItemType;

/// Tags that only one type of work has, the most telling first.
const BY_TAG: &str = "citation_dissertation_institution=thesis|citation_dissertation_name=thesis|\
    citation_technical_report_institution=report|citation_technical_report_number=report|\
    citation_conference_title=paper-conference|citation_conference=paper-conference|\
    citation_inbook_title=chapter|citation_book_title=chapter|citation_journal_title=article-journal";

/// Words in `DC.Type` and the type they mean, more special words first.
const BY_WORD: &str = "thesis=thesis|dissertation=thesis|preprint=article|conference=paper-conference|\
    proceedings=paper-conference|dataset=dataset|software=software|chapter=chapter|inbook=chapter|\
    journal=article-journal|article=article-journal|report=report|working paper=report|book=book|\
    image=graphic";

/// The type by the tags that only one type has, else by `DC.Type`, else an article in a journal where the page is a
/// journal's, else an article that appeared on its own.
pub(crate) fn item_type(facts: &Facts<'_>) -> ItemType {
    if let Some((_, word)) = text::rows(BY_TAG).find(|row| facts.has(row.0)) {
        return known(word);
    }
    let mut words = facts.tag("dc.type").chain(facts.tag("dcterms.type")).map(|fact| text::lower(fact.text));
    if let Some(found) = words.find_map(|word| text::rows(BY_WORD).find(|row| text::contains(&word, row.0))) {
        return known(found.1);
    }
    if facts.has_prefix("ojs") || facts.has("citation_issn") || facts.has("citation_volume") {
        return ItemType::ArticleJournal;
    }
    ItemType::Article
}

fn known(word: &str) -> ItemType {
    ItemType::from_word(word).unwrap_or(ItemType::Article)
}
