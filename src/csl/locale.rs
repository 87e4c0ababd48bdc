//! A locale: terms, ordinals, genders, date forms, options (specification, "Locale Files" and "Locale").

use crate::csl::program::{DateForm, DatePart};
use crate::vocabulary::{Gender, Term, TermForm};

/// A compiled locale file, or a `cs:locale` element of a style.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locale {
    /// `xml:lang`; empty for a `cs:locale` that holds for every language.
    pub lang: String,
    /// `punctuation-in-quote`.
    pub punctuation_in_quote: Option<bool>,
    /// `limit-day-ordinals-to-day-1`.
    pub limit_day_ordinals_to_day_1: Option<bool>,
    /// `cs:term`s, sorted by term, form and gender form.
    pub terms: Vec<TermEntry>,
    /// `cs:date`s.
    pub dates: Vec<LocaleDate>,
}

/// One `cs:term`.
#[derive(Clone, Debug, PartialEq)]
pub struct TermEntry {
    /// `name`.
    pub term: Term,
    /// `form`.
    pub form: TermForm,
    /// `gender-form`: the gender that this ordinal or month agrees with.
    pub gender_form: Option<Gender>,
    /// `gender`: the gender of the noun.
    pub gender: Option<Gender>,
    /// `match` of an ordinal term.
    pub matching: Option<OrdinalMatch>,
    /// `cs:single`, or the term's text.
    pub single: String,
    /// `cs:multiple`; the same as `single` where there is none.
    pub multiple: String,
}

crate::vocabulary::vocabulary! {
    /// `match` of an ordinal term: which digits must agree.
    OrdinalMatch { LastDigit = "last-digit", LastTwoDigits = "last-two-digits", WholeNumber = "whole-number" }
}

/// One `cs:date` of a locale.
#[derive(Clone, Debug, PartialEq)]
pub struct LocaleDate {
    /// `form`.
    pub form: DateForm,
    /// `delimiter`.
    pub delimiter: String,
    /// `cs:date-part`s in the order of the locale.
    pub parts: Vec<DatePart>,
}
