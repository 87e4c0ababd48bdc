//! The date of a reference: `(2019, June 3)`, `1962a`, `n.d.`, `in press`.

use super::draft::{Draft, READ, bare};
use crate::item::{Date, date_parse};
use crate::prelude::*;
use crate::read::date;
use crate::text::{self, list_contains};
use crate::vocabulary::Variable;

/// What the place of the date says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct When {
    pub(super) date: Option<Date>,
    /// The letter that tells works of one year apart.
    pub(super) suffix: String,
    /// The year of the first edition.
    pub(super) original: Option<Date>,
    /// Words in place of a date: `in press`.
    pub(super) status: String,
}

/// Ways of saying that there is no date, without blanks and dots.
const NO_DATE: &str = "nd nodate sf sd oj sinfecha sansdate ohnejahr";

/// Ways of saying that a work has not appeared.
const TO_COME: &str = "in press|forthcoming|in preparation|submitted|accepted|under review|en prensa|im druck|im erscheinen|\
    à paraître|sous presse|no prelo|in stampa|en préparation|online first|ahead of print";

/// The years in which a work that somebody cites can have appeared.
pub(super) fn year(text: &str) -> Option<i32> {
    let number = text::parse_u32(text).filter(|_| text.len() == 4)?;
    i32::try_from(number).ok().filter(|year| (1400..=2100).contains(year))
}

/// A year with the letter behind it, if any.
pub(super) fn year_with_suffix(text: &str) -> Option<(i32, &str)> {
    let (digits, suffix) = text.split_at_checked(4)?;
    let letter = suffix.is_empty() || suffix.len() == 1 && suffix.bytes().all(|b| b.is_ascii_lowercase());
    year(digits).filter(|_| letter).map(|year| (year, suffix))
}

/// Reads what stands in the place of a date; `None` where it is none.
pub(super) fn read(content: &str) -> Option<When> {
    let content = bare(content).trim_matches(['[', ']', '(', ')', '?']);
    if content.is_empty() || content.len() > 60 {
        return None;
    }
    let mut when = When::default();
    let plain = text::remove_chars(&text::to_lowercase(content), " .");
    if list_contains(NO_DATE, &plain) {
        return Some(when);
    }
    if TO_COME.split('|').any(|words| text::to_lowercase(content) == words) {
        content.clone_into(&mut when.status);
        return Some(when);
    }
    let (content, circa) =
        match ["ca. ", "c. ", "ca ", "circa "].iter().find_map(|mark| content.strip_prefix(mark)) {
            Some(rest) => (rest, true),
            None => (content, false),
        };
    if !content.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    when.date = Some(plain_date(content, &mut when)?);
    if let Some(date) = when.date.as_mut() {
        date.circa |= circa;
    }
    Some(when)
}

fn plain_date(content: &str, when: &mut When) -> Option<Date> {
    if let Some((year, suffix)) = content.get(..5).or(content.get(..4)).and_then(year_with_suffix)
        && let Some(rest) =
            content.get(4 + suffix.len()..).filter(|rest| !rest.starts_with(char::is_letter_or_number))
    {
        suffix.clone_into(&mut when.suffix);
        return after_year(year, bare(rest), rest, content, when);
    }
    if let Some((year, rest)) =
        content.split_at_checked(4).and_then(|(head, rest)| Some((self::year(head)?, rest)))
    {
        return after_year(year, bare(rest), rest, content, when);
    }
    // "June 3, 2019": nothing but a date may stand here.
    let date = date_parse::parse(&text::replace(content, " de ", " "));
    date.start.filter(|start| (1400..=2100).contains(&start.year)).map(|_| date)
}

/// A year and what stands behind it: nothing, a day, the end of a range, or the year of another edition.
fn after_year(year: i32, rest: &str, raw: &str, whole: &str, when: &mut When) -> Option<Date> {
    if rest.is_empty() {
        return Some(Date::year(year));
    }
    let other = rest.trim_matches(['/', '[', ']', '(', ')', ' ', '–', '-', '—', '=']);
    if let Some(second) = self::year(other) {
        let range =
            raw.trim_start().starts_with(['–', '-', '—']) || second == year + 1 && raw.starts_with('/');
        if range && second > year {
            let mut date = Date::year(year);
            date.end = Date::year(second).start;
            return Some(date);
        }
        let (first, second) = if year < second { (year, second) } else { (second, year) };
        when.original = Some(Date::year(first));
        return Some(Date::year(second));
    }
    let whole = text::replace(&text::remove_chars(whole, ","), " de ", " ");
    let date = if when.suffix.is_empty() {
        date::read(&whole)
    } else {
        date::read(&text::concat(&[&text::to_decimal(year.unsigned_abs()), " ", rest]))
    };
    date.filter(|date| date.start.is_some_and(|start| start.year == year && start.month > 0))
}

impl Draft {
    /// Keeps a date.
    pub(super) fn set_when(&mut self, when: &When) {
        self.dated = true;
        if let Some(date) = &when.date {
            self.item.set(Variable::Issued, date.clone());
        }
        if let Some(date) = &when.original {
            self.item.set(Variable::OriginalDate, date.clone());
        }
        self.item.set(Variable::YearSuffix, when.suffix.as_str());
        self.item.set(Variable::Status, when.status.as_str());
    }
}

/// A date behind the names: where the names end, where the date begins and ends, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Anchor {
    pub(super) names_end: usize,
    pub(super) end: usize,
    pub(super) when: When,
}

/// The date in parentheses that follows the names, as in APA and Harvard style: what precedes it has no figures and no
/// quotation marks, what follows is no number of a page.
pub(super) fn in_parentheses(text: &str) -> Option<Anchor> {
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find(['(', '['])).map(|at| from + at) {
        let before = text.get(..open)?;
        if before.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '"' | '«' | READ)) {
            return None;
        }
        let close = open + text.get(open..)?.find([')', ']'])?;
        let after = text.get(close + 1..)?;
        if let Some(when) = text.get(open + 1..close).and_then(read) {
            let words = after.chars().filter(|c| c.is_letter()).count() > 2;
            let pages = after.trim_start().strip_prefix([':', ',']).map(str::trim_start);
            let pages = pages.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
            return (words && !pages).then_some(Anchor { names_end: open, end: close + 1, when });
        }
        from = close + 1;
    }
    None
}

/// The year that follows the names without parentheses, as in Chicago's author-date style: what precedes it is nothing
/// but names.
pub(super) fn behind_names(text: &str, names_length: usize) -> Option<Anchor> {
    let mut at = 0;
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        let core = word.trim_end_matches(['.', ',', ':', ';']);
        if core.contains([READ, '“', '"', '(']) || start > names_length + 2 && start > 0 {
            return None;
        }
        let undated = list_contains("n.d s.f s.d o.J n.d. s.f. s.d.", core);
        let Some((_, _)) = year_with_suffix(core).or(undated.then_some((0, ""))) else { continue };
        let marked = core.len() < word.len()
            || text.get(at..).is_some_and(|rest| rest.starts_with(['“', '"', '‘', '\'']));
        let after = text.get(start + word.len()..).unwrap_or("");
        let titled = after.trim_start().starts_with(|c: char| {
            c.is_letter() && !c.is_lowercase_letter() || matches!(c, '“' | '"' | '‘' | '«' | '\'' | '¿')
        });
        if start == 0
            || word.ends_with(';')
            || !(marked || titled)
            || after.chars().filter(|c| c.is_letter()).count() < 4
        {
            return None;
        }
        return Some(Anchor { names_end: start, end: start + word.len(), when: read(core)? });
    }
    None
}
