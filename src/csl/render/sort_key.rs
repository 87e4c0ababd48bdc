//! The value of a sort key (specification, "Sorting").

use super::context::{CiteState, RenderContext};
use super::renderer::Renderer;
use super::sorting::{SortNames, sortable};
use crate::csl::content::Content;
use crate::csl::program::{SortKey, SortSource};
use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::{Variable, VariableKind};

/// What two items are compared by.
#[derive(Clone, Debug, PartialEq)]
pub enum SortValue {
    /// No value; it sorts last in both directions.
    Empty,
    /// A number or a time.
    Ordered(String),
    /// Words, compared by the rules of the language.
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
pub fn sort_value(context: RenderContext<'_>, item: &Item, cite: &CiteState, key: &SortKey) -> SortValue {
    let mut renderer = Renderer::new(context, item, cite);
    renderer.sort_names = SortNames(Some(&key.names));
    match key.source {
        SortSource::Macro(index) => {
            let (children, _) = renderer.call(index);
            let plain: String = children.iter().map(Content::plain).collect();
            classify(plain)
        }
        SortSource::Variable(variable) => variable_value(&mut renderer, variable),
    }
}

/// Sorting ignores punctuation, as in the test suite, except that it separates numbers (`1-3`).
fn classify(text: String) -> SortValue {
    let mut plain = String::with_capacity(text.len());
    for part in text.split_inclusive(is_punctuation) {
        let part = part.trim_end_matches(is_punctuation);
        if plain.ends_with(is_digit) && part.starts_with(is_digit) {
            plain.push(' ');
        }
        plain.push_str(part);
    }
    let plain = plain.trim();
    if plain.is_empty() {
        return SortValue::Empty;
    }
    if plain.chars().all(is_digit) {
        return SortValue::Ordered(padded(plain));
    }
    SortValue::Words(plain.to_owned())
}

/// Whether a character is punctuation in Unicode, for the scripts of titles and names. Symbols such as `+` and `$` are
/// not.
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

/// Digits padded to equal length, so that comparing them as text compares their values.
fn padded(digits: &str) -> String {
    format!("{digits:0>20}")
}

fn variable_value(renderer: &mut Renderer<'_>, variable: Variable) -> SortValue {
    match variable.kind() {
        VariableKind::Date => {
            let date = renderer.item.date(variable);
            date.map_or(SortValue::Empty, |date| SortValue::Ordered(sortable(date, &|_| true)))
        }
        VariableKind::Names => {
            let list = renderer.sort_list(variable);
            list.map_or(SortValue::Empty, |content| classify(content.plain()))
        }
        VariableKind::Number => {
            let value = renderer.value(variable);
            let number = value.as_deref().and_then(leading_integer);
            match (number, value) {
                (Some(number), _) => SortValue::Ordered(padded(&number.to_string())),
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

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The number at the beginning of a value.
fn leading_integer(value: &str) -> Option<u32> {
    let digits = value.trim().split(|c| !is_digit(c)).next()?;
    digits.parse().ok()
}
