//! An article: title, journal, numbers.

use super::item_type::article_type;
use super::words::Words;
use crate::prelude::*;
use crate::references::claims::{Claim, Confidence};
use crate::references::lexicon::containers::{is_journal, is_proceedings};
use crate::references::lexicon::places::{is_city, looks_like_place};
use crate::references::lexicon::publishers::is_publisher;
use crate::references::phrases::imprint::{place_and_publisher, split_publisher};
use crate::references::sentences::{
    is_title_abbreviation, keeps_dot, last_word, sentences, sentences_with_abbreviations, trim_enclosing,
};
use crate::references::tokens::{CLAIMED, Span};
use crate::vocabulary::Variable;

/// Whether a publisher is among the words after a quoted title, so that the work is part of a book.
pub(super) fn is_part_of_book(words: &Words<'_>) -> bool {
    let item = words.item;
    let sentences = words.sentences();
    let last = words.last_of(&sentences);
    let edited = item.has(Variable::Editor) || item.has(Variable::Translator);
    let published = sentences.len() > 1 && is_publisher(last) || !split_publisher(last).1.is_empty();
    !(item.has(Variable::Volume) || item.has(Variable::Issue)) && (edited || published)
}

/// Whether the words before the numbers end in place and publisher: `New York: Vintage`.
pub(super) fn ends_in_imprint(words: &Words<'_>) -> bool {
    let sentences = words.sentences();
    let last = words.last_of(&sentences);
    sentences.len() > 1
        && place_and_publisher(last).is_some_and(|(place, name)| is_city(place) || is_publisher(name))
}

/// Title and journal as stretches.
#[derive(Default)]
struct Parts {
    title: Option<Span>,
    container: Option<Span>,
    /// Why there is no title.
    untitled: Option<&'static str>,
    /// Why the journal may begin elsewhere.
    guess: Option<&'static str>,
}

impl Parts {
    /// A title and the journal after it.
    fn certain(title: Span, container: Span) -> Parts {
        Parts { title: Some(title), container: Some(container), ..Parts::default() }
    }

    /// The title up to an offset in a stretch, and the journal from another on.
    fn around(span: Span, title_end: usize, container_start: usize) -> Parts {
        Parts::certain(
            Span::new(span.start, span.start + title_end),
            Span::new(span.start + container_start, span.end),
        )
    }

    /// A journal without a title.
    fn untitled(container: Span, reason: &'static str) -> Parts {
        Parts { container: Some(container), untitled: Some(reason), ..Parts::default() }
    }
}

/// Reads title and journal.
pub(super) fn read(words: &Words<'_>) -> Vec<Claim> {
    let tokens = words.tokens;
    let end = words.span.start + words.text().trim_end_matches([' ', ',', '.', ';', ':', '(', CLAIMED]).len();
    let head = Words { span: Span::new(words.span.start, end), ..*words };
    let parts = if words.titled { after_quotation(&head) } else { parts(&head) };
    let mut claims = Vec::new();
    if let Some(reason) = parts.untitled {
        claims.push(Claim::warning(Variable::Title, reason, head.span));
    }
    if let Some(title) = parts.title {
        claims.extend(words.title_between(title.start, title.end));
    }
    let container = parts.container.map_or("", |span| trim_enclosing(last_unclaimed(tokens.get(span))));
    let (container, city) = split_city(words, container.trim_start_matches("In: "));
    claims.push(words.claim(Variable::PublisherPlace, city));
    let span = tokens.span_of(container);
    let claim = Claim::likely(Variable::ContainerTitle, with_dot(words, container, end), span);
    claims.push(if let Some(reason) = parts.guess { claim.guess(reason) } else { claim });
    claims.push(Claim {
        confidence: Confidence::Likely,
        ..Claim::item_type(article_type(words.item, container), head.span)
    });
    if container.is_empty() {
        let reason = "Which journal the numbers belong to was not found.";
        claims.push(Claim::warning(Variable::ContainerTitle, reason, head.span));
    }
    claims
}

/// Splits the journal from its place, which Brazil's standard (NBR 6023) puts after it:
/// `Ciência e Cultura, São Paulo, v. 24, n. 9`.
fn split_city<'a>(words: &Words<'_>, container: &'a str) -> (&'a str, &'a str) {
    let labelled = words.tokens.after(words.span.end).trim_start_matches([',', ' ']).starts_with("v. ");
    match container.rsplit_once(", ") {
        Some((name, city)) if labelled && looks_like_place(city) => (name, city),
        _ => (container, ""),
    }
}

/// The last stretch with words that is not claimed; the first is the title's.
fn last_unclaimed(text: &str) -> &str {
    text.rsplit(CLAIMED).find(|part| part.contains(char::is_letter)).unwrap_or(text)
}

/// An abbreviated journal with its last dot: `Phys. Rev. Lett.`
fn with_dot(words: &Words<'_>, container: &str, end: usize) -> String {
    let dotted = words.tokens.after(end).starts_with('.') && container.contains('.');
    let abbreviated = keeps_dot(last_word(container)) || container.split(' ').any(|word| word.ends_with('.'));
    let dot = if dotted && !container.ends_with('.') && abbreviated { "." } else { "" };
    format!("{container}{dot}")
}

/// The journal after a quoted title, without "in" in front of it.
fn after_quotation(words: &Words<'_>) -> Parts {
    let text = words.text();
    let rest = text.trim_start_matches([' ', ',', '.', ';', ':', '”', '"', ')']);
    let word = ["in ", "In ", "in: ", "In: "].iter().find(|word| rest.starts_with(**word));
    let lead = text.len() - rest.len() + word.map_or(0, |word| word.len());
    let container = Span::new(words.span.start + lead, words.span.end);
    Parts { container: Some(container), ..Parts::default() }
}

/// Title and journal without quotation marks.
fn parts(words: &Words<'_>) -> Parts {
    let text = words.text().trim_start_matches([' ', ',', '.', ';', ':', CLAIMED]);
    let span = Span::new(words.span.end - text.len(), words.span.end);
    if let Some(italic) = italic_container(words, span.start) {
        return Parts::certain(Span::new(span.start, italic.start), italic);
    }
    // Russia's standard (GOST R 7.0.5) separates the two by strokes.
    if let Some(at) = text.find(" // ") {
        return Parts::around(span, at, at + 4);
    }
    if let Some(at) = comma_before_journal(text).filter(|_| sentences_with_abbreviations(text).len() < 2) {
        return Parts::around(span, at, at + 2);
    }
    if text.split(' ').map(|word| word.trim_end_matches(['.', ','])).all(is_abbreviation) {
        return Parts::untitled(span, "The reference gives the journal and its numbers only.");
    }
    for sentences in [sentences_with_abbreviations(text), sentences(text)] {
        if let [head @ .., last] = sentences.as_slice()
            && let (Some(first), Some(before)) = (head.first(), head.last())
        {
            let title = Span::new(first.start, before.end).shifted(span.start);
            return Parts::certain(title, last.shifted(span.start));
        }
    }
    if let Some(at) = dot_before_journal(text) {
        return Parts::around(span, at + 1, at + 2);
    }
    if let Some(at) = last_comma_before_capital(text) {
        let reason = "Only a comma parts the title from the journal, so where it ends is a guess.";
        return Parts { guess: Some(reason), ..Parts::around(span, at, at + 2) };
    }
    // Only one sentence: numbers of a journal without a title, or a title that ends in numbers.
    if is_journal(text) || is_title_abbreviation(text.split([' ', '.']).next().unwrap_or("")) {
        return Parts::untitled(span, "No title was found: the words before the numbers name a journal.");
    }
    Parts { title: Some(span), ..Parts::default() }
}

/// Whether a word is abbreviated, or a single letter.
fn is_abbreviation(word: &str) -> bool {
    is_title_abbreviation(word) || word.len() < 2
}

/// The last comma after which the name of a journal begins.
fn comma_before_journal(text: &str) -> Option<usize> {
    let is_before_journal = |at: &usize| {
        let after = text.get(*at + 2..).unwrap_or("");
        let name = after.split(", ").next().unwrap_or("");
        let first = name.split([' ', '.']).next().unwrap_or("");
        let abbreviated = is_title_abbreviation(first)
            && name.get(first.len()..).is_some_and(|rest| rest.starts_with(['.', ' ']));
        after.starts_with(char::is_uppercase_letter)
            && (abbreviated || is_journal(name) || is_proceedings(name))
    };
    text.rmatch_indices(", ").map(|(at, _)| at).find(is_before_journal)
}

/// The last dot after which a journal begins: "… in the U.S. American Journal of Public Health", where the dot of the
/// abbreviation ends the sentence too.
fn dot_before_journal(text: &str) -> Option<usize> {
    let is_before_journal = |at: &usize| {
        let after = text.get(at + 2..).unwrap_or("");
        is_journal(after) && after.starts_with(char::is_uppercase_letter)
    };
    text.rmatch_indices(". ").map(|(at, _)| at).find(is_before_journal)
}

/// The last comma before a capital: where the journal begins if nothing else shows it.
fn last_comma_before_capital(text: &str) -> Option<usize> {
    let capital =
        |at: &usize| text.get(*at + 2..).is_some_and(|after| after.starts_with(char::is_uppercase_letter));
    text.rmatch_indices(", ").map(|(at, _)| at).find(capital)
}

/// The italics that end where the numbers begin and leave words for a title.
fn italic_container(words: &Words<'_>, start: usize) -> Option<Span> {
    let end = words.span.end;
    let near = |span: &&Span| {
        span.end + 3 >= end && span.start > start + 3 && span.start < end && span.end <= end + 6
    };
    let italic = words.tokens.italics().iter().find(near)?;
    let letters = words.tokens.between(start, italic.start).chars().filter(|c| c.is_letter()).count();
    let span = Span::new(italic.start, italic.end.min(end));
    (letters > 3 && span.end > span.start + 1).then_some(span)
}
