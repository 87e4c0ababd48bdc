//! Names as pages write them, taken apart into family and given name.

use crate::item::{Name, particles, people};
use crate::prelude::*;
use crate::read::page_citation::PageCitation;
use crate::text::{self, concat, list_contains};

/// A name with what is unsure about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SplitName {
    pub(crate) name: Name,
    /// Whether another split is as likely.
    pub(crate) guessed: bool,
    /// Whether the page itself shows the split elsewhere.
    pub(crate) cited: bool,
}

/// The name in a tag without what is no part of it: marks of footnotes (`Akram1,2*`), years of a life, a role in brackets,
/// "By" in front, the address of an identifier behind.
pub(crate) fn bare(raw: &str) -> &str {
    let mut name = text::split_once(raw, "http").map_or(raw, |parts| parts.0).trim();
    if let Some((by, rest)) = text::split_once(name, " ")
        && list_contains("By by BY", by)
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

/// Takes a name apart: `Family, Given`, `Family, Given, Jr.`, or `Given Family`, whose split is settled by the page's
/// own citation where it prints the name, else by the rules of [`family_start`].
///
/// Blanks inside stay as they are, and so do forms of address and degrees: mending is for repairs, which report it.
pub(crate) fn split(raw: &str, cited: &PageCitation) -> SplitName {
    let raw = raw.trim();
    let (core, degrees) = text::split_at(raw, people::trailing_degrees(raw));
    let (person, suffix) = text::split_at(core, core.rfind_any(",").unwrap_or(core.len()));
    let (person, suffix) = match suffix.trim_start_any(",").trim() {
        suffix if people::is_suffix(suffix) => (person, suffix),
        _ => (core, ""),
    };
    let mut split = SplitName::default();
    match text::match_indices(person, ",").as_slice() {
        [] => split = natural(person.trim(), cited),
        [comma] => {
            // `Family, Given`: nothing is open.
            let (family, given) = text::split_at(person, *comma);
            split.name = Name::person(family.trim(), given.trim_start_any(",").trim());
            part_particles(&mut split.name);
        }
        _ => split.name = Name::literal(core),
    }
    let name = &mut split.name;
    if !suffix.is_empty() && name.literal != core {
        name.suffix = suffix.to_owned();
        name.comma_suffix = true;
    }
    // A degree goes back where it stood, so that the repair which drops it can show it.
    let last = if !name.literal.is_empty() { &mut name.literal } else { &mut name.family };
    last.push_str(degrees);
    split
}

/// Gives the particles their own fields. Those that German uses leave when only the family name is shown.
pub(crate) fn part_particles(name: &mut Name) {
    particles::parse(name);
    let first = name.non_dropping_particle.split_char(' ').next().unwrap_or("");
    if people::is_dropping_particle(first) {
        name.dropping_particle = core::mem::take(&mut name.non_dropping_particle);
    }
}

/// `Given Family`, a mononym, an organisation, or a name in Chinese, Japanese or Korean script.
fn natural(core: &str, cited: &PageCitation) -> SplitName {
    if people::is_organisation(core) {
        return SplitName { name: Name::literal(core), ..SplitName::default() };
    }
    if core.chars().next().is_some_and(is_cjk) {
        return east_asian(core);
    }
    let mut all = words(core);
    let suffix =
        all.last().filter(|word| all.len() > 2 && people::is_suffix(word.text)).map(|word| word.text);
    if suffix.is_some() {
        all.pop();
    }
    let mut split = SplitName::default();
    // A mark that stands alone is no family name: "Noor ." is a mononym.
    let person = match all.as_slice() {
        [_, .., last] if last.text.chars().any(char::is_letter_or_number) => {
            text::split_at(core, last.end()).0
        }
        _ => {
            split.name.family = core.to_owned();
            return split;
        }
    };
    let mut cut = SplitPoint::default();
    for at in 1..all.len() {
        let (given, family) = parts(person, &all, at);
        if !split.cited && cited.has(family, given) {
            split.cited = true;
            cut.at = at;
        }
    }
    if !split.cited {
        cut = unshown(person, &all);
    }
    let (before, behind) = parts(person, &all, cut.at);
    let (given, family) = if cut.reversed { (behind, before) } else { (before, behind) };
    split.name = Name::person(family, given);
    split.guessed = cut.guessed;
    part_particles(&mut split.name);
    if let Some(suffix) = suffix {
        split.name.suffix = suffix.to_owned();
    }
    split
}

/// Where a name parts, whether the family name comes first, and whether another split is as likely.
#[derive(Default)]
struct SplitPoint {
    at: usize,
    reversed: bool,
    guessed: bool,
}

/// The split of a name that the page shows nowhere else.
fn unshown(person: &str, all: &[Word<'_>]) -> SplitPoint {
    if let Some(cut) = by_capitals(all) {
        return cut;
    }
    let last = all.len() - 1;
    let word = |at: usize| all.get(at).map_or("", |word| word.text);
    if is_bare_initials(word(last)) && all.iter().take(last).all(|word| is_name(word.text)) {
        // "Akram QS": indexes write names so.
        return SplitPoint { at: last, reversed: true, guessed: last > 1 };
    }
    if last > 1 && is_vietnamese(person) && list_contains(VIETNAMESE, word(0)) {
        return SplitPoint { at: 1, reversed: true, guessed: true };
    }
    let start = family_start(all);
    SplitPoint { at: start, reversed: false, guessed: is_guess(all, start) }
}

/// Vietnamese family names, which come first. Nine in ten Vietnamese have one of these.
const VIETNAMESE: &str = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý";

/// Whether a name has letters that only Vietnamese has.
fn is_vietnamese(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư'))
}

/// Whether a word is initials without dots, as indexes put them behind the family name: one to three capitals.
fn is_bare_initials(word: &str) -> bool {
    (1..4).contains(&word.char_count())
        && word.chars().all(char::is_uppercase_letter)
        && !people::is_suffix(word)
}

/// Whether a word is written as a name is: it has small letters, and is not an initial with its dot.
fn is_name(word: &str) -> bool {
    word.chars().any(char::is_lowercase_letter) && !word.ends_with('.')
}

/// The split that a family name in capitals shows: the only words in capitals begin the name or end it.
fn by_capitals(all: &[Word<'_>]) -> Option<SplitPoint> {
    let (mut first, mut end, mut count) = (all.len(), 0, 0);
    for (at, word) in all.iter().enumerate() {
        if is_capitals(word.text) {
            first = first.min(at);
            end = at + 1;
            count += 1;
        }
    }
    let (begins, ends) = (first == 0, end == all.len());
    if end - first.min(end) != count || begins == ends {
        return None;
    }
    Some(SplitPoint { at: if begins { end } else { first }, reversed: begins, guessed: false })
}

/// A word of three letters or more, all capitals; shorter ones may be initials.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_letter()).count() > 2
        && !word.contains_char('.')
        && word.chars().all(|c| !c.is_lowercase_letter())
        && word.chars().any(char::is_uppercase_letter)
}

/// What stands before the word at `at`, and the rest; of the white space between them one character goes.
fn parts<'a>(person: &'a str, all: &[Word<'_>], at: usize) -> (&'a str, &'a str) {
    let (before, behind) = text::split_at(person, all.get(at).map_or(person.len(), |word| word.start));
    let mut before = before.chars();
    before.next_back();
    (before.as_str(), behind)
}

/// Which word begins the family name, as a rule: the last word, with the particles before it ("van der Berg"), with
/// words that make one name with it ("bin Abdullah", "Le Scao"), and with a second name joined to it ("Silva e Souza").
fn family_start(all: &[Word<'_>]) -> usize {
    let word = |at: usize| all.get(at).map_or("", |word| word.text);
    let mut at = all.len() - 1;
    if at > 2 && people::is_connective(word(at - 1)) {
        at -= 2;
    }
    while at > 1 && (is_small(word(at - 1)) || people::is_joined(word(at - 1))) {
        at -= 1;
    }
    at
}

/// Whether a word begins with a small letter, as particles do.
fn is_small(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase_letter)
}

/// Whether another split is as likely: three words or more that are names before the family name ends, or a word that
/// is a particle in one culture and a name in another.
fn is_guess(all: &[Word<'_>], start: usize) -> bool {
    let mut names = 0;
    for word in all.iter().take(start) {
        let titled = people::leading_honorifics(&concat(&[word.text, " X"])) > 0;
        names += if titled || is_initials(word.text) { 0 } else { 1 };
    }
    names > 1 || all.get(start).is_some_and(|word| people::is_joined(word.text))
}

fn is_initials(word: &str) -> bool {
    word.contains_char('.') || word.char_count() == 1
}

/// Chinese, Japanese or Korean script: the family name comes first. Without a blank a Chinese or Korean name of two or
/// three characters has a family name of one, a longer one of two; kana tell that a name is Japanese, and then only a
/// blank can tell where it parts.
fn east_asian(core: &str) -> SplitName {
    let family = text::before_any(core, " \u{3000}");
    let mut split = SplitName::default();
    if family.len() < core.len() {
        split.name = Name::person(family, text::split_at(core, family.len()).1.trim());
        return split;
    }
    let count = core.char_count();
    let kana = core.chars().any(|c| ('\u{3040}'..'\u{3100}').contains(&c));
    if kana || !(2..=4).contains(&count) {
        split.name = Name::literal(core);
        return split;
    }
    let at = core.char_indices().nth(if count > 3 { 2 } else { 1 }).map_or(0, |(at, _)| at);
    let (family, given) = text::split_at(core, at);
    SplitName { name: Name::person(family, given), guessed: true, cited: false }
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// A word and where it starts, in bytes.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    text: &'a str,
    start: usize,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split_whitespace() {
        let start = at + text::find(text::split_at(text, at).1, word).unwrap_or(0);
        at = start + word.len();
        words.push(Word { text: word, start });
    }
    words
}

/// The names in one tag: Open Journal Systems and most others give each author a tag; some put all into one, parted by
/// semicolons, or by commas when there are several and every part is a name of two words or more. Where `natural` is
/// set no name is inverted, so that every comma parts two names.
pub(crate) fn list(text: &str, natural: bool) -> Vec<&str> {
    let semicolons = text::split_any(text, ";");
    if semicolons.len() > 1 {
        return semicolons;
    }
    for word in [" & ", " and "] {
        let mut parts = text::split_str(text, word);
        parts.iter_mut().for_each(|part| *part = part.trim());
        let named = |part: &&str| part.contains_char(' ') && !part.starts_with("the ");
        if parts.len() > 1 && parts.iter().all(named) && !people::is_organisation(text) {
            return parts;
        }
    }
    let core = text::split_at(text, people::trailing_degrees(text)).0;
    let places = text::match_indices(core, ",");
    let commas = text::split_any(text, ",");
    // In `Akram, Q., Asif, N.` every second part is the initials of the family name before it.
    let initials = |part: &str| part.ends_with('.') && part.len() < 12 || is_bare_initials(part);
    let mut in_pairs = commas.iter().enumerate().map(|(at, part)| initials(part) == (at % 2 == 1));
    if commas.len() > 3 && commas.len().is_multiple_of(2) && in_pairs.all(|fits| fits) {
        return pairs(core, &places);
    }
    let named = |part: &&str| part.contains_char(' ') && !is_initials(part);
    let several = natural || places.len() > 1;
    if several && commas.len() > 1 && commas.iter().all(named) { commas } else { vec![text.trim()] }
}

/// The parts of a text between every second of its commas.
fn pairs<'a>(text: &'a str, commas: &[usize]) -> Vec<&'a str> {
    let mut pairs = Vec::new();
    let mut from = 0;
    for comma in commas.iter().skip(1).step_by(2).chain([&text.len()]) {
        pairs.push(text.get(from..*comma).unwrap_or("").trim());
        from = comma + 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, cited: &str, want: &str, guessed: bool) {
        let split = split(raw, &PageCitation::new(cited));
        let n = &split.name;
        let got =
            [&n.non_dropping_particle, &n.dropping_particle, &n.family, &n.given, &n.suffix, &n.literal];
        assert_eq!(got.map(String::as_str).join("|"), want, "{raw}");
        assert_eq!(split.guessed, guessed, "whether {raw} is a guess");
    }

    #[test]
    fn names_settled_by_the_citation() {
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
    fn names_split_by_rule() {
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
    fn names_inverted() {
        check("Okafor, Chinelo Adaeze", "", "||Okafor|Chinelo Adaeze||", false);
        check("van der Berg, Johanna H.", "", "van der||Berg|Johanna H.||", false);
        check("O’Neill, Seán P., Jr.", "", "||O’Neill|Seán P.|Jr.|", false);
        check("Beethoven, Ludwig van", "", "|van|Beethoven|Ludwig||", false);
        check("李, 小龙", "", "||李|小龙||", false);
        check("Akram, Dr Qudsia", "", "||Akram|Dr Qudsia||", false);
    }

    #[test]
    fn what_is_no_part_of_a_name_goes() {
        let check = |raw: &str, want: &str| assert_eq!(bare(raw), want, "{raw}");
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
