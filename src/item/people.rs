//! Words around names: forms of address, degrees, particles, suffixes, words of organisations.
//!
//! Readers use them to split names, repairs to remove what is no part of a name. A word that may be a name too counts
//! only in a spelling that no name has.

use crate::prelude::*;
use crate::text::{self, WordList, word_list};

/// Forms of address and academic titles that are no names, with or without a dot.
#[rustfmt::skip]
const HONORIFICS: WordList<'_> = word_list![
    "dr", "dra", "drs", "drg", "prof", "profa", "professor", "professeur", "profesor", "profesora", "professora",
    "mr", "mrs", "ms", "mx", "engr", "mme", "mlle", "herr", "frau", "phdr", "rndr", "mudr", "mvdr", "judr", "paeddr",
    "thdr", "pharmdr", "mgr", "dott", "dottssa", "doç", "öğr", "arş", "yrd", "shri", "smt",
];

/// Forms of address that need a dot, for without it they are names.
#[rustfmt::skip]
const DOTTED_HONORIFICS: WordList<'_> = word_list![
    "ing", "ir", "doc", "lic", "rev", "hon", "fr", "sr", "sra", "adv", "arch", "er", "capt", "col", "lt", "maj",
    "gen", "dipl", "doz", "univ", "hj", "gör", "bc", "miss", "sir",
];

/// Words that are a title only before another one: "Assoc. Prof.", "Priv.-Doz. Dr.".
#[rustfmt::skip]
const RANKS: WordList<'_> = word_list![
    "assoc", "assist", "asst", "associate", "assistant", "adjunct", "emeritus", "ao", "apl", "priv", "hc", "habil",
    "tit", "dipl", "univ", "üyesi", "ing",
];

/// Degrees and memberships after a name, without dots and in lower case, that cannot be initials.
#[rustfmt::skip]
const DEGREES: WordList<'_> = word_list![
    "phd", "dphil", "edd", "dsc", "drsc", "csc", "scd", "msc", "bsc", "mphil", "mba", "mph", "mbbs", "mbchb", "frcp",
    "frcs", "facp", "facs", "fapa", "pharmd", "psyd", "dnp", "msn", "bsn", "mlis", "llm", "llb", "lld", "dds", "dvm",
    "spd", "mpd", "ssi", "msi", "skom", "mkom", "ssos", "msos", "shum", "mhum", "skep", "mkep", "skm", "mkm", "spsi",
    "mpsi", "sag", "mag", "sip", "mip", "mtech", "btech", "meng", "beng", "mres", "med", "drph", "fhea",
];

/// Degrees that may be initials too; they count together with one of [`DEGREES`], or after a comma of their own.
#[rustfmt::skip]
const SHORT_DEGREES: WordList<'_> = word_list![
    "md", "ma", "ms", "ba", "bs", "jd", "rn", "se", "sh", "mh", "st", "mt", "mm", "do", "ca", "ak", "pt", "ot",
];

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
    "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "Júnior", "Filho", "Neto",
];

/// Words, or beginnings of words, that only organisations carry.
#[rustfmt::skip]
const ORGANISATIONS: WordList<'_> = word_list![
    "universi", "institut", "committee", "comité", "consorti", "organi", "associat", "asocia", "associa", "society",
    "sociedad", "ministr", "departament", "department", "foundation", "fundaci", "fundaç", "commission", "council",
    "collaborat", "group", "network", "trust", "agency", "centre", "center", "centro", "federation", "laborator",
    "initiative", "project", "board", "office", "bureau", "hospital", "investigators", "team", "redaktion", "redacc",
    "editorial", "corporation", "company", "library",
];

/// The length of the forms of address before a name, in bytes; 0 where there are none, or where no name would be left.
pub fn leading_honorifics(name: &str) -> usize {
    let (mut rest, mut bare) = (name, name);
    let mut pending_rank = false;
    while let Some((word, dotted, tail)) = titled_word(rest) {
        let is_title = HONORIFICS.contains(&word) || dotted && DOTTED_HONORIFICS.contains(&word);
        let is_rank = RANKS.contains(&word) && (dotted || word.len() > 3);
        // "h. c." and "habil." count after a title, ranks before one.
        let follows = bare.len() < name.len()
            && dotted
            && (is_rank || (word == "h" || word == "c") && name_has_hc(name));
        if is_title || follows {
            bare = tail;
            pending_rank = false;
        } else if is_rank && (dotted || !pending_rank) {
            pending_rank = true;
        } else {
            break;
        }
        rest = tail;
    }
    if has_letters(bare) { name.len() - bare.len() } else { 0 }
}

/// Whether a name contains `h. c.` (honoris causa), so that its letters are no initials.
fn name_has_hc(name: &str) -> bool {
    text::contains(name, "h.c.") || text::contains(name, "h. c.")
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_letter)
}

/// The first word in lower case, whether a dot ends it, and the text after it. `None` where neither a dot nor a space
/// follows: "Dr.Akram" begins with a title, "Drew" does not, and the last word is a name.
fn titled_word(rest: &str) -> Option<(String, bool, &str)> {
    let length = rest.char_indices().find(|(_, c)| !c.is_letter())?.0;
    let (word, after) = text::split_at(rest, length);
    let dotted = after.starts_with_any(".");
    // A hyphen alone joins two names: "Dr-Hassan" has no title.
    if word.is_empty() || !after.starts_with_any(". \u{a0}") {
        return None;
    }
    Some((text::to_lowercase(word), dotted, after.trim_start_any(".- \u{a0}")))
}

/// Where the degrees after a name begin, in bytes, with the comma or space before them; the name's length where there are
/// none, or where no name would be left.
pub fn trailing_degrees(name: &str) -> usize {
    let (mut rest, mut bare) = (name, name);
    let mut certain = false;
    while let Some((before, word, comma)) = last_word(rest) {
        let plain = text::to_lowercase(&text::remove_chars(word, "."));
        let degree = DEGREES.contains(&plain);
        if looks_like_a_name(word) || !degree && !SHORT_DEGREES.contains(&plain) {
            break;
        }
        certain |= degree;
        // "Akram, Qudsia, MD" and "Qudsia Akram, MD", but not "Akram, M.A."
        if certain || comma && (before.contains_char(',') || plain == "md" && before.contains_char(' ')) {
            bare = before;
        }
        rest = before;
    }
    if has_letters(bare) { bare.len() } else { name.len() }
}

/// The text before the last word and its separator, the word, and whether a comma precedes it.
fn last_word(name: &str) -> Option<(&str, &str, bool)> {
    let head = name.trim_end_any(SEPARATORS);
    let word = text::split_at(head, head.rfind_any(SEPARATORS)?).1.trim_start_any(SEPARATORS);
    let before = head.strip_suffix(word)?;
    Some((before.trim_end_any(SEPARATORS), word, before.trim_end_any(" \u{a0}").ends_with_any(",")))
}

/// The separators of the words of a name.
const SEPARATORS: &str = " ,\u{a0}";

/// Whether a word is written like a name: a capital and lower-case letters with a vowel, no dot inside (`Sag`, `Med`; not
/// `PhD`, `Phd`, `S.Ag.`).
fn looks_like_a_name(word: &str) -> bool {
    let mut chars = word.trim_end_matches('.').chars();
    chars.next().is_some_and(char::is_uppercase_letter)
        && chars.all(char::is_lowercase_letter)
        && word.contains_any("aeiouy")
}

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

/// Whether a name is an organisation's, by its words.
pub fn is_organisation(name: &str) -> bool {
    let name = text::to_lowercase(name);
    let mut within = false;
    for (at, c) in name.char_indices() {
        let letter = c.is_letter_or_number();
        if letter && !within && begins_organisation(text::split_at(&name, at).1) {
            return name.contains_char(' ');
        }
        within = letter;
    }
    false
}

fn begins_organisation(text: &str) -> bool {
    ORGANISATIONS.iter().any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honorifics_precede() {
        let check = |name: &str, rest: &str| assert_eq!(&name[leading_honorifics(name)..], rest, "{name}");
        check("Dr Qudsia", "Qudsia");
        check("Dr. Qudsia", "Qudsia");
        check("Dr.Qudsia", "Qudsia");
        check("Prof. Dr. Ingrid", "Ingrid");
        check("Prof.Dr.Ingrid", "Ingrid");
        check("Assoc. Prof. Dr. Ali", "Ali");
        check("Associate Professor Mary", "Mary");
        check("Dr.-Ing. Hans", "Hans");
        check("Dipl.-Ing. Hans", "Hans");
        check("Prof. Dr. h.c. Hans", "Hans");
        check("Ms Noureen", "Noureen");
        check("Ir. Budi", "Budi");
        check("Dr", "Dr");
        check("Dr.", "Dr.");
        check("Drew", "Drew");
        check("Md. Rahim", "Md. Rahim");
        check("Ing Wei", "Ing Wei");
        check("Er Chen", "Er Chen");
        check("C. Hans", "C. Hans");
        check("Mrinal", "Mrinal");
        check("Profit Ann", "Profit Ann");
    }

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

    #[test]
    fn degrees_follow() {
        let check = |name: &str, rest: &str| assert_eq!(&name[..trailing_degrees(name)], rest, "{name}");
        check("Qudsia Akram, PhD", "Qudsia Akram");
        check("Qudsia Akram PhD", "Qudsia Akram");
        check("Akram, Qudsia, MD", "Akram, Qudsia");
        check("Qudsia Akram, M.D., Ph.D.", "Qudsia Akram");
        check("Siti Aminah, S.Pd., M.Pd.", "Siti Aminah");
        check("Siti Aminah, S.E., M.M., Ph.D", "Siti Aminah");
        check("Akram, M.A.", "Akram, M.A.");
        check("Ruiz Ibáñez, M.A.", "Ruiz Ibáñez, M.A.");
        check("Jack Ma", "Jack Ma");
        check("Yo-Yo Ma", "Yo-Yo Ma");
        check("Kim, S. E.", "Kim, S. E.");
        check("PhD", "PhD");
    }
}
