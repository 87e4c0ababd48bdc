//! The date among the numbers at the end of a reference.

use super::number_tokens::{Kind, NumberToken};
use crate::item::{Date, DateParts, date_parse};
use crate::prelude::*;
use crate::references::phrases::date::{year, year_with_suffix};
use crate::text;

/// A date among numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct TrailingDate {
    pub(super) date: Date,
    /// The letter that distinguishes works of one year.
    pub(super) suffix: String,
    /// The indices of its tokens.
    pub(super) tokens: Vec<usize>,
}

/// The indices of tokens that repeat a date at the head: `4, 3 (July 1982), 382–401`.
pub(super) fn repeated_dates(run: &[NumberToken<'_>]) -> Vec<usize> {
    let mut repeated = Vec::new();
    for at in months(run) {
        // "12(Oct)": the month is the name.
        let before = at.checked_sub(1).and_then(|at| run.get(at));
        let alone =
            before.is_some_and(|mark| mark.is("(")) && run.get(at + 1).is_some_and(|mark| mark.is(")"));
        if alone {
            continue;
        }
        let near = at.saturating_sub(3)..(at + 4).min(run.len());
        let is_year = |at: &usize| run.get(*at).is_some_and(|token| year(token.text).is_some());
        repeated.extend(near.filter(|other| *other == at || is_year(other)));
    }
    repeated
}

/// The date among the numbers: the year that its place shows best, with the month and the day beside it.
pub(super) fn trailing_date(run: &[NumberToken<'_>]) -> Option<TrailingDate> {
    let mut best: Option<(Evidence, usize)> = None;
    for at in 0..run.len() {
        if let Some(evidence) = evidence(run, at)
            && best.is_none_or(|best| evidence > best.0)
        {
            best = Some((evidence, at));
        }
    }
    let (evidence, at) = best?;
    date_at(run, at, evidence == Evidence::Range)
}

/// What shows that a number is the year, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// It is one end of a range.
    Range,
    /// It may be a year.
    Number,
    /// It is the first of the numbers.
    First,
    /// A semicolon follows, as in Vancouver style.
    BeforeSemicolon,
    /// A month is beside it.
    Month,
    /// It is in brackets by itself.
    Brackets,
}

/// What shows that the token at `at` is the year; `None` where it is none.
fn evidence(run: &[NumberToken<'_>], at: usize) -> Option<Evidence> {
    let token = run.get(at).filter(|token| token.kind == Kind::Number)?;
    year_with_suffix(token.text)?;
    let before = at.checked_sub(1).and_then(|at| run.get(at));
    let second_before = at.checked_sub(2).and_then(|at| run.get(at));
    let after = run.get(at + 1);
    let is = |token: Option<&NumberToken<'_>>, marks: &str| token.is_some_and(|token| token.is(marks));
    let is_label = |token: Option<&NumberToken<'_>>| token.is_some_and(NumberToken::is_label);
    let is_month = |token: Option<&NumberToken<'_>>| token.is_some_and(|token| token.kind == Kind::Month);
    if is_label(before) || is(before, ".") && is_label(second_before) {
        return None;
    }
    let evidence = if is(before, "([") && is(after, ")]") {
        Evidence::Brackets
    } else if is_month(before) || is_month(after) || is(before, ".") && is_month(second_before) {
        Evidence::Month
    } else if is(after, ";") {
        Evidence::BeforeSemicolon
    } else if is(before, "-–—‐") || is(after, "-–—‐") {
        Evidence::Range
    } else if at == 0 {
        Evidence::First
    } else {
        Evidence::Number
    };
    // After a colon comes a page.
    (!is(before, ":") || evidence >= Evidence::BeforeSemicolon).then_some(evidence)
}

/// The indices of months.
fn months<'a>(run: &'a [NumberToken<'_>]) -> impl Iterator<Item = usize> + 'a {
    run.iter().enumerate().filter(|(_, token)| token.kind == Kind::Month).map(|(at, _)| at)
}

/// The year at `at`, with the first month and the day beside that.
fn date_at(run: &[NumberToken<'_>], at: usize, is_range: bool) -> Option<TrailingDate> {
    let (year, suffix) = run.get(at).and_then(|token| year_with_suffix(token.text))?;
    let mut found = TrailingDate { suffix: suffix.to_owned(), tokens: vec![at], ..TrailingDate::default() };
    found.tokens.extend(months(run));
    let mut parts = DateParts { year, month: 0, day: 0 };
    if let Some(month) = months(run).next() {
        parts.month = run.get(month).and_then(|token| date_parse::month(token.text)).unwrap_or(0);
        if let Some((day, place)) = day_beside(run, month) {
            parts.day = day;
            found.tokens.push(place);
        }
    }
    found.date.start = Some(parts);
    if is_range && let Some(end) = run.get(at + 2).and_then(|token| self::year(token.text)) {
        found.date.end = Date::year(end).start;
        found.tokens.push(at + 2);
    }
    Some(found)
}

/// The day before or after a month, and its index.
fn day_beside(run: &[NumberToken<'_>], month: usize) -> Option<(u8, usize)> {
    let day = |at: usize| {
        let token = run.get(at).filter(|token| token.kind == Kind::Number)?;
        let day = text::parse_u32(token.text).filter(|day| (1..=31).contains(day))?;
        Some((u8::try_from(day).ok()?, at))
    };
    let adjacent = |one: usize, two: usize| {
        let tokens = run.get(one).zip(run.get(two));
        tokens.is_some_and(|(one, two)| two.start.saturating_sub(one.end()) < 3)
    };
    let is_fresh =
        |at: usize| at.checked_sub(1).and_then(|at| run.get(at)).is_none_or(|mark| mark.is(",;.(\u{1}"));
    let before = month.checked_sub(1).filter(|at| adjacent(*at, month) && is_fresh(*at)).and_then(day);
    before.or_else(|| {
        let dot = usize::from(run.get(month + 1).is_some_and(|token| token.is(".")));
        let after = month + 1 + dot;
        let found = Some(after).filter(|at| adjacent(month, *at)).and_then(day)?;
        // "June 4: 3": a volume or an issue.
        (!run.get(after + 1).is_some_and(|mark| mark.is(":(–-"))).then_some(found)
    })
}
