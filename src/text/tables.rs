//! Word lists and tables: readable in the source, one text in the program.
//!
//! A slice of texts takes eight bytes for the address and the length of each, and WebAssembly stores those apart from
//! the letters, where they compress badly. So a list or table that a page loads is one text, and the macros here make
//! that text of literals when the crate is compiled:
//!
//! | macro | makes | for |
//! |---|---|---|
//! | [`word_list!`] | [`WordList`] | words: is it one of these, which one |
//! | [`text_table!`] | [`TextTable`] | a text for each key |
//! | [`list_table!`] | [`ListTable`] | a list of words for each key |
//! | [`value_table!`] | [`ValueTable`] | a number, an enum's variant, or anything else that is `Copy` for each key |
//!
//! All are searched from front to back, which is fast enough for the few hundred look-ups of a page; the first match
//! counts. A literal that the packed form cannot hold is an error of the compiler. In braces rustfmt leaves the lines as
//! they are. Modules that no page loads use slices, arrays and `match` instead.

use super::packed::position;
use super::str_ext::{SplitChar, StrExt, contains};

/// A list of words that contain no blank.
///
/// ```ignore
/// const PARTICLES: WordList = word_list!["van", "der", "den"];
/// assert!(PARTICLES.contains("der") && !PARTICLES.contains("de"));
/// assert_eq!(PARTICLES.position("den"), Some(2));
/// ```
macro_rules! word_list {
    ($first:literal $(, $word:literal)* $(,)?) => {
        const {
            $crate::text::WordList::packed(concat!($first $(, " ", $word)*), &[$first $(, $word)*])
        }
    };
}
pub(crate) use word_list;

/// A table of texts by texts or characters. Keys contain neither `=` nor `|`, values no `|`.
///
/// ```ignore
/// const SIGNS: TextTable = text_table! { "lt" => "<", "gt" => ">" };
/// assert_eq!(SIGNS.get("gt"), Some(">"));
/// ```
macro_rules! text_table {
    ($first:literal => $first_value:literal $(, $key:literal => $value:literal)* $(,)?) => {
        const {
            $crate::text::TextTable::packed(
                concat!($first, "=", $first_value $(, "|", $key, "=", $value)*),
                concat!($first $(, "|", $key)*),
            )
        }
    };
}
pub(crate) use text_table;

/// A table of word lists by texts. Keys contain neither `=` nor `|`; words contain no `|` and no blank.
///
/// ```ignore
/// const LANGUAGES: ListTable = list_table! { "en" => ["eng", "english"], "la" => ["lat", "latin"] };
/// assert!(LANGUAGES.get("la").is_some_and(|words| words.contains("latin")));
/// ```
macro_rules! list_table {
    ($first:literal => [$first_word:literal $(, $first_more:literal)* $(,)?]
        $(, $key:literal => [$word:literal $(, $more:literal)* $(,)?])* $(,)?) => {
        const {
            $crate::text::ListTable::packed(
                concat!(
                    $first, "=", $first_word $(, " ", $first_more)*
                    $(, "|", $key, "=", $word $(, " ", $more)*)*
                ),
                concat!($first $(, "|", $key)*),
            )
        }
    };
}
pub(crate) use list_table;

/// A table of values by texts, which contain no `|`.
///
/// ```ignore
/// const KINDS: ValueTable<ItemType> = value_table! { "preprint" => ItemType::Article, "dvd" => ItemType::MotionPicture };
/// assert_eq!(KINDS.get("dvd"), Some(ItemType::MotionPicture));
/// ```
macro_rules! value_table {
    ($first:literal => $first_value:expr $(, $key:literal => $value:expr)* $(,)?) => {
        const {
            $crate::text::ValueTable::packed(
                concat!($first $(, "|", $key)*),
                &[$first_value $(, $value)*],
            )
        }
    };
}
pub(crate) use value_table;

/// A list of words in one text, made by `word_list!`.
#[derive(Clone, Copy, Debug)]
pub struct WordList<'a> {
    /// The words, separated by single blanks.
    text: &'a str,
}

impl<'a> WordList<'a> {
    /// For [`word_list!`]: `text` is the `words`, separated by blanks.
    #[doc(hidden)]
    pub const fn packed(text: &'a str, words: &[&str]) -> WordList<'a> {
        assert!(count(text, b' ') + 1 == words.len(), "a word of a word_list! contains no blank");
        WordList { text }
    }

    /// Whether it contains the word.
    pub fn contains(self, word: &str) -> bool {
        self.position(word).is_some()
    }

    /// The index of the first word that equals `word`.
    pub fn position(self, word: &str) -> Option<usize> {
        position(self.text, b' ', word)
    }

    /// The word with this index; empty behind the last.
    pub fn get(self, index: usize) -> &'a str {
        self.iter().nth(index).unwrap_or_default()
    }

    /// The words in their order.
    pub fn iter(self) -> SplitChar<'a> {
        self.text.split_char(' ')
    }

    /// Whether any of the words occurs somewhere in `text`, be it inside another word.
    pub fn any_in(self, text: &str) -> bool {
        self.iter().any(|word| contains(text, word))
    }

    /// [`WordList::contains`] for a list in ascending order, by halving, for programs that look up every word of many
    /// records.
    #[cfg(feature = "full")]
    pub fn sorted_contains(self, word: &str) -> bool {
        let (mut list, word) = (self.text.as_bytes(), word.as_bytes());
        while !list.is_empty() {
            let (before, after) = list.split_at(list.len() / 2);
            let start = before.iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
            let end = after.iter().position(|byte| *byte == b' ').map_or(list.len(), |at| before.len() + at);
            let rest = match list.get(start..end).unwrap_or_default().cmp(word) {
                core::cmp::Ordering::Equal => return true,
                core::cmp::Ordering::Less => list.get(end + 1..),
                core::cmp::Ordering::Greater => list.get(..start.saturating_sub(1)),
            };
            list = rest.unwrap_or_default();
        }
        false
    }

    /// [`WordList::contains`]: a page looks up few words, and that code is there anyway.
    #[cfg(not(feature = "full"))]
    pub fn sorted_contains(self, word: &str) -> bool {
        self.contains(word)
    }
}

/// Texts by keys in one text, made by `text_table!`.
#[derive(Clone, Copy, Debug)]
pub struct TextTable {
    /// Rows `key=value`, separated by `|`.
    text: &'static str,
}

impl TextTable {
    /// For [`text_table!`]: `text` is the packed table, `keys` its keys, separated by `|`.
    #[doc(hidden)]
    pub const fn packed(text: &'static str, keys: &str) -> TextTable {
        assert!(count(text, b'|') == count(keys, b'|'), "a table's texts contain no |");
        assert!(count(keys, b'=') == 0, "a table's keys contain no =");
        TextTable { text }
    }

    /// The value of the first row with this key.
    pub fn get(self, key: &str) -> Option<&'static str> {
        super::table_get(self.text, key)
    }

    /// The value of a key of one character.
    pub fn get_char(self, key: char) -> Option<&'static str> {
        self.get(key.encode_utf8(&mut [0; 4]))
    }

    /// The rows in their order, as key and value.
    pub fn rows(self) -> super::TableRows<'static> {
        super::table_rows(self.text)
    }
}

/// Word lists by keys in one text, made by `list_table!`.
#[derive(Clone, Copy, Debug)]
pub struct ListTable {
    table: TextTable,
}

impl ListTable {
    /// For [`list_table!`]: see [`TextTable::packed`].
    #[doc(hidden)]
    pub const fn packed(text: &'static str, keys: &str) -> ListTable {
        ListTable { table: TextTable::packed(text, keys) }
    }

    /// The list of the first row with this key.
    pub fn get(self, key: &str) -> Option<WordList<'static>> {
        self.table.get(key).map(|text| WordList { text })
    }

    /// The rows in their order, as key and list.
    pub fn rows(self) -> impl Iterator<Item = (&'static str, WordList<'static>)> {
        self.table.rows().map(|(key, text)| (key, WordList { text }))
    }
}

/// Values by keys, made by `value_table!`. An enum without fields takes one byte a row.
#[derive(Debug)]
pub struct ValueTable<V: 'static> {
    /// The keys, separated by `|`.
    keys: &'static str,
    values: &'static [V],
}

impl<V: Copy> ValueTable<V> {
    /// For [`value_table!`].
    #[doc(hidden)]
    pub const fn packed(keys: &'static str, values: &'static [V]) -> ValueTable<V> {
        assert!(count(keys, b'|') + 1 == values.len(), "a table's keys contain no |");
        ValueTable { keys, values }
    }

    /// The value of the first row with this key.
    pub fn get(&self, key: &str) -> Option<V> {
        self.values.get(position(self.keys, b'|', key)?).copied()
    }

    /// The value of the first row whose key fulfils a condition.
    pub fn find(&self, mut matches: impl FnMut(&'static str) -> bool) -> Option<V> {
        self.rows().find(|(key, _)| matches(key)).map(|(_, value)| value)
    }

    /// The rows in their order, as key and value.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, V)> {
        self.keys.split_char('|').zip(self.values.iter().copied())
    }
}

/// How often a byte occurs in a text.
const fn count(text: &str, sought: u8) -> usize {
    let (mut rest, mut count) = (text.as_bytes(), 0);
    while let Some((byte, tail)) = rest.split_first() {
        count += (*byte == sought) as usize;
        rest = tail;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::IteratorExt;
    use super::*;

    const PARTICLES: WordList<'_> = word_list!["van", "der", "den"];

    #[test]
    fn words_are_found_whole() {
        let places = ["van", "den", "de", "", "vander", "van der"].map(|word| PARTICLES.position(word));
        assert_eq!(places, [Some(0), Some(2), None, None, None, None]);
        assert_eq!([0, 2, 3].map(|index| PARTICLES.get(index)), ["van", "den", ""]);
        assert!(PARTICLES.any_in("vanity") && !PARTICLES.any_in("of"));
        assert_eq!(word_list!["a", "", "b"].iter().collect_vec(), ["a", "", "b"]);
    }

    #[test]
    fn a_sorted_list_is_halved() {
        let lists = [
            word_list![""],
            word_list!["a"],
            word_list!["a", "at", "b"],
            word_list!["den", "der", "van", "von"],
        ];
        for word in ["a", "at", "b", "den", "der", "van", "von", "a at", "c", "w"] {
            for list in lists {
                assert_eq!(list.sorted_contains(word), list.contains(word), "{word} in {list:?}");
            }
        }
    }

    #[test]
    fn tables_give_the_first_row_with_a_key() {
        let signs = text_table! { "lt" => "<", "eq" => "=", 'é' => "e", "lt" => "no" };
        assert_eq!(["lt", "eq", "l", "no"].map(|key| signs.get(key)), [Some("<"), Some("="), None, None]);
        assert_eq!(signs.get_char('é'), Some("e"));
        let languages = list_table! { "en" => ["eng", "english"], "la" => ["lat"] };
        assert!(languages.get("la").is_some_and(|list| list.contains("lat")) && languages.get("e").is_none());
        assert!(languages.get("en").is_some_and(|list| list.contains("eng")));
        let months = value_table! { "jan" => 1, "feb" => 2 };
        assert_eq!((months.get("feb"), months.get("fe")), (Some(2), None));
        assert_eq!(months.find(|key| "january".starts_with(key)), Some(1));
    }
}
