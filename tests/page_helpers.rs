//! The string helpers that keep a page's engine small are used in the modules that every page loads, and nowhere else.
//!
//! A helper is a function of `HELPERS` whose doc comment says what it is "in place of". Modules that no page loads, those
//! behind the features of `NOT_IN_A_PAGE`, use the standard library.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the helpers are defined.
const HELPERS: [&str; 4] = ["text/str_ext.rs", "text/iter_ext.rs", "text/number.rs", "text/packed.rs"];

/// A `mod` line behind one of these features declares a module that no page loads.
const NOT_IN_A_PAGE: [&str; 4] =
    ["feature = \"full\"", "feature = \"compile\"", "feature = \"json\"", "feature = \"styles\""];

/// Files and folders that are still to be converted. Remove what no longer belongs here; nothing is added.
const EXCEPTIONS: &[&str] = &["item/json/"];

#[test]
fn modules_that_no_page_loads_use_the_standard_library() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let helpers: Vec<Helper> = HELPERS.iter().flat_map(|file| helpers(&read(&src.join(file)))).collect();
    assert!(helpers.len() > 20, "the helpers are found by their doc comments");
    let mut found = BTreeSet::new();
    for file in files_beyond_the_page(&src) {
        let code = shipped(&read(&file));
        let used: Vec<&str> = helpers
            .iter()
            .filter(|helper| helper.is_used(&code))
            .map(|helper| helper.name.as_str())
            .collect();
        let name = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        assert!(
            used.is_empty() || EXCEPTIONS.iter().any(|exception| name.starts_with(exception)),
            "no page loads src/{name}: use the standard library instead of {}",
            used.join(", ")
        );
        if !used.is_empty() {
            found.insert(name);
        }
    }
    let stale: Vec<&&str> = EXCEPTIONS
        .iter()
        .filter(|exception| !found.iter().any(|name: &String| name.starts_with(**exception)))
        .collect();
    assert!(stale.is_empty(), "these use no helper any more, remove them from the exceptions: {stale:?}");
}

/// A function that stands in for one of the standard library.
struct Helper {
    name: String,
    is_method: bool,
}

impl Helper {
    /// Whether code calls the method, or imports the function from `text` or calls it there.
    fn is_used(&self, code: &str) -> bool {
        if self.is_method {
            return code.contains(&format!(".{}(", self.name));
        }
        let called = format!("text::{}", self.name);
        let imports = code.split("use crate::text::{").skip(1).filter_map(|rest| rest.split(';').next());
        let mut imported = imports.flat_map(|list| list.split(|c: char| !is_identifier(c)));
        imported.any(|name| name == self.name)
            || code.split(&called).skip(1).any(|rest| !rest.starts_with(is_identifier))
    }
}

/// The functions of a file whose doc comments contain "in place of".
fn helpers(text: &str) -> Vec<Helper> {
    let mut found = Vec::new();
    let mut comment = String::new();
    for line in text.lines() {
        let code = line.trim_start();
        if let Some(words) = code.strip_prefix("///") {
            comment.push_str(words);
        } else if !code.starts_with("#[") {
            let function = code.strip_prefix("pub ").unwrap_or(code).strip_prefix("fn ");
            if let Some(rest) = function.filter(|_| comment.contains("in place of")) {
                let name = rest.split(|c: char| !is_identifier(c)).next().unwrap_or_default().to_owned();
                found.push(Helper { name, is_method: !code.starts_with("pub ") });
            }
            comment.clear();
        }
    }
    found
}

fn is_identifier(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The files of modules that no page loads, by the `mod` lines from `lib.rs` on.
fn files_beyond_the_page(src: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut next = vec![(src.join("lib.rs"), src.to_owned(), true)];
    while let Some((file, folder, in_page)) = next.pop() {
        let text = read(&file);
        let mut attributes = String::new();
        for line in text.lines().map(str::trim) {
            if line.starts_with("#[") {
                attributes.push_str(line);
                continue;
            }
            let declared = line.strip_suffix(';').and_then(|line| line.rsplit_once("mod "));
            if let Some((_, name)) = declared.filter(|_| !attributes.contains("cfg(test)")) {
                let behind = NOT_IN_A_PAGE.iter().any(|feature| attributes.contains(feature));
                let below = folder.join(name);
                let file =
                    [below.with_extension("rs"), below.join("mod.rs")].into_iter().find(|file| file.exists());
                next.extend(file.map(|file| (file, below, in_page && !behind)));
            }
            attributes.clear();
        }
        if !in_page {
            found.push(file);
        }
    }
    found
}

/// The code without comments and unit tests.
fn shipped(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
