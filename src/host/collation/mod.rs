//! The order of words in a language.
//!
//! A page has `Intl.Collator` for every language. A program has [`RootCollation`], and may pass a [`Collate`] of its own.

#[cfg(all(feature = "wasm", target_family = "wasm"))]
mod browser;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
mod native;
mod root;

#[cfg(all(feature = "wasm", target_family = "wasm"))]
pub use browser::for_language;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
pub use native::for_language;
pub use root::RootCollation;

use crate::sorting::sorted;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// Compares words by the rules of a language.
pub trait Collate {
    /// The order of two strings, which come without punctuation. Case and accents should make no difference, and
    /// numbers should compare by their value.
    fn compare(&self, a: &str, b: &str) -> Ordering;

    /// The rank of each word among all, counted from zero; equal words share one.
    fn ranks(&self, words: &[&str]) -> Vec<u32> {
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        let compare = |a: usize, b: usize| self.compare(word(a), word(b));
        let mut ranks = vec![0; words.len()];
        let mut rank = 0;
        let mut before = None;
        for at in sorted(words.len(), &mut |a, b| compare(a, b)) {
            rank += u32::from(before.is_some_and(|before| compare(before, at) != Ordering::Equal));
            before = Some(at);
            if let Some(entry) = ranks.get_mut(at) {
                *entry = rank;
            }
        }
        ranks
    }
}
