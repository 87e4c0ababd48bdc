//! The order of the Unicode root collation, as far as Latin letters go.

use super::Collate;
use crate::host::letters::{CharExt, char_to_lowercase};
use core::cmp::Ordering;
use core::iter::Peekable;
use core::str::Chars;

/// The base letters of U+00C0 to U+017F, in order.
const LATIN: &[u8] = b"AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// A letter without its accent, for Latin letters up to U+017F; any other character is itself.
fn base_letter(c: char) -> char {
    let offset = u32::from(c).checked_sub(0xC0).and_then(|offset| usize::try_from(offset).ok());
    offset.and_then(|offset| LATIN.get(offset)).map_or(c, |base| char::from(*base))
}

/// The order of the Unicode root collation for Latin text: blanks, marks, digits, letters. Words that differ only in
/// accents and case are equal, and numbers compare by their value.
#[derive(Clone, Copy, Debug, Default)]
pub struct RootCollation;

impl Collate for RootCollation {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        compare(a, b)
    }
}

fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (Letters::new(a).peekable(), Letters::new(b).peekable());
    loop {
        let order = match (a.peek(), b.peek()) {
            (None, None) => return Ordering::Equal,
            (Some((DIGIT, _)), Some((DIGIT, _))) => compare_numbers(&mut a, &mut b),
            _ => a.next().cmp(&b.next()),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// The class of digits among those of [`Letters`].
const DIGIT: u8 = 2;

/// Compares the numbers that two texts continue with, and consumes them. Of two numbers without leading zeros the longer
/// is the greater.
fn compare_numbers(a: &mut Peekable<Letters<'_>>, b: &mut Peekable<Letters<'_>>) -> Ordering {
    while a.next_if_eq(&(DIGIT, '0')).is_some() {}
    while b.next_if_eq(&(DIGIT, '0')).is_some() {}
    let mut order = Ordering::Equal;
    loop {
        let is_digit = |letter: &(u8, char)| letter.0 == DIGIT;
        match (a.next_if(is_digit), b.next_if(is_digit)) {
            (None, None) => return order,
            (None, Some(_)) => order = Ordering::Less,
            (Some(_), None) => order = Ordering::Greater,
            (a, b) => {
                order = order.then(a.cmp(&b));
                continue;
            }
        }
        while a.next_if(is_digit).is_some() || b.next_if(is_digit).is_some() {}
        return order;
    }
}

/// The characters of a text as keys of comparison: a class, and a letter in it. Combining marks are ignored.
struct Letters<'a> {
    chars: Chars<'a>,
    /// The second letter of a ligature.
    second: Option<char>,
}

impl<'a> Letters<'a> {
    fn new(text: &'a str) -> Letters<'a> {
        Letters { chars: text.chars(), second: None }
    }
}

impl Iterator for Letters<'_> {
    type Item = (u8, char);

    fn next(&mut self) -> Option<(u8, char)> {
        if let Some(second) = self.second.take() {
            return Some((3, second));
        }
        let c = self.chars.find(|c| !matches!(u32::from(*c), 0x300..=0x36F))?;
        self.second = match c {
            'Æ' | 'æ' | 'Œ' | 'œ' => Some('e'),
            'ß' | 'ẞ' => Some('s'),
            _ => None,
        };
        let base = if c == 'ẞ' { 's' } else { base_letter(c) };
        let lower = match base {
            _ if base.is_ascii() => base.to_ascii_lowercase(),
            _ => char_to_lowercase(base).chars().next().unwrap_or(base),
        };
        let class = match lower {
            _ if lower.is_whitespace() => 0,
            _ if lower.is_ascii_digit() => DIGIT,
            _ if lower.is_letter_or_number() => 3,
            _ => 1,
        };
        Some((class, lower))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_ordered_letter_by_letter() {
        let sorted =
            ["", "a b", "a$", "a1", "a2", "a10", "a10b", "aa", "Ab", "ac", "Œuvre", "of", "ssa", "ßb", "z"];
        for pair in sorted.windows(2) {
            if let [a, b] = pair {
                assert_eq!(compare(a, b), Ordering::Less, "{a} {b}");
            }
        }
        for (a, b) in
            [("äb", "AB"), ("Œuvre", "oeuvre"), ("straße", "Strasse"), ("7", "007"), ("e\u{301}", "é")]
        {
            assert_eq!(compare(a, b), Ordering::Equal, "{a} {b}");
        }
        assert_eq!(LATIN.len(), 192);
        assert_eq!(RootCollation.ranks(&["b", "Ä", "", "a", "b"]), [2, 1, 0, 1, 2]);
    }
}
