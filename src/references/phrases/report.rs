//! Numbered reports: `NBER Working Paper No. 123`.

use crate::references::lexicon::works::REPORTS;
use crate::text;

/// Words between the kind of a report and its number.
const NUMBER_LABELS: [&str; 10] = ["No", "no", "Nr", "nr", "Number", "Nº", "nº", "#", "Núm", "núm"];

/// A report's kind and number: `NBER Working Paper No. 123`, `Technical Report 12-3`, `Report No. 5`.
pub(in crate::references) fn report(phrase: &str) -> Option<(&str, &str)> {
    let (before, number) = phrase.rsplit_once(' ')?;
    if !number.contains(|c: char| c.is_ascii_digit()) || number.len() > 24 {
        return None;
    }
    let labelled = before.trim_end_matches(['.', ' ', '#', ':']);
    let genre = NUMBER_LABELS
        .iter()
        .find_map(|label| labelled.strip_suffix(label).filter(|rest| rest.ends_with(' ')))
        .unwrap_or(labelled)
        .trim_end();
    let lower = text::to_lowercase(genre);
    let fits = REPORTS.iter().any(|word| lower.ends_with(word));
    (fits && genre.len() < 80).then_some((genre, number))
}
