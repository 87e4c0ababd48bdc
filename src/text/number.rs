//! Numbers and digits in text.

use super::{IteratorExt, StrExt};
use alloc::string::String;
use alloc::vec::Vec;

/// The decimal digits, as a set of characters.
pub const DIGITS: &str = "0123456789";

/// The zeros of other scripts that pages are written in; each is followed by the other nine digits (Unicode, category Nd).
const ZEROS: &str = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐０";

/// The text with the digits of all scripts as ASCII digits.
pub fn to_ascii_digits(text: &str) -> String {
    let value = |c: char| {
        let offsets = ZEROS.chars().map(|zero| (c as u32).wrapping_sub(zero as u32));
        offsets.filter(|offset| *offset < 10).find_map(|offset| char::from_digit(offset, 10))
    };
    text.chars().map(|c| if c.is_ascii() { c } else { value(c).unwrap_or(c) }).collect_string()
}

/// Whether a text consists of decimal digits and is not empty.
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.trim_start_any(DIGITS).is_empty()
}

/// A number in decimal digits, in place of `number.to_string()`: 0.15 kB of the page's engine (brotli).
pub fn to_decimal(number: u32) -> String {
    let mut digits = Vec::with_capacity(10);
    let mut rest = number;
    loop {
        digits.push(char::from_digit(rest % 10, 10).unwrap_or('0'));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    digits.into_iter().rev().collect_string()
}

/// A length or an index in decimal digits, in place of `number.to_string()`.
pub fn usize_to_decimal(number: usize) -> String {
    to_decimal(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The number that decimal digits mean. Unlike with `str::parse` a plus sign is no part of it.
pub fn parse_u32(text: &str) -> Option<u32> {
    parse_radix(text, 10)
}

/// [`parse_u32`] for digits of another base.
pub fn parse_radix(text: &str, base: u32) -> Option<u32> {
    let mut number = None;
    for c in text.chars() {
        let digit = c.to_digit(base)?;
        number = Some(number.unwrap_or(0u32).checked_mul(base)?.checked_add(digit)?);
    }
    number
}

/// A number in lower-case Roman numerals, subtractive form. Zero has none; from 4000 on there is no sign for 5000,
/// so those stay decimal.
pub fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number >= 4000 {
        return to_decimal(number);
    }
    let mut out = String::new();
    let mut rest = number;
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn decimal_numbers() {
        for value in [0, 7, 10, 908, u32::MAX] {
            assert_eq!(to_decimal(value), value.to_string());
            assert_eq!(parse_u32(&value.to_string()), Some(value));
        }
        for text in ["", "4294967296", "-1", "1a", "+1"] {
            assert_eq!(parse_u32(text), None, "{text}");
        }
        assert_eq!(parse_radix("fF", 16), Some(255));
        assert!(is_digits("09") && !is_digits("") && !is_digits("1a"));
    }

    #[test]
    fn digits_of_other_scripts() {
        for text in ["٢٠٢١", "۲۰۲۱", "२०२१", "๒๐๒๑", "২০২১", "２０２１"] {
            assert_eq!(to_ascii_digits(text), "2021", "{text}");
        }
        for text in ["2021", "IV", "第²", "Ⅳ", "二〇"] {
            assert_eq!(to_ascii_digits(text), text);
        }
    }

    #[test]
    fn roman_numbers() {
        for (number, expected) in [
            (1, "i"),
            (4, "iv"),
            (9, "ix"),
            (14, "xiv"),
            (49, "xlix"),
            (1994, "mcmxciv"),
            (3999, "mmmcmxcix"),
            (0, "0"),
            (4000, "4000"),
        ] {
            assert_eq!(roman(number), expected);
        }
    }
}
