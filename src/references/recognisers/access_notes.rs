//! Notes of the day of access, and the words that announce an address.

use crate::prelude::*;
use crate::read::values;
use crate::references::claims::{Claim, Scan};
use crate::references::lexicon::months::is_month;
use crate::references::phrases::date::{YEARS, date_length};
use crate::references::tokens::{CLAIMED, Span, Tokens, find_phrase};
use crate::vocabulary::Variable;

/// Words before the day on which a page was looked up, or changed, the longer ones first.
const ACCESSED: &[&str] = &[
    "last accessed on",
    "last accessed",
    "date accessed",
    "accessed on",
    "accessed",
    "last visited on",
    "last visited",
    "visited on",
    "visited",
    "date of access",
    "access date",
    "accessed at",
    "retrieved on",
    "retrieved",
    "viewed on",
    "viewed",
    "cited",
    "consulted on",
    "consulted",
    "acessado em",
    "acesso em",
    "acedido em",
    "consultado em",
    "consultado el",
    "consultado",
    "fecha de consulta",
    "recuperado el",
    "accedido el",
    "consulté le",
    "page consultée le",
    "abgerufen am",
    "zugriff am",
    "letzter zugriff am",
    "letzter zugriff",
    "zugegriffen am",
    "zugegriffen",
    "aufgerufen am",
    "zuletzt geprüft am",
    "abruf am",
    "stand",
    "geraadpleegd op",
    "hämtad",
    "hentet",
    "diakses pada",
    "diakses",
    "erişim tarihi",
    "consultato il",
    "ultimo accesso",
    "data dostępu",
    "updated",
    "last updated",
    "last modified",
];

/// Words before an address.
const AVAILABLE: &[&str] = &[
    "available online at",
    "available online",
    "available at",
    "available from",
    "available on",
    "available in",
    "available",
    "retrieved from",
    "retrieved at",
    "retrieved",
    "accessed from",
    "accessed at",
    "accessed",
    "disponible en",
    "disponible à l'adresse",
    "disponible sur",
    "disponible à",
    "disponible",
    "disponível em",
    "disponível",
    "disponibile su",
    "recuperado de",
    "obtenido de",
    "extraído de",
    "verfügbar unter",
    "online verfügbar unter",
    "unter",
    "diakses dari",
    "from",
    "url",
    "online",
    "en línea",
    "en ligne",
    "at",
    "see",
    "link",
    "on",
];

/// The day of access, and the words that announce an address.
pub(in crate::references) fn recognise(tokens: &Tokens) -> Vec<Claim> {
    let mut scan = Scan::new(tokens);
    for phrase in ACCESSED {
        days(&mut scan, phrase);
    }
    announcements(&mut scan);
    scan.claims
}

/// Claims the days after a phrase.
fn days(scan: &mut Scan, phrase: &str) {
    let marks = ['.', ',', ';', '(', '[', CLAIMED, ':', '-', '–', '>', '”', '"', ')', ']'];
    let mut from = 0;
    while let Some(at) = scan.tokens.find_phrase(phrase, from) {
        from = at + phrase.len();
        let before = scan.tokens.between(0, at).trim_end();
        let rest = scan.tokens.after(from);
        let (day, length) = split_day(rest).unwrap_or_else(|| {
            let length = date_length(rest);
            (rest.get(..length).unwrap_or("").replace([',', '.', ':'], ""), length)
        });
        let date =
            values::date(&day).filter(|date| date.start.is_some_and(|start| YEARS.contains(&start.year)));
        let Some(date) = date.filter(|_| length > 3 && (before.is_empty() || before.ends_with(marks))) else {
            continue;
        };
        let end = from + length + linking_word(scan.tokens.after(from + length));
        let span = scan.tokens.with_brackets(Span::new(at, end));
        // The day of the last change is no day of access.
        let changed = phrase.contains("pdated") || phrase.contains("modified");
        scan.claim(if changed {
            Claim::nothing(span)
        } else {
            Claim::stated(Variable::Accessed, date, span)
        });
    }
}

/// The length of "from" between the day and a claimed address; 0 where it is missing.
fn linking_word(text: &str) -> usize {
    let words = [", from", " from", ", de", " de", ", at", " at"];
    let before_address = |word: &&&str| {
        text.strip_prefix(**word).is_some_and(|rest| rest.trim_start().starts_with([CLAIMED, ':']))
    };
    words.iter().find(before_address).map_or(0, |word| word.len())
}

/// The day at the start of a text of which Google Scholar took the numbers for a volume and a page, and its length:
/// it makes `Accessed April (Vol. 2, p. 2016)` of "Accessed April 2, 2016".
fn split_day(text: &str) -> Option<(String, usize)> {
    let (month, numbers) = text.split_once(" (Vol. ")?;
    let (numbers, rest) = numbers.split_once(')')?;
    let (day, year) = numbers.split_once(", p. ")?;
    let month = month.trim();
    is_month(month).then(|| (format!("{month} {day} {year}"), text.len() - rest.len()))
}

/// Claims "Available at:" and the like in front of an address that is claimed.
fn announcements(scan: &mut Scan) {
    let mut from = 0;
    while let Some(at) = scan.tokens.after(from).find(CLAIMED).map(|at| from + at) {
        let rest = scan.tokens.after(at);
        from = at + rest.len() - rest.trim_start_matches([CLAIMED, ' ']).len();
        let before = scan.tokens.between(0, at).trim_end_matches([' ', ':', '<', '(', '[', ',']);
        if let Some(start) = AVAILABLE.iter().find_map(|phrase| announcement(before, phrase)) {
            scan.claim(Claim::nothing(Span::new(start, at)));
        }
    }
}

/// Where a phrase that ends a text as a sentence of its own begins, with the brackets before it.
fn announcement(text: &str, phrase: &str) -> Option<usize> {
    let start = text.len().checked_sub(phrase.len())?;
    find_phrase(text, phrase, start)?;
    let lead = text.get(..start)?.trim_end();
    let apart =
        lead.is_empty() || lead.ends_with(['.', ',', ';', '(', '[', CLAIMED, '”', '"', ')', ']', ':', '/']);
    apart.then(|| lead.trim_end_matches(['(', '[']).len())
}
