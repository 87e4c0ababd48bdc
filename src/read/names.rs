//! Names as pages write them, taken apart into family and given name.

use crate::item::{Name, particles, people};
use crate::prelude::*;
use crate::read::cited::Cited;
use crate::text::{self, joined, listed};

/// A name with what is unsure about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) name: Name,
    /// Whether another split is as likely.
    pub(crate) guessed: bool,
    /// Whether the page itself shows the split elsewhere.
    pub(crate) cited: bool,
}

impl Split {
    fn sure(name: Name) -> Split {
        Split { name, guessed: false, cited: false }
    }
}

/// The name in a tag without what is no part of it: marks of footnotes (`Akram1,2*`), years of a life, a role in brackets,
/// "By" in front, the address of an identifier behind.
pub(crate) fn bare(raw: &str) -> &str {
    let mut name = text::cut(raw, "http").map_or(raw, |parts| parts.0).trim();
    for by in ["By ", "by ", "BY "] {
        name = name.strip_prefix(by).unwrap_or(name);
    }
    loop {
        let before = name.len();
        name = name.trim_end_matches(|c: char| c.is_ascii_digit() || " ,;:*-–†‡§¶#|\u{a0}".holds(c));
        if name.ends_with([')', ']']) {
            name = name
                .rfind(['(', '['])
                .and_then(|at| name.get(..at))
                .filter(|name| name.len() > 2)
                .unwrap_or(name);
        }
        if name.len() == before || !name.chars().any(char::is_letter) {
            break;
        }
    }
    if name.chars().any(char::is_letter) { name } else { raw.trim() }
}

/// Takes a name apart: `Family, Given`, `Family, Given, Jr.`, or `Given Family`, whose split is settled by the page's
/// own citation where it prints the name, else by the rules of [`family_start`].
///
/// Blanks inside stay as they are, and so do forms of address and degrees: mending is for repairs, which report it.
pub(crate) fn split(raw: &str, cited: &Cited) -> Split {
    let raw = raw.trim();
    let (core, degrees) = raw.split_at_checked(people::trailing_degrees(raw)).unwrap_or((raw, ""));
    let mut parts = core.splitn(3, ',');
    let first = parts.next().unwrap_or("");
    let mut split = match (parts.next(), parts.next()) {
        (Some(suffix), None) if people::is_suffix(suffix.trim()) => {
            with_suffix(natural(first, cited), suffix)
        }
        (Some(given), None) => inverted(first, given),
        (Some(given), Some(suffix)) if people::is_suffix(suffix.trim()) => {
            with_suffix(inverted(first, given), suffix)
        }
        (Some(_), Some(_)) => Split::sure(Name::literal(core)),
        (None, _) => natural(core, cited),
    };
    // A degree goes back where it stood, so that the repair which drops it can show it.
    let name = &mut split.name;
    let last = if !name.literal.is_empty() { &mut name.literal } else { &mut name.family };
    last.push_str(degrees);
    split
}

fn with_suffix(mut split: Split, suffix: &str) -> Split {
    split.name.suffix = suffix.trim().to_owned();
    split.name.comma_suffix = true;
    split
}

/// `Family, Given`: nothing is open.
fn inverted(family: &str, given: &str) -> Split {
    let mut name = Name::person(family.trim(), given.trim());
    part_particles(&mut name);
    Split::sure(name)
}

/// Gives the particles their own fields. Those that German uses leave when only the family name is shown.
pub(crate) fn part_particles(name: &mut Name) {
    particles::parse(name);
    let first = name.non_dropping_particle.split(' ').next().unwrap_or("");
    if people::is_dropping_particle(first) {
        name.dropping_particle = core::mem::take(&mut name.non_dropping_particle);
    }
}

/// `Given Family`, a mononym, an organisation, or a name in Chinese, Japanese or Korean script.
fn natural(core: &str, cited: &Cited) -> Split {
    let core = core.trim();
    if people::is_organisation(core) {
        return Split::sure(Name::literal(core));
    }
    if core.chars().next().is_some_and(is_cjk) {
        return east_asian(core);
    }
    let all: Vec<Word<'_>> = words(core).gather();
    let suffix = all.last().filter(|word| all.len() > 2 && people::is_suffix(word.text)).copied();
    let all = if suffix.is_some() { all.get(..all.len() - 1).unwrap_or(&[]) } else { &all };
    // A mark that stands alone is no family name: "Noor ." is a mononym.
    let Some(last) = all.last().filter(|word| all.len() > 1 && word.text.contains(char::is_letter_or_number))
    else {
        return Split::sure(Name { family: core.to_owned(), ..Name::default() });
    };
    let person = core.get(..last.end()).unwrap_or(core);
    let shown =
        (1..all.len()).map(|at| cut(person, all, at)).find(|name| cited.has(&name.family, &name.given));
    let mut split = match shown {
        Some(name) => Split { name, guessed: false, cited: true },
        None => unshown(person, all),
    };
    part_particles(&mut split.name);
    if let Some(suffix) = suffix {
        split.name.suffix = suffix.text.to_owned();
    }
    split
}

/// The split of a name that the page shows nowhere else.
fn unshown(person: &str, all: &[Word<'_>]) -> Split {
    if let Some(name) = by_capitals(person, all) {
        return Split::sure(name);
    }
    let last = all.len() - 1;
    let initials = all.get(last).is_some_and(|word| is_bare_initials(word.text));
    let names = all.iter().take(last).all(|word| is_name(word.text));
    if initials && names {
        // "Akram QS": indexes write names so.
        let reversed = cut(person, all, last);
        return Split {
            name: Name::person(reversed.given, reversed.family),
            guessed: last > 1,
            cited: false,
        };
    }
    if all.len() > 2 && is_vietnamese(person) && all.first().is_some_and(|word| listed(VIETNAMESE, word.text))
    {
        let reversed = cut(person, all, 1);
        return Split { name: Name::person(reversed.given, reversed.family), guessed: true, cited: false };
    }
    let start = family_start(all);
    Split { name: cut(person, all, start), guessed: is_guess(all, start), cited: false }
}

/// Vietnamese family names, which come first. Nine in ten Vietnamese have one of these.
const VIETNAMESE: &str = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý";

/// Whether a name has letters that only Vietnamese has.
fn is_vietnamese(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư'))
}

/// Whether a word is initials without dots, as indexes put them behind the family name: one to three capitals.
fn is_bare_initials(word: &str) -> bool {
    (1..4).contains(&word.chars().count()) && word.chars().all(char::is_capital) && !people::is_suffix(word)
}

/// Whether a word is written as a name is: it has small letters, and is not an initial with its dot.
fn is_name(word: &str) -> bool {
    word.chars().any(char::is_small) && !word.ends_with('.')
}

/// The split that a family name in capitals shows.
fn by_capitals(person: &str, all: &[Word<'_>]) -> Option<Name> {
    let capitals: Vec<bool> = all.iter().map(|word| is_capitals(word.text)).gather();
    let count = capitals.iter().filter(|capital| **capital).count();
    if count == 0 || count == all.len() {
        return None;
    }
    if capitals.iter().rev().take(count).all(|capital| *capital) {
        return Some(cut(person, all, all.len() - count));
    }
    if capitals.iter().take(count).all(|capital| *capital) {
        let reversed = cut(person, all, count);
        return Some(Name::person(reversed.given, reversed.family));
    }
    None
}

/// A word of three letters or more, all capitals; shorter ones may be initials.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_letter()).count() > 2
        && !word.holds('.')
        && word.chars().all(|c| !c.is_small())
        && word.chars().any(char::is_capital)
}

/// Cuts before the word at `at`; of the white space there one character goes.
fn cut(person: &str, all: &[Word<'_>], at: usize) -> Name {
    let start = all.get(at).map_or(person.len(), |word| word.start);
    let given = person.get(..start).unwrap_or("");
    let mut chars = given.chars();
    chars.next_back();
    Name::person(person.get(start..).unwrap_or(""), chars.as_str())
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
    word.chars().next().is_some_and(char::is_small)
}

/// Whether another split is as likely: three words or more that are names before the family name ends, or a word that
/// is a particle in one culture and a name in another.
fn is_guess(all: &[Word<'_>], start: usize) -> bool {
    let honorifics = people::leading_honorifics;
    let given = all.get(..start).unwrap_or(&[]).iter();
    let names = given.filter(|word| {
        let titled = joined(&[word.text, " X"]);
        honorifics(&titled) == 0 && !is_initials(word.text)
    });
    let joined = all.get(start).is_some_and(|word| people::is_joined(word.text));
    names.count() > 1 || joined
}

fn is_initials(word: &str) -> bool {
    word.holds('.') || word.chars().count() == 1
}

/// Chinese, Japanese or Korean script: the family name comes first. Without a blank a Chinese or Korean name of two or
/// three characters has a family name of one, a longer one of two; kana tell that a name is Japanese, and then only a
/// blank can tell where it parts.
fn east_asian(core: &str) -> Split {
    if let Some((family, given)) = core.split_once([' ', '\u{3000}']) {
        return Split::sure(Name::person(family, given.trim()));
    }
    let count = core.chars().count();
    let kana = core.chars().any(|c| ('\u{3040}'..'\u{3100}').contains(&c));
    if kana || !(2..=4).contains(&count) {
        return Split::sure(Name::literal(core));
    }
    let family: String = core.chars().take(if count > 3 { 2 } else { 1 }).spell();
    let given = core.get(family.len()..).unwrap_or("").to_owned();
    Split { name: Name::person(family, given), guessed: true, cited: false }
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

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        // The separator's own length is read off the text, for a no-break space has two bytes.
        let separator = text.get(start + word.len()..).and_then(|rest| rest.chars().next());
        at = start + word.len() + separator.map_or(0, char::len_utf8);
        (!word.is_empty()).then_some(Word { text: word, start })
    })
}

/// The names in one tag: Open Journal Systems and most others give each author a tag; some put all into one, parted by
/// semicolons, or by commas when there are several and every part is a name of two words or more. Where `natural` is
/// set no name is inverted, so that every comma parts two names.
pub(crate) fn list(text: &str, natural: bool) -> Vec<&str> {
    let parts = |at: char| text.split(at).map(str::trim).filter(|part| !part.is_empty()).gather();
    let semicolons = parts(';');
    if semicolons.len() > 1 {
        return semicolons;
    }
    for word in [" & ", " and "] {
        let mut parts = text::between(text, word);
        parts.iter_mut().for_each(|part| *part = part.trim());
        let named = |part: &&str| part.holds(' ') && !part.starts_with("the ");
        if parts.len() > 1 && parts.iter().all(named) && !people::is_organisation(text) {
            return parts;
        }
    }
    let core = text.get(..people::trailing_degrees(text)).unwrap_or(text);
    let commas = parts(',');
    if let Some(pairs) = pairs(core, &commas) {
        return pairs;
    }
    let named = |part: &&str| part.holds(' ') && !is_initials(part);
    let several = natural || core.matches(',').count() > 1;
    if several && commas.len() > 1 && commas.iter().all(named) { commas } else { vec![text.trim()] }
}

/// The names in `Akram, Q., Asif, N.`, where every second part is the initials of the family name before it.
fn pairs<'a>(text: &'a str, parts: &[&'a str]) -> Option<Vec<&'a str>> {
    let initials = |part: &str| part.ends_with('.') && part.len() < 12 || is_bare_initials(part);
    let second = parts.iter().skip(1).step_by(2).all(|part| initials(part));
    let first = parts.iter().step_by(2).all(|part| !initials(part));
    if parts.len() < 4 || !parts.len().is_multiple_of(2) || !first || !second {
        return None;
    }
    let mut names = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let comma = rest.find(',')? + 1;
        let end = rest.get(comma..)?.find(',').map_or(rest.len(), |at| comma + at);
        names.push(rest.get(..end)?.trim());
        rest = rest.get(end + 1..).unwrap_or("");
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, cited: &str, want: &str, guessed: bool) {
        let split = split(raw, &Cited::new(cited));
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
