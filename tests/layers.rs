//! Who may use what: every `crate::` and `super::` path in `src/` must be an edge of the table below.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A module and the modules that it may name. A module without a row of its own belongs to the nearest one above it.
const LAYERS: &[(&str, &[&str])] = &[
    ("error", &["text"]),
    ("vocabulary", &["text"]),
    ("sorting", &[]),
    // What the browser has and a program brings along; the page's half of it calls JavaScript.
    ("host", &["sorting"]),
    ("text", &["host"]),
    // Names that all modules above it may use, see BELOW_THE_PRELUDE.
    ("prelude", &["text"]),
    ("item", &["vocabulary", "text", "error"]),
    ("read", &["item", "vocabulary", "text", "error"]),
    // The one door by which `references` uses the readers of names, dates and pages.
    ("read::values", &["read"]),
    ("references", &["read::values", "item", "vocabulary", "text", "error"]),
    ("write", &["item", "sorting", "vocabulary", "text", "error"]),
    ("tidy", &["item", "vocabulary", "text", "error"]),
    ("csl::program", &["text", "vocabulary", "error"]),
    ("csl::content", &["csl::program", "text", "vocabulary"]),
    ("csl::case", &["csl::content", "csl::program", "text"]),
    ("csl::layout", &["csl::case", "csl::content", "csl::program"]),
    ("csl::citation", &["csl::content", "csl::layout", "csl::program", "vocabulary"]),
    ("csl::citation_label", &["item", "text", "vocabulary"]),
    (
        "csl::render",
        &["item", "csl::program", "csl::content", "csl::case", "csl::citation_label", "text", "vocabulary"],
    ),
    // The passes: each takes what `render` returned; rendering itself is passed in as a function.
    ("csl::position", &["csl::program", "vocabulary"]),
    ("csl::sort", &["csl::render", "csl::program", "host", "sorting"]),
    ("csl::disambiguate", &["csl::render", "csl::content", "csl::program", "item", "sorting", "vocabulary"]),
    ("csl::collapse", &["csl::citation", "csl::content", "csl::layout", "csl::program"]),
    ("csl::bibliography", &["csl::content", "csl::layout", "csl::program"]),
    ("csl::output", &["csl::content", "csl::program", "text"]),
    (
        "csl::single",
        &["csl::program", "csl::content", "csl::render", "csl::layout", "csl::output", "item", "vocabulary"],
    ),
    (
        "csl::processor",
        &[
            "csl::single",
            "csl::layout",
            "csl::program",
            "csl::content",
            "csl::render",
            "csl::position",
            "csl::sort",
            "csl::disambiguate",
            "csl::collapse",
            "csl::citation",
            "csl::bibliography",
            "csl::output",
            "item",
            "vocabulary",
        ],
    ),
    ("csl::compile", &["csl::program", "vocabulary", "error"]),
    ("formatted", &["csl::output"]),
    (
        "document",
        &[
            "host",
            "csl::citation",
            "csl::processor",
            "csl::program",
            "csl::sort",
            "csl::output",
            "formatted",
            "item",
            "error",
        ],
    ),
    (
        "engine",
        &[
            "host",
            "csl::compile",
            "csl::program",
            "csl::content",
            "csl::output",
            "csl::single",
            "csl::processor",
            "csl::sort",
            "document",
            "formatted",
            "item",
            "text",
            "write",
            "vocabulary",
            "error",
        ],
    ),
    ("html", &["item", "read", "references", "tidy"]),
    ("records", &["item", "read", "tidy", "error"]),
    (
        "wasm",
        &[
            "engine",
            "document",
            "csl::citation",
            "host",
            "item",
            "read",
            "references",
            "text",
            "tidy",
            "write",
            "csl::program",
            "csl::sort",
            "csl::output",
            "vocabulary",
            "error",
        ],
    ),
];

/// The modules whose names the prelude has; they import from `alloc` by themselves.
const BELOW_THE_PRELUDE: &[&str] = &["host", "prelude", "sorting", "text"];

#[test]
fn modules_use_only_what_the_table_allows() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in sources(&src) {
        let module = module_of(file.strip_prefix(&src).unwrap());
        let Some((layer, allowed)) = layer_of(&module) else {
            // lib.rs and csl/mod.rs only list what is below them.
            if !matches!(module.join("::").as_str(), "" | "csl") {
                wrong.push(format!("src/{} has no row in the table", module.join("/")));
            }
            continue;
        };
        let text = fs::read_to_string(&file).unwrap();
        for path in paths(&shipped(&text), &module) {
            match layer_of(&path) {
                Some((used, _)) if used == layer || allowed.contains(&used) => {}
                Some(("prelude", _)) if !BELOW_THE_PRELUDE.contains(&layer) => {}
                Some((used, _)) => wrong.push(format!("{layer} uses {used} ({})", file.display())),
                None if is_public_name(&path) => {}
                None => wrong.push(format!("{layer} names {}, which has no row", path.join("::"))),
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "edges that are not in the table of tests/layers.rs:\n{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_cycle() {
    for (layer, _) in LAYERS {
        let mut reached = BTreeSet::new();
        let mut next = vec![*layer];
        while let Some(at) = next.pop() {
            for used in LAYERS.iter().find(|row| row.0 == at).map_or(&[][..], |row| row.1) {
                if reached.insert(*used) {
                    next.push(used);
                }
            }
        }
        assert!(!reached.contains(layer), "{layer} can be reached from itself");
    }
}

#[test]
fn paths_are_found_in_every_spelling() {
    let text = "use crate::csl::{program::{Style, Format}, locale::Locale};\nfn f(x: super::item::Name) {}\n\
                // crate::wasm in a comment\nuse super::super::text;\nlet a = crate::Error::new(k);\n";
    let found = paths(&shipped(text), &["csl".to_owned(), "render".to_owned()]);
    let found: Vec<String> = found.iter().map(|path| path.join("::")).collect();
    let wanted = [
        "csl::program::Style",
        "csl::program::Format",
        "csl::locale::Locale",
        "Error::new",
        "csl::item::Name",
        "text",
    ];
    assert_eq!(found, wanted);
}

/// All Rust files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let below = folders.iter().flat_map(|folder| sources(folder));
    files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")).chain(below).collect()
}

/// `csl/render/mod.rs` is the module `csl::render`, `lib.rs` the crate's root.
fn module_of(file: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        file.with_extension("").iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
        names.pop();
    }
    names
}

/// The row of the nearest module at or above a path.
fn layer_of(path: &[String]) -> Option<(&'static str, &'static [&'static str])> {
    let starts = |row: &&(&str, &[&str])| row.0.split("::").zip(path).all(|(a, b)| a == b);
    let fits = |row: &&(&str, &[&str])| row.0.split("::").count() <= path.len() && starts(row);
    LAYERS.iter().filter(fits).max_by_key(|row| row.0.len()).copied()
}

/// Names that lib.rs publishes at the root (`crate::Error`) stand for what everybody may use.
fn is_public_name(path: &[String]) -> bool {
    path.first().is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// The code without comments and without its unit tests, which may use anything.
fn shipped(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path in `code` that begins with `crate` or `super`, from the crate's root, groups in braces taken apart.
fn paths(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, word) in code.match_indices("crate::").chain(code.match_indices("super::")) {
        let before = code.get(..at).unwrap_or_default();
        let part_of_longer =
            before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '$'));
        if !part_of_longer {
            let base = if word == "crate::" { Vec::new() } else { parent(module) };
            let mut rest = code.get(at + word.len()..).unwrap_or_default();
            tree(&mut rest, base, &mut found);
        }
    }
    found
}

fn parent(module: &[String]) -> Vec<String> {
    module.split_last().map_or(Vec::new(), |(_, above)| above.to_vec())
}

/// Reads what follows `prefix::`: a name, a longer path, or a group of either.
fn tree(rest: &mut &str, mut prefix: Vec<String>, found: &mut Vec<Vec<String>>) {
    *rest = rest.trim_start();
    if let Some(inside) = rest.strip_prefix('{') {
        *rest = inside;
        while !rest.trim_start().starts_with('}') && !rest.is_empty() {
            tree(rest, prefix.clone(), found);
            *rest = rest.trim_start().trim_start_matches(',').trim_start();
        }
        *rest = rest.trim_start().strip_prefix('}').unwrap_or_default();
        return;
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (name, tail) = rest.split_at(end);
    match name {
        "super" => prefix = parent(&prefix),
        // `self` in a group and `*` name the prefix itself.
        "self" | "" => {}
        _ => prefix.push(name.to_owned()),
    }
    *rest = if name.is_empty() { tail.get(1..).unwrap_or_default() } else { tail };
    match rest.strip_prefix("::") {
        Some(longer) => {
            *rest = longer;
            tree(rest, prefix, found);
        }
        None => found.push(prefix),
    }
}
