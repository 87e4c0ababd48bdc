//! Page ranges (specification, appendix V, "Page Range Formats").

use crate::csl::program::PageRangeFormat;
use crate::prelude::*;
use crate::text::{DIGITS, before_any, concat, split_at};

/// The first page of `page`.
pub(super) fn first(value: &str) -> &str {
    before_any(value, "-–,&;").trim()
}

/// The second number of a range in a format. A range whose ends are not plain numbers with the same prefix, or that does
/// not ascend, is unchanged.
pub(super) fn second(from: &str, to: &str, format: PageRangeFormat) -> String {
    let (prefix, from) = split_prefix(from);
    let (to_prefix, to) = split_prefix(to);
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if prefix.ends_with_any(".:/")
        || !plain(from)
        || !plain(to)
        || (!to_prefix.is_empty() && to_prefix != prefix)
    {
        return concat(&[to_prefix, to]);
    }
    let head = from.len().saturating_sub(to.len());
    let full = concat(&[from.get(..head).unwrap_or(""), to]);
    if full.len() < from.len() || (full.len() == from.len() && full.as_str() <= from) {
        return concat(&[to_prefix, to]);
    }
    if format == PageRangeFormat::Expanded {
        return concat(&[prefix, &full]);
    }
    shortened(from, &full, format)
}

/// The digits of the second number that are printed.
fn shortened(from: &str, to: &str, format: PageRangeFormat) -> String {
    let keep = |at_least: usize| {
        let same = if from.len() == to.len() {
            from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count()
        } else {
            0
        };
        let from_digit = same.min(to.len().saturating_sub(at_least));
        to.get(from_digit..).unwrap_or(to).to_owned()
    };
    match format {
        PageRangeFormat::Expanded => to.to_owned(),
        PageRangeFormat::Minimal => keep(1),
        PageRangeFormat::MinimalTwo => keep(2),
        PageRangeFormat::Chicago15 | PageRangeFormat::Chicago16 => {
            let last_two = from.get(from.len().saturating_sub(2)..).unwrap_or(from);
            if from.len() < 3 || last_two == "00" {
                return to.to_owned();
            }
            if last_two.starts_with('0') {
                return keep(1);
            }
            let short = keep(2);
            let all = format == PageRangeFormat::Chicago15 && from.len() == 4 && short.len() >= 3;
            if all { to.to_owned() } else { short }
        }
    }
}

/// A number's letters and its digits: `S12` is `S` and `12`.
fn split_prefix(text: &str) -> (&str, &str) {
    let digits = text.len() - text.trim_end_any(DIGITS).len();
    split_at(text, text.len() - digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: PageRangeFormat, from: &str, to: &str, expected: &str) {
        assert_eq!(second(from, to, format), expected, "{from}-{to}");
    }

    /// The table of the specification.
    #[test]
    fn ranges_are_shortened_as_in_the_appendix() {
        use PageRangeFormat::*;
        for (from, to, expected) in [
            ("3", "10", "10"),
            ("71", "72", "72"),
            ("100", "104", "104"),
            ("600", "613", "613"),
            ("1100", "1123", "1123"),
            ("107", "108", "8"),
            ("505", "517", "17"),
            ("1002", "1006", "6"),
            ("321", "325", "25"),
            ("415", "532", "532"),
            ("11564", "11568", "68"),
            ("13792", "13803", "803"),
            ("1496", "1504", "1504"),
            ("2787", "2816", "2816"),
        ] {
            check(Chicago15, from, to, expected);
        }
        check(Chicago16, "1496", "1504", "504");
        check(Chicago16, "2787", "2816", "816");
        for (from, to, expanded, minimal, two) in [
            ("42", "45", "45", "5", "45"),
            ("321", "328", "328", "8", "28"),
            ("2787", "2816", "2816", "816", "816"),
            ("321", "8", "328", "8", "28"),
            ("N110", "N112", "N112", "2", "12"),
        ] {
            check(Expanded, from, to, expanded);
            check(Minimal, from, to, minimal);
            check(MinimalTwo, from, to, two);
        }
    }
}
