//! Whether day or month comes first in dates that could be read either way: `03/04/2021`.

use crate::item::Date;
use crate::read::date;
use crate::read::interpret::identifiers::host;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::result::ReadResult;
use crate::text::{self, WordList, word_list};
use crate::vocabulary::Variable;

/// Countries that write the month first or both ways, that write the year first, and ends of hosts that name no country.
const UNDECIDED: WordList<'_> = word_list![
    "us", "ph", "ca", "za", "cn", "jp", "kr", "tw", "hk", "ir", "eu", "io", "co", "me", "tv", "ai", "en"
];

/// The date as it is to be read, where its text has another reading too: as another date of the page has it, else as the
/// language or the country of the page writes dates, else only its year.
pub(super) fn resolve(
    metadata: &Metadata<'_>,
    candidates: &[Candidate<'_>],
    text: &str,
    date: Date,
    result: &mut ReadResult,
) -> Date {
    if !date::is_ambiguous(text, &date) {
        return date;
    }
    let swapped = date::swapped(&date);
    for other in candidates {
        if let Some(known) = date::read(other.text)
            && (known == date || known == swapped)
            && !date::is_ambiguous(other.text, &known)
        {
            return known;
        }
    }
    let language = text::to_lowercase(metadata.value(Variable::Language));
    if language == "en-us" {
        return date;
    }
    // Only in English do both orders exist.
    let region = text::after_last_any(&language, "-_");
    let address = host(metadata.first("link.canonical og.url")).map_or("", |host| host.0);
    let country = text::after_last_any(address, ".");
    let decided = |code: &str| code.len() == 2 && !UNDECIDED.contains(code);
    if decided(country) || decided(region) {
        return swapped;
    }
    let sentence = "“{}” has two readings, so only the year was taken.";
    result.warn(Variable::Issued.word(), sentence, &[text]);
    Date::year(date.start.unwrap_or_default().year)
}
