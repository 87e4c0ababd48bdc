//! Whether day or month comes first in dates that could be read either way: `03/04/2021`.

use crate::item::{Date, DateParts};
use crate::read::date;
use crate::read::interpret::identifiers::host;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::result::ReadResult;
use crate::text::{self, WordList, word_list};
use crate::vocabulary::Variable;

/// Countries that write the month first, in lower case.
const MONTH_FIRST: WordList<'_> = word_list!["us", "ph"];

/// Countries that write either, or the year first, and ends of hosts that say nothing about the country.
const UNDECIDED: WordList<'_> =
    word_list!["ca", "za", "cn", "jp", "kr", "tw", "hk", "ir", "eu", "io", "co", "me", "tv", "ai", "cc"];

/// The date as it is to be read, where its text has another reading too: as another date of the page has it, else as the
/// language or the country of the page writes dates, else only its year.
pub(super) fn resolve(
    metadata: &Metadata<'_>,
    candidates: &[Candidate<'_>],
    text: &str,
    date: Date,
    result: &mut ReadResult,
) -> Date {
    if !date::is_ambiguous(text) {
        return date;
    }
    let swapped = date::swapped(&date);
    for other in candidates {
        let known = date::read(other.text).filter(|_| !date::is_ambiguous(other.text));
        if let Some(known) = known.filter(|known| *known == date || *known == swapped) {
            return known;
        }
    }
    match day_first(metadata) {
        Some(true) => swapped,
        Some(false) => date,
        None => {
            let sentence = "“{}” has two readings, so only the year was taken.";
            result.warn(Variable::Issued.word(), sentence, &[text]);
            Date::year(date.start.map_or(0, |start: DateParts| start.year))
        }
    }
}

/// Whether the page writes the day before the month: by the country of its address, else by its language, for only in
/// English do both orders exist. `None` where nothing shows it.
fn day_first(metadata: &Metadata<'_>) -> Option<bool> {
    for address in metadata.tagged("link.canonical og.url citation_abstract_html_url") {
        let country = text::after_last_any(host(address.text).map_or("", |host| host.0), ".");
        if country.len() == 2 && !UNDECIDED.contains(country) {
            return Some(!MONTH_FIRST.contains(country));
        }
    }
    let language = text::to_lowercase(metadata.value(Variable::Language));
    let parts = text::split_any(&language, "-_");
    match parts.as_slice() {
        [] => None,
        ["en" | "eng" | "english"] => None,
        ["en", .., region] if UNDECIDED.contains(region) => None,
        ["en", .., region] => Some(!MONTH_FIRST.contains(region)),
        _ => Some(true),
    }
}
