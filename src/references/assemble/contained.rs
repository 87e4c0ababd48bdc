//! A work inside another that "In" announces: a chapter, a paper, an entry, or an article whose journal follows.

use super::words::Words;
use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::lexicon::containers::is_proceedings;
use crate::references::lexicon::places::is_country;
use crate::references::lexicon::publishers::may_be_publisher;
use crate::references::phrases::editor_mark::{editor_mark, is_name_list, split_title_and_names};
use crate::references::phrases::imprint::{Imprint, split_publisher};
use crate::references::phrases::names::name_list;
use crate::references::recognisers::labelled_numbers;
use crate::references::sentences::{clean_title, sentences_with_abbreviations, trim_marks};
use crate::references::tokens::{CLAIMED, Span, find_phrase};
use crate::text;
use crate::vocabulary::Variable;

/// Where the word for "In" begins, and where the words of the containing work do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    start: usize,
    inside: usize,
}

/// Finds the word that announces the containing work.
pub(super) fn marker(words: &Words<'_>) -> Option<Marker> {
    ["in", "en", "em", "dans"].iter().find_map(|word| {
        let mut at = words.span.start;
        loop {
            let start = find_phrase(words.tokens.between(0, words.span.end), word, at)?;
            at = start + word.len();
            if let Some(inside) = announces(words, word, start) {
                return Some(Marker { start, inside });
            }
        }
    })
}

/// Whether a word for "In" announces the containing work: it begins a sentence, and a title or names follow. Returns
/// where those begin.
fn announces(words: &Words<'_>, word: &str, start: usize) -> Option<usize> {
    let tokens = words.tokens;
    let end = start + word.len();
    let rest = tokens.between(end, words.span.end);
    let before = tokens.between(words.span.start, start).trim_end();
    let colon = rest.starts_with(':');
    let inside = rest.trim_start_matches([':', ' ']);
    let fresh = before.ends_with(['.', '?', '!', CLAIMED, '”', '"', '’', '\'', ';', '…', ')', ']', '»'])
        || before.is_empty() && words.titled
        || before.ends_with(',') && (words.titled || colon);
    let capital = inside.starts_with(|c: char| {
        c.is_uppercase_letter() || matches!(c, '“' | '"' | '‘' | '«' | '(' | CLAIMED) || c.is_ascii_digit()
    }) || inside.starts_with("de ")
        || inside.starts_with("van ");
    let upper = tokens.between(start, end).starts_with(char::is_uppercase_letter)
        || words.titled
        || before.ends_with([',', ';']);
    // The other languages' words are prepositions of titles too.
    let evident = word == "in" || colon || editor_mark(inside).is_some() || words.item.has(Variable::Page);
    let titled = words.titled || before.contains(char::is_letter);
    (fresh && (capital || colon) && upper && evident && titled && rest.starts_with([':', ' ']))
        .then(|| words.span.end - inside.len())
}

/// Reads the title before the marker, and the containing work after it. `numbered`: whether a volume or an issue
/// follows.
pub(super) fn read(words: &Words<'_>, marker: Marker, numbered: bool) -> Vec<Claim> {
    let head = words.sentences_before(marker.start);
    let mut claims: Vec<Claim> = words.title(&head).into_iter().collect();
    let people = people(words, marker.inside);
    claims.extend(people.claims);
    let mut found = labelled_numbers::pages(words.tokens, people.end);
    let mut tokens = words.tokens.without(found.iter().map(|claim| claim.span));
    if !numbered {
        found.extend(labelled_numbers::volumes(&tokens, people.end));
        tokens = tokens.without(found.iter().map(|claim| claim.span));
    }
    claims.extend(found);
    let inner = Words { tokens: &tokens, span: Span::new(people.end, words.span.end), ..*words };
    claims.extend(container_and_publisher(&inner, people.has_container, numbered));
    claims
}

/// The people in front of the containing work.
struct People {
    claims: Vec<Claim>,
    /// Where the words after them begin.
    end: usize,
    /// Whether the title of the containing work precedes them.
    has_container: bool,
}

/// Reads editors or translators that a mark follows. IEEE style puts them after the title.
fn people(words: &Words<'_>, inside: usize) -> People {
    let none = People { claims: Vec::new(), end: inside, has_container: false };
    let body = words.tokens.between(inside, words.span.end);
    let Some(mark) = editor_mark(body) else { return none };
    let list = body.get(..mark.start).unwrap_or("").split(CLAIMED).next().unwrap_or("");
    let is_translation = text::to_lowercase(body.get(mark.start..mark.end).unwrap_or("")).contains("(trans");
    let role = if is_translation { Variable::Translator } else { Variable::Editor };
    // "In Comprehensive Organometallic Chemistry; Wilkinson, G., Stone, F. G. A., Eds.; …"
    let before_semicolon = list.split_once(';').filter(|(title, _)| !title.contains(','));
    let (title, names, role) = if let Some((title, names)) = before_semicolon {
        (trim_marks(title), names, Variable::Editor)
    } else if !list.is_empty() && is_name_list(list) {
        ("", list, role)
    } else if let Some((title, names)) = split_title_and_names(list) {
        (trim_marks(title), names, Variable::Editor)
    } else {
        return none;
    };
    let claims = vec![
        words.claim(Variable::ContainerTitle, title),
        Claim::stated(role, name_list(names).names, words.tokens.span_of(names)),
    ];
    People { claims, end: inside + mark.end, has_container: !title.is_empty() }
}

/// The title of the containing work, and its publisher.
fn container_and_publisher(words: &Words<'_>, has_container: bool, numbered: bool) -> Vec<Claim> {
    let tokens = words.tokens;
    let sentences: Vec<Span> = sentences_with_abbreviations(words.text())
        .into_iter()
        .map(|sentence| sentence.shifted(words.span.start))
        .collect();
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    if has_container || words.item.has(Variable::ContainerTitle) {
        return words.imprint(Imprint::read(tokens.between(first.start, last.end)));
    }
    let (title, rest) = title_and_rest(words, &sentences, numbered);
    let (container, publisher) = split_publisher(clean_title(tokens.get(title)));
    let (container, place) = split_venue(container);
    let mut claims =
        vec![words.claim(Variable::ContainerTitle, container), words.claim(Variable::EventPlace, place)];
    let after = rest.first().map_or("", |begin| tokens.between(begin.start, last.end));
    claims.extend(words.imprint(Imprint::read(publisher).or(Imprint::read(after))));
    claims
}

/// Splits the sentences into the title of the containing work and the rest.
fn title_and_rest<'a>(words: &Words<'_>, sentences: &'a [Span], numbered: bool) -> (Span, &'a [Span]) {
    let Some((first, mut rest)) = sentences.split_first() else { return (words.span, &[]) };
    let mut title = *first;
    // Italics show where the title ends.
    if let Some(end) = words.tokens.italics_end(title.start) {
        title.end = end;
        let inside = rest.iter().take_while(|sentence| sentence.start < end).count();
        return (title, rest.get(inside..).unwrap_or(&[]));
    }
    if rest.len() < 2 || numbered {
        return (title, rest);
    }
    // Further sentences belong to the title, up to one that can be the publisher.
    while let Some((next, others)) = rest.split_first()
        && !others.is_empty()
        && !may_be_publisher(words.tokens.get(*next))
        && !words.tokens.between(title.end, next.start).contains(CLAIMED)
    {
        title.end = next.end;
        rest = others;
    }
    (title, rest)
}

/// Splits the name of a meeting from its place: `Proc. IEEE Conf., Las Vegas, NV, USA`. The place is empty where
/// there is none.
fn split_venue(text: &str) -> (&str, &str) {
    let last = text.rsplit([',', ' ']).next().unwrap_or("");
    if !is_proceedings(text) || !is_country(last) {
        return (text, "");
    }
    let commas: Vec<usize> = text.match_indices(", ").map(|(at, _)| at).collect();
    // City and country, with a state of two letters between them or not.
    let state = matches!(commas.as_slice(), [_, .., from, to] if to - from == 4);
    let city = commas.len().checked_sub(if state { 3 } else { 2 }).and_then(|at| commas.get(at));
    city.and_then(|at| Some((text.get(..*at)?, text.get(at + 2..)?))).unwrap_or((text, ""))
}
