//! Names as BibTeX takes them apart (Patashnik, *BibTeXing*, section 4): `First von Last`, `von Last, First`,
//! `von Last, Jr, First`; and biblatex's `given=…, family=…`.

use super::latex::plain;
use crate::item::{Name, people};
use crate::prelude::*;
use crate::read::names::split_particles;

/// The names of a field.
pub(super) fn names(raw: &str) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for part in parts(raw) {
        let name = if part == "others" { Name::literal(part) } else { name(part) };
        if !name.is_empty() {
            names.push(name);
        }
    }
    names
}

/// The texts between the words `and` that stand outside braces.
fn parts(raw: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for word in words(raw, &[]) {
        if word.text.eq_ignore_ascii_case("and") {
            parts.push(raw.get(from..word.start).unwrap_or_default().trim());
            from = word.start + word.text.len();
        }
    }
    parts.push(raw.get(from..).unwrap_or_default().trim());
    parts
}

/// A piece between blanks outside braces.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
}

/// The words of a text. A tie is a blank too, and the characters of `also` are.
fn words<'a>(raw: &'a str, also: &[char]) -> Vec<Word<'a>> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_i64, None);
    for (at, c) in raw.char_indices() {
        depth += i64::from(c == '{') - i64::from(c == '}');
        let blank = depth <= 0 && (c.is_whitespace() || also.contains(&c));
        match (blank, start) {
            (true, Some(from)) => {
                found.push(Word { text: raw.get(from..at).unwrap_or_default(), start: from });
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        found.push(Word { text: raw.get(from..).unwrap_or_default(), start: from });
    }
    found
}

/// The parts of a name between the commas outside braces.
fn commas(raw: &str) -> Vec<&str> {
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
    let parts = commas(raw);
    if parts.iter().any(|part| part.starts_with("family=") || part.starts_with("family =")) {
        return spelt(&parts);
    }
    match parts.as_slice() {
        [whole] if is_group(whole) => Name::literal(&plain(whole)),
        [whole] => natural(whole),
        [family, given] if people::is_suffix(given) => Name { suffix: plain(given), ..natural(family) },
        [family, given] => inverted(family, "", given),
        [family, suffix, given, ..] => inverted(family, suffix, given),
        [] => Name::default(),
    }
}

/// Whether one pair of braces holds all of a name.
fn is_group(raw: &str) -> bool {
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

/// biblatex's extended form.
fn spelt(parts: &[&str]) -> Name {
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

fn inverted(family: &str, suffix: &str, given: &str) -> Name {
    let words = words(family, &['~']);
    // The particle ends with the last small word that something follows.
    let before = words.get(..words.len().saturating_sub(1)).unwrap_or_default();
    let small = before.iter().take_while(|word| is_small(word.text)).count();
    let mut name = Name::person(&joined(words.get(small..).unwrap_or_default()), &given_of(given));
    name.suffix = plain(suffix);
    particle(&mut name, joined(words.get(..small).unwrap_or_default()));
    name
}

/// `First von Last`: the small words part the two; without any the last word is the family name.
fn natural(raw: &str) -> Name {
    let words = words(raw, &['~']);
    let last = words.len().saturating_sub(1);
    let before = words.get(..last).unwrap_or_default();
    let first_small = before.iter().position(|word| is_small(word.text));
    let last_small = before.iter().rposition(|word| is_small(word.text));
    let (von, family) = match (first_small, last_small) {
        (Some(first), Some(end)) => (first, end + 1),
        _ => (last, last),
    };
    let mut name = Name::person(
        &joined(words.get(family..).unwrap_or_default()),
        &joined(words.get(..von).unwrap_or_default()),
    );
    particle(&mut name, joined(words.get(von..family).unwrap_or_default()));
    name
}

/// Gives a name its particle; without one its parts may hold such as cling to them (`d’Alembert`).
fn particle(name: &mut Name, von: String) {
    name.non_dropping_particle = von;
    split_particles(name);
}

fn given_of(raw: &str) -> String {
    joined(&words(raw, &['~']))
}

fn joined(words: &[Word<'_>]) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&plain(word.text));
    }
    out
}

/// Whether a word's first letter outside braces is small. A command's letter counts, any other group has no case.
fn is_small(word: &str) -> bool {
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
    fn names_come_apart_as_bibtex_does_it() {
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
    fn a_megabyte_of_names_takes_no_time() {
        assert_eq!(names(&"A. B and ".repeat(1 << 16)).len(), 1 << 16);
        assert_eq!(names(&"{".repeat(1 << 20)).len(), 0);
    }
}
