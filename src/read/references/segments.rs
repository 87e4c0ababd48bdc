//! Where sentences end in a reference, and where titles are quoted.

use super::draft::READ;
use crate::prelude::*;
use crate::text::{self, list_contains};

/// Abbreviations after which a sentence goes on, in small letters and without the last dot.
const GOES_ON: &str = "vs v st dr mr mrs ms prof no nr vol pp p ed eds e.g i.e cf ca al inc ltd co corp univ dept fig \
    approx jr sr mt ft gen col capt rev hon trans hrsg hg bd aufl jg art núm num pág etc z.b d.h u.a bzw";

/// Beginnings of words that names of journals are cut down to (LTWA, and lists of abbreviations in the sciences).
const CUT_DOWN: &str = "annu resour hydrol geogr agron conserv manag bus financ anthropol archaeol philol theol crim acad acta adv agric am anal angew ann antimicrob appl arch assoc astron astrophys atmos behav biochem \
    biol biomed biophys biotechnol br bull c.r can cardiol chem chim circ clin cogn comm commun comp comput \
    conf curr dev diabetol dis disord ecol econ educ electron endocrinol energ eng engl entomol environ \
    epidemiol ergeb eur exp fed forsch fresenius front gastroenterol gen genet geol geophys geosci gesell \
    helv hist hortic hum immunol ind infect inst int inter intern invest isr ital j jpn lang lect lett lib \
    libr linguist mach magn mar mater math meas mech med meteorol microbiol mitt mol monogr nachr nat natl \
    naturwiss nav neurobiol neurol neurosci norv nucl nucleic nutr oceanogr oncol oper opin opt paleontol \
    pathol pediatr percept pers pharm pharmacol phil philos photochem phys physiol pol polit polym proc prod \
    prog program psych psychiatr psychiatry psychol publ q quant radiat radiol rec recognit regul rep res \
    rev rheumatol rozpr russ scand schweiz sci sect ser sitzungsber soc sociol softw spectrosc stat stud \
    surg surv symp synth syst tech technol tetrahedron theor ther thromb toxicol trans transp trop univ verh \
    vet virol vis z zh zool";

/// Words after which one capital is a name of its own and no initial: Vitamin C.
const LETTERED: &str =
    "vitamin hepatitis type plan group class part appendix influenza grade phase factor schedule war series";

/// The word that ends a text, with the dots inside it.
pub(super) fn last_word(text: &str) -> &str {
    let is_gap = |c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | ',' | ';' | ':' | '/' | '“' | '"' | '‘' | READ)
    };
    text.rsplit(is_gap).next().unwrap_or("")
}

/// Whether a word is an initial, or several with dots between them: `J`, `J.-P`, `U.S`.
pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = 0;
    for piece in word.split(['.', '-']) {
        letters += 1;
        let mut chars = piece.chars();
        if !(chars.next().is_some_and(char::is_uppercase_letter) && chars.next().is_none()) {
            return false;
        }
    }
    letters > 0
}

/// Whether the dot behind a word is part of it, where the word ends a field.
pub(super) fn keeps_dot(word: &str) -> bool {
    is_initial(word) || list_contains("Jr Sr ed eds Inc Ltd Co Corp al", word) || is_cut_down(word)
}

/// Whether a word is cut down as in names of journals: `Phys`, `Natl`.
pub(super) fn is_cut_down(word: &str) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase_letter);
    let lower = text::to_lowercase(word);
    let vowelless = word.len() > 1 && !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']) && word.is_ascii();
    let acronym = !word.contains(char::is_lowercase_letter);
    capital && (list_contains(CUT_DOWN, &lower) || vowelless && !acronym && word.len() < 6)
}

/// Whether the sentence goes on behind the dot at the end of `before`, which is not part of it.
fn goes_on(before: &str) -> bool {
    let word = last_word(before).trim_start_matches(['\'', '’', '‘', '¿', '¡']);
    let lower = text::to_lowercase(word);
    if list_contains(GOES_ON, &lower) && !word.is_empty() {
        return true;
    }
    // "Frankfurt a. M.": a small letter alone is an abbreviation.
    if word.char_count() == 1 && word.chars().all(char::is_lowercase_letter) {
        return true;
    }
    let previous = before
        .strip_suffix(word)
        .map(|rest| text::to_lowercase(last_word(rest.trim_end())))
        .unwrap_or_default();
    is_initial(word) && !list_contains(LETTERED, &previous)
}

/// The sentences of a text, as offsets of their beginnings and ends, the end mark left out if it is a dot. Masks part
/// sentences too. With `cut_down` a dot behind a word that is cut down ends none.
pub(super) fn sentences(text: &str, cut_down: bool) -> Vec<(usize, usize)> {
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
            READ => true,
            '.' => !quoted && ends_here(text.get(..at).unwrap_or(""), after, cut_down),
            '?' | '!' | '…' => !quoted && is_gap(after),
            _ => false,
        };
        if ends {
            let end = if c == '?' || c == '!' { at + 1 } else { at };
            push(&mut found, text, start, end);
            start = at + c.len_utf8();
        }
    }
    push(&mut found, text, start, text.len());
    found
}

/// Keeps a sentence that has words, without the blanks and marks around it.
fn push(found: &mut Vec<(usize, usize)>, text: &str, start: usize, end: usize) {
    let Some(piece) = text.get(start..end) else { return };
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.');
    let lead = piece.len() - piece.trim_start_matches(edge).len();
    let core = piece.trim_matches(edge);
    if core.contains(char::is_letter_or_number) {
        let end = start + lead + core.len();
        // "Oxford, U.K.": the dot is the abbreviation's.
        let word = last_word(core);
        let dotted = word.contains_char('.')
            && is_initial(word)
            && text.get(end..).is_some_and(|rest| rest.starts_with('.'));
        found.push((start + lead, end + usize::from(dotted)));
    }
}

/// Whether blank or nothing follows, closing marks aside.
fn is_gap(after: &str) -> bool {
    let after = after.trim_start_matches([')', ']', '”', '"', '’', '»', '.']);
    after.is_empty() || after.starts_with([' ', READ])
}

/// Whether a dot between these two ends a sentence.
fn ends_here(before: &str, after: &str, cut_down: bool) -> bool {
    if !is_gap(after) {
        return false;
    }
    let next = after.trim_start_matches([')', ']', '”', '"', '’', '»', ' ']);
    if next.is_empty() || next.starts_with(READ) {
        return true;
    }
    let word = last_word(before);
    // Before a small letter only a whole word ends a sentence.
    let small = next.starts_with(char::is_lowercase_letter);
    if small && (word.char_count() < 4 || word.contains_char('.')) {
        return false;
    }
    !(goes_on(before) || cut_down && is_cut_down(word))
}

/// The pairs of quotation marks that enclose titles, the outer ones first.
const QUOTES: [(char, &str); 7] =
    [('“', "”"), ('"', "\""), ('«', "»"), ('„', "“”"), ('‟', "”"), ('‘', "’"), ('\'', "'")];

/// The first quoted title of a text: where its opening mark stands, where its words begin and end, and where the text
/// goes on.
pub(super) fn quoted(text: &str) -> Option<(usize, usize, usize, usize)> {
    for (open, closing) in QUOTES {
        let Some(at) = opening(text, open) else { continue };
        let from = at + open.len_utf8();
        let inside = text.get(from..)?;
        let mut depth = 0;
        for (length, c) in inside.char_indices() {
            let after = inside.get(length + c.len_utf8()..).unwrap_or("");
            if c == open && !closing.contains_char(c) {
                depth += 1;
            } else if closing.contains_char(c) && is_closing(c, after) {
                if depth > 0 {
                    depth -= 1;
                    continue;
                }
                let words = inside.get(..length)?.trim_end().trim_end_matches([',', '.', ';']);
                let lead = words.len() - words.trim_start().len();
                if words.chars().filter(|c| c.is_letter()).count() < 4 {
                    break;
                }
                return Some((at, from + lead, from + words.len(), from + length + c.len_utf8()));
            }
        }
    }
    None
}

/// Where a quotation mark opens: at the start, or behind a blank or a bracket.
fn opening(text: &str, mark: char) -> Option<usize> {
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        if c == mark && (previous == ' ' || previous == '(' || previous == READ) {
            return Some(at);
        }
        previous = c;
    }
    None
}

/// An apostrophe inside a word closes nothing, nor does one that words follow without a mark between.
fn is_closing(mark: char, after: &str) -> bool {
    if !matches!(mark, '’' | '\'') {
        return true;
    }
    let next = after.trim_start();
    next.is_empty()
        || next.starts_with([',', '.', ';', ':', '(', '[', READ])
        || next.len() < after.len() && {
            let word = next.split([' ', ',']).next().unwrap_or("");
            text::to_lowercase(word).starts_with("in") && word.len() < 4
                || word.chars().all(|c| c.is_ascii_digit())
        }
}
