//! Latin letters with their marks, and letters of other alphabets in ASCII: what keys and LaTeX need of Unicode.
//!
//! Letters with marks are taken apart by the browser's tables; the tables here hold what Unicode does not take apart.

use super::{StrExt, TextTable, text_table, to_lowercase, to_nfc, to_nfd};
use crate::extent::FULL;
use alloc::string::String;

/// A letter taken apart into the letter without its last mark, and that mark.
///
/// ```
/// use citelet::text::latin::decompose;
/// assert_eq!(decompose('é'), Some(('e', '\u{301}')));
/// assert_eq!(decompose('ế'), Some(('ê', '\u{301}')));
/// assert_eq!(decompose('ø'), None);
/// ```
pub fn decompose(letter: char) -> Option<(char, char)> {
    let mut parts = to_nfd(letter.encode_utf8(&mut [0; 4]));
    let mark = parts.pop().filter(|mark| is_mark(*mark))?;
    let bare = to_nfc(&parts).chars().next()?;
    Some((bare, mark))
}

/// Whether a character is a combining mark (U+0300–U+036F).
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a word begins with the Dutch `ij`, whose letters are capitals together: `IJssel`. Before a vowel they are two
/// letters of another language, as in `Ijaz`.
pub fn begins_with_ij(word: &str) -> bool {
    let (start, rest) = super::split_at(word, 2);
    FULL && start.eq_ignore_ascii_case("ij") && rest.starts_with_any("bdfklmnprstvzBDFKLMNPRSTVZ")
}

/// Small letters that are no letter with a mark, by the ASCII letters that stand for them.
const PLAIN: TextTable = text_table! {
    "æ" => "ae", "œ" => "oe", "ß" => "ss", "þ" => "th", "ĳ" => "ij", "ŋ" => "ng", "ﬁ" => "fi", "ﬂ" => "fl",
    "ǆǳ" => "dz", "ǉ" => "lj", "ǌ" => "nj", "ƕ" => "hv", "ƣ" => "oi", "ȣ" => "ou", "øɵɔº" => "o",
    "đðɗɖƌȡ" => "d", "łƚŀȴɫ" => "l", "ħɦ" => "h", "ıɨɩ" => "i", "ŧƫƭʈȶⱦ" => "t", "ĸƙ" => "k", "ŉɲƞȵ" => "n",
    "ſʂȿ" => "s", "ƀɓƃ" => "b", "ƈȼɕ" => "c", "ǝəɛɇ" => "e", "ƒ" => "f", "ɠǥɣ" => "g", "ȷɉ" => "j",
    "ɯ" => "m", "ƥ" => "p", "ɋ" => "q", "ʀɍ" => "r", "ʊʉ" => "u", "ʋʌ" => "v", "ƴɏȝ" => "y", "ƶȥʒɀ" => "z",
    "ⱥª" => "a",
};

/// Cyrillic and Greek small letters that are no letter with a mark, as the Library of Congress writes them (ALA-LC
/// romanisation tables), without its diacritics. What is missing is left out of the ASCII form, as `ь` is.
const ROMANISED: TextTable = text_table! {
    // Russian, Serbian, Macedonian and Ukrainian.
    'а' => "a", 'б' => "b", 'в' => "v", 'г' => "g", 'д' => "d", 'е' => "e", 'ж' => "zh", 'з' => "z",
    'и' => "i", 'к' => "k", 'л' => "l", 'м' => "m", 'н' => "n", 'о' => "o", 'п' => "p", 'р' => "r",
    'с' => "s", 'т' => "t", 'у' => "u", 'ф' => "f", 'х' => "kh", 'ц' => "ts", 'ч' => "ch", 'ш' => "sh",
    'щ' => "shch", 'ъ' => "ie", 'ы' => "y", 'э' => "e", 'ю' => "iu", 'я' => "ia", 'ђ' => "dj", 'є' => "ie",
    'ѕ' => "dz", 'і' => "i", 'ј' => "j", 'љ' => "lj", 'њ' => "nj", 'ћ' => "c", 'џ' => "dz",
    // Kazakh, Tajik and other languages.
    'ґ' => "g", 'ғ' => "gh", 'қ' => "q", 'ң' => "ng", 'ү' => "u", 'ұ' => "u", 'һ' => "h", 'ә' => "a",
    'ө' => "o", 'ҳ' => "h", 'ҷ' => "j",
    // Greek.
    'α' => "a", 'β' => "v", 'γ' => "g", 'δ' => "d", 'ε' => "e", 'ζ' => "z", 'η' => "e", 'θ' => "th",
    'ι' => "i", 'κ' => "k", 'λ' => "l", 'μ' => "m", 'ν' => "n", 'ξ' => "x", 'ο' => "o", 'π' => "p",
    'ρ' => "r", 'ς' => "s", 'σ' => "s", 'τ' => "t", 'υ' => "y", 'φ' => "ph", 'χ' => "ch", 'ψ' => "ps",
    'ω' => "o",
};

/// Adds a text in small ASCII letters and digits: marks dropped, `ß` as `ss`, Cyrillic and Greek transliterated.
/// What has no such form is left out, and so is everything that is neither letter nor digit.
///
/// ```
/// let mut key = String::new();
/// citelet::text::latin::push_ascii(&mut key, "Łódź-Größe Толстой");
/// assert_eq!(key, "lodzgrossetolstoi");
/// ```
pub fn push_ascii(out: &mut String, text: &str) {
    let mut before = ' ';
    for c in to_lowercase(text).chars() {
        let mut bare = c;
        while let Some((letter, _)) = decompose(bare) {
            bare = letter;
        }
        if bare.is_ascii_alphanumeric() {
            out.push(bare);
        } else if let Some((_, ascii)) = PLAIN.rows().find(|row| row.0.contains_char(bare)) {
            out.push_str(ascii);
        } else if matches!(bare, 'υ' | 'ύ') && matches!(before, 'α' | 'ε' | 'ο') {
            out.push('u');
        } else {
            out.push_str(ROMANISED.get_char(bare).unwrap_or_default());
        }
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_ascii() {
        for (text, expected) in [
            ("Søren Ærø", "sorenaero"),
            ("ŁÓDŹ", "lodz"),
            ("Đặng Þór Ðə", "dangthorde"),
            ("İstanbul ı", "istanbuli"),
            ("e\u{301}", "e"),
            ("Straße STRASSE ẞ", "strassestrassess"),
            ("Nguyễn", "nguyen"),
            ("Щукин Ельцын Юлія объём", "shchukineltsyniuliiaobieem"),
            ("Παπαδόπουλος Ευαγγελία", "papadopouloseuaggelia"),
            ("O’Neil–3", "oneil3"),
            ("毛泽东", ""),
        ] {
            let mut out = String::new();
            push_ascii(&mut out, text);
            assert_eq!(out, expected, "{text}");
        }
    }
}
