//! Words in the place of a date: `2019, June 3`, `1962a`, `n.d.`, `in press`.

use core::ops::RangeInclusive;

use crate::item::{Date, date_parse};
use crate::prelude::*;
use crate::read::values;
use crate::references::claims::{Claim, Confidence, Content};
use crate::references::lexicon::months::is_month;
use crate::references::sentences::trim_marks;
use crate::references::tokens::{CLAIMED, Span};
use crate::text::{self, list_contains};
use crate::vocabulary::Variable;

/// What the words in the place of a date mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::references) struct WorkDate {
    /// When the work appeared. Without it and without a status, the work has no date by the reference's own words.
    pub(in crate::references) issued: Option<Date>,
    /// The letter that distinguishes works of one year.
    pub(in crate::references) suffix: String,
    /// When the first edition appeared.
    pub(in crate::references) original: Option<Date>,
    /// Words in place of a date: `in press`.
    pub(in crate::references) status: String,
}

impl WorkDate {
    /// The claims of the words in the place of a date.
    pub(in crate::references) fn claims(self, span: Span) -> Vec<Claim> {
        let mut claims = Vec::new();
        if self.issued.is_none() && self.status.is_empty() {
            claims.push(Claim { content: Content::NoDate, span, confidence: Confidence::Stated });
        }
        let dates = [(Variable::Issued, self.issued), (Variable::OriginalDate, self.original)];
        let texts = [(Variable::YearSuffix, self.suffix), (Variable::Status, self.status)];
        claims.extend(
            dates.into_iter().filter_map(|(variable, date)| Some(Claim::stated(variable, date?, span))),
        );
        claims.extend(
            texts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(variable, text)| Claim::stated(variable, text, span)),
        );
        claims
    }
}

/// Ways of saying that there is no date, without blanks and dots.
const NO_DATE: &str = "nd nodate sf sd oj sinfecha sansdate ohnejahr";

/// The same with their dots, as they follow names without brackets.
const NO_DATE_DOTTED: &str = "n.d s.f s.d o.J n.d. s.f. s.d.";

/// Ways of saying that a work has not appeared.
const TO_COME: [&str; 16] = [
    "in press",
    "forthcoming",
    "in preparation",
    "submitted",
    "accepted",
    "under review",
    "en prensa",
    "im druck",
    "im erscheinen",
    "à paraître",
    "sous presse",
    "no prelo",
    "in stampa",
    "en préparation",
    "online first",
    "ahead of print",
];

/// The years in which a cited work can have appeared.
pub(in crate::references) const YEARS: RangeInclusive<i32> = 1400..=2100;

/// The number of such a year.
pub(in crate::references) fn year(text: &str) -> Option<i32> {
    let number = text::parse_u32(text).filter(|_| text.len() == 4)?;
    i32::try_from(number).ok().filter(|year| YEARS.contains(year))
}

/// A year with the letter after it, if any.
pub(in crate::references) fn year_with_suffix(text: &str) -> Option<(i32, &str)> {
    let (digits, suffix) = text.split_at_checked(4)?;
    let letter = suffix.is_empty() || suffix.len() == 1 && suffix.bytes().all(|b| b.is_ascii_lowercase());
    year(digits).filter(|_| letter).map(|year| (year, suffix))
}

/// Whether a word after names means that there is no date: `n.d.`
pub(in crate::references) fn says_no_date(word: &str) -> bool {
    list_contains(NO_DATE_DOTTED, word)
}

/// Whether every part of a range is a year: `2015–2019`.
pub(in crate::references) fn is_range_of_years(range: &str) -> bool {
    range.split(['-', '–', '—']).all(|part| year(part).is_some())
}

/// Reads the words in the place of a date; `None` where they are none.
pub(in crate::references) fn work_date(phrase: &str) -> Option<WorkDate> {
    let phrase = trim_marks(phrase).trim_matches(['[', ']', '(', ')', '?']);
    if phrase.is_empty() || phrase.len() > 60 {
        return None;
    }
    let lower = text::to_lowercase(phrase);
    if list_contains(NO_DATE, &lower.replace([' ', '.'], "")) {
        return Some(WorkDate::default());
    }
    if TO_COME.contains(&lower.as_str()) {
        return Some(WorkDate { status: phrase.to_owned(), ..WorkDate::default() });
    }
    let exact = ["ca. ", "c. ", "ca ", "circa "].iter().find_map(|mark| phrase.strip_prefix(mark));
    let mut date = stated_date(exact.unwrap_or(phrase))?;
    if let Some(issued) = date.issued.as_mut() {
        issued.circa |= exact.is_some();
    }
    Some(date)
}

/// Reads a date that begins with a year, or nothing but a date.
fn stated_date(phrase: &str) -> Option<WorkDate> {
    if !phrase.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((year, suffix)) = phrase.get(..5).or(phrase.get(..4)).and_then(year_with_suffix)
        && let Some(rest) = phrase.get(4 + suffix.len()..)
        && !rest.starts_with(char::is_letter_or_number)
    {
        return after_year(year, suffix, rest, phrase);
    }
    if let Some((head, rest)) = phrase.split_at_checked(4)
        && let Some(year) = year(head)
    {
        return after_year(year, "", rest, phrase);
    }
    let date = date_parse::parse(&phrase.replace(" de ", " "));
    let issued = date.start.is_some_and(|start| YEARS.contains(&start.year)).then_some(date)?;
    Some(WorkDate { issued: Some(issued), ..WorkDate::default() })
}

/// A year and what follows it: nothing, a day, the end of a range, or the year of another edition.
fn after_year(year: i32, suffix: &str, rest: &str, whole: &str) -> Option<WorkDate> {
    let mut date = WorkDate { suffix: suffix.to_owned(), ..WorkDate::default() };
    let words = trim_marks(rest);
    if words.is_empty() {
        date.issued = Some(Date::year(year));
        return Some(date);
    }
    if let Some(other) = self::year(words.trim_matches(['/', '[', ']', '(', ')', ' ', '–', '-', '—', '=']))
    {
        let is_range =
            rest.trim_start().starts_with(['–', '-', '—']) || other == year + 1 && rest.starts_with('/');
        if is_range && other > year {
            date.issued = Some(Date { end: Date::year(other).start, ..Date::year(year) });
        } else {
            date.original = Some(Date::year(year.min(other)));
            date.issued = Some(Date::year(year.max(other)));
        }
        return Some(date);
    }
    let text = if suffix.is_empty() {
        whole.replace(',', "").replace(" de ", " ")
    } else {
        format!("{year} {words}")
    };
    let issued = values::date(&text)?;
    issued.start.filter(|start| start.year == year && start.month > 0)?;
    date.issued = Some(issued);
    Some(date)
}

/// How many bytes at the start of a text are a date: words and numbers of which dates consist.
pub(in crate::references) fn date_length(text: &str) -> usize {
    let mut length = 0;
    let mut at = 0;
    for word in text.split_inclusive([' ', '/']) {
        let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | '/' | ';' | ')' | ']');
        let core = word.trim_matches(edge);
        if core.is_empty() || at > 40 {
            if !matches!(word.trim(), "" | ":") {
                break;
            }
            at += word.len();
            continue;
        }
        if !is_date_word(core) {
            // The year ends the date though a claimed stretch or a bracket touches it.
            if core.get(..4).is_some_and(|digits| year(digits).is_some())
                && core.get(4..).is_some_and(|rest| rest.starts_with([CLAIMED, ']', ')', ';']))
            {
                length = at + word.len() - word.trim_start().len() + 4;
            }
            break;
        }
        let lead = word.len() - word.trim_start_matches([' ', ',', ':', '.']).len();
        length = at + lead + core.len();
        at += word.len();
        if word.contains([')', ']', ';']) {
            break;
        }
    }
    length
}

/// Whether a word may be part of a date: a number, an ordinal, a month, a day of the week.
fn is_date_word(word: &str) -> bool {
    let digits = word.len() < 11 && word.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'.');
    let ordinal =
        word.len() < 6 && word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(char::is_letter);
    digits
        || ordinal
        || is_month(word)
        || list_contains(
            "de del the of monday tuesday wednesday thursday friday saturday sunday",
            &text::to_lowercase(word),
        )
}
