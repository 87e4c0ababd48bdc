//! How far the list of names reaches at the beginning of a reference whose year stands late.

use super::draft::READ;
use super::names::{JOINERS, is_corporate, is_initials};
use super::segments;
use crate::item::people;
use crate::prelude::*;
use crate::text::{self, list_contains};

/// A word with the marks behind it.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    /// Without those marks.
    core: &'a str,
    /// Where the word ends, marks included.
    end: usize,
    /// Whether a dot follows.
    dotted: bool,
    /// The comma, semicolon or colon behind it, else a blank.
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

/// How many bytes of a text are the names at its beginning, the marks behind them included; 0 where it begins with no
/// name.
pub(super) fn length(text: &str) -> usize {
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
        let joined = is_joiner(&words, at);
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
    let names: Vec<&str> = words.get(at..=end)?.iter().map(|word| word.core).collect_vec();
    let whole = text::join(&names, " ");
    let last = text::to_lowercase(names.last().copied().unwrap_or(""));
    let fits = list_contains(
        "group team investigators consortium collaboration collaborators committee network study initiative force",
        &last,
    );
    (fits && whole.starts_with(char::is_letter)).then_some(end + 1)
}

/// The first sentence where it is an organisation's name, or a single acronym.
fn organisation(text: &str) -> usize {
    let Some((start, end)) = segments::sentences(text, false).first().copied() else { return 0 };
    let name = text.get(start..end).unwrap_or("");
    let fits = is_corporate(name)
        && name.split(' ').count() < 12
        && !name.contains(|c: char| c.is_ascii_digit() || c == '“');
    // A book's title may hold the same words, so something must follow that can be the title.
    let goes_on = segments::sentences(text, false).len() > 2;
    if fits && goes_on && start == 0 { end + 1 } else { 0 }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(' ') {
        let end = at + piece.len();
        at = end + 1;
        // No list of names goes on behind a piece that was read or quoted, and none is that long.
        if piece.contains([READ, '“', '"', '«']) || words.len() > 400 {
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
        let dotted = text::concat(&[self.core, if self.dotted { "." } else { "" }]);
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

    /// Whether nothing but a blank stands behind the word.
    fn is_open(&self) -> bool {
        !self.dotted && self.mark == ' '
    }
}

fn is_joiner(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.is_open() && list_contains(JOINERS, word.core))
}

/// Takes "et al." and words for editors behind a name: the index behind them.
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

/// One name: its shape and the index behind it.
fn unit(words: &[Word<'_>], at: usize, before: Option<Shape>) -> Option<(Shape, usize)> {
    let first = words.get(at)?;
    // "WHO." is no initial; "JFK Smith" has no dot.
    let acronym = first.dotted
        && first.core.char_count() > 2
        && !first.core.contains_char('.')
        && !first.core.contains_char('-');
    if first.is_initials() && first.core.len() < 5 && !acronym {
        let family = initials(words, at);
        let closed = words.get(family.checked_sub(1)?)?.mark != ' ';
        let end = if closed { None } else { family_words(words, family, 3) }?;
        return Some((Shape::InitialsFirst, suffixed(words, end)));
    }
    let end = family_words(words, at, 4)?;
    let last = words.get(end - 1)?;
    let next = words.get(end);
    if last.mark == ',' && !last.dotted {
        let start = suffixed(words, end);
        if words.get(start).is_some_and(|next| next.is_initials()) {
            let behind = initials(words, start);
            // `Fair, C. Christine. "The`: a quotation mark ends the words, so the last one is a name.
            let whole = words.get(behind).is_some_and(|word| word.is_capital() && word.dotted);
            if whole && words.get(behind + 1).is_none() {
                return Some((Shape::InvertedFull, behind + 1));
            }
            return Some((Shape::Inverted, suffixed(words, particles(words, behind))));
        }
        // "Ahmed Rashid, Taliban: Militant Islam": two names in front of the comma, and a title with a colon.
        let plain = words
            .get(at..end)
            .is_some_and(|family| family.len() > 1 && family.iter().all(|word| word.is_capital()));
        let titled = |given: &usize| {
            words.get(given - 1).is_some_and(|word| word.mark == ':') && plain && given - start == 1
        };
        if let Some(given) = given_words(words, start).filter(|given| !titled(given)) {
            return Some((Shape::InvertedFull, suffixed(words, given)));
        }
    }
    if last.is_open() && next.is_some_and(|next| next.is_initials()) {
        let behind = initials(words, end);
        let suffix = words.get(behind).is_some_and(|word| people::is_suffix(word.core));
        let whole =
            words.get(end).is_some_and(|word| word.core.char_count() > 1 && !word.core.contains_char('.'));
        let closed = suffix || whole || words.get(behind - 1).is_some_and(|word| word.mark != ' ');
        let settled = closed || is_joiner(words, behind) || before == Some(Shape::FamilyFirst);
        let family = if settled { None } else { family_words(words, behind, 2) };
        let natural = family.filter(|family| {
            let word = words.get(family - 1);
            let another =
                is_joiner(words, *family) && words.get(family + 1).is_some_and(|word| word.is_capital());
            another || word.is_some_and(|word| word.dotted || matches!(word.mark, ',' | ';' | ':'))
        });
        return match natural {
            Some(family) => Some((Shape::Natural, suffixed(words, family))),
            None => Some((Shape::FamilyFirst, suffixed(words, behind))),
        };
    }
    let several = end - at > 1 || last.dotted && segments_follow(words, end) && is_alone(last.core);
    let closed =
        last.dotted || matches!(last.mark, ',' | ';' | ':') || is_joiner(words, end) || next.is_none();
    (several && closed).then_some((Shape::Natural, suffixed(words, end)))
}

/// Whether a word can be an author by itself: an acronym, or a mononym in front of a capital.
fn is_alone(word: &str) -> bool {
    word.len() > 2
}

/// Whether two sentences or more follow, so that the first can be the title.
fn segments_follow(words: &[Word<'_>], at: usize) -> bool {
    let ends = words.iter().skip(at).filter(|word| word.dotted && !word.is_initials()).count();
    ends > 1
}

/// The index behind the initials that begin at `at`.
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

/// The index behind the particles at `at`: `Berg, J. van den`.
fn particles(words: &[Word<'_>], at: usize) -> usize {
    let open = words.get(at.saturating_sub(1)).is_some_and(|word| word.mark == ' ');
    let mut to = at;
    while open && words.get(to).is_some_and(|word| word.is_particle() && !list_contains(JOINERS, word.core)) {
        let closed = words.get(to).is_some_and(|word| word.mark != ' ');
        to += 1;
        if closed {
            return to;
        }
    }
    // Particles that no mark ends begin the next words.
    at
}

/// The index behind a suffix at `at`, if one stands there.
fn suffixed(words: &[Word<'_>], at: usize) -> usize {
    let before = words.get(at.saturating_sub(1)).is_some_and(|word| matches!(word.mark, ',' | ' '));
    let suffix =
        words.get(at).is_some_and(|word| people::is_suffix(word.core) || list_contains("2nd 3rd", word.core));
    if before && suffix { at + 1 } else { at }
}

/// The index behind a family name, or a whole name, of at most `most` capitalised words.
fn family_words(words: &[Word<'_>], at: usize, most: usize) -> Option<usize> {
    let mut to = at;
    let mut capitals = 0;
    while let Some(word) = words.get(to) {
        let connective = to > at && capitals > 0 && word.is_open() && people::is_connective(word.core);
        if capitals > 0 && (word.is_initials() || is_joiner(words, to) && !connective) {
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

/// The index behind given names in full: `Thomas S.`, `María del Carmen,`; they end at a mark, an initial or a joiner.
fn given_words(words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut to = at;
    let mut initial = false;
    while let Some(word) = words.get(to).filter(|_| to < at + 5) {
        let is_initial = to > at && word.is_initials();
        if initial && !is_initial {
            break;
        }
        let of_name = is_initial || word.is_capital() || to > at && word.is_particle();
        if !of_name || is_joiner(words, to) {
            break;
        }
        initial = is_initial && word.dotted;
        to += 1;
        if word.mark != ' ' || word.dotted && !is_initial {
            return Some(to);
        }
    }
    let last = words.get(to.checked_sub(1)?)?;
    (to > at && (initial || last.dotted || is_joiner(words, to) || words.get(to).is_none())).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_the_title_begins() {
        let check = |text: &str, want: &str| assert_eq!(&text[..length(text)], want, "{text}");
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
