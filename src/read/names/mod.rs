//! Names as pages write them, split into family and given name.

mod east_asian;
mod list;
mod order;

use crate::item::{Name, particles, people};
use crate::languages::Context;
use crate::prelude::*;
use crate::read::page_citation::PageCitation;
use crate::text;
pub(crate) use list::list;
use order::{SplitPoint, Word, around, words};

/// A split name, with what is unsure about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SplitName {
    pub(crate) name: Name,
    /// Whether another split is as likely.
    pub(crate) guessed: bool,
    /// Whether the page's own citation has this split.
    pub(crate) in_citation: bool,
}

/// The name in a tag without what is no part of it: footnote marks (`Akram1,2*`), years of birth and death, a role in
/// brackets, "By" before it, the address of an identifier after it.
pub(crate) fn strip_marks(raw: &str) -> &str {
    let mut name = text::split_once(raw, "http").map_or(raw, |parts| parts.0).trim();
    if let Some((by, rest)) = text::split_once(name, " ")
        && by.eq_ignore_ascii_case("by")
    {
        name = rest;
    }
    loop {
        let before = name.len();
        name = name.trim_end_any("0123456789 ,;:*-–†‡§¶#|\u{a0}");
        if name.ends_with_any(")]") {
            let outside = name.rfind_any("([").and_then(|at| name.get(..at));
            name = outside.filter(|name| name.len() > 2).unwrap_or(name);
        }
        if !text::contains_letter(name) {
            return raw.trim();
        }
        if name.len() == before {
            return name;
        }
    }
}

/// Splits a name: `Family, Given`, `Family, Given, Jr.`, or `Given Family`, whose split is taken from the page's own
/// citation where it prints the name, else by rules.
///
/// White space, forms of address and degrees stay: repairs remove them and report it.
pub(crate) fn split(raw: &str, citation: &PageCitation, _context: &Context<'_>) -> SplitName {
    let raw = raw.trim();
    let (core, degrees) = text::split_at(raw, people::trailing_degrees(raw));
    let (person, suffix) = text::split_at(core, core.rfind_any(",").unwrap_or(core.len()));
    let (person, suffix) = match suffix.trim_start_any(",").trim() {
        suffix if people::is_suffix(suffix) => (person, suffix),
        _ => (core, ""),
    };
    let mut split = SplitName::default();
    match text::match_indices(person, ",").as_slice() {
        [] => split = split_natural(person.trim(), citation),
        [comma] => {
            let (family, given) = text::split_at(person, *comma);
            split.name = Name::person(family.trim(), given.trim_start_any(",").trim());
            split_particles(&mut split.name);
        }
        _ => split.name = Name::literal(core),
    }
    let name = &mut split.name;
    if !suffix.is_empty() && name.literal != core {
        name.suffix = suffix.to_owned();
        name.comma_suffix = true;
    }
    // A degree stays at the end of the name, so that the repair which drops it can report it.
    let last = if !name.literal.is_empty() { &mut name.literal } else { &mut name.family };
    last.push_str(degrees);
    split
}

/// Gives the particles fields of their own. German ones are dropped when only the family name is shown.
pub(crate) fn split_particles(name: &mut Name) {
    particles::parse(name);
    let first = name.non_dropping_particle.split_char(' ').next().unwrap_or("");
    if people::is_dropping_particle(first) {
        name.dropping_particle = core::mem::take(&mut name.non_dropping_particle);
    }
}

/// Splits a name without commas: `Given Family`, a mononym, an organisation, or a name in Chinese, Japanese or Korean
/// script.
fn split_natural(core: &str, citation: &PageCitation) -> SplitName {
    if people::is_organisation(core) {
        return SplitName { name: Name::literal(core), ..SplitName::default() };
    }
    if east_asian::is_east_asian(core) {
        let (name, guessed) = east_asian::split(core);
        return SplitName { name, guessed, in_citation: false };
    }
    let mut all = words(core);
    let suffix =
        all.last().filter(|word| all.len() > 2 && people::is_suffix(word.text)).map(|word| word.text);
    if suffix.is_some() {
        all.pop();
    }
    let mut split = SplitName::default();
    // A punctuation mark by itself is no family name: "Noor ." is a mononym.
    let person = match all.as_slice() {
        [_, .., last] if last.text.chars().any(char::is_letter_or_number) => {
            text::split_at(core, last.end()).0
        }
        _ => {
            split.name.family = core.to_owned();
            return split;
        }
    };
    let cited = by_citation(person, &all, citation);
    split.in_citation = cited.is_some();
    let point = cited.unwrap_or_else(|| SplitPoint::by_rules(person, &all));
    let (before, after) = around(person, &all, point.at);
    let (given, family) = if point.family_first { (after, before) } else { (before, after) };
    split.name = Name::person(family, given);
    split.guessed = point.guessed;
    split_particles(&mut split.name);
    if let Some(suffix) = suffix {
        split.name.suffix = suffix.to_owned();
    }
    split
}

/// Where the name is split in the page's own citation.
fn by_citation(person: &str, all: &[Word<'_>], citation: &PageCitation) -> Option<SplitPoint> {
    for at in 1..all.len() {
        let (given, family) = around(person, all, at);
        if citation.has_name(family, given) {
            return Some(SplitPoint { at, ..SplitPoint::default() });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, cited: &str, want: &str, guessed: bool) {
        let split = split(raw, &PageCitation::new(cited), &Context::default());
        let n = &split.name;
        let got =
            [&n.non_dropping_particle, &n.dropping_particle, &n.family, &n.given, &n.suffix, &n.literal];
        assert_eq!(got.map(String::as_str).join("|"), want, "{raw}");
        assert_eq!(split.guessed, guessed, "whether {raw} is a guess");
    }

    #[test]
    fn the_citation_decides() {
        let seed = "Akram, D. Q., & Asif, N. . (2024). Islamic State";
        check("Dr Qudsia Akram", seed, "||Akram|Dr Qudsia||", false);
        check("Noureen  Asif", seed, "||Asif|Noureen ||", false);
        let spanish =
            "Ruiz Ibáñez, M. del C., Puig i Ferrer, J., & da Silva e Souza, J. P. (2023). The Wetlands";
        check("María del Carmen Ruiz Ibáñez", spanish, "||Ruiz Ibáñez|María del Carmen||", false);
        check("Jordi Puig i Ferrer", spanish, "||Puig i Ferrer|Jordi||", false);
        check("João Pedro da Silva e Souza", spanish, "da||Silva e Souza|João Pedro||", false);
        check("Li Wei Chen", "Chen LW, Asif N. Title.", "||Chen|Li Wei||", false);
        check("Ana María López", "López, Ana María, and Bo Ek. “Title.”", "||López|Ana María||", false);
    }

    #[test]
    fn rules_decide_without_a_citation() {
        check("Sana Rizwan", "", "||Rizwan|Sana||", false);
        check("Susan F. Tapert", "", "||Tapert|Susan F.||", false);
        check("Johanna H. van der Berg", "", "van der||Berg|Johanna H.||", false);
        check("Ingrid von Münchhausen", "", "|von|Münchhausen|Ingrid||", false);
        check("Prof. Dr. Ingrid Holm", "", "||Holm|Prof. Dr. Ingrid||", false);
        check("Teven Le Scao", "", "||Le Scao|Teven||", true);
        check("Ahmad bin Abdullah", "", "bin||Abdullah|Ahmad||", true);
        check("Mati ul Rehman", "", "ul||Rehman|Mati||", false);
        check("María Ruiz Ibáñez", "", "||Ibáñez|María Ruiz||", true);
        check("Omar Al-Hassan", "", "||Al-Hassan|Omar||", false);
        check("Martin King Jr.", "", "||King|Martin|Jr.|", false);
        check("Suharto", "", "||Suharto|||", false);
        check("Qudsia AKRAM", "", "||AKRAM|Qudsia||", false);
        check("AKRAM Qudsia", "", "||AKRAM|Qudsia||", false);
        check("JH Smith", "", "||Smith|JH||", false);
        check("Akram QS", "", "||Akram|QS||", false);
        check("van der Berg JH", "", "van der||Berg|JH||", true);
        check("Lý Tiểu Long", "", "||Lý|Tiểu Long||", true);
        check("李小龙", "", "||李|小龙||", true);
        check("李 小龙", "", "||李|小龙||", false);
        check("The HARBOUR Study Group", "", "|||||The HARBOUR Study Group", false);
        check("Siti Aminah, S.Pd., M.Pd.", "", "||Aminah, S.Pd., M.Pd.|Siti||", false);
    }

    #[test]
    fn inverted_names_have_one_reading() {
        check("Okafor, Chinelo Adaeze", "", "||Okafor|Chinelo Adaeze||", false);
        check("van der Berg, Johanna H.", "", "van der||Berg|Johanna H.||", false);
        check("O’Neill, Seán P., Jr.", "", "||O’Neill|Seán P.|Jr.|", false);
        check("Beethoven, Ludwig van", "", "|van|Beethoven|Ludwig||", false);
        check("李, 小龙", "", "||李|小龙||", false);
        check("Akram, Dr Qudsia", "", "||Akram|Dr Qudsia||", false);
    }

    #[test]
    fn marks_are_stripped() {
        let check = |raw: &str, want: &str| assert_eq!(strip_marks(raw), want, "{raw}");
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

    #[test]
    fn several_names_in_one_tag() {
        let check = |text: &str, want: &[&str]| assert_eq!(list(text, false), want, "{text}");
        check("Akram, Qudsia; Asif, Noureen", &["Akram, Qudsia", "Asif, Noureen"]);
        check("Qudsia Akram, Noureen Asif, Bo Ek", &["Qudsia Akram", "Noureen Asif", "Bo Ek"]);
        check("Akram, Qudsia & Asif, Noureen", &["Akram, Qudsia", "Asif, Noureen"]);
        check("Qudsia Akram and Noureen Asif", &["Qudsia Akram", "Noureen Asif"]);
        check("Ministry of Health and Social Care", &["Ministry of Health and Social Care"]);
        check("Smith and Wesson", &["Smith and Wesson"]);
        check("Akram, Qudsia", &["Akram, Qudsia"]);
        check("O’Neill, Seán P., Jr.", &["O’Neill, Seán P., Jr."]);
        check("Akram, Q., Asif, N. A.", &["Akram, Q.", "Asif, N. A."]);
        check("Siti Aminah, S.Pd., M.Pd.", &["Siti Aminah, S.Pd., M.Pd."]);
    }
}
