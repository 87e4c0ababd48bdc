//! The manuals' published forms: at least as many right in each style as are right today.

use measure::score::{data, manual_examples};
use xtask::project;
use xtask::styles::Library;

/// Right rows by style. citeproc-js has 78, 34, 63 and 84 of the first four.
const FLOORS: [(&str, usize); 5] =
    [("apa", 81), ("mla", 35), ("chicago-author-date", 62), ("chicago-notes", 83), ("bibtex", 21)];

#[test]
fn no_style_gets_worse() {
    let Some(folder) = data::folder("manual-examples") else {
        println!("skipped: there is no manual-examples in {}", data::root().display());
        return;
    };
    if Library::fetched(project::root()).is_none() {
        println!("skipped: the official styles are not there; `cargo xtask styles` fetches them");
        return;
    }
    let report = manual_examples::run(&folder).unwrap();
    println!("{report}");
    let below = FLOORS.into_iter().filter(|(style, floor)| report.group(style).pass < *floor);
    let below: Vec<String> = below
        .map(|(style, floor)| {
            format!("{style}: {} right, but {floor} are the least", report.group(style).pass)
        })
        .collect();
    assert!(below.is_empty(), "{}", below.join("\n"));
}
