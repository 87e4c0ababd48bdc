//! The value of a sort key (specification, "Sorting").

use super::{CiteState, Renderer, Scene, date, number};
use crate::csl::content::Content;
use crate::csl::program::{SortKey, SortSource};
use crate::item::Item;
use crate::prelude::*;
use crate::text::decimal;
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

fn classify(plain: String) -> SortValue {
    let plain = plain.trim();
    if plain.is_empty() {
        return SortValue::Empty;
    }
    if plain.bytes().all(|b| b.is_ascii_digit()) {
        return SortValue::Ordered(padded(plain));
    }
    SortValue::Words(plain.to_owned())
}

/// Digits that compare as text like the number they stand for.
pub(super) fn padded(digits: &str) -> String {
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
            date.map_or(SortValue::Empty, |date| SortValue::Ordered(date::sortable(date)))
        }
        VariableKind::Names => {
            let list = renderer.sort_list(variable);
            list.map_or(SortValue::Empty, |content| classify(content.plain()))
        }
        VariableKind::Number => {
            let value = renderer.value(variable);
            let number = value.as_deref().and_then(number::leading_integer);
            match (number, value) {
                (Some(number), _) => SortValue::Ordered(padded(&decimal(number))),
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
