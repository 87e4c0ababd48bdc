//! What stands in brackets, and what a label announces: edition, volume, pages, numbers of reports, translators, theses.

use super::draft::{Draft, READ, bare, find_phrase};
use super::{names, when, words};
use crate::item::Date;
use crate::prelude::*;
use crate::text::{self, concat, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// Reads all brackets behind the names and the date.
pub(super) fn brackets(draft: &mut Draft, from: usize) {
    let mut at = from;
    while let Some(open) = draft.text.get(at..).and_then(|rest| rest.find(['(', '['])).map(|found| at + found)
    {
        at = open + 1;
        let square = draft.text.get(open..).is_some_and(|rest| rest.starts_with('['));
        let Some(length) = closing(draft.text.get(open..).unwrap_or("")) else { continue };
        let content = draft.slice(open + 1, open + length - 1).to_owned();
        // "11(1)": an issue.
        let numbered = draft.slice(from, open).ends_with(|c: char| c.is_ascii_digit());
        let read = if square {
            descriptor(draft, &content)
        } else {
            !numbered && parenthesis(draft, open, open + length, &content)
        };
        if read {
            draft.mask(open, open + length);
            at = open + length;
        }
    }
}

/// The length of a bracketed piece, brackets included; brackets inside are counted.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// The letters of GB/T 7714 and the types they tell.
const LETTERS: &str = "J=article-journal|M=book|C=paper-conference|D=thesis|R=report|N=article-newspaper|DB=dataset|CP=software|\
    EB/OL=webpage|J/OL=article-journal|M/OL=book";

/// A description of the work in square brackets: `[Doctoral dissertation, University of Chicago]`, `[Data set]`.
fn descriptor(draft: &mut Draft, content: &str) -> bool {
    if thesis(draft, content) {
        return true;
    }
    let lower = text::to_lowercase(content);
    // China's standard (GB/T 7714) tells the kind of work by a letter.
    if let Some(kind) = text::table_get(LETTERS, content).and_then(ItemType::from_word) {
        draft.item.item_type = kind;
        return true;
    }
    let Some((_, word)) = text::table_rows(words::DESCRIBED).find(|row| lower.starts_with(row.0)) else {
        return false;
    };
    if let Some(kind) = ItemType::from_word(word) {
        draft.item.item_type = kind;
    }
    draft.fill(Variable::Genre, content);
    true
}

/// Notes a thesis if the text begins with the words for one; the rest, if any, is the institution.
pub(super) fn thesis(draft: &mut Draft, content: &str) -> bool {
    let lower = text::to_lowercase(content);
    let lead = lower.strip_prefix("unpublished ").map_or(0, |_| "unpublished ".len());
    let rest = lower.get(lead..).unwrap_or("");
    let Some(length) = words::THESES.split('|').find(|words| rest.starts_with(*words)).map(str::len) else {
        return false;
    };
    let Some((_, after)) = content.split_at_checked(lead + length) else { return false };
    if after.starts_with(char::is_letter) {
        return false;
    }
    // "Ph.D. dissertation in physics, MIT": the subject belongs to the words.
    let cut = after.find([',', '.', ':', ';', READ, '–', '—']).unwrap_or(after.len());
    let (subject, institution) = text::split_at(after, cut);
    let subject = if text::to_lowercase(subject.trim()).starts_with("in ") || subject.trim().is_empty() {
        subject
    } else {
        ""
    };
    draft.item.item_type = ItemType::Thesis;
    let dot = usize::from(
        after.starts_with('.') && content.get(..lead + length).is_some_and(|words| words.ends_with("diss")),
    );
    let genre = content.get(lead..lead + length + subject.len().max(dot)).unwrap_or("").trim();
    draft.fill(Variable::Genre, genre);
    let institution =
        institution_in(if subject.is_empty() && !bare(after).is_empty() { after } else { institution });
    if !institution.is_empty() {
        draft.fill(Variable::Publisher, institution);
    }
    true
}

/// The institution among the parts behind the words for a thesis: the one with a university's word, else all of it.
pub(super) fn institution_in(text: &str) -> &str {
    let core = bare(text.split(READ).find(|piece| piece.contains(char::is_letter)).unwrap_or(""));
    let school = |part: &&str| {
        let lower = text::to_lowercase(part);
        ["univ", "institut", "college", "escuela", "école", "hochschule", "school", "politec", "eth ", "mit"]
            .iter()
            .any(|word| lower.starts_with(word) || text::contains(&lower, &concat(&[" ", word])))
    };
    core.split([',', ';']).map(str::trim).find(school).unwrap_or(core)
}

/// What stands in parentheses. Says whether all of it was understood.
fn parenthesis(draft: &mut Draft, from: usize, to: usize, content: &str) -> bool {
    if thesis(draft, content) {
        return true;
    }
    if let Some(date) = original(content) {
        draft.item.set(Variable::OriginalDate, date);
        return true;
    }
    if let Some(word) = text::table_rows(words::DESCRIBED).find(|row| text::to_lowercase(content) == row.0) {
        if let Some(kind) = ItemType::from_word(word.1) {
            draft.item.item_type = kind;
        }
        draft.fill(Variable::Genre, content);
        return true;
    }
    // "(M. Holquist, Ed.; C. Emerson & M. Holquist, Trans.)": each piece has its own people.
    if content.contains_char(';') {
        let pieces: Vec<&str> = content.split(';').map(str::trim).collect_vec();
        let mut all = true;
        for piece in pieces {
            let parts: Vec<&str> = piece.split(',').map(str::trim).collect_vec();
            let known = parts.iter().all(|part| is_label(part));
            if known {
                parts.iter().for_each(|part| labelled(draft, part));
            }
            all &= known || translated(draft, piece, &parts);
        }
        if all {
            return true;
        }
    }
    let parts: Vec<&str> =
        content.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect_vec();
    let known = parts.iter().all(|part| is_label(part));
    if known && !parts.is_empty() {
        parts.iter().for_each(|part| labelled(draft, part));
        return true;
    }
    translated(draft, content, &parts) || !draft.dated && imprint(draft, from, to, content)
}

/// "Original work published 1962".
fn original(content: &str) -> Option<Date> {
    let lower = text::to_lowercase(content);
    let told = [
        "original work published",
        "originally published",
        "original publicado",
        "obra original",
        "first published",
        "original work",
    ];
    told.iter().find(|words| lower.starts_with(*words))?;
    let digits = content.rsplit(' ').next()?;
    let year = text::parse_u32(digits).filter(|_| (3..5).contains(&digits.len()))?;
    i32::try_from(year).ok().map(Date::year)
}

/// The kinds of what a label announces in brackets.
fn is_label(part: &str) -> bool {
    edition(part).is_some() || label(part).is_some() || report(part).is_some()
}

/// Volume, pages or number with its label.
fn label(part: &str) -> Option<(Variable, &str)> {
    let at = part.find(|c: char| c.is_ascii_digit() || c == ' ')?;
    let (word, value) = part.split_at_checked(at)?;
    let value = value.trim_start_matches(['.', ' ']).trim_end_matches('.');
    let number = value.starts_with(|c: char| c.is_ascii_digit() || "IVXivxSeA".contains_char(c))
        && value.chars().any(|c| c.is_ascii_digit() || "IVXivx".contains_char(c))
        && !value.contains_char(' ');
    let spaced = value.split_once(' ').is_some_and(|(first, rest)| {
        rest.starts_with(['–', '-', '&']) && first.contains(|c: char| c.is_ascii_digit())
    });
    if !(number || spaced) {
        return None;
    }
    let word = text::to_lowercase(word.trim_end_matches(['.', ' ']));
    match word.as_str() {
        "vol" | "vols" | "volume" | "bd" | "band" | "tome" | "tomo" | "t" => Some((Variable::Volume, value)),
        "pp" | "p" | "s" | "pages" | "págs" | "pág" | "pag" | "pags" | "seiten" | "page" | "ss" => {
            Some((Variable::Page, value))
        }
        "version" | "ver" => Some((Variable::Version, value)),
        "no" | "nr" | "number" | "núm" | "nº" => Some((Variable::Number, value)),
        _ => None,
    }
}

fn labelled(draft: &mut Draft, part: &str) {
    if let Some(edition) = edition(part) {
        draft.fill(Variable::Edition, &edition);
    } else if let Some((variable, value)) = label(part) {
        draft.fill(variable, value);
    } else if let Some((genre, number)) = report(part) {
        draft.item.item_type = ItemType::Report;
        draft.fill(Variable::Genre, genre);
        draft.fill(Variable::Number, number);
    }
}

/// A report's kind and number: `NBER Working Paper No. 123`, `Technical Report 12-3`, `Report No. 5`.
pub(super) fn report(part: &str) -> Option<(&str, &str)> {
    let at = part.rfind(' ')?;
    let (before, number) = (part.get(..at)?, part.get(at + 1..)?);
    if !number.contains(|c: char| c.is_ascii_digit()) || number.len() > 24 {
        return None;
    }
    let genre = before.trim_end_matches(['.', ' ', '#', ':']);
    let genre = ["No", "no", "Nr", "nr", "Number", "Nº", "nº", "#", "Núm", "núm"]
        .iter()
        .find_map(|label| genre.strip_suffix(label).filter(|rest| rest.ends_with(' ')))
        .unwrap_or(genre)
        .trim_end();
    let lower = text::to_lowercase(genre);
    let fits = words::REPORTS.split('|').any(|word| lower.ends_with(word));
    (fits && genre.len() < 80).then_some((genre, number))
}

/// Ordinals in words, with their numbers.
const ORDINALS: &str = "first=1|second=2|third=3|fourth=4|fifth=5|sixth=6|seventh=7|eighth=8|ninth=9|tenth=10|revised=|rev=|\
    segunda=2|tercera=3|zweite=2|dritte=3|deuxième=2|terceira=3|int'l=|international=|new=|student=|expanded=|updated=|enlarged=";

/// The edition that a text names and nothing else: its number, or its words where it has none.
pub(super) fn edition(part: &str) -> Option<String> {
    let core = part.trim().trim_end_matches('.');
    let (before, word) = core.rsplit_once([' ', '.']).or_else(|| core.split_once(['ª', 'º']))?;
    if !list_contains(
        "ed edn edition aufl auflage édition éd edición edição edizione izd baskı",
        &text::to_lowercase(word),
    ) {
        return None;
    }
    let ordinal = text::to_lowercase(before.trim().trim_end_matches('.'));
    let digits = ordinal.len() - ordinal.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && digits < 3 {
        let ending = ordinal.get(digits..).unwrap_or("").trim_start_matches('.');
        let fits = list_contains("st nd rd th . a ª º e ème me o rev", ending.trim()) || ending.is_empty();
        return fits.then(|| ordinal.get(..digits).unwrap_or("").to_owned());
    }
    match text::table_get(ORDINALS, &ordinal) {
        Some("") => Some(part.trim().to_owned()),
        Some(number) => Some(number.to_owned()),
        None => None,
    }
}

/// `(G. E. M. Anscombe, Trans.)`, `(J. Strachey, Ed. & Trans.)`.
fn translated(draft: &mut Draft, content: &str, parts: &[&str]) -> bool {
    let Some(role) = parts.iter().position(|part| {
        let word = text::to_lowercase(part.trim_end_matches('.'));
        list_contains("trans trad übers translator translators ed eds", &word)
            || text::contains(&word, "trans") && word.len() < 16
    }) else {
        let lower = text::to_lowercase(content);
        let by = ["trans. ", "translated by ", "trad. ", "trans ", "übers. "]
            .iter()
            .find(|words| lower.starts_with(*words));
        return by.is_some_and(|words| {
            let people = names::read(content.get(words.len()..).unwrap_or(""));
            draft.item.set(Variable::Translator, people.names);
            true
        });
    };
    let Some(word) = parts.get(role).filter(|_| role > 0) else { return false };
    let end = content.len() - text::find(content, word).and_then(|at| content.get(at..)).map_or(0, str::len);
    let people = names::read(content.get(..end).unwrap_or(""));
    let both = word.contains_char('&') || text::contains(word, "and");
    if both || text::to_lowercase(word).starts_with("ed") {
        draft.item.set(Variable::Editor, people.names.clone());
    }
    if both || !text::to_lowercase(word).starts_with("ed") {
        draft.item.set(Variable::Translator, people.names);
    }
    for part in parts.get(role + 1..).unwrap_or(&[]) {
        labelled(draft, part);
    }
    true
}

/// `(Chicago: University of Chicago Press, 1962)`, `(Springer, 2006)`: publisher and year of a work whose date is not
/// known yet. Nothing but a page may follow.
fn imprint(draft: &mut Draft, from: usize, to: usize, content: &str) -> bool {
    let Some((told_words, year)) = content.rsplit_once([',', ';', ' ']) else { return false };
    let after = draft.text.get(to..).unwrap_or("").to_owned();
    let ends = !after.chars().any(|c| c.is_letter() && c != 'p');
    let told = when::year_with_suffix(year.trim()).is_some() && told_words.contains(char::is_letter);
    if !(ends && told) || super::locator::is_month(told_words.trim_end_matches([',', '.', ' '])) {
        return false;
    }
    let Some(when) = when::read(year) else { return false };
    // "(Spring 2010)" and "(London, 1953)" behind numbers of a journal are no imprint.
    let numbers = draft.slice(0, from).trim_end().ends_with(|c: char| c.is_ascii_digit());
    if numbers && !words::is_press(told_words) {
        return false;
    }
    let parts: Vec<&str> = told_words.split([',', ';']).map(str::trim).collect_vec();
    let mut kept = told_words.trim();
    if let Some(first) = parts.first()
        && let Some(edition) = edition(first)
    {
        draft.fill(Variable::Edition, &edition);
        kept = told_words.get(first.len()..).unwrap_or("");
    }
    draft.set_when(&when);
    super::imprint::publisher(draft, kept);
    // A page behind the imprint of a chapter is its own; one behind a book's is only the place that a note points to.
    let pages = after.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | 'p' | READ));
    if pages.contains(['-', '–']) && pages.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–')) {
        let pages = pages.to_owned();
        draft.fill(Variable::Page, &pages);
    }
    let end = draft.text.len();
    draft.mask(to, end);
    true
}

/// An edition outside of brackets: `, 2nd ed.`
pub(super) fn editions(draft: &mut Draft, from: usize) {
    for word in ["ed", "edn", "edition", "aufl", "auflage", "edición", "édition", "éd", "edição"] {
        let mut at = from;
        while let Some(found) = find_phrase(&draft.text, word, at) {
            at = found + word.len();
            let before = draft.slice(from, found);
            let start = before.trim_end().rfind([' ', READ, ',', '(', ';']).map_or(0, |at| at + 1);
            let phrase = draft.slice(from + start, found + word.len()).to_owned();
            let lead = before.get(..start).unwrap_or("").trim_end();
            let apart = phrase.starts_with(|c: char| c.is_ascii_digit())
                || lead.is_empty()
                || lead.ends_with(['.', ',', ';', READ, ':', '(']);
            let Some(edition) = edition(&phrase).filter(|_| apart) else { continue };
            let dot = usize::from(draft.text.get(at..).is_some_and(|rest| rest.starts_with('.')));
            let words = edition.contains(|c: char| !c.is_ascii_digit()) && dot > 0;
            draft.fill(Variable::Edition, &if words { concat(&[&edition, "."]) } else { edition });
            // The dot stays a sentence's end.
            draft.mask(from + start, at + dot);
            return;
        }
    }
}

/// A volume with its label in the middle: `The Art of Computer Programming, vol. 1. Reading`.
pub(super) fn volumes(draft: &mut Draft, from: usize) {
    for word in ["vol", "vols", "volume", "bd", "band", "tome", "tomo", "t"] {
        let Some(found) = find_phrase(&draft.text, word, from) else { continue };
        let rest = draft.text.get(found + word.len()..).unwrap_or("");
        let value = rest.trim_start_matches(['.', ' ']);
        let length = value
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '–')))
            .unwrap_or(value.len());
        let number = value.get(..length).unwrap_or("");
        let fits =
            number.chars().all(|c| c.is_ascii_digit() || "IVXivx-–".contains_char(c)) && !number.is_empty();
        let ends = value
            .get(length..)
            .is_some_and(|after| after.is_empty() || after.starts_with([',', '.', ';', ':', READ]));
        let before = draft.slice(from, found).trim_end();
        if !fits || !ends || !before.ends_with([',', '.', ';', READ, '(']) {
            continue;
        }
        let to = found + word.len() + rest.len() - value.len() + length;
        let number = number.to_owned();
        draft.fill(Variable::Volume, &number);
        draft.mask(found, to);
        return;
    }
}

/// Pages with their label in the middle: `, pp. 44–61.`; and ranges between a comma and a dot.
pub(super) fn pages(draft: &mut Draft, from: usize) {
    for label in ["pp", "p", "pages", "S", "págs", "pág", "pag", "s", "ss"] {
        let mut at = from;
        while let Some(found) = find_phrase(&draft.text, label, at) {
            at = found + label.len();
            let cased = draft.slice(found, at) == label;
            let rest = draft.text.get(at..).unwrap_or("");
            let value = rest.trim_start_matches(['.', ' ']);
            let length = page_length(value);
            let before = draft.slice(from, found).trim_end();
            let apart = before.ends_with([',', '.', ';', READ, '(', ':']) || before.is_empty();
            if !cased || length == 0 || !apart {
                continue;
            }
            let start = at + rest.len() - value.len();
            let pages = draft.slice(start, start + length).to_owned();
            draft.fill(Variable::Page, &pages);
            draft.mask(found, start + length);
            return;
        }
    }
    let mut at = from;
    while let Some(found) =
        draft.text.get(at..).and_then(|rest| rest.find([',', ':'])).map(|found| at + found)
    {
        at = found + 1;
        let rest = draft.text.get(at..).unwrap_or("");
        let value = rest.trim_start();
        let length = page_length(value);
        let range = value.get(..length).is_some_and(|pages| pages.contains(['-', '–', '—']));
        // "A history, 2015–2019": years belong to the title.
        let years = value
            .get(..length)
            .is_some_and(|pages| pages.split(['-', '–', '—']).all(|year| when::year(year).is_some()));
        let ends = value
            .get(length..)
            .is_some_and(|after| after.is_empty() || after.starts_with(['.', ',', READ, ';', ' ']));
        if range && ends && !years {
            let start = at + rest.len() - value.len();
            let pages = draft.slice(start, start + length).to_owned();
            draft.fill(Variable::Page, &pages);
            draft.mask(found, start + length);
            return;
        }
    }
}

/// How much of a text is a page or a range of pages.
fn page_length(text: &str) -> usize {
    let length = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '—' | '‐' | '‑')))
        .unwrap_or(text.len());
    let value = text.get(..length).unwrap_or("");
    let roman = value.chars().all(|c| "ivxlcdm–-".contains_char(c)) && !value.is_empty();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_letter()).count();
    if roman || digits > 0 && letters < 3 && value.len() < 14 { length } else { 0 }
}
