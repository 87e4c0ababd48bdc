//! Names of living things, by their Latin letters: families and orders, and the genus before a species.

use super::lexicon::ends_with;
use super::title::{Word, near};
use super::words::Shape;
use crate::text::{WordList, word_list};

/// Endings of families and orders: *Apidae*, *Fabaceae*, *Lepidoptera*.
const GROUPS: WordList<'_> = word_list!["idae", "aceae", "optera"];

/// Endings of a genus or a species.
const LATIN: WordList<'_> = word_list!["i", "us", "is", "ae", "um", "ens", "ans", "a"];

/// Whether the letters of a word may be those of a species.
pub(super) fn may_be_species(lower: &str) -> bool {
    ends_with(lower, LATIN)
}

/// Whether the word at `at` is the name of a family or an order, or a genus before its species: one in italics, or one in
/// brackets: `(Apis mellifera)`.
pub(super) fn is_taxon(words: &[Word<'_, '_>], at: usize, word: &Word<'_, '_>) -> bool {
    let species = |next: &Word<'_, '_>| {
        let small = word.token.gap.marked && next.token.shape() == Shape::Lower;
        small || word.token.gap.mark == '(' && may_be_species(&word.key) && may_be_species(&next.key)
    };
    ends_with(&word.key, GROUPS) || near(words, at + 1) && words.get(at + 1).is_some_and(species)
}
