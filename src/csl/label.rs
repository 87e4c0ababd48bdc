//! `citation-label` for records that state none: `Doe65`, `RoNo78`. The specification leaves its form to processors;
//! this is the test suite's.

use crate::item::{Item, Name, Value};
use crate::prelude::*;
use crate::text::{char_to_lowercase, char_to_uppercase, to_lowercase, usize_to_decimal};
use crate::vocabulary::Variable;

/// How many letters each name gives, by the number of names; more names than four give no more.
const LETTERS: [&[usize]; 4] = [&[4], &[2, 2], &[2, 1, 1], &[1, 1, 1, 1]];

/// Letters of the creators' names, or of the title, and the last two digits of the year.
pub(crate) fn label(item: &Item) -> String {
    let mut out = String::new();
    let names = creators(item);
    if let Some(letters) = LETTERS.get(names.len().min(LETTERS.len()).wrapping_sub(1)) {
        for (name, letters) in names.iter().zip(*letters) {
            push(&mut out, family(name), *letters);
        }
    }
    if out.is_empty() {
        push(&mut out, item.text(Variable::Title).unwrap_or(""), 4);
    }
    let year = item.date(Variable::Issued).and_then(|date| date.start).map_or(0, |start| start.year);
    let digits = usize_to_decimal(year.unsigned_abs() as usize % 100);
    if digits.len() < 2 {
        out.push('0');
    }
    out.push_str(&digits);
    out
}

/// The authors, or whoever the record names first.
fn creators(item: &Item) -> &[Name] {
    let mut lists = item.fields().filter_map(|(_, value)| match value {
        Value::Names(names) => Some(names.as_slice()),
        _ => None,
    });
    let authors = item.names(Variable::Author);
    if authors.is_empty() { lists.next().unwrap_or(&[]) } else { authors }
}

/// The family name, or an organisation's name without its article.
fn family(name: &Name) -> &str {
    let whole = if name.literal.is_empty() { &name.family } else { &name.literal };
    match whole.split_once(' ') {
        Some((first, rest)) if matches!(to_lowercase(first).as_str(), "a" | "an" | "the") => rest,
        _ => whole,
    }
}

/// The first letters of a text, the first of them a capital.
fn push(out: &mut String, text: &str, letters: usize) {
    for (at, letter) in text.chars().filter(|c| c.is_letter()).take(letters).enumerate() {
        if at == 0 {
            out.push_str(&char_to_uppercase(letter));
        } else {
            out.push_str(&char_to_lowercase(letter));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Date;
    use crate::vocabulary::ItemType;

    #[test]
    fn labels_are_made_of_names_and_years() {
        let check = |names: &[&str], year: i32, expected: &str| {
            let mut item = Item::new("x", ItemType::Book);
            let names: Vec<Name> = names.iter().map(|name| Name::person(name, "X")).collect();
            item.set(Variable::Author, names);
            item.set(Variable::Issued, Date::year(year));
            item.set(Variable::Title, "On labels");
            assert_eq!(label(&item), expected);
        };
        check(&["Asthma"], 1900, "Asth00");
        check(&["Doe"], 1965, "Doe65");
        check(&["Roe", "noakes"], 1978, "RoNo78");
        check(&["Roe", "Noakes", "Doe"], 2005, "RoND05");
        check(&["A", "B", "C", "D", "E"], 2005, "ABCD05");
        check(&[], 2005, "Onla05");
    }
}
