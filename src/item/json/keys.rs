//! The spellings of variables and types that records have beside CSL's own.

use super::doubt;
use crate::item::Doubt;
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

/// Spellings that CSL-JSON had before version 1.0.2; they are read without a word.
const OLD: &[(&str, Variable)] =
    &[("journalAbbreviation", Variable::ContainerTitleShort), ("shortTitle", Variable::TitleShort)];

/// Names that other formats and registries use; the first that a record has counts.
const FOREIGN: &[(&str, Variable)] = &[
    ("short-container-title", Variable::ContainerTitleShort),
    ("journal", Variable::ContainerTitle),
    ("booktitle", Variable::ContainerTitle),
    ("pages", Variable::Page),
    ("article-number", Variable::Number),
    ("published-print", Variable::Issued),
    ("published-online", Variable::Issued),
    ("published", Variable::Issued),
    ("year", Variable::Issued),
    ("date", Variable::Issued),
    ("keywords", Variable::Keyword),
    ("license-url", Variable::License),
];

/// Keys that hold nothing a citation needs, or mark the format itself.
pub(super) const SILENT: &[&str] = &["schema", "multi", "system_id"];

/// The variable that a key means which is none by CSL's spelling.
pub(super) fn variable(key: &str) -> Option<Variable> {
    let listed = OLD.iter().chain(FOREIGN).find(|(word, _)| *word == key);
    listed.map(|(_, variable)| *variable).or_else(|| {
        // `doi`, `Container_Title`, `event title`: CSL's own words in another dress.
        let plain = fold(key);
        Variable::ALL.iter().copied().find(|variable| fold(variable.word()) == plain)
    })
}

/// Whether a key is a spelling that older CSL-JSON sanctions.
pub(super) fn is_old_spelling(key: &str) -> bool {
    OLD.iter().any(|(word, _)| *word == key)
}

/// Types by the names that CSL 1.0.1, Crossref, DataCite, BibTeX and schema.org have for them, folded.
const TYPES: &[(&str, ItemType)] = &[
    ("journal-article", ItemType::ArticleJournal),
    ("scholarlyarticle", ItemType::ArticleJournal),
    ("journalarticle", ItemType::ArticleJournal),
    ("magazine-article", ItemType::ArticleMagazine),
    ("newspaper-article", ItemType::ArticleNewspaper),
    ("newsarticle", ItemType::ArticleNewspaper),
    ("posted-content", ItemType::Article),
    ("preprint", ItemType::Article),
    ("book-chapter", ItemType::Chapter),
    ("book-section", ItemType::Chapter),
    ("book-part", ItemType::Chapter),
    ("incollection", ItemType::Chapter),
    ("inbook", ItemType::Chapter),
    ("monograph", ItemType::Book),
    ("edited-book", ItemType::Book),
    ("reference-book", ItemType::Book),
    ("book-series", ItemType::Book),
    ("proceedings", ItemType::Book),
    ("proceedings-article", ItemType::PaperConference),
    ("conference-paper", ItemType::PaperConference),
    ("inproceedings", ItemType::PaperConference),
    ("reference-entry", ItemType::Entry),
    ("data-set", ItemType::Dataset),
    ("dissertation", ItemType::Thesis),
    ("phdthesis", ItemType::Thesis),
    ("mastersthesis", ItemType::Thesis),
    ("techreport", ItemType::Report),
    ("report-component", ItemType::Report),
    ("peer-review", ItemType::Review),
    ("blog-post", ItemType::PostWeblog),
    ("blogposting", ItemType::PostWeblog),
    ("web-page", ItemType::Webpage),
    ("website", ItemType::Webpage),
    ("online", ItemType::Webpage),
    ("film", ItemType::MotionPicture),
    ("video", ItemType::MotionPicture),
    ("computer-program", ItemType::Software),
    ("misc", ItemType::Document),
    ("other", ItemType::Document),
];

/// The type that a record's word means; `document`, with a doubt, where it means none.
pub(super) fn item_type(word: &str, doubts: &mut Vec<Doubt>) -> ItemType {
    if let Some(found) = ItemType::from_word(word) {
        return found;
    }
    let plain = fold(word);
    let own = ItemType::ALL.iter().copied().find(|known| fold(known.word()) == plain);
    let near = own.or_else(|| TYPES.iter().find(|(near, _)| *near == plain).map(|(_, known)| *known));
    let found = near.unwrap_or(ItemType::Document);
    doubt(doubts, "type", &["CSL has no type “", word, "”; it was read as “", found.word(), "”."]);
    found
}

/// A word in lower case, with `-` for every joint.
fn fold(word: &str) -> String {
    word.trim().chars().map(|c| if c == '_' || c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}
