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
    sorted(values.len(), &mut |a, b| match (values.get(a), values.get(b)) {
        (Some(a), Some(b)) => compare(a, b, keys, collate),
        _ => Ordering::Equal,
    })
}

fn compare(a: &[SortValue], b: &[SortValue], keys: &[SortKey], collate: &dyn Collate) -> Ordering {
    let pairs = a.iter().zip(b).zip(keys);
    let mut orders = pairs.map(|((a, b), key)| compare_values(a, b, key.descending, collate));
    orders.find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
}

/// Empty values stand last in both directions.
fn compare_values(a: &SortValue, b: &SortValue, descending: bool, collate: &dyn Collate) -> Ordering {
    let order = match (a, b) {
        (SortValue::Empty, SortValue::Empty) => return Ordering::Equal,
        (SortValue::Empty, _) => return Ordering::Greater,
        (_, SortValue::Empty) => return Ordering::Less,
        (SortValue::Ordered(a), SortValue::Ordered(b)) => a.cmp(b),
        (SortValue::Ordered(a) | SortValue::Words(a), SortValue::Ordered(b) | SortValue::Words(b)) => {
            collate.compare(a, b)
        }
    };
    if descending { order.reverse() } else { order }
}
