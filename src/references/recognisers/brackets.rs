//! What brackets contain after the names and the date: kinds of works, theses, editions, volumes, pages, reports,
//! translators and editors, imprints.

use crate::item::Date;
use crate::prelude::*;
use crate::references::claims::{Claim, Scan};
use crate::references::lexicon::months::is_month;
use crate::references::lexicon::publishers::is_publisher;
use crate::references::lexicon::works::DESCRIPTIONS;
use crate::references::phrases::date::{work_date, year_with_suffix};
use crate::references::phrases::edition::edition;
use crate::references::phrases::imprint::Imprint;
use crate::references::phrases::label::labelled_number;
use crate::references::phrases::names::name_list;
use crate::references::phrases::report::report;
use crate::references::phrases::thesis::thesis;
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::text::{self, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// What a bracket was read as.
#[derive(Debug, Default)]
struct Reading {
    claims: Vec<Claim>,
    /// Whether all of the bracket was understood. One of which a part was not keeps its words.
    complete: bool,
}

impl Reading {
    /// A bracket of which all was understood.
    fn complete(claims: Vec<Claim>) -> Reading {
        Reading { claims, complete: true }
    }
}

/// All brackets from an offset on. `dated`: whether the date is known already.
pub(in crate::references) fn recognise(tokens: &Tokens, from: usize, dated: bool) -> Vec<Claim> {
    let mut scan = Scan::new(tokens);
    let mut dated = dated;
    let mut at = from;
    while let Some(open) = scan.tokens.after(at).find(['(', '[']).map(|found| at + found) {
        at = open + 1;
        let text = scan.tokens.after(open);
        let Some(length) = bracket_length(text) else { continue };
        let span = Span::new(open, open + length);
        let reading = if text.starts_with('[') {
            descriptor(&scan.tokens, span)
        } else if scan.tokens.between(from, open).ends_with(|c: char| c.is_ascii_digit()) {
            // "11(1)": an issue.
            Reading::default()
        } else {
            parenthesis(&scan.tokens, span, dated)
        };
        dated |= reading.claims.iter().any(Claim::is_date);
        if reading.complete {
            at = span.end;
            scan.claim_all(reading.claims, span);
        } else {
            let kept = Span::new(open, open);
            let claims = reading.claims.into_iter().map(|claim| Claim { span: kept, ..claim }).collect();
            scan.claim_all(claims, kept);
        }
    }
    scan.claims
}

/// The length of a bracketed stretch, brackets included; brackets inside are counted.
fn bracket_length(text: &str) -> Option<usize> {
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

/// The text between the brackets.
fn content(tokens: &Tokens, span: Span) -> &str {
    tokens.between(span.start + 1, span.end - 1)
}

/// The letters of China's standard (GB/T 7714) for the kind of work.
const TYPE_LETTERS: &[(&str, ItemType)] = &[
    ("J", ItemType::ArticleJournal),
    ("M", ItemType::Book),
    ("C", ItemType::PaperConference),
    ("D", ItemType::Thesis),
    ("R", ItemType::Report),
    ("N", ItemType::ArticleNewspaper),
    ("DB", ItemType::Dataset),
    ("CP", ItemType::Software),
    ("EB/OL", ItemType::Webpage),
    ("J/OL", ItemType::ArticleJournal),
    ("M/OL", ItemType::Book),
];

/// A description of the work in square brackets: `[Doctoral dissertation, University of Chicago]`, `[Data set]`.
fn descriptor(tokens: &Tokens, span: Span) -> Reading {
    let content = content(tokens, span);
    if let Some(thesis) = thesis(content) {
        return Reading::complete(thesis.claims(tokens, span));
    }
    if let Some((_, item_type)) = TYPE_LETTERS.iter().find(|row| row.0 == content) {
        return Reading::complete(vec![Claim::item_type(*item_type, span)]);
    }
    let lower = text::to_lowercase(content);
    match DESCRIPTIONS.iter().find(|row| lower.starts_with(row.0)) {
        Some((_, item_type)) => Reading::complete(described(content, *item_type, span)),
        None => Reading::default(),
    }
}

/// The claims of a description.
fn described(content: &str, item_type: Option<ItemType>, span: Span) -> Vec<Claim> {
    let item_type = item_type.map(|item_type| Claim::item_type(item_type, span));
    item_type.into_iter().chain([Claim::likely(Variable::Genre, content, span)]).collect()
}

/// What parentheses contain: a thesis, dates, descriptions, labels, people or an imprint.
fn parenthesis(tokens: &Tokens, span: Span, dated: bool) -> Reading {
    let content = content(tokens, span);
    if let Some(thesis) = thesis(content) {
        return Reading::complete(thesis.claims(tokens, span));
    }
    if let Some(date) = original_date(content) {
        return Reading::complete(vec![Claim::stated(Variable::OriginalDate, date, span)]);
    }
    let lower = text::to_lowercase(content);
    if let Some((_, item_type)) = DESCRIPTIONS.iter().find(|row| lower == row.0) {
        return Reading::complete(described(content, *item_type, span));
    }
    let mut reading = if content.contains(';') { groups(content, span) } else { Reading::default() };
    if reading.complete {
        return reading;
    }
    let parts: Vec<&str> = content.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let rest = labels(&parts, span)
        .filter(|_| !parts.is_empty())
        .or_else(|| people(content, &parts, span))
        .or_else(|| if dated { None } else { imprint(tokens, span) });
    reading.complete = rest.is_some();
    reading.claims.extend(rest.into_iter().flatten());
    reading
}

/// Groups between semicolons, each with people or labels of its own: `(M. Holquist, Ed.; C. Emerson, Trans.)`.
fn groups(content: &str, span: Span) -> Reading {
    let mut reading = Reading::complete(Vec::new());
    for group in content.split(';').map(str::trim) {
        let parts: Vec<&str> = group.split(',').map(str::trim).collect();
        let claims = labels(&parts, span).or_else(|| people(group, &parts, span));
        reading.complete &= claims.is_some();
        reading.claims.extend(claims.into_iter().flatten());
    }
    reading
}

/// The year of the first edition: `Original work published 1962`.
fn original_date(content: &str) -> Option<Date> {
    const PHRASES: [&str; 6] = [
        "original work published",
        "originally published",
        "original publicado",
        "obra original",
        "first published",
        "original work",
    ];
    let lower = text::to_lowercase(content);
    PHRASES.iter().find(|phrase| lower.starts_with(**phrase))?;
    let digits = content.rsplit(' ').next()?;
    let year = text::parse_u32(digits).filter(|_| (3..5).contains(&digits.len()))?;
    i32::try_from(year).ok().map(Date::year)
}

/// Parts each of which a label announces; `None` where one is something else.
fn labels(parts: &[&str], span: Span) -> Option<Vec<Claim>> {
    let claims: Option<Vec<_>> = parts.iter().map(|part| label(part, span)).collect();
    claims.map(|claims| claims.into_iter().flatten().collect())
}

/// An edition, a volume, pages, or the number of a report.
fn label(part: &str, span: Span) -> Option<Vec<Claim>> {
    if let Some(edition) = edition(part) {
        return Some(vec![Claim::likely(Variable::Edition, edition, span)]);
    }
    if let Some((variable, number)) = labelled_number(part) {
        return Some(vec![Claim::likely(variable, number, span)]);
    }
    let (genre, number) = report(part)?;
    Some(vec![
        Claim::item_type(ItemType::Report, span),
        Claim::likely(Variable::Genre, genre, span),
        Claim::likely(Variable::Number, number, span),
    ])
}

/// Editors or translators: `(G. E. M. Anscombe, Trans.)`, `(J. Strachey, Ed. & Trans.)`, `(trans. J. Strachey)`.
fn people(content: &str, parts: &[&str], span: Span) -> Option<Vec<Claim>> {
    let Some(at) = parts.iter().position(|part| is_role(part)) else {
        let lower = text::to_lowercase(content);
        let phrases = ["trans. ", "translated by ", "trad. ", "trans ", "übers. "];
        let phrase = phrases.iter().find(|phrase| lower.starts_with(**phrase))?;
        let names = name_list(content.get(phrase.len()..).unwrap_or("")).names;
        return Some(vec![Claim::stated(Variable::Translator, names, span)]);
    };
    let role = parts.get(at).filter(|_| at > 0)?;
    let names = name_list(content.get(..text::offset_of(content, role)).unwrap_or("")).names;
    let lower = text::to_lowercase(role);
    let both = role.contains('&') || role.contains("and");
    let is_editor = lower.starts_with("ed");
    let mut claims = Vec::new();
    if both || is_editor {
        claims.push(Claim::stated(Variable::Editor, names.clone(), span));
    }
    if both || !is_editor {
        claims.push(Claim::stated(Variable::Translator, names, span));
    }
    claims.extend(parts.iter().skip(at + 1).filter_map(|part| label(part, span)).flatten());
    Some(claims)
}

/// Whether a part names a role: `Trans.`, `Ed. & Trans.`
fn is_role(part: &str) -> bool {
    let word = text::to_lowercase(part.trim_end_matches('.'));
    list_contains("trans trad übers translator translators ed eds", &word)
        || word.contains("trans") && word.len() < 16
}

/// Publisher and year of a work whose date is not known yet: `(Chicago: University of Chicago Press, 1962)`,
/// `(Springer, 2006)`. Nothing but a page may follow.
fn imprint(tokens: &Tokens, span: Span) -> Option<Vec<Claim>> {
    let (words, year) = content(tokens, span).rsplit_once([',', ';', ' '])?;
    let after = tokens.after(span.end);
    let is_last = !after.contains(|c: char| c.is_letter() && c != 'p');
    let has_year = year_with_suffix(year.trim()).is_some() && words.contains(char::is_letter);
    if !(is_last && has_year) || is_month(words.trim_end_matches([',', '.', ' '])) {
        return None;
    }
    let date = work_date(year)?;
    // "(Spring 2010)" and "(London, 1953)" after numbers of a journal are no imprint.
    let numbers = tokens.between(0, span.start).trim_end().ends_with(|c: char| c.is_ascii_digit());
    if numbers && !is_publisher(words) {
        return None;
    }
    let mut claims = date.claims(span);
    let first = words.split([',', ';']).next().unwrap_or("");
    let mut publisher = words.trim();
    if let Some(edition) = edition(first.trim()) {
        claims.push(Claim::likely(Variable::Edition, edition, span));
        publisher = words.get(first.trim().len()..).unwrap_or("");
    }
    claims.extend(Imprint::read(publisher).claims(tokens));
    // A page after the imprint of a chapter is its own; one after a book's is only the place that a note points to.
    let pages =
        after.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | 'p' | CLAIMED));
    let end = Span::new(span.end, span.end + after.len());
    let is_range =
        pages.contains(['-', '–']) && pages.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'));
    claims.push(if is_range { Claim::likely(Variable::Page, pages, end) } else { Claim::nothing(end) });
    Some(claims)
}
