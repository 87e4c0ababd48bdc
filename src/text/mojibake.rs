//! Text in UTF-8 that was read as Windows-1252 or Latin-1: `LÃ¼ck` for `Lück`. Pages do without this, which weighs 0.4 kB: what
//! is encoded wrongly there all readers see, and somebody mends it; in files and registries it stays.

use super::{CharExt, utf8};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// The characters of the bytes from 0x80 to 0x9F in Windows-1252, with those of Latin-1 where it has none.
const SPECIAL: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The text as it was meant; the text itself where nothing is wrong with it.
pub fn decode(text: &str) -> String {
    decoded(text).unwrap_or_else(|| text.to_owned())
}

/// The text as it was meant, if all of it decodes and letters show that it has to: of `CANÇÃO` no byte fits, and `AMANHÃ…`
/// is right as it is.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        let at = SPECIAL.chars().position(|special| special == c);
        bytes.push(at.map_or(u32::from(c), |at| 0x80 + at as u32).try_into().ok()?);
    }
    let decoded = utf8(&bytes)?;
    let (mut certain, mut before) = (false, ' ');
    let mut rest = decoded.chars();
    while let Some(c) = rest.next() {
        if !c.is_ascii() {
            certain |= is_certain(before, c, rest.as_str().chars().next().unwrap_or(' '))?;
        }
        before = c;
    }
    certain.then_some(decoded)
}

/// Whether a decoded character between two others shows that the text had to be decoded; `None` where it shows that it had
/// not.
fn is_certain(before: char, c: char, after: char) -> Option<bool> {
    let beside = |kind: fn(char) -> bool| kind(before) || kind(after);
    match c {
        '¡'..='¿' => Some(!before.is_letter()),
        // Of Å before a blank that does not break, as behind a number.
        '\u{a0}' | 'Š' => Some(false),
        // `AMANHÃ…`
        'À'..='\u{17f}' => Some(after.is_letter() || before.is_lowercase_letter()),
        'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ș'..='ț' => Some(true),
        // `CAFÉ’S`, `FORLÌ–CESENA`, `PERÚ’S`
        ..='\u{36f}' => None,
        ..='\u{7ff}' if beside(|c| c.is_ascii_alphabetic()) => None,
        ..='\u{7ff}' => Some(beside(|c| c > '\u{36f}')),
        _ => Some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_read_as_windows_1252_is_decoded() {
        let check = |text: &str, want: &str| assert_eq!(decoded(text).as_deref(), Some(want), "{text}");
        check("LÃ¼ck", "Lück");
        check("MÃœLLER", "MÜLLER");
        check("Ã‰lodie", "Élodie");
        check("the townâ€™s water", "the town’s water");
        check("Ð˜Ð²Ð°Ð½", "Иван");
        check("Î¤Î¿ Î½ÎµÏ\u{81}ÏŒ", "Το νερό");
        check("BucureÈ™ti", "București");
        check("Nguyá»…n VÄƒn", "Nguyễn Văn");
        check("ä¸\u{ad}å›½", "中国");
        check("20 Â°C", "20 °C");
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "SÃO PAULO",
            "NÃO",
            "CANÇÃO",
            "O AMANHÃ…",
            "IRMÃ",
            "CAFÉ’S",
            "PERÚ’S",
            "FORLÌ–CESENA",
            "2.5 Å\u{a0}resolution",
            "“Ã©”",
            "\"Ã©\"",
            "Lück",
            "LÃ¼ck in Łódź",
            "ROMÂ®",
            "à\u{a0}Paris",
            "Âu",
            "plain",
        ] {
            assert_eq!(decoded(text), None, "{text}");
        }
    }
}
