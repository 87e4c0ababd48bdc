//! The value of a sort key (specification, "Sorting").

use super::date::two_digits;
use super::{CiteState, Renderer, Scene};
use crate::csl::content::Content;
use crate::csl::program::{DateNode, DatePartName, SortKey, SortSource};
use crate::item::{Date, DateParts, Item};
use crate::prelude::*;
use crate::text::{DIGITS, concat, to_decimal};
use crate::vocabulary::{Variable, VariableKind};

/// What two items are compared by.
#[derive(Clone, Debug, PartialEq)]
pub enum SortValue {
    /// Nothing; sorts last, whichever the direction.
    Empty,
    /// A number or a time.
    Ordered(String),
    /// Words, compared by the language's rules.
    Words(String),
}

impl SortValue {
    /// The number, time or words as text.
    pub fn text(&self) -> &str {
        match self {
            SortValue::Empty => "",
            SortValue::Ordered(text) | SortValue::Words(text) => text,
        }
    }
}

/// Evaluates one key for one item.
pub fn sort_value(scene: Scene<'_>, item: &Item, cite: &CiteState, key: &SortKey) -> SortValue {
    let mut renderer = Renderer::new(scene, item, cite);
    renderer.sort_names = Some(&key.names);
    match key.source {
        SortSource::Macro(index) => {
            let (children, _) = renderer.call(index);
            let plain: String = children.iter().map(Content::plain).collect();
            classify(plain)
        }
        SortSource::Variable(variable) => variable_value(&mut renderer, variable),
    }
}

/// Punctuation does not count in sorting, as the test suite has it, but that it parts numbers (`1-3`).
fn classify(text: String) -> SortValue {
    let mut plain = String::with_capacity(text.len());
    for part in text.split_inclusive(is_punctuation) {
        let part = part.trim_end_matches(is_punctuation);
        if plain.ends_with_any(DIGITS) && part.starts_with_any(DIGITS) {
            plain.push(' ');
        }
        plain.push_str(part);
    }
    let plain = plain.trim();
    if plain.is_empty() {
        return SortValue::Empty;
    }
    if plain.bytes().all(|b| b.is_ascii_digit()) {
        return SortValue::Ordered(padded(plain));
    }
    SortValue::Words(plain.to_owned())
}

/// Unicode's punctuation, as far as titles and names have any; symbols like `+` and `$` are none.
fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => false,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{ff01}'..='\u{ff0f}' | '\u{3001}'..='\u{3003}' => {
            true
        }
        '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3008}'..='\u{301f}' => true,
        _ => c.is_ascii_punctuation(),
    }
}

/// Digits that compare as text like the number they stand for.
fn padded(digits: &str) -> String {
    let zeros = 20_usize.saturating_sub(digits.len());
    let mut out = String::new();
    (0..zeros).for_each(|_| out.push('0'));
    out.push_str(digits);
    out
}

fn variable_value(renderer: &mut Renderer<'_>, variable: Variable) -> SortValue {
    match variable.kind() {
        VariableKind::Date => {
            let date = renderer.item.date(variable);
            date.map_or(SortValue::Empty, |date| SortValue::Ordered(sortable(date)))
        }
        VariableKind::Names => {
            let list = renderer.sort_list(variable);
            list.map_or(SortValue::Empty, |content| classify(content.plain()))
        }
        VariableKind::Number => {
            let value = renderer.value(variable);
            let number = value.as_deref().and_then(leading_integer);
            match (number, value) {
                (Some(number), _) => SortValue::Ordered(padded(&to_decimal(number))),
                (None, Some(text)) => SortValue::Words(text.into_owned()),
                (None, None) => SortValue::Empty,
            }
        }
        VariableKind::Standard => match renderer.value(variable) {
            Some(text) => {
                let content = crate::csl::content::markup::parse(&text);
                classify(content.iter().map(Content::plain).collect())
            }
            None => SortValue::Empty,
        },
    }
}

impl<'a> Renderer<'a> {
    /// In a sort key, a date sorts by time, but only by the parts that it would print (specification, "Sorting").
    pub(super) fn sortable_as_shown(&self, date: &Date, node: &'a DateNode) -> String {
        let (parts, _) = self.shown_parts(node);
        let shows = |name: DatePartName| parts.iter().any(|part| part.name == name);
        let cut = |at: DateParts| DateParts {
            year: if shows(DatePartName::Year) { at.year } else { 0 },
            month: if shows(DatePartName::Month) { at.month } else { 0 },
            day: if shows(DatePartName::Day) { at.day } else { 0 },
        };
        sortable(&Date { start: date.start.map(cut), end: date.end.map(cut), ..date.clone() })
    }
}

/// A date as text that sorts by time.
fn sortable(date: &Date) -> String {
    match date.start {
        Some(start) => {
            let end = date.end.map_or_else(String::new, sortable_parts);
            concat(&[sortable_parts(start).as_str(), "-", &end])
        }
        None => date.literal.clone(),
    }
}

/// Years are shifted so that those before the common era sort first; all become ten digits.
fn sortable_parts(at: DateParts) -> String {
    let shifted = at.year.cast_unsigned() ^ 0x8000_0000;
    concat(&[&padded(&to_decimal(shifted)), &two_digits(at.month), &two_digits(at.day)])
}

/// The number a value begins with.
fn leading_integer(value: &str) -> Option<u32> {
    let digits = value.trim().split(|c: char| !c.is_ascii_digit()).next()?;
    crate::text::parse_u32(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_sort_by_time() {
        let keys: Vec<String> =
            [Date::year(-44), Date::year(80), Date::ymd(1999, 2, 0), Date::ymd(1999, 12, 1)]
                .iter()
                .map(sortable)
                .collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }
}
