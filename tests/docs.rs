//! The tracked files contain nothing that holds on one machine only, and the links between documents work.

use std::path::Path;
use std::process::Command;

use xtask::{languages, project};

/// Paths of one machine and addresses of registries: a clone elsewhere has neither. Spelt in halves, for this file is
/// tracked too.
const FOREIGN: &[(&str, &str)] = &[
    ("/wo", "rk/"),
    ("/tm", "p/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("registry.npm", "js.org"),
    ("index.cra", "tes.io"),
    ("static.cra", "tes.io"),
    ("files.python", "hosted.org"),
    ("pypi.or", "g/simple"),
    ("artifac", "tory"),
];

#[test]
fn nothing_tracked_names_a_machine_path_or_a_registry_host() {
    let mut found = Vec::new();
    for (name, text) in tracked() {
        for (number, line) in text.lines().enumerate() {
            for word in foreign_words(line) {
                found.push(format!("{name}:{}: {word}", number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The foreign words of a line. A path counts only at the start of a word: in `https://journal.example/home/1` it is
/// the address of somebody's page.
fn foreign_words(line: &str) -> Vec<String> {
    let words = FOREIGN.iter().map(|(a, b)| [*a, *b].concat());
    let begins =
        |before: &str| !before.ends_with(|c: char| c.is_ascii_alphanumeric() || "._-}/)*<>".contains(c));
    words
        .filter(|word| match line.split_once(word.as_str()) {
            Some((before, _)) => !word.starts_with('/') || begins(before),
            None => false,
        })
        .collect()
}

#[test]
fn foreign_words_differ_from_addresses() {
    let path = ["/ho", "me/user/citelet"].concat();
    assert_eq!(foreign_words(&format!("cd {path}")).len(), 1);
    assert_eq!(foreign_words(&format!("https://journal.example{path}")).len(), 0);
    assert_eq!(foreign_words(&format!("\"https://{}{}/citelet\"", "registry.npm", "js.org")).len(), 1);
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut broken = Vec::new();
    for (name, text) in tracked().into_iter().filter(|(name, _)| name.ends_with(".md")) {
        let folder = project::root().join(&name);
        let folder = folder.parent().unwrap_or(Path::new("")).to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = file.contains(':') || file.is_empty();
            if !elsewhere && !folder.join(file).exists() {
                broken.push(format!("{name}: {target}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_language_has_a_row_with_a_page() {
    let document = project::read_text(&languages::file()).unwrap();
    let rows: Vec<(&str, &str)> =
        document.lines().filter_map(|line| Some((languages::tag_of(line)?, line))).collect();
    let stems = |folder: &str, end: &str| -> Vec<String> {
        let files = project::files_in(&project::root().join(folder)).unwrap();
        let names = files.iter().map(|file| project::name_of(file));
        names.filter_map(|name| name.strip_suffix(end).map(str::to_owned)).collect()
    };
    let pages = stems("tests/cases/languages", ".html");
    for (tag, row) in &rows {
        assert!(pages.iter().any(|page| page == tag), "There is no page for {tag}.");
        assert!(
            row.contains(&format!("(../tests/cases/languages/{tag}.html)")),
            "The row of {tag} has no page."
        );
    }
    let shared = "mul";
    let known = stems("src/languages", ".txt").into_iter().filter(|tag| tag != shared);
    for tag in known.chain(pages.iter().cloned()) {
        assert!(rows.iter().any(|row| row.0 == tag), "There is no row for {tag} in docs/languages.md.");
    }
}

#[test]
fn the_table_of_languages_is_current() {
    let stored = project::read_text(&languages::file()).unwrap();
    assert!(
        stored == languages::current().unwrap(),
        "docs/languages.md is stale: `cargo xtask languages` writes it."
    );
}

/// The text files of the project, with their contents: those under version control, or all sources where the checkout
/// is no git repository.
fn tracked() -> Vec<(String, String)> {
    let list = Command::new("git").args(["ls-files", "-z"]).current_dir(project::root()).output();
    let names = match list.ok().filter(|output| output.status.success()) {
        Some(list) => {
            String::from_utf8(list.stdout).unwrap().split_terminator('\0').map(str::to_owned).collect()
        }
        None => sources(project::root()),
    };
    let readable = |name: String| {
        let text = project::read_text(&project::root().join(&name)).ok()?;
        Some((name, text))
    };
    names.into_iter().filter_map(readable).collect()
}

/// Every file below a folder but what builds and downloads make, by its name below the root.
fn sources(folder: &Path) -> Vec<String> {
    const MADE: [&str; 5] = ["target", "dist", "node_modules", ".cache", ".git"];
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let kept = paths.filter(|path| !MADE.contains(&project::name_of(path).as_str()));
    kept.flat_map(|path| match path.is_dir() {
        true => sources(&path),
        false => vec![path.strip_prefix(project::root()).unwrap_or(&path).to_string_lossy().into_owned()],
    })
    .collect()
}
