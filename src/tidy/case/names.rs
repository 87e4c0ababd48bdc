//! The list of names, as fingerprints that the compiler takes.
#![allow(
    clippy::indexing_slicing,
    reason = "the compiler runs what indexes here; a panic there is a failed build"
)]

use crate::text::concat;

/// Names of countries, peoples, languages, religions, cities, regions, months, days, persons, genera and brands, and
/// those of several words, in small letters; abbreviations in capitals. Each on a line, in order.
const NAMES: &[u8] = include_bytes!("names.txt");

/// How many fingerprints there are: one for each name, and one more, with the line's end, for those of several words:
/// a title has so many rows of words that one in a few hundred titles would have one that is taken for a name.
const COUNT: usize = count();

/// The fingerprints in order, each as its distance from the one before: two bytes a name, where brotli makes three of
/// its letters. The price is that one rare word of four thousand is taken for a name that it is not.
static STEPS: [u16; steps_length()] = steps();

/// Whether a row of words with blanks between them stands in the list of names.
pub(super) fn is_row(words: &str) -> bool {
    is_name(words) && is_name(&concat(&[words, "\n"]))
}

/// Whether a word stands in the list of names.
pub(super) fn is_name(word: &str) -> bool {
    let sought = fingerprint(word.as_bytes(), 0, word.len());
    let mut reached = 0;
    for step in &STEPS {
        reached += u32::from(*step);
        if reached >= sought {
            break;
        }
    }
    reached == sought
}

/// Where the hash begins: so that none of the twenty thousand small words that are most frequent in documentation and abstracts
/// has the fingerprint of a name, nor has its singular.
const BASIS: u32 = 8638;

/// 23 bits that stand for the bytes from `from` to `to` (FNV-1a, folded).
const fn fingerprint(text: &[u8], from: usize, to: usize) -> u32 {
    let (mut hash, mut at) = (BASIS, from);
    while at < to {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash >> 23 ^ hash) & 0x7f_ffff
}

const fn count() -> usize {
    let (mut count, mut row, mut at) = (0, false, 0);
    while at < NAMES.len() {
        row |= NAMES[at] == b' ';
        if NAMES[at] == b'\n' {
            count += 1 + row as usize;
            row = false;
        }
        at += 1;
    }
    count
}

/// All fingerprints in order, by Shell's method.
const fn fingerprints() -> [u32; COUNT] {
    let mut found = [0; COUNT];
    let (mut count, mut from, mut row, mut at) = (0, 0, false, 0);
    while at < NAMES.len() {
        row |= NAMES[at] == b' ';
        if NAMES[at] == b'\n' {
            found[count] = fingerprint(NAMES, from, at);
            count += 1;
            if row {
                found[count] = fingerprint(NAMES, from, at + 1);
                count += 1;
            }
            (from, row) = (at + 1, false);
        }
        at += 1;
    }
    let mut gap = COUNT / 2;
    while gap > 0 {
        let mut next = gap;
        while next < COUNT {
            let mut at = next;
            while at >= gap && found[at - gap] > found[at] {
                (found[at - gap], found[at]) = (found[at], found[at - gap]);
                at -= gap;
            }
            next += 1;
        }
        gap = gap * 5 / 11;
    }
    found
}

/// The longest step. Where the next fingerprint is farther, one that is nobody's stands between.
const LONGEST: u32 = u16::MAX as u32;

const fn steps_length() -> usize {
    let (sorted, mut length, mut name, mut reached) = (fingerprints(), COUNT, 0, 0);
    while name < COUNT {
        length += ((sorted[name] - reached) / (LONGEST + 1)) as usize;
        reached = sorted[name];
        name += 1;
    }
    length
}

const fn steps() -> [u16; steps_length()] {
    let mut steps = [0; steps_length()];
    let (sorted, mut name, mut reached, mut at) = (fingerprints(), 0, 0, 0);
    while name < COUNT {
        let left = sorted[name] - reached;
        let step = if left > LONGEST { LONGEST } else { left };
        steps[at] = step as u16;
        reached += step;
        at += 1;
        name += (step == left) as usize;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;

    #[test]
    fn every_name_is_found_and_hardly_anything_else() {
        let names: Vec<&str> = core::str::from_utf8(NAMES).expect("UTF-8").lines().collect();
        assert!(names.is_sorted_by(|a, b| a < b), "the list is in order, each name once");
        let mut taken = 0;
        for name in &names {
            assert!(is_name(name) && is_row(name) == name.contains(' '), "{name}");
            for other in [&name[1..], &[*name, "a"].concat(), &["a", *name].concat(), &["b", *name].concat()]
            {
                taken += usize::from(is_name(other) && !names.contains(&other));
            }
        }
        assert!(taken < 4, "{taken} of {} others were taken for names", 4 * names.len());
        for word in ["", "é", "A", "~", "boat", "zzz", "a", "ñandú"] {
            assert!(!is_name(word), "{word}");
        }
    }
}
