//! Unicode helpers that know nothing of CSL.

mod collate;

pub use collate::compare;

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

/// A number in decimal digits, without the formatting machinery of the standard library.
pub fn decimal(number: u32) -> String {
    let mut digits = Vec::with_capacity(10);
    let mut rest = number;
    loop {
        digits.push(char::from_digit(rest % 10, 10).unwrap_or('0'));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    digits.iter().rev().collect()
}

/// Whether every letter is Latin, Greek, Cyrillic, Armenian or Georgian: scripts in which the given name comes first
/// and names are written with blanks. Text without letters counts as such.
pub fn is_latin_or_cyrillic(text: &str) -> bool {
    text.chars().all(|c| {
        !c.is_alphabetic()
            || matches!(c, '\0'..='\u{58f}' | '\u{10a0}'..='\u{10ff}' | '\u{1c80}'..='\u{1cbf}' | '\u{1d00}'..='\u{1fff}'
                | '\u{2070}'..='\u{218f}' | '\u{2c60}'..='\u{2dff}' | '\u{a640}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}'
                | '\u{fb00}'..='\u{fb17}' | '\u{ff21}'..='\u{ff5a}')
    })
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
        for number in [0, 7, 10, 908, u32::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }

    #[test]
    fn scripts() {
        for name in ["Jürgen", "Müller-Lüdenscheidt", "Достоевский", "Ἀριστοτέλης", "Nguyễn", "O’Brien 3", ""]
        {
            assert!(is_latin_or_cyrillic(name), "{name}");
        }
        for name in ["山田", "太郎 Taro", "محمد", "Kim 김", "עברית", "ไทย"] {
            assert!(!is_latin_or_cyrillic(name), "{name}");
        }
    }
}
