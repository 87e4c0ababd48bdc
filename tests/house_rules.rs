//! House rules of the shipped styles: what must change, what must not, and that `official` switches all of them off.
#![cfg(feature = "styles")]

use citelet::engine::{CitationForm, Engine, FormatOptions};
use measure::score::ours::read_item;

/// The reference of a record in a shipped style, and without its house rules.
fn references(style: &str, record: &str) -> [String; 2] {
    let engine = Engine::with_styles();
    let item = read_item(&serde_json::from_str(record).unwrap()).unwrap();
    [false, true].map(|official| {
        let options = FormatOptions { official, ..FormatOptions::default() };
        engine.format(&item, style, CitationForm::Reference, &options).unwrap().text
    })
}

/// Checks a rule: with it the reference has `with`, without it `without`.
fn changes(style: &str, record: &str, with: &str, without: &str) {
    let [house, official] = references(style, record);
    assert!(house.contains(with) && !house.contains(without), "{house} must have {with}, not {without}");
    assert!(official.contains(without), "{official} must have {without}");
}

/// Checks that no rule changes a reference, and that it has `text`.
fn stays(style: &str, record: &str, text: &str) {
    let [house, official] = references(style, record);
    assert_eq!(house, official);
    assert!(house.contains(text), "{house} must have {text}");
}

#[test]
fn a_subtitle_begins_with_a_capital_in_apa() {
    let titled = |title: &str, language: &str| {
        format!(r#"{{"type": "article-journal", "title": "{title}", "language": "{language}"}}"#)
    };
    changes("apa", &titled("Tides of the north: a record", "en"), "north: A record", "north: a record");
    changes("apa", &titled("Do tides matter? evidence from two ports", "en"), "? Evidence", "? evidence");
    stays("apa", &titled("Tides: pH and salt", "en"), "Tides: pH");
    stays("apa", &titled("Lettres: la mer et le vent", "fr"), "Lettres: la mer");
    stays("modern-language-association", &titled("Tides: a record", "en"), "Tides: A Record");
}

#[test]
fn an_author_who_is_the_publisher_is_printed_once() {
    let report = |author: &str, publisher: &str| {
        format!(
            r#"{{"type": "report", "title": "Tides", "author": [{author}], "publisher": "{publisher}",
            "issued": {{"date-parts": [[2020]]}}}}"#
        )
    };
    let office = r#"{"literal": "Office of Tides"}"#;
    for style in ["apa", "chicago-author-date", "chicago-notes-bibliography"] {
        let [house, official] = references(style, &report(office, "The Office of Tides, Inc."));
        assert_eq!(house.matches("Office of Tides").count(), 1, "{house}");
        assert_eq!(official.matches("Office of Tides").count(), 2, "{official}");
    }
    stays("apa", &report(office, "Office of Tides and Weather"), "Office of Tides and Weather");
    stays("apa", &report(r#"{"family": "Penguin", "given": "Ann"}"#, "Penguin"), "Penguin.");
    let two = [office, r#"{"literal": "Navy"}"#].join(", ");
    stays("apa", &report(&two, "Office of Tides"), "Tides. Office of Tides");
}

#[test]
fn a_reports_number_is_one_number() {
    let numbered = |number: &str| {
        format!(r#"{{"type": "report", "title": "Tides", "genre": "Working Paper", "number": "{number}"}}"#)
    };
    changes("apa", &numbered("2019-05"), "No. 2019-05", "Nos. 2019–05");
    stays("apa", &numbered("17"), "No. 17");
    let article = r#"{"type": "article-journal", "title": "Tides", "container-title": "Notes", "page": "5-9",
        "volume": "4", "issue": "2-3"}"#;
    stays("apa", article, "4(2–3), 5–9");
}

#[test]
fn a_season_stands_as_the_record_names_it() {
    let issued = |raw: &str| {
        format!(r#"{{"type": "article-magazine", "title": "Tides", "issued": {{"raw": "{raw}"}}}}"#)
    };
    changes("apa", &issued("Fall 2021"), "Fall", "Autumn");
    stays("apa", &issued("Autumn 2021"), "Autumn");
    stays("apa", &issued("Spring 2021"), "Spring");
}

#[test]
fn initials_that_are_run_together_are_initials() {
    let by = |family: &str, given: &str| {
        format!(
            r#"{{"type": "book", "title": "Tides", "author": [{{"family": "{family}", "given": "{given}"}}]}}"#
        )
    };
    changes("apa", &by("Berg", "RW"), "Berg, R. W.", "Berg, R. (");
    changes("apa", &by("Berg", "KJM"), "Berg, K. J. M.", "Berg, K. (");
    changes("modern-language-association", &by("Berg", "RW"), "Berg, R. W.", "Berg, RW");
    changes("chicago-author-date", &by("Орлов", "ИП"), "Орлов, И. П.", "Орлов, ИП");
    // Full names, names in capitals throughout, and initials with full stops.
    for (family, given) in
        [("Berg", "Jo"), ("Berg", "AMY"), ("BERG", "JO"), ("Berg", "R.W."), ("Berg", "R W"), ("Berg", "R")]
    {
        stays("apa", &by(family, given), &family[..2]);
    }
}

#[test]
fn data_are_a_data_set_in_apa() {
    let data = r#"{"type": "dataset", "title": "Tides", "publisher": "Archive"}"#;
    changes("apa", data, "[Data set]", "[Dataset]");
    stays(
        "apa",
        r#"{"type": "dataset", "title": "Tides", "genre": "Dataset of tides"}"#,
        "[Dataset of tides]",
    );
}
