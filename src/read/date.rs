//! Dates as pages write them.

use crate::item::{Date, date_parse};
use crate::text;

/// Reads a date in a tag or on the page: without a second date after a dash ("— Updated on …"), without the words between
/// day, month and year in the Romance languages ("18 de diciembre de 2023"), and as a year where no more can be read.
/// `None` where there is no year from 1000 to 2999, for other numbers are no years.
pub(crate) fn read(text: &str) -> Option<Date> {
    let text = text::replace(text::split_once(text, " — ").map_or(text, |parts| parts.0), " de ", " ");
    // A time stamp without separators, as repositories write it: 20240630120000Z.
    let stamp = text.get(..8).filter(|day| text.len() > 8 && day.bytes().all(|byte| byte.is_ascii_digit()));
    let date = date_parse::parse(stamp.unwrap_or(&text));
    if date.start.is_some_and(|start| (1000..3000).contains(&start.year)) {
        return Some(date);
    }
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    numbers
        .find_map(|number| text::parse_u32(number).and_then(|year| i32::try_from(year).ok()))
        .filter(|year| (1000..3000).contains(year))
        .map(Date::year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_pages_are_read() {
        let check = |text: &str, year: i32, month: u8, day: u8| {
            assert_eq!(read(text), Some(Date::ymd(year, month, day)), "{text}");
        };
        check("2024/06/30", 2024, 6, 30);
        check("2024-06-30", 2024, 6, 30);
        check("2010-4-15", 2010, 4, 15);
        check("2024-06", 2024, 6, 0);
        check("2021/6", 2021, 6, 0);
        check("2024", 2024, 0, 0);
        check("2022-04-19T08:00:00+02:00", 2022, 4, 19);
        check("2024-06-30 — Updated on 2024-07-02", 2024, 6, 30);
        check("2016 Nov", 2016, 11, 0);
        check("20240630120000Z", 2024, 6, 30);
        check("18 de diciembre de 2023", 2023, 12, 18);
        check("12/01/2010", 2010, 12, 1);
        check("30.06.2024", 2024, 6, 30);
        check("2024-00-00", 2024, 0, 0);
        check("2024-13-45", 2024, 0, 0);
        check("Issue of 2019!", 2019, 0, 0);
        for text in ["Articles", "12", "99999", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
