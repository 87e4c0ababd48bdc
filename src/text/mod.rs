//! Unicode helpers that know nothing of CSL.

#[cfg(feature = "full")]
mod collate;
pub mod entities;
pub mod latin;
mod letters;
mod lists;
pub mod markup;
mod pieces;

use crate::prelude::*;

#[cfg(feature = "full")]
pub use collate::compare;
pub use letters::{Letter, composed, decomposed, lower, lower_char, upper, upper_char};
pub use lists::{Rows, listed, listed_in_order, mentions, nth_listed, of_char, place_listed, rows, value_of};
pub use pieces::{
    FIGURES, Holds, Parts, between, contains, core, count, cut, decimal, decoded, filled, find, first_part,
    is_figures, is_lettered, joined, last_part, number, number_of, parted, places, replaced, separated,
    split, unescaped, without,
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
        return decimal(number);
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
