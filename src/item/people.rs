//! Words in names: particles, suffixes.

use crate::text::{self, WordList, word_list};

/// Particles that stay with the family name, in lower case as in names.
#[rustfmt::skip]
const PARTICLES: WordList<'_> = word_list![
    "van", "der", "den", "de", "del", "della", "degli", "di", "da", "das", "do", "dos", "du", "des", "la", "las",
    "le", "les", "lo", "los", "el", "al", "ter", "ten", "te", "'t", "’t", "op", "af", "av", "dal", "dalla",
];

/// German particles, which are dropped where only the family name is printed (Duden; CSL's `dropping-particle`).
#[rustfmt::skip]
const DROPPING_PARTICLES: WordList<'_> = word_list![
    "von", "zu", "vom", "zum", "zur",
];

/// Words that begin a family name of several words: words for "son of" and "daughter of", and capitalised particles.
#[rustfmt::skip]
const JOINED: WordList<'_> = word_list![
    "bin", "binti", "binte", "ibn", "bint", "ben", "abu", "abd", "St.", "Saint", "San", "Santa", "Van", "Von", "De",
    "Del", "Della", "Di", "Da", "Dos", "Du", "La", "Le", "El", "Al", "Ben", "Bin", "Ibn", "Abu", "Mac", "Ó", "Ní",
    "Ter",
];

/// Words that join two family names: Puig *i* Ferrer, Silva *e* Souza, Ortega *y* Gasset.
#[rustfmt::skip]
const CONNECTIVES: WordList<'_> = word_list![
    "i", "e", "y", "und",
];

/// Suffixes that distinguish members of a family.
#[rustfmt::skip]
const SUFFIXES: WordList<'_> = word_list![
    "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV",
];

/// Portuguese words for "junior", "son" and the like, which stay with the family name before them.
#[rustfmt::skip]
const AGNOMENS: WordList<'_> = word_list![
    "Júnior", "Filho", "Neto", "Netto", "Sobrinho",
];

/// Whether a word is a particle that stays with the family name.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(word)
}

/// Whether a word is a particle that is dropped where only the family name is printed.
pub fn is_dropping_particle(word: &str) -> bool {
    DROPPING_PARTICLES.contains(word)
}

/// Whether a word before the last one belongs to the family name.
pub fn is_joined(word: &str) -> bool {
    JOINED.contains(word)
}

/// Whether a word joins two family names.
pub fn is_connective(word: &str) -> bool {
    CONNECTIVES.contains(word)
}

/// Whether a word is a suffix such as `Jr.`
pub fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(word)
}

/// Whether a text in a list of names stands for those that are left out: `et al.`, and `and others`, as BibTeX has it.
pub fn is_others(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    let plain = text::remove_chars(&lower, "{}[]., &~\u{a0}");
    word_list!["others", "andothers", "etal", "andetal", "etalii"].contains(&plain)
        && !lower.starts_with("e.")
}

/// Whether a word belongs to the family name before it, as the Portuguese words for "junior" do.
pub fn is_agnomen(word: &str) -> bool {
    AGNOMENS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_are_no_name() {
        for text in
            ["others", "and others", "et al.", "et. al", "Et al", "{others}", "and et al.", "& others"]
        {
            assert!(is_others(text), "{text}");
        }
        for text in ["Others, A.", "Al, E.", "Ethan Al", "E. T. Al", "The Others", "Etal Group", ""] {
            assert!(!is_others(text), "{text}");
        }
    }
}
