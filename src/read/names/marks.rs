//! What stands around a name in a tag and is no part of it.

use super::{is_and, is_organisation};
use crate::extent::FULL;
use crate::languages::{Context, honorifics};
use crate::prelude::*;
use crate::text::{self, WordList, entities, word_list};

/// The name in a tag without what is no part of it: footnote marks (`Akram1,2*`), years of birth and death, a role in
/// brackets, a label, "By" or "and" before it, "and", an organisation or the address of an identifier after it. Texts too
/// long for a name stay.
pub(crate) fn strip_marks<'a>(raw: &'a str, context: &Context<'_>) -> &'a str {
    if raw.len() > honorifics::LONGEST {
        return raw.trim();
    }
    let mut name = text::split_once(raw, "http").map_or(raw, |parts| parts.0).trim();
    let by = text::before_any(name, " ");
    if by.eq_ignore_ascii_case("by") || is_and(by, context) {
        name = text::split_at(name, by.len()).1.trim_start();
    }
    if FULL {
        name = without_affiliation(without_label(name), context);
        if ends_with_reference(name) {
            return name;
        }
    }
    loop {
        let before = name.len();
        name = name.trim_end_any("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰ ,;:*∗-–†‡§¶#|\u{a0}");
        if name.ends_with_any(")]") {
            let outside = text::split_at(name, name.rfind_any("([").unwrap_or(0)).0;
            name = if outside.len() > 2 { outside } else { name };
        }
        let last = text::after_last_any(name, " ");
        if is_and(last, context) {
            name = text::split_at(name, name.len() - last.len()).0;
        }
        if !text::contains_letter(name) {
            return raw.trim();
        }
        if name.len() == before {
            return name;
        }
    }
}

/// A name without the organisation behind its comma, where a well-known given name shows a person: `Ana Ruiz, Universidad de
/// Sonora`.
fn without_affiliation<'a>(name: &'a str, context: &Context<'_>) -> &'a str {
    let (person, behind) = text::split_once(name, ",").unwrap_or((name, ""));
    let (given, family) = text::split_once(person.trim(), " ").unwrap_or_default();
    let affiliated = !family.is_empty()
        && behind.trim().contains(' ')
        && !behind.contains(',')
        && context.has_beside(name, "given", &text::to_lowercase(given))
        && is_organisation(behind.trim(), context);
    if affiliated { person } else { name }
}

/// Whether a text ends with a character reference to a letter, whose semicolon belongs to it: `Jos&eacute;`.
fn ends_with_reference(text: &str) -> bool {
    text.ends_with(';')
        && text.contains('&')
        && entities::decode(text).chars().next_back().is_some_and(char::is_letter)
}

/// What pages print before the names of authors.
const LABELS: WordList<'_> = word_list! {
    "author", "authors", "auteur", "auteurs", "autor", "autora", "autores", "autore", "autori", "autorzy", "forfatter",
    "författare", "oleh", "penulis", "por", "szerző", "szerzők", "yazar", "yazarlar", "автор", "автори", "авторы",
};

/// A name without such a label: `Oleh: Budi Santosa`, `Autor: Rui Costa`.
fn without_label(name: &str) -> &str {
    let (label, rest) = text::split_once(name, ": ").unwrap_or_default();
    if LABELS.contains(&text::to_lowercase(label)) { rest.trim() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_stripped() {
        let check = |raw: &str, want: &str| assert_eq!(strip_marks(raw, &Context::default()), want, "{raw}");
        check("Qudsia Akram1,2*", "Qudsia Akram");
        check("Akram, Qudsia, 1975-", "Akram, Qudsia");
        check("Akram, Qudsia (1975–2020)", "Akram, Qudsia");
        check("Whitfield, Tom (photographs)", "Whitfield, Tom");
        check("By Noureen Asif", "Noureen Asif");
        check("Asif, Noureen https://orcid.org/0000", "Asif, Noureen");
        check("Asif, N.", "Asif, N.");
        check("O’Neill, Seán P., Jr.", "O’Neill, Seán P., Jr.");
        check("(anon)", "(anon)");
        check("42", "42");
    }
}
