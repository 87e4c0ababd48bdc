//! Packs: what is written reads back equal, and arbitrary bytes give an error or a valid style.

mod common;

use citelet::csl::compile;
use citelet::csl::program::locale::Locale;
use citelet::csl::program::wire::{LABEL, VERSION, read_bundle};
use citelet::csl::program::{Node, Style, TextNode, TextSource};
use common::Random;
use std::path::Path;
use xtask::styles::{DEFAULT_LOCALES, DEFAULT_STYLES, Library, bundle};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn every_element() -> Style {
    let xml = std::fs::read_to_string(root().join("tests/cases/styles/every-element.csl"))
        .expect("the case is there");
    compile::style(&xml).expect("it compiles").0
}

/// The official styles; tests that need them are skipped in a clone that never fetched any.
fn library() -> Option<Library> {
    let library = Library::fetched(root());
    if library.is_none() {
        eprintln!("skipped: the official styles were never fetched (cargo xtask styles)");
    }
    library
}

/// A pack of these streams: structure, calls, formatting and texts.
fn pack(streams: [&[u8]; 4]) -> Vec<u8> {
    let mut bytes = [LABEL, &[u8::try_from(VERSION).expect("a small version")]].concat();
    for stream in streams {
        // Two bytes, whether it needs them or not.
        bytes.extend([(stream.len() % 128) as u8 | 0x80, (stream.len() / 128) as u8]);
    }
    [bytes, streams.concat()].concat()
}

/// Where the first stream begins in a pack made by [`pack`].
const START: usize = 13;

/// The sentence about a number that means nothing.
fn damaged(what: &str, at: usize) -> String {
    format!("The pack is damaged: byte {at} is no {what}.")
}

#[test]
fn every_element_reads_back() {
    let style = every_element();
    assert_eq!(Style::from_bytes(&style.to_bytes()), Ok(style));
}

#[test]
fn the_four_styles_read_back_from_their_bundle() {
    let Some(library) = library() else { return };
    let bytes = bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES).expect("they compile");
    let (styles, locales) = read_bundle(&bytes).expect("it reads");
    let compiled = |name: &&str| library.compiled(name).expect("it compiles");
    let nameless = |style: Style| Style { old_names: Vec::new(), ..style };
    let wanted: Vec<Style> = DEFAULT_STYLES.iter().map(compiled).map(nameless).collect();
    assert_eq!(styles, wanted);
    let names: Vec<&str> = styles.iter().map(|style| style.name.as_str()).collect();
    assert_eq!(names, DEFAULT_STYLES);
    assert_eq!(locales, [library.compiled_locale("en-US").expect("it compiles")]);
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

/// Whatever was read can be written and read again: so it is a valid style, and no part of it was invented.
fn check(bytes: &[u8]) {
    if let Ok(style) = Style::from_bytes(bytes) {
        assert_eq!(Style::from_bytes(&style.to_bytes()), Ok(style));
    }
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

#[test]
fn every_truncation_is_an_error() {
    let bytes = every_element().to_bytes();
    for length in 0..bytes.len() {
        let cut = bytes.get(..length).unwrap_or_default();
        assert!(Style::from_bytes(cut).is_err(), "cut to {length} bytes");
    }
    let Some(library) = library() else { return };
    let bytes = library.compiled("modern-language-association").expect("it compiles").to_bytes();
    // The lengths in the head show a cut at once; so streams are cut with their lengths made right.
    let streams = streams(&bytes);
    for (which, stream) in streams.iter().enumerate() {
        for length in 0..stream.len() {
            let mut cut = streams;
            cut[which] = &stream[..length];
            assert!(Style::from_bytes(&pack(cut)).is_err(), "stream {which} cut to {length} bytes");
        }
    }
    assert_eq!(Style::from_bytes(&pack(streams)), Style::from_bytes(&bytes));
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
fn random_changes_give_an_error_or_a_valid_style() {
    let mut random = Random(20);
    let packs = match library() {
        Some(library) => {
            DEFAULT_STYLES.map(|name| library.compiled(name).expect("it compiles").to_bytes()).to_vec()
        }
        None => vec![every_element().to_bytes()],
    };
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
