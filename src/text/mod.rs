//! Strings and Unicode, independent of CSL.

mod decode;
pub mod entities;
mod iter_ext;
pub mod latin;
pub mod markup;
#[cfg(feature = "full")]
pub mod mojibake;
mod number;
mod packed;
pub mod small_words;
mod str_ext;
mod tables;
pub mod title_case;

pub use crate::host::letters::{
    CharExt, char_to_lowercase, char_to_uppercase, to_lowercase, to_nfc, to_nfd, to_uppercase,
};
pub use decode::{percent_decode, utf8};
pub use iter_ext::IteratorExt;
pub use number::{
    DIGITS, is_digits, parse_radix, parse_u32, roman, to_ascii_digits, to_decimal, usize_to_decimal,
};
pub use packed::{
    TableRows, contains_listed, list_contains, list_index, list_nth, table_get, table_get_char, table_rows,
};
pub use str_ext::{
    SplitChar, StrExt, after_first, after_last_any, before_any, concat, contains, contains_letter, fill_in,
    find, join, match_indices, offset_of, padded_words, remove_chars, replace, split_any, split_at,
    split_once, split_str, trim_non_alphanumeric, words,
};
pub use tables::{ListTable, TextTable, ValueTable, WordList};
pub(crate) use tables::{list_table, text_table, value_table, word_list};
