//! A work inside another that "In" announces: chapter, conference paper, entry.

use super::draft::{Draft, READ, bare, find_phrase};
use super::editors::{editors_mark, has_editors, names_before, title_and_names};
use super::imprint::{publisher, without_imprint};
use super::work::{Span, clean_title, pieces, title_from};
use super::{groups, names, segments, words};
use crate::prelude::*;
use crate::text::{self, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// Finds the word `In` that announces the work around: where it begins, and where that work's words do.
pub(super) fn marker(draft: &Draft, from: usize, end: usize, titled: bool) -> Option<(usize, usize)> {
    for word in ["in", "en", "em", "dans"] {
        let mut at = from;
        while let Some(found) = find_phrase(draft.slice(0, end), word, at) {
            at = found + word.len();
            let rest = draft.slice(at, end);
            let before = draft.slice(from, found).trim_end();
            let colon = rest.starts_with(':');
            let inside = rest.trim_start_matches([':', ' ']);
            let fresh = before.ends_with(['.', '?', '!', READ, '”', '"', '’', '\'', ';', '…', ')', ']', '»'])
                || before.is_empty() && titled
                || before.ends_with(',') && (titled || colon);
            let capital = inside.starts_with(|c: char| {
                c.is_uppercase_letter() || matches!(c, '“' | '"' | '‘' | '«' | '(') || c.is_ascii_digit()
            }) || inside.starts_with(READ)
                || inside.starts_with("de ")
                || inside.starts_with("van ");
            let written = draft.slice(found, at);
            let upper =
                written.starts_with(char::is_uppercase_letter) || titled || before.ends_with([',', ';']);
            let sure =
                word == "in" || colon || has_editors(inside) || draft.item.get(Variable::Page).is_some();
            if fresh
                && (capital || colon)
                && upper
                && sure
                && rest.starts_with([':', ' '])
                && (before.contains(char::is_letter) || titled)
            {
                return Some((found, end - inside.len()));
            }
        }
    }
    None
}

/// A work inside another: a chapter, a paper, an entry, or an article whose journal follows "In".
pub(super) fn in_container(
    draft: &mut Draft,
    from: usize,
    before: usize,
    inside: usize,
    end: usize,
    titled: bool,
    journal: bool,
) {
    let head = pieces(draft, from, before);
    title_from(draft, &head, titled, head.len());
    let mut start = inside;
    let body = draft.slice(inside, end).to_owned();
    if let Some((mark, after)) = editors_mark(&body) {
        let list = body.get(..mark).unwrap_or("");
        let whole = list.split(READ).next().unwrap_or("");
        let translators =
            body.get(mark..after).is_some_and(|mark| text::contains(&text::to_lowercase(mark), "(trans"));
        let role = if translators { Variable::Translator } else { Variable::Editor };
        // IEEE puts the editors behind the title: "in Book, A. Editor and B. Editor, Eds."
        let length = names_before(whole);
        if let Some((title, people)) = whole.split_once(';').filter(|(title, _)| !title.contains_char(',')) {
            // "In Comprehensive Organometallic Chemistry; Wilkinson, G., Stone, F. G. A., Eds.; …"
            draft.fill(Variable::ContainerTitle, bare(title));
            draft.item.set(Variable::Editor, names::read(people).names);
            start = inside + after;
        } else if length > 0 {
            let people = names::read(whole);
            draft.item.set(role, people.names);
            start = inside + after;
        } else if let Some((title, people)) = title_and_names(whole) {
            draft.fill(Variable::ContainerTitle, bare(title));
            draft.item.set(Variable::Editor, names::read(people).names);
            start = inside + after;
        }
    }
    groups::pages(draft, start);
    if !journal {
        groups::volumes(draft, start);
    }
    container_and_publisher(draft, start, end, journal);
    settle_container_type(draft, journal);
}

/// The title of the work around, and its publisher.
fn container_and_publisher(draft: &mut Draft, start: usize, end: usize, journal: bool) {
    let all: Vec<Span> = segments::sentences(draft.slice(start, end), true)
        .iter()
        .map(|span| (start + span.0, start + span.1))
        .collect_vec();
    let Some((first, rest)) = all.split_first() else { return };
    if draft.item.get(Variable::ContainerTitle).is_some() {
        let words = draft.slice(first.0, all.last().map_or(first.1, |last| last.1)).to_owned();
        publisher(draft, &words);
        return;
    }
    let mut last_of_title = *first;
    let mut rest = rest;
    // Italics tell where the title ends.
    if let Some(italic) = italics_from(draft, first.0) {
        last_of_title.1 = italic;
        while let Some((next, others)) = rest.split_first().filter(|(next, _)| next.0 < italic) {
            let _ = next;
            rest = others;
        }
    } else if rest.len() > 1 && !journal {
        // More sentences than one in front of the publisher are the title's.
        while let Some((next, others)) = rest.split_first().filter(|(next, others)| {
            !others.is_empty()
                && !words::may_publish(draft.slice(next.0, next.1))
                && gap_is_plain(draft, last_of_title.1, next.0)
        }) {
            last_of_title.1 = next.1;
            rest = others;
        }
    }
    let container = clean_title(draft.slice(first.0, last_of_title.1)).to_owned();
    let (container, comma) = without_imprint(&container);
    let (container, place) = without_venue(container);
    draft.fill(Variable::ContainerTitle, container);
    draft.fill(Variable::EventPlace, place);
    if !comma.is_empty() {
        publisher(draft, comma);
    }
    if let (Some(begin), Some(last)) = (rest.first(), rest.last()) {
        let words = draft.slice(begin.0, last.1).to_owned();
        publisher(draft, &words);
    }
}

/// Whether nothing was read between two sentences.
fn gap_is_plain(draft: &Draft, from: usize, to: usize) -> bool {
    !draft.slice(from, to).contains_char(READ)
}

/// Where the italics that begin at an offset end.
pub(super) fn italics_from(draft: &Draft, start: usize) -> Option<usize> {
    draft
        .italics
        .iter()
        .find(|span| span.0 <= start + 1 && span.1 > start + 3 && span.0 + 4 > start)
        .map(|span| span.1)
}

/// Countries, and how they are cut down, that end the place of a meeting.
pub(super) const COUNTRIES: &str = "usa u.s.a. us uk u.k. canada germany france italy spain china japan india australia austria switzerland \
    netherlands belgium sweden norway denmark finland portugal brazil mexico korea singapore greece turkey ireland poland \
    israel taiwan argentina chile colombia thailand malaysia indonesia scotland england wales hungary romania croatia \
    slovenia egypt morocco uae iceland estonia latvia lithuania czechia";

/// The name of a meeting and its place: `Proc. IEEE Conf., Las Vegas, NV, USA`.
fn without_venue(text: &str) -> (&str, &str) {
    let last = text.rsplit([',', ' ']).next().unwrap_or("");
    if !words::is_meeting(text) || !list_contains(COUNTRIES, &text::to_lowercase(last)) {
        return (text, "");
    }
    let commas = text::match_indices(text, ", ");
    let country = commas.len();
    // City and country, with a state of two letters between them or not.
    let state =
        country > 2 && commas.get(country - 2).zip(commas.last()).is_some_and(|(from, to)| to - from == 4);
    let back = if state { 3 } else { 2 };
    match country.checked_sub(back).and_then(|at| commas.get(at)) {
        Some(at) => (text.get(..*at).unwrap_or(text), text.get(at + 2..).unwrap_or("")),
        None => (text, ""),
    }
}

/// The type of a work inside another.
fn settle_container_type(draft: &mut Draft, journal: bool) {
    let container = draft.item.text(Variable::ContainerTitle).unwrap_or("").to_owned();
    let published =
        draft.item.get(Variable::Publisher).is_some() || !draft.item.names(Variable::Editor).is_empty();
    draft.item.item_type = if words::is_meeting(&container) && !words::is_academy(&container)
        || words::is_meeting(&container) && !journal
    {
        ItemType::PaperConference
    } else if let Some(kind) = words::is_encyclopedia(&container) {
        ItemType::from_word(kind).unwrap_or(ItemType::Chapter)
    } else if journal && !published {
        ItemType::ArticleJournal
    } else {
        ItemType::Chapter
    };
    if draft.item.item_type != ItemType::ArticleJournal
        && draft.item.get(Variable::Page).is_none()
        && let Some(number) = draft.item.text(Variable::Number).map(str::to_owned)
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        draft.item.remove(Variable::Number);
        draft.item.set(Variable::Page, number);
    }
}
