//! Repairs of names: white space, forms of address, degrees, capitals.

use crate::item::{Name, Rule, people};
use crate::prelude::*;
use crate::text::{contains, count, entities, joined, lower, replaced, separated, upper_char};
use crate::tidy::{Report, text};
use crate::vocabulary::Variable;

/// Mends a list of names.
pub(super) fn mend(report: &mut Report, variable: Variable, list: &mut [Name]) {
    for (at, name) in list.iter_mut().enumerate() {
        let field = joined(&[variable.word(), "[", &count(at), "]."]);
        let mut parts =
            [(&mut name.family, "family"), (&mut name.given, "given"), (&mut name.literal, "literal")];
        for (part, word) in &mut parts {
            mend_part(report, &joined(&[&field, *word]), part, *word == "literal");
        }
        if !name.family.is_empty() && is_title(&name.given) {
            let message = ["The given name is only “", &name.given, "”, which looks like a form of address."];
            report.doubt(&joined(&[&field, "given"]), &message);
        }
    }
}

fn mend_part(report: &mut Report, field: &str, part: &mut String, literal: bool) {
    let decoded = entities::decode(part);
    report.change(field, part, decoded, Rule::Entity, "character references stand for the characters");
    let spaced = spaces(part);
    report.change(field, part, spaced, Rule::Whitespace, "");
    if literal {
        return;
    }
    let (title, rest) = part.split_at_checked(people::leading_honorifics(part)).unwrap_or(("", part));
    let (rest, evidence) = (rest.to_owned(), joined(&["leading \"", title.trim_end(), "\""]));
    report.change(field, part, rest, Rule::Honorific, &evidence);
    let (rest, degree) = part.split_at_checked(people::trailing_degrees(part)).unwrap_or((part, ""));
    let evidence = joined(&["trailing \"", degree.trim_start_of(" ,").trim_end(), "\""]);
    let rest = rest.to_owned();
    report.change(field, part, rest, Rule::Degree, &evidence);
    let cased = name_case(part);
    report.change(field, part, cased, Rule::NameCase, "all letters are capitals");
}

/// Whether a given name is a form of address and nothing else.
fn is_title(given: &str) -> bool {
    !given.is_empty() && people::leading_honorifics(&joined(&[given, " Name"])) == given.len() + 1
}

/// One blank between words, and no dot or comma that belongs to no word: "N. ." is "N.", and so is "N..".
fn spaces(part: &str) -> String {
    let words = part.split(text::is_blank).filter(|word| word.contains(|c| !matches!(c, '.' | ',')));
    let joined = separated(&words.gather(), " ");
    let mut joined = replaced(&joined, " ,", ",");
    while contains(&joined, "..") {
        joined = replaced(&joined, "..", ".");
    }
    let bare = joined.trim_start_of(".,").trim_end_matches(',');
    if bare.is_empty() { part.to_owned() } else { bare.to_owned() }
}

/// A name in capitals in name case: `VAN DER BERG-O'NEILL` becomes `van der Berg-O'Neill`. Words of one or two letters
/// and words without a vowel stay, for they may be initials, unless the whole part is one such word of a family name.
fn name_case(part: &str) -> String {
    let letters = part.chars().filter(|c| c.is_letter()).count();
    if letters < 3 || part.holds('.') || !part.chars().all(|c| !c.is_small()) {
        return part.to_owned();
    }
    let words: Vec<String> = part.split(' ').map(word_case).gather();
    separated(&words, " ")
}

fn word_case(word: &str) -> String {
    let lower = lower(word);
    let vowel = lower.contains(|c: char| !c.is_ascii() || "aeiouy".holds(c));
    if people::is_particle(&lower) || people::is_dropping_particle(&lower) {
        return lower;
    }
    if word.chars().count() < 3 || !vowel || people::is_suffix(word) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut up = true;
    for c in lower.chars() {
        if up {
            out.push_str(&upper_char(c));
        } else {
            out.push(c);
        }
        // The letter after a hyphen, after the apostrophe of O' and D', and after Mc is a capital.
        up = c == '-'
            || matches!(c, '\'' | '’') && out.chars().count() == 2
            || out.ends_with("Mc") && out.len() == 2;
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
