//! Hostile packs and records: whatever they hold, nothing panics, everything comes back, and little is printed.
//!
//! `fuzz/` makes the same claim with a fuzzer (`cargo fuzz run pack`).

mod common;
#[path = "../fuzz/exercise.rs"]
#[allow(unreachable_pub)] // It is part of another crate too.
mod exercise;
#[path = "common/hostile.rs"]
mod hostile;
#[path = "common/packs.rs"]
mod packs;

use std::thread;

use citelet::csl::compile;
use citelet::engine::{CitationForm, Engine, FormatOptions};
use hostile::{format_arbitrary_records, format_with_changed_packs, in_time};
use measure::score::ours::read_item;
use packs::every_element;

#[test]
fn arbitrary_records_do_no_harm() {
    format_arbitrary_records(vec![every_element().to_bytes()]);
}

#[test]
fn changed_packs_do_no_harm() {
    let loaded = format_with_changed_packs(&[every_element().to_bytes()]);
    assert!(loaded > 100, "only {loaded} of the changed packs were packs at all");
}

/// What a layout prints of a record, guarded.
fn printed(elements: String, layout: &str, record: String) -> String {
    let xml = [
        "<style class=\"in-text\"><info><id>made</id></info>",
        &elements,
        "<citation><layout>",
        layout,
        "</layout></citation></style>",
    ]
    .concat();
    let pack = compile::style(&xml).unwrap().0.to_bytes();
    in_time("a made style", move || {
        let mut engine = Engine::new();
        engine.load_pack(&pack).unwrap();
        let item = read_item(&serde_json::from_str(&record).unwrap()).unwrap();
        engine.format(&item, "made", CitationForm::InText, &FormatOptions::default()).unwrap().html
    })
}

/// Sixty macros, each of which calls the one before it twice.
fn doubling(first: &str) -> String {
    let mut macros = ["<macro name=\"m0\">", first, "</macro>"].concat();
    for at in 1..60 {
        let call = format!("<text macro=\"m{}\"/>", at - 1);
        macros += &format!("<macro name=\"m{at}\">{call}{call}</macro>");
    }
    macros
}

#[test]
fn calls_that_double_end() {
    let last = "<text macro=\"m59\"/>";
    let record = r#"{"type": "book", "title": "x"}"#.to_owned();
    for first in
        ["<text value=\"x\"/>", "<text variable=\"title\"/>", "<text variable=\"volume\"/>", "<group/>"]
    {
        let length = printed(doubling(first), last, record.clone()).len();
        assert!(length < 4_000_000, "{first}: {length} bytes");
    }
}

#[test]
fn long_texts_that_double_end() {
    let last = "<text macro=\"m59\"/>";
    let long = "y".repeat(100_000);
    let record = ["{\"type\": \"book\", \"title\": \"", &long, "\"}"].concat();
    let affix = ["<text value=\"x\" prefix=\"", &long[..900], "\"/>"].concat();
    for first in [affix.as_str(), "<text variable=\"title\"/>"] {
        let length = printed(doubling(first), last, record.clone()).len();
        assert!(length < 100_000_000, "{length} bytes");
    }
}

#[test]
fn many_names_end() {
    let name = r#"{"family": "Lund", "given": "Anna Maria"}"#;
    let names = vec![name; 20_000].join(",");
    let record = ["{\"type\": \"book\", \"author\": [", &names, "]}"].concat();
    let last = "<text macro=\"m59\"/>";
    let length = printed(doubling("<names variable=\"author\"/>"), last, record).len();
    assert!(length < 64_000_000, "{length} bytes");
}

#[test]
fn deep_nesting_fits_the_stack_of_a_page() {
    let groups = |inner: &str| ["<group>".repeat(60), inner.to_owned(), "</group>".repeat(60)].concat();
    let macros = format!(
        "<macro name=\"a\">{}</macro><macro name=\"b\">{}</macro><macro name=\"c\">{}</macro>",
        groups("<text variable=\"title\"/>"),
        groups("<text macro=\"a\"/>"),
        groups("<text macro=\"b\"/>")
    );
    let title = ["<i>".repeat(2_000), "x".to_owned(), "</i>".repeat(2_000)].concat();
    let record = ["{\"type\": \"book\", \"title\": \"", &title, "\"}"].concat();
    let deep = thread::Builder::new().stack_size(2 << 20);
    let work = move || {
        let pack = compile::style(
            &[
                "<style class=\"in-text\"><info><id>made</id></info>",
                &macros,
                "<citation><layout><text macro=\"c\"/></layout></citation></style>",
            ]
            .concat(),
        );
        let pack = pack.unwrap().0.to_bytes();
        let mut engine = Engine::new();
        engine.load_pack(&pack).unwrap();
        let item = read_item(&serde_json::from_str(&record).unwrap()).unwrap();
        engine.format(&item, "made", CitationForm::InText, &FormatOptions::default()).unwrap().text
    };
    let text = deep.spawn(work).unwrap().join().unwrap();
    assert!(text.contains('x'));
}
