//! Date variables: date parts, seasons, raw strings, and other values found in their place.

use super::unread::unread;
use super::value::JsonValue;
use crate::item::{Date, DateParts, Warning, date_parse};
use crate::prelude::*;
use crate::text::{fill_in, list_contains, list_index, parse_u32};

/// The keys of a date. Year, month and day as keys are not in the schema.
const PARTS: &str = "year month day season literal raw date-parts";

/// Keys that are passed over without a warning: Crossref repeats the date in them.
const SILENT: &str = "date-time timestamp";

/// The date of a date variable.
pub(super) fn date(key: &str, value: &JsonValue, warnings: &mut Vec<Warning>) -> Date {
    let mut date = Date::default();
    match value {
        JsonValue::Object(entries) => object(key, entries, &mut date, warnings),
        JsonValue::Text(text) | JsonValue::Number(text) => {
            let sentence = "A date is wanted here, but the string “{}” was found and read.";
            Warning::add(warnings, key, sentence, &[text]);
            date = date_parse::parse(text);
        }
        JsonValue::Array(values) => {
            let sentence = "A date is wanted here, but a list was found and read as its date-parts.";
            Warning::add(warnings, key, sentence, &[]);
            read_parts(key, values, &mut date, warnings);
        }
        other => unread(key, "a date", other, warnings),
    }
    date
}

/// A date given as an object. Date parts win over `raw`, which is read only where there are none.
fn object(key: &str, entries: &[(String, JsonValue)], date: &mut Date, warnings: &mut Vec<Warning>) {
    let mut values = [None; 6];
    for (part, value) in entries {
        let place = list_index(PARTS, part);
        match (value, place.and_then(|at| values.get_mut(at))) {
            (JsonValue::Text(text) | JsonValue::Number(text), Some(slot)) => *slot = Some(text.as_str()),
            (JsonValue::Array(values), None) if place.is_some() => read_parts(key, values, date, warnings),
            (JsonValue::Null, _) if place > Some(2) => {}
            _ if place > Some(2) => {
                unread(&fill_in("{}.{}", &[key, part]), "a date's part", value, warnings);
            }
            _ if part == "circa" => date.circa = value.truth(),
            _ if list_contains(SILENT, part) => {}
            _ => Warning::add(warnings, key, "CSL's dates have no “{}”; it was passed over.", &[part]),
        }
    }
    let [year, month, day, season, literal, raw] = values;
    if date.start.is_none() && year.or(month).or(day).is_some() {
        let sentence = "Year, month and day were found as keys and read; date-parts are wanted.";
        Warning::add(warnings, key, sentence, &[]);
        date.start = parts(key, &[year, month, day].map(Option::unwrap_or_default), warnings);
    }
    if let Some(raw) = raw.filter(|raw| date.start.is_none() && !raw.is_empty()) {
        let circa = date.circa;
        *date = date_parse::parse(raw);
        date.circa |= circa;
    }
    if let Some(literal) = literal.filter(|literal| !literal.is_empty()) {
        date.literal = literal.to_owned();
    }
    if let Some(season) = season.filter(|season| !season.is_empty()) {
        add_season(key, date, season, warnings);
    }
}

/// Sets a season: one of the four as a month from 13 to 16, other words as text.
fn add_season(key: &str, date: &mut Date, season: &str, warnings: &mut Vec<Warning>) {
    let number = date_parse::season(season);
    match (&mut date.start, number) {
        (Some(start), Some(number)) => {
            start.month = if start.month == 0 { number } else { start.month };
            date.season = date_parse::season_word(date.start, season).to_owned();
        }
        (Some(start), None) if start.month != 0 => {
            let sentence = "The season “{}” was passed over, for the date has a month.";
            Warning::add(warnings, key, sentence, &[season]);
        }
        _ => date.season = season.to_owned(),
    }
}

/// Reads `[[2001, 2, 3], [2001, 4]]`, and `[2001, 2, 3]` as well.
fn read_parts(key: &str, values: &[JsonValue], date: &mut Date, warnings: &mut Vec<Warning>) {
    let mut nested: Vec<&[JsonValue]> = Vec::new();
    for value in values {
        if let JsonValue::Array(parts) = value {
            nested.push(parts);
        }
    }
    date.start = parts(key, &words(nested.first().copied().unwrap_or(values)), warnings);
    let end = nested.get(1).map(|parts| words(parts)).unwrap_or_default();
    // A year 0 leaves the range open.
    let open = end.first().is_some_and(|year| year.trim() == "0");
    let end = if open { Some(DateParts::default()) } else { parts(key, &end, warnings) };
    date.end = end.filter(|_| date.start.is_some());
}

/// Numbers and strings as text; other values as empty texts.
fn words(values: &[JsonValue]) -> Vec<&str> {
    let mut words = Vec::new();
    for value in values {
        words.push(value.plain().unwrap_or(""));
    }
    words
}

/// An integer, with or without a sign.
fn integer(text: &str) -> Option<i32> {
    let digits = parse_u32(text.trim_start_any("-+")).and_then(|number| i32::try_from(number).ok())?;
    Some(if text.starts_with('-') { -digits } else { digits })
}

/// A date of a year, a year and a month, or all three; numbers or decimal text.
fn parts(key: &str, words: &[&str], warnings: &mut Vec<Warning>) -> Option<DateParts> {
    let word = |at: usize| words.get(at).map_or("", |word| word.trim());
    let mut parts = DateParts::default();
    let year = *words.first()?;
    parts.year = integer(year.trim()).unwrap_or(0);
    if parts.year == 0 {
        let found = if word(0).is_empty() { "nothing" } else { year };
        let sentence = "“{}” was found where a year is wanted; the date was passed over.";
        Warning::add(warnings, key, sentence, &[found]);
        return None;
    }
    let untrimmed = |at: usize| words.get(at).copied().unwrap_or("");
    let Some(month) = date_parse::month(word(1)) else {
        Warning::add(warnings, key, "“{}” is no month; the year alone was read.", &[untrimmed(1)]);
        return Some(parts);
    };
    parts.month = month;
    let day = if word(2).is_empty() { Some(0) } else { parse_u32(word(2)).filter(|day| *day <= 31) };
    if day.is_none() {
        Warning::add(warnings, key, "“{}” is no day; year and month were read.", &[untrimmed(2)]);
    }
    if month != 0 {
        parts.day = day.unwrap_or(0) as u8;
    }
    Some(parts)
}
