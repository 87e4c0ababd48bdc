//! Identifiers, addresses and notes of access: read wherever they stand, and taken out of the words.

use super::access;
use super::draft::{Draft, READ, find_phrase};
use crate::prelude::*;
use crate::text;
use crate::vocabulary::Variable;

/// Takes out all that can be known by its form alone.
pub(super) fn read(draft: &mut Draft) {
    enumerator(draft);
    links(draft);
    addresses(draft);
    dois(draft);
    numbers(draft);
    access::read(draft);
    fillers(draft);
}

/// The number of the reference in its list: `[12]`, `12.`, `(12)`, `•`.
fn enumerator(draft: &mut Draft) {
    let text = draft.text.as_str();
    let inner = text.trim_start_matches(['[', '(', '•', '·', '–', '*', '†', ' ']);
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = inner.get(digits..).unwrap_or("");
    let closed = rest.trim_start_matches([']', ')', '.', '\t']);
    let marked = closed.len() < rest.len() || inner.len() < text.len();
    let spaced = closed.starts_with(' ') || closed.starts_with(char::is_letter) || inner.len() < text.len();
    if (digits > 0 && digits < 4 && marked && spaced)
        || (digits == 0 && inner.len() < text.len() && !text.starts_with(['[', '(']))
    {
        let to = text.len() - closed.trim_start().len();
        draft.mask(0, to);
    } else if (1..4).contains(&digits)
        && rest.starts_with(' ')
        && rest.trim_start().starts_with(char::is_uppercase_letter)
    {
        draft.mask(0, digits);
    }
}

/// What the links behind a reference are called on publishers' pages, the longer ones first; those in the second list
/// count only beside one of the first.
const LINKS: &str = "view in google scholar|google scholar|view in scopus|scopus|crossref full text|crossref|cross ref|\
    pubmed central|pubmed abstract|pubmed|web of science|medline|green version|mathscinet|publisher full text|\
    full text (pdf)|view record in scopus|openurl|search ads|astrophysics data system";
const LINKS_BESIDE: &str = "article|cas|ads|pdf|full text|free full text|abstract|view article|view|view at publisher|math|doi|isi|\
    download|export|free pmc article|pmc free article|view at";

/// Takes the words of links off the end.
fn links(draft: &mut Draft) {
    let mut end = draft.text.len();
    let mut certain = false;
    let mut sure_end = end;
    loop {
        let edge =
            |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '|' | '·' | ',' | ';' | READ);
        let core = draft.slice(0, end).trim_end_matches(edge);
        let lower = core.to_ascii_lowercase();
        let ending = |list: &'static str| {
            list.split('|').find(|link| {
                lower.strip_suffix(link).is_some_and(|before| {
                    before.is_empty() || before.ends_with([' ', '[', '(', ']', ')', '.', READ])
                })
            })
        };
        if let Some(link) = ending(LINKS) {
            certain = true;
            end = core.len() - link.len();
            sure_end = end;
        } else if let Some(link) = ending(LINKS_BESIDE) {
            end = core.len() - link.len();
            if certain {
                sure_end = end;
            }
        } else {
            break;
        }
    }
    let open = draft.slice(0, sure_end).trim_end_matches(['[', '(', ' ']).len();
    if sure_end < draft.text.len() {
        draft.mask(open, draft.text.len());
    }
}

/// Whether a character can stand in an address or an identifier.
fn in_address(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c, '<' | '>' | '"' | '”' | '“' | '»' | '«' | READ | '{' | '}' | '|' | '^' | '`')
}

/// How much of a text is an address, without the marks of the sentence around it.
fn address_length(text: &str) -> usize {
    let whole = text.find(|c: char| !in_address(c)).unwrap_or(text.len());
    let mut address = text.get(..whole).unwrap_or("");
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '\'', '’', '!', '?', '*']);
        let unbalanced = |open: char, close: char| {
            shorter.ends_with(close) && shorter.matches(close).count() > shorter.matches(open).count()
        };
        let cut = if unbalanced('(', ')') || unbalanced('[', ']') {
            shorter.get(..shorter.len() - 1).unwrap_or("")
        } else {
            shorter
        };
        if cut.len() == address.len() {
            return address.len();
        }
        address = cut;
    }
}

/// Web addresses; those of DOIs tell the DOI.
fn addresses(draft: &mut Draft) {
    for scheme in ["https://", "http://", "ftp://", "www."] {
        let mut from = 0;
        while let Some(at) = find_ascii(&draft.text, scheme, from) {
            let rest = draft.text.get(at..).unwrap_or("");
            let length = address_length(rest);
            from = at + length.max(1);
            let address = draft.slice(at, at + length).to_owned();
            if length <= scheme.len() + 2 || !address.contains_char('.') {
                continue;
            }
            let resolver = ["doi.org/", "doi.org:", "doi.acm.org/", "doi.ieeecomputersociety.org/"]
                .iter()
                .any(|host| text::contains(&address.to_ascii_lowercase(), host));
            if resolver && let Some(doi) = doi_in(&address) {
                draft.fill(Variable::Doi, &doi);
            } else if scheme != "ftp://" {
                draft.fill(Variable::Url, &address);
            }
            let labelled = without_labels(draft.slice(0, at), &["doi", "doi number"]);
            let (from, to) = around(&draft.text, if resolver { labelled } else { at }, at + length);
            draft.mask(from, to);
        }
    }
}

/// Where a text of ASCII stands, case aside.
fn find_ascii(text: &str, sought: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let last = bytes.len().checked_sub(sought.len())?;
    (from..=last).find(|at| {
        bytes.get(*at..*at + sought.len()).is_some_and(|found| found.eq_ignore_ascii_case(sought.as_bytes()))
    })
}

/// The DOI in an address, or at the start of a text.
fn doi_in(text: &str) -> Option<String> {
    let at = text::find(text, "10.")?;
    let rest = text.get(at..)?;
    let length = doi_length(rest);
    (length > 0).then(|| rest.get(..length).unwrap_or("").to_owned())
}

/// How much of a text that begins with `10.` is a DOI; 0 where it is none.
fn doi_length(rest: &str) -> usize {
    let prefix = rest.get(3..).unwrap_or("").trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = rest.len().saturating_sub(prefix.len() + 3);
    let slash = prefix.starts_with('/') || prefix.to_ascii_lowercase().starts_with("%2f");
    if !(4..=12).contains(&digits) || !slash {
        return 0;
    }
    let length = address_length(rest);
    if length > digits + 4 { length } else { 0 }
}

/// DOIs outside of addresses, with the words before them.
fn dois(draft: &mut Draft) {
    let mut from = 0;
    while let Some(at) = draft.text.get(from..).and_then(|rest| text::find(rest, "10.")).map(|at| from + at) {
        from = at + 3;
        let before = draft.slice(0, at).to_owned();
        let apart = before.chars().next_back().is_none_or(|c| !c.is_ascii_digit() && c != '.' && c != '/');
        let length = doi_length(draft.text.get(at..).unwrap_or(""));
        if !apart || length == 0 {
            continue;
        }
        let doi = draft.slice(at, at + length).to_owned();
        draft.fill(Variable::Doi, &doi);
        let start = without_labels(&before, &["https://doi.org/", "doi.org/", "dx.doi.org/", "doi"]);
        let (start, to) = around(&draft.text, start, at + length);
        draft.mask(start, to);
        from = to;
    }
}

/// Where the labels at the end of a text begin.
fn without_labels(before: &str, labels: &[&str]) -> usize {
    let mut text = before;
    loop {
        let core = text.trim_end_matches([' ', ':', '=', READ]);
        let lower = core.to_ascii_lowercase();
        match labels.iter().find(|label| lower.ends_with(**label)) {
            Some(label) => text = core.get(..core.len() - label.len()).unwrap_or(""),
            None => break,
        }
    }
    text.trim_end().len().max(if text.len() == before.len() { before.len() } else { 0 })
}

/// The same place with the brackets around it, if they hold nothing else.
pub(super) fn around(text: &str, from: usize, to: usize) -> (usize, usize) {
    let (before, after) = (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""));
    for (open, close) in [('(', ')'), ('[', ']'), ('<', '>'), ('‹', '›'), ('{', '}')] {
        let lead = before.trim_end();
        let tail = after.trim_start_matches([' ', '.', ',']);
        if lead.ends_with(open) && tail.starts_with(close) {
            return (lead.len() - open.len_utf8(), text.len() - tail.len() + close.len_utf8());
        }
    }
    (from, to)
}

/// Labels of numbers that tell what they are, the variable and what the number must look like.
const NUMBERS: &[(&str, Variable)] = &[
    ("pmcid", Variable::Pmcid),
    ("pubmed pmid", Variable::Pmid),
    ("pmid", Variable::Pmid),
    ("isbn-13", Variable::Isbn),
    ("isbn-10", Variable::Isbn),
    ("isbn", Variable::Isbn),
    ("issn", Variable::Issn),
    ("arxiv preprint arxiv", Variable::Number),
    ("arxiv", Variable::Number),
];

fn numbers(draft: &mut Draft) {
    for (label, variable) in NUMBERS {
        let Some(at) = find_phrase(&draft.text, label, 0) else { continue };
        let rest = draft.text.get(at + label.len()..).unwrap_or("");
        let lead = rest.len() - rest.trim_start_matches([' ', ':', '.']).len();
        let value = rest.get(lead..).unwrap_or("");
        let length = match variable {
            Variable::Isbn | Variable::Issn => value
                .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '–' | 'X' | 'x' | '‑' | '‐' | ' ')))
                .unwrap_or(value.len()),
            _ => value
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-')))
                .unwrap_or(value.len()),
        };
        let number = value.get(..length).unwrap_or("").trim_end_matches(['.', ' ', '-', '/']).to_owned();
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let fits = match variable {
            Variable::Pmid => digits > 3 && digits == number.len(),
            Variable::Number => {
                lead < 3 && digits > 5 && (number.contains_char('.') || number.contains_char('/'))
            }
            _ => digits > 5,
        };
        if !fits {
            continue;
        }
        let whole = draft.slice(at, at + label.len() + lead + number.len()).to_owned();
        if *variable == Variable::Number {
            // Preprints are called by the number with its label: "arXiv:1706.03762".
            let from = whole.to_ascii_lowercase().rfind("arxiv").unwrap_or(0);
            draft.fill(*variable, whole.get(from..).unwrap_or(""));
            draft.fill(Variable::Publisher, whole.get(from..from + 5).unwrap_or(""));
        } else {
            draft.fill(*variable, &number);
        }
        let (from, to) = around(&draft.text, at, at + whole.len());
        draft.mask(from, to);
    }
}

/// Notes that say nothing about the work.
const FILLERS: &str = "[internet]|[online]|[electronic]|[electronic resource]|[en línea]|[en ligne]|[electronic version]|[web page]|\
    [website]|[web]|[pdf]|[pdf file]|(online)|[print]|epub ahead of print|[epub ahead of print]|(epub ahead of print)|\
    advance online publication|[in english]|[html]|[elektronik]|published online|published electronically|\
    print.|web.|no pagination specified|[in russian]|[in chinese]|[in german]|[in french]|[in spanish]|[in persian]|[in japanese]";

/// Where a work was found, as MLA wants it said.
const DATABASES: &str = "jstor|project muse|proquest|ebscohost|academic search complete|google books|lexisnexis|hathitrust|\
    gale academic onefile|internet archive|wiley online library|sciencedirect|springerlink|taylor & francis online|researchgate";

fn databases(draft: &mut Draft) {
    for name in DATABASES.split('|') {
        let Some(at) = find_phrase(&draft.text, name, 0) else { continue };
        let before = draft.slice(0, at).trim_end();
        let after = draft.text.get(at + name.len()..).unwrap_or("");
        let closed = after.trim().is_empty()
            || after.trim_start_matches(['.', ',']).trim_start().starts_with(READ)
            || after.trim() == ".";
        if closed && before.ends_with(['.', READ, ',', ';']) {
            draft.mask(at, at + name.len());
        }
    }
}

fn fillers(draft: &mut Draft) {
    databases(draft);
    for filler in FILLERS.split('|') {
        while let Some(at) = find_ascii(&draft.text, filler, 0) {
            let before = draft.slice(0, at).trim_end();
            let word = !filler.starts_with(['[', '(']);
            if word && !before.ends_with(['.', ',', ';', '(', READ]) {
                break;
            }
            let to = at + filler.len();
            draft.mask(at, to);
        }
    }
    if let Some(at) = find_phrase(&draft.text, "epub", 0) {
        let rest = draft.text.get(at + 4..).unwrap_or("");
        let length = access::date_length(rest);
        if length > 3 {
            draft.mask(at, at + 4 + length);
        }
    }
}
