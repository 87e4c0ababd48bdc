//! Repairs of names: white space, forms of address, degrees, capitals.

use crate::extent::FULL;
use crate::item::{Name, Rule, particles, people};
use crate::languages::{Context, honorifics};
use crate::prelude::*;
use crate::text::latin::begins_with_ij;
use crate::text::small_words::is_elided;
use crate::text::{
    before_any, concat, contains, replace, split_any, split_at, to_lowercase, usize_to_decimal,
};
use crate::tidy::report::{Report, Step, StepEvidence, step};
use crate::tidy::{numbers, text};
use crate::vocabulary::Variable;

/// The repairs of family name, given names and literal.
const PARTS: &[Step] = &[
    text::DECODE,
    #[cfg(feature = "full")]
    text::ENCODING,
    step(Rule::Whitespace, spaces, ""),
    step(Rule::Character, numbers::hyphens, "names have plain hyphens"),
];

/// Repairs a list of names.
pub(super) fn repair(report: &mut Report, variable: Variable, list: &mut [Name], context: &Context<'_>) {
    let word = variable.word();
    for (at, name) in list.iter_mut().enumerate() {
        let place = concat(&[word, "[", &usize_to_decimal(at), "]"]);
        let length = name.family.len() + name.given.len() + name.literal.len();
        if length > honorifics::LONGEST {
            report.too_long(&place, length);
            continue;
        }
        let field = |part: &str| concat(&[&place, ".", part]);
        let (family, given) = (field("family"), field("given"));
        repair_part(report, &family, &mut name.family);
        repair_part(report, &given, &mut name.given);
        repair_part(report, &field("literal"), &mut name.literal);
        repair_titles(report, &family, [&name.given, ""], &mut name.family, context);
        let inverted = concat(&[&name.family, ","]);
        repair_titles(report, &given, [&inverted, &name.family], &mut name.given, context);
        repair_case(report, [&family, &given], name, context);
        if !name.family.is_empty() && honorifics::is_form_of_address(&name.given, context) {
            let message = ["The given name is only a form of address: “", &name.given, "”."];
            report.warning(&given, &message);
        }
    }
}

/// Repairs one part of a name.
fn repair_part(report: &mut Report, field: &str, part: &mut String) {
    for step in PARTS {
        report.apply(step, field, part);
    }
}

/// Removes forms of address before a part of a name, and degrees after it. `around` is what precedes and follows the part.
fn repair_titles(
    report: &mut Report,
    field: &str,
    around: [&str; 2],
    part: &mut String,
    context: &Context<'_>,
) {
    let [lead, next] = around;
    let titles = honorifics::leading(&concat(&[part, " ", next]), context);
    let bare = split_at(part, titles.min(part.len())).1.to_owned();
    if !bare.is_empty() {
        report.change(Rule::Honorific, &StepEvidence::Removed("leading"), field, part, bare);
    }
    let whole = concat(&[lead, " ", part]);
    let end = honorifics::trailing(&whole, context);
    let bare = split_at(&whole, end).0.strip_prefix(lead).unwrap_or_default().trim();
    if !bare.is_empty() {
        report.change(Rule::Degree, &StepEvidence::Removed("trailing"), field, part, bare.to_owned());
    }
}

/// What may be left at the edges of a name: punctuation, joiners, marks of direction, a soft hyphen.
const EDGES: &str = "., \u{200c}\u{200d}\u{200e}\u{200f}\u{ad}";

/// One blank between words, and no dot or comma that belongs to no word: `N. .` and `N..` become `N.`.
fn spaces(part: &str) -> String {
    let mut spaced = text::words(part, ".,");
    while contains(&spaced, "..") {
        spaced = replace(&spaced, "..", ".");
    }
    let bare = spaced.trim_start_any(EDGES).trim_end_any(EDGES.trim_start_any("."));
    if bare.is_empty() { part.to_owned() } else { bare.to_owned() }
}

/// Puts a family name and given names that are all capitals into name case. Particles in the family name then get their
/// own field, as readers do it.
fn repair_case(report: &mut Report, fields: [&str; 2], name: &mut Name, context: &Context<'_>) {
    let whole = concat(&[&name.family, &name.given]);
    // Turkish has no such letters, and so the name's I is no dotless one.
    let foreign = whole.contains_any("qwxQWX");
    let spelled = is_spelled_out(&name.given);
    let before = name.family.clone();
    let [family, given] = fields;
    for (field, part, spelled) in [(family, &mut name.family, spelled), (given, &mut name.given, false)] {
        let (prefix, bare) = if FULL { split_at(part, small_prefix(part)) } else { ("", part.as_str()) };
        if !bare.any_char(char::is_lowercase_letter) {
            let lower = if foreign {
                to_lowercase(&replace(bare, "İ", "i"))
            } else {
                context.to_lowercase(bare, &whole)
            };
            let mut to = name_case(bare, spelled, &lower);
            if FULL {
                to.insert_str(0, prefix);
            }
            let evidence = StepEvidence::Fixed("all letters are capitals");
            report.change(Rule::NameCase, &evidence, field, part, to);
        }
    }
    if before != name.family {
        particles::split(name);
    }
}

/// The length of the beginning of a name in capitals that is in small letters: `McDONALD`, `MacDONALD`. Pages do without.
fn small_prefix(part: &str) -> usize {
    let in_capitals = |rest: &str| rest.char_count() > 2 && !rest.any_char(char::is_lowercase_letter);
    let prefix = ["Mc", "Mac"].into_iter().find(|prefix| part.strip_prefix(prefix).is_some_and(in_capitals));
    prefix.unwrap_or_default().len()
}

/// Whether given names are names and not initials alone.
fn is_spelled_out(given: &str) -> bool {
    given.any_char(char::is_lowercase_letter)
        || split_any(given, " .-").iter().any(|word| word.char_count() > 2)
}

/// A name in capitals in name case: `VAN DER BERG-O'NEILL` becomes `van der Berg-O'Neill`, `TODD A.` becomes `Todd A.`
/// Words without a vowel stay, for they may be initials, and so does a part without a word of three letters or more unless
/// it is certain that it is a name.
fn name_case(part: &str, certain: bool, lower: &str) -> String {
    let (mut spelled, mut out) = (certain, String::new());
    let mut lower_words = lower.split_char(' ');
    for word in part.split_char(' ') {
        spelled |= word.char_count() > 2 && !word.contains_char('.');
        push_word_case(&mut out, word, lower_words.next().unwrap_or(word));
        out.push(' ');
    }
    out.pop();
    if spelled { out } else { part.to_owned() }
}

fn push_word_case(out: &mut String, word: &str, lower: &str) {
    let vowel = !lower.is_ascii() || lower.contains_any("aeiouy") || lower == "ng" || word.ends_with('.');
    let particle = people::is_particle(lower) || people::is_dropping_particle(lower);
    let stays = word.char_count() < 2 || !vowel || people::is_suffix(word);
    let (mut up, mut count) = (!particle, 0);
    let ij = begins_with_ij(lower);
    let mut capitals = word.chars();
    for c in lower.chars() {
        let capital = capitals.next().unwrap_or(c);
        count += 1;
        out.push(if up { capital } else { c });
        // The letter after a hyphen or a dot, after the apostrophe of O', D' and Dell', and after Mc is a capital.
        let joint = matches!(c, '-' | '.')
            || count == 1 && ij
            || count == 2 && lower.starts_with("mc")
            || matches!(c, '\'' | '’') && (count == 2 || is_elided(before_any(lower, "'’")));
        up = !particle && (stays || joint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_name_case() {
        let lower = |part: &str| Context::default().to_lowercase(part, "");
        let check = |part: &str, want: &str| assert_eq!(name_case(part, false, &lower(part)), want, "{part}");
        check("AKRAM", "Akram");
        check("VAN DER BERG", "van der Berg");
        check("O'NEILL", "O'Neill");
        check("DELL’ACQUA", "Dell’Acqua");
        check("SANT'ANNA", "Sant'Anna");
        check("SOLOV'EV", "Solov'ev");
        check("MCDONALD", "McDonald");
        check("AL-HASSAN", "Al-Hassan");
        check("IBÁÑEZ", "Ibáñez");
        check("JEAN-PAUL", "Jean-Paul");
        check("KARL E.", "Karl E.");
        check("K. E. BIRK", "K. E. Birk");
        check("MARY JO", "Mary Jo");
        check("MD. RAHIM", "Md. Rahim");
        check("ДРОЗДОВ", "Дроздов");
        check("ΠΑΠΠΆΣ", "Παππάς");
        check("JH", "JH");
        check("ABM", "Abm");
        check("SKM", "SKM");
        check("J. H.", "J. H.");
        check("J.-P.", "J.-P.");
        check("McDonald", "McDonald");
        check("李小龙", "李小龙");
        check("LI", "LI");
        check("HOLM III", "Holm III");
    }

    #[test]
    fn family_names_of_two_letters_are_names_beside_given_names() {
        let check = |family: &str, given: &str, want: &str| {
            let mut report = Report::new(crate::tidy::Options::default());
            let mut names = [Name::person(family, given)];
            repair(&mut report, Variable::Author, &mut names, &Context::default());
            let [name] = names;
            let family = name.family_with_particles();
            assert_eq!([family, name.given].join("|"), want);
        };
        check("WU", "MIN", "Wu|Min");
        check("WU", "Min", "Wu|Min");
        check("NG", "WAI KIN", "Ng|Wai Kin");
        check("VAN DIJK", "PIETER A.", "van Dijk|Pieter A.");
        check("WU", "M.", "WU|M.");
        check("QS", "Akram", "QS|Akram");
        check("Wu", "XI", "Wu|XI");
    }

    #[test]
    fn a_prefix_in_small_letters_stays() {
        let check = |family: &str, want: &str| {
            let mut report = Report::new(crate::tidy::Options::default());
            let mut names = [Name::person(family, "Ian")];
            repair(&mut report, Variable::Author, &mut names, &Context::default());
            assert_eq!(names[0].family, want);
        };
        check("McDONALD", "McDonald");
        check("MacDONALD", "MacDonald");
        check("McGEE-SMITH", "McGee-Smith");
        check("MacLean", "MacLean");
        check("McI", "McI");
    }

    #[test]
    fn the_turkish_i_keeps_or_lacks_its_dot() {
        let check = |tag: &str, family: &str, given: &str, want: &str| {
            let mut report = Report::new(crate::tidy::Options::default());
            let mut names = [Name::person(family, given)];
            let languages = crate::languages::Languages::default();
            repair(&mut report, Variable::Author, &mut names, &Context::new(languages, vec![tag]));
            let [name] = names;
            assert_eq!([name.family.as_str(), &name.given].join("|"), want, "{tag}");
            assert!(!name.family.contains('\u{307}') && !name.given.contains('\u{307}'));
        };
        check("tr", "YILDIZ", "İPEK", "Yıldız|İpek");
        check("tr", "DİNÇ", "Filiz", "Dinç|Filiz");
        check("en", "DİNÇ", "IŞIL", "Dinç|Işıl");
        check("en", "IŞIK", "IRMAK", "Işik|Irmak");
        check("en", "WILSON", "IRIS", "Wilson|Iris");
        check("tr", "WILSON", "IRIS", "Wilson|Iris");
        check("en", "WİLSON", "IRIS", "Wilson|Iris");
        check("tr", "QUİNN", "İRİS", "Quinn|İris");
        check("tr", "Yıldız", "İpek", "Yıldız|İpek");
    }

    #[test]
    fn zero_width_characters_at_edges_go() {
        let check = |part: &str, want: &str| assert_eq!(spaces(part), want, "{part:?}");
        check("\u{200c}Mina", "Mina");
        check("Mina\u{200f}", "Mina");
        check("\u{feff}Mina\u{200b}", "Mina");
        check("Mi\u{ad}na\u{ad}", "Mi\u{ad}na");
        check("علی\u{200c}زاده", "علی\u{200c}زاده");
        check("क्\u{200d}ष", "क्\u{200d}ष");
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
