//! The list of names, stored as hashes of 22 bits.
//!
//! `names.txt` has the names of countries, peoples, languages, religions, cities, regions, months, days, persons, genera
//! and brands, and names of several words, in lower case; and abbreviations in capitals. Given names end in `=`. One a line,
//! in ascending order.
//! A word is in it only if it means nothing else that a title would write small. The functions here turn the file into
//! hashes while the crate is compiled: two bytes a name, where the compressed letters take three.
#![allow(clippy::indexing_slicing, reason = "runs in the compiler, where a panic is a failed build")]

use super::fingerprint::{BASIS, fingerprint};
use crate::text::concat;

const NAMES: &[u8] = include_bytes!("names.txt");

/// One hash for each name, and another with the line's end for each name of several words: a title has so many pairs of
/// words that with one hash alone one in a few hundred titles would have a pair that is mistaken for a name.
const COUNT: usize = count();

/// The hashes in ascending order, each as its difference from the previous one: first the high bytes of all, which are
/// alike and compress well, then the low bytes.
static DIFFERENCES: [[u8; differences_length()]; 2] = differences();

/// Whether several words with blanks between them are in the list of names.
pub(super) fn is_phrase(words: &str) -> bool {
    is_name(words) && is_name(&concat(&[words, "\n"]))
}

/// Whether a word is in the list as a given name.
pub(super) fn is_given_name(word: &str) -> bool {
    is_name(&concat(&[word, "="]))
}

/// Whether a word is in the list of names.
pub(super) fn is_name(word: &str) -> bool {
    let sought = fingerprint(BASIS, word.as_bytes());
    let mut reached = 0;
    let [high, low] = &DIFFERENCES;
    for (high, low) in high.iter().zip(low) {
        reached += u32::from(u16::from_be_bytes([*high, *low]));
        if reached >= sought {
            break;
        }
    }
    reached == sought
}

/// A name of `names.txt`.
struct Line<'a> {
    name: &'a [u8],
    /// The name with the line's end.
    whole: &'a [u8],
    /// Whether it is of several words.
    is_phrase: bool,
    /// The lines that follow.
    rest: &'a [u8],
}

/// The first line of a text that ends with a line's end; `None` of an empty text.
const fn first_line(text: &[u8]) -> Option<Line<'_>> {
    let (mut length, mut is_phrase) = (0, false);
    while length < text.len() {
        if text[length] == b'\n' {
            let (whole, rest) = text.split_at(length + 1);
            return Some(Line { name: text.split_at(length).0, whole, is_phrase, rest });
        }
        is_phrase |= text[length] == b' ';
        length += 1;
    }
    None
}

const fn count() -> usize {
    let (mut count, mut rest) = (0, NAMES);
    while let Some(line) = first_line(rest) {
        count += 1 + line.is_phrase as usize;
        rest = line.rest;
    }
    count
}

/// All hashes in ascending order.
const fn fingerprints() -> [u32; COUNT] {
    let mut hashes = [0; COUNT];
    let (mut count, mut rest) = (0, NAMES);
    while let Some(line) = first_line(rest) {
        hashes[count] = fingerprint(BASIS, line.name);
        count += 1;
        if line.is_phrase {
            hashes[count] = fingerprint(BASIS, line.whole);
            count += 1;
        }
        rest = line.rest;
    }
    sorted(hashes)
}

/// Shell sort, because the standard library's sorting does not run in the compiler.
const fn sorted(mut hashes: [u32; COUNT]) -> [u32; COUNT] {
    let mut gap = COUNT / 2;
    while gap > 0 {
        let mut next = gap;
        while next < COUNT {
            let mut at = next;
            while at >= gap && hashes[at - gap] > hashes[at] {
                (hashes[at - gap], hashes[at]) = (hashes[at], hashes[at - gap]);
                at -= gap;
            }
            next += 1;
        }
        gap = gap * 5 / 11;
    }
    hashes
}

/// The greatest difference that is stored. A greater one is split, with a hash of no name between.
const GREATEST: u32 = u16::MAX as u32;

const fn differences_length() -> usize {
    let (hashes, mut length, mut at, mut reached) = (fingerprints(), COUNT, 0, 0);
    while at < COUNT {
        length += ((hashes[at] - reached) / (GREATEST + 1)) as usize;
        reached = hashes[at];
        at += 1;
    }
    length
}

const fn differences() -> [[u8; differences_length()]; 2] {
    let mut differences = [[0; differences_length()]; 2];
    let (hashes, mut at, mut reached, mut length) = (fingerprints(), 0, 0, 0);
    while at < COUNT {
        let left = hashes[at] - reached;
        let difference = if left > GREATEST { GREATEST } else { left };
        differences[0][length] = (difference >> 8) as u8;
        differences[1][length] = difference as u8;
        reached += difference;
        length += 1;
        at += (difference == left) as usize;
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;

    #[test]
    fn every_name_is_found_and_hardly_anything_else() {
        let names: Vec<&str> = core::str::from_utf8(NAMES).expect("UTF-8").lines().collect();
        assert!(names.is_sorted_by(|a, b| a < b), "the list is in order, each name once");
        let mut mistaken = 0;
        for name in &names {
            assert!(is_name(name) && is_phrase(name) == name.contains(' '), "{name}");
            let rest = name.chars().skip(1).collect_string();
            for other in
                [rest.as_str(), &[*name, "a"].concat(), &["a", *name].concat(), &["b", *name].concat()]
            {
                mistaken += usize::from(is_name(other) && !names.contains(&other));
            }
        }
        assert!(mistaken < 4, "{mistaken} of {} others were mistaken for names", 4 * names.len());
        for word in ["", "é", "A", "~", "boat", "zzz", "a", "ñandú"] {
            assert!(!is_name(word), "{word}");
        }
    }
}
