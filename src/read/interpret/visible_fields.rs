//! Fields that no tag has: from the label of the issue and from the page's own citation.

use crate::item::NameSource;
use crate::languages::Context;
use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::read::page_citation::{PageCitation, authors};
use crate::read::result::ReadResult;
use crate::read::{date, names, page_range};
use crate::text::{self, DIGITS};
use crate::vocabulary::Variable;

/// Tags with a citation of the work in words.
const CITATIONS: &str =
    "dcterms.bibliographiccitation dc.bibliographiccitation dc.identifier.citation dc.source";

/// Sets variables that have no value yet.
pub(super) fn read(
    metadata: &Metadata<'_>,
    citation: &PageCitation,
    context: &Context<'_>,
    result: &mut ReadResult,
) {
    for tag in CITATIONS.split_char(' ') {
        let [volume, issue, pages] = locator(metadata.first(tag));
        result.fill(Variable::Volume, volume);
        result.fill(Variable::Issue, issue);
        result.fill(Variable::Page, pages);
    }
    if !metadata.has_prefix("ojs") {
        return;
    }
    let [volume, issue, year] = issue_label(metadata.first("ojs.issue ojs2.issue"));
    result.fill(Variable::Volume, volume);
    result.fill(Variable::Issue, issue);
    fill_from_citation(citation, context, result);
    fill_issued(result, year);
}

/// Sets variables from a citation in APA style.
fn fill_from_citation(citation: &PageCitation, context: &Context<'_>, result: &mut ReadResult) {
    let Some(parts) = citation.apa_parts() else { return };
    result.fill(Variable::Title, parts.title);
    result.fill(Variable::ContainerTitle, parts.container);
    result.fill(Variable::Volume, parts.volume);
    result.fill(Variable::Issue, parts.issue);
    if !result.item.has(Variable::Page) && !result.item.has(Variable::Number) {
        page_range::set(&mut result.item, parts.pages);
    }
    if result.item.names(Variable::Author).is_empty() {
        let mut found = Vec::new();
        for text in authors(parts.authors) {
            found.push(names::split(&text, citation, context).name);
            result.sources.names.push(NameSource {
                variable: Variable::Author,
                index: found.len() - 1,
                tag: "ojs.citation",
                name: text.clone(),
                text,
                in_citation: false,
            });
        }
        result.item.set(Variable::Author, found);
    }
    fill_issued(result, parts.date);
}

/// Sets the date of issue where it has no value yet.
fn fill_issued(result: &mut ReadResult, text: &str) {
    if !result.item.has(Variable::Issued)
        && let Some(date) = date::read(text)
    {
        result.item.set(Variable::Issued, date);
    }
}

/// Volume, issue and pages in what a citation has after the journal: `Made Journal, 7(2), 45-61. (2019)`,
/// `Made Journal; Vol. 9 No. 2 (2019): Topic; 45-61`, `Journal 58 (3): 112–119`, `Journal, vol. 3, no. 4, pp. 5-9`.
fn locator(citation: &str) -> [&str; 3] {
    let is_number = |text: &str, end: usize| text.starts_with_any(DIGITS) && text.len() < end;
    let lower = text::to_lowercase(citation);
    let labelled = text::find(&lower, "vol.").or_else(|| text::find(&lower, "vol "));
    for at in text::match_indices(citation, "(").into_iter().take(20) {
        let (before, rest) = text::split_at(citation, at);
        let volume = text::after_last_any(before.trim_end(), " ,");
        let Some((issue, rest)) = text::split_once(rest, ")") else { break };
        let issue = issue.get(1..).unwrap_or("");
        if is_number(volume, 5) && is_number(issue, 12) {
            // A year may be in the issue's place: "58 (2003) 112–119".
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

/// The pages with which a text begins, after their label and punctuation.
fn first_pages(text: &str) -> &str {
    let bare = text::trim_non_alphanumeric(text);
    let bare = bare.strip_prefix("pp").unwrap_or(bare).trim_start_any(". \u{a0}");
    let pages = text::before_any(bare, " ,.;(");
    if pages.contains_any(DIGITS) && pages.len() < 16 { pages } else { "" }
}

/// Volume, issue and year in the label of an issue: `Vol. 11 No. 1 (2024)`, `Bd. 3 Nr. 2 (2020): Thema`, `No. 5 (2019)`.
/// The labels of issue numbers begin with N, №, H (Heft) or I.
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
    fn citations_have_volume_issue_and_pages() {
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
