//! Repairs of names: white space, forms of address, degrees, capitals.

use crate::item::{Name, Rule, people};
use crate::prelude::*;
use crate::text::{
    char_to_uppercase, concat, contains, join, replace, split_at, to_lowercase, usize_to_decimal,
};
use crate::tidy::report::{Report, Step, StepEvidence, step};
use crate::tidy::{numbers, text};
use crate::vocabulary::Variable;

/// The repairs of every part of a name.
const PARTS: [Step; 3] = [
    text::DECODE,
    step(Rule::Whitespace, spaces, ""),
    step(Rule::Character, numbers::hyphens, "names have plain hyphens"),
];

/// The further repairs of a person's given and family name.
const PERSONS: [Step; 3] = [
    Step { rule: Rule::Honorific, repair: without_honorifics, evidence: StepEvidence::Removed("leading") },
    Step { rule: Rule::Degree, repair: without_degrees, evidence: StepEvidence::Removed("trailing") },
    step(Rule::NameCase, name_case, "all letters are capitals"),
];

/// Repairs a list of names.
pub(super) fn repair(report: &mut Report, variable: Variable, list: &mut [Name]) {
    let word = variable.word();
    for (at, name) in list.iter_mut().enumerate() {
        let field = |part: &str| concat(&[word, "[", &usize_to_decimal(at), "].", part]);
        repair_part(report, &field("family"), &mut name.family, &PERSONS);
        repair_part(report, &field("given"), &mut name.given, &PERSONS);
        repair_part(report, &field("literal"), &mut name.literal, &[]);
        if !name.family.is_empty() && is_title(&name.given) {
            let message = ["The given name is only “", &name.given, "”, which looks like a form of address."];
            report.warning(&field("given"), &message);
        }
    }
}

fn repair_part(report: &mut Report, field: &str, part: &mut String, more: &[Step]) {
    for steps in [&PARTS, more] {
        for step in steps {
            report.apply(step, field, part);
        }
    }
}

fn without_honorifics(part: &str) -> String {
    split_at(part, people::leading_honorifics(part)).1.to_owned()
}

fn without_degrees(part: &str) -> String {
    split_at(part, people::trailing_degrees(part)).0.to_owned()
}

/// Whether a given name is a form of address and nothing else.
fn is_title(given: &str) -> bool {
    !given.is_empty() && people::leading_honorifics(&concat(&[given, " Name"])) == given.len() + 1
}

/// One blank between words, and no dot or comma that belongs to no word: `N. .` and `N..` become `N.`.
fn spaces(part: &str) -> String {
    let mut spaced = text::words(part, ".,");
    while contains(&spaced, "..") {
        spaced = replace(&spaced, "..", ".");
    }
    let bare = spaced.trim_start_any(".,").trim_end_any(", ");
    if bare.is_empty() { part.to_owned() } else { bare.to_owned() }
}

/// A name in capitals in name case: `VAN DER BERG-O'NEILL` becomes `van der Berg-O'Neill`. Words of one or two letters
/// and words without a vowel stay, for they may be initials, unless the whole part is one such word of a family name.
fn name_case(part: &str) -> String {
    let letters = part.chars().filter(|c| c.is_letter()).count();
    if letters < 3 || part.contains_char('.') || !part.chars().all(|c| !c.is_lowercase_letter()) {
        return part.to_owned();
    }
    let words: Vec<String> = part.split_char(' ').map(word_case).collect_vec();
    join(&words, " ")
}

fn word_case(word: &str) -> String {
    let lower = to_lowercase(word);
    let vowel = !lower.is_ascii() || lower.contains_any("aeiouy");
    if people::is_particle(&lower) || people::is_dropping_particle(&lower) {
        return lower;
    }
    if word.char_count() < 3 || !vowel || people::is_suffix(word) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut up = true;
    for c in lower.chars() {
        if up {
            out.push_str(&char_to_uppercase(c));
        } else {
            out.push(c);
        }
        // The letter after a hyphen, after the apostrophe of O' and D', and after Mc is a capital.
        up = c == '-' || matches!(c, '\'' | '’') && out.char_count() == 2 || out == "Mc";
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_name_case() {
        let check = |part: &str, want: &str| assert_eq!(name_case(part), want, "{part}");
        check("AKRAM", "Akram");
        check("VAN DER BERG", "van der Berg");
        check("O'NEILL", "O'Neill");
        check("MCDONALD", "McDonald");
        check("AL-HASSAN", "Al-Hassan");
        check("IBÁÑEZ", "Ibáñez");
        check("JEAN-PAUL", "Jean-Paul");
        check("JH", "JH");
        check("ABM", "Abm");
        check("SKM", "SKM");
        check("J. H.", "J. H.");
        check("McDonald", "McDonald");
        check("李小龙", "李小龙");
        check("LI", "LI");
    }

    #[test]
    fn stray_dots_go() {
        let check = |part: &str, want: &str| assert_eq!(spaces(part), want, "{part}");
        check("N. .", "N.");
        check("Noureen .", "Noureen");
        check("Noureen  Ara ", "Noureen Ara");
        check("J. R. R.", "J. R. R.");
        check(". Noureen", "Noureen");
        check(".", ".");
    }
}
