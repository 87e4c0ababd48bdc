//! Lists of names: the people in front of a reference, or after "In", "edited by" and the like.

use super::name_parts::{Kind, Part, initials_start, is_suffix, parts};
use crate::item::{Name, people};
use crate::prelude::*;
use crate::read::values;
use crate::references::lexicon::organisations::{has_organisation_word, is_organisation};
use crate::references::sentences::{is_initial, trim_marks};
use crate::references::tokens::CLAIMED;
use crate::text::{self, list_contains};
use crate::vocabulary::Variable;

/// What a list of names contains.
#[derive(Debug, Default, PartialEq)]
pub(in crate::references) struct People {
    /// The names, in order.
    pub(in crate::references) names: Vec<Name>,
    /// Whether "et al." ends the list.
    pub(in crate::references) more: bool,
    /// Editor or translator, where the list names the role.
    pub(in crate::references) role: Option<Variable>,
    /// The first name of which another reading is as good; empty where there is none.
    pub(in crate::references) guessed: String,
}

/// Words after a list of names and the role of the people, in small letters without dots.
const ROLES: &[(&str, Variable)] = &[
    ("ed", Variable::Editor),
    ("eds", Variable::Editor),
    ("editor", Variable::Editor),
    ("editors", Variable::Editor),
    ("edit", Variable::Editor),
    ("hrsg", Variable::Editor),
    ("hg", Variable::Editor),
    ("hrsgg", Variable::Editor),
    ("herausgeber", Variable::Editor),
    ("dir", Variable::Editor),
    ("dirs", Variable::Editor),
    ("coord", Variable::Editor),
    ("coords", Variable::Editor),
    ("coordinador", Variable::Editor),
    ("coordinadores", Variable::Editor),
    ("org", Variable::Editor),
    ("orgs", Variable::Editor),
    ("comp", Variable::Editor),
    ("comps", Variable::Editor),
    ("éd", Variable::Editor),
    ("éds", Variable::Editor),
    ("red", Variable::Editor),
    ("a cura di", Variable::Editor),
    ("trans", Variable::Translator),
    ("translator", Variable::Translator),
    ("translators", Variable::Translator),
    ("trad", Variable::Translator),
    ("übers", Variable::Translator),
];

/// Words for further people at the end of a list, the longer forms first.
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

/// Words that join the parts of an organisation's name and are in no person's.
const INNER: &str = "of for the";

/// Reads a list of names. What is not one is read as an organisation's name.
pub(in crate::references) fn name_list(block: &str) -> People {
    read(block, false)
}

/// The same for a list before a date in brackets, where the last dot is an initial's and ends no sentence.
pub(in crate::references) fn name_list_before_bracket(block: &str) -> People {
    read(block, true)
}

fn read(block: &str, before_bracket: bool) -> People {
    let mut people = People::default();
    let unclaimed = block.split(CLAIMED).find(|part| part.contains(char::is_letter));
    let mut block = trimmed(unclaimed.unwrap_or(""));
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
    if is_one_organisation(block) {
        people.names.push(Name::literal(block));
        return people;
    }
    let block = if before_bracket { block } else { without_last_dot(block) };
    let parts = parts(block);
    if block.contains(';') {
        between_semicolons(&parts, &mut people);
    } else {
        between_commas(&parts, &mut people);
    }
    people
}

/// Reads the names between semicolons, each of which may be a list of its own: `Moher D, Liberati A; PRISMA Group`.
fn between_semicolons(parts: &[Part<'_>], people: &mut People) {
    for part in parts {
        let inner = self::parts(part.text);
        let is_list = inner.len() > 2 || inner.first().is_some_and(|part| part.kind == Kind::FamilyFirst);
        if is_list {
            between_commas(&inner, people);
        } else {
            push_alone(people, part);
        }
    }
}

/// `Watson JD, Cohen J.`: the dot after the last initial ends the list where no other initial has one.
fn without_last_dot(block: &str) -> &str {
    let Some(core) = block.strip_suffix('.') else { return block };
    let Some((before, initial)) = core.rsplit_once(' ') else { return block };
    let single = initial.chars().count() < 4 && initial.chars().all(char::is_uppercase_letter);
    let plain = !before.contains('.')
        && !before.trim_end().ends_with(',')
        && before.contains(char::is_lowercase_letter);
    let family_first = before
        .rsplit([',', ';'])
        .next()
        .is_some_and(|family| !family.trim().is_empty() && !family.trim().contains('.'));
    // "Kuhn, Thomas S." has given names in front of its initial.
    let given = before.rsplit_once(", ").is_some_and(|(_, last)| !last.contains(' '))
        && before.matches(',').count() == 1
        && parts(before).iter().all(|part| part.kind == Kind::Words);
    if single && plain && family_first && !given { core } else { block }
}

/// A list without the marks around it; the dot of an initial stays.
fn trimmed(block: &str) -> &str {
    let block = trim_marks(block);
    block.trim_end_matches(['(', '[', '–', '-', '—']).trim_end()
}

/// Takes "(Eds.)" or ", editors" off the end.
fn without_role<'a>(block: &'a str, people: &mut People) -> &'a str {
    let core = block.trim_end_matches([')', ']', '.', ' ']);
    for (word, role) in ROLES {
        let Some(at) = core.len().checked_sub(word.len()) else { continue };
        let Some((before, found)) = core.split_at_checked(at) else { continue };
        let lead = before.trim_end_matches([' ', ',', '(', '[', '.']);
        let apart = lead.len() < before.len() && !lead.is_empty();
        // A family name may be spelt like one of them: "Smith, J., & Org, K."
        let marked = before.trim_end().ends_with(['(', '[', ',', '.']);
        if apart && marked && text::to_lowercase(found) == *word && !is_initial(found) {
            people.role = Some(*role);
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
fn is_one_organisation(block: &str) -> bool {
    if block.contains(';') {
        return false;
    }
    let parts = parts(block);
    let whole = parts.len() == 1 && is_organisation(block) && !block.contains('.');
    let personal = !whole && parts.iter().any(|part| part.kind != Kind::Words);
    let words = block.split(' ').count();
    let inner = words > 2 && block.split(' ').any(|word| list_contains(INNER, word));
    !personal && (is_organisation(block) || inner || words > 8 && parts.len() < 3) && !inverted_first(&parts)
}

/// Whether the list begins as `Family, Given` of a person does: one word, a comma, words that no organisation has.
fn inverted_first(parts: &[Part<'_>]) -> bool {
    let [first, second, ..] = parts else { return false };
    !first.text.contains(' ')
        && !second.joined
        && !has_organisation_word(second.text)
        && second.text.split(' ').count() < 4
}

/// Reads the parts of a list that has no semicolons.
fn between_commas(parts: &[Part<'_>], people: &mut People) {
    let part = |at: usize| parts.get(at).copied();
    let inverted = all_inverted(parts);
    let mut at = 0;
    while let Some(here) = part(at) {
        let next = part(at + 1).filter(|next| !next.joined);
        let second = part(at + 2);
        at += match (here.kind, next) {
            (Kind::Suffix, _) => {
                set_suffix(people, here.text);
                1
            }
            (Kind::Words | Kind::Initials | Kind::FamilyFirst, Some(next))
                if next.kind == Kind::Initials
                    || inverted
                    || at == 0 && here.kind != Kind::Initials && is_given(here, next, parts) =>
            {
                push_inverted(people, here.text, next.text);
                2
            }
            // `King, Jr., M. L.`: the suffix is between the two.
            (Kind::Words, Some(suffix)) if suffix.kind == Kind::Suffix => match second {
                Some(given) if given.kind == Kind::Initials => {
                    push_inverted(people, here.text, given.text);
                    set_suffix(people, suffix.text);
                    3
                }
                _ => {
                    push_alone(people, &here);
                    1
                }
            },
            _ => {
                push_alone(people, &here);
                1
            }
        };
    }
}

/// Sets the suffix of the last name.
fn set_suffix(people: &mut People, suffix: &str) {
    if let Some(name) = people.names.last_mut() {
        suffix.clone_into(&mut name.suffix);
    }
}

/// Whether every name is inverted: a comma follows the last joining word's name as well.
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
        return !here.text.contains(' ') && parts.len() == 2;
    }
    if !matches!(next.kind, Kind::Words | Kind::FamilyFirst)
        || has_organisation_word(here.text)
        || has_organisation_word(next.text)
    {
        return false;
    }
    let particle = here.text.starts_with(char::is_lowercase_letter);
    let several = |text: &str| text.contains(' ');
    if here.kind == Kind::FamilyFirst {
        return false;
    }
    !several(here.text)
        || particle
        || !several(next.text)
        || parts.len() == 2 && next.kind == Kind::FamilyFirst
}

fn push_inverted(people: &mut People, family: &str, given: &str) {
    people.names.push(values::name(&format!("{family}, {given}")).name);
}

/// Adds a name that no comma divides.
fn push_alone(people: &mut People, part: &Part<'_>) {
    let text = part.text;
    match part.kind {
        Kind::FamilyFirst if !text.contains(',') => push_family_first(people, text),
        // "FHC Crick": capitals in front of a name are initials, and no family name in capitals.
        Kind::InitialsFirst if starts_with_bare_initials(text) => {
            let (given, family) = text.split_once(' ').unwrap_or((text, ""));
            push_inverted(people, family, given);
        }
        Kind::Words | Kind::Suffix if is_organisation(text) => people.names.push(Name::literal(text)),
        _ => push_natural(people, text),
    }
}

/// Adds a name like `Smith JD Jr.`
fn push_family_first(people: &mut People, text: &str) {
    let (family, given) = text.split_at_checked(initials_start(text)).unwrap_or((text, ""));
    let given = given.trim();
    let (given, suffix) = match given.rsplit_once(' ') {
        Some((given, last)) if is_suffix(last) => (given, last),
        _ => (given, ""),
    };
    push_inverted(people, without_stray_dot(family.trim()), given);
    if !suffix.is_empty() {
        set_suffix(people, suffix);
    }
}

/// A family name without the dot that is in the place of a comma: `Muzharay. F`.
fn without_stray_dot(family: &str) -> &str {
    let core = family.trim_end_matches(['.', ',', ' ']);
    if core.chars().filter(|c| c.is_letter()).count() > 2 { core } else { family }
}

/// Whether a name begins with three capitals or more without dots.
fn starts_with_bare_initials(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or("");
    first.len() > 2 && first.chars().all(char::is_uppercase_letter)
}

/// Adds a name in natural order.
fn push_natural(people: &mut People, text: &str) {
    // "Ibn Khaldun": a name of one part, which its first word makes one.
    if let Some((first, rest)) = text.split_once(' ')
        && people::is_joined(first)
        && !rest.contains(' ')
    {
        people.names.push(Name { family: text.to_owned(), ..Name::default() });
        return;
    }
    let split = values::name(text);
    if split.guessed && people.guessed.is_empty() {
        text.clone_into(&mut people.guessed);
    }
    if !split.name.is_empty() {
        people.names.push(split.name);
    }
}
