//! The months of a page: the browser's, in every language that it has.

use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Date, Object, Reflect};

pub(super) fn add_names(tag: &str, names: &mut Vec<String>) {
    // Persian and Thai have calendars and digits of their own.
    let tag = String::from(tag) + "-u-ca-gregory-nu-latn";
    let options = Object::new();
    for (unit, style) in [("month", "short"), ("month", "long"), ("day", "numeric")] {
        // Setting a property of a new object does not fail.
        let _ = Reflect::set(&options, &unit.into(), &style.into());
        for month in 0..12 {
            let date = Date::new_with_year_month_day(2000, month, 28);
            names.push(date.to_locale_date_string(&tag, &options).to_lower_case().into());
        }
    }
}
