//! Packs: what is written reads back equal, and arbitrary bytes give an error or a valid style.

mod common;

#[path = "common/packs.rs"]
mod packs;

use citelet::csl::program::locale::Locale;
use citelet::csl::program::wire::{LABEL, VERSION};
use citelet::csl::program::{Node, Style, TextNode, TextSource};
use citelet::vocabulary::{ItemType, Locator, Term, Variable};
use common::Random;
use packs::{check, check_random_changes, check_short_streams, check_truncations, every_element, pack};

/// Where the first stream begins in a pack made by [`pack`].
const START: usize = 13;

/// The sentence about a number that means nothing.
fn damaged(what: &str, at: usize) -> String {
    format!("The pack is damaged: byte {at} is no {what}.")
}

/// Packs have words of the vocabulary by their numbers in these lists.
#[test]
fn the_version_changes_with_the_vocabulary() {
    let lists = [Variable::WORDS, ItemType::WORDS, Locator::WORDS, Term::WORDS];
    let bytes = lists.concat().into_iter().flat_map(|word| word.bytes().chain([0]));
    // FNV-1a.
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325, add);
    assert_eq!(
        (VERSION, hash),
        (4, 0x4ab7_fcb1_d33c_0625),
        "a list has changed: raise VERSION, run `cargo xtask styles`, and write it and {hash:#x} here"
    );
}

#[test]
fn every_element_reads_back() {
    let style = every_element();
    assert_eq!(Style::from_bytes(&style.to_bytes()), Ok(style));
}

#[test]
fn foreign_and_damaged_bytes_are_named() {
    let style = every_element().to_bytes();
    let locale = Locale { lang: "xx".to_owned(), ..Locale::default() }.to_bytes();
    let newer = [LABEL, &[99, 0, 0, 0, 0]].concat();
    // Macro 0 calls itself: one macro of one text that calls what was called last.
    let loops = pack([&[0, 1, 0, 1, 3, 0, 0], &[0], &[], &[]]);
    let no_variable = pack([&[0, 1, 0, 1, 1, 255, 0, 0], &[], &[], &[]]);
    let no_condition = pack([&[0, 1, 0, 1, 11, 63, 0, 0, 3, 0, 0], &[], &[], &[]]);
    let unfinished_choose = pack([&[0, 1, 0, 1, 11, 4, 3, 0, 0], &[], &[], &[]]);
    let long_list = pack([&[0, 1, 0, 0xff, 0xff, 0xff, 0xff, 0x0f], &[], &[], &[]]);
    let uncalled = pack([&[0, 1, 0, 0, 0], &[0], &[], &[]]);
    let long_text = pack([&[0, 1, 0, 1, 5, 0, 0], &[], &[], &[vec![b'a'; 1000], vec![0]].concat()]);
    let not_a_pack = "These bytes are not a Citelet pack: they do not begin with its label.".to_owned();
    let truncated = |what: &str, at: usize| format!("The pack ends at byte {at}, in the middle of {what}.");
    let table: &[(&[u8], String)] = &[
        (b"", not_a_pack.clone()),
        (b"<!DOCTYPE html>", not_a_pack.clone()),
        (
            &newer,
            format!(
                "This pack has version 99, but the engine reads version {VERSION}: engine and packs must come from the same release."
            ),
        ),
        (&locale, damaged("pack of one style", 0)),
        (&[&style[..], &style].concat(), damaged("pack of one style", 0)),
        (&style[..6], truncated("length of the pack", 6)),
        (&style[..40], truncated("length of the pack", 40)),
        (&loops, damaged("rendering element", START + 4)),
        (&no_variable, damaged("rendering element", START + 5)),
        (&no_condition, damaged("condition", START + 5)),
        (&unfinished_choose, damaged("condition", START + 6)),
        (&long_list, truncated("macro table", START + 8)),
        (&long_text, truncated("rendering element", START + 7 + 1001)),
        (&uncalled, damaged("end of the pack", START + 5)),
    ];
    for (bytes, message) in table {
        assert_eq!(&Style::from_bytes(bytes).expect_err("a fault").message(), message, "{bytes:?}");
    }
}

#[test]
fn plurals_are_endings_of_singulars() {
    // A locale of one term, accessed, with a plural that leaves out so many bytes of the singular.
    let plural = |gone: u8| {
        let structure = [1, 0b1000, 1, 0, 0b11, gone, 0];
        let bytes = pack([&structure, &[], &[], "né\0x\0".as_bytes()]);
        let locale = Locale::from_bytes(&bytes).map_err(|error| error.message())?;
        Ok::<_, String>(locale.terms[0].multiple.clone())
    };
    let bad = Err(damaged("term", START + 5));
    assert_eq!(plural(0), Ok(Some("néx".to_owned())));
    assert_eq!(plural(1), bad, "half a letter");
    assert_eq!(plural(2), Ok(Some("nx".to_owned())));
    assert_eq!(plural(3), Ok(Some("x".to_owned())));
    assert_eq!(plural(4), bad, "more than there is");
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth: usize| {
        // Groups with children alone.
        let structure = [&[0, 1, 0, 1][..], &vec![36; depth], &vec![0; depth + 2]].concat();
        Style::from_bytes(&pack([&structure, &[], &[], &[]]))
    };
    assert!(nested(64).is_ok());
    let error = nested(65).expect_err("65 deep is too deep");
    assert_eq!(error.code(), "damaged-pack", "{error}");
}

#[test]
fn chains_of_calls_are_bounded() {
    let chain = |length: u16| {
        let call = |index: u16| {
            vec![Node::Text(TextNode { source: TextSource::Macro(index), rendering: Default::default() })]
        };
        let macros = (0..length).map(|at| at.checked_sub(1).map_or_else(Vec::new, call)).collect();
        Style { macros, ..Style::default() }
    };
    assert_eq!(Style::from_bytes(&chain(200).to_bytes()), Ok(chain(200)));
    assert!(Style::from_bytes(&chain(202).to_bytes()).is_err());
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = every_element().to_bytes();
    check_truncations(&bytes);
    check_short_streams(&bytes);
}

#[test]
fn every_changed_byte_is_an_error_or_a_style() {
    let bytes = every_element().to_bytes();
    for at in 0..bytes.len() {
        for value in [0, 1, 2, 5, 9, 10, 11, 0x40, 0x7f, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[at] = value;
            check(&changed);
        }
    }
}

#[test]
fn random_changes_never_harm() {
    check_random_changes(&[every_element().to_bytes()]);
}

#[test]
fn random_bytes_give_an_error_or_a_valid_style() {
    let mut random = Random(21);
    for _ in 0..20_000 {
        let small = random.below(3) > 0;
        let mut stream = |longest: usize| -> Vec<u8> {
            let limit = if small { 14 } else { 256 };
            (0..random.below(longest)).map(|_| random.below(limit) as u8).collect()
        };
        let (structure, calls, looks, texts) = (stream(120), stream(10), stream(30), stream(60));
        // One style; one locale and no style.
        for (before, after) in [(&[0, 1][..], &[][..]), (&[1], &[0])] {
            let structure = [before, &structure, after].concat();
            let bytes = pack([&structure, &calls, &looks, &texts]);
            check(&bytes);
            if let Ok(locale) = Locale::from_bytes(&bytes) {
                assert_eq!(Locale::from_bytes(&locale.to_bytes()), Ok(locale));
            }
        }
    }
}
