//! The head of a reference: names, then the date where it follows them.

use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::lexicon::organisations::is_organisation;
use crate::references::phrases::date::{WorkDate, says_no_date, work_date, year_with_suffix};
use crate::references::phrases::name_extent::name_list_length;
use crate::references::phrases::names::{name_list, name_list_before_bracket};
use crate::references::quotations::first_quotation;
use crate::references::sentences::{sentences_with_abbreviations, trim_enclosing};
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::text::list_contains;
use crate::vocabulary::Variable;

/// What the head contains.
pub(super) struct Head {
    pub(super) claims: Vec<Claim>,
    /// Where the words after names and date begin.
    pub(super) end: usize,
}

/// Reads names and date at the head.
pub(super) fn read(tokens: &Tokens) -> Head {
    let text = tokens.text();
    let rest = text.trim_start_matches([CLAIMED, ' ', '.', ',', ')', ']']);
    let start = text.len() - rest.len();
    let length = name_list_length(rest);
    if let Some(date) = date_in_brackets(rest).or_else(|| date_after_names(rest, length)) {
        return dated(rest, start, date, length);
    }
    // What precedes a quoted title are names, whatever they look like, unless it is too long.
    let end = match first_quotation(rest).map(|quotation| quotation.start) {
        Some(at) if length == 0 && at < 100 || length > 0 && at < 300 && is_near(rest, length, at) => at,
        _ => length,
    };
    Head { claims: people(rest.get(..end).unwrap_or(""), start, false), end: start + end }
}

/// Whether no words of a title are between the names and a quotation mark.
fn is_near(text: &str, names_length: usize, quote: usize) -> bool {
    let between = text.get(names_length.min(quote)..quote).unwrap_or("");
    let names = text.get(..names_length).unwrap_or("").trim_end();
    small_words(between) < 2
        && !between.contains([':', '?'])
        && (between.len() < 4 || !names.ends_with([':', '.']))
}

/// How many words of a text begin with a small letter.
fn small_words(text: &str) -> usize {
    text.split(' ').filter(|word| word.starts_with(char::is_lowercase_letter)).count()
}

/// Names, then the date. What is between them belongs to the names, unless it is the title of a work without an
/// author.
fn dated(text: &str, start: usize, date: HeadDate, names_length: usize) -> Head {
    let block = text.get(..date.start).unwrap_or("");
    let bracket = text.get(date.start..).is_some_and(|date| date.starts_with(['(', '[']));
    let date_span = Span::new(start + date.start, start + date.end);
    let mut claims = date.date.claims(date_span);
    if has_title(block, names_length) {
        let (names, title) = block.split_at_checked(names_length).unwrap_or((block, ""));
        claims.extend(people(names, start, false));
        let span = Span::new(names.len(), block.len()).shifted(start);
        claims.push(Claim::likely(Variable::Title, trim_enclosing(title), span));
    } else {
        claims.extend(people(block, start, bracket));
    }
    Head { claims, end: date_span.end }
}

/// Whether a title precedes the date, alone or after the names.
fn has_title(block: &str, names_length: usize) -> bool {
    let core = block.trim_end_matches([' ', ',', '.', '(']);
    if names_length > 0 {
        let between = block.get(names_length..).unwrap_or("");
        return sentences_with_abbreviations(block).len() > 1
            && names_length + 2 < core.len()
            && small_words(between) > 1
            && !between.contains('&');
    }
    let is_of_title = |word: &str| {
        word.starts_with(char::is_lowercase_letter)
            && !list_contains("of for the and de la del et y e und für des di della von der van", word)
    };
    let long = core.split(' ').count() > 5 && !is_organisation(core);
    !core.contains(',') && (core.split(' ').any(is_of_title) || long)
}

/// The claims of the names in a block that begins at an offset.
fn people(block: &str, start: usize, before_bracket: bool) -> Vec<Claim> {
    let people = if before_bracket { name_list_before_bracket(block) } else { name_list(block) };
    let span = Span::new(0, block.len()).shifted(start);
    let mut claims = Vec::new();
    if !people.guessed.is_empty() {
        let reason = format!("Where the family name begins in “{}” is a guess.", people.guessed);
        claims.push(Claim::warning(Variable::Author, reason, span));
    }
    if people.more {
        let reason = "The list of names ends in “et al.”, so some are missing.";
        claims.push(Claim::warning(Variable::Author, reason, span));
    }
    claims.push(Claim::stated(people.role.unwrap_or(Variable::Author), people.names, span));
    claims
}

/// A date after the names, as offsets in the text that begins with them.
struct HeadDate {
    start: usize,
    end: usize,
    date: WorkDate,
}

/// The date in brackets that follows the names, as in APA and Harvard style: what precedes it has no digits and no
/// quotation marks, what follows is no number of a page.
fn date_in_brackets(text: &str) -> Option<HeadDate> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find(['(', '['])?;
        let before = text.get(..open)?;
        if before.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '"' | '«' | CLAIMED)) {
            return None;
        }
        let close = open + text.get(open..)?.find([')', ']'])?;
        let after = text.get(close + 1..)?;
        if let Some(date) = text.get(open + 1..close).and_then(work_date) {
            let has_words = after.chars().filter(|c| c.is_letter()).count() > 2;
            let page = after.trim_start().strip_prefix([':', ',']).map(str::trim_start);
            let is_paged = page.is_some_and(|page| page.starts_with(|c: char| c.is_ascii_digit()));
            return (has_words && !is_paged).then_some(HeadDate { start: open, end: close + 1, date });
        }
        from = close + 1;
    }
}

/// The year that follows the names without brackets, as in Chicago's author-date style: what precedes it is nothing but
/// names.
fn date_after_names(text: &str, names_length: usize) -> Option<HeadDate> {
    let mut at = 0;
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        let core = word.trim_end_matches(['.', ',', ':', ';']);
        if core.contains([CLAIMED, '“', '"', '(']) || start > names_length + 2 && start > 0 {
            return None;
        }
        if year_with_suffix(core).is_none() && !says_no_date(core) {
            continue;
        }
        let end = start + word.len();
        let fits = start > 0 && !word.ends_with(';') && is_before_title(text, end, core.len() < word.len());
        return if fits { Some(HeadDate { start, end, date: work_date(core)? }) } else { None };
    }
    None
}

/// Whether a title may begin after a year: a mark ends the year, or a quotation or a capital follows.
fn is_before_title(text: &str, end: usize, marked: bool) -> bool {
    let quoted = text.get(end + 1..).is_some_and(|rest| rest.starts_with(['“', '"', '‘', '\'']));
    let after = text.get(end..).unwrap_or("");
    let titled = after.trim_start().starts_with(|c: char| {
        c.is_letter() && !c.is_lowercase_letter() || matches!(c, '“' | '"' | '‘' | '«' | '\'' | '¿')
    });
    (marked || quoted || titled) && after.chars().filter(|c| c.is_letter()).count() > 3
}
