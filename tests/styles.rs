//! A sample of the official styles at work; `cargo xtask styles --all --check` does the same with every one.

use std::sync::Arc;

use xtask::project;
use xtask::styles::{self, Library, check};

/// Every so many-th style is tried: enough of each kind, and done in seconds.
const STEP: usize = 75;

/// The official styles; tests that want them are skipped in a clone that never fetched any.
fn library() -> Option<Library> {
    let library = Library::fetched(project::root());
    if library.is_none() {
        println!("skipped: the official styles are not there; `cargo xtask styles` fetches them");
    }
    library
}

#[test]
fn a_sample_of_styles_formats_varied_records() {
    let Some(library) = library() else { return };
    let locale = |lang: &str| library.compiled_locale(lang).unwrap().to_bytes();
    let locales = Arc::new(["en-US", "de-DE", "fr-FR", "es-ES", "pt-BR"].map(locale).concat());
    let names = library.names();
    let faults: Vec<String> = names
        .iter()
        .step_by(STEP)
        .filter_map(|name| {
            let pack = library.compiled(name).map(|style| style.to_bytes());
            pack.and_then(|pack| check::check(&pack, &locales))
                .err()
                .map(|reason| format!("{name}: {reason}"))
        })
        .collect();
    assert!(names.len() > 100 && faults.is_empty(), "{faults:#?}");
}

#[test]
fn names_are_followed_to_the_style_that_stands_for_them() {
    let Some(library) = library() else { return };
    let table = [
        ("nature", "nature"),
        // A dependent style, a renamed one, and a renamed one that is dependent now.
        ("nature-physics", "nature"),
        ("apa-5th-edition", "apa"),
        ("acta-theriologica", "springer-basic-author-date"),
    ];
    for (name, wanted) in table {
        assert_eq!(library.compiled(name).unwrap().name, wanted, "{name}");
    }
    assert!(library.compiled("apa").unwrap().old_names.contains(&"apa-5th-edition".to_owned()));
    assert_eq!(library.compiled("frontiers").unwrap().old_names, [""; 0], "too many for a pack");
    assert!(library.compiled("no-such-style").is_err());
}

#[test]
fn the_pack_in_the_crate_is_what_the_official_styles_compile_to() {
    let Some(library) = library() else { return };
    let committed = std::fs::read(styles::crate_pack()).expect("the crate's pack");
    let compiled = styles::default_pack(&library).expect("the styles compile");
    assert!(committed == compiled, "src/styles.pack is stale: `cargo xtask styles` writes it");
}
