//! What the page shows where no tag tells it: the label of the issue, and its own citation.

use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::read::page_citation::{PageCitation, authors};
use crate::read::{ReadResult, date, names, page_range};
use crate::text::{self, DIGITS};
use crate::vocabulary::Variable;

/// Fills what no tag candidates.
pub(crate) fn read(metadata: &Metadata<'_>, cited: &PageCitation, reading: &mut ReadResult) {
    let citations = "dcterms.bibliographiccitation dc.bibliographiccitation dc.identifier.citation dc.source";
    for tag in citations.split_char(' ') {
        let [volume, issue, pages] = locator(metadata.first(tag));
        reading.fill(Variable::Volume, volume);
        reading.fill(Variable::Issue, issue);
        reading.fill(Variable::Page, pages);
    }
    if !metadata.has_prefix("ojs") {
        return;
    }
    let [volume, issue, year] = issue_label(metadata.first("ojs.issue ojs2.issue"));
    reading.fill(Variable::Volume, volume);
    reading.fill(Variable::Issue, issue);
    if let Some(parts) = cited.parts() {
        reading.fill(Variable::Title, parts.title);
        reading.fill(Variable::ContainerTitle, parts.container);
        reading.fill(Variable::Volume, parts.volume);
        reading.fill(Variable::Issue, parts.issue);
        let placed =
            [Variable::Page, Variable::Number].iter().any(|place| reading.item.get(*place).is_some());
        if !placed {
            page_range::place(&mut reading.item, parts.pages);
        }
        if reading.item.names(Variable::Author).is_empty() {
            let mut found = Vec::new();
            for raw in authors(parts.authors) {
                found.push(names::split(&raw, cited).name);
            }
            reading.item.set(Variable::Author, found);
        }
        issued(reading, parts.date);
    }
    issued(reading, year);
}

/// Takes a date for that of the issue where none is known.
fn issued(reading: &mut ReadResult, text: &str) {
    if reading.item.get(Variable::Issued).is_none()
        && let Some(date) = date::read(text)
    {
        reading.item.set(Variable::Issued, date);
    }
}

/// Volume, issue and pages in what a citation says after the journal: `Made Journal, 7(2), 45-61. (2019)`,
/// `Made Journal; Vol. 9 No. 2 (2019): Topic; 45-61`, `Journal 58 (3): 112–119`, `Journal, vol. 3, no. 4, pp. 5-9`.
fn locator(citation: &str) -> [&str; 3] {
    let short = |text: &str, most: usize| text.starts_with_any(DIGITS) && text.len() < most;
    let lower = text::to_lowercase(citation);
    let labelled = text::find(&lower, "vol.").or_else(|| text::find(&lower, "vol "));
    for at in text::match_indices(citation, "(").into_iter().take(20) {
        let (before, rest) = text::split_at(citation, at);
        let volume = text::after_last_any(before.trim_end(), " ,");
        let Some((issue, rest)) = text::split_once(rest, ")") else { break };
        let issue = issue.get(1..).unwrap_or("");
        if short(volume, 5) && short(issue, 12) {
            // A year may stand in the issue's place: "58 (2003) 112–119".
            let year = issue.len() == 4 && issue.starts_with_any("12");
            if year && labelled.is_some() {
                continue;
            }
            return [volume, if year { "" } else { issue }, first_pages(rest)];
        }
    }
    let Some(at) = labelled else { return [""; 3] };
    let label = text::split_at(citation, at).1;
    let [volume, issue, _] = issue_label(text::before_any(label, ";"));
    let paged = ["pp", "; ", "p. "].iter().find_map(|word| text::split_once(label, word));
    [volume, issue, first_pages(paged.map_or("", |parts| parts.1))]
}

/// The pages that a text begins with, after their label and marks.
fn first_pages(text: &str) -> &str {
    let bare = text::trim_non_alphanumeric(text);
    let bare = bare.strip_prefix("pp").unwrap_or(bare).trim_start_any(". \u{a0}");
    let pages = text::before_any(bare, " ,.;(");
    if pages.contains_any(DIGITS) && pages.len() < 16 { pages } else { "" }
}

/// Volume, issue and year in the label of an issue: `Vol. 11 No. 1 (2024)`, `Bd. 3 Nr. 2 (2020): Thema`, `No. 5 (2019)`.
fn issue_label(label: &str) -> [&str; 3] {
    let (numbered, year) = text::split_once(label, "(").unwrap_or((label, ""));
    let (mut volume, mut issue, mut before) = ("", "", "");
    for word in text::split_any(numbered, " ,:\u{a0}") {
        let label = text::to_lowercase(before);
        if word.starts_with_any(DIGITS) && issue.is_empty() && label.starts_with_any("n№hi") {
            issue = word;
        } else if word.starts_with_any(DIGITS) && volume.is_empty() && !before.is_empty() {
            volume = word;
        }
        before = word;
    }
    [volume, issue, text::before_any(year, ")").trim()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_issues() {
        let check = |label: &str, volume: &str, issue: &str, year: &str| {
            assert_eq!(issue_label(label), [volume, issue, year], "{label}");
        };
        check("Vol. 11 No. 1 (2024)", "11", "1", "2024");
        check("Vol 3, No 2 (2013): Special", "3", "2", "2013");
        check("Bd. 3 Nr. 2 (2020): Thema", "3", "2", "2020");
        check("Vol. 9 (2023)", "9", "", "2023");
        check("No. 5 (2019)", "", "5", "2019");
        check("Núm. 12-13 (2019)", "", "12-13", "2019");
        check("Summer", "", "", "");
    }

    #[test]
    fn citations_tell_volume_issue_and_pages() {
        let check = |citation: &str, want: &str| {
            assert_eq!(locator(citation).join("|"), want, "{citation}");
        };
        check("Made Bay Journal, 7(2), 45-61. (2019)", "7|2|45-61");
        check("Ek, B. (2014). On wells (and holes). Journal of Holes, 3(4), pp. 5-9.", "3|4|5-9");
        check("Made Journal 58 (3): 112–119", "58|3|112–119");
        check("Made Journal 58 (2003) 112–119", "58||112–119");
        check("Made Journal; Vol. 9 No. 2 (2019): Topic; 45-61", "9|2|45-61");
        check("Made Journal, vol. 3, no. 4, pp. 5-9", "3|4|5-9");
        check("Journal of Holes", "||");
        check("Okafor, C. (2019) A book. Made Press.", "||");
    }
}
