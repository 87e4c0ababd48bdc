//! The official styles at work; `cargo xtask styles --all --check` does the same as the sample with every one.

use std::sync::Arc;

use citelet::csl::program::Style;
use citelet::csl::program::wire::read_bundle;
use citelet::engine::{CitationForm, Engine, FormatOptions};
use libtest_mimic::Trial;
use xtask::styles::{self, DEFAULT_LOCALES, DEFAULT_STYLES, Library, bundle, check};

use crate::harness::{official_styles, single};
use crate::hostile::{format_arbitrary_records, format_with_changed_packs};
use crate::packs::{check_random_changes, check_short_streams, every_element};

/// The name of a test and the test.
type Test = (&'static str, fn(Library));

/// The tests with official styles.
pub(crate) fn all() -> Vec<Trial> {
    let tests: [Test; 9] = [
        ("official-styles::a_sample_formats_varied_records", a_sample_formats_varied_records),
        ("official-styles::former_and_dependent_names_are_followed", former_and_dependent_names_are_followed),
        ("official-styles::the_pack_in_the_crate_is_fresh", the_pack_in_the_crate_is_fresh),
        ("official-styles::official_is_the_unedited_style", official_is_the_unedited_style),
        ("official-styles::the_bundle_reads_back", the_bundle_reads_back),
        ("official-styles::every_short_stream_is_an_error", every_short_stream_is_an_error),
        ("official-styles::random_changes_never_harm", random_changes_never_harm),
        ("official-styles::arbitrary_records_never_harm", arbitrary_records_never_harm),
        ("official-styles::changed_packs_never_harm", changed_packs_never_harm),
    ];
    tests.into_iter().map(|(name, test)| single(name, official_styles(), test)).collect()
}

/// Every so many-th style is tried: enough of each kind, and done in seconds.
const STEP: usize = 75;

fn a_sample_formats_varied_records(library: Library) {
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

/// The styles with house rules and edits.
const HOUSE: [&str; 6] = [
    "apa",
    "modern-language-association",
    "chicago-author-date",
    "chicago-author-date-17th-edition",
    "chicago-notes-bibliography",
    "chicago-notes-bibliography-17th-edition",
];

/// Edits stand beside what they replace: with `official`, an edited style prints what the style prints that was compiled
/// without them; and every style with edits has all their places.
fn official_is_the_unedited_style(library: Library) {
    let locale = library.compiled_locale("en-US").unwrap().to_bytes();
    let engine = |style: Style| {
        let mut engine = Engine::new();
        engine.load_pack(&[locale.clone(), style.to_bytes()].concat()).unwrap();
        engine
    };
    let options = FormatOptions { official: true, ..FormatOptions::default() };
    let forms = [CitationForm::Reference, CitationForm::InText, CitationForm::Note, CitationForm::ShortNote];
    for name in HOUSE {
        let (shipped, official) = (library.shipped(name).unwrap(), library.compiled(name).unwrap());
        assert!(shipped != official, "{name}");
        let engines = [engine(shipped), engine(official)];
        let outputs = engines.map(|engine| {
            let each = check::varied_items().iter().flat_map(|item| forms.map(|form| (item, form)));
            each.map(|(item, form)| {
                engine.format(item, name, form, &options).ok().map(|formatted| formatted.html)
            })
            .collect::<Vec<_>>()
        });
        assert_eq!(outputs[0], outputs[1], "{name}");
    }
}

fn former_and_dependent_names_are_followed(library: Library) {
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

fn the_pack_in_the_crate_is_fresh(library: Library) {
    let committed = std::fs::read(styles::crate_pack()).expect("the crate's pack");
    let compiled = styles::default_pack(&library).expect("the styles compile");
    assert!(committed == compiled, "src/styles.pack is stale: `cargo xtask styles` writes it");
}

fn the_bundle_reads_back(library: Library) {
    let bytes = bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES).expect("they compile");
    let (styles, locales) = read_bundle(&bytes).expect("it reads");
    let compiled = |name: &&str| library.shipped(name).expect("it compiles");
    let nameless = |style: Style| Style { old_names: Vec::new(), ..style };
    let wanted: Vec<Style> = DEFAULT_STYLES.iter().map(compiled).map(nameless).collect();
    assert_eq!(styles, wanted);
    let names: Vec<&str> = styles.iter().map(|style| style.name.as_str()).collect();
    assert_eq!(names, DEFAULT_STYLES);
    assert_eq!(locales, [library.compiled_locale("en-US").expect("it compiles")]);
}

fn every_short_stream_is_an_error(library: Library) {
    check_short_streams(&packs(&library, &["modern-language-association"])[0]);
}

fn random_changes_never_harm(library: Library) {
    check_random_changes(&packs(&library, &DEFAULT_STYLES));
}

fn arbitrary_records_never_harm(library: Library) {
    format_arbitrary_records(varied_packs(&library));
}

fn changed_packs_never_harm(library: Library) {
    let loaded = format_with_changed_packs(&varied_packs(&library));
    assert!(loaded > 100, "only {loaded} of the changed packs were packs at all");
}

fn packs(library: &Library, names: &[&str]) -> Vec<Vec<u8>> {
    names.iter().map(|name| library.compiled(name).expect("it compiles").to_bytes()).collect()
}

/// A made style and official ones of every kind: numbers, labels, footnotes.
fn varied_packs(library: &Library) -> Vec<Vec<u8>> {
    let more = ["ieee", "american-mathematical-society-label", "oscola", "nlm-name-year"];
    [vec![every_element().to_bytes()], packs(library, &DEFAULT_STYLES), packs(library, &more)].concat()
}
