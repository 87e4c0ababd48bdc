//! Addresses, DOIs and labelled numbers of identification, which their form shows wherever they are.

use crate::prelude::*;
use crate::references::claims::{Claim, Scan};
use crate::references::tokens::{CLAIMED, Span, Tokens, find_ignore_ascii_case};
use crate::vocabulary::Variable;

/// Addresses, DOIs and labelled numbers. Of several for one field the first counts.
pub(in crate::references) fn recognise(tokens: &Tokens) -> Vec<Claim> {
    let mut scan = Scan::new(tokens);
    for scheme in ["https://", "http://", "ftp://", "www."] {
        addresses(&mut scan, scheme);
    }
    dois(&mut scan);
    for (label, variable) in NUMBERS {
        number(&mut scan, label, *variable);
    }
    scan.claims
}

/// Hosts of addresses that contain a DOI.
const RESOLVERS: [&str; 4] = ["doi.org/", "doi.org:", "doi.acm.org/", "doi.ieeecomputersociety.org/"];

/// Web addresses; those of resolvers contain the DOI.
fn addresses(scan: &mut Scan, scheme: &str) {
    let mut from = 0;
    while let Some(at) = find_ignore_ascii_case(scan.tokens.text(), scheme, from) {
        let length = address_length(scan.tokens.after(at));
        from = at + length.max(1);
        let address = scan.tokens.between(at, at + length).to_owned();
        if length <= scheme.len() + 2 || !address.contains('.') {
            continue;
        }
        let lower = address.to_ascii_lowercase();
        if !RESOLVERS.iter().any(|host| lower.contains(host)) {
            let span = scan.tokens.with_brackets(Span::new(at, at + length));
            claim_address(scan, scheme, &address, span);
            continue;
        }
        let start = without_labels(scan.tokens.between(0, at), &["doi", "doi number"]);
        let span = scan.tokens.with_brackets(Span::new(start, at + length));
        match doi_in(&address) {
            Some(doi) => scan.claim_first(Variable::Doi, doi, span),
            None => claim_address(scan, scheme, &address, span),
        }
    }
}

/// Claims an address that is no DOI. One of FTP is no address of a page.
fn claim_address(scan: &mut Scan, scheme: &str, address: &str, span: Span) {
    if scheme == "ftp://" {
        scan.claim(Claim::nothing(span));
    } else {
        scan.claim_first(Variable::Url, address, span);
    }
}

/// Whether an address or an identifier may contain a character.
fn in_address(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c, '<' | '>' | '"' | '”' | '“' | '»' | '«' | CLAIMED | '{' | '}' | '|' | '^' | '`')
}

/// How many bytes at the start of a text are an address, without the marks of the sentence around it.
fn address_length(text: &str) -> usize {
    let whole = text.find(|c: char| !in_address(c)).unwrap_or(text.len());
    let mut address = text.get(..whole).unwrap_or("");
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '\'', '’', '!', '?', '*']);
        let unbalanced = |open: char, close: char| {
            shorter.ends_with(close) && shorter.matches(close).count() > shorter.matches(open).count()
        };
        let bracket = unbalanced('(', ')') || unbalanced('[', ']');
        let cut = shorter.get(..shorter.len() - usize::from(bracket)).unwrap_or("");
        if cut.len() == address.len() {
            return address.len();
        }
        address = cut;
    }
}

/// The DOI in an address.
fn doi_in(address: &str) -> Option<&str> {
    let rest = address.get(address.find("10.")?..)?;
    rest.get(..doi_length(rest)).filter(|doi| !doi.is_empty())
}

/// How many bytes at the start of a text that begins with `10.` are a DOI; 0 where it is none.
fn doi_length(text: &str) -> usize {
    let suffix = text.get(3..).unwrap_or("").trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = text.len().saturating_sub(suffix.len() + 3);
    let slash = suffix.starts_with('/') || suffix.to_ascii_lowercase().starts_with("%2f");
    if !(4..=12).contains(&digits) || !slash {
        return 0;
    }
    let length = address_length(text);
    if length > digits + 4 { length } else { 0 }
}

/// DOIs outside of addresses, with the words before them.
fn dois(scan: &mut Scan) {
    let mut from = 0;
    while let Some(at) = scan.tokens.after(from).find("10.").map(|at| from + at) {
        from = at + 3;
        let before = scan.tokens.between(0, at);
        let apart = !before.ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == '/');
        let length = doi_length(scan.tokens.after(at));
        if !apart || length == 0 {
            continue;
        }
        let doi = scan.tokens.between(at, at + length).to_owned();
        let start = without_labels(before, &["https://doi.org/", "doi.org/", "dx.doi.org/", "doi"]);
        let span = scan.tokens.with_brackets(Span::new(start, at + length));
        scan.claim_first(Variable::Doi, &doi, span);
        from = span.end;
    }
}

/// Where the labels at the end of a text begin; its length where it ends in none.
fn without_labels(before: &str, labels: &[&str]) -> usize {
    let mut text = before;
    loop {
        let core = text.trim_end_matches([' ', ':', '=', CLAIMED]);
        let lower = core.to_ascii_lowercase();
        match labels.iter().find(|label| lower.ends_with(**label)) {
            Some(label) => text = core.get(..core.len() - label.len()).unwrap_or(""),
            None => break,
        }
    }
    if text.len() == before.len() { before.len() } else { text.trim_end().len() }
}

/// Labels of numbers and their fields, the longer ones first.
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

/// The number after a label, if it looks as the field's numbers do.
fn number(scan: &mut Scan, label: &str, variable: Variable) {
    let Some(at) = scan.tokens.find_phrase(label, 0) else { return };
    let rest = scan.tokens.after(at + label.len());
    let value = rest.trim_start_matches([' ', ':', '.']);
    let lead = rest.len() - value.len();
    let number = number_at_start(value, variable);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let fits = match variable {
        Variable::Pmid => digits > 3 && digits == number.len(),
        Variable::Number => lead < 3 && digits > 5 && number.contains(['.', '/']),
        _ => digits > 5,
    };
    if !fits {
        return;
    }
    let span = Span::new(at, at + label.len() + lead + number.len());
    let (whole, number) = (scan.tokens.get(span).to_owned(), number.to_owned());
    let span = scan.tokens.with_brackets(span);
    if variable == Variable::Number {
        // Preprints are called by the number with its label: "arXiv:1706.03762".
        let start = whole.to_ascii_lowercase().rfind("arxiv").unwrap_or(0);
        scan.claim_first(variable, whole.get(start..).unwrap_or(""), span);
        scan.claim_first(Variable::Publisher, whole.get(start..start + 5).unwrap_or(""), span);
    } else {
        scan.claim_first(variable, &number, span);
    }
}

/// The number at the start of a text, of the characters that a field's numbers consist of.
fn number_at_start(text: &str, variable: Variable) -> &str {
    let is_part = |c: char| match variable {
        Variable::Isbn | Variable::Issn => {
            c.is_ascii_digit() || matches!(c, '-' | '–' | 'X' | 'x' | '‑' | '‐' | ' ')
        }
        _ => c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-'),
    };
    let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or("").trim_end_matches(['.', ' ', '-', '/'])
}
