//! What stands behind the title of a work without numbers, and the type that it tells.

use super::draft::{Draft, READ, unwrapped};
use super::imprint::{place_and_publisher, publisher, without_imprint};
use super::{names, segments, words};
use crate::prelude::*;
use crate::text::{self, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// The words behind the title of a work that stands by itself.
pub(super) fn behind_title(draft: &mut Draft, rest: &str, quoted: bool) {
    let words: Vec<&str> = rest
        .split(READ)
        .map(unwrapped)
        .filter(|piece| piece.contains(char::is_letter_or_number))
        .collect_vec();
    let whole = words.first().copied().unwrap_or("");
    if whole.is_empty() {
        settle_type(draft, "");
        return;
    }
    if quoted && let Some((container, imprint)) = book_and_imprint(whole) {
        draft.fill(Variable::ContainerTitle, container);
        publisher(draft, imprint);
        settle_type(draft, container);
        return;
    }
    let addressed = draft.item.get(Variable::Url).is_some();
    let dayed =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.month > 0);
    let doi = draft.item.get(Variable::Doi).is_some();
    let toms = matches!(draft.item.item_type, ItemType::Software | ItemType::Dataset);
    let coming = draft.item.get(Variable::Status).is_some()
        && !words::is_press(whole)
        && place_and_publisher(whole).is_none();
    let preprint = list_contains(
        "arxiv biorxiv medrxiv psyarxiv socarxiv chemrxiv ssrn preprints.org",
        &text::to_lowercase(whole),
    );
    let container = coming
        || doi && words::is_journal(whole)
        || words::is_newspaper(whole)
        || words::is_magazine(whole) && dayed
        || quoted && !words::is_press(whole) && place_and_publisher(whole).is_none()
        || addressed && !words::is_press(whole) && place_and_publisher(whole).is_none()
        || words::is_meeting(whole) && quoted;
    if preprint {
        draft.fill(Variable::Publisher, whole);
        draft.item.item_type = ItemType::Article;
        return;
    }
    if !container || toms || draft.item.item_type == ItemType::Report {
        let named = words.iter().copied().find(|piece| words::is_press(piece));
        publisher(draft, named.unwrap_or(whole));
        settle_type(draft, "");
        return;
    }
    let whole = whole.trim_start_matches("in ").trim_start_matches("In ").to_owned();
    let sentences = segments::sentences(&whole, true);
    let name = sentences.first().and_then(|first| whole.get(first.0..first.1)).unwrap_or(&whole);
    let (name, imprint) = without_imprint(name);
    draft.fill(Variable::ContainerTitle, name);
    if !imprint.is_empty() {
        publisher(draft, imprint);
    } else if let Some(next) =
        words.get(1).copied().or_else(|| sentences.get(1).and_then(|next| whole.get(next.0..next.1)))
    {
        publisher(draft, next);
    }
    settle_type(draft, name);
}

/// The book around a quoted title and its publisher, in sentences of their own: `Simians, Cyborgs and Women. New York:
/// Routledge`.
fn book_and_imprint(text: &str) -> Option<(&str, &str)> {
    let sentences = segments::sentences(text, true);
    let [first, .., last] = sentences.as_slice() else { return None };
    let before = sentences.get(sentences.len().checked_sub(2)?)?;
    let imprint = text.get(last.0..last.1)?;
    let fits = place_and_publisher(imprint).is_some() || words::is_press(imprint);
    fits.then_some((text.get(first.0..before.1)?, imprint))
}

/// The type of a work that no "In" and no number tells.
pub(super) fn settle_type(draft: &mut Draft, container: &str) {
    let kept = !matches!(draft.item.item_type, ItemType::Document);
    if kept {
        return;
    }
    let has = |variable: Variable| draft.item.get(variable).is_some();
    let dayed =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.month > 0);
    let published = draft.item.text(Variable::Publisher).unwrap_or("");
    let numbered = draft
        .item
        .text(Variable::Number)
        .is_some_and(|number| number.to_ascii_lowercase().starts_with("arxiv"));
    let edited = !draft.item.names(Variable::Editor).is_empty();
    let report = draft
        .item
        .text(Variable::Title)
        .is_some_and(|title| text::to_lowercase(title).split([' ', ':']).any(|word| word == "report"));
    let organised = draft.item.names(Variable::Author).first().is_some_and(|name| !name.literal.is_empty());
    draft.item.item_type = if numbered {
        ItemType::Article
    } else if container.is_empty() && report && organised {
        ItemType::Report
    } else if !container.is_empty() && has(Variable::Status) {
        ItemType::ArticleJournal
    } else if words::is_newspaper(container) {
        ItemType::ArticleNewspaper
    } else if words::is_magazine(container) && dayed {
        ItemType::ArticleMagazine
    } else if !container.is_empty() && words::is_meeting(container) {
        ItemType::PaperConference
    } else if !container.is_empty() && (has(Variable::Publisher) || edited) {
        ItemType::Chapter
    } else if !container.is_empty()
        && has(Variable::Doi)
        && (!has(Variable::Url) || words::is_journal(container))
    {
        ItemType::ArticleJournal
    } else if !container.is_empty() && has(Variable::Url) {
        ItemType::Webpage
    } else if !container.is_empty() && words::is_journal(container) {
        ItemType::ArticleJournal
    } else if published.is_empty() && has(Variable::PublisherPlace) {
        ItemType::Book
    } else if !published.is_empty() {
        published_type(draft, published, dayed)
    } else if has(Variable::Url) && !has(Variable::Isbn) && !has(Variable::Edition) {
        ItemType::Webpage
    } else if has(Variable::Edition) || has(Variable::Isbn) || has(Variable::NumberOfPages) {
        ItemType::Book
    } else {
        ItemType::Document
    };
}

/// A publisher makes a book; an organisation that is none makes a report, or a page where there is an address and a day.
fn published_type(draft: &Draft, published: &str, dayed: bool) -> ItemType {
    let corporate = names::is_corporate(published) && !words::is_press(published)
        || published.len() < 7 && published.chars().all(char::is_uppercase_letter);
    let edited = !draft.item.names(Variable::Editor).is_empty();
    let addressed = draft.item.get(Variable::Url).is_some();
    let looked_up = draft.item.get(Variable::Accessed).is_some() && !words::is_press(published);
    if edited {
        ItemType::Book
    } else if addressed && (dayed || looked_up) {
        ItemType::Webpage
    } else if corporate
        && draft.item.get(Variable::Isbn).is_none()
        && draft.item.get(Variable::Edition).is_none()
    {
        ItemType::Report
    } else {
        ItemType::Book
    }
}
