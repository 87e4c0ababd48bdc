//! Repairs of volumes, issues, pages and numbers: what stands for nothing, digits of other scripts, hyphens.

use crate::item::Rule;
use crate::prelude::*;
use crate::text::{self, WordList, word_list};
use crate::tidy::report::Report;
use crate::vocabulary::Variable;

/// What forms put into a field that must not be empty, without blanks: no journal numbers anything so. `0` may be true.
const PLACEHOLDERS: WordList<'_> = word_list![
    "n/a",
    "n.a.",
    "na",
    "n/a-n/a",
    "none",
    "null",
    "undefined",
    "nan",
    "nil",
    "s/n",
    "s.n.",
    "s/p",
    "s.p.",
    "n/d",
    "tbd",
    "tba",
    "unknown",
    "notavailable",
    "notapplicable",
];

/// Whether a variable has a number whose form is repaired.
pub(super) fn is_number(variable: Variable) -> bool {
    matches!(variable, Variable::Volume | Variable::Issue | Variable::Page | Variable::Number)
}

/// Removes a text that stands for nothing, with a warning; whether there was one.
pub(super) fn drop_placeholder(report: &mut Report, field: &str, text: &mut String) -> bool {
    if !is_placeholder(text) || !report.options.allows(Rule::Placeholder) {
        return false;
    }
    report.repaired(field, text, "", Rule::Placeholder, "it stands for nothing");
    report.warning(field, &["“", text, "” stands for nothing and was left out."]);
    text.clear();
    true
}

/// Whether a text stands for nothing: a word for that, or marks alone.
fn is_placeholder(text: &str) -> bool {
    let plain = text::remove_chars(&text::to_lowercase(text), " \u{a0}[]()");
    PLACEHOLDERS.contains(&plain) || !text.is_empty() && plain.trim_start_any("-–—−_.?*/…").is_empty()
}

/// The text with ASCII digits in place of those of other scripts, and with plain hyphens.
pub(super) fn plain(text: &str) -> String {
    hyphens(&text::to_ascii_digits(text))
}

/// The text with a plain hyphen in place of Unicode's hyphens.
pub(super) fn hyphens(text: &str) -> String {
    text::replace(&text::replace(text, "\u{2010}", "-"), "\u{2011}", "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::options::Options;

    #[test]
    fn placeholders_are_no_numbers() {
        for text in
            ["-", "--", "—", "N/A", "n/a", "n/a-n/a", "S/N", "s. n.", "[s.n.]", "none", "NULL", "?", "…"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "0", "00", "4", "N4", "S1", "xx", "A", "NS", "Suppl", "4-5", "-4", "4–", "nº 1", "Nil 2", "C", "",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn a_placeholder_stays_where_its_rule_is_off() {
        let mut report = Report::new(Options::none());
        let mut text = "n/a".to_owned();
        assert!(!drop_placeholder(&mut report, "issue", &mut text));
        assert_eq!((text.as_str(), report.warnings.len()), ("n/a", 0));
        let mut report = Report::new(Options::default());
        assert!(drop_placeholder(&mut report, "issue", &mut text));
        assert_eq!((text.as_str(), report.warnings.len(), report.repairs.len()), ("", 1, 1));
    }

    #[test]
    fn digits_and_hyphens_are_plain() {
        let check = |text: &str, want: &str| assert_eq!(plain(text), want, "{text}");
        check("٤", "4");
        check("۱۲‐۱۵", "12-15");
        check("३", "3");
        check("3‑4", "3-4");
        for text in ["4", "3–4", "IV", "e12-e20", "10-1–10-14", "第4", "S1–S9"] {
            check(text, text);
        }
    }
}
