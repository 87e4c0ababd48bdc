//! What a page loads stays within the caps of `size-budget.txt`.

use libtest_mimic::Trial;
use xtask::{build, project, size};

use crate::harness::single;

/// The tests of sizes.
pub(crate) fn all() -> Vec<Trial> {
    let missing = "dist/web is not built; `cargo xtask build` makes it";
    let built = project::web().is_dir().then_some(()).ok_or_else(|| missing.to_owned());
    vec![
        single("size::what_a_page_loads_is_within_its_budget", built, what_a_page_loads_is_within_its_budget),
        single("size::a_language_is_small", Ok(()), |()| a_language_is_small()),
        single("size::a_part_over_its_cap_is_named", Ok(()), |()| a_part_over_its_cap_is_named()),
    ]
}

fn what_a_page_loads_is_within_its_budget((): ()) {
    let parts = size::measure(&project::web()).unwrap();
    project::warn_of_stale_build();
    println!("{}", size::table(&parts));
    let budget =
        size::read_budget(&project::read_text(&project::root().join("size-budget.txt")).unwrap()).unwrap();
    let over = size::over_budget(&parts, &budget);
    assert!(over.is_empty(), "{}\nThe caps are in size-budget.txt.", over.join("\n"));
}

/// Another language than English loads at most 4 kB more.
fn a_language_is_small() {
    for (tag, text) in build::language_texts() {
        let size = size::compressed(text.as_bytes()).unwrap();
        assert!(size <= 4096, "the file of {tag} has {size} bytes after brotli");
    }
}

/// Checks a folder's parts, given as (name, brotli bytes), against a budget.
fn check(parts: &[(&str, usize)], budget: &str, expected: &[&str]) {
    let parts: Vec<size::Part> = parts
        .iter()
        .map(|(name, brotli)| size::Part {
            name: (*name).to_owned(),
            raw: 2 * brotli,
            brotli: *brotli,
            on_demand: name.contains("full"),
        })
        .collect();
    assert_eq!(size::over_budget(&parts, &size::read_budget(budget).unwrap()), expected);
}

fn a_part_over_its_cap_is_named() {
    check(&[("a.js", 10), ("b.wasm", 20)], "a.js 10\nb.wasm 20\ntotal 30", &[]);
    check(
        &[("a.js", 11), ("b.wasm", 20)],
        "# brotli bytes\na.js 10\nb.wasm 20\ntotal 30",
        &["a.js is 11 bytes, 1 more than its cap.", "total is 31 bytes, 1 more than its cap."],
    );
    check(&[("a.js", 10), ("full.js", 40)], "a.js 10\nfull.js 40\ntotal 10", &[]);
    check(
        &[("a.js", 10), ("full.js", 40)],
        "a.js 10\nfull.js 39\ntotal 10",
        &["full.js is 40 bytes, 1 more than its cap."],
    );
    check(&[("a.js", 1)], "total 30", &["a.js has no cap in the budget."]);
    assert!(size::read_budget("a.js").is_err());
    assert!(size::read_budget("a.js 1\n").is_err(), "a budget needs a total");
}
