//! What evaluating a sort key changes in rendering (specification, "Sorting").

use crate::csl::program::{DatePartName, NameOptions};
use crate::item::{Date, DateParts};
use crate::prelude::*;

/// The name options of the sort key that is being evaluated, if any.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SortNames<'a>(pub(super) Option<&'a NameOptions>);

impl<'a> SortNames<'a> {
    pub(super) fn get(self) -> Option<&'a NameOptions> {
        self.0
    }
}

/// A date as text that sorts by time, from the parts that `shows` accepts. Called by `cs:date` in a macro of a sort key
/// with the parts that it would print.
pub(super) fn sortable(date: &Date, shows: &dyn Fn(DatePartName) -> bool) -> String {
    let Some(start) = date.start else { return date.literal.clone() };
    let end = date.end.map_or_else(String::new, |end| sortable_parts(end, shows));
    format!("{}-{end}", sortable_parts(start, shows))
}

/// Shifts years so that those before the common era sort first, and pads every part to equal length.
fn sortable_parts(at: DateParts, shows: &dyn Fn(DatePartName) -> bool) -> String {
    let year = if shows(DatePartName::Year) { at.year } else { 0 };
    let month = if shows(DatePartName::Month) { at.month } else { 0 };
    let day = if shows(DatePartName::Day) { at.day } else { 0 };
    let shifted = year.cast_unsigned() ^ 0x8000_0000;
    format!("{shifted:020}{month:02}{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_sort_by_time() {
        let keys: Vec<String> =
            [Date::year(-44), Date::year(80), Date::ymd(1999, 2, 0), Date::ymd(1999, 12, 1)]
                .iter()
                .map(|date| sortable(date, &|_| true))
                .collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }
}
