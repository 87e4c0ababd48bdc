//! The words between the names and the numbers: title, container, editors, publisher; and the type that they tell.

use super::article::{article, ends_in_imprint, has_imprint};
use super::container::{in_container, marker};
use super::draft::{Draft, READ, unwrapped};
use super::editors::editors_named;
use super::imprint::place_and_publisher;
use super::locator::Locator;
use super::separate::separate;
use super::theses::theses;
use super::{groups, locator, segments, words};
use crate::prelude::*;
use crate::read::page_range;
use crate::text::{self};
use crate::vocabulary::Variable;

/// A stretch of the text, as offsets.
pub(super) type Span = (usize, usize);

/// Reads all that stands behind the names and the date.
pub(super) fn read(draft: &mut Draft, from: usize) {
    groups::brackets(draft, from);
    groups::editions(draft, from);
    let title = quoted_title(draft, from);
    let from = title.map_or(from, |title| title.1);
    editors_named(draft, from);
    let numbers = numbers(draft, from);
    let end = numbers.as_ref().map_or(draft.text.len(), |numbers| numbers.start);
    let titled = title.is_some() || draft.item.get(Variable::Title).is_some();
    if theses(draft, from, end, titled) {
        return;
    }
    let journal =
        numbers.as_ref().is_some_and(|numbers| !numbers.volume.is_empty() || !numbers.issue.is_empty());
    if let Some((before, inside)) = marker(draft, from, end, titled) {
        in_container(draft, from, before, inside, end, titled, journal);
    } else if numbers.as_ref().is_some_and(Locator::has_place)
        && draft.item.get(Variable::Publisher).is_none()
        && !(titled && has_imprint(draft, from, end))
        && (journal || !ends_in_imprint(draft, from, end))
    {
        article(draft, from, end, titled);
    } else {
        separate(draft, from, end, titled);
    }
}

/// Takes the title in quotation marks at the head of the text: where it begins, and where the text goes on.
fn quoted_title(draft: &mut Draft, from: usize) -> Option<Span> {
    let rest = draft.text.get(from..)?;
    let (open, start, end, after) = segments::quoted(rest)?;
    let lead = rest.get(..open)?;
    if lead.contains(char::is_letter_or_number) {
        return None;
    }
    // 'Title' in single marks, and then more words of the same title: the marks are the title's own.
    let next = rest.get(after..)?.trim_start_matches([' ', ')']);
    let inner = rest.get(start..end)?;
    let closed = next.is_empty()
        || next.starts_with([',', '.', ';', ':', '(', '[', READ])
        || inner.len() < rest.get(..after)?.trim_end_matches(['”', '"', '’', '\'', '»', '“']).len() - start
        || next.starts_with(char::is_uppercase_letter)
        || next.starts_with("in ")
        || next.starts_with(|c: char| c.is_ascii_digit())
        || rest.get(end..after).is_some_and(|marks| marks.contains([',', '.']));
    // “Mini-mental state”. A practical method: the title goes on behind its first words.
    let goes_on = next.starts_with('.')
        && segments::sentences(next, true).len() > 1
        && locator::read(next, draft.dated).is_some_and(|numbers| {
            segments::sentences(next.get(..numbers.start).unwrap_or(""), true).len() > 1
        });
    if !closed || goes_on {
        return None;
    }
    let title = inner.trim().to_owned();
    draft.fill(Variable::Title, &title);
    Some((from + open, from + after))
}

/// Reads the numbers at the end into their fields.
pub(super) fn numbers(draft: &mut Draft, from: usize) -> Option<Locator> {
    let rest = draft.text.get(from..)?;
    let mut found = locator::read(rest, draft.dated)?;
    found.start += from;
    found.end += from;
    // The dot behind an abbreviation is the words' own.
    let dot = draft.text.get(found.start..).is_some_and(|rest| rest.starts_with('.'));
    if dot && segments::is_initial(segments::last_word(draft.slice(from, found.start))) {
        found.start += 1;
    }
    publishers_number(draft, from, &mut found);
    // All that is left are numbers: then they are the title's.
    if !draft.slice(from, found.start).contains(char::is_letter) && draft.item.get(Variable::Title).is_none()
    {
        return None;
    }
    for (variable, value) in [
        (Variable::Volume, &found.volume),
        (Variable::Issue, &found.issue),
        (Variable::Number, &found.number),
        (Variable::NumberOfPages, &found.total),
    ] {
        draft.fill(variable, value);
    }
    if !found.pages.is_empty() && draft.item.get(Variable::Page).is_none() {
        page_range::set(&mut draft.item, &found.pages);
    }
    if let Some(date) = &found.date
        && !draft.dated
    {
        draft.dated = true;
        draft.item.set(Variable::Issued, date.clone());
        draft.item.set(Variable::YearSuffix, found.suffix.as_str());
    }
    if found.spare {
        draft.warning(
            Variable::Page,
            "Not every number at the end could be told to be volume, issue or page.",
        );
    }
    Some(found)
}

/// "São Paulo: Editora 34, 1994": behind a place and a publisher a number without a label is the publisher's.
fn publishers_number(draft: &Draft, from: usize, found: &mut Locator) {
    let lone = !found.volume.is_empty() && found.issue.is_empty() && found.pages.is_empty() && !found.told;
    let words = draft.slice(from, found.start);
    let last =
        segments::sentences(words, false).last().and_then(|span| words.get(span.0..span.1)).unwrap_or("");
    if lone && place_and_publisher(last).is_some_and(|named| words::is_press(named.1)) {
        let rest = draft.slice(found.start, found.end);
        let after = text::find(rest, &found.volume).map_or(0, |at| at + found.volume.len());
        found.start += after;
        found.volume.clear();
    }
}

/// The sentences between two offsets, each without what surrounds it.
pub(super) fn pieces(draft: &Draft, from: usize, end: usize) -> Vec<Span> {
    let text = draft.slice(from, end);
    segments::sentences(text, false).iter().map(|span| (from + span.0, from + span.1)).collect_vec()
}

/// Sets the title from the first sentences, all of which are its own.
pub(super) fn title_from(draft: &mut Draft, pieces: &[Span], titled: bool, count: usize) {
    if titled || draft.item.get(Variable::Title).is_some() {
        return;
    }
    let pieces = pieces.get(..count.min(pieces.len())).unwrap_or(&[]);
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
    // A mask inside ends the title.
    let whole = draft.slice(first.0, last.1);
    let title = whole.split(READ).next().unwrap_or("");
    let title = clean_title(title).to_owned();
    draft.fill(Variable::Title, &title);
}

/// A title without the marks around it.
pub(super) fn clean_title(title: &str) -> &str {
    let title = title.trim().trim_start_matches(['.', ',', ':', ';', ' ']);
    unwrapped(title.trim_end_matches([',', ';', ':', ' '])).trim()
}
