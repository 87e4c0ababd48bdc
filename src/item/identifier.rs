//! Forms of identifiers.

use crate::prelude::*;
use crate::text;

/// Whether a text has the form of an ISSN (ISO 3297): seven digits and a check digit, which may be an X.
pub(crate) fn is_issn(number: &str) -> bool {
    let plain = text::remove_chars(number, "-–‐ \u{a0}");
    let digits = plain.trim_end_any("Xx");
    plain.len() == 8 && digits.len() > 6 && text::is_digits(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issn_is_seven_digits_and_a_check_digit() {
        for (number, want) in [
            ("2049-3630", true),
            ("2049363x", true),
            ("2049–3630", true),
            ("Not found", false),
            ("2049-36X0", false),
            ("978-3-16-148410-0", false),
        ] {
            assert_eq!(is_issn(number), want, "{number}");
        }
    }
}
