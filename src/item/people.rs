//! Words that stand around names: forms of address, degrees, particles, suffixes, words of organisations.
//!
//! Readers need them to take a name apart, repairs to drop what is not part of it. A word that may as well be a name
//! counts only in a spelling that no name has.

use crate::prelude::*;
use crate::text::{self, listed};

/// Forms of address and academic titles that are no names, in any spelling.
const HONORIFICS: &str = "dr dra drs drg prof profa professor professeur profesor profesora professora mr mrs ms mx engr mme \
    mlle herr frau phdr rndr mudr mvdr judr paeddr thdr pharmdr mgr dott dottssa doç öğr arş yrd shri \
    smt";

/// Forms of address that are such only with a dot, for without it they are words of names.
const DOTTED_HONORIFICS: &str =
    "ing ir doc lic rev hon fr sr sra adv arch er capt col lt maj gen dipl doz univ hj gör bc miss sir";

/// Words that make a title only in front of another title: "Assoc. Prof.", "Priv.-Doz. Dr.".
const RANKS: &str =
    "assoc assist asst associate assistant adjunct emeritus ao apl priv hc habil tit dipl univ üyesi ing";

/// Degrees and memberships after a name, without dots and in lower case, that no initials look like.
const DEGREES: &str = "phd dphil edd dsc drsc csc scd msc bsc mphil mba mph mbbs mbchb frcp frcs facp facs fapa pharmd psyd \
    dnp msn bsn mlis llm llb lld dds dvm spd mpd ssi msi skom mkom ssos msos shum mhum skep mkep skm mkm \
    spsi mpsi sag mag sip mip mtech btech meng beng mres med drph fhea";

/// Degrees that initials may look like; they count beside one of [`DEGREES`], or after a comma of their own.
const SHORT_DEGREES: &str = "md ma ms ba bs jd rn se sh mh st mt mm do ca ak pt ot";

/// Particles that stay with the family name, in lower case as they are written in names.
const PARTICLES: &str = "van der den de del della degli di da das do dos du des la las le les lo los el al ter ten te 't ’t \
    op af av dal dalla";

/// German particles, which leave when only the family name is shown (Duden; CSL's `dropping-particle`).
const DROPPING_PARTICLES: &str = "von zu vom zum zur";

/// Words inside a family name that make it one: son of, and capitalised particles.
const JOINED: &str = "bin binti binte ibn bint ben abu abd St. Saint San Santa Van Von De Del Della Di Da Dos Du La Le El \
    Al Ben Bin Ibn Abu Mac Ó Ní Ter";

/// Words that join two family names: Puig *i* Ferrer, Silva *e* Souza, Ortega *y* Gasset.
const CONNECTIVES: &str = "i e y und";

/// Suffixes that distinguish members of a family.
const SUFFIXES: &str = "Jr Jr. Sr Sr. II III IV Júnior Filho Neto";

/// Words, or beginnings of words, that only organisations carry.
const ORGANISATIONS: &str = "universi institut committee comité consorti organi associat asocia associa society sociedad ministr \
    departament department foundation fundaci fundaç commission council collaborat group network trust \
    agency centre center centro federation laborator initiative project board office bureau hospital \
    investigators team redaktion redacc editorial corporation company library";

/// How many bytes of a name are forms of address in front of it; 0 where none are, or where nothing would be left.
pub fn leading_honorifics(name: &str) -> usize {
    let mut taken = 0;
    let mut at = 0;
    let mut pending_rank = false;
    while let Some((word, end, dotted)) = titled_word(name, at) {
        let is_title = listed(HONORIFICS, &word) || dotted && listed(DOTTED_HONORIFICS, &word);
        let is_rank = listed(RANKS, &word) && (dotted || word.chars().count() > 3);
        // "h. c." and "habil." count after a title, ranks before one.
        let follows =
            taken > 0 && dotted && (matches!(word.as_str(), "h" | "c") && name_has_hc(name) || is_rank);
        if is_title || follows {
            taken = end;
            pending_rank = false;
        } else if is_rank && (dotted || !pending_rank) {
            pending_rank = true;
        } else {
            break;
        }
        at = end;
    }
    let rest = name.get(taken..).unwrap_or("");
    if rest.chars().any(char::is_letter) { taken } else { 0 }
}

/// Whether `h. c.` (honoris causa) stands in the name, so that its letters are no initials.
fn name_has_hc(name: &str) -> bool {
    text::contains(name, "h.c.") || text::contains(name, "h. c.")
}

/// The word at `at` in lower case, where what follows it begins, and whether a dot ends it. A word must be followed by
/// a dot, a blank or a hyphen: "Dr.Akram" has one, "Drew" and the last word have none.
fn titled_word(name: &str, at: usize) -> Option<(String, usize, bool)> {
    let rest = name.get(at..)?;
    let length = rest.find(|c: char| !c.is_letter())?;
    let word = rest.get(..length)?;
    let after = rest.get(length..)?;
    let dotted = after.starts_with('.');
    let tail = after.trim_start_of(".- \u{a0}");
    // A hyphen alone joins two names ("Dr-Hassan" is nobody's title).
    if word.is_empty() || !dotted && !after.starts_in(" \u{a0}") {
        return None;
    }
    Some((text::lower(word), name.len() - tail.len(), dotted))
}

/// Where the degrees after a name begin, the comma or blank before them included; the name's length where there are
/// none, or where nothing would be left.
pub fn trailing_degrees(name: &str) -> usize {
    let mut cut = name.trim_end().len();
    let mut certain = false;
    let mut candidate = cut;
    while let Some((start, word, comma)) = last_word(name, candidate) {
        let plain = text::lower(&text::without(word, "."));
        if listed(DEGREES, &plain) && !looks_like_a_name(word) {
            certain = true;
            candidate = start;
            cut = start;
        } else if listed(SHORT_DEGREES, &plain) && !looks_like_a_name(word) {
            candidate = start;
            let before = name.get(..start).unwrap_or("");
            // "Akram, Qudsia, MD" and "Qudsia Akram, MD", but not "Akram, M.A."
            let apart = comma && (before.holds(',') || plain == "md" && before.holds(' '));
            if certain || apart {
                cut = start;
            }
        } else {
            break;
        }
    }
    if cut == name.trim_end().len() || !name.get(..cut).is_some_and(|rest| rest.chars().any(char::is_letter))
    {
        return name.len();
    }
    cut
}

/// The last word before `end`: where the separator before it begins, the word, and whether a comma parts it off.
fn last_word(name: &str, end: usize) -> Option<(usize, &str, bool)> {
    let head = name.get(..end)?.trim_end_of(" ,\u{a0}");
    let at = head.rfind_any(" ,\u{a0}")?;
    let word = head.get(at..)?.trim_start_of(" ,\u{a0}");
    let before = head.get(..at + 1)?.trim_end_of(" \u{a0}");
    let comma = before.ends_with(',');
    let start = before.trim_end_of(" ,\u{a0}").len();
    (!word.is_empty()).then_some((start, word, comma))
}

/// Whether a word is written like a name: a capital and small letters with a vowel, no dot inside (`Sag`, `Med`; not
/// `PhD`, `Phd`, `S.Ag.`).
fn looks_like_a_name(word: &str) -> bool {
    let mut chars = word.trim_end_matches('.').chars();
    chars.next().is_some_and(char::is_capital) && chars.all(char::is_small) && word.holds_any("aeiouy")
}

/// Whether a word is a particle that stays with the family name.
pub fn is_particle(word: &str) -> bool {
    listed(PARTICLES, word)
}

/// Whether a word is a particle that leaves when only the family name is shown.
pub fn is_dropping_particle(word: &str) -> bool {
    listed(DROPPING_PARTICLES, word)
}

/// Whether a word before the last one belongs to the family name.
pub fn is_joined(word: &str) -> bool {
    listed(JOINED, word)
}

/// Whether a word joins two family names.
pub fn is_connective(word: &str) -> bool {
    listed(CONNECTIVES, word)
}

/// Whether a word is a suffix such as `Jr.`
pub fn is_suffix(word: &str) -> bool {
    listed(SUFFIXES, word)
}

/// Whether a name is an organisation's, by its words.
pub fn is_organisation(name: &str) -> bool {
    let name = text::lower(name);
    let mut words = name.split(|c: char| !c.is_letter_or_number()).filter(|word| !word.is_empty());
    name.split(' ').count() > 1
        && words.any(|word| ORGANISATIONS.split(' ').any(|start| word.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honorifics_in_front() {
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
    fn degrees_behind() {
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
