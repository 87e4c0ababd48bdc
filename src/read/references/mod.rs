//! The works that an article cites: from raw texts and fields to items.
//!
//! A raw reference is taken apart in this order: what can be known by its form (identifiers, addresses, the day of
//! access) is read and masked; the date or a quotation mark tells where the names end; brackets and labels tell edition,
//! pages, editors; the numbers at the end tell volume, issue and pages; what words are left are title, container and
//! publisher. Each step masks what it read, so no field holds another's words, and every field stands in the raw text.
//! What rests on a guess is doubted; the raw text is kept always.

mod access;
mod article;
mod collect;
mod container;
mod draft;
mod editors;
mod groups;
mod imprint;
mod kinds;
mod late;
mod leading;
mod locator;
mod mask;
mod names;
mod segments;
mod separate;
mod structured;
mod theses;
mod when;
mod words;
mod work;

use crate::item::{Item, Value, Warning};
use crate::prelude::*;
use crate::read::page::Page;
use crate::text::{self, concat};
use crate::vocabulary::{ItemType, Variable};

pub use collect::collect;
use draft::Draft;

/// A work that an article cites.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The reference as the page words it.
    pub raw: String,
    /// What it says; `None` where it is no reference that could be read.
    pub item: Option<Item>,
    /// Whether no field rests on a guess.
    pub sure: bool,
    /// Why a person should look.
    pub warnings: Vec<Warning>,
}

/// Bytes of the longest text that is taken for one reference: ten times the longest honest one.
const LONGEST: usize = 4_000;

/// Reads all references of a page; [`collect`] finds them.
pub fn read(page: &Page) -> Vec<Reference> {
    collect::entries(page).iter().map(collect::Entry::read).collect_vec()
}

/// Reads one raw reference; inline markup is evidence.
pub fn parse(marked: &str) -> Reference {
    if marked.len() > LONGEST {
        return unread(marked, "The text is too long to be one reference.");
    }
    if structured::is_structured(marked) {
        return structured::highwire(marked);
    }
    let mut draft = Draft::new(marked);
    let raw = draft.text.clone();
    mask::read(&mut draft);
    let letters = draft.text.chars().filter(|c| c.is_letter()).count();
    if letters < 4 {
        return unread(&raw, "There are no words in it to read.");
    }
    let from = front(&mut draft);
    work::read(&mut draft, from);
    without_masks(&mut draft);
    Reference::of(&raw, draft.item, draft.warnings)
}

/// A text that is no reference at all may lead a rule across a mask: what it made is not kept.
fn without_masks(draft: &mut Draft) {
    let masked = |value: &Value| match value {
        Value::Text(text) => text.contains_char(draft::READ),
        _ => false,
    };
    let crossed: Vec<Variable> =
        draft.item.fields().filter(|field| masked(field.1)).map(|field| field.0).collect_vec();
    for variable in crossed {
        draft.item.remove(variable);
        draft.warning(variable, "It was found, but other fields stand in it.");
    }
}

/// Reads names and date at the head, and says where they end.
fn front(draft: &mut Draft) -> usize {
    let text = draft.text.clone();
    let start = text.len() - text.trim_start_matches([draft::READ, ' ', '.', ',', ')', ']']).len();
    let rest = text.get(start..).unwrap_or("");
    let length = leading::length(rest);
    let quote = segments::quoted(rest).map(|quote| quote.0);
    if let Some(anchor) = when::in_parentheses(rest) {
        return dated_front(draft, rest, start, &anchor, length);
    }
    if let Some(anchor) = when::behind_names(rest, length) {
        return dated_front(draft, rest, start, &anchor, length);
    }
    let end = match quote {
        // What precedes a quoted title are names, whatever they look like, unless it is too long.
        Some(at) if length == 0 && at < 100 || length > 0 && at < 300 && is_near(rest, length, at) => at,
        _ => length,
    };
    people(draft, rest.get(..end).unwrap_or(""), false);
    start + end
}

/// Whether no words of a title stand between the names and the quotation mark.
fn is_near(text: &str, length: usize, quote: usize) -> bool {
    let between = text.get(length.min(quote)..quote).unwrap_or("");
    between.split(' ').filter(|word| word.starts_with(char::is_lowercase_letter)).count() < 2
        && !between.contains([':', '?'])
        && (between.len() < 4
            || !text.get(..length).is_some_and(|names| names.trim_end().ends_with([':', '.'])))
}

/// Names, then the date: what stands between the two belongs to the names, unless it is a title without an author.
fn dated_front(draft: &mut Draft, rest: &str, start: usize, anchor: &when::Anchor, length: usize) -> usize {
    let block = rest.get(..anchor.names_end).unwrap_or("");
    draft.set_when(&anchor.when);
    let sentence = segments::sentences(block, true).len();
    let core = block.trim_end_matches([' ', ',', '.', '(']);
    let small = |word: &str| {
        word.starts_with(char::is_lowercase_letter)
            && !text::list_contains("of for the and de la del et y e und für des di della von der van", word)
    };
    let titled = length == 0
        && !core.contains_char(',')
        && (core.split(' ').any(small) || core.split(' ').count() > 5 && !names::is_corporate(core))
        || sentence > 1 && length + 2 < core.len() && length > 0 && title_between(block, length);
    if titled {
        people(draft, block.get(..length).unwrap_or(""), false);
        let title = draft::unwrapped(block.get(length..).unwrap_or("")).to_owned();
        draft.fill(Variable::Title, &title);
    } else {
        let bracket = rest.get(anchor.names_end..).is_some_and(|date| date.starts_with(['(', '[']));
        people(draft, block, bracket);
    }
    start + anchor.end
}

/// Whether words of a title stand between the names and the date.
fn title_between(block: &str, length: usize) -> bool {
    let between = block.get(length..).unwrap_or("");
    between.split(' ').filter(|word| word.starts_with(char::is_lowercase_letter)).count() > 1
        && !between.contains_char('&')
}

/// Reads the names at the head.
fn people(draft: &mut Draft, block: &str, bracket: bool) {
    let people = names::read_before(block, bracket);
    if !people.guess.is_empty() {
        let message = ["Where the family name begins in “", &people.guess, "” is a guess."];
        draft.warning(Variable::Author, &concat(&message));
    }
    if people.more {
        draft.warning(Variable::Author, "The list of names ends in “et al.”, so some are missing.");
    }
    let variable = match people.role {
        "e" => Variable::Editor,
        "t" => Variable::Translator,
        _ => Variable::Author,
    };
    draft.item.set(variable, people.names);
}

/// A reference of which nothing was read.
fn unread(raw: &str, message: &str) -> Reference {
    Reference { raw: raw.to_owned(), item: None, sure: false, warnings: vec![Warning::new("", message)] }
}

impl Reference {
    /// Judges what was read.
    fn of(raw: &str, item: Item, mut warnings: Vec<Warning>) -> Reference {
        judge(&item, &mut warnings);
        let empty = item.get(Variable::Title).is_none() && item.get(Variable::ContainerTitle).is_none();
        let item = (!empty).then_some(item);
        Reference { raw: raw.to_owned(), sure: warnings.is_empty() && item.is_some(), item, warnings }
    }
}

/// Warnings what an honest reference would not look like.
fn judge(item: &Item, warnings: &mut Vec<Warning>) {
    let title = item.text(Variable::Title).unwrap_or("");
    let mut warning = |field: &str, message: &str| warnings.push(Warning::new(field, message));
    if title.is_empty() {
        warning("title", "No title was found.");
    }
    if item.get(Variable::Issued).is_none() && item.get(Variable::Status).is_none() {
        warning("issued", "No year was found.");
    }
    let nameless = item.names(Variable::Author).is_empty() && item.names(Variable::Editor).is_empty();
    if nameless {
        warning("author", "No author was found.");
    }
    if title.len() > 400 || title.matches(['.', '?', '!']).count() > 3 {
        warning("title", "The title is so long that other words may stand in it.");
    }
    let unbalanced = |open: char, close: char| title.matches(open).count() != title.matches(close).count();
    if unbalanced('(', ')') || unbalanced('[', ']') || unbalanced('“', '”') {
        warning("title", "A bracket or a quotation mark in the title has no other half.");
    }
    if item.item_type == ItemType::Document {
        warning("type", "Nothing tells what kind of work it is.");
    }
    if matches!(item.item_type, ItemType::Chapter | ItemType::PaperConference)
        && item.get(Variable::ContainerTitle).is_none()
    {
        warning("container-title", "The title of the book around was not found.");
    }
}
