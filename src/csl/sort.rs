//! Orders items by their sort keys (specification, "Sorting").

use crate::csl::program::SortKey;
use crate::csl::render::sort_key::SortValue;
use crate::prelude::*;
use crate::sorting::sorted;
use core::cmp::Ordering;

/// Compares words by a language's rules. The core knows no language: a page hands in `Intl.Collator`.
pub trait Collate {
    /// The order of two strings, which come without punctuation. Case and accents should make no difference, and
    /// numbers should compare by their value.
    fn compare(&self, a: &str, b: &str) -> Ordering;

    /// The place of each word among all; equal words share one.
    fn places(&self, words: &[&str]) -> Vec<u32> {
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        let compare = |a: usize, b: usize| self.compare(word(a), word(b));
        let mut places = vec![0; words.len()];
        let mut place = 0;
        let mut before = None;
        for at in sorted(words.len(), &mut |a, b| compare(a, b)) {
            place += u32::from(before.is_some_and(|before| compare(before, at) != Ordering::Equal));
            before = Some(at);
            if let Some(known) = places.get_mut(at) {
                *known = place;
            }
        }
        places
    }
}

/// The order of the Unicode root collation as far as Latin letters go: blanks, marks, digits, letters; numbers by
/// their value. Case and accents make no difference: the next key decides then.
#[derive(Clone, Copy, Debug, Default)]
pub struct RootCollation;

impl Collate for RootCollation {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        crate::text::compare(a, b)
    }
}

/// The indices of `values` in the order that the keys ask for. Equal items keep their order.
pub fn order(values: &[Vec<SortValue>], keys: &[SortKey], collate: &dyn Collate) -> Vec<usize> {
    // All are compared by the first key, so its words are put in order at once: a collation may be slow to ask.
    let mut words: Vec<&str> = Vec::with_capacity(values.len());
    for values in values {
        words.push(values.first().map_or("", SortValue::text));
    }
    let places = collate.places(&words);
    sorted(values.len(), &mut |a, b| {
        let mut order = Ordering::Equal;
        for (at, key) in keys.iter().enumerate() {
            let value = |item: usize| values.get(item).and_then(|values| values.get(at));
            let (Some(one), Some(other)) = (value(a), value(b)) else { continue };
            let words = || match at {
                0 => places.get(a).cmp(&places.get(b)),
                _ => collate.compare(one.text(), other.text()),
            };
            order = compare(one, other, key.descending, words);
            if order != Ordering::Equal {
                break;
            }
        }
        order
    })
}

/// Empty values stand last in both directions; `words` compares what is no number on one side at least.
fn compare(a: &SortValue, b: &SortValue, descending: bool, words: impl Fn() -> Ordering) -> Ordering {
    let order = match (a, b) {
        (SortValue::Empty, SortValue::Empty) => return Ordering::Equal,
        (SortValue::Empty, _) => return Ordering::Greater,
        (_, SortValue::Empty) => return Ordering::Less,
        (SortValue::Ordered(a), SortValue::Ordered(b)) => a.cmp(b),
        _ => words(),
    };
    if descending { order.reverse() } else { order }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csl::program::{NameOptions, SortSource};

    #[test]
    fn keys_decide_one_after_another() {
        let words = |text: &str| SortValue::Words(text.to_owned());
        let number = |text: &str| SortValue::Ordered(text.to_owned());
        let values = [
            vec![words("b"), number("1")],
            vec![SortValue::Empty, number("1")],
            vec![words("Ä"), number("1")],
            vec![words("a"), number("2")],
            vec![number("7"), SortValue::Empty],
            vec![words("b"), number("1")],
        ];
        let key =
            |descending| SortKey { source: SortSource::Macro(0), descending, names: NameOptions::default() };
        let ordered = |first, second| order(&values, &[key(first), key(second)], &RootCollation);
        assert_eq!(ordered(false, false), [4, 2, 3, 0, 5, 1]);
        assert_eq!(ordered(true, true), [0, 5, 3, 2, 4, 1]);
        assert_eq!(RootCollation.places(&["b", "Ä", "", "a", "b"]), [2, 1, 0, 1, 2]);
    }
}
