//! Packs: what is written reads back equal, and no bytes whatever harm the reader.

mod common;

use citelet::csl::compile;
use citelet::csl::locale::Locale;
use citelet::csl::program::wire::{LABEL, read_bundle};
use citelet::csl::program::{Node, Style, TextNode, TextSource, VERSION};
use citelet::error::{Error, Kind};
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

/// The official styles; tests that want them are skipped in a clone that never fetched any.
fn library() -> Option<Library> {
    let library = Library::fetched(root());
    if library.is_none() {
        eprintln!("skipped: the official styles were never fetched (cargo xtask styles)");
    }
    library
}

/// A pack with this body.
fn pack(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u8::try_from(body.len()).expect("a short body");
    [LABEL, &[u8::try_from(VERSION).expect("a small version"), kind, length], body].concat()
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
    let newer = [LABEL, &[99, 0, 0]].concat();
    // Macro 0 calls itself: one macro of one text that goes back no macro.
    let loops = pack(0, &[0, 1, 1, 2, 0, 0, 0]);
    let no_variable = pack(0, &[0, 1, 1, 0, 255, 0, 0]);
    let long_list = pack(0, &[0, 0xff, 0xff, 0xff, 0x7f]);
    let surplus = pack(1, &[0, 7]);
    let table: &[(&[u8], Kind)] = &[
        (b"", Kind::NotAPack),
        (b"<!DOCTYPE html>", Kind::NotAPack),
        (&newer, Kind::PackVersion { found: 99, wanted: VERSION }),
        (&locale, Kind::Invalid { what: "kind of pack", at: 5 }),
        (&style[..6], Kind::Truncated { what: "length of the pack", at: 6 }),
        (&style[..40], Kind::Truncated { what: "length of the pack", at: 40 }),
        (&loops, Kind::Invalid { what: "rendering element", at: 11 }),
        (&no_variable, Kind::Invalid { what: "rendering element", at: 11 }),
        (&long_list, Kind::Truncated { what: "macro table", at: 12 }),
        (&[&style[..], &style].concat(), Kind::Invalid { what: "end of the pack", at: style.len() }),
    ];
    for (bytes, kind) in table {
        assert_eq!(Style::from_bytes(bytes), Err(Error::new(kind.clone())), "{bytes:?}");
    }
    let error = Locale::from_bytes(&surplus);
    assert_eq!(error, Err(Error::new(Kind::Invalid { what: "end of the pack", at: 8 })));
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth: u8| {
        let groups: Vec<u8> = (0..depth).flat_map(|_| [9, 1, 1]).collect();
        let body = [&[0, 1, 1][..], &groups, &[9, 0, 0]].concat();
        Style::from_bytes(&pack(0, &body[..body.len().min(127)]))
    };
    assert!(nested(20).is_ok());
    // The pack must exceed 127 bytes to nest too deeply, so the length takes two.
    let groups: Vec<u8> = (0..64).flat_map(|_| [9, 1, 1]).collect();
    let body = [&[0, 1, 1][..], &groups, &[9, 0, 0]].concat();
    let length = [(body.len() % 128) as u8 | 0x80, (body.len() / 128) as u8];
    let bytes = [LABEL, &[VERSION as u8, 0], &length, &body].concat();
    let error = Style::from_bytes(&bytes).expect_err("65 deep is too deep");
    assert!(matches!(error.kind(), Kind::Invalid { .. }), "{error}");
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

#[test]
fn every_truncation_is_an_error() {
    let bytes = every_element().to_bytes();
    for length in 0..bytes.len() {
        let cut = bytes.get(..length).unwrap_or_default();
        assert!(Style::from_bytes(cut).is_err(), "cut to {length} bytes");
    }
    let Some(library) = library() else { return };
    let bytes = library.compiled("modern-language-association").expect("it compiles").to_bytes();
    for length in 0..bytes.len() {
        // The length in the head shows a cut at once; so the body is cut with its length made right.
        let body = bytes.get(8..length).unwrap_or_default();
        let head = [(body.len() % 128) as u8 | 0x80, (body.len() / 128) as u8];
        check(&[LABEL, &[VERSION as u8, 0], &head, body].concat());
    }
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
fn random_bytes_never_harm() {
    let mut random = Random(21);
    for _ in 0..20_000 {
        let small = random.below(3) > 0;
        let body: Vec<u8> = (0..random.below(120))
            .map(|_| if small { random.below(14) as u8 } else { random.next() as u8 })
            .collect();
        check(&pack(0, &body));
        if let Ok(locale) = Locale::from_bytes(&pack(1, &body)) {
            assert_eq!(Locale::from_bytes(&locale.to_bytes()), Ok(locale));
        }
    }
}
