//! `citation-label` for records that state none: `Doe65`, `RoNo78`. The specification leaves its form to processors; this
//! form is that of the test suite (`magic_CitationLabelInCitation`).

use crate::item::{Item, Name, Value};
use crate::prelude::*;
use crate::text::{char_to_lowercase, char_to_uppercase, to_lowercase};
use crate::vocabulary::Variable;

/// How many letters of each name are used, by the number of names; names after the fourth are not used.
const LETTERS: [&[usize]; 4] = [&[4], &[2, 2], &[2, 1, 1], &[1, 1, 1, 1]];

/// Letters of the creators' names, or of the title, and the last two digits of the year.
pub(crate) fn citation_label(item: &Item) -> String {
    let mut out = String::new();
    let names = creators(item);
    if let Some(letters) = LETTERS.get(names.len().min(LETTERS.len()).wrapping_sub(1)) {
        for (name, letters) in names.iter().zip(*letters) {
            push_letters(&mut out, family(name), *letters);
        }
    }
    if out.is_empty() {
        push_letters(&mut out, item.text(Variable::Title).unwrap_or(""), 4);
    }
    let year = item.date(Variable::Issued).and_then(|date| date.start).map_or(0, |start| start.year);
    format!("{out}{:02}", year.unsigned_abs() % 100)
}

/// The authors, or the first names in the record.
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

/// Appends the first letters of a text, the first of them as a capital.
fn push_letters(out: &mut String, text: &str, letters: usize) {
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
            assert_eq!(citation_label(&item), expected);
        };
        check(&["Asthma"], 1900, "Asth00");
        check(&["Doe"], 1965, "Doe65");
        check(&["Roe", "noakes"], 1978, "RoNo78");
        check(&["Roe", "Noakes", "Doe"], 2005, "RoND05");
        check(&["A", "B", "C", "D", "E"], 2005, "ABCD05");
        check(&[], 2005, "Onla05");
    }
}
