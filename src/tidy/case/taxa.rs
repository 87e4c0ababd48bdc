//! Names of living things, by their Latin letters: families and orders, and the genus before a species.

use super::lexicon::{self, ends_with};
use super::title::{Word, key, near};
use super::words::Shape;
use crate::extent::FULL;
use crate::text::{WordList, word_list};

/// Endings of families and orders: *Apidae*, *Fabaceae*, *Lepidoptera*.
const GROUPS: WordList<'_> = word_list!["idae", "aceae", "optera"];

/// Endings of a genus or a species.
const LATIN: WordList<'_> = word_list!["i", "us", "is", "ae", "um", "ens", "ans", "a"];

/// Endings of genera that no other word has before one with a Latin ending.
const GENERA: WordList<'_> = word_list!["bacter", "coccus", "bacillus", "bacterium", "myces", "omonas"];

/// Endings of species that no English word has, but for short ones as *radii*.
const SPECIES: WordList<'_> =
    word_list!["ensis", "iae", "ii", "oides", "icola", "ivorans", "ificans", "ianum"];

/// The shortest such species, in bytes.
const SHORTEST_SPECIES: usize = 6;

/// Endings of a genus before such a species.
const NOUNS: WordList<'_> = word_list!["a", "us", "um", "is", "es", "as", "on", "er", "ix"];

/// Whether the word at `at` is a genus by its ending, before a species: *Dichelobacter nodosus*. Pages do without the lists.
pub(super) fn is_genus(words: &[Word<'_, '_>], at: usize) -> bool {
    FULL && near(words, at + 1) && ends_with(key(words, at), GENERA) && may_be_species(key(words, at + 1))
}

/// Whether the word at `at` is a noun of Latin or Greek before a species that its ending shows.
fn is_before_species(words: &[Word<'_, '_>], at: usize) -> bool {
    let (noun, next) = (key(words, at), key(words, at + 1));
    FULL && near(words, at + 1)
        && next.len() >= SHORTEST_SPECIES
        && ends_with(next, SPECIES)
        && lexicon::find(next).is_none()
        && ends_with(noun, NOUNS)
        && !noun.ends_with("species")
}

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
    ends_with(&word.key, GROUPS)
        || is_genus(words, at)
        || is_before_species(words, at)
        || near(words, at + 1) && words.get(at + 1).is_some_and(species)
}
