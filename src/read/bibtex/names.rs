//! Names as BibTeX splits them (Patashnik, *BibTeXing*, section 4): `First von Last`, `von Last, First`,
//! `von Last, Jr, First`; and biblatex's extended format, `given=…, family=…` (*The biblatex Package*, section 3.7).

use super::latex::plain;
use crate::item::{Name, people};
use crate::prelude::*;
use crate::read::names::split_particles;

/// The names of a field.
pub(super) fn names(raw: &str) -> Vec<Name> {
    let mut names = Vec::new();
    for part in split_and(raw) {
        let known = before_others(part);
        names.push(name(known));
        if known.len() < part.len() {
            names.push(Name::literal("others"));
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// A name without the "et al." behind it, or nothing where that is all; the name itself where none is there.
fn before_others(part: &str) -> &str {
    if people::is_others(part) {
        return "";
    }
    let lower = part.to_ascii_lowercase();
    let ends = [" et al.", " et al", " et. al.", " et. al"];
    let end = ends.into_iter().find(|end| lower.ends_with(end)).map_or(0, str::len);
    part.get(..part.len() - end).unwrap_or(part).trim_end_matches([' ', ','])
}

/// The texts between the words `and` outside braces.
fn split_and(raw: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for word in words(raw) {
        if word.text.eq_ignore_ascii_case("and") {
            parts.push(raw.get(from..word.start).unwrap_or_default().trim());
            from = word.start + word.text.len();
        }
    }
    parts.push(raw.get(from..).unwrap_or_default().trim());
    parts
}

/// A word outside braces, or with what is in braces as part of it.
#[derive(Clone, Copy)]
struct BracedWord<'a> {
    text: &'a str,
    start: usize,
}

/// The words between white space outside braces.
fn words(raw: &str) -> Vec<BracedWord<'_>> {
    words_between(raw, char::is_whitespace)
}

/// The words of a name, between which may be ties.
fn name_words(raw: &str) -> Vec<BracedWord<'_>> {
    words_between(raw, |c| c.is_whitespace() || c == '~')
}

fn words_between(raw: &str, is_separator: fn(char) -> bool) -> Vec<BracedWord<'_>> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_i64, None);
    for (at, c) in raw.char_indices() {
        depth += i64::from(c == '{') - i64::from(c == '}');
        match (depth <= 0 && is_separator(c), start) {
            (true, Some(from)) => {
                found.push(BracedWord { text: raw.get(from..at).unwrap_or_default(), start: from });
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        found.push(BracedWord { text: raw.get(from..).unwrap_or_default(), start: from });
    }
    found
}

/// The parts of a name between the commas outside braces.
fn split_commas(raw: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut from) = (0_i64, 0);
    for (at, c) in raw.char_indices() {
        depth += i64::from(c == '{') - i64::from(c == '}');
        if c == ',' && depth <= 0 {
            parts.push(raw.get(from..at).unwrap_or_default().trim());
            from = at + 1;
        }
    }
    parts.push(raw.get(from..).unwrap_or_default().trim());
    parts
}

fn name(raw: &str) -> Name {
    let parts = split_commas(raw);
    if parts.iter().any(|part| part.starts_with("family=") || part.starts_with("family =")) {
        return extended(&parts);
    }
    let parts = before_suffix(&parts);
    match parts.as_slice() {
        [whole] if is_one_group(whole) => Name::literal(&plain(whole)),
        [whole] => natural(whole),
        [family, given] if people::is_suffix(given) => Name { suffix: plain(given), ..natural(family) },
        [family, given] => inverted(family, "", given),
        // "Poe, Sam, Jr." is a frequent slip, and no given name is "Jr.".
        [family, given, suffix] if is_clear_suffix(suffix) && !people::is_suffix(given) => {
            inverted(family, suffix, given)
        }
        [family, suffix, given, ..] => inverted(family, suffix, given),
        [] => Name::default(),
    }
}

/// Whether a word is a suffix and can be neither initials nor a family name, as `V` and `I` can.
fn is_clear_suffix(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    people::is_suffix(word)
        && bare.len() > 1
        && !(word.ends_with('.') && bare.chars().all(|c| "IVX".contains(c)))
}

/// The parts of a name, where a suffix without a comma before it ends the only part: `Ann Lee Jr.`.
fn before_suffix<'a>(parts: &[&'a str]) -> Vec<&'a str> {
    if let [whole] = parts
        && let Some((name, suffix)) = whole.rsplit_once(char::is_whitespace)
        && is_clear_suffix(suffix)
        && name.trim().contains(char::is_whitespace)
    {
        return vec![name.trim(), suffix];
    }
    parts.to_vec()
}

/// Whether one pair of braces encloses all of a name.
fn is_one_group(raw: &str) -> bool {
    let mut depth = 0_i64;
    let mut closed = 0;
    for (at, c) in raw.char_indices() {
        depth += i64::from(c == '{') - i64::from(c == '}');
        if depth == 0 {
            closed = at;
            break;
        }
    }
    raw.starts_with('{') && !raw.starts_with("{\\") && closed + 1 == raw.len()
}

/// biblatex's extended format.
fn extended(parts: &[&str]) -> Name {
    let mut name = Name::default();
    for (key, value) in parts.iter().filter_map(|part| part.split_once('=')) {
        let value = plain(value.trim().trim_matches('"'));
        match key.trim() {
            "family" => name.family = value,
            "given" => name.given = value,
            "prefix" => name.non_dropping_particle = value,
            "suffix" => name.suffix = value,
            _ => {}
        }
    }
    name
}

/// `von Last, Jr, First`: the particle ends with the last of the lower-case words at the start that something follows.
fn inverted(family: &str, suffix: &str, given: &str) -> Name {
    let words = name_words(family);
    let before = words.get(..words.len().saturating_sub(1)).unwrap_or_default();
    let lowercase = before.iter().take_while(|word| is_lowercase(word.text)).count();
    let (particle, family) = words.split_at_checked(lowercase).unwrap_or_default();
    let mut name = Name::person(&join(family), &join(&name_words(given)));
    name.suffix = plain(suffix);
    set_particle(&mut name, particle);
    name
}

/// `First von Last`: the lower-case words separate the two; without any the last word is the family name.
fn natural(raw: &str) -> Name {
    let words = name_words(raw);
    let last = words.len().saturating_sub(1);
    let before = words.get(..last).unwrap_or_default();
    let first_lowercase = before.iter().position(|word| is_lowercase(word.text));
    let last_lowercase = before.iter().rposition(|word| is_lowercase(word.text));
    let (von, family) = match (first_lowercase, last_lowercase) {
        (Some(first), Some(end)) => (first, end + 1),
        _ => (last, last),
    };
    let mut name = Name::person(
        &join(words.get(family..).unwrap_or_default()),
        &join(words.get(..von).unwrap_or_default()),
    );
    set_particle(&mut name, words.get(von..family).unwrap_or_default());
    name
}

/// Sets the particle; without one the family name may have a particle without a space after it (`d’Alembert`).
fn set_particle(name: &mut Name, particle: &[BracedWord<'_>]) {
    name.non_dropping_particle = join(particle);
    split_particles(name);
}

/// Words decoded, with spaces between them.
fn join(words: &[BracedWord<'_>]) -> String {
    words.iter().map(|word| plain(word.text)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a word's first letter outside braces is lower case. The letter of a command counts; any other group has no
/// case.
fn is_lowercase(word: &str) -> bool {
    if word.starts_with('{') && !word.starts_with("{\\") {
        return false;
    }
    plain(word).chars().find(|c| c.is_letter()).is_some_and(char::is_lowercase_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, want: &str) {
        let show = |n: &Name| {
            [&n.dropping_particle, &n.non_dropping_particle, &n.family, &n.suffix, &n.given, &n.literal]
                .map(String::as_str)
                .join("|")
        };
        let got = names(raw).iter().map(show).collect::<Vec<_>>().join(" & ");
        assert_eq!(got, want, "{raw}");
    }

    #[test]
    fn names_are_split_as_in_bibtex() {
        check("Donald E. Knuth", "||Knuth||Donald E.|");
        check("Knuth, Donald~E. and Leslie Lamport", "||Knuth||Donald E.| & ||Lamport||Leslie|");
        check("Ludwig van Beethoven", "|van|Beethoven||Ludwig|");
        check("van der Berg, Jan", "|van der|Berg||Jan|");
        check(
            "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
            "|de la|Vallée Poussin||Charles Louis Xavier Joseph|",
        );
        check("King, Jr., Martin Luther", "||King|Jr.|Martin Luther|");
        check("Martin Luther King, Jr.", "||King|Jr.|Martin Luther|");
        check(
            "{World Health Organization} and {ACM, Inc.}",
            "|||||World Health Organization & |||||ACM, Inc.",
        );
        check("{\\'A}lvarez", "||Álvarez|||");
        check("Ortega {y} Gasset, Jos{\\'e}", "||Ortega y Gasset||José|");
        check("Doe, Ann {and} Bob AND others", "||Doe||Ann and Bob| & |||||others");
        check("given=Hans, family=Bach, prefix=van", "|van|Bach||Hans|");
        check("Plato", "||Plato|||");
        check("d’Alembert, Jean", "|d’|Alembert||Jean|");
        check("Jean {\\OE}uvre and {\\o}rsted Hans", "||Œuvre||Jean| & |ørsted|Hans|||");
        check("and", "");
    }

    #[test]
    fn a_megabyte_of_names_is_read() {
        assert_eq!(names(&"A. B and ".repeat(1 << 16)).len(), 1 << 16);
        assert_eq!(names(&"{".repeat(1 << 20)).len(), 0);
    }
}
