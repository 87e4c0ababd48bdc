//! A date, a range of dates, or words in place of one.

use crate::prelude::*;

/// A date variable's value (csl-data schema, `date-variable`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The date, or where the range begins.
    pub start: Option<DateParts>,
    /// Where the range ends; its year is 0 with [`Date::open_ended`].
    pub end: Option<DateParts>,
    /// Whether the date is uncertain (`circa`).
    pub circa: bool,
    /// A season in words, where the record names one that is no number.
    pub season: String,
    /// Words that stand for the date.
    pub literal: String,
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateParts {
    /// Negative before the common era.
    pub year: i32,
    /// 1–12; 13–16 are spring, summer, autumn and winter; 0 is absent.
    pub month: u8,
    /// 1–31; 0 is absent.
    pub day: u8,
}

impl Date {
    /// A whole year.
    pub fn year(year: i32) -> Date {
        Date { start: Some(DateParts { year, month: 0, day: 0 }), ..Date::default() }
    }

    /// A day; `month` and `day` may be 0.
    pub fn ymd(year: i32, month: u8, day: u8) -> Date {
        Date { start: Some(DateParts { year, month, day }), ..Date::default() }
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.start.is_none() && self.literal.is_empty() && self.season.is_empty()
    }

    /// Whether the range has a beginning and no end (`1990–`).
    pub fn open_ended(&self) -> bool {
        self.end.is_some_and(|end| end == DateParts::default())
    }
}
