//! What the two forms share.

use crate::item::{Date, Item, Warning};
use crate::prelude::*;
use crate::read::values;
use crate::references::phrases::date::year_with_suffix;
use crate::references::reference::Reference;
use crate::references::sentences::{keeps_dot, last_word};
use crate::vocabulary::{ItemType, Variable};

/// Keys and the variables of their values.
const KEYS: &[(&str, Variable)] = &[
    ("citation_title", Variable::Title),
    ("citation_journal_title", Variable::ContainerTitle),
    ("citation_inbook_title", Variable::ContainerTitle),
    ("citation_book_title", Variable::ContainerTitle),
    ("citation_conference_title", Variable::ContainerTitle),
    ("citation_conference", Variable::ContainerTitle),
    ("citation_journal_abbrev", Variable::ContainerTitleShort),
    ("citation_volume", Variable::Volume),
    ("citation_issue", Variable::Issue),
    ("citation_doi", Variable::Doi),
    ("citation_publisher", Variable::Publisher),
    ("citation_isbn", Variable::Isbn),
    ("citation_issn", Variable::Issn),
    ("citation_pmid", Variable::Pmid),
    ("citation_pmcid", Variable::Pmcid),
    ("citation_fulltext_html_url", Variable::Url),
    ("citation_url", Variable::Url),
    ("citation_public_url", Variable::Url),
    ("citation_edition", Variable::Edition),
    ("citation_technical_report_number", Variable::Number),
    ("citation_article_number", Variable::Number),
    ("citation_series_title", Variable::CollectionTitle),
    ("citation_dissertation_institution", Variable::Publisher),
    ("citation_technical_report_institution", Variable::Publisher),
    ("citation_patent_number", Variable::Number),
    ("rft.atitle", Variable::Title),
    ("rft.jtitle", Variable::ContainerTitle),
    ("rft.stitle", Variable::ContainerTitleShort),
    ("rft.volume", Variable::Volume),
    ("rft.issue", Variable::Issue),
    ("rft.issn", Variable::Issn),
    ("rft.isbn", Variable::Isbn),
    ("rft.pub", Variable::Publisher),
    ("rft.place", Variable::PublisherPlace),
    ("rft.edition", Variable::Edition),
    ("rft.artnum", Variable::Number),
    ("rft.series", Variable::CollectionTitle),
    ("rft.inst", Variable::Publisher),
];

/// The variable of a key's value.
pub(super) fn variable(key: &str) -> Option<Variable> {
    KEYS.iter().find(|row| row.0 == key).map(|row| row.1)
}

/// A value as its variable has it: a title without the dot of the sentence.
pub(super) fn plain_value(variable: Variable, value: &str) -> &str {
    let value = value.trim();
    if !matches!(variable, Variable::Title | Variable::ContainerTitle) {
        return value;
    }
    let bare = value.trim_end_matches('.');
    let abbreviated = keeps_dot(last_word(bare)) && !value.contains("..")
        || variable == Variable::ContainerTitle && bare.contains('.');
    if abbreviated { value } else { bare }
}

/// Sets the date of a work that has none yet.
pub(super) fn set_date(item: &mut Item, value: &str) {
    if item.has(Variable::Issued) {
        return;
    }
    if let Some((year, suffix)) = year_with_suffix(value) {
        item.set(Variable::Issued, Date::year(year));
        item.set(Variable::YearSuffix, suffix);
    } else if let Some(date) = values::date(value) {
        item.set(Variable::Issued, date);
    }
}

/// Sets pages, a page or the number of an article.
pub(super) fn set_pages(item: &mut Item, pages: &str) {
    item.set(values::page_variable(pages), pages);
}

/// Sets pages from the first and the last.
pub(super) fn set_page_range(item: &mut Item, first: &str, last: &str) {
    if last.is_empty() || first == last {
        set_pages(item, first);
    } else {
        item.set(Variable::Page, format!("{first}-{last}"));
    }
}

/// The type by the variables that have a value.
pub(super) fn type_by_fields(item: &Item) -> ItemType {
    let has = |variable: Variable| item.has(variable);
    let numbered = has(Variable::Volume) || has(Variable::Issue) || has(Variable::Issn);
    if has(Variable::ContainerTitle) {
        if numbered { ItemType::ArticleJournal } else { ItemType::Chapter }
    } else if has(Variable::Publisher) || has(Variable::Isbn) {
        ItemType::Book
    } else {
        ItemType::Document
    }
}

/// The reference of a record. Its fields are explicit and nothing was guessed, so the type needs no warning.
pub(super) fn reference(raw: &str, item: Item) -> Reference {
    let mut reference = Reference::new(raw, item, Vec::new());
    reference.warnings.retain(|warning: &Warning| warning.field != "type");
    reference.sure = reference.warnings.is_empty();
    reference
}
