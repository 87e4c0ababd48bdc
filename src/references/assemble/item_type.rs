//! The type of the work, by its layout and the fields that were found.

use super::layout::Layout;
use crate::item::{DateParts, Item};
use crate::prelude::*;
use crate::references::lexicon::containers::{
    is_journal, is_magazine, is_newspaper, is_proceedings, is_society_journal, reference_entry,
};
use crate::references::lexicon::organisations::is_organisation;
use crate::references::lexicon::publishers::is_publisher;
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// Settles the type once all claims are accepted.
pub(super) fn settle(item: &mut Item, layout: Layout) {
    match layout {
        Layout::Contained { numbered } => {
            item.item_type = contained_type(item, numbered);
            pages_without_label(item);
        }
        Layout::Separate if item.item_type == ItemType::Document => item.item_type = separate_type(item),
        Layout::Separate | Layout::Article | Layout::Thesis => {}
    }
}

/// The first day of issue.
fn issued(item: &Item) -> Option<DateParts> {
    item.date(Variable::Issued).and_then(|date| date.start)
}

/// The type of a work in a container whose numbers follow.
pub(super) fn article_type(item: &Item, container: &str) -> ItemType {
    let has_volume = item.has(Variable::Volume);
    let has_day = issued(item).is_some_and(|start| start.day > 0);
    let has_month = issued(item).is_some_and(|start| start.month > 0);
    if is_proceedings(container) && !is_society_journal(container) && !has_volume {
        ItemType::PaperConference
    } else if is_newspaper(container) && (!has_volume || has_day) {
        ItemType::ArticleNewspaper
    } else if is_magazine(container) && (has_day || has_month || container.contains("Magazine")) {
        ItemType::ArticleMagazine
    } else {
        ItemType::ArticleJournal
    }
}

/// The type of a work inside another that "In" announces.
fn contained_type(item: &Item, numbered: bool) -> ItemType {
    let container = item.text(Variable::ContainerTitle).unwrap_or("");
    let published = item.has(Variable::Publisher) || item.has(Variable::Editor);
    if is_proceedings(container) && (!is_society_journal(container) || !numbered) {
        ItemType::PaperConference
    } else if let Some(entry) = reference_entry(container) {
        entry
    } else if numbered && !published {
        ItemType::ArticleJournal
    } else {
        ItemType::Chapter
    }
}

/// In a book the number in the place of pages is a page and no article's.
fn pages_without_label(item: &mut Item) {
    if item.item_type == ItemType::ArticleJournal || item.has(Variable::Page) {
        return;
    }
    let number = item.text(Variable::Number).filter(|number| number.bytes().all(|b| b.is_ascii_digit()));
    if let Some(number) = number.map(str::to_owned) {
        item.remove(Variable::Number);
        item.set(Variable::Page, number);
    }
}

/// The type of a work that neither "In" nor numbers show.
fn separate_type(item: &Item) -> ItemType {
    let preprint =
        item.text(Variable::Number).is_some_and(|number| number.to_ascii_lowercase().starts_with("arxiv"));
    if preprint {
        return ItemType::Article;
    }
    if let Some(container) = item.text(Variable::ContainerTitle) {
        return inside_type(item, container);
    }
    if is_organisations_report(item) { ItemType::Report } else { bare_type(item) }
}

/// The type by the fields of the work itself.
fn bare_type(item: &Item) -> ItemType {
    let has = |variable: Variable| item.has(variable);
    if let Some(publisher) = item.text(Variable::Publisher) {
        published_type(item, publisher)
    } else if has(Variable::PublisherPlace) {
        ItemType::Book
    } else if has(Variable::Url) && !has(Variable::Isbn) && !has(Variable::Edition) {
        ItemType::Webpage
    } else if has(Variable::Edition) || has(Variable::Isbn) || has(Variable::NumberOfPages) {
        ItemType::Book
    } else {
        ItemType::Document
    }
}

/// The type of a work in a container, by that and by how it was published.
fn inside_type(item: &Item, container: &str) -> ItemType {
    let has = |variable: Variable| item.has(variable);
    let has_month = issued(item).is_some_and(|start| start.month > 0);
    if has(Variable::Status) {
        ItemType::ArticleJournal
    } else if is_newspaper(container) {
        ItemType::ArticleNewspaper
    } else if is_magazine(container) && has_month {
        ItemType::ArticleMagazine
    } else if is_proceedings(container) {
        ItemType::PaperConference
    } else if has(Variable::Publisher) || has(Variable::Editor) {
        ItemType::Chapter
    } else if has(Variable::Doi) && (!has(Variable::Url) || is_journal(container)) {
        ItemType::ArticleJournal
    } else if has(Variable::Url) {
        ItemType::Webpage
    } else if is_journal(container) {
        ItemType::ArticleJournal
    } else {
        bare_type(item)
    }
}

/// Whether an organisation is the author of what calls itself a report.
fn is_organisations_report(item: &Item) -> bool {
    let names_report = |title: &str| text::to_lowercase(title).split([' ', ':']).any(|word| word == "report");
    item.text(Variable::Title).is_some_and(names_report)
        && item.names(Variable::Author).first().is_some_and(|name| !name.literal.is_empty())
}

/// A publisher makes a book; an organisation that is none makes a report, or a page where there is an address and a
/// day.
fn published_type(item: &Item, publisher: &str) -> ItemType {
    let has = |variable: Variable| item.has(variable);
    let has_month = issued(item).is_some_and(|start| start.month > 0);
    let acronym = publisher.len() < 7 && publisher.chars().all(char::is_uppercase_letter);
    let organisation = is_organisation(publisher) && !is_publisher(publisher) || acronym;
    let looked_up = has(Variable::Accessed) && !is_publisher(publisher);
    if has(Variable::Editor) {
        ItemType::Book
    } else if has(Variable::Url) && (has_month || looked_up) {
        ItemType::Webpage
    } else if organisation && !has(Variable::Isbn) && !has(Variable::Edition) {
        ItemType::Report
    } else {
        ItemType::Book
    }
}
