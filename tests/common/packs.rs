//! Packs that are damaged on purpose: shared by the tests with a made style and those with the official ones.
#![allow(dead_code)] // Each test binary uses a part.

use citelet::csl::compile;
use citelet::csl::program::Style;
use citelet::csl::program::wire::{LABEL, VERSION};

use crate::common::Random;
use xtask::project;

/// A made style with every element of CSL.
pub(crate) fn every_element() -> Style {
    let file = project::root().join("tests/cases/styles/every-element.csl");
    compile::style(&project::read_text(&file).expect("the case")).expect("it compiles").0
}

/// A pack of these streams: structure, calls, formatting and texts.
pub(crate) fn pack(streams: [&[u8]; 4]) -> Vec<u8> {
    let mut bytes = [LABEL, &[u8::try_from(VERSION).expect("a small version")]].concat();
    for stream in streams {
        // Two bytes, even where one would do.
        bytes.extend([(stream.len() % 128) as u8 | 0x80, (stream.len() / 128) as u8]);
    }
    [bytes, streams.concat()].concat()
}

/// The streams of a pack.
fn streams(pack: &[u8]) -> [&[u8]; 4] {
    let mut rest = &pack[5..];
    let lengths = [0; 4].map(|_: usize| {
        let size = 1 + rest.iter().position(|byte| *byte < 0x80).expect("a number ends");
        let (number, after) = rest.split_at(size);
        rest = after;
        number.iter().rev().fold(0, |length, byte| length << 7 | usize::from(byte & 0x7f))
    });
    lengths.map(|length| {
        let (stream, after) = rest.split_at(length);
        rest = after;
        stream
    })
}

/// Checks that a style which can be read can be written and read again: so it is valid, and no part of it was invented.
pub(crate) fn check(bytes: &[u8]) {
    if let Ok(style) = Style::from_bytes(bytes) {
        assert_eq!(Style::from_bytes(&style.to_bytes()), Ok(style));
    }
}

/// Checks that a pack cut anywhere is refused.
pub(crate) fn check_truncations(bytes: &[u8]) {
    for length in 0..bytes.len() {
        assert!(Style::from_bytes(&bytes[..length]).is_err(), "cut to {length} bytes");
    }
}

/// Checks that a pack is refused when a stream ends early. The lengths in the head would show a cut, so they are
/// written anew.
pub(crate) fn check_short_streams(bytes: &[u8]) {
    let streams = streams(bytes);
    for (which, stream) in streams.iter().enumerate() {
        for length in 0..stream.len() {
            let mut cut = streams;
            cut[which] = &stream[..length];
            assert!(Style::from_bytes(&pack(cut)).is_err(), "stream {which} cut to {length} bytes");
        }
    }
    assert_eq!(Style::from_bytes(&pack(streams)), Style::from_bytes(bytes));
}

/// Checks packs of which a few bytes were changed at random.
pub(crate) fn check_random_changes(packs: &[Vec<u8>]) {
    let mut random = Random(20);
    for _ in 0..2_000 {
        let mut bytes = packs[random.below(packs.len())].clone();
        for _ in 0..=random.below(4) {
            let (at, from) = (random.below(bytes.len()), random.below(bytes.len()));
            match random.below(3) {
                0 => bytes[at] = random.next() as u8,
                1 => bytes[at] = bytes[from],
                _ => bytes.swap(at, from),
            }
        }
        check(&bytes);
    }
}
