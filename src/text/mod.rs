//! Unicode helpers that know nothing of CSL.

pub mod entities;
mod iter_ext;
pub mod latin;
pub mod markup;
mod str_ext;
mod tables;
pub mod title_case;
mod word_list;

use alloc::string::String;

pub use crate::host::letters::{
    CharExt, char_to_lowercase, char_to_uppercase, to_lowercase, to_nfc, to_nfd, to_uppercase,
};
pub use iter_ext::IteratorExt;
pub use str_ext::{
    DIGITS, SplitChar, StrExt, after_last_any, before_any, concat, contains, contains_letter, fill_in, find,
    is_digits, join, match_indices, parse_radix, parse_u32, percent_decode, remove_chars, replace, split_any,
    split_at, split_once, split_str, string_from_utf8, to_decimal, trim_non_alphanumeric, usize_to_decimal,
};
pub use tables::{ListTable, TextTable, ValueTable, WordList};
pub(crate) use tables::{list_table, text_table, value_table, word_list};
pub use word_list::{
    TableRows, contains_listed, list_contains, list_index, list_nth, sorted_list_contains, table_get,
    table_get_char, table_rows,
};

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

    #[test]
    fn numbers() {
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
