//! Spellings of variables and types in records, other than those of CSL.

use crate::item::Warning;
use crate::prelude::*;
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// Spellings that CSL-JSON had before version 1.0.2; they give no warning.
const OLD: &str = "journalAbbreviation=container-title-short|shortTitle=title-short";

/// Names of other formats and registries; the first that a record has counts.
const FOREIGN: &str = "short-container-title=container-title-short|journal=container-title|booktitle=container-title|\
    pages=page|article-number=number|published-print=issued|published-online=issued|published=issued|\
    year=issued|date=issued|keywords=keyword|license-url=license";

/// Keys without a value that a citation needs, or that mark the format itself.
pub(super) const SILENT: &str = "schema multi system_id";

/// The variable of a key that is not in CSL's spelling.
pub(super) fn variable(key: &str) -> Option<Variable> {
    let listed = text::table_get(OLD, key).or_else(|| text::table_get(FOREIGN, key));
    listed.and_then(Variable::from_word).or_else(|| {
        // CSL's own words in another spelling: `doi`, `Container_Title`, `event title`.
        let plain = fold(key);
        Variable::ALL.iter().copied().find(|variable| fold(variable.word()) == plain)
    })
}

/// Whether a key is a spelling of older CSL-JSON.
pub(super) fn is_old_spelling(key: &str) -> bool {
    text::table_get(OLD, key).is_some()
}

/// Types by their names in CSL 1.0.1, Crossref, DataCite, BibTeX and schema.org, folded by [`fold`].
const TYPES: &str = "journal-article=article-journal|scholarlyarticle=article-journal|journalarticle=article-journal|\
    magazine-article=article-magazine|newspaper-article=article-newspaper|newsarticle=article-newspaper|\
    posted-content=article|preprint=article|book-chapter=chapter|book-section=chapter|book-part=chapter|\
    incollection=chapter|inbook=chapter|monograph=book|edited-book=book|reference-book=book|\
    book-series=book|proceedings=book|proceedings-article=paper-conference|\
    conference-paper=paper-conference|inproceedings=paper-conference|reference-entry=entry|\
    data-set=dataset|dissertation=thesis|phdthesis=thesis|mastersthesis=thesis|techreport=report|\
    report-component=report|peer-review=review|blog-post=post-weblog|blogposting=post-weblog|\
    web-page=webpage|website=webpage|online=webpage|film=motion_picture|video=motion_picture|\
    computer-program=software|misc=document|other=document";

/// The type of a record's word; `document`, with a warning, where there is none.
pub(super) fn item_type(word: &str, warnings: &mut Vec<Warning>) -> ItemType {
    if let Some(found) = ItemType::from_word(word) {
        return found;
    }
    let plain = fold(word);
    let own = ItemType::ALL.iter().copied().find(|known| fold(known.word()) == plain);
    let near = own.or_else(|| text::table_get(TYPES, &plain).and_then(ItemType::from_word));
    let found = near.unwrap_or(ItemType::Document);
    let sentence = "CSL has no type “{}”; it was read as “{}”.";
    Warning::add(warnings, "type", sentence, &[word, found.word()]);
    found
}

/// A word in lower case, with `-` for blanks and underscores.
fn fold(word: &str) -> String {
    word.trim()
        .chars()
        .map(|c| if c == '_' || c == ' ' { '-' } else { c.to_ascii_lowercase() })
        .collect_string()
}
