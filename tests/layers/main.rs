//! The structure of the source: who may use what, no circles between files, no long files, few long functions.
//!
//! What is not as it should be yet is listed here by name. An entry that no longer applies fails, so that the lists only
//! shrink.

mod graph;
mod lengths;
mod table;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use graph::{Graph, circles, graph, module_of};
use table::{BASE, BELOW_THE_PRELUDE, IN_BASE, LAYERS};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

static SOURCE: LazyLock<Graph> = LazyLock::new(|| graph(&root().join("src")));

/// All rows of the table.
fn rows() -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> {
    IN_BASE.iter().chain(LAYERS)
}

/// The row of the nearest module at or above a file.
fn layer_of(file: &str) -> Option<&'static str> {
    let path = module_of(file).join("::");
    let is_above = |layer: &&str| {
        path.strip_prefix(*layer).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    rows().map(|row| row.0).filter(is_above).max_by_key(|layer| layer.len())
}

/// Whether the table allows one module to use another.
fn is_allowed(layer: &str, other: &str) -> bool {
    let in_base = IN_BASE.iter().any(|row| row.0 == layer);
    let listed = rows().any(|row| row.0 == layer && row.1.contains(&other));
    listed || other == "prelude" && !BELOW_THE_PRELUDE.contains(&layer) || !in_base && BASE.contains(&other)
}

/// Files that only list modules or names.
fn is_list(file: &str) -> bool {
    matches!(file, "lib.rs" | "csl/mod.rs")
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let mut wrong = BTreeSet::new();
    for (file, used) in SOURCE.iter().filter(|(file, _)| !is_list(file)) {
        let Some(layer) = layer_of(file) else {
            wrong.insert(format!("src/{file} has no row in the table."));
            continue;
        };
        for other in used.iter().filter_map(|file| layer_of(file)).filter(|other| *other != layer) {
            if !is_allowed(layer, other) {
                wrong.insert(format!("{layer} uses {other} (src/{file})."));
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "see tests/layers/table.rs:\n{}", wrong.join("\n"));
}

#[test]
fn every_row_is_a_module() {
    let modules: BTreeSet<String> = SOURCE.keys().map(|file| module_of(file).join("::")).collect();
    let named = rows().flat_map(|(layer, used)| used.iter().chain([layer])).chain(BASE);
    let missing: BTreeSet<&str> = named.copied().filter(|layer| !modules.contains(*layer)).collect();
    assert!(missing.is_empty(), "the table names modules that do not exist: {missing:?}");
}

/// The table cannot show it, because re-exports are resolved to the file behind them.
#[test]
fn references_use_the_reader_by_one_door() {
    for file in graph::sources(&root().join("src/references")) {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for rest in code.filter_map(|line| line.split_once("crate::read::")).map(|(_, rest)| rest) {
            assert!(rest.starts_with("values"), "{} uses read::{rest}", file.display());
        }
    }
}

#[test]
fn the_table_has_no_circle() {
    for (layer, _) in rows() {
        let mut reached = BTreeSet::new();
        let mut next = vec![*layer];
        while let Some(at) = next.pop() {
            for used in rows().find(|row| row.0 == at).map_or(&[][..], |row| row.1) {
                if reached.insert(*used) {
                    next.push(used);
                }
            }
        }
        assert!(!reached.contains(layer), "{layer} can be reached from itself");
    }
}

/// Circles between files, each with the files that may be part of it.
const CIRCLES: &[&[&str]] = &[];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let found = circles(&SOURCE);
    let is_in = |circle: &BTreeSet<String>, listed: &[&str]| {
        circle.iter().all(|file| listed.contains(&file.as_str()))
    };
    let new = found.iter().filter(|circle| !CIRCLES.iter().any(|listed| is_in(circle, listed)));
    let mut wrong: Vec<String> = new.map(|circle| format!("a circle: {circle:?}")).collect();
    let gone = CIRCLES.iter().filter(|listed| !found.iter().any(|circle| is_in(circle, listed)));
    wrong.extend(gone.map(|listed| format!("no longer a circle, remove it from CIRCLES: {listed:?}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Lines that a file may have at most.
const LONGEST_FILE: usize = 500;

/// Files that are longer.
const LONG_FILES: &[&str] = &[];

#[test]
fn files_are_short() {
    let files = lengths::files(root(), &["src", "www", "xtask", "measure", "tests", "fuzz"]);
    let long = |(_, lines): &&(String, usize)| *lines > LONGEST_FILE;
    let long: Vec<&str> = files.iter().filter(long).map(|(file, _)| file.as_str()).collect();
    assert_eq!(
        long, LONG_FILES,
        "files of more than {LONGEST_FILE} lines; LONG_FILES lists those that are known"
    );
}

/// Lines from which a function counts as long.
const LONG_FUNCTION: usize = 45;

/// The functions of each hundred that may be long.
const LONG_SHARE: f64 = 2.0;

#[test]
fn functions_are_short() {
    let functions = lengths::functions(root(), &["src", "xtask", "measure", "tests", "fuzz"]);
    let long: Vec<String> = functions
        .iter()
        .filter(|function| function.lines >= LONG_FUNCTION)
        .map(|function| format!("{:>4} lines: {} in {}", function.lines, function.name, function.file))
        .collect();
    let share = 100.0 * long.len() as f64 / functions.len() as f64;
    println!(
        "{} of {} functions have {LONG_FUNCTION} lines or more, {share:.2} %",
        long.len(),
        functions.len()
    );
    assert!(share <= LONG_SHARE, "{share:.2} % of the functions are long:\n{}", long.join("\n"));
}

#[test]
fn circles_are_found() {
    let edges = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "d"), ("f", "a")];
    let mut graph = Graph::new();
    for (from, to) in edges {
        graph.entry(from.to_owned()).or_default().insert(to.to_owned());
    }
    let found: Vec<Vec<String>> =
        circles(&graph).into_iter().map(|circle| circle.into_iter().collect()).collect();
    assert_eq!(found, [vec!["d", "e"], vec!["a", "b", "c"]]);
}
