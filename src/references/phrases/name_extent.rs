//! How far a list of names reaches: at the beginning of a reference whose year comes late, and after "edited by".

use super::name_parts::{is_initials, is_joiner};
use crate::item::people;
use crate::prelude::*;
use crate::references::lexicon::organisations::is_organisation;
use crate::references::lexicon::publishers::is_publisher;
use crate::references::sentences::sentences;
use crate::references::tokens::CLAIMED;
use crate::text::{self, list_contains};

/// A word with the marks after it.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    /// Without those marks.
    core: &'a str,
    /// Where the word ends, marks included.
    end: usize,
    /// Whether a dot follows.
    dotted: bool,
    /// The comma, semicolon or colon after it, else a blank.
    mark: char,
}

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `J. D. Watson`
    InitialsFirst,
    /// `Watson, J. D.`
    Inverted,
    /// `Watson JD`
    FamilyFirst,
    /// `Watson, James D.`
    InvertedFull,
    /// `James D. Watson`
    Natural,
}

/// How many bytes of a text are the names at its beginning, the marks after them included; 0 where it begins with no
/// name.
pub(in crate::references) fn name_list_length(text: &str) -> usize {
    let words = words(text);
    let mut at = 0;
    let mut shape = None;
    let mut end = 0;
    while let Some((found, next)) = unit(&words, at, shape)
        .filter(|unit| shape.is_none_or(|shape| follows(shape, unit.0)))
        .or_else(|| {
            group(&words, at).filter(|_| shape.is_some()).map(|next| (shape.unwrap_or(Shape::Natural), next))
        })
    {
        shape = Some(found);
        let Some(last) = words.get(next.saturating_sub(1)) else { break };
        (at, end) = (next, last.end);
        if let Some(after) = closing(&words, at) {
            return words.get(after.saturating_sub(1)).map_or(end, |word| word.end);
        }
        let joined = joins(&words, at);
        if joined {
            at += 1;
        } else if !matches!(last.mark, ',' | ';') {
            break;
        }
    }
    if end == 0 { organisation(text) } else { end }
}

/// Whether names in the second shape may follow one in the first.
fn follows(before: Shape, after: Shape) -> bool {
    match before {
        Shape::InitialsFirst => after == Shape::InitialsFirst,
        Shape::FamilyFirst => after == Shape::FamilyFirst,
        Shape::Inverted => matches!(after, Shape::Inverted | Shape::InitialsFirst | Shape::Natural),
        Shape::InvertedFull | Shape::Natural => after != Shape::FamilyFirst,
    }
}

/// A group among persons: `…; PRISMA Group.`
fn group(words: &[Word<'_>], at: usize) -> Option<usize> {
    let end = (at..words.len().min(at + 7))
        .find(|at| words.get(*at).is_some_and(|word| word.dotted || word.mark != ' '))?;
    let first = words.get(at)?;
    let last = text::to_lowercase(words.get(end)?.core);
    let fits = list_contains(
        "group team investigators consortium collaboration collaborators committee network study initiative force",
        &last,
    );
    (fits && first.core.starts_with(char::is_letter)).then_some(end + 1)
}

/// The first sentence where it is an organisation's name, or a single acronym.
fn organisation(text: &str) -> usize {
    let sentences = sentences(text);
    let Some(first) = sentences.first() else { return 0 };
    let name = text.get(first.start..first.end).unwrap_or("");
    let fits = is_organisation(name)
        && name.split(' ').count() < 12
        && !name.contains(|c: char| c.is_ascii_digit() || c == '“');
    // A book's title may contain the same words, so something must follow that can be the title.
    let goes_on = sentences.len() > 2;
    if fits && goes_on && first.start == 0 { first.end + 1 } else { 0 }
}

/// The words at the head of a text; no list of names goes on after a stretch that is claimed or quoted.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(' ') {
        let end = at + piece.len();
        at = end + 1;
        // No list of names has so many words.
        if piece.contains([CLAIMED, '“', '"', '«']) || words.len() > 400 {
            break;
        }
        let core = piece.trim_end_matches(['.', ',', ';', ':']);
        let marks = piece.get(core.len()..).unwrap_or("");
        let mark = marks.chars().rev().find(|c| *c != '.').unwrap_or(' ');
        if !piece.is_empty() {
            words.push(Word { core, end, dotted: marks.starts_with('.'), mark });
        }
    }
    words
}

impl Word<'_> {
    /// Whether the word is initials; those without dots are three letters at most.
    fn is_initials(&self) -> bool {
        let dotted = format!("{}{}", self.core, if self.dotted { "." } else { "" });
        is_initials(&dotted) && !self.core.contains(|c: char| c.is_ascii_digit())
    }

    /// Whether the word begins as a name does.
    fn is_capital(&self) -> bool {
        let first = self.core.trim_start_matches(['\'', '’', '‘']).chars().next();
        first.is_some_and(|c| c.is_letter() && !c.is_lowercase_letter())
            && !self.core.contains(['(', ')', '[', ']', '/', '?', '!', '“'])
            || first.is_some_and(|c| {
                c.is_lowercase_letter()
                    && self.core.contains(['\'', '’', '-'])
                    && self.core.contains(char::is_uppercase_letter)
            })
    }

    fn is_particle(&self) -> bool {
        people::is_particle(self.core)
            || people::is_dropping_particle(self.core)
            || list_contains("bin ibn d’ y i e", self.core)
    }

    /// Whether nothing but a blank follows the word.
    fn is_open(&self) -> bool {
        !self.dotted && self.mark == ' '
    }
}

/// Whether the word at `at` joins two names.
fn joins(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.is_open() && is_joiner(word.core))
}

/// The index after "et al." and words for editors that follow a name.
fn closing(words: &[Word<'_>], at: usize) -> Option<usize> {
    let core = |at: usize| words.get(at).map_or("", |word| word.core);
    let two = [core(at), core(at + 1)];
    if matches!(
        two,
        ["et", "al" | "alii" | "coll"] | ["and" | "&", "others" | "colleagues"] | ["y", "cols" | "otros"]
    ) {
        let role = at + 2;
        return closing(words, role).or(Some(role));
    }
    let role = text::to_lowercase(core(at).trim_matches(['(', ')', '[', ']']).trim_end_matches('.'));
    list_contains("ed eds editor editors hrsg hg coord coords org orgs comp dir dirs", &role)
        .then_some(at + 1)
}

/// One name: its shape and the index of the word after it.
fn unit(words: &[Word<'_>], at: usize, before: Option<Shape>) -> Option<(Shape, usize)> {
    let first = words.get(at)?;
    // "WHO." is no initial; "JFK Smith" has no dot.
    let acronym = first.dotted
        && first.core.chars().count() > 2
        && !first.core.contains('.')
        && !first.core.contains('-');
    if first.is_initials() && first.core.len() < 5 && !acronym {
        let family = initials(words, at);
        let closed = words.get(family.checked_sub(1)?)?.mark != ' ';
        let end = if closed { None } else { family_words(words, family, 3) }?;
        return Some((Shape::InitialsFirst, suffixed(words, end)));
    }
    let end = family_words(words, at, 4)?;
    let last = words.get(end - 1)?;
    if last.mark == ','
        && !last.dotted
        && let Some(found) = inverted(words, at, end)
    {
        return Some(found);
    }
    let next = words.get(end);
    if last.is_open() && next.is_some_and(|next| next.is_initials()) {
        return Some(before_initials(words, end, before));
    }
    // A word by itself is an author where two sentences or more follow, the first of which can be the title.
    let alone = last.dotted && sentence_ends(words, end) > 1 && last.core.len() > 2;
    let closed = last.dotted || matches!(last.mark, ',' | ';' | ':') || joins(words, end) || next.is_none();
    ((end - at > 1 || alone) && closed).then_some((Shape::Natural, suffixed(words, end)))
}

/// A family name from `at` to the comma at `end`, with what follows it: `Watson, J. D.` or `Watson, James D.`
fn inverted(words: &[Word<'_>], at: usize, end: usize) -> Option<(Shape, usize)> {
    let start = suffixed(words, end);
    if words.get(start).is_some_and(Word::is_initials) {
        let after = initials(words, start);
        // `Fair, C. Christine. "The`: a quotation mark ends the words, so the last one is a name.
        let whole = words.get(after).is_some_and(|word| word.is_capital() && word.dotted);
        if whole && words.get(after + 1).is_none() {
            return Some((Shape::InvertedFull, after + 1));
        }
        return Some((Shape::Inverted, suffixed(words, particles(words, after))));
    }
    let given = given_words(words, start)?;
    // "Ahmed Rashid, Taliban: Militant Islam": two names in front of the comma, and a title with a colon.
    let plain =
        words.get(at..end).is_some_and(|family| family.len() > 1 && family.iter().all(Word::is_capital));
    let titled = words.get(given - 1).is_some_and(|word| word.mark == ':') && plain && given - start == 1;
    (!titled).then_some((Shape::InvertedFull, suffixed(words, given)))
}

/// A name whose words end in front of initials at `end`: `Watson JD`, or `James D. Watson`.
fn before_initials(words: &[Word<'_>], end: usize, before: Option<Shape>) -> (Shape, usize) {
    let after = initials(words, end);
    let suffix = words.get(after).is_some_and(|word| people::is_suffix(word.core));
    let whole = words.get(end).is_some_and(|word| word.core.chars().count() > 1 && !word.core.contains('.'));
    let closed = suffix || whole || words.get(after - 1).is_some_and(|word| word.mark != ' ');
    let settled = closed || joins(words, after) || before == Some(Shape::FamilyFirst);
    let family = if settled { None } else { family_words(words, after, 2) };
    let natural = family.filter(|family| {
        let another = joins(words, *family) && words.get(family + 1).is_some_and(Word::is_capital);
        let ended = |word: &Word<'_>| word.dotted || matches!(word.mark, ',' | ';' | ':');
        another || words.get(family - 1).is_some_and(ended)
    });
    match natural {
        Some(family) => (Shape::Natural, suffixed(words, family)),
        None => (Shape::FamilyFirst, suffixed(words, after)),
    }
}

/// How many sentences end among the words from `at` on.
fn sentence_ends(words: &[Word<'_>], at: usize) -> usize {
    words.iter().skip(at).filter(|word| word.dotted && !word.is_initials()).count()
}

/// The index after the initials that begin at `at`.
fn initials(words: &[Word<'_>], at: usize) -> usize {
    let mut to = at;
    let dotted = words.get(at).is_some_and(|word| word.dotted);
    while let Some(word) =
        words.get(to).filter(|word| word.is_initials() && (to == at || word.dotted || !dotted))
    {
        to += 1;
        if word.mark != ' ' {
            break;
        }
    }
    to
}

/// The index after the particles at `at`: `Berg, J. van den`.
fn particles(words: &[Word<'_>], at: usize) -> usize {
    let open = words.get(at.saturating_sub(1)).is_some_and(|word| word.mark == ' ');
    let mut to = at;
    while open && words.get(to).is_some_and(|word| word.is_particle() && !is_joiner(word.core)) {
        let closed = words.get(to).is_some_and(|word| word.mark != ' ');
        to += 1;
        if closed {
            return to;
        }
    }
    // Particles that no mark ends begin the next words.
    at
}

/// The index after a suffix at `at`, if there is one.
fn suffixed(words: &[Word<'_>], at: usize) -> usize {
    let before = words.get(at.saturating_sub(1)).is_some_and(|word| matches!(word.mark, ',' | ' '));
    let suffix =
        words.get(at).is_some_and(|word| people::is_suffix(word.core) || list_contains("2nd 3rd", word.core));
    if before && suffix { at + 1 } else { at }
}

/// The index after a family name, or a whole name, of at most `most` capitalised words.
fn family_words(words: &[Word<'_>], at: usize, most: usize) -> Option<usize> {
    let mut to = at;
    let mut capitals = 0;
    while let Some(word) = words.get(to) {
        let connective = to > at && capitals > 0 && word.is_open() && people::is_connective(word.core);
        if capitals > 0 && (word.is_initials() || joins(words, to) && !connective) {
            break;
        }
        if connective && !words.get(to + 1).is_some_and(|next| next.is_capital() && next.mark == ',') {
            break;
        }
        if word.is_capital() && !word.core.contains(|c: char| c.is_ascii_digit()) && capitals < most {
            capitals += 1;
        } else if !(word.is_particle() || connective) {
            break;
        }
        to += 1;
        if word.mark != ' ' || word.dotted {
            break;
        }
    }
    (capitals > 0).then_some(to)
}

/// The index after given names in full: `Thomas S.`, `María del Carmen,`; they end at a mark, an initial or a joiner.
fn given_words(words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut to = at;
    let mut initial = false;
    while let Some(word) = words.get(to).filter(|_| to < at + 5) {
        let is_initial = to > at && word.is_initials();
        if initial && !is_initial {
            break;
        }
        let of_name = is_initial || word.is_capital() || to > at && word.is_particle();
        if !of_name || joins(words, to) {
            break;
        }
        initial = is_initial && word.dotted;
        to += 1;
        if word.mark != ' ' || word.dotted && !is_initial {
            return Some(to);
        }
    }
    let last = words.get(to.checked_sub(1)?)?;
    (to > at && (initial || last.dotted || joins(words, to) || words.get(to).is_none())).then_some(to)
}

/// How many bytes of a text are a list of names in natural order: up to a bracket, a claimed stretch or the end of the
/// sentence, and of the parts between commas only as far as the last joining word binds them.
pub(in crate::references) fn natural_list_length(text: &str) -> usize {
    let Some(first) = sentences(text).first().copied() else { return 0 };
    let sentence = text.get(..first.end).unwrap_or("").split(['(', '[', ';']).next().unwrap_or("");
    let mut at = 0;
    let mut length = 0;
    for part in sentence.split(',') {
        let end = at + part.len();
        let joined = [" and ", " & ", " et ", " und ", " y ", " e "].iter().any(|word| part.contains(word))
            || part.trim_start().starts_with("and ");
        if at == 0 || joined && part.split(' ').count() < 12 {
            length = end;
        }
        if at > 0 && joined || is_publisher(part) {
            break;
        }
        at = end + 1;
    }
    if first.start < length { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_the_title_begins() {
        let check = |text: &str, want: &str| assert_eq!(&text[..name_list_length(text)], want, "{text}");
        check(
            "Kuhn, Thomas S. The Structure of Scientific Revolutions. U of Chicago P, 1962.",
            "Kuhn, Thomas S.",
        );
        check("Kuhn, Thomas. The Structure of", "Kuhn, Thomas.");
        check("Thomas S. Kuhn, The Structure of Scientific", "Thomas S. Kuhn,");
        check("Watson, J. D. & Crick, F. H. C. Molecular structure", "Watson, J. D. & Crick, F. H. C.");
        check("Watson JD, Crick FH. Molecular structure", "Watson JD, Crick FH.");
        check("Lander ES, Linton LM, Birren B, et al. Initial", "Lander ES, Linton LM, Birren B, et al.");
        check("J. D. Watson and F. H. C. Crick, Molecular structure", "J. D. Watson and F. H. C. Crick,");
        check("C. M. Bishop, Pattern Recognition and Machine Learning. New", "C. M. Bishop,");
        check(
            "Gamma, Erich, Richard Helm, and John Vlissides. Design Patterns. A",
            "Gamma, Erich, Richard Helm, and John Vlissides.",
        );
        check(
            "Leslie Lamport, Robert Shostak, and Marshall Pease. The",
            "Leslie Lamport, Robert Shostak, and Marshall Pease.",
        );
        check("Smith, J.; Jones, K. L. Title of it", "Smith, J.; Jones, K. L.");
        check("SILVA, João da; SOUZA, Maria. O livro", "SILVA, João da; SOUZA, Maria.");
        check(
            "World Health Organization. World malaria report. Geneva: WHO; 2019.",
            "World Health Organization.",
        );
        check("Abbott BP, Abbott R. Observation", "Abbott BP, Abbott R.");
        check("B. P. Abbott et al., Observation of", "B. P. Abbott et al.,");
        check("Smith J. A new approach to", "Smith J.");
        check("van der Berg, J., and K. Jones. Of", "van der Berg, J., and K. Jones.");
    }
}
