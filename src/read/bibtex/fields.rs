//! The fields of an entry, by the writer's tables.

use super::latex::{plain, verbatim, without_ties};
use super::names;
use super::scan::RawEntry;
use crate::item::tables::bare_doi;
use crate::item::tables::bibtex::{ALIASES, EntryType, FIELDS, READ_FIELDS, Shape};
use crate::item::{Date, Item, date_parse};
use crate::prelude::*;
use crate::read::page_range;
use crate::text;
use crate::vocabulary::Variable;

/// Fields of a publisher that are read after all others, for `publisher` precedes them.
const LAST: &[&str] = &["organization", "institution", "school", "howpublished"];

/// Reads the fields that have one variable each.
pub(super) fn read(entry: &RawEntry, entry_type: EntryType, item: &mut Item) {
    for last in [false, true] {
        for (name, raw) in &entry.fields {
            if LAST.contains(&name.as_str()) == last {
                let alias = ALIASES.iter().find(|row| row.0 == name).map(|row| row.1);
                read_field(item, entry_type, alias.unwrap_or(name), raw);
            }
        }
    }
    read_series(entry, entry_type, item);
}

/// Sets a variable that has no value yet.
pub(super) fn fill(item: &mut Item, variable: Variable, value: impl AsRef<str>) {
    if !item.has(variable) {
        item.set(variable, value.as_ref());
    }
}

/// The variable of a field and the shape of its value: as entries of this type have it, else as readers know it, else as
/// any entry has it.
fn variable_of(name: &str, entry_type: EntryType) -> Option<(Variable, Shape)> {
    let mut named = FIELDS.iter().filter(|field| field.name == name);
    let any = named.clone().next();
    let own = named.find(|field| field.belongs_to(entry_type));
    let read = || READ_FIELDS.iter().find(|row| row.0 == name).map(|row| (row.1, row.2));
    let own = own.map(|field| (field.variable, field.shape));
    own.or_else(read).or(any.map(|field| (field.variable, field.shape)))
}

/// Reads a field. The first field of a variable counts.
fn read_field(item: &mut Item, entry_type: EntryType, name: &str, raw: &str) {
    let Some((variable, shape)) = variable_of(name, entry_type) else { return };
    if item.has(variable) || variable == Variable::Title {
        return;
    }
    if name == "howpublished" && (raw.contains("\\url") || raw.contains("://")) {
        let address = raw.find("http").and_then(|at| raw.get(at..)).unwrap_or(raw);
        return fill(item, Variable::Url, verbatim(address.split(['}', ' ']).next().unwrap_or_default()));
    }
    match shape {
        Shape::Names => item.set(variable, names::names(raw)),
        Shape::Title | Shape::Text | Shape::List if variable == Variable::Language => {
            item.set(variable, language(&plain(raw)));
        }
        Shape::Title | Shape::Text | Shape::List => item.set(variable, without_ties(raw)),
        Shape::Pages => set_pages(item, entry_type, &plain(raw)),
        Shape::Edition => item.set(variable, edition(&plain(raw))),
        Shape::Doi => item.set(variable, bare_doi(&verbatim(raw))),
        Shape::Verbatim => item.set(variable, verbatim(raw)),
    }
}

/// Sets pages with a hyphen in ranges, or an article number.
fn set_pages(item: &mut Item, entry_type: EntryType, text: &str) {
    let pages = text.replace(['–', '—'], "-");
    if entry_type == EntryType::Article && !item.has(Variable::Number) {
        page_range::set(item, &pages);
    } else {
        item.set(Variable::Page, pages);
    }
}

/// The words for the first ten editions.
const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// `2nd` and `Second` as `2`.
fn edition(text: &str) -> String {
    let lower = text::to_lowercase(text.trim());
    if let Some(at) = ORDINALS.iter().position(|word| *word == lower) {
        return (at + 1).to_string();
    }
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending));
    bare.filter(|bare| text::parse_u32(bare).is_some()).unwrap_or(text).to_owned()
}

/// The BCP 47 tags of babel's language names, for those that a repair would not recognise (babel manual, "Options").
fn language(word: &str) -> &str {
    match word {
        "ngerman" => "de",
        "naustrian" | "austrian" => "de-AT",
        "nswissgerman" | "swissgerman" => "de-CH",
        "american" | "usenglish" | "USenglish" => "en-US",
        "british" | "ukenglish" | "UKenglish" => "en-GB",
        "brazilian" | "brazil" => "pt-BR",
        word => word,
    }
}

/// The volume of a book in a series is its number in the series, unless the entry has a `number` too.
fn read_series(entry: &RawEntry, entry_type: EntryType, item: &mut Item) {
    if entry_type == EntryType::Article || !item.has(Variable::CollectionTitle) {
        return;
    }
    if let Some(number) = entry.get("number").filter(|_| entry_type != EntryType::Techreport) {
        item.remove(Variable::Number);
        item.remove(Variable::Issue);
        item.set(Variable::CollectionNumber, plain(number));
    } else if let Some(volume) = item.remove(Variable::Volume) {
        item.set(Variable::CollectionNumber, volume);
    }
}

/// Reads the dates.
pub(super) fn read_dates(entry: &RawEntry, item: &mut Item) {
    let text = |name: &str| entry.get(name).map(plain).unwrap_or_default();
    let mut issued = date_parse::parse(&text("date"));
    if issued.is_empty() {
        issued = date_parse::parse(text("year").replace("-–", "–").trim());
    }
    add_month(&mut issued, &text("month"), &text("day"));
    // The years 0000 and ???? stand for nothing.
    let blank = |c: char| c == '0' || !c.is_letter_or_number();
    if issued.start.is_none() && issued.literal.trim_matches(blank).is_empty() {
        issued = Date::default();
    }
    item.set(Variable::Issued, issued);
    for (names, variable) in [
        (["urldate", "accessed"], Variable::Accessed),
        (["eventdate", "eventdate"], Variable::EventDate),
        (["origdate", "origyear"], Variable::OriginalDate),
    ] {
        let found = names.map(text).into_iter().find(|text| !text.is_empty());
        item.set(variable, date_parse::parse(&found.unwrap_or_default()));
    }
}

/// Adds the month, which may have the day beside it (`10~jan`, `jan 10`) or be the word for a season.
fn add_month(date: &mut Date, month: &str, day: &str) {
    let Some(start) = &mut date.start else { return };
    let as_day = |word: &str| {
        text::parse_u32(word).filter(|day| (1..=31).contains(day)).and_then(|day| u8::try_from(day).ok())
    };
    let mut days = as_day(day.trim());
    let words = month.split([' ', '\u{a0}', ',', '.', '-', '–', '/']);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    for word in &words {
        let found = date_parse::month(word).filter(|number| *number > 0);
        match as_day(word).filter(|_| words.len() > 1) {
            Some(number) => days = days.or(Some(number)),
            None if start.month == 0 => start.month = found.unwrap_or(0),
            None => {}
        }
    }
    if start.day == 0 && (1..=12).contains(&start.month) {
        start.day = days.unwrap_or(0);
    }
    if start.month == 0 && !month.is_empty() {
        month.trim().clone_into(&mut date.season);
    } else {
        date.season = date_parse::season_word(date.start, month).to_owned();
    }
}
