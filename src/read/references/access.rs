//! Notes of the day of access, and the words that announce an address.

use super::draft::{Draft, READ, find_phrase};
use super::mask::around;
use super::{locator, when};
use crate::prelude::*;
use crate::read::date;
use crate::text::{self, list_contains};
use crate::vocabulary::Variable;

/// Words before the day on which a page was looked up, the longer ones first.
const ACCESSED: &str = "last accessed on|last accessed|date accessed|accessed on|accessed|last visited on|last visited|visited on|visited|\
    date of access|access date|accessed at|retrieved on|retrieved|viewed on|viewed|cited|consulted on|consulted|acessado em|\
    acesso em|acedido em|consultado em|consultado el|consultado|fecha de consulta|recuperado el|accedido el|consulté le|\
    page consultée le|abgerufen am|zugriff am|letzter zugriff am|letzter zugriff|zugegriffen am|zugegriffen|aufgerufen am|\
    zuletzt geprüft am|abruf am|stand|geraadpleegd op|hämtad|hentet|diakses pada|diakses|erişim tarihi|consultato il|\
    ultimo accesso|data dostępu|updated|last updated|last modified";

/// Words before an address.
const AVAILABLE: &str = "available online at|available online|available at|available from|available on|available in|available|\
    retrieved from|retrieved at|retrieved|accessed from|accessed at|accessed|disponible en|disponible à l'adresse|disponible sur|\
    disponible à|disponible|disponível em|disponível|disponibile su|recuperado de|obtenido de|extraído de|verfügbar unter|\
    online verfügbar unter|unter|diakses dari|from|url|online|en línea|en ligne|at|see|link|on";

/// Notes of the day of access, and the words that announce an address.
pub(super) fn read(draft: &mut Draft) {
    for phrase in ACCESSED.split('|') {
        let mut from = 0;
        while let Some(at) = find_phrase(&draft.text, phrase, from) {
            from = at + phrase.len();
            let before = draft.slice(0, at).trim_end();
            let apart = before.is_empty()
                || before.ends_with(['.', ',', ';', '(', '[', READ, ':', '-', '–', '>', '”', '"', ')', ']']);
            let rest = draft.text.get(from..).unwrap_or("");
            let (day, length) = divided(rest).unwrap_or_else(|| {
                let length = date_length(rest);
                (text::remove_chars(text::split_at(rest, length).0, ",.:"), length)
            });
            let told = date::read(&day).filter(|date| date.start.is_some());
            let year = told
                .as_ref()
                .and_then(|date| date.start)
                .is_some_and(|start| when::year(&text::to_decimal(start.year.unsigned_abs())).is_some());
            if !(apart && length > 3 && year) {
                continue;
            }
            if let Some(date) =
                told.filter(|_| !text::contains(phrase, "pdated") && !text::contains(phrase, "modified"))
            {
                draft.item.set(Variable::Accessed, date);
            }
            let mut to = from + length;
            let tail = draft.text.get(to..).unwrap_or("");
            for word in [", from", " from", ", de", " de", ", at", " at"] {
                if tail.strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with([READ, ':'])) {
                    to += word.len();
                    break;
                }
            }
            let (start, to) = around(&draft.text, at, to);
            draft.mask(start, to);
        }
    }
    announcements(draft);
}

/// The day that a text begins with where Google Scholar took its numbers for a volume and a page, and how long it is:
/// it makes `Accessed April (Vol. 2, p. 2016)` of "Accessed April 2, 2016".
fn divided(text: &str) -> Option<(String, usize)> {
    let (month, numbers) = text::split_once(text, " (Vol. ")?;
    let (numbers, behind) = text::split_once(numbers, ")")?;
    let (day, year) = text::split_once(numbers, ", p. ")?;
    let date = text::join(&[month.trim(), day, year], " ");
    locator::is_month(month.trim()).then(|| (date, text.len() - behind.len()))
}

/// How much of a text is a date: words and numbers that dates are made of.
pub(super) fn date_length(text: &str) -> usize {
    let mut length = 0;
    let mut at = 0;
    for word in text.split_inclusive([' ', '/']) {
        let core = word.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '.' | ':' | '/' | ';' | ')' | ']')
        });
        let digits = core.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'.')
            && !core.is_empty()
            && core.len() < 11;
        let ordinal = core.len() < 6
            && core.starts_with(|c: char| c.is_ascii_digit())
            && core.ends_with(char::is_letter);
        let known = digits
            || ordinal
            || locator::is_month(core)
            || list_contains(
                "de del the of monday tuesday wednesday thursday friday saturday sunday",
                &text::to_lowercase(core),
            );
        if core.is_empty() || at > 40 {
            if word.trim().is_empty() || word.trim() == ":" {
                at += word.len();
                continue;
            }
            break;
        }
        if !known {
            // The year ends the date though a mask or a bracket touches it.
            if let Some(year) = core
                .get(..4)
                .filter(|_| core.get(4..).is_some_and(|rest| rest.starts_with([READ, ']', ')', ';'])))
                && when::year(year).is_some()
            {
                length = at + word.len() - word.trim_start().len() + 4;
            }
            break;
        }
        let lead = word.len() - word.trim_start_matches([' ', ',', ':', '.']).len();
        length = at + lead + core.len();
        at += word.len();
        if word.contains([')', ']', ';']) {
            break;
        }
    }
    length
}

/// Masks "Available at:" and the like in front of an address.
fn announcements(draft: &mut Draft) {
    let mut from = 0;
    while let Some(at) = draft.text.get(from..).and_then(|rest| rest.find(READ)).map(|at| from + at) {
        let run = draft.text.get(at..).unwrap_or("");
        let length = run.len() - run.trim_start_matches([READ, ' ']).len();
        from = at + length;
        let before = draft.slice(0, at).trim_end_matches([' ', ':', '<', '(', '[', ',']).to_owned();
        for phrase in AVAILABLE.split('|') {
            let Some(start) = before.len().checked_sub(phrase.len()) else { continue };
            if find_phrase(&before, phrase, start) != Some(start) {
                continue;
            }
            let lead = before.get(..start).unwrap_or("").trim_end();
            if lead.is_empty()
                || lead.ends_with(['.', ',', ';', '(', '[', READ, '”', '"', ')', ']', ':', '/'])
            {
                let open = lead.trim_end_matches(['(', '[']).len();
                draft.mask(open, at);
                break;
            }
        }
    }
}
