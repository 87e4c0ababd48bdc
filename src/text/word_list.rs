//! Word lists and tables written as one text: a slice of texts costs a page eight bytes of address and length for each.

use super::{SplitChar, StrExt};
use core::cmp::Ordering;

/// Whether a word stands in a list of words parted by blanks.
pub fn list_contains(list: &str, word: &str) -> bool {
    list_index(list, word).is_some()
}

/// The same for a list in alphabetical order, which is halved until the word is found. A page, whose words are few, passes
/// through it, for that code is there anyway.
pub fn sorted_list_contains(list: &str, word: &str) -> bool {
    if cfg!(not(feature = "full")) {
        return list_contains(list, word);
    }
    let (mut list, word) = (list.as_bytes(), word.as_bytes());
    while !list.is_empty() {
        let (before, after) = list.split_at(list.len() / 2);
        let start = before.iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
        let end = after.iter().position(|byte| *byte == b' ').map_or(list.len(), |at| before.len() + at);
        let rest = match list.get(start..end).unwrap_or_default().cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => list.get(end + 1..),
            Ordering::Greater => list.get(..start.saturating_sub(1)),
        };
        list = rest.unwrap_or_default();
    }
    false
}

/// Whether any word of such a list stands somewhere in a text.
pub fn contains_listed(text: &str, list: &str) -> bool {
    list.split_char(' ').any(|word| super::contains(text, word))
}

/// Which word of such a list it is, counted from zero.
pub fn list_index(list: &str, word: &str) -> Option<usize> {
    super::tables::position(list, b' ', word)
}

/// The word of such a list with this number; empty behind the last.
pub fn list_nth(list: &str, number: usize) -> &str {
    list.split_char(' ').nth(number).unwrap_or_default()
}

/// The value of a key in a table of rows `key=value`, parted by `|`.
pub fn table_get<'a>(table: &'a str, key: &str) -> Option<&'a str> {
    table_rows(table).find(|row| row.0 == key).map(|row| row.1)
}

/// The value of a character in such a table.
pub fn table_get_char(table: &str, key: char) -> Option<&str> {
    table_get(table, key.encode_utf8(&mut [0; 4]))
}

/// The rows of such a table, as key and value.
pub fn table_rows(table: &str) -> TableRows<'_> {
    TableRows { rows: table.split_char('|') }
}

/// What [`table_rows`] gives.
#[derive(Clone, Debug)]
pub struct TableRows<'a> {
    rows: SplitChar<'a>,
}

impl<'a> Iterator for TableRows<'a> {
    type Item = (&'a str, &'a str);

    #[inline(never)]
    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        let mut row = self.rows.next()?.split_char('=');
        Some((row.next()?, row.rest?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn words_and_values_are_found_whole() {
        assert!(
            list_contains("van der den", "der")
                && !list_contains("van der den", "de")
                && !list_contains("van der", "")
        );
        let places = ["van", "den", "de", "", "vander"].map(|word| list_index("van der den", word));
        assert_eq!(places, [Some(0), Some(2), None, None, None]);
        for word in ["a", "at", "b", "den", "der", "van", "von", "a at", "c", "w"] {
            for list in ["", "a", "a at b", "den der van von"] {
                assert_eq!(sorted_list_contains(list, word), list_contains(list, word), "{word} in {list}");
            }
        }
        assert!(contains_listed("vander", "x der") && !contains_listed("vander", "x y"));
        assert_eq!(table_get("lt=<|gt=>|eq==", "gt"), Some(">"));
        assert_eq!(table_get("lt=<|eq==", "eq"), Some("="));
        assert_eq!("a  b ".split_char(' ').collect::<Vec<_>>(), ["a", "", "b", ""]);
        assert_eq!("".split_char(' ').collect::<Vec<_>>(), [""]);
        assert_eq!(table_get("lt=<", "l"), None);
    }
}
