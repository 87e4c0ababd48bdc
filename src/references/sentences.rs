//! Where the sentences of a reference end, and which dots are part of a word.

use super::tokens::{CLAIMED, Span};
use crate::prelude::*;
use crate::text::{self, list_contains};

/// Abbreviations after which a sentence goes on, in small letters and without the last dot.
const INNER_ABBREVIATIONS: &str = "\
    vs v st dr mr mrs ms prof no nr vol pp p ed eds e.g i.e cf ca al inc ltd co corp univ dept fig approx \
    jr sr mt ft gen col capt rev hon trans hrsg hg bd aufl jg art núm num pág etc z.b d.h u.a bzw";

/// Abbreviated words in names of journals, in small letters (from ISO 4's List of Title Word Abbreviations and from
/// lists of abbreviations in the sciences).
const TITLE_ABBREVIATIONS: &str = "\
    annu resour hydrol geogr agron conserv manag bus financ anthropol archaeol philol theol crim acad acta \
    adv agric am anal angew ann antimicrob appl arch assoc astron astrophys atmos behav biochem biol \
    biomed biophys biotechnol br bull c.r can cardiol chem chim circ clin cogn comm commun comp comput \
    conf curr dev diabetol dis disord ecol econ educ electron endocrinol energ eng engl entomol environ \
    epidemiol ergeb eur exp fed forsch fresenius front gastroenterol gen genet geol geophys geosci gesell \
    helv hist hortic hum immunol ind infect inst int inter intern invest isr ital j jpn lang lect lett lib \
    libr linguist mach magn mar mater math meas mech med meteorol microbiol mitt mol monogr nachr nat natl \
    naturwiss nav neurobiol neurol neurosci norv nucl nucleic nutr oceanogr oncol oper opin opt paleontol \
    pathol pediatr percept pers pharm pharmacol phil philos photochem phys physiol pol polit polym proc \
    prod prog program psych psychiatr psychiatry psychol publ q quant radiat radiol rec recognit regul rep \
    res rev rheumatol rozpr russ scand schweiz sci sect ser sitzungsber soc sociol softw spectrosc stat \
    stud surg surv symp synth syst tech technol tetrahedron theor ther thromb toxicol trans transp trop \
    univ verh vet virol vis z zh zool";

/// Words after which a single capital is no initial: Vitamin C.
const LETTERED: &str =
    "vitamin hepatitis type plan group class part appendix influenza grade phase factor schedule war series";

/// The last word of a text, with the dots inside it.
pub(super) fn last_word(text: &str) -> &str {
    let is_gap = |c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | ',' | ';' | ':' | '/' | '“' | '"' | '‘' | CLAIMED)
    };
    text.rsplit(is_gap).next().unwrap_or("")
}

/// Whether a word is an initial, or several with dots between them: `J`, `J.-P`, `U.S`.
pub(super) fn is_initial(word: &str) -> bool {
    word.split(['.', '-']).all(|letter| {
        let mut chars = letter.chars();
        chars.next().is_some_and(char::is_uppercase_letter) && chars.next().is_none()
    })
}

/// Whether the dot after a word is part of it, where the word ends a field.
pub(super) fn keeps_dot(word: &str) -> bool {
    is_initial(word) || list_contains("Jr Sr ed eds Inc Ltd Co Corp al", word) || is_title_abbreviation(word)
}

/// Whether a word is abbreviated as in names of journals: `Phys`, `Natl`.
pub(super) fn is_title_abbreviation(word: &str) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase_letter);
    let lower = text::to_lowercase(word);
    let vowelless = word.len() > 1 && !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']) && word.is_ascii();
    let acronym = !word.contains(char::is_lowercase_letter);
    capital && (list_contains(TITLE_ABBREVIATIONS, &lower) || vowelless && !acronym && word.len() < 6)
}

/// Whether the sentence goes on after a dot that follows `before`.
fn goes_on(before: &str) -> bool {
    let word = last_word(before).trim_start_matches(['\'', '’', '‘', '¿', '¡']);
    let lower = text::to_lowercase(word);
    if list_contains(INNER_ABBREVIATIONS, &lower) && !word.is_empty() {
        return true;
    }
    // "Frankfurt a. M.": a small letter alone is an abbreviation.
    if word.chars().count() == 1 && word.chars().all(char::is_lowercase_letter) {
        return true;
    }
    let previous = before
        .strip_suffix(word)
        .map(|rest| text::to_lowercase(last_word(rest.trim_end())))
        .unwrap_or_default();
    is_initial(word) && !list_contains(LETTERED, &previous)
}

/// The sentences of a text. An end mark is left out if it is a dot; claimed stretches end sentences too.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    split(text, false)
}

/// The same, but a dot after an abbreviation as in names of journals ends no sentence: `Phys. Rev. Lett.` is one.
pub(super) fn sentences_with_abbreviations(text: &str) -> Vec<Span> {
    split(text, true)
}

fn split(text: &str, abbreviations: bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        quoted = match c {
            '“' | '«' | '„' => true,
            '”' | '»' => false,
            _ => quoted,
        };
        let after = text.get(at + c.len_utf8()..).unwrap_or("");
        let ends = match c {
            CLAIMED => true,
            '.' => !quoted && ends_here(text.get(..at).unwrap_or(""), after, abbreviations),
            '?' | '!' | '…' => !quoted && is_gap(after),
            _ => false,
        };
        if ends {
            let end = if c == '?' || c == '!' { at + 1 } else { at };
            found.extend(sentence(text, Span::new(start, end)));
            start = at + c.len_utf8();
        }
    }
    found.extend(sentence(text, Span::new(start, text.len())));
    found
}

/// A sentence without the blanks and marks around it; `None` where no words are left.
fn sentence(text: &str, span: Span) -> Option<Span> {
    let whole = text.get(span.start..span.end)?;
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.');
    let start = span.start + whole.len() - whole.trim_start_matches(edge).len();
    let core = whole.trim_matches(edge);
    if !core.contains(char::is_letter_or_number) {
        return None;
    }
    let end = start + core.len();
    // "Oxford, U.K.": the dot is the abbreviation's.
    let word = last_word(core);
    let dotted =
        word.contains('.') && is_initial(word) && text.get(end..).is_some_and(|rest| rest.starts_with('.'));
    Some(Span::new(start, end + usize::from(dotted)))
}

/// Whether a blank or nothing follows, closing marks aside.
fn is_gap(after: &str) -> bool {
    let after = after.trim_start_matches([')', ']', '”', '"', '’', '»', '.']);
    after.is_empty() || after.starts_with([' ', CLAIMED])
}

/// Whether a dot between these two ends a sentence.
fn ends_here(before: &str, after: &str, abbreviations: bool) -> bool {
    if !is_gap(after) {
        return false;
    }
    let next = after.trim_start_matches([')', ']', '”', '"', '’', '»', ' ']);
    if next.is_empty() || next.starts_with(CLAIMED) {
        return true;
    }
    let word = last_word(before);
    // Before a small letter only a whole word ends a sentence.
    let small = next.starts_with(char::is_lowercase_letter);
    if small && (word.chars().count() < 4 || word.contains('.')) {
        return false;
    }
    !(goes_on(before) || abbreviations && is_title_abbreviation(word))
}

/// A text without the punctuation and the claimed stretches around it. A dot stays where it ends an abbreviation or
/// initials.
pub(super) fn trim_marks(text: &str) -> &str {
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | CLAIMED | '·' | '•' | '|');
    let start = text.trim_start_matches(edge);
    let dotted = start.trim_end_matches(|c: char| edge(c) && c != '.').trim_end();
    let core = dotted.trim_end_matches(edge);
    if dotted.len() > core.len() && keeps_dot(last_word(core)) {
        return dotted.get(..core.len() + 1).unwrap_or(core);
    }
    core
}

/// The same without the brackets or quotation marks that enclose the whole.
pub(super) fn trim_enclosing(text: &str) -> &str {
    let text = trim_marks(text);
    let pairs = [('(', ')'), ('[', ']'), ('“', '”'), ('"', '"'), ('«', '»')];
    let inside = pairs.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains([*open, *close])).then_some(inner)
    });
    inside.map_or(text, trim_marks)
}

/// A title without the marks around it.
pub(super) fn clean_title(title: &str) -> &str {
    let title = title.trim().trim_start_matches(['.', ',', ':', ';', ' ']);
    trim_enclosing(title.trim_end_matches([',', ';', ':', ' '])).trim()
}
