//! `cargo xtask names`: finds the basis of the hashes by which the page's engine stores names.
//!
//! Sentence case keeps the capital of a word whose hash is that of a name (`src/tidy/case/names.rs`). The basis of the hash
//! decides which other words have such a hash. It is chosen so that no frequent word has: those of
//! `tests/cases/case/frequent_words.txt`, the most frequent ones in lower case of abstracts and software documentation,
//! and their singulars, also as given names.

use std::collections::HashSet;

use crate::{Outcome, project};

#[path = "../../src/tidy/case/fingerprint.rs"]
mod fingerprint;
use fingerprint::{BASIS, fingerprint};

/// Where the basis and the hash are defined, and what they are applied to.
const SOURCE: &str = "src/tidy/case/fingerprint.rs";
const NAMES: &str = "src/tidy/case/names.txt";
const FREQUENT: &str = "tests/cases/case/frequent_words.txt";

/// So many bases are tried. About one in 10,000 is free of clashes with 10,000 words and 2,000 hashes; in a debug build
/// the search takes a minute or two.
const TRIED: u32 = 1_000_000;

/// Keeps the basis where it is good, else writes a better one to the source.
///
/// # Errors
/// When a file is missing, or no basis is free of clashes.
pub fn command() -> Outcome<()> {
    let lists = Lists::read()?;
    if lists.clashes(BASIS).is_empty() {
        println!("No frequent word is mistaken for a name with the basis {BASIS}.");
        return Ok(());
    }
    let best = (1..TRIED).find(|basis| lists.clashing(*basis).next().is_none());
    let best = best.ok_or("No basis is free of clashes: there are too many names for 22 bits.")?;
    let path = project::root().join(SOURCE);
    let source = project::read_text(&path)?;
    let constant = |basis: u32| format!("const BASIS: u32 = {basis};");
    project::write(&path, source.replace(&constant(BASIS), &constant(best)))?;
    println!("{SOURCE} has the basis {best} now.");
    Ok(())
}

/// The frequent words that are mistaken for names with the present basis.
///
/// # Errors
/// When a file is missing.
pub fn clashes() -> Outcome<Vec<String>> {
    Ok(Lists::read()?.clashes(BASIS))
}

struct Lists {
    names: Vec<String>,
    /// Frequent words and their singulars, without those that are names.
    frequent: Vec<String>,
}

impl Lists {
    fn read() -> Outcome<Lists> {
        let lines = |path: &str| -> Outcome<Vec<String>> {
            let text = project::read_text(&project::root().join(path))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        let names = lines(NAMES)?;
        let known: HashSet<&str> = names.iter().map(String::as_str).collect();
        let mut frequent = lines(FREQUENT)?;
        let singulars: Vec<String> =
            frequent.iter().filter_map(|word| word.strip_suffix('s').map(str::to_owned)).collect();
        frequent.extend(singulars);
        let given: Vec<String> = frequent.iter().map(|word| format!("{word}=")).collect();
        frequent.extend(given);
        frequent
            .retain(|word| !known.contains(word.as_str()) && !known.contains(format!("{word}=").as_str()));
        Ok(Lists { names, frequent })
    }

    /// The frequent words that have the hash of a name.
    fn clashes(&self, basis: u32) -> Vec<String> {
        self.clashing(basis).map(str::to_owned).collect()
    }

    /// The same words one by one: most bases have a clash early.
    fn clashing(&self, basis: u32) -> impl Iterator<Item = &str> {
        let hashes: HashSet<u32> =
            self.names.iter().map(|name| fingerprint(basis, name.as_bytes())).collect();
        let clashes = move |word: &&str| hashes.contains(&fingerprint(basis, word.as_bytes()));
        self.frequent.iter().map(String::as_str).filter(clashes)
    }
}
