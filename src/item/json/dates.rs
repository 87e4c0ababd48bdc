//! Date variables: date parts, seasons, raw strings, and all that is found in their place.

use super::names::truth;
use super::{Json, View, doubt, plain, unread};
use crate::item::{Date, DateParts, Doubt, date_parse};
use crate::prelude::*;
use crate::text::{joined, number};

/// The date of a date variable.
pub(super) fn date<J: Json>(key: &str, value: View<J>, doubts: &mut Vec<Doubt>) -> Date {
    match value {
        View::Object(entries) => object(key, entries, doubts),
        View::Text(text) | View::Number(text) => {
            doubt(doubts, key, &["A date is wanted here, but the string “", &text, "” was found and read."]);
            date_parse::parse(&text)
        }
        View::Array(values) => {
            doubt(doubts, key, &["A date is wanted here, but a list was found and read as its date-parts."]);
            let mut date = Date::default();
            read_parts(key, &values, &mut date, doubts);
            date
        }
        other => {
            unread(key, "a date", &other, doubts);
            Date::default()
        }
    }
}

/// A date given as an object. Date parts win over `raw`, which is read only where there are none.
fn object<J: Json>(key: &str, entries: Vec<(String, J)>, doubts: &mut Vec<Doubt>) -> Date {
    let mut date = Date::default();
    let mut raw = String::new();
    let mut season = String::new();
    let mut apart = Vec::new();
    for (part, value) in entries {
        match (part.as_str(), value.view()) {
            ("circa", _) => date.circa = truth(&value),
            ("date-parts", View::Array(values)) => read_parts(key, &values, &mut date, doubts),
            ("season", View::Text(text) | View::Number(text)) => season = text,
            ("literal", View::Text(text) | View::Number(text)) => date.literal = text,
            ("raw", View::Text(text) | View::Number(text)) => raw = text,
            ("date-parts" | "season" | "literal" | "raw", View::Null) => {}
            ("date-parts" | "season" | "literal" | "raw", other) => {
                unread(&joined(&[key, ".", &part]), "a date's part", &other, doubts);
            }
            ("year" | "month" | "day", View::Text(text) | View::Number(text)) => apart.push((part, text)),
            // Crossref says the same three times over.
            ("date-time" | "timestamp", _) => {}
            _ => doubt(doubts, key, &["CSL's dates have no “", &part, "”; it was passed over."]),
        }
    }
    if date.start.is_none() && !apart.is_empty() {
        doubt(doubts, key, &["Year, month and day were found as keys and read; date-parts are wanted."]);
        let said = |wanted: &str| apart.iter().find(|(part, _)| part == wanted).map(|(_, text)| text.clone());
        let words = ["year", "month", "day"].map(|part| said(part).unwrap_or_default());
        date.start = parts(key, words.into_iter(), doubts);
    }
    if date.start.is_none() && !raw.is_empty() {
        let circa = date.circa;
        let literal = core::mem::take(&mut date.literal);
        date = date_parse::parse(&raw);
        date.circa |= circa;
        if !literal.is_empty() {
            date.literal = literal;
        }
    }
    if !season.is_empty() {
        add_season(key, &mut date, season, doubts);
    }
    date
}

/// Puts a season in its place: one of the four as a month from 13 to 16, other words as they are.
fn add_season(key: &str, date: &mut Date, season: String, doubts: &mut Vec<Doubt>) {
    let number = date_parse::season(&season);
    match (&mut date.start, number) {
        (Some(start), Some(number)) if start.month == 0 => start.month = number,
        (Some(_), Some(_)) => {}
        (Some(start), None) if start.month != 0 => {
            doubt(doubts, key, &["The season “", &season, "” was passed over, for the date has a month."]);
        }
        _ => date.season = season,
    }
}

/// Reads `[[2001, 2, 3], [2001, 4]]`, and `[2001, 2, 3]` as well.
fn read_parts<J: Json>(key: &str, values: &[J], date: &mut Date, doubts: &mut Vec<Doubt>) {
    let mut nested = values.iter().filter_map(|value| match value.view() {
        View::Array(parts) => Some(parts),
        _ => None,
    });
    match nested.next() {
        None => date.start = parts(key, words(values), doubts),
        Some(first) => {
            date.start = parts(key, words(&first), doubts);
            date.end = nested.next().and_then(|second| end(key, &second, doubts));
        }
    }
    if date.start.is_none() {
        date.end = None;
    }
}

/// The end of a range; a year 0 leaves it open.
fn end<J: Json>(key: &str, values: &[J], doubts: &mut Vec<Doubt>) -> Option<DateParts> {
    if words(values).next()?.trim() == "0" {
        return Some(DateParts::default());
    }
    parts(key, words(values), doubts)
}

/// Numbers and strings as text; whatever else as nothing.
fn words<J: Json>(values: &[J]) -> impl Iterator<Item = String> {
    values.iter().map(|value| plain(value).unwrap_or_default())
}

/// A whole number, with a sign or without.
fn integer(text: &str) -> Option<i32> {
    let digits = number(text.trim_start_of("-+")).and_then(|number| i32::try_from(number).ok())?;
    Some(if text.starts_with('-') { -digits } else { digits })
}

/// A year, or a year and a month, or all three; numbers or their decimal text.
fn parts(key: &str, mut words: impl Iterator<Item = String>, doubts: &mut Vec<Doubt>) -> Option<DateParts> {
    let year = words.next()?;
    let month = words.next().unwrap_or_default();
    let day = words.next().unwrap_or_default();
    let Some(year) = integer(year.trim()).filter(|year| *year != 0) else {
        let found = if year.trim().is_empty() { "nothing" } else { &year };
        doubt(doubts, key, &["“", found, "” was found where a year is wanted; the date was passed over."]);
        return None;
    };
    let Some(month_number) = date_parse::month(&month) else {
        doubt(doubts, key, &["“", &month, "” is no month; the year alone was read."]);
        return Some(DateParts { year, month: 0, day: 0 });
    };
    let day_number = match day.trim() {
        "" => Some(0),
        day => number(day).and_then(|day| u8::try_from(day).ok()).filter(|day| *day <= 31),
    };
    if day_number.is_none() {
        doubt(doubts, key, &["“", &day, "” is no day; year and month were read."]);
    }
    let day = if month_number == 0 { 0 } else { day_number.unwrap_or(0) };
    Some(DateParts { year, month: month_number, day })
}
