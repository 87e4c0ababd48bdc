//! What is tracked says nothing that holds on one machine only, and its links lead somewhere.

use std::path::Path;
use std::process::Command;

use xtask::project;

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
fn foreign_words_are_told_from_addresses() {
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

/// The text files under version control: their names and contents. None where the checkout is no git repository, and
/// then the tests say that they skip.
fn tracked() -> Vec<(String, String)> {
    let list = Command::new("git").args(["ls-files", "-z"]).current_dir(project::root()).output();
    let Some(list) = list.ok().filter(|output| output.status.success()) else {
        println!("skipped: this is no git checkout");
        return Vec::new();
    };
    let names = String::from_utf8(list.stdout).unwrap();
    let readable =
        |name: &str| Some((name.to_owned(), project::read_text(&project::root().join(name)).ok()?));
    names.split_terminator('\0').filter_map(readable).collect()
}
