//! The people in front of a reference, or behind "In", "edited by" and the like.

use super::segments::is_initial;
use crate::item::{Name, people};
use crate::prelude::*;
use crate::read::names as name;
use crate::read::page_citation::PageCitation;
use crate::text::{self, concat, list_contains};

/// What a list of names says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct People {
    /// The names, in order.
    pub(super) names: Vec<Name>,
    /// Whether "et al." ends the list.
    pub(super) more: bool,
    /// What the people did, where the list says it: `e` edited, `t` translated; empty for authors.
    pub(super) role: &'static str,
    /// A name whose reading is a guess.
    pub(super) guess: String,
}

/// Words behind a list of names and what the people did, in small letters without dots.
const ROLES: &str = "ed=e|eds=e|editor=e|editors=e|edit=e|hrsg=e|hg=e|hrsgg=e|herausgeber=e|dir=e|dirs=e|coord=e|coords=e|\
    coordinador=e|coordinadores=e|org=e|orgs=e|comp=e|comps=e|éd=e|éds=e|red=e|a cura di=e|\
    trans=t|translator=t|translators=t|trad=t|übers=t";

/// How a list says that there are more, the longer forms first.
const MORE: [&str; 13] = [
    "et al",
    "et. al",
    "et alii",
    "and others",
    "& others",
    "and colleagues",
    "et coll",
    "u. a",
    "u.a",
    "y otros",
    "y cols",
    "e outros",
    "et autres",
];

/// Words that join the last two names.
pub(super) const JOINERS: &str = "and & y e et und i en og och dan ve with et.";

/// Words beside those of [`people::is_organisation`] that organisations carry and persons do not.
const CORPORATE: &str = "bank nations international union watch news times press council service services academy academies \
    authority administration survey alliance forum league party court parliament government police world global national \
    federal european american african asian human rights health development security research statistics fund museum \
    gallery archive archives school college clinic studies royal states republic media press trial";

/// Beginnings of further words of organisations, in other languages.
const CORPORATE_BEGINNINGS: &str = "minister ministè ministér gobierno consejo comisi comiss secretar banco naciones nações \
    observator académ academ akadem bundes verband conseil tribunal senado superintend direcci prefeitur govern \
    kementerian badan statisti eurostat republ asamblea parlament cámara câmara office unesco unicef investigator consorti";

/// Words that join the parts of an organisation's name and stand in no person's.
const INNER: &str = "of for the";

/// What one part between two commas looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `J. D.`
    Initials,
    /// `Jr.`
    Suffix,
    /// `Smith JD`, `Smith J. D.`
    FamilyFirst,
    /// `J. D. Smith`
    InitialsFirst,
    /// Anything else.
    Words,
}

/// A part and whether a joining word stands in front of it.
#[derive(Clone, Copy, Debug)]
struct Part<'a> {
    text: &'a str,
    kind: Kind,
    joined: bool,
}

/// Reads a list of names. What is not one is read as an organisation's name.
pub(super) fn read(block: &str) -> People {
    read_before(block, false)
}

/// Reads a list of names whose last dot may be its own, or, before a date in brackets, is an initial's.
pub(super) fn read_before(block: &str, bracket: bool) -> People {
    let mut people = People::default();
    let unread = block.split(super::draft::READ).find(|piece| piece.contains(char::is_letter));
    let mut block = trimmed(unread.unwrap_or(""));
    loop {
        let before = block.len();
        block = without_role(block, &mut people);
        block = without_more(block, &mut people);
        if block.len() == before {
            break;
        }
    }
    if block.is_empty() {
        return people;
    }
    if is_corporate_list(block) {
        people.names.push(Name::literal(block));
        return people;
    }
    let block = if bracket { block } else { without_last_dot(block) };
    let parts = parts(block);
    if block.contains_char(';') {
        for piece in block.split(';') {
            // "Moher D, Liberati A; PRISMA Group": a list of its own between two semicolons.
            let inner = self::parts(piece);
            let own = inner.len() > 2 || inner.first().is_some_and(|part| part.kind == Kind::FamilyFirst);
            if own {
                walk(&inner, &mut people);
            } else if let Some(part) = parts.iter().find(|part| text::contains(piece, part.text)) {
                push_alone(&mut people, part);
            }
        }
    } else {
        walk(&parts, &mut people);
    }
    people
}

/// `Watson JD, Cohen J.`: the dot behind the last initial ends the list where no other initial has one.
fn without_last_dot(block: &str) -> &str {
    let Some(core) = block.strip_suffix('.') else { return block };
    let Some((before, initial)) = core.rsplit_once(' ') else { return block };
    let single = initial.char_count() < 4 && initial.chars().all(char::is_uppercase_letter);
    let plain = !before.contains_char('.')
        && !before.trim_end().ends_with(',')
        && before.contains(char::is_lowercase_letter);
    let family_first = before
        .rsplit([',', ';'])
        .next()
        .is_some_and(|family| !family.trim().is_empty() && !family.trim().contains_char('.'));
    // "Kuhn, Thomas S." has given names in front of its initial.
    let given = before.rsplit_once(", ").is_some_and(|(_, last)| !last.contains_char(' '))
        && before.matches(',').count() == 1
        && parts(before).iter().all(|part| part.kind == Kind::Words);
    if single && plain && family_first && !given { core } else { block }
}

/// A list without the marks around it; the dot of an initial stays.
fn trimmed(block: &str) -> &str {
    let block = super::draft::bare(block);
    block.trim_end_matches(['(', '[', '–', '-', '—']).trim_end()
}

/// Takes "(Eds.)" or ", editors" off the end.
fn without_role<'a>(block: &'a str, people: &mut People) -> &'a str {
    let core = block.trim_end_matches([')', ']', '.', ' ']);
    for (word, role) in text::table_rows(ROLES) {
        let Some(at) = core.len().checked_sub(word.len()) else { continue };
        let Some((before, found)) = core.split_at_checked(at) else { continue };
        let lead = before.trim_end_matches([' ', ',', '(', '[', '.']);
        let apart = lead.len() < before.len() && !lead.is_empty();
        // A family name may be spelt like one of them: "Smith, J., & Org, K." has no mark but a blank and a capital.
        let marked = before.trim_end().ends_with(['(', '[', ',', '.']);
        if apart && marked && text::to_lowercase(found) == word && !is_initial(found) {
            people.role = role;
            return trimmed(before);
        }
    }
    block
}

/// Takes "et al." off the end.
fn without_more<'a>(block: &'a str, people: &mut People) -> &'a str {
    let core = block.trim_end_matches(['.', ' ', ')', ']']);
    for word in MORE {
        let Some(at) = core.len().checked_sub(word.len()) else { continue };
        let Some((before, found)) = core.split_at_checked(at) else { continue };
        let apart = before.is_empty() || before.ends_with([' ', ',', '.', '(', '[']);
        if apart && found.eq_ignore_ascii_case(word) {
            people.more = true;
            return trimmed(before).trim_end_matches(" and").trim_end_matches([',', ' ']);
        }
    }
    block
}

/// Whether the whole list is the name of one organisation, commas and joining words included.
fn is_corporate_list(block: &str) -> bool {
    if block.contains_char(';') {
        return false;
    }
    let parts = parts(block);
    let whole = parts.len() == 1 && is_corporate(block) && !block.contains_char('.');
    let personal = !whole && parts.iter().any(|part| part.kind != Kind::Words);
    let words = block.split(' ').count();
    let inner = words > 2 && block.split(' ').any(|word| list_contains(INNER, word));
    !personal && (is_corporate(block) || inner || words > 8 && parts.len() < 3) && !inverted_first(&parts)
}

/// Whether the list begins as `Family, Given` of a person does: one word, a comma, words that no organisation has.
fn inverted_first(parts: &[Part<'_>]) -> bool {
    let [first, second, ..] = parts else { return false };
    !first.text.contains_char(' ')
        && !second.joined
        && !has_corporate_word(second.text)
        && second.text.split(' ').count() < 4
}

/// Whether a name is an organisation's: by its words, or an acronym that stands alone.
pub(super) fn is_corporate(name: &str) -> bool {
    let acronym = !name.contains_char(' ')
        && name.len() > 2
        && name.len() < 9
        && name.chars().all(char::is_uppercase_letter);
    acronym || has_corporate_word(name)
}

/// Whether words of an organisation stand in a name.
fn has_corporate_word(name: &str) -> bool {
    if !name.contains_char(' ') {
        return false;
    }
    let known = |word: &str| {
        let word = text::to_lowercase(word.trim_matches(|c: char| !c.is_letter_or_number()));
        !word.is_empty()
            && (list_contains(CORPORATE, &word)
                || CORPORATE_BEGINNINGS.split(' ').any(|start| word.starts_with(start)))
    };
    people::is_organisation(name) || name.split([' ', ',']).any(known)
}

/// Takes a list apart at semicolons, or else at commas and joining words.
fn parts(block: &str) -> Vec<Part<'_>> {
    let semicolons = block.contains_char(';');
    let mut parts = Vec::new();
    for piece in block.split(if semicolons { ';' } else { ',' }) {
        let mut rest = piece.trim();
        let mut joined = false;
        if let Some((word, after)) = rest.split_once(' ')
            && list_contains(JOINERS, word)
        {
            (rest, joined) = (after.trim(), true);
        }
        while let Some((before, after)) = cut_at_joiner(rest) {
            push_part(&mut parts, before, joined);
            (rest, joined) = (after, true);
        }
        push_part(&mut parts, rest, joined);
    }
    parts
}

/// What stands before and after the first joining word inside a part. One capital letter between names is an initial
/// in some languages, so `E` and `Y` join only as small letters.
fn cut_at_joiner(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let length = rest.find(' ')?;
        let after = rest.get(length + 1..)?;
        let word = after.split(' ').next().unwrap_or("");
        let (before, behind) = (text.get(..at + length)?, after.get(word.len()..)?.trim_start());
        let sign = word == "&" || word == "and";
        // "Puig i Ferrer" and "Ortega y Gasset" are one name: only between whole names does such a word join.
        let whole = before.contains_char(' ') && (behind.contains_char(' ') || behind.contains_char(','))
            || is_initial(last(before));
        if !behind.is_empty() && !before.is_empty() && list_contains(JOINERS, word) && (sign || whole) {
            return Some((before, behind));
        }
        at += length + 1;
    }
    None
}

fn last(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or("").trim_end_matches('.')
}

fn push_part<'a>(parts: &mut Vec<Part<'a>>, text: &'a str, joined: bool) {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '…');
    let text = text.trim_start_matches(['.', ' ']);
    if text.contains(char::is_letter_or_number) {
        parts.push(Part { text, kind: kind(text), joined });
    }
}

/// Whether a word is made of initials, with or without dots, or is a given name cut down to its first letters (`Th.`).
pub(super) fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_letter()).count();
    let clean = word.chars().all(|c| c.is_letter() || matches!(c, '.' | '-' | '‐' | '’' | '\''));
    let capitals = word.chars().filter(|c| c.is_uppercase_letter()).count();
    let short = word.ends_with('.') && letters < 4 && word.starts_with(char::is_uppercase_letter);
    clean
        && letters > 0
        && (capitals == letters && (letters < 4 || word.contains_char('.'))
            || short && !list_contains("Jr. Sr.", word))
}

fn kind(text: &str) -> Kind {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect_vec();
    let particle = |word: &&&str| people::is_particle(word) || people::is_dropping_particle(word);
    if people::is_suffix(text) || list_contains("2nd 3rd", text) {
        return Kind::Suffix;
    }
    let initials = words.iter().filter(|word| is_initials(word)).count();
    let particles = words.iter().filter(particle).count();
    if initials > 0
        && initials + particles == words.len()
        && words.first().is_some_and(|word| is_initials(word))
    {
        return Kind::Initials;
    }
    let core: Vec<&&str> = words.iter().filter(|word| !people::is_suffix(word)).collect_vec();
    let (first, last) = (core.first().map_or("", |word| word), core.last().map_or("", |word| word));
    if core.len() > 1 && is_initials(last) && !is_initials(first) {
        let family = core.iter().take_while(|word| !is_initials(word)).count();
        // "Thomas S." is a given name; "Smith J. A." and "Smith JA" are names.
        return if core.iter().skip(family).all(|word| is_initials(word)) {
            Kind::FamilyFirst
        } else {
            Kind::Words
        };
    }
    if core.len() > 1 && is_initials(first) && !is_initials(last) {
        return Kind::InitialsFirst;
    }
    Kind::Words
}

/// Reads the parts of a list that has no semicolons.
fn walk(parts: &[Part<'_>], people: &mut People) {
    let part = |at: usize| parts.get(at).copied();
    let inverted = all_inverted(parts);
    let mut at = 0;
    while let Some(here) = part(at) {
        at += 1;
        let next = part(at).filter(|next| !next.joined);
        match here.kind {
            Kind::Suffix => {
                if let Some(name) = people.names.last_mut() {
                    here.text.clone_into(&mut name.suffix);
                }
            }
            Kind::Words | Kind::Initials | Kind::FamilyFirst
                if next.is_some_and(|next| {
                    let first = at == 1 && here.kind != Kind::Initials && is_given(here, next, parts);
                    next.kind == Kind::Initials || inverted || first
                }) =>
            {
                let given = next.map_or("", |next| next.text);
                push_inverted(people, here.text, given);
                at += 1;
            }
            // `King, Jr., M. L.`: the suffix stands between the two.
            Kind::Words
                if next.is_some_and(|next| next.kind == Kind::Suffix)
                    && part(at + 1).is_some_and(|part| part.kind == Kind::Initials) =>
            {
                push_inverted(people, here.text, part(at + 1).map_or("", |part| part.text));
                if let (Some(name), Some(next)) = (people.names.last_mut(), next) {
                    next.text.clone_into(&mut name.suffix);
                }
                at += 2;
            }
            _ => push_alone(people, &here),
        }
    }
}

/// Whether every name is turned round: a comma stands behind the last joining word as well.
fn all_inverted(parts: &[Part<'_>]) -> bool {
    let words = parts.iter().all(|part| matches!(part.kind, Kind::Words | Kind::FamilyFirst));
    let last = parts.iter().rposition(|part| part.joined);
    words && last.is_some_and(|last| last + 2 == parts.len()) && parts.len().is_multiple_of(2)
}

/// Whether the second part of a list is the given name of the first: `Kuhn, Thomas S.`, `García Márquez, Gabriel`, but
/// not `Leslie Lamport, Robert Shostak`.
fn is_given(here: Part<'_>, next: Part<'_>, parts: &[Part<'_>]) -> bool {
    if next.kind == Kind::InitialsFirst {
        // "Fair, C. Christine"
        return !here.text.contains_char(' ') && parts.len() == 2;
    }
    if !matches!(next.kind, Kind::Words | Kind::FamilyFirst)
        || has_corporate_word(here.text)
        || has_corporate_word(next.text)
    {
        return false;
    }
    let particle = here.text.starts_with(char::is_lowercase_letter);
    let several = |text: &str| text.contains_char(' ');
    if here.kind == Kind::FamilyFirst {
        return false;
    }
    !several(here.text)
        || particle
        || !several(next.text)
        || parts.len() == 2 && next.kind == Kind::FamilyFirst
}

fn push_inverted(people: &mut People, family: &str, given: &str) {
    let split = name::split(&concat(&[family, ", ", given]), &PageCitation::new(""));
    people.names.push(split.name);
}

/// A family name with a dot where a comma is due: `Muzharay. F`.
fn undotted(family: &str) -> &str {
    let bare = family.trim_end_matches(['.', ',', ' ']);
    if bare.chars().filter(|c| c.is_letter()).count() > 2 { bare } else { family }
}

/// A name that no comma takes apart.
fn push_alone(people: &mut People, part: &Part<'_>) {
    let text = part.text;
    match part.kind {
        Kind::FamilyFirst if !text.contains_char(',') => {
            let at = initials_start(text);
            let (family, given) = text::split_at(text, at);
            let (given, suffix) = match given.trim().rsplit_once(' ') {
                Some((given, last)) if people::is_suffix(last) || list_contains("2nd 3rd", last) => {
                    (given, last)
                }
                _ => (given.trim(), ""),
            };
            push_inverted(people, undotted(family.trim()), given);
            if let Some(name) = people.names.last_mut().filter(|_| !suffix.is_empty()) {
                suffix.clone_into(&mut name.suffix);
            }
        }
        // "FHC Crick": capitals in front of a name are initials, and no family name in capitals.
        Kind::InitialsFirst
            if text
                .split(' ')
                .next()
                .is_some_and(|first| first.len() > 2 && first.chars().all(char::is_uppercase_letter)) =>
        {
            let (given, family) = text.split_once(' ').unwrap_or((text, ""));
            push_inverted(people, family, given);
        }
        Kind::FamilyFirst | Kind::Initials | Kind::InitialsFirst => natural(people, text),
        Kind::Words | Kind::Suffix if is_corporate(text) => people.names.push(Name::literal(text)),
        Kind::Words | Kind::Suffix => natural(people, text),
    }
}

fn natural(people: &mut People, text: &str) {
    // "Ibn Khaldun": a name of one part, which its first word makes one.
    if text.split_once(' ').is_some_and(|(first, rest)| people::is_joined(first) && !rest.contains_char(' '))
    {
        people.names.push(Name { family: text.to_owned(), ..Name::default() });
        return;
    }
    let split = name::split(text, &PageCitation::new(""));
    if split.guessed && people.guess.is_empty() {
        text.clone_into(&mut people.guess);
    }
    if !split.name.is_empty() {
        people.names.push(split.name);
    }
}

/// Where the initials behind a family name begin.
fn initials_start(text: &str) -> usize {
    let mut at = 0;
    for word in text.split(' ') {
        if at > 0 && is_initials(word) {
            return at;
        }
        at += word.len() + 1;
    }
    text.len()
}
