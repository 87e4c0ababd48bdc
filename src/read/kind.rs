//! The type of work that a page is about.

use crate::read::tags::Facts;
use crate::text;
use crate::vocabulary::ItemType;

/// Tags that only one type of work has, the most telling first.
const BY_TAG: &[(&str, ItemType)] = &[
    ("citation_dissertation_institution", ItemType::Thesis),
    ("citation_dissertation_name", ItemType::Thesis),
    ("citation_technical_report_institution", ItemType::Report),
    ("citation_technical_report_number", ItemType::Report),
    ("citation_conference_title", ItemType::PaperConference),
    ("citation_conference", ItemType::PaperConference),
    ("citation_inbook_title", ItemType::Chapter),
    ("citation_book_title", ItemType::Chapter),
    ("citation_journal_title", ItemType::ArticleJournal),
];

/// Words in `DC.Type` and the type they mean, more special words first.
const BY_WORD: &[(&str, ItemType)] = &[
    ("thesis", ItemType::Thesis),
    ("dissertation", ItemType::Thesis),
    ("preprint", ItemType::Article),
    ("conference", ItemType::PaperConference),
    ("proceedings", ItemType::PaperConference),
    ("dataset", ItemType::Dataset),
    ("software", ItemType::Software),
    ("chapter", ItemType::Chapter),
    ("inbook", ItemType::Chapter),
    ("journal", ItemType::ArticleJournal),
    ("article", ItemType::ArticleJournal),
    ("report", ItemType::Report),
    ("working paper", ItemType::Report),
    ("book", ItemType::Book),
    ("image", ItemType::Graphic),
];

/// The type by the tags that only one type has, else by `DC.Type`, else an article in a journal where the page is a
/// journal's, else an article that appeared on its own.
pub(crate) fn item_type(facts: &Facts<'_>) -> ItemType {
    if let Some(row) = BY_TAG.iter().find(|row| facts.has(row.0)) {
        return row.1;
    }
    let mut words = facts.tag("dc.type").chain(facts.tag("dcterms.type")).map(|fact| text::lower(fact.text));
    if let Some(found) = words.find_map(|text| BY_WORD.iter().find(|row| text.contains(row.0))) {
        return found.1;
    }
    if facts.has_prefix("ojs") || facts.has("citation_issn") || facts.has("citation_volume") {
        return ItemType::ArticleJournal;
    }
    ItemType::Article
}
