//! Fields that no tag has: from the label of the issue and from the page's own citation.

use crate::extent::FULL;
use crate::item::date_parse;
use crate::languages::Context;
use crate::prelude::*;
use crate::read::interpret::texts::is_title_or_name;
use crate::read::meta_tags::Metadata;
use crate::read::result::ReadResult;
use crate::read::{coins, date, page_range};
use crate::text::{self, DIGITS, concat, markup};
use crate::vocabulary::{ItemType, Variable};

/// Tags with a citation of the work in words, and then those that may have one among other texts.
const CITATIONS: &str = "dcterms.bibliographiccitation dc.bibliographiccitation dc.identifier.citation dc.source page.locator \
    dc.identifier og.description description";

/// The greatest length of a citation; longer texts are abstracts.
const MAX_LENGTH: usize = 1_000;

/// Sets variables that have no value yet.
pub(super) fn read(metadata: &Metadata<'_>, context: &Context<'_>, result: &mut ReadResult) {
    // The name of the journal may have volume, issue and pages behind it.
    let container = result.item.text(Variable::ContainerTitle).unwrap_or("").to_owned();
    if FULL && container.ends_with_any(DIGITS) {
        result.item.remove(Variable::ContainerTitle);
        fill_from_text(&container, true, result);
        result.fill(Variable::ContainerTitle, &container);
    }
    for candidate in metadata.tagged(CITATIONS).into_iter().take(40) {
        // Among other texts a citation has the label of a volume, and in descriptions the title.
        let described = candidate.tag.ends_with("description");
        let mixed = described || candidate.tag == "dc.identifier";
        if FULL && candidate.tag == "dc.source" && fill_from_source(candidate.text, context, result) {
            continue;
        }
        let title = result.item.text(Variable::Title).unwrap_or("");
        let short = candidate.text.len() <= MAX_LENGTH;
        let quoted = !described || short && !title.is_empty() && text::contains(candidate.text, title);
        if !mixed || quoted && volume_label(candidate.text).is_some() {
            fill_from_text(candidate.text, mixed || candidate.tag.ends_with("citation"), result);
        }
    }
    if !metadata.has_prefix("ojs") {
        return;
    }
    let [volume, issue, year] = issue_label(metadata.first("ojs.issue ojs2.issue"));
    result.fill(Variable::Volume, volume);
    result.fill(Variable::Issue, issue);
    // The page's own citation, mostly in APA style: `Family, G. (2024, June 3). Title. Journal, 11(1), 211–238.`
    let citation = markup::plain(metadata.first("ojs.citation ojs2.citation"));
    fill_from_text(&citation, true, result);
    let date = text::before_any(text::split_once(&citation, " (").unwrap_or_default().1, ")");
    if date.starts_with_any(DIGITS) {
        fill_issued(result, date, context);
    }
    fill_issued(result, year, context);
}

/// Sets volume, issue and pages from a citation in words, and the container where it may be `named` there; nothing where
/// the record has another volume or issue already.
fn fill_from_text(citation: &str, named: bool, result: &mut ReadResult) {
    if citation.len() > MAX_LENGTH || coins::is_context(citation) {
        return;
    }
    let title = result.item.text(Variable::Title).unwrap_or("\0");
    let after_title = text::split_once(citation, title).map(|parts| parts.1);
    let text = after_title.unwrap_or(citation);
    let places = locator(text);
    let before = text::split_at(text, if places == [""; 3] { 0 } else { text::offset_of(text, places[0]) }).0;
    let (head, [volume, issue, pages]) = if places == [""; 3] { list(text) } else { (before, places) };
    let agrees = |variable, value: &str| result.item.text(variable).is_none_or(|own| own.ends_with(value));
    if volume.is_empty() || !agrees(Variable::Volume, volume) || !agrees(Variable::Issue, issue) {
        return;
    }
    let head = volume_label(text).map_or(head, |at| text::split_at(text, at).0);
    // "// Journal. 2019. Т. 11" (GOST)
    let head = head.trim_start_any(" ,.:;?!\"”/").trim_end_any(" ,.:;0123456789");
    // Without the title before it, what has a full stop or a bracket is more than the name of a journal.
    let whole = after_title.is_none() && (text::contains(head, ". ") || head.contains_any("()"));
    let separate = matches!(result.item.item_type, ItemType::Thesis | ItemType::Book);
    if named && !whole && !separate && is_title_or_name(head) {
        result.fill(Variable::ContainerTitle, head);
    }
    result.fill(Variable::Volume, volume);
    result.fill(Variable::Issue, issue);
    if !result.item.has(Variable::Number) {
        result.fill(Variable::Page, pages);
    }
}

/// Sets volume, issue and pages from a source as Open Journal Systems writes it in other languages than English, `Journal;
/// Label 5 Label 2 (2019): Topic; 10-20`; whether it is one that agrees with the record.
fn fill_from_source(source: &str, context: &Context<'_>, result: &mut ReadResult) -> bool {
    if source.len() > MAX_LENGTH || volume_label(source).is_some() {
        return false;
    }
    let parts: Vec<&str> = source.split(';').map(str::trim).collect();
    let [_, label, others @ ..] = parts.as_slice() else { return false };
    let Some((numbered, rest)) = label.split_once('(') else { return false };
    let year = rest.split_once(')').is_some_and(|(year, _)| year.len() == 4 && text::is_digits(year));
    let [volume, issue] = numbers_of_issue(numbered, context);
    let agrees = |variable, value| result.item.text(variable).is_none_or(|own| own == value);
    let agree = agrees(Variable::Volume, volume) && agrees(Variable::Issue, issue);
    if !year || volume.len() + issue.len() == 0 || !agree {
        return false;
    }
    result.fill(Variable::Volume, volume);
    result.fill(Variable::Issue, issue);
    let pages = others.iter().find(|part| !part.is_empty() && page_range::first(part) == **part);
    if !result.item.has(Variable::Number) {
        result.fill(Variable::Page, pages.unwrap_or(&""));
    }
    true
}

/// Volume and issue in the label of an issue: the numbers behind words, in this order unless the first has a word for issues
/// before it.
fn numbers_of_issue<'a>(label: &'a str, context: &Context<'_>) -> [&'a str; 2] {
    let (mut volume, mut issue, mut before) = ("", "", "");
    for word in text::split_any(label, " \u{a0},") {
        // "№2"
        let number = word.trim_start_any("№").trim_end_any(":");
        let label = if word.starts_with('№') { "№" } else { before };
        let is_number = number.starts_with_any(DIGITS) && number.trim_start_any("0123456789-/").is_empty();
        if is_number && !label.is_empty() {
            let lower = text::to_lowercase(label.trim_end_any(":"));
            let is_issue = |word: &str| context.has("issue", word);
            if volume.is_empty() && !is_issue(&lower) && !is_issue(lower.trim_end_any(".")) {
                volume = number;
            } else if issue.is_empty() {
                issue = number;
            }
        }
        before = word;
        if !volume.is_empty() && !issue.is_empty() {
            break;
        }
    }
    [volume, issue]
}

/// Sets the date of issue where it has no value yet.
fn fill_issued(result: &mut ReadResult, text: &str, context: &Context<'_>) {
    if !result.item.has(Variable::Issued)
        && let Some(date) = date::read_in(text, context)
    {
        result.item.set(Variable::Issued, date);
    }
}

/// Volume, issue and pages in what a citation has after the journal: `Made Journal, 7(2), 45-61. (2019)`,
/// `Made Journal; Vol. 9 No. 2 (2019): Topic; 45-61`, `Journal 58 (3): 112–119`, `Journal, vol. 3, no. 4, pp. 5-9`.
fn locator(citation: &str) -> [&str; 3] {
    let labelled = volume_label(citation);
    let mut rest = citation;
    while let Some((before, after)) = text::split_once(rest, "(") {
        rest = after;
        let volume = text::after_last_any(before.trim_end(), " ,;:");
        let (issue, pages) = text::split_once(after, ")").unwrap_or_default();
        // A year may be in the issue's place: "58 (2003) 112–119".
        let year = issue.len() == 4 && issue.starts_with_any("12");
        if is_number(volume, 5) && is_number(issue, 12) && !(year && labelled.is_some()) {
            return [volume, if year { "" } else { issue }, page_range::first(pages)];
        }
    }
    let Some(at) = labelled else { return [""; 3] };
    let label = text::split_at(citation, at).1;
    let [volume, issue, _] = issue_label(text::before_any(label, ";"));
    // "Vol. 6:15-38"
    let mut pages = text::split_once(label, &concat(&[volume, ":"])).unwrap_or_default().1;
    if !issue.is_empty() || !pages.starts_with_any(DIGITS) {
        pages = "";
    }
    for mark in ["ages ", "p. ", "; ", "pp", " С. "] {
        pages = text::split_once(label, mark).map_or(pages, |parts| parts.1);
    }
    [volume, issue, page_range::first(pages)]
}

/// Whether a text can be the number of a volume or an issue: it begins with a digit and is shorter than `end`.
fn is_number(text: &str, end: usize) -> bool {
    text.starts_with_any(DIGITS) && text.len() < end
}

/// Where the label of a volume begins.
fn volume_label(citation: &str) -> Option<usize> {
    let lower = text::to_lowercase(citation);
    ["vol.", "vol ", "volume ", " v. ", " т. "].iter().find_map(|label| text::find(&lower, label))
}

/// The journal in a citation whose parts are between commas, and volume, issue and pages, which are the last three:
/// `Reeds, Rushes and Sedges, 37, 4, iii-v(3)`. The number of pages may be in brackets.
fn list(citation: &str) -> (&str, [&str; 3]) {
    let (rest, pages) = last_part(citation);
    let (rest, issue) = last_part(rest);
    let (head, volume) = last_part(rest);
    let pages = text::before_any(pages, "(");
    let numbers = is_number(volume, 8) && is_number(issue, 8) && !issue.contains_char(' ');
    let paged = !pages.is_empty() && pages.len() < 16;
    if numbers && paged && pages.trim_start_any("0123456789ivxlceESA-–").is_empty() {
        return (head, [volume, issue, pages]);
    }
    ("", [""; 3])
}

/// The text before the last comma, and the text after it.
fn last_part(text: &str) -> (&str, &str) {
    let (head, tail) = text::split_at(text, text.rfind_any(",").unwrap_or(0));
    (head, tail.trim_start_any(", "))
}

/// Volume, issue and year in the label of an issue: `Vol. 11 No. 1 (2024)`, `Bd. 3 Nr. 2 (2020): Thema`, `No. 5 (2019)`.
/// The labels of issue numbers begin with N, №, H (Heft) or I.
fn issue_label(label: &str) -> [&str; 3] {
    let (numbered, year) = text::split_once(label, "(").unwrap_or((label, ""));
    let (mut volume, mut issue, mut before) = ("", "", "");
    for word in text::split_any(numbered, " ,.:\u{a0}") {
        let label = text::to_lowercase(before);
        let numbering = label.starts_with_any("n№hi") && date_parse::month(&label).is_none();
        if word.starts_with_any(DIGITS) && issue.is_empty() && numbering {
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
    use crate::languages::Languages;

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
        check("Volume 12, 15 November 2018", "12", "", "");
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
        check("Volume 58, January 2014, Pages 181–192", "58||181–192");
        check("Vol. 6:15-38 (Volume publication date March 2015)", "6||15-38");
        check("2020 Jul-Sep;27(3):242-247.", "27|3|242-247");
        check("Revista Hecha, v. 5, n. 2, p. 10-20, 2015", "5|2|10-20");
        check("Гліб К. Став // Вісник. 2019. Т. 11, № 4. С. 55–63.", "11|4|55–63");
        check("Journal of Holes", "||");
        check("Okafor, C. (2019) A book. Made Press.", "||");
    }

    #[test]
    fn sources_have_the_numbers_of_their_issue_in_every_language() {
        let check = |language: &str, source: &str, want: &str| {
            let context = Context::new(Languages::default(), vec![language]);
            let mut result = ReadResult::new(ItemType::ArticleJournal);
            assert_eq!(fill_from_source(source, &context, &mut result), !want.is_empty(), "{source}");
            let text = |variable| result.item.text(variable).unwrap_or("");
            let got = [Variable::Volume, Variable::Issue, Variable::Page].map(text).join("|");
            assert_eq!(got.trim_matches('|'), want, "{source}");
            let mut other = ReadResult::new(ItemType::ArticleJournal);
            other.item.set(Variable::Volume, "1001");
            assert!(!fill_from_source(source, &context, &mut other), "{source} contradicts");
        };
        check("tr", "Su Dergisi; Cilt 5 Sayı 2 (2019); 10-20", "5|2|10-20");
        check("uk", "Вісник; Том 5 № 2 (2019); 10-20", "5|2|10-20");
        check("de", "Zeitschrift; Bd. 5 Nr. 2 (2019): Thema; 10-20", "5|2|10-20");
        check("hr", "Časopis; Sv. 5 Br. 2 (2019): Rijeke; vode; 10-20", "5|2|10-20");
        check("vi", "Tạp chí; Tập 5 Số 2 (2019)", "5|2");
        check("uk", "Вісник; Том 5 №2 (2019); 10-20", "5|2|10-20");
        check("tr", "Dergi; Sayı: 14 (2019); S12", "14|S12");
        check("de", "Blätter; Bd. 9 (2019); 2000 und danach", "9");
        check("de", "Blätter; Bd. 9 (2019); 10-20; 1234-5678", "9||10-20");
        check("en", "Journal; Vol. 9 No.2 (2019); 12", "");
        check("hu", "Szemle; 5. évf. 2. sz. (2019); 10-20", "");
        check("en", "Journal; 5th International Conference (2019); 12", "");
        check("en", "Journal; 100 Years of Lakes (2019); 12", "");
        check("en", "Journal of Lakes (London); 1990", "");
        check("en", "Reeds; 4 (see also 5); 10", "");
    }

    #[test]
    fn lists_between_commas() {
        let check = |citation: &str, want: &str| {
            let (head, places) = list(citation);
            assert_eq!(format!("{head}|{}", places.join("|")), want, "{citation}");
        };
        check("Mud, Sand and Silt, 12, 3, 101-119", "Mud, Sand and Silt|12|3|101-119");
        check("Mud Letters, 12, 3-4, xi-xiv(4)", "Mud Letters|12|3-4|xi-xiv");
        check("Ek, B., Lund, A., Mud, Sand, and Silt", "|||");
        check("Mud Letters, 12, 2019", "|||");
        check("Made Town, 12, 3, March", "|||");
        check("Mud Letters", "|||");
    }
}
