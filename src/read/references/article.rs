//! An article: title, then container, then numbers.

use super::draft::{Draft, READ, unwrapped};
use super::imprint::{looks_like_place, place_and_publisher, without_imprint};
use super::work::{Span, clean_title, pieces};
use super::{segments, words};
use crate::prelude::*;
use crate::text::{self};
use crate::vocabulary::{ItemType, Variable};

/// Whether a publisher stands among the words behind a quoted title: then the work is part of a book.
pub(super) fn has_imprint(draft: &Draft, from: usize, end: usize) -> bool {
    let volume = draft.item.get(Variable::Volume).is_some() || draft.item.get(Variable::Issue).is_some();
    let pieces = pieces(draft, from, end);
    let edited =
        !draft.item.names(Variable::Editor).is_empty() || !draft.item.names(Variable::Translator).is_empty();
    let last = pieces.last().map_or("", |last| draft.slice(last.0, last.1));
    let (_, comma) = without_imprint(last);
    !volume && (edited || pieces.len() > 1 && words::is_press(last) || !comma.is_empty())
}

/// Whether the words before the numbers end in place and publisher: `New York: Vintage`.
pub(super) fn ends_in_imprint(draft: &Draft, from: usize, end: usize) -> bool {
    let pieces = pieces(draft, from, end);
    let last = pieces.last().map_or("", |last| draft.slice(last.0, last.1));
    pieces.len() > 1
        && place_and_publisher(last).is_some_and(|named| words::is_city(named.0) || words::is_press(named.1))
}

/// An article: title, container, numbers.
pub(super) fn article(draft: &mut Draft, from: usize, end: usize, titled: bool) {
    let head_end = from + draft.slice(from, end).trim_end_matches([' ', ',', '.', ';', ':', '(', READ]).len();
    let (title, container) = if titled {
        (None, Some(container_behind_quote(draft, from, head_end)))
    } else {
        article_parts(draft, from, head_end)
    };
    if let Some(title) = title {
        let words = clean_title(draft.slice(title.0, title.1).split(READ).next().unwrap_or("")).to_owned();
        draft.fill(Variable::Title, &words);
    }
    let container = container
        .map(|span| unwrapped(last_unread(draft.slice(span.0, span.1))).to_owned())
        .unwrap_or_default();
    let container = without_city(draft, container.trim_start_matches("In: "), end);
    draft.fill(Variable::ContainerTitle, with_dot(draft, &container, head_end).as_str());
    draft.item.item_type = article_type(draft, &container);
    if container.is_empty() {
        draft.warning(Variable::ContainerTitle, "Which journal the numbers belong to was not found.");
    }
}

/// Brazil's standard (NBR 6023) puts the place behind the journal: `Ciência e Cultura, São Paulo, v. 24, n. 9`.
fn without_city(draft: &mut Draft, container: &str, end: usize) -> String {
    let labelled =
        draft.text.get(end..).is_some_and(|rest| rest.trim_start_matches([',', ' ']).starts_with("v. "));
    match container.rsplit_once(", ") {
        Some((name, city)) if labelled && looks_like_place(city) => {
            draft.fill(Variable::PublisherPlace, city);
            name.to_owned()
        }
        _ => container.to_owned(),
    }
}

/// The last stretch that was not read; the first is the title's.
fn last_unread(text: &str) -> &str {
    text.rsplit(READ).find(|piece| piece.contains(char::is_letter)).unwrap_or(text)
}

/// A container cut down keeps the dot that `bare` and the numbers took: `Phys. Rev. Lett.`
fn with_dot(draft: &Draft, container: &str, end: usize) -> String {
    let dotted =
        draft.text.get(end..).is_some_and(|rest| rest.starts_with('.')) && container.contains_char('.');
    let word = segments::last_word(container);
    if dotted
        && !container.ends_with('.')
        && !container.is_empty()
        && (segments::keeps_dot(word) || container.split(' ').filter(|word| word.ends_with('.')).count() > 0)
    {
        text::concat(&[container, "."])
    } else {
        container.to_owned()
    }
}

/// The container behind a quoted title, without "in" in front of it and what stands in later sentences.
fn container_behind_quote(draft: &Draft, from: usize, end: usize) -> Span {
    let text = draft.slice(from, end);
    let lead = text.len() - text.trim_start_matches([' ', ',', '.', ';', ':', '”', '"', ')']).len();
    let text = text.get(lead..).unwrap_or("");
    let word = ["in ", "In ", "in: ", "In: "]
        .iter()
        .find(|word| text.starts_with(**word))
        .map_or(0, |word| word.len());
    (from + lead + word, end)
}

/// Title and container of an article without quotation marks.
fn article_parts(draft: &mut Draft, from: usize, end: usize) -> (Option<Span>, Option<Span>) {
    let lead = draft.slice(from, end);
    let from = from + lead.len() - lead.trim_start_matches([' ', ',', '.', ';', ':', READ]).len();
    if let Some(italic) = italic_container(draft, from, end) {
        return (Some((from, italic.0)), Some(italic));
    }
    let text = draft.slice(from, end);
    // Russia's standard (GOST R 7.0.5) parts the two by strokes.
    if let Some(at) = text::find(text, " // ") {
        return (Some((from, from + at)), Some((from + at + 4, end)));
    }
    let named = journal_behind_comma(text).filter(|_| segments::sentences(text, true).len() < 2);
    if let Some(at) = named {
        return (Some((from, from + at)), Some((from + at + 2, end)));
    }
    let mut abbreviations = text.split(' ').map(|word| word.trim_end_matches(['.', ',']));
    if abbreviations.all(|word| segments::is_cut_down(word) || word.len() < 2) {
        draft.warning(Variable::Title, "The reference gives the journal and its numbers only.");
        return (None, Some((from, end)));
    }
    for cut_down in [true, false] {
        let text = draft.slice(from, end);
        let sentences = segments::sentences(text, cut_down);
        if let [rest @ .., last] = sentences.as_slice()
            && let (Some(first), Some(before)) = (rest.first(), rest.last())
        {
            let title = (from + first.0, from + before.1);
            return (Some(title), Some((from + last.0, from + last.1)));
        }
    }
    // "… in the U.S. American Journal of Public Health": the dot of the abbreviation ended the sentence too.
    let text = draft.slice(from, end);
    let dotted = text::match_indices(text, ". ").into_iter().rev().find(|at| {
        let after = text.get(at + 2..).unwrap_or("");
        words::is_journal(after) && after.starts_with(char::is_uppercase_letter)
    });
    if let Some(at) = dotted {
        return (Some((from, from + at + 1)), Some((from + at + 2, end)));
    }
    let comma = comma_before_container(text);
    if let Some(at) = comma {
        draft.warning(
            Variable::ContainerTitle,
            "Only a comma parts the title from the journal, so where it ends is a guess.",
        );
        return (Some((from, from + at)), Some((from + at + 2, end)));
    }
    // Only one sentence: numbers of a journal without a title, or a title that ends in numbers.
    if words::is_journal(text) || segments::is_cut_down(text.split([' ', '.']).next().unwrap_or("")) {
        draft.warning(Variable::Title, "No title was found: the words before the numbers name a journal.");
        return (None, Some((from, end)));
    }
    (Some((from, end)), None)
}

/// The last comma behind which the name of a journal begins.
fn journal_behind_comma(text: &str) -> Option<usize> {
    let places = text::match_indices(text, ", ");
    let journal = |at: &usize| {
        let after = text.get(*at + 2..).unwrap_or("");
        let part = after.split(", ").next().unwrap_or("");
        let first = part.split([' ', '.']).next().unwrap_or("");
        let cut_down = segments::is_cut_down(first)
            && part.get(first.len()..).is_some_and(|rest| rest.starts_with(['.', ' ']));
        after.starts_with(char::is_uppercase_letter)
            && (cut_down || words::is_journal(part) || words::is_meeting(part))
    };
    places.into_iter().rev().find(journal)
}

/// The last comma before a capital: where title and journal part if nothing better tells.
fn comma_before_container(text: &str) -> Option<usize> {
    let capital =
        |at: &usize| text.get(*at + 2..).is_some_and(|after| after.starts_with(char::is_uppercase_letter));
    text::match_indices(text, ", ").into_iter().rev().find(capital)
}

/// The italics that end where the numbers begin and leave words for a title.
fn italic_container(draft: &Draft, from: usize, end: usize) -> Option<Span> {
    let near = |span: &&Span| span.1 + 3 >= end && span.0 > from + 3 && span.0 < end && span.1 <= end + 6;
    let span = draft.italics.iter().find(near)?;
    let title = draft.slice(from, span.0).chars().filter(|c| c.is_letter()).count();
    let end = span.1.min(end);
    (title > 3 && end > span.0 + 1).then_some((span.0, end))
}

fn article_type(draft: &Draft, container: &str) -> ItemType {
    if !matches!(draft.item.item_type, ItemType::Document) {
        return draft.item.item_type;
    }
    let volume = draft.item.get(Variable::Volume).is_some();
    let dayed =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.day > 0);
    let month =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.month > 0);
    if words::is_meeting(container) && !words::is_academy(container) && !volume {
        ItemType::PaperConference
    } else if words::is_newspaper(container) && (!volume || dayed) {
        ItemType::ArticleNewspaper
    } else if words::is_magazine(container) && (dayed || month || text::contains(container, "Magazine")) {
        ItemType::ArticleMagazine
    } else {
        ItemType::ArticleJournal
    }
}
