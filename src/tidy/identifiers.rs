//! Repairs of identifiers and codes: DOI, ISSN, pages, language, web address.

use crate::host::language_tag::canonical;
use crate::item::identifier::is_issn;
use crate::prelude::*;
use crate::text::{self, TextTable, concat, text_table};
use crate::tidy::report::Report;
use crate::vocabulary::Variable;

/// The names of English and of languages without a file in `src/languages/`, and the bibliographic codes of ISO 639-2, which
/// WebKit does not know.
const LANGUAGES: TextTable = text_table! {
    "chi" => "zh",
    "cze" => "cs",
    "dut" => "nl",
    "english" => "en",
    "fre" => "fr",
    "ger" => "de",
    "gre" => "el",
    "latin" => "la",
    "may" => "ms",
    "norsk" => "no",
    "norwegian" => "no",
    "per" => "fa",
    "rum" => "ro",
    "slo" => "sk",
    "slovenian" => "sl",
};

/// Warns of an identifier that cannot be right.
pub(super) fn check(report: &mut Report, variable: Variable, field: &str, text: &str) {
    match variable {
        Variable::Issn => {
            let right = |one: &&str| is_issn(one) && check_digit(one);
            for one in text.split_char(',').map(str::trim).filter(|one| !right(one)) {
                report.warning(field, &["“", one, "” is no valid ISSN."]);
            }
        }
        Variable::Url => {
            let lower = text.trim().to_ascii_lowercase();
            if !lower.starts_with("http://") && !lower.starts_with("https://") {
                let short: String = text.chars().take(40).collect_string();
                report.warning(field, &["“", &short, "” is no web address and is not linked."]);
            }
        }
        _ => {}
    }
}

/// The bare DOI in `https://doi.org/10.…`, `doi: 10.…` and the like, without the punctuation that ends a sentence; the
/// text itself where it contains no DOI.
pub(super) fn doi(text: &str) -> String {
    let text = text.trim();
    let rest = text::find(text, "10.").map_or("", |start| text::split_at(text, start).1);
    let end = rest.find_any(" \t\n\u{a0}").unwrap_or(rest.len());
    // A DOI in an address may be escaped, though not as a form would be.
    let mut bare = text::percent_decode(&text::replace(text::split_at(rest, end).0, "+", "%2B"));
    let [open, mut closed] = ["(", ")"].map(|bracket| text::match_indices(&bare, bracket).len());
    // A closing bracket belongs to the DOI if it was opened there.
    while bare.ends_with_any(".,;\"”") || bare.ends_with_any(")") && open < closed {
        closed -= usize::from(bare.pop() == Some(')'));
    }
    if bare.contains_char('/') { bare } else { text.to_owned() }
}

/// Pages as CSL-JSON has them, with a hyphen in a range; from a page to the same page is one. Words before them are taken
/// off as those before other numbers are.
pub(super) fn pages(text: &str) -> String {
    let bare = text.trim_start_any(" :\u{a0}");
    if !bare.begins_with(char::is_letter_or_number) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(bare.len());
    for c in bare.chars() {
        if "–—‐‑−-".contains_char(c) {
            out.truncate(out.trim_end_any(" -").len());
            out.push('-');
        } else if !(" \u{a0}".contains_char(c) && out.ends_with_any("-")) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end_any("-. ").len());
    out.truncate(single(&out).len());
    out
}

/// The page in a range from a page to the same page; any other text as it is.
pub(super) fn single(pages: &str) -> &str {
    text::split_once(pages, "-").filter(|(first, last)| first == last).map_or(pages, |ends| ends.0)
}

/// Two groups of four with a hyphen and a capital X; what is no ISSN stays.
pub(super) fn issn(text: &str) -> String {
    let mut numbers = Vec::new();
    for one in text.split_char(',') {
        let digits = text::remove_chars(one, " -–\u{a0}").to_ascii_uppercase();
        numbers.push(match digits.split_at_checked(4) {
            Some((first, second)) if is_issn(&digits) => concat(&[first, "-", second]),
            _ => one.trim().to_owned(),
        });
    }
    text::join(&numbers, ", ")
}

/// Whether the last digit of an ISSN is the one that ISO 3297 computes from the others.
fn check_digit(issn: &str) -> bool {
    let (mut sum, mut weight) = (0, 8);
    for c in issn.chars() {
        let value = match c {
            '-' => continue,
            'X' => Some(10),
            c => c.to_digit(10),
        };
        let Some(value) = value.filter(|_| weight > 0) else { return false };
        sum += value * weight;
        weight -= 1;
    }
    sum % 11 == 0
}

/// A language tag: `en_US` and `EN` written as they should be, `eng` and `English` as `en`; the text itself where it
/// names no language that is known.
pub(super) fn language(text: &str) -> String {
    let text = text.trim();
    let lower = text::to_lowercase(text);
    if let Some(tag) = LANGUAGES.get(&lower) {
        return tag.to_owned();
    }
    match canonical(&text::replace(&lower, "_", "-")) {
        // A longer code is a word.
        Some(tag) if text::before_any(&tag, "-").len() < 4 => tag,
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_repaired(repair: fn(&str) -> String, text: &str, want: &str) {
        assert_eq!(repair(text), want, "{text}");
    }

    #[test]
    fn a_doi_in_any_form() {
        assert_repaired(doi, "10.58932/MULA0028", "10.58932/MULA0028");
        assert_repaired(doi, "https://doi.org/10.58932/MULA0028", "10.58932/MULA0028");
        assert_repaired(doi, "http://dx.doi.org/10.58932/MULA0028.", "10.58932/MULA0028");
        assert_repaired(doi, "doi: 10.58932%2FMULA0028", "10.58932/MULA0028");
        assert_repaired(doi, "DOI:10.1016/S0140-6736(05)67728-8", "10.1016/S0140-6736(05)67728-8");
        assert_repaired(doi, "(doi:10.1000/x)", "10.1000/x");
        assert_repaired(doi, "ade/1391109086", "ade/1391109086");
    }

    #[test]
    fn pages_are_ranges_with_a_hyphen() {
        assert_repaired(pages, "211–238", "211-238");
        assert_repaired(pages, "211--238", "211-238");
        assert_repaired(pages, "211 – 238.", "211-238");
        assert_repaired(pages, "S112-S119", "S112-S119");
        assert_repaired(pages, "Pages", "Pages");
        assert_repaired(pages, "xii-xv, 3", "xii-xv, 3");
        assert_repaired(pages, "93–93", "93");
        assert_repaired(pages, "93-193", "93-193");
        assert_repaired(pages, "12-1-12-1", "12-1-12-1");
    }

    #[test]
    fn issns_and_languages() {
        assert_repaired(issn, "12345679", "1234-5679");
        assert_repaired(issn, "2049-363x", "2049-363X");
        assert_repaired(issn, "none", "none");
        assert_repaired(issn, "Not found", "Not found");
        assert_repaired(issn, "20493630, 2049-363x (Print)", "2049-3630, 2049-363x (Print)");
        assert!(check_digit("0028-0836") && check_digit("2049-3630") && !check_digit("0028-0837"));
        assert_repaired(language, "eng", "en");
        assert_repaired(language, "fre", "fr");
        assert_repaired(language, "English", "en");
        assert_repaired(language, "EN", "en");
        assert_repaired(language, "en_us", "en-US");
        assert_repaired(language, "zh-hans-cn", "zh-Hans-CN");
        assert_repaired(language, "Articles", "Articles");
    }
}
