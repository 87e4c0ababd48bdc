//! Dates as pages write them.

use crate::extent::FULL;
use crate::item::{Date, DateParts, date_parse};
use crate::languages::Context;
use crate::prelude::*;
use crate::text::{self, DIGITS};

/// Reads a date in a tag or on the page: without a time of day, without a second date after a dash ("— Updated on …"),
/// without the words between day, month and year in the Romance languages ("18 de diciembre de 2023"), and as a year where
/// no more can be read. `None` where there is no year from 1000 to 2999, for other numbers are no years.
pub(crate) fn read(text: &str) -> Option<Date> {
    let text = normalized(text);
    // A time stamp without separators, as repositories write it: 20240630120000Z.
    let (day, time) = text::split_at(&text, 8);
    let stamped = !time.is_empty() && text::is_digits(day);
    // The day of the week may precede a date in numbers: "Mon, 05/03/2021".
    let after_weekday = text::split_once(&text, ", ").unwrap_or_default().1;
    for text in [if stamped { day } else { &text }, after_weekday, four_digits(&text)] {
        let date = date_parse::parse(text);
        if date.start.is_some_and(|start| (1000..3000).contains(&start.year)) {
            return Some(date);
        }
    }
    None
}

/// [`read`], where months may be words of the languages that count in the text, Thai years those since the Buddha's death,
/// and Persian ones those of the Solar Hijri calendar: of these the year is read.
pub(crate) fn read_in(text: &str, context: &Context<'_>) -> Option<Date> {
    let mut date = with_month(read(text)?, text, context);
    if let Some(start) = &mut date.start
        && start.year > 2400
        && context.has_beside(text, "tag", "th")
    {
        start.year -= 543;
    }
    if let Some(start) = &mut date.start
        && FULL
        && (1300..1500).contains(&start.year)
        && context.has_beside(text, "tag", "fa")
    {
        // The first of January is the eleventh day of the tenth month.
        let late = start.month > 10 || start.month == 10 && start.day > 10;
        *start = DateParts { year: start.year + if late { 622 } else { 621 }, ..DateParts::default() };
    }
    Some(date)
}

/// The date that a text has, with the month by a word of the languages that count there. They are asked where no month was
/// read. Other words, as those for the year and the day of the week, are passed over.
fn with_month(date: Date, text: &str, context: &Context<'_>) -> Date {
    let start = date.start.unwrap_or_default();
    if start.month > 0 || !text::contains_letter(text) {
        return date;
    }
    let names = context.words(text, "months");
    let plain = text::replace(&context.to_lowercase(&normalized(text), text), ".", " ");
    let (month, at, rest) = month_in(&text::padded_words(&plain), &names);
    let (other, other_at, rest) = month_in(&rest, &names);
    if month > 0 {
        let mut numbers = String::new();
        for c in rest.chars() {
            numbers.push(if c.is_ascii_digit() { c } else { ' ' });
        }
        let found = date_parse::parse(&numbers).start.unwrap_or_default();
        if found.year == start.year {
            // From a month to a later one of the same year.
            let backwards = other > 0 && other_at < at;
            let (first, last) = if backwards { (other, month) } else { (month, other) };
            let mut read = Date::ymd(found.year, first as u8, found.day);
            if last > 0 {
                read.end = Date::ymd(found.year, last as u8, 0).start;
            }
            if last == 0 || first < last && found.day == 0 {
                return read;
            }
        }
    }
    date
}

/// The month whose name is among the words of a text, the longest where several are, where it begins, and the text without
/// it; 0 where there is none.
fn month_in(text: &str, names: &[&str]) -> (usize, usize, String) {
    let (mut month, mut start, mut longest) = (0, 0, "\0".to_owned());
    for (at, name) in names.iter().enumerate() {
        let name = text::padded_words(name);
        if name.len() > longest.len()
            && let Some(found) = text::find(text, &name)
        {
            (month, start, longest) = (at % 12 + 1, found, name);
        }
    }
    (month, start, text::replace(text, &longest, " "))
}

/// The first four digits that have no others beside them; empty where there are none.
fn four_digits(text: &str) -> &str {
    let mut rest = text;
    while let Some(at) = rest.find_any(DIGITS) {
        let number = text::split_at(rest, at).1;
        rest = number.trim_start_any(DIGITS);
        if number.len() - rest.len() == 4 {
            return text::split_at(number, 4).0;
        }
    }
    ""
}

/// Whether day and month of a date could change places in its text: `03/04/2021`, but not `03/03/2021`, `13/04/2021` or
/// `03.04.2021`, for with dots the day comes first everywhere.
pub(crate) fn is_ambiguous(text: &str, date: &Date) -> bool {
    let start = date.start.unwrap_or_default();
    let text = text.trim();
    let first = text::before_any(text, "/-");
    (1..=12).contains(&start.day)
        && start.day != start.month
        && first.len() < text.len()
        && first.char_count() < 3
        && !text::contains_letter(text)
}

/// The date with day and month in each other's place.
pub(crate) fn swapped(date: &Date) -> Date {
    let start = date.start.unwrap_or_default();
    Date::ymd(start.year, start.day, start.month)
}

/// The date in a text, its digits in ASCII, without words and marks that are no part of it.
fn normalized(text: &str) -> String {
    let text = text::to_ascii_digits(text::split_once(text, " — ").map_or(text, |parts| parts.0));
    let mut words: Vec<&str> = Vec::new();
    let mut timed = false;
    for word in text::split_any(&text, " \u{200e}\u{200f}") {
        // The hour has one or two digits; in "2024-06-30T10:00" the date precedes it.
        let time = word.find_any(":").is_some_and(|at| at < 3) && word.starts_with_any(DIGITS);
        // Behind the time of day are its half or its zone, and in some programs the year.
        let zone = timed && !word.starts_with_any(DIGITS);
        if !time && !zone && word != "de" {
            words.push(word);
        }
        timed |= time && !words.is_empty();
    }
    let text = text::join(&words, " ");
    let text = text.trim_end_any(" .-");
    // With hyphens a date that ends in the year is otherwise like one with slashes.
    let day_first = text.find_any("-").is_some_and(|at| at < 3) && text::after_last_any(text, "-").len() == 4;
    if day_first && !text::contains_letter(text) { text::replace(text, "-", "/") } else { text.to_owned() }
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
        for text in ["Articles", "12", "99999", "0000", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn times_and_weekdays_are_no_part_of_a_date() {
        let check = |text: &str, month: u8, day: u8| {
            assert_eq!(read(text), Some(Date::ymd(2021, month, day)), "{text}");
        };
        check("09:41, Mar 07, 2021", 3, 7);
        check("2021-03-07 09:41:12 UTC", 3, 7);
        check("2021-03-07 09:41", 3, 7);
        check("7 March 2021 9:41 pm", 3, 7);
        check("Sun Mar 07 09:41:12 EST 2021", 3, 7);
        check("Sun, 07 Mar 2021 09:41:12 +0100", 3, 7);
        check("Mon, 07/26/2021 - 09:41", 7, 26);
        check("26-07-2021 09:41", 7, 26);
        check("09:41 MAY 07, 2021", 5, 7);
    }

    #[test]
    #[cfg(feature = "languages")]
    fn months_are_words_of_the_language() {
        use crate::languages::Languages;
        let check = |tag: &str, text: &str, date: [u8; 2]| {
            let context = Context::new(Languages::default(), vec![tag]);
            assert_eq!(read_in(text, &context), Some(Date::ymd(2021, date[0], date[1])), "{tag} {text}");
        };
        for (tag, text, date) in [
            ("ar", "7 نوفمبر 2021", [11, 7]),
            ("bg", "7 ноември 2021 г.", [11, 7]),
            ("ca", "7 de desembre de 2021", [12, 7]),
            ("cs", "7. července 2021", [7, 7]),
            ("cs", "7. června 2021", [6, 7]),
            ("cs", "červen 2021", [6, 0]),
            ("cs", "září 2021", [9, 0]),
            ("da", "7. maj 2021", [5, 7]),
            ("el", "7 Οκτωβρίου 2021", [10, 7]),
            ("el", "Οκτώβριος 2021", [10, 0]),
            ("fi", "7. marraskuuta 2021", [11, 7]),
            ("fi", "7. maaliskuuta 2021", [3, 7]),
            ("he", "7 במאי 2021", [5, 7]),
            ("hi", "7 नवंबर 2021", [11, 7]),
            ("hr", "7. listopada 2021.", [10, 7]),
            ("hr", "studeni 2021.", [11, 0]),
            ("hu", "2021. szeptember 7.", [9, 7]),
            ("hu", "2021. ápr. 7.", [4, 7]),
            ("id", "Rabu, 7 Agustus 2021", [8, 7]),
            ("ko", "2021년 11월 7일", [11, 7]),
            ("ms", "7 Ogos 2021", [8, 7]),
            ("ms", "Disember 2021", [12, 0]),
            ("nl", "woensdag 7 maart 2021", [3, 7]),
            ("nl", "7 mei 2021", [5, 7]),
            ("pl", "7 listopada 2021 r.", [11, 7]),
            ("pl", "7 paź 2021", [10, 7]),
            ("pl", "Grudzień 2021", [12, 0]),
            ("ro", "7 iulie 2021", [7, 7]),
            ("ru", "7 Августа 2021 года", [8, 7]),
            ("ru", "Июнь 2021", [6, 0]),
            ("", "7 сент. 2021 г.", [9, 7]),
            ("sr", "7. маја 2021.", [5, 7]),
            ("sr", "7. јуна 2021. године", [6, 7]),
            ("sr", "7. октобра 2021. године", [10, 7]),
            ("sr", "7. avgusta 2021.", [8, 7]),
            ("sr-Latn", "maj 2021.", [5, 0]),
            ("th", "7 พฤศจิกายน 2021", [11, 7]),
            ("tr", "07 Ağustos 2021", [8, 7]),
            ("tr", "7 KASIM 2021", [11, 7]),
            ("tr", "7 Eki 2021", [10, 7]),
            ("uk", "7 листопада 2021 р.", [11, 7]),
            ("uk-UA", "жовтень 2021", [10, 0]),
            ("ur", "7 نومبر 2021", [11, 7]),
            ("vi", "ngày 7 tháng 12 năm 2021", [12, 7]),
            ("vi", "tháng 1 năm 2021", [1, 0]),
        ] {
            check(tag, text, date);
        }
        // Words of other languages, and words that name no month; two months, or two days.
        for (tag, text) in [
            ("en", "7 listopada 2021"),
            ("hr", "7 grudnia 2021"),
            ("pl", "7 studenoga 2021"),
            ("pl", "Majorka 2021"),
            ("pl", "zima 2021"),
            ("ru", "Москва, 2021"),
            ("tr", "Ekip 7 2021"),
            ("tr", "Bahar 2021"),
            ("hu", "Pécs, 2021"),
            ("id", "Meikarta 2021"),
            ("fi", "Helsinki 2021"),
            ("uk", "7 травня, 9 червня 2021"),
            ("mul", "7 maja 2021"),
            ("xx-y", "7 maja 2021"),
        ] {
            let context = Context::new(Languages::default(), vec![tag]);
            let date = read_in(text, &context);
            assert_eq!(date, read(text), "{tag} {text}");
            assert_eq!(date.and_then(|date| date.start).map(|start| start.month), Some(0), "{tag} {text}");
        }
        let context = Context::new(Languages::default(), vec!["cs"]);
        for text in ["květen–březen 2021", "3. března – 7. května 2021", "3.–7. května 2021"] {
            assert_eq!(read_in(text, &context), Some(Date::year(2021)));
        }
        let range = Date { end: Date::ymd(2021, 5, 0).start, ..Date::ymd(2021, 3, 0) };
        assert_eq!(read_in("březen–květen 2021", &context), Some(range));
        check("", "2021-11-07", [11, 7]);
        check("pl", "7 May 2021", [5, 7]);
    }

    #[test]
    fn days_first_where_nothing_else_is_possible() {
        let check = |text: &str, month: u8, day: u8| {
            assert_eq!(read(text), Some(Date::ymd(2021, month, day)), "{text}");
        };
        check("26-07-2021", 7, 26);
        check("26/07/2021", 7, 26);
        check("07-26-2021", 7, 26);
        check("05-2021", 5, 0);
        check("2021. 07. 26.", 7, 26);
        check("26.7.2021.", 7, 26);
        check("٢٠٢١/٠٧/٢٦", 7, 26);
        check("۲۶-۰۷-۲۰۲۱", 7, 26);
        check("२६/०७/२०२१", 7, 26);
        let is_ambiguous = |text: &str| is_ambiguous(text, &read(text).unwrap_or_default());
        for text in ["03/04/2021", "3-4-2021", "12/11/2021 10:00", "٠٣/٠٤/٢٠٢١"] {
            assert!(is_ambiguous(text), "{text}");
        }
        for text in [
            "2021/03/04",
            "03/03/2021",
            "13/04/2021",
            "03.04.2021",
            "03/2021",
            "3/4",
            "2021",
            "1/2/3",
            "2021-03-04",
            "3-4 May 2021",
        ] {
            assert!(!is_ambiguous(text), "{text}");
        }
    }
}
