//! The date among the numbers at the end of a reference.

use super::locator::{Kind, Locator, Token};
use super::when;
use crate::item::{Date, DateParts, date_parse};
use crate::prelude::*;
use crate::text;

/// Passes over what repeats the date in brackets, with its month: `4, 3 (July 1982), 382–401`.
pub(super) fn repeated_dates(run: &[Token<'_>], taken: &mut [bool]) {
    for (at, token) in run.iter().enumerate().filter(|(_, token)| token.kind == Kind::Month) {
        let _ = token;
        let near = at.saturating_sub(3)..(at + 4).min(run.len());
        for other in near {
            let is_year = run.get(other).is_some_and(|token| when::year(token.text).is_some());
            // "12(Oct)": the month is the name.
            let alone = run.get(at + 1).is_some_and(|next| next.is(")"))
                && at.checked_sub(1).and_then(|at| run.get(at)).is_some_and(|before| before.is("("));
            if alone {
                continue;
            }
            if let Some(slot) = taken.get_mut(other).filter(|_| is_year || other == at) {
                *slot = true;
            }
        }
    }
}

/// Finds the date among the numbers and takes its tokens out.
pub(super) fn late_date(run: &[Token<'_>], taken: &mut [bool], locator: &mut Locator) {
    let is =
        |at: Option<usize>, marks: &str| at.and_then(|at| run.get(at)).is_some_and(|token| token.is(marks));
    let mut best: Option<(u8, usize)> = None;
    for (at, token) in run.iter().enumerate() {
        let Some(_) = when::year_with_suffix(token.text).filter(|_| token.kind == Kind::Number) else {
            continue;
        };
        let before = at.checked_sub(1);
        let labelled =
            before.and_then(|at| run.get(at)).is_some_and(|before| matches!(before.kind, Kind::Label(_)))
                || is(before, ".")
                    && at > 1
                    && run.get(at - 2).is_some_and(|label| matches!(label.kind, Kind::Label(_)));
        let ranged = is(before, "-–—‐") || is(Some(at + 1), "-–—‐");
        if labelled {
            continue;
        }
        let month =
            |at: Option<usize>| at.and_then(|at| run.get(at)).is_some_and(|token| token.kind == Kind::Month);
        let score = if is(before, "([") && is(Some(at + 1), ")]") {
            6
        } else if month(before) || month(Some(at + 1)) || is(before, ".") && month(at.checked_sub(2)) {
            5
        } else if is(Some(at + 1), ";") {
            4
        } else if ranged {
            1
        } else if at == 0 {
            3
        } else {
            2
        };
        // After a colon stands a page.
        let score = if is(before, ":") && score < 4 { 0 } else { score };
        if score > 0 && best.is_none_or(|best| score > best.0) {
            best = Some((score, at));
        }
    }
    let Some((score, at)) = best else { return };
    take_date(run, taken, locator, at, score == 1);
}

/// Takes the year at `at` with the month and the day beside it.
fn take_date(run: &[Token<'_>], taken: &mut [bool], locator: &mut Locator, at: usize, ranged: bool) {
    let Some((year, suffix)) = run.get(at).and_then(|token| when::year_with_suffix(token.text)) else {
        return;
    };
    let mut parts = DateParts { year, month: 0, day: 0 };
    suffix.clone_into(&mut locator.suffix);
    let mut take = |at: usize| {
        if let Some(slot) = taken.get_mut(at) {
            *slot = true;
        }
    };
    take(at);
    let day = |at: usize| {
        let token = run.get(at).filter(|token| token.kind == Kind::Number)?;
        text::parse_u32(token.text)
            .filter(|day| (1..=31).contains(day))
            .and_then(|day| u8::try_from(day).ok())
    };
    let months: Vec<usize> =
        (0..run.len()).filter(|at| run.get(*at).is_some_and(|token| token.kind == Kind::Month)).collect_vec();
    for month in &months {
        take(*month);
    }
    if let Some(month) = months.first().copied() {
        parts.month = run.get(month).and_then(|token| date_parse::month(token.text)).unwrap_or(0);
        let dot = usize::from(run.get(month + 1).is_some_and(|token| token.is(".")));
        let behind = month + 1 + dot;
        let adjacent = |one: usize, two: usize| {
            let gap = run.get(one).zip(run.get(two)).map(|(one, two)| two.start.saturating_sub(one.end()));
            gap.is_some_and(|gap| gap < 3)
        };
        let before = month.checked_sub(1);
        let fresh =
            |at: usize| at.checked_sub(1).and_then(|at| run.get(at)).is_none_or(|mark| mark.is(",;.(\u{1}"));
        if let Some(found) = before.filter(|at| adjacent(*at, month) && fresh(*at)).and_then(day) {
            parts.day = found;
            take(month - 1);
        } else if let Some(found) =
            Some(behind).filter(|at| *at != month && adjacent(month, *at)).and_then(day)
            && !run.get(behind + 1).is_some_and(|mark| mark.is(":(–-"))
        {
            parts.day = found;
            take(behind);
        }
    }
    let mut date = Date { start: Some(parts), ..Date::default() };
    if ranged && let Some(end) = run.get(at + 2).and_then(|token| when::year(token.text)) {
        date.end = Date::year(end).start;
        take(at + 2);
    }
    locator.date = Some(date);
}
