//! The order of words, as far as Latin letters go.

use super::{lower, lower_char};
use crate::prelude::*;
use core::cmp::Ordering;

/// The base letters of U+00C0 to U+017F, in order.
const LATIN: &[u8] = b"AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// A letter without its accent, for Latin letters up to U+017F; any other character is itself.
fn base_letter(c: char) -> char {
    let offset = u32::from(c).checked_sub(0xC0).and_then(|offset| usize::try_from(offset).ok());
    offset.and_then(|offset| LATIN.get(offset)).map_or(c, |base| char::from(*base))
}

/// The order of the Unicode root collation for Latin text: blanks, punctuation, digits, letters. Accents and then
/// case decide only between words that are alike otherwise, small letters first.
pub fn compare(a: &str, b: &str) -> Ordering {
    let primary = |text: &str| text.chars().filter_map(primary).gather();
    primary(a).cmp(&primary(b)).then_with(|| lower(a).cmp(&lower(b))).then_with(|| b.cmp(a))
}

/// What a character is compared by first; combining marks count only later.
fn primary(c: char) -> Option<(u8, char)> {
    if matches!(u32::from(c), 0x300..=0x36F) {
        return None;
    }
    let base = base_letter(c);
    let lower = match base {
        _ if base.is_ascii() => base.to_ascii_lowercase(),
        _ => lower_char(base).chars().next().unwrap_or(base),
    };
    let class = match lower {
        _ if lower.is_whitespace() => 0,
        _ if lower.is_ascii_digit() => 2,
        _ if lower.is_alphanumeric() => 3,
        _ => 1,
    };
    Some((class, lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_come_last() {
        let sorted = ["", "a b", "a-b", "a1", "aa", "Ab", "äb", "Äb", "abc", "Œuvre", "Öz", "z", "Žižek"];
        for pair in sorted.windows(2) {
            if let [a, b] = pair {
                assert_eq!(compare(a, b), Ordering::Less, "{a} {b}");
            }
        }
        assert_eq!(LATIN.len(), 192);
    }
}
