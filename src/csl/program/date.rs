//! `cs:date` and `cs:date-part` (specification, "Date").

use super::formatting::Rendering;
use crate::prelude::*;
use crate::vocabulary::{Variable, vocabulary};

/// `cs:date`, in the style or, localised, in a locale.
#[derive(Clone, Debug, PartialEq)]
pub struct DateNode {
    /// `variable`.
    pub variable: Variable,
    /// `form`, which makes the date a localised one.
    pub form: Option<DateForm>,
    /// `date-parts` of a localised date.
    pub date_parts: DatePartsShown,
    /// `delimiter` of a date that is not localised.
    pub delimiter: String,
    /// `cs:date-part`s, in the order of the style; those of a localised date only override the locale's.
    pub parts: Vec<DatePart>,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `form` of `cs:date`.
    DateForm { Numeric = "numeric", Text = "text" }
}

vocabulary! {
    /// `date-parts` of a localised date.
    #[derive(Default)]
    DatePartsShown { #[default] YearMonthDay = "year-month-day", YearMonth = "year-month", Year = "year" }
}

/// `cs:date-part`.
#[derive(Clone, Debug, PartialEq)]
pub struct DatePart {
    /// `name`.
    pub name: DatePartName,
    /// `form`; its default depends on the part and on the locale.
    pub form: Option<DatePartForm>,
    /// `range-delimiter`; an en dash where absent.
    pub range_delimiter: Option<String>,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `name` of `cs:date-part`.
    DatePartName { Day = "day", Month = "month", Year = "year" }
}

vocabulary! {
    /// `form` of `cs:date-part`.
    DatePartForm {
        Long = "long", Short = "short", Numeric = "numeric", NumericLeadingZeros = "numeric-leading-zeros",
        Ordinal = "ordinal",
    }
}
