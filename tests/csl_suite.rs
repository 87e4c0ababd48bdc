//! The official CSL test suite against the list of fixtures that are known to fail.

use measure::score::{csl_suite, data, expected};
use xtask::project;
use xtask::styles::Library;

#[test]
fn the_suite_fails_only_where_the_list_says_so() {
    let Some(folder) = data::folder("csl-suite") else {
        println!("skipped: there is no csl-suite in {}", data::root().display());
        return;
    };
    if Library::fetched(project::root()).is_none() {
        println!("skipped: the official locales are not there; `cargo xtask styles` fetches them");
        return;
    }
    let report = csl_suite::run(&folder).unwrap();
    println!("{report}");
    let list = project::read_text(&project::root().join("tests/expected_failures.txt")).unwrap();
    let disagreements = expected::disagreements(&report, &list);
    assert!(
        disagreements.is_empty(),
        "{}\nOne fixture is shown by `cargo xtask score csl-suite {} --only NAME`.",
        disagreements.join("\n"),
        folder.display(),
    );
}
