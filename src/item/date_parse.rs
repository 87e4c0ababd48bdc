//! Dates as text: from `raw` in CSL-JSON, from files and from `meta` elements.
//!
//! Supported are ISO 8601 and EDTF (`2000-05`, `2000/2001`, `1999~`, `2024-21`; <https://www.loc.gov/standards/datetime/>),
//! dates with the month as a word in either order (`June 30, 2024`, `30 June 2024`), ranges of them, seasons, and years
//! before the common era. Any other text becomes a literal, which is printed as it is.

use super::{Date, DateParts};
use crate::prelude::*;
use crate::text::{self, ValueTable, value_table, word_list};

/// The greatest length of a date, in bytes; longer text is a literal.
const MAX_LENGTH: usize = 100;

/// Parses a date; other text becomes the date's literal.
pub fn parse(raw: &str) -> Date {
    let text = raw.trim();
    if let Some(quoted) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return Date { literal: quoted.to_owned(), ..Date::default() };
    }
    let date = if text.len() <= MAX_LENGTH { parse_date(text) } else { None };
    let mut date = date.unwrap_or_else(|| Date { literal: text.to_owned(), ..Date::default() });
    if date.season.is_empty() {
        date.season = season_word(date.start, text).to_owned();
    }
    date
}

/// The month of a word or number: 1–12, seasons as 13–16; 0 for empty text. `None` when it is no month.
pub fn month(text: &str) -> Option<u8> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0);
    }
    match text::parse_u32(text) {
        Some(number) => month_number(number),
        None => month_word(text).filter(|number| *number > 0),
    }
}

/// The month of a number: EDTF counts seasons from 21, citeproc-js from 13 and from 17 as well.
fn month_number(number: u32) -> Option<u8> {
    let offset = if number > 20 { 8 } else { 4 };
    let month = if number > 16 { number - offset } else { number };
    (month <= 16).then_some(month as u8)
}

/// The season of a word or number (1–4), as a month from 13 to 16.
pub fn season(text: &str) -> Option<u8> {
    let text = text.trim();
    let month = match text::parse_u32(text) {
        Some(number @ 1..=4) => Some(number as u8 + 12),
        Some(number) => month_number(number),
        None => month_word(text),
    };
    month.filter(|number| *number > 12)
}

/// The word for an autumn that a text calls “fall”, which the locale's term would not print; empty for all others.
pub fn season_word(start: Option<DateParts>, text: &str) -> &'static str {
    let is_autumn = start.is_some_and(|start| start.month == 15);
    if is_autumn && text::contains(&text::to_lowercase(text), "fall") { "Fall" } else { "" }
}

/// The first letters of the months in English, German, French, Spanish, Italian and Portuguese, the names of seasons with
/// their numbers as months, and the first letters of the days of the week in English, as 0; the first match counts.
const MONTHS: ValueTable<u8> = value_table! {
    "jan" => 1, "jän" => 1, "ene" => 1, "gen" => 1, "feb" => 2, "fev" => 2, "fév" => 2, "mar" => 3, "mär" => 3,
    "mrz" => 3, "apr" => 4, "avr" => 4, "abr" => 4, "may" => 5, "mai" => 5, "mag" => 5, "juil" => 7, "jui" => 6,
    "jun" => 6, "giu" => 6, "jul" => 7, "lug" => 7, "aug" => 8, "aoû" => 8, "aou" => 8, "ago" => 8, "sep" => 9,
    "set" => 9, "oct" => 10, "okt" => 10, "out" => 10, "ott" => 10, "nov" => 11, "dec" => 12, "dez" => 12,
    "déc" => 12, "dic" => 12, "spring" => 13, "summer" => 14, "autumn" => 15, "fall" => 15, "winter" => 16,
    "mon" => 0, "tue" => 0, "wed" => 0, "thu" => 0, "fri" => 0, "sat" => 0, "sun" => 0,
};

/// The month or season of a word; 0 for a day of the week.
fn month_word(word: &str) -> Option<u8> {
    let word = text::to_lowercase(word);
    if word.char_count() > "septiembre".len() {
        return None;
    }
    let whole = |start: &str, month: u8| match month {
        0 => word == start || word.ends_with("day"),
        1..=12 => true,
        _ => word == start,
    };
    let found = MONTHS.rows().find(|(start, month)| word.starts_with(start) && whole(start, *month));
    found.map(|(_, month)| month)
}

/// A date, or one end of a range, with the parts that its own text has.
#[derive(Clone, Copy, Default)]
struct PartialDate {
    year: Option<i32>,
    month: u8,
    day: u8,
}

/// Parses a date or a range, with marks of uncertainty (`c.`, `~`, `?`, brackets) around it.
fn parse_date(text: &str) -> Option<Date> {
    let plain = text::remove_chars(text, "~?[]%≈日");
    let mut plain = plain.trim();
    let mut circa = text.contains_any("~?≈");
    let word = text::before_any(plain, " .");
    if word_list!["circa", "about", "ca", "c"].contains(&word.to_ascii_lowercase()) {
        circa = true;
        plain = text::split_at(plain, word.len()).1.trim_start_any(" .");
    }
    let hyphenated = text::replace(&text::replace(plain, "年", "-"), "月", "-");
    let plain = hyphenated.strip_suffix('-').filter(|_| text.contains_char('年')).unwrap_or(&hyphenated);
    let mut date = Date::default();
    if let Some(partial) = numeric(plain) {
        single(partial, &mut date)?;
    } else if range(plain, &mut date).is_none() {
        date = Date::default();
        single(in_words(plain, &mut date.season)?, &mut date)?;
    }
    date.circa = circa;
    Some(date)
}

/// Sets the start of a date that is no range. A number by itself is a year.
fn single(mut partial: PartialDate, date: &mut Date) -> Option<()> {
    if partial.year.is_none() && partial.month == 0 && date.season.is_empty() {
        partial.year = Some(i32::from(core::mem::take(&mut partial.day)));
    }
    date.start = Some(partial.parts()?);
    Some(())
}

impl PartialDate {
    /// The parts, if there is a year. Years are historical, not astronomical: there is no year 0.
    fn parts(&self) -> Option<DateParts> {
        let year = self.year.filter(|year| *year != 0)?;
        Some(DateParts { year, month: self.month, day: self.day })
    }

    /// Adds a number among words: a day if it can be one, else the year.
    fn add_number(&mut self, number: i32) -> Option<()> {
        if self.year.is_none() && (number > 31 || self.day != 0) {
            self.year = Some(number);
        } else if self.day == 0 && number <= 31 {
            self.day = number as u8;
        } else {
            return None;
        }
        Some(())
    }

    /// Whether there is neither a year nor a month, so that a day is all there may be.
    fn is_day_alone(&self) -> bool {
        self.year.is_none() && self.month == 0
    }
}

/// Sets start and end from two dates with a separator between them; each takes from the other the parts that it lacks.
fn range(text: &str, date: &mut Date) -> Option<()> {
    let (first, second) = split_range(text)?;
    let second = second.trim();
    let mut start = numeric_or_words(first.trim(), &mut date.season)?;
    if matches!(second, "" | ".." | "present") {
        date.start = Some(start.parts()?);
        date.end = Some(DateParts::default());
        return Some(());
    }
    let mut end = numeric_or_words(second, &mut date.season)?;
    if start.is_day_alone() && end.is_day_alone() {
        return None;
    }
    match later_year(&start, &end) {
        Some(later) => end = PartialDate { year: Some(later), ..PartialDate::default() },
        None => {
            start.year = start.year.or(end.year);
            end.year = end.year.or(start.year);
            if start.month == 0 {
                start.month = end.month;
            }
            if end.month == 0 {
                end.month = start.month;
            }
        }
    }
    date.start = Some(start.parts()?);
    date.end = Some(end.parts()?);
    Some(())
}

/// The year that ends a range like `1920–29`.
fn later_year(start: &PartialDate, end: &PartialDate) -> Option<i32> {
    let year = start.year.filter(|year| *year > 99 && start.month == 0 && start.day == 0)?;
    let later = year - year % 100 + i32::from(end.day);
    (end.is_day_alone() && later > year).then_some(later)
}

/// The two ends of a range: around a slash, a dash, a hyphen with spaces around it, or the only hyphen.
fn split_range(text: &str) -> Option<(&str, &str)> {
    for separator in "/|–|—| - | to ".split_char('|') {
        if let Some(ends) = text::split_once(text, separator) {
            return Some(ends);
        }
    }
    // A hyphen at the start is a minus sign.
    let minus = if text.starts_with('-') { 1 } else { 0 };
    let (first, second) = text::split_once(text.get(minus..)?, "-")?;
    let first = text.get(..minus + first.len())?;
    (!second.contains_char('-')).then_some((first, second))
}

/// One end of a range.
fn numeric_or_words(text: &str, season: &mut String) -> Option<PartialDate> {
    numeric(text).or_else(|| in_words(text, season))
}

/// A date in numbers that is no range: `2000`, `2000-05`, `2000-05-12`, `-0044-03-15`, `20000512`, with or without a time
/// after the day; `5/12/2000`, `25/12/2000`, `2000/5/12`, `5/2000`, `2000/05`, `05.12.2000`. With slashes the month comes
/// first, as in the United States, unless the first number is too large; with dots the day does.
fn numeric(text: &str) -> Option<PartialDate> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let signed = unsigned.len() < text.len();
    let separator = unsigned.chars().find(|c| "-/.".contains_char(*c)).unwrap_or('-');
    let iso = separator == '-';
    let (mut numbers, mut count) = ([0; 3], 0);
    for piece in unsigned.split_char(separator) {
        let timed = iso && count == 2;
        let digits = text::before_any(piece, if timed { "T " } else { "" });
        *numbers.get_mut(count)? = number(if iso { digits } else { digits.trim() })?;
        count += 1;
        if timed {
            break;
        }
    }
    let [first, second, third] = numbers;
    let (year, month, day) = match count {
        1 if unsigned.len() == 8 => (first / 10_000, first / 100 % 100, first % 100),
        _ if iso || first > 99 => (first, second, third),
        2 => (second, first, 0),
        _ if separator == '.' || first > 12 => (third, second, first),
        _ => (third, first, second),
    };
    let long = year > 99 || iso && (signed || text::before_any(unsigned, "-").len() > 2);
    let month = month_number(month as u32).filter(|month| iso || (1..=12).contains(month))?;
    let fits = long && day <= 31 && (iso || !signed);
    fits.then_some(PartialDate { year: Some(if signed { -year } else { year }), month, day: day as u8 })
}

/// A number of at most nine digits and nothing else.
fn number(text: &str) -> Option<i32> {
    text::parse_u32(text).filter(|_| text.len() <= 9).map(|number| number as i32)
}

/// A date whose parts are in any order: a month or season as a word, a number for the day, one for the year. Other words
/// are the name of a season (`Trinity 2001`).
fn in_words(text: &str, season: &mut String) -> Option<PartialDate> {
    let mut partial = PartialDate::default();
    let mut others = String::new();
    for token in text::split_any(text, " ,") {
        let word = token.trim_end_any(".");
        if let Some(number) = ordinal_or_number(word) {
            partial.add_number(number)?;
        } else if !word.chars().all(|c| c.is_letter() || c == '.') {
            return None;
        } else if let Some(era) = ERAS.get(&text::remove_chars(word, ".").to_ascii_uppercase()) {
            // A number by itself was taken for a day.
            if partial.year.is_none() && partial.day > 0 {
                partial.year = Some(i32::from(core::mem::take(&mut partial.day)));
            }
            partial.year = Some(partial.year? * era);
        } else if let Some(month) = month_word(word) {
            if month > 0 && partial.month > 0 {
                return None;
            }
            partial.month = partial.month.max(month);
        } else {
            others = text::concat(&[&others, if others.is_empty() { "" } else { " " }, token]);
        }
    }
    if !others.is_empty() {
        let dated = partial.year.is_some_and(|year| year.abs() > 99);
        if !dated || partial.month != 0 || partial.day != 0 {
            return None;
        }
        if season.is_empty() {
            *season = others;
        }
    }
    Some(partial)
}

/// `30`, `30th`, `1st`, `1er`.
fn ordinal_or_number(word: &str) -> Option<i32> {
    let (bare, ending) = text::split_at(word, word.len().saturating_sub(2));
    number(if word_list!["st", "nd", "rd", "th", "er"].contains(ending) { bare } else { word })
}

/// The eras and the sign of their years.
const ERAS: ValueTable<i32> = value_table! { "BC" => -1, "BCE" => -1, "AD" => 1, "CE" => 1 };

#[cfg(test)]
mod tests {
    use super::*;

    /// A date in one line: `2000-5-12`, `2000/2001`, `~1999`, `2001 Trinity`, `"literal"`.
    fn in_one_line(date: &Date) -> String {
        let parts = |p: DateParts| {
            let numbers = [p.year, i32::from(p.month), i32::from(p.day)];
            let parts = numbers.iter().take_while(|n| **n != 0).map(i32::to_string).collect::<Vec<_>>();
            text::join(&parts, "-")
        };
        let circa = if date.circa { "~" } else { "" };
        let start = date.start.map(parts).unwrap_or_default();
        let end = date.end.map(|end| format!("/{}", parts(end))).unwrap_or_default();
        let season = if date.season.is_empty() { String::new() } else { format!(" {}", date.season) };
        let literal = if date.literal.is_empty() { String::new() } else { format!("\"{}\"", date.literal) };
        [circa, &start, &end, &season, &literal].concat()
    }

    #[test]
    fn dates_are_parsed() {
        for (raw, expected) in [
            ("2000", "2000"),
            ("2000-05", "2000-5"),
            ("2000-05-12", "2000-5-12"),
            ("2000-00-00", "2000"),
            ("2020-3-5", "2020-3-5"),
            ("20240630", "2024-6-30"),
            ("2024-06-30T10:00:00Z", "2024-6-30"),
            ("2024-06-30 10:00:00", "2024-6-30"),
            ("-0044-03-15", "-44-3-15"),
            ("-44", "-44"),
            ("44 BC", "-44"),
            ("44 B.C.", "-44"),
            ("300 AD", "300"),
            ("44 BC–14 AD", "-44/14"),
            ("99", "99"),
            ("2000/2001", "2000/2001"),
            ("2000-2001", "2000/2001"),
            ("2000–2001", "2000/2001"),
            ("1920–29", "1920/1929"),
            ("1999/..", "1999/"),
            ("1999-", "1999/"),
            ("1999~", "~1999"),
            ("~1999", "~1999"),
            ("c. 1999", "~1999"),
            ("ca. 1999", "~1999"),
            ("circa 1999-2001", "~1999/2001"),
            ("[1999]", "1999"),
            ("[1999?]", "~1999"),
            ("June 30, 2024", "2024-6-30"),
            ("June 30th 2024", "2024-6-30"),
            ("30 June 2024", "2024-6-30"),
            ("Sunday, 30 June 2024", "2024-6-30"),
            ("2024 Jun", "2024-6"),
            ("5 Mar. 2020", "2020-3-5"),
            ("1 März 2020", "2020-3-1"),
            ("juillet 2020", "2020-7"),
            ("June-July 2024", "2024-6/2024-7"),
            ("January–February 2020", "2020-1/2020-2"),
            ("June 2023 - July 2024", "2023-6/2024-7"),
            ("March 3-5, 2020", "2020-3-3/2020-3-5"),
            ("3-5 March 2020", "2020-3-3/2020-3-5"),
            ("2020-03-03/05", "2020-3-3/2020-3-5"),
            ("Dec 2019/Jan 2020", "2019-12/2020-1"),
            ("2004-02-01/2005-02-08", "2004-2-1/2005-2-8"),
            ("1 January 2020 - 5 February 2021", "2020-1-1/2021-2-5"),
            ("5/12/2000", "2000-5-12"),
            ("25/12/2000", "2000-12-25"),
            ("2000/5/12", "2000-5-12"),
            ("2000/05", "2000-5"),
            ("5/2000", "2000-5"),
            ("05.12.2000", "2000-12-5"),
            ("2020年5月3日", "2020-5-3"),
            ("2020年5月", "2020-5"),
            ("2020年", "2020"),
            ("Spring 2024", "2024-13"),
            ("Fall 2020", "2020-15 Fall"),
            ("2024-21", "2024-13"),
            ("Spring 1999 - Summer 2001", "1999-13/2001-14"),
            ("Winter 2023/2024", "2023-16/2024-16"),
            ("Michaelmas Term 1999", "1999 Michaelmas Term"),
            ("Bogus Date", "\"Bogus Date\""),
            ("n.d.", "\"n.d.\""),
            ("in press", "\"in press\""),
            ("\"2001\"", "\"2001\""),
            ("'99", "\"'99\""),
            ("2020 Q1", "\"2020 Q1\""),
            ("0", "\"0\""),
            ("2019 (2020)", "\"2019 (2020)\""),
            ("199X", "\"199X\""),
            ("99999999999999999999", "\"99999999999999999999\""),
            ("---", "\"---\""),
            ("", ""),
        ] {
            assert_eq!(in_one_line(&parse(raw)), expected, "{raw}");
        }
    }
}
