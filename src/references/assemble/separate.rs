//! A work by itself, or a piece of a newspaper or a site.

use super::words::Words;
use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::lexicon::containers::{is_journal, is_magazine, is_newspaper, is_proceedings};
use crate::references::lexicon::places::looks_like_place;
use crate::references::lexicon::publishers::{is_publisher, may_be_publisher};
use crate::references::phrases::imprint::{
    Imprint, ends_in_place, place_and_publisher, split_place_and_publisher, split_publisher,
    split_publisher_and_city,
};
use crate::references::phrases::report::report;
use crate::references::recognisers::labelled_numbers;
use crate::references::sentences::{clean_title, sentences_with_abbreviations, trim_enclosing};
use crate::references::tokens::{CLAIMED, Span};
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// Reads title, container and publisher, and the pages and volumes among them.
pub(super) fn read(words: &Words<'_>) -> Vec<Claim> {
    let start = words.span.start;
    let mut claims = labelled_numbers::pages(words.tokens, start);
    let tokens = words.tokens.without(claims.iter().map(|claim| claim.span));
    let volumes = labelled_numbers::volumes(&tokens, start);
    let tokens = tokens.without(volumes.iter().map(|claim| claim.span));
    claims.extend(volumes);
    let words = Words { tokens: &tokens, ..*words };
    let mut sentences = words.sentences();
    if let Some(speech) = presented(&words, &sentences) {
        claims.extend(speech);
        return claims;
    }
    let Some(report) = report_number(&words, &mut sentences) else {
        claims.extend(title_and_rest(&words, &sentences));
        return claims;
    };
    let tokens = tokens.without(report.iter().map(|claim| claim.span));
    claims.extend(report);
    let words = Words { tokens: &tokens, item_type: ItemType::Report, ..words };
    claims.extend(title_and_rest(&words, &sentences));
    claims
}

/// Words that announce the meeting at which a paper was given, in small letters.
const PRESENTED: [&str; 5] = [
    "paper presented at ",
    "presented at ",
    "poster presented at ",
    "paper presented to ",
    "poster session presented at ",
];

/// The meeting and its place: `Paper presented at the International Conference on Water, Islamabad`.
fn presented(words: &Words<'_>, sentences: &[Span]) -> Option<Vec<Claim>> {
    let (last, before) = sentences.split_last().filter(|(_, before)| !before.is_empty())?;
    let text = words.tokens.get(*last);
    let lower = text::to_lowercase(text);
    let opening = PRESENTED.iter().find(|opening| lower.starts_with(**opening))?;
    let meeting = text.get(opening.len()..)?;
    let meeting = meeting.strip_prefix("the ").unwrap_or(meeting);
    let (name, place) = meeting.split_once(", ").unwrap_or((meeting, ""));
    let mut claims = vec![words.claim(Variable::EventTitle, name)];
    if looks_like_place(place) {
        claims.push(words.claim(Variable::EventPlace, place));
    }
    claims.extend(words.title(before));
    claims.push(Claim::item_type(ItemType::Speech, *last));
    Some(claims)
}

/// Kinds of reports that need no number, in small letters.
const REPORT_GENRES: [&str; 7] = [
    "technical report",
    "tech. report",
    "working paper",
    "discussion paper",
    "white paper",
    "policy brief",
    "research report",
];

/// The first kind and number of a report among the sentences after the title, which are shortened by it:
/// `Working Paper No. 123`.
fn report_number(words: &Words<'_>, sentences: &mut Vec<Span>) -> Option<Vec<Claim>> {
    let first = usize::from(!words.titled);
    let (at, span, named, genre, number) =
        sentences.iter().enumerate().skip(first).find_map(|(at, sentence)| {
            let named = words.tokens.get(*sentence).split(',').next()?;
            let is_genre = REPORT_GENRES.contains(&text::to_lowercase(named).as_str());
            let (genre, number) = if is_genre { (named, "") } else { report(named)? };
            Some((at, *sentence, named, genre, number))
        })?;
    let rest = Span::new(span.start + named.len(), span.end);
    if rest.end - rest.start > 3 {
        sentences.splice(at..=at, [rest]);
    } else {
        sentences.remove(at);
    }
    let claimed = Span::new(span.start, rest.start);
    Some(vec![
        Claim::likely(Variable::Genre, genre, claimed),
        Claim::likely(Variable::Number, number, claimed),
        Claim::item_type(ItemType::Report, claimed),
    ])
}

/// Title and what follows it.
fn title_and_rest(words: &Words<'_>, sentences: &[Span]) -> Vec<Claim> {
    if words.titled {
        return after_title(words, words.text());
    }
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    let whole = words.tokens.between(first.start, last.end);
    if let Some(claims) = between_commas(words, whole, words.tokens.get(*last)) {
        return claims;
    }
    // A title in italics leaves all the rest to container and publisher.
    if let Some(end) = words.tokens.italics_end(first.start).filter(|end| *end < words.span.end) {
        let mut claims: Vec<Claim> = words.title_between(first.start, end).into_iter().collect();
        claims.extend(after_title(words, words.tokens.between(end, words.span.end)));
        return claims;
    }
    if sentences.len() == 1 {
        return one_sentence(words, *first);
    }
    let count = imprint_start(words, sentences);
    let (title, rest) = sentences.split_at_checked(count).unwrap_or((sentences, &[]));
    let Some(begin) = rest.first() else {
        let reason = "Whether the last sentence belongs to the title is a guess.";
        return words.title(title).into_iter().map(|title| title.guess(reason)).collect();
    };
    let mut claims: Vec<Claim> = words.title(title).into_iter().collect();
    claims.extend(after_title(words, words.tokens.between(begin.start, last.end)));
    claims
}

/// Commas separate title, city and publisher: `La distinction. Critique sociale du jugement, Paris, Minuit`.
fn between_commas(words: &Words<'_>, whole: &str, last: &str) -> Option<Vec<Claim>> {
    // With a sentence of its own, the imprint is found from the sentences.
    let (title, imprint) = split_publisher_and_city(whole)
        .filter(|(_, imprint)| !whole.contains(CLAIMED) && imprint.len() < last.len())?;
    let title = clean_title(title);
    title.contains(char::is_letter).then(|| title_and_imprint(words, title, imprint))
}

/// A single sentence: a title, or title and publisher between commas.
fn one_sentence(words: &Words<'_>, sentence: Span) -> Vec<Claim> {
    let text = words.tokens.get(sentence);
    let (title, imprint) = split_place_and_publisher(text)
        .or_else(|| split_publisher_and_city(text))
        .unwrap_or_else(|| split_publisher(text));
    if imprint.is_empty() {
        return words.title(&[sentence]).into_iter().collect();
    }
    title_and_imprint(words, clean_title(title), imprint)
}

fn title_and_imprint(words: &Words<'_>, title: &str, imprint: &str) -> Vec<Claim> {
    let mut claims = vec![words.claim(Variable::Title, title)];
    claims.extend(words.imprint(Imprint::read(imprint)));
    claims
}

/// Which sentence begins the publisher or the container; the number of all where none can.
fn imprint_start(words: &Words<'_>, sentences: &[Span]) -> usize {
    // What follows a claimed stretch, such as an edition, is no title any more.
    let gaps = sentences.windows(2).position(|pair| {
        let [before, after] = pair else { return false };
        words.tokens.between(before.end, after.start).contains(CLAIMED)
    });
    if let Some(gap) = gaps {
        return gap + 1;
    }
    let last = words.last_of(sentences);
    let place = place_and_publisher(last).is_some();
    let container = is_newspaper(last) || words.item.has(Variable::Doi) && is_journal(last);
    let addressed = words.item.has(Variable::Url) && last.split(' ').count() < 8;
    if !(place || container || addressed || ends_in_place(last) || may_be_publisher(last)) {
        return sentences.len();
    }
    // "Meeting notes. New York, NY: Wiley": only the last; "Springer. New York": both.
    let before = sentences.len().checked_sub(2).filter(|at| *at > 0);
    let both = before.filter(|at| {
        !place && sentences.get(*at).is_some_and(|sentence| is_publisher(words.tokens.get(*sentence)))
    });
    both.unwrap_or(sentences.len() - 1)
}

/// Servers of preprints.
const PREPRINT_SERVERS: [&str; 8] =
    ["arxiv", "biorxiv", "medrxiv", "psyarxiv", "socarxiv", "chemrxiv", "ssrn", "preprints.org"];

/// The words after the title: container and publisher.
fn after_title(words: &Words<'_>, rest: &str) -> Vec<Claim> {
    let parts: Vec<&str> = rest
        .split(CLAIMED)
        .map(trim_enclosing)
        .filter(|part| part.contains(char::is_letter_or_number))
        .collect();
    let Some(whole) = parts.first().copied() else { return Vec::new() };
    if words.titled
        && let Some((container, imprint)) = split_book_and_imprint(whole)
    {
        let mut claims = vec![words.claim(Variable::ContainerTitle, container)];
        claims.extend(words.imprint(Imprint::read(imprint)));
        return claims;
    }
    if PREPRINT_SERVERS.contains(&text::to_lowercase(whole).as_str()) {
        let span = words.tokens.span_of(whole);
        return vec![words.claim(Variable::Publisher, whole), Claim::item_type(ItemType::Article, span)];
    }
    if !is_container(words, whole) {
        let publisher = parts.iter().copied().find(|part| is_publisher(part)).unwrap_or(whole);
        return words.imprint(Imprint::read(publisher));
    }
    container_and_publisher(words, whole, parts.get(1).copied())
}

/// Whether the words after the title name a container and no publisher.
fn is_container(words: &Words<'_>, name: &str) -> bool {
    let item = words.item;
    if matches!(words.item_type, ItemType::Software | ItemType::Dataset | ItemType::Report) {
        return false;
    }
    let may_publish = is_publisher(name) || place_and_publisher(name).is_some();
    let dayed = item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.month > 0);
    !may_publish && (item.has(Variable::Status) || item.has(Variable::Url) || words.titled)
        || item.has(Variable::Doi) && is_journal(name)
        || is_newspaper(name)
        || is_magazine(name) && dayed
        || is_proceedings(name) && words.titled
}

/// The container, and the publisher in a part or a sentence of its own after it.
fn container_and_publisher(words: &Words<'_>, whole: &str, next: Option<&str>) -> Vec<Claim> {
    let whole = whole.trim_start_matches("in ").trim_start_matches("In ");
    let sentences = sentences_with_abbreviations(whole);
    let sentence = |at: usize| sentences.get(at).and_then(|span| whole.get(span.start..span.end));
    let (container, imprint) = split_publisher(sentence(0).unwrap_or(whole));
    let mut claims = vec![words.claim(Variable::ContainerTitle, container)];
    let imprint = if imprint.is_empty() { next.or(sentence(1)).unwrap_or("") } else { imprint };
    claims.extend(words.imprint(Imprint::read(imprint)));
    claims
}

/// Splits the book around a quoted title from its publisher, which has a sentence of its own: `Simians, Cyborgs and
/// Women. New York: Routledge`.
fn split_book_and_imprint(text: &str) -> Option<(&str, &str)> {
    let sentences = sentences_with_abbreviations(text);
    let [first, .., last] = sentences.as_slice() else { return None };
    let before = sentences.get(sentences.len().checked_sub(2)?)?;
    let imprint = text.get(last.start..last.end)?;
    let fits = place_and_publisher(imprint).is_some() || is_publisher(imprint);
    fits.then_some((text.get(first.start..before.end)?, imprint))
}
