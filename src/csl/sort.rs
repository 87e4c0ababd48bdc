//! Orders items by their sort keys (specification, "Sorting").

pub use crate::host::collation::{Collate, RootCollation};

use crate::csl::program::SortKey;
use crate::csl::render::sort_key::SortValue;
use crate::prelude::*;
use crate::sorting::sorted;
use core::cmp::Ordering;
use core::ops::Range;

/// The indices of `length` items in the order of the keys; `value` returns an item's value for a key. Equal items keep
/// their order.
pub fn order(
    length: usize,
    keys: &[SortKey],
    collate: &dyn Collate,
    value: &dyn Fn(usize, &SortKey) -> SortValue,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    // The runs of items that are equal so far. Values of later keys are computed for these only: each one is rendered.
    let mut ties: Vec<Range<usize>> = core::iter::once(0..length).collect();
    for key in keys {
        ties.retain(|tie| tie.len() > 1);
        let tied: Vec<usize> =
            ties.iter().filter_map(|tie| order.get(tie.clone())).flatten().copied().collect();
        ties = by_key(&mut order, ties, &tied, key, collate, value);
    }
    order
}

/// Orders the items of each tie by a key and returns the remaining ties. `tied` are the items of all ties.
fn by_key(
    order: &mut [usize],
    ties: Vec<Range<usize>>,
    tied: &[usize],
    key: &SortKey,
    collate: &dyn Collate,
    value: &dyn Fn(usize, &SortKey) -> SortValue,
) -> Vec<Range<usize>> {
    let values: Vec<SortValue> = tied.iter().map(|item| value(*item, key)).collect();
    // Calls into a browser's collation are slow, so all words are ranked at once.
    let words: Vec<&str> = values.iter().map(SortValue::text).collect();
    let ranks = collate.ranks(&words);
    let compare = |a: usize, b: usize| match (values.get(a), values.get(b)) {
        (Some(one), Some(other)) => compare(one, other, key.descending, || ranks.get(a).cmp(&ranks.get(b))),
        _ => Ordering::Equal,
    };
    let mut left = Vec::new();
    let mut first = 0;
    for tie in ties {
        let sorted = sorted(tie.len(), &mut |a, b| compare(first + a, first + b));
        for (rank, at) in order.iter_mut().skip(tie.start).zip(&sorted) {
            *rank = tied.get(first + at).copied().unwrap_or_default();
        }
        let mut start = tie.start;
        for equal in sorted.chunk_by(|a, b| compare(first + a, first + b) == Ordering::Equal) {
            left.push(start..start + equal.len());
            start += equal.len();
        }
        first += tie.len();
    }
    left
}

/// Empty values are last in both directions. `words` compares values that are not both numbers.
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
    fn later_keys_order_what_earlier_keys_leave_equal() {
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
        let ordered = |first, second| {
            let keys = [key(first), key(second)];
            let value = |item: usize, key: &SortKey| {
                values[item][keys.iter().position(|known| core::ptr::eq(known, key)).unwrap()].clone()
            };
            order(values.len(), &keys, &RootCollation, &value)
        };
        assert_eq!(ordered(false, false), [4, 2, 3, 0, 5, 1]);
        assert_eq!(ordered(true, true), [0, 5, 3, 2, 4, 1]);
    }
}
