//! Ours against citeproc-js over a sample of the records; `cargo xtask score differential` compares all of them.

use measure::score::{citeproc_js, data, differential};
use xtask::project;
use xtask::styles::Library;

/// Every so many-th record is compared: enough of each kind, and done in seconds.
const STEP: usize = 10;

/// Equal citations in a hundred.
const FLOOR: f64 = 93.0;

#[test]
fn a_sample_agrees_with_citeproc_js() {
    if data::folder("manual-examples").is_none() || data::folder("crossref").is_none() {
        println!("skipped: there is no manual-examples or no crossref in {}", data::root().display());
        return;
    }
    if Library::fetched(project::root()).is_none() {
        println!("skipped: the official styles are not there; `cargo xtask styles` fetches them");
        return;
    }
    if let Err(reason) = citeproc_js::module() {
        println!("skipped: {reason}");
        return;
    }
    let report = differential::run_every(&data::root(), None, STEP).unwrap();
    println!("{}\n{report}", report.misses());
    let percent = report.total().percent();
    assert!(percent >= FLOOR, "{percent:.1} % agree, but {FLOOR} % are the least");
    let unjudged = report.cases.iter().filter(|case| !case.pass && case.notes == [differential::NO_VERDICT]);
    let unjudged: Vec<&str> = unjudged.map(|case| case.name.as_str()).collect();
    assert!(unjudged.is_empty(), "without a verdict in tests/differences.txt: {}", unjudged.join(", "));
}
