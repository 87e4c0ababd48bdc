//! Dates as pages write them.

use crate::item::Date;

/// The beginnings of month names, month by month, in the languages that article pages are commonly written in. Three
/// letters tell months apart except in June and July, where some languages need four.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "mrt"],
    &["apr", "abr", "avr"],
    &["may", "mai", "mei", "mag", "maj"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "ago", "aoû", "agu"],
    &["sep", "set"],
    &["oct", "okt", "out", "ott"],
    &["nov"],
    &["dec", "dez", "dic", "déc", "des"],
];

/// Reads a date: `2024-06-30`, `2024/06/30`, `2024-06`, `2024`, `2022-04-19T08:00:00+02:00`, `30 June 2024`,
/// `June 30, 2024`, `2016 Nov`, `12/01/2010` (month first, unless only the other order is a date).
///
/// The day is the one written: no time zone moves it. What follows a complete date is passed over. A month or day
/// that cannot be is left out. `None` where there is no year from 1000 to 2999.
pub(crate) fn read(text: &str) -> Option<Date> {
    let mut numbers: Vec<(i32, usize)> = Vec::new();
    let mut month = 0;
    // No form of a date has more than three parts; a longer text is not one.
    for token in tokens(text).take(6) {
        if let Ok(number) = token.parse::<i32>() {
            numbers.push((number, token.len()));
        } else if let Some(found) = month_named(token) {
            month = found;
        }
        if numbers.len() + usize::from(month > 0) >= 3 {
            break;
        }
    }
    let year_at =
        numbers.iter().position(|(number, digits)| *digits == 4 && (1000..3000).contains(number))?;
    let year = numbers.remove(year_at).0;
    let mut rest = numbers.into_iter().filter(|number| number.1 <= 2).map(|number| number.0);
    let (first, second) = (rest.next().unwrap_or(0), rest.next().unwrap_or(0));
    let (month, day) = match (month, year_at) {
        (0, 0) => (first, second),
        (0, _) if first > 12 => (second, first),
        (0, _) => (first, second),
        (month, _) => (month, first),
    };
    Some(match (u8::try_from(month), u8::try_from(day)) {
        (Ok(month @ 1..=12), Ok(day @ 1..=31)) => Date::ymd(year, month, day),
        (Ok(month @ 1..=12), _) => Date::ymd(year, month, 0),
        _ => Date::year(year),
    })
}

/// Runs of digits and runs of letters. The `T` of a time stamp ends the date.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let time = text
        .find('T')
        .filter(|at| text.get(..*at).is_some_and(|date| date.ends_with(|c: char| c.is_ascii_digit())));
    let text = time.and_then(|at| text.get(..at)).unwrap_or(text);
    text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty())
}

fn month_named(word: &str) -> Option<i32> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    i32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, year: i32, month: u8, day: u8) {
        assert_eq!(read(text), Some(Date::ymd(year, month, day)), "{text}");
    }

    #[test]
    fn dates_as_pages_write_them() {
        check("2024/06/30", 2024, 6, 30);
        check("2024-06-30", 2024, 6, 30);
        check("2010-4-15", 2010, 4, 15);
        check("2024-06", 2024, 6, 0);
        check("2024", 2024, 0, 0);
        check("2022-04-19T08:00:00+02:00", 2022, 4, 19);
        check("2024-06-30 10:15:00", 2024, 6, 30);
        check("2024-06-30 — Updated on 2024-07-02", 2024, 6, 30);
        check("30 June 2024", 2024, 6, 30);
        check("June 30, 2024", 2024, 6, 30);
        check("2016 Nov", 2016, 11, 0);
        check("18 de diciembre de 2023", 2023, 12, 18);
        check("12/01/2010", 2010, 12, 1);
        check("30/06/2024", 2024, 6, 30);
        check("30.06.2024", 2024, 6, 30);
        check("2024-00-00", 2024, 0, 0);
        check("2024-13-45", 2024, 0, 0);
        assert_eq!(read("Articles"), None);
        assert_eq!(read("12"), None);
        assert_eq!(read("99999"), None);
    }
}
