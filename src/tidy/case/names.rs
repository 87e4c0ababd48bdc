//! The list of names, front-coded by the compiler.
#![allow(
    clippy::indexing_slicing,
    reason = "the compiler runs what indexes here; a panic there is a failed build"
)]

/// Names of countries, peoples, languages, religions, cities, regions, months, days, persons, genera and brands, each
/// on a line, in small ASCII letters, in order.
const NAMES: &[u8] = include_bytes!("names.txt");

/// The same front-coded: instead of the letters that a name shares with the one before, their number as a byte below
/// 32. It is the compiler that does this, so that the list can be read and a page need not load all of it.
static CODED: [u8; coded_length()] = coded();

/// Where the names with each first letter begin in [`CODED`].
static BLOCKS: [u16; 27] = blocks();

/// Whether a word stands in the list of names.
pub(super) fn is_name(word: &str) -> bool {
    let Some((first, rest)) = word.as_bytes().split_first() else { return false };
    let block = usize::from(first.wrapping_sub(b'a'));
    let (Some(from), Some(to)) = (BLOCKS.get(block), BLOCKS.get(block + 1)) else { return false };
    let coded = CODED.get(usize::from(*from)..usize::from(*to)).unwrap_or(&[]);
    // How many letters of the word the latest name has; a name that shares more with the one before differs there too.
    let mut same = 0;
    let mut at = 0;
    while let Some(shared) = coded.get(at) {
        let shared = usize::from(*shared);
        let tail = coded.get(at + 1..).unwrap_or(&[]);
        let length = tail.iter().position(|byte| *byte < 32).unwrap_or(tail.len());
        at += 1 + length;
        // Names are in order, so one that shares less has passed the word.
        if shared < same {
            return false;
        }
        if shared == same {
            let left = rest.get(same..).unwrap_or(&[]);
            let tail = tail.get(..length).unwrap_or(&[]);
            if left == tail {
                return true;
            }
            same += left.iter().zip(tail).take_while(|(a, b)| a == b).count();
        }
    }
    false
}

/// The end of the name that begins at `from`.
const fn name_end(from: usize) -> usize {
    let mut end = from;
    while end < NAMES.len() && NAMES[end] != b'\n' {
        end += 1;
    }
    end
}

/// How many letters a name need not repeat: those that it shares with the one before, and the first, which its block
/// tells.
const fn shared(before: usize, from: usize) -> usize {
    let (end, mut same) = (name_end(from), 1);
    if before == from || NAMES[before] != NAMES[from] {
        return same;
    }
    while from + same < end && NAMES[before + same] == NAMES[from + same] {
        same += 1;
    }
    same
}

const fn coded_length() -> usize {
    let (mut before, mut from, mut length) = (0, 0, 0);
    while from < NAMES.len() {
        let same = shared(before, from);
        length += 1 + name_end(from) - from - same;
        before = from;
        from = name_end(from) + 1;
    }
    length
}

const fn coded() -> [u8; coded_length()] {
    let mut coded = [0; coded_length()];
    let (mut before, mut from, mut at) = (0, 0, 0);
    while from < NAMES.len() {
        let same = shared(before, from);
        coded[at] = same as u8 - 1;
        at += 1;
        let mut letter = from + same;
        while letter < name_end(from) {
            coded[at] = NAMES[letter];
            at += 1;
            letter += 1;
        }
        before = from;
        from = name_end(from) + 1;
    }
    coded
}

const fn blocks() -> [u16; 27] {
    let mut blocks = [0; 27];
    let (mut before, mut from, mut at, mut letter) = (0, 0, 0, 0);
    while from < NAMES.len() {
        while letter <= (NAMES[from] - b'a') as usize {
            blocks[letter] = at;
            letter += 1;
        }
        let same = shared(before, from);
        at += (1 + name_end(from) - from - same) as u16;
        before = from;
        from = name_end(from) + 1;
    }
    while letter < 27 {
        blocks[letter] = at;
        letter += 1;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;

    #[test]
    fn every_name_is_found_and_nothing_else() {
        let names: Vec<&str> = core::str::from_utf8(NAMES).expect("ASCII").lines().collect();
        assert!(names.is_sorted_by(|a, b| a < b), "the list is in order, each name once");
        for name in &names {
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase()), "{name}");
            assert!(is_name(name), "{name}");
            for other in [&name[1..], &name[..name.len() - 1], &[*name, "a"].concat(), &["a", *name].concat()]
            {
                assert_eq!(is_name(other), names.contains(&other), "{other}");
            }
        }
        for word in ["", "é", "A", "~", "boat", "zzz", "a"] {
            assert!(!is_name(word), "{word}");
        }
    }
}
