//! What is no information about the work: its number in the list, the words of links, notes of the medium, databases.

use crate::prelude::*;
use crate::references::claims::{Claim, Scan};
use crate::references::phrases::date::date_length;
use crate::references::tokens::{CLAIMED, Span, Tokens, find_ignore_ascii_case};

/// The number of the reference in its list: `[12]`, `12.`, `(12)`, `•`.
pub(in crate::references) fn list_number(tokens: &Tokens) -> Vec<Claim> {
    let text = tokens.text();
    let inner = text.trim_start_matches(['[', '(', '•', '·', '–', '*', '†', ' ']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    let closed = rest.trim_start_matches([']', ')', '.', '\t']);
    let marked = closed.len() < rest.len() || inner.len() < text.len();
    let spaced = closed.starts_with(' ') || closed.starts_with(char::is_letter) || inner.len() < text.len();
    let numbered = (1..4).contains(&digits) && marked && spaced;
    let bullet = digits == 0 && inner.len() < text.len() && !text.starts_with(['[', '(']);
    let capital = rest.trim_start().starts_with(char::is_uppercase_letter);
    if numbered || bullet {
        vec![Claim::nothing(Span::new(0, text.len() - closed.trim_start().len()))]
    } else if (1..4).contains(&digits) && rest.starts_with(' ') && capital {
        vec![Claim::nothing(Span::new(0, digits))]
    } else {
        Vec::new()
    }
}

/// What the links after a reference are called on publishers' pages, the longer ones first.
const LINKS: &[&str] = &[
    "view in google scholar",
    "google scholar",
    "view in scopus",
    "scopus",
    "crossref full text",
    "crossref",
    "cross ref",
    "pubmed central",
    "pubmed abstract",
    "pubmed",
    "web of science",
    "medline",
    "green version",
    "mathscinet",
    "publisher full text",
    "full text (pdf)",
    "view record in scopus",
    "openurl",
    "search ads",
    "astrophysics data system",
];

/// Further words of links, which count only beside one of [`LINKS`].
const LINKS_BESIDE: &[&str] = &[
    "article",
    "cas",
    "ads",
    "pdf",
    "full text",
    "free full text",
    "abstract",
    "view article",
    "view",
    "view at publisher",
    "math",
    "doi",
    "isi",
    "download",
    "export",
    "free pmc article",
    "pmc free article",
    "view at",
];

/// The words of links at the end.
pub(in crate::references) fn link_words(tokens: &Tokens) -> Vec<Claim> {
    let text = tokens.text();
    let mut end = text.len();
    let mut certain = false;
    let mut certain_end = end;
    loop {
        let edge = |c: char| {
            c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '|' | '·' | ',' | ';' | CLAIMED)
        };
        let core = tokens.between(0, end).trim_end_matches(edge);
        if let Some(link) = ending(core, LINKS) {
            certain = true;
            end = core.len() - link.len();
            certain_end = end;
        } else if let Some(link) = ending(core, LINKS_BESIDE) {
            end = core.len() - link.len();
            if certain {
                certain_end = end;
            }
        } else {
            break;
        }
    }
    let start = tokens.between(0, certain_end).trim_end_matches(['[', '(', ' ']).len();
    let found = certain_end < text.len();
    found.then(|| Claim::nothing(Span::new(start, text.len()))).into_iter().collect()
}

/// The first of some words that ends a text as whole words.
fn ending(text: &str, words: &[&'static str]) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let ends_text = |word: &&&str| {
        let before = lower.strip_suffix(**word);
        before.is_some_and(|before| {
            before.is_empty() || before.ends_with([' ', '[', '(', ']', ')', '.', CLAIMED])
        })
    };
    words.iter().find(ends_text).copied()
}

/// Notes of the medium or of the language.
const NOTES: &[&str] = &[
    "[internet]",
    "[online]",
    "[electronic]",
    "[electronic resource]",
    "[en línea]",
    "[en ligne]",
    "[electronic version]",
    "[web page]",
    "[website]",
    "[web]",
    "[pdf]",
    "[pdf file]",
    "(online)",
    "[print]",
    "epub ahead of print",
    "[epub ahead of print]",
    "(epub ahead of print)",
    "advance online publication",
    "[in english]",
    "[html]",
    "[elektronik]",
    "published online",
    "published electronically",
    "print.",
    "web.",
    "no pagination specified",
    "[in russian]",
    "[in chinese]",
    "[in german]",
    "[in french]",
    "[in spanish]",
    "[in persian]",
    "[in japanese]",
];

/// Databases in which a work was found, as MLA style names them.
const DATABASES: &[&str] = &[
    "jstor",
    "project muse",
    "proquest",
    "ebscohost",
    "academic search complete",
    "google books",
    "lexisnexis",
    "hathitrust",
    "gale academic onefile",
    "internet archive",
    "wiley online library",
    "sciencedirect",
    "springerlink",
    "taylor & francis online",
    "researchgate",
];

/// Notes of the medium, and of the database in which the work was found.
pub(in crate::references) fn notes(tokens: &Tokens) -> Vec<Claim> {
    let mut scan = Scan::new(tokens);
    for name in DATABASES {
        database(&mut scan, name);
    }
    for note in NOTES {
        medium(&mut scan, note);
    }
    // "Epub 2019 Mar 3"
    if let Some(at) = scan.tokens.find_phrase("epub", 0) {
        let length = date_length(scan.tokens.after(at + 4));
        if length > 3 {
            scan.claim(Claim::nothing(Span::new(at, at + 4 + length)));
        }
    }
    scan.claims
}

/// The name of a database in a sentence of its own, before an address or at the end.
fn database(scan: &mut Scan, name: &str) {
    let Some(at) = scan.tokens.find_phrase(name, 0) else { return };
    let before = scan.tokens.between(0, at).trim_end();
    let after = scan.tokens.after(at + name.len());
    let closed = matches!(after.trim(), "" | ".")
        || after.trim_start_matches(['.', ',']).trim_start().starts_with(CLAIMED);
    if closed && before.ends_with(['.', CLAIMED, ',', ';']) {
        scan.claim(Claim::nothing(Span::new(at, at + name.len())));
    }
}

/// A note anywhere in brackets; without them only as a sentence of its own.
fn medium(scan: &mut Scan, note: &str) {
    while let Some(at) = find_ignore_ascii_case(scan.tokens.text(), note, 0) {
        let before = scan.tokens.between(0, at).trim_end();
        if !note.starts_with(['[', '(']) && !before.ends_with(['.', ',', ';', '(', CLAIMED]) {
            break;
        }
        scan.claim(Claim::nothing(Span::new(at, at + note.len())));
    }
}
