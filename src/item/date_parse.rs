//! Dates in words and figures: what records put into `raw`, and pages into their meta elements.
//!
//! Read are ISO 8601 and EDTF (`2000-05`, `2000/2001`, `1999~`, `2024-21`), dates in words in either order
//! (`June 30, 2024`, `30 June 2024`), ranges of them, seasons, and years before the common era. Anything else stays
//! as a literal: printed as it is, nothing is lost.

use super::{Date, DateParts};
use crate::prelude::*;
use crate::text::{self, joined};

/// No date is longer, in bytes; longer text is a literal unseen.
const LONGEST: usize = 100;

/// Reads a date; text that is none becomes the date's literal.
pub fn parse(raw: &str) -> Date {
    let text = raw.trim();
    if let Some(quoted) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return Date { literal: quoted.to_owned(), ..Date::default() };
    }
    let date = if text.len() <= LONGEST { read(text) } else { None };
    date.unwrap_or_else(|| Date { literal: text.to_owned(), ..Date::default() })
}

/// The month that a word or number names: 1–12, seasons as 13–16; 0 for empty text. `None` when it is no month.
pub fn month(text: &str) -> Option<u8> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0);
    }
    match text::number(text) {
        // EDTF counts seasons from 21, citeproc-js from 13 and from 17 as well.
        Some(number @ 0..=16) => u8::try_from(number).ok(),
        Some(number @ 17..=20) => u8::try_from(number - 4).ok(),
        Some(number @ 21..=24) => u8::try_from(number - 8).ok(),
        Some(_) => None,
        None => month_word(text).or_else(|| season(text)),
    }
}

/// The season that a word or number (1–4) names, as a month from 13 to 16.
pub fn season(text: &str) -> Option<u8> {
    let plain = text::lower(text.trim());
    let number = match plain.as_str() {
        "1" | "spring" => 13,
        "2" | "summer" => 14,
        "3" | "autumn" | "fall" => 15,
        "4" | "winter" => 16,
        _ => {
            return text::number(&plain)
                .filter(|number| (13..=24).contains(number))
                .and_then(|_| month(&plain));
        }
    };
    Some(number)
}

/// How the names of months begin in English, German, French, Spanish, Italian and Portuguese; the first hit counts.
const MONTHS: &str = "jan=1|jän=1|ene=1|gen=1|feb=2|fev=2|fév=2|mar=3|mär=3|mrz=3|apr=4|avr=4|abr=4|may=5|mai=5|mag=5|\
    juil=7|jui=6|jun=6|giu=6|jul=7|lug=7|aug=8|aoû=8|aou=8|ago=8|sep=9|set=9|oct=10|okt=10|out=10|\
    ott=10|nov=11|dec=12|dez=12|déc=12|dic=12";

/// The month that a word names.
fn month_word(word: &str) -> Option<u8> {
    let word = text::lower(word);
    if word.chars().count() > "septiembre".len() {
        return None;
    }
    let found = text::rows(MONTHS).find(|row| word.starts_with(row.0))?;
    text::number(found.1).and_then(|number| u8::try_from(number).ok())
}

/// One end of a range as far as its own text tells.
#[derive(Default)]
struct Half {
    year: Option<i32>,
    month: u8,
    day: u8,
    season: String,
}

/// The whole text, with its marks of uncertainty (`c.`, `~`, `?`, brackets) taken off.
fn read(text: &str) -> Option<Date> {
    let mut plain: String = text.chars().filter(|c| !matches!(c, '~' | '?' | '[' | ']' | '%' | '≈')).spell();
    let mut circa = text.holds_any("~?≈");
    let lower = plain.trim_start().to_ascii_lowercase();
    for mark in ["circa ", "about ", "ca. ", "ca ", "c. ", "ca.", "c."] {
        if lower.starts_with(mark) {
            circa = true;
            plain = plain.trim_start().get(mark.len()..)?.to_owned();
            break;
        }
    }
    let plain = text::without(plain.trim(), "日");
    let plain = text::replaced(&text::replaced(&plain, "年", "-"), "月", "-");
    let plain = plain.strip_suffix('-').filter(|_| plain.holds('-') && text.holds('年')).unwrap_or(&plain);
    let mut date = single(plain).or_else(|| range(plain)).or_else(|| in_words(plain).and_then(alone))?;
    date.circa |= circa;
    Some(date)
}

/// A date in figures that is no range.
fn single(text: &str) -> Option<Date> {
    iso(text).or_else(|| separated(text, '/')).or_else(|| separated(text, '.')).and_then(alone)
}

/// A date from its only half. A number by itself is a year.
fn alone(mut half: Half) -> Option<Date> {
    if half.year.is_none() && half.month == 0 && half.season.is_empty() {
        half.year = Some(i32::from(core::mem::take(&mut half.day)));
    }
    let start = half.parts()?;
    Some(Date { start: Some(start), season: half.season, ..Date::default() })
}

impl Half {
    /// The parts, if there is a year. The model leaves years as they are counted: there is no year 0.
    fn parts(&self) -> Option<DateParts> {
        let year = self.year.filter(|year| *year != 0)?;
        Some(DateParts { year, month: self.month, day: self.day })
    }
}

/// Two dates with a separator between them; each takes from the other what it leaves unsaid.
fn range(text: &str) -> Option<Date> {
    let (first, second) = ends(text)?;
    let (first, second) = (first.trim(), second.trim());
    let mut start = figures_or_words(first)?;
    if matches!(second, "" | ".." | "present") {
        let parts = start.parts()?;
        return Some(Date { start: Some(parts), end: Some(DateParts::default()), ..Date::default() });
    }
    let mut end = figures_or_words(second)?;
    if start.year.is_none() && start.month == 0 && end.year.is_none() && end.month == 0 {
        return None;
    }
    if shortened_year(&start, &mut end) {
        let parts = start.parts()?;
        return Some(Date { start: Some(parts), end: end.parts(), ..Date::default() });
    }
    start.year = start.year.or(end.year);
    end.year = end.year.or(start.year);
    if start.month == 0 {
        start.month = end.month;
    }
    if end.month == 0 {
        end.month = start.month;
    }
    let (from, to) = (start.parts()?, end.parts()?);
    let season = if start.season.is_empty() { end.season } else { start.season };
    Some(Date { start: Some(from), end: Some(to), season, ..Date::default() })
}

/// Fills in the century of `1920–29`. Says whether `end` is such a year.
fn shortened_year(start: &Half, end: &mut Half) -> bool {
    let lone = end.year.is_none() && end.month == 0 && end.day > 0;
    let Some(year) = start.year.filter(|year| lone && start.day == 0 && start.month == 0 && *year > 99)
    else {
        return false;
    };
    let later = year - year % 100 + i32::from(end.day);
    if later <= year {
        return false;
    }
    *end = Half { year: Some(later), ..Half::default() };
    true
}

/// Where a range is parted: at a slash, a dash, a hyphen between blanks, or the only hyphen there is.
fn ends(text: &str) -> Option<(&str, &str)> {
    for separator in ["/", "–", "—", " - ", " to "] {
        if let Some(ends) = text::cut(text, separator) {
            return Some(ends);
        }
    }
    // A hyphen in front is a minus.
    let inner = text.strip_prefix('-').unwrap_or(text);
    let (first, second) = inner.split_once('-')?;
    let first = text.get(..text.len() - inner.len() + first.len())?;
    (!second.holds('-')).then_some((first, second))
}

/// One end of a range.
fn figures_or_words(text: &str) -> Option<Half> {
    iso(text).or_else(|| separated(text, '/')).or_else(|| separated(text, '.')).or_else(|| in_words(text))
}

/// `2000`, `2000-05`, `2000-05-12`, `-0044-03-15`, `20000512`, each with or without a time after the day.
fn iso(text: &str) -> Option<Half> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    if digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let spread = joined(&[digits.get(..4)?, "-", digits.get(4..6)?, "-", digits.get(6..)?]);
        return iso(&spread).filter(|half| half.month <= 12 && half.year.is_some_and(|year| year >= 1000));
    }
    let mut pieces = digits.splitn(3, '-');
    let year = pieces.next().filter(|year| year.len() >= 3 || sign < 0).and_then(figures)?;
    let month = pieces.next().map_or(Some(0), |piece| figures(piece).and_then(|_| self::month(piece)))?;
    let day = match pieces.next() {
        None => 0,
        Some(piece) => {
            let piece = piece.split_once(['T', ' ']).map_or(piece, |(day, _time)| day);
            figures(piece).filter(|day| *day <= 31)?
        }
    };
    Some(Half { year: Some(sign * year), month, day: day as u8, season: String::new() })
}

/// `5/12/2000`, `25/12/2000`, `2000/5/12`, `5/2000`, `2000/05`, `05.12.2000`. With a slash the month comes first, as
/// in the United States, unless the first figure is none; with a point the day does.
fn separated(text: &str, separator: char) -> Option<Half> {
    let mut pieces = text.split(separator).map(|piece| figures(piece.trim()));
    let (first, second, third) = (pieces.next()??, pieces.next()??, pieces.next());
    if pieces.next().is_some() {
        return None;
    }
    let is_year = |number: i32| number > 99;
    let (year, month, day) = match third {
        Some(third) if is_year(first) => (first, second, third?),
        Some(third) if separator == '.' || first > 12 => (third?, second, first),
        Some(third) => (third?, first, second),
        None if is_year(first) => (first, second, 0),
        None => (second, first, 0),
    };
    let fits = is_year(year) && (1..=12).contains(&month) && (0..=31).contains(&day);
    fits.then_some(Half { year: Some(year), month: month as u8, day: day as u8, season: String::new() })
}

/// A number of at most nine digits and nothing else.
fn figures(text: &str) -> Option<i32> {
    let fits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text::number(text)).flatten().and_then(|number| i32::try_from(number).ok())
}

/// A date whose parts stand in any order: a month or season in words, a number for the day, one for the year.
fn in_words(text: &str) -> Option<Half> {
    let mut half = Half::default();
    let mut numbers: Vec<i32> = Vec::new();
    let mut season_words: Vec<&str> = Vec::new();
    for token in text.split([' ', ',']).filter(|token| !token.is_empty()) {
        let word = token.trim_end_matches('.');
        if let Some(number) = ordinal_or_figures(word) {
            numbers.push(number);
        } else if !word.chars().all(|c| c.is_letter() || c == '.') {
            return None;
        } else if let Some(era) = era(word) {
            let year = numbers.pop()?;
            half.year = Some(year * era);
        } else if let Some(number) = season(word).or_else(|| month_word(word)) {
            if half.month != 0 {
                return None;
            }
            half.month = number;
        } else if !is_weekday(word) {
            season_words.push(token);
        }
    }
    for number in numbers {
        if half.year.is_none() && (number > 31 || half.day != 0) {
            half.year = Some(number);
        } else if half.day == 0 && number <= 31 {
            half.day = number as u8;
        } else {
            return None;
        }
    }
    half.season = text::separated(&season_words, " ");
    let dated = half.year.is_some_and(|year| year.abs() > 99);
    (half.season.is_empty() || (dated && half.month == 0 && half.day == 0)).then_some(half)
}

/// `30`, `30th`, `1st`, `1er`.
fn ordinal_or_figures(word: &str) -> Option<i32> {
    let bare = ["st", "nd", "rd", "th", "er"].iter().find_map(|ending| word.strip_suffix(ending));
    figures(bare.unwrap_or(word))
}

/// The sign that an era gives its years.
fn era(word: &str) -> Option<i32> {
    match text::without(word, ".").to_ascii_uppercase().as_str() {
        "BC" | "BCE" => Some(-1),
        "AD" | "CE" => Some(1),
        _ => None,
    }
}

/// Whether a word names a day of the week, in English.
fn is_weekday(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .any(|day| word.strip_prefix(day).is_some_and(|rest| rest.is_empty() || rest.ends_with("day")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A date in one line: `2000-5-12`, `2000/2001`, `~1999`, `2001 Trinity`, `"literal"`.
    fn shown(date: &Date) -> String {
        let parts = |p: DateParts| {
            let numbers = [p.year, i32::from(p.month), i32::from(p.day)];
            let said = numbers.iter().take_while(|n| **n != 0).map(i32::to_string).collect::<Vec<_>>();
            text::separated(&said, "-")
        };
        let circa = if date.circa { "~" } else { "" };
        let start = date.start.map(parts).unwrap_or_default();
        let end = date.end.map(|end| format!("/{}", parts(end))).unwrap_or_default();
        let season = if date.season.is_empty() { String::new() } else { format!(" {}", date.season) };
        let literal = if date.literal.is_empty() { String::new() } else { format!("\"{}\"", date.literal) };
        [circa, &start, &end, &season, &literal].concat()
    }

    #[test]
    fn raw_dates_are_read() {
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
            ("Fall 2020", "2020-15"),
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
            assert_eq!(shown(&parse(raw)), expected, "{raw}");
        }
    }
}
