//! Word lists and tables that are written in packed form. New ones are written with the macros of [`super::tables`], which
//! make this form and have methods for what these functions do.

use super::{SplitChar, StrExt};

/// Whether a list of words separated by blanks contains a word.
pub fn list_contains(list: &str, word: &str) -> bool {
    list_index(list, word).is_some()
}

/// Whether any word of such a list occurs somewhere in a text.
pub fn contains_listed(text: &str, list: &str) -> bool {
    list.split_char(' ').any(|word| super::contains(text, word))
}

/// The index of a word in such a list.
pub fn list_index(list: &str, word: &str) -> Option<usize> {
    position(list, b' ', word)
}

/// The index of the part that equals `sought` among the parts of a text between separators.
pub(super) fn position(text: &str, separator: u8, sought: &str) -> Option<usize> {
    // Bytes are compared one by one: the standard library's search for a separator costs more than it saves between
    // words as short as these.
    let (text, sought) = (text.as_bytes(), sought.as_bytes());
    let (mut start, mut number, mut at) = (0, 0, 0);
    loop {
        let byte = text.get(at).copied();
        if byte.is_none() || byte == Some(separator) {
            if at - start == sought.len() && text.get(start..at) == Some(sought) {
                return Some(number);
            }
            byte?;
            (start, number) = (at + 1, number + 1);
        }
        at += 1;
    }
}

/// The word of such a list with this index; empty behind the last.
pub fn list_nth(list: &str, number: usize) -> &str {
    list.split_char(' ').nth(number).unwrap_or_default()
}

/// The value of a key in a table of rows `key=value`, separated by `|`.
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

/// The iterator of [`table_rows`].
#[derive(Clone, Debug)]
pub struct TableRows<'a> {
    rows: SplitChar<'a>,
}

impl<'a> Iterator for TableRows<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        let mut row = self.rows.next()?.split_char('=');
        Some((row.next()?, row.rest?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_are_found_whole() {
        assert!(
            list_contains("van der den", "der")
                && !list_contains("van der den", "de")
                && !list_contains("van der", "")
        );
        let places = ["van", "den", "de", "", "vander"].map(|word| list_index("van der den", word));
        assert_eq!(places, [Some(0), Some(2), None, None, None]);
        assert!(contains_listed("vander", "x der") && !contains_listed("vander", "x y"));
        assert_eq!(table_get("lt=<|gt=>|eq==", "gt"), Some(">"));
        assert_eq!(table_get("lt=<|eq==", "eq"), Some("="));
        assert_eq!(table_get("lt=<", "l"), None);
    }
}
