//! Latin letters with their marks, and letters of other alphabets in ASCII: what keys and LaTeX need of Unicode.
//!
//! Letters with marks are taken apart by the browser's tables; the tables here hold what Unicode does not take apart.

use crate::prelude::*;

/// A letter taken apart into the letter without its last mark, and that mark.
///
/// ```
/// use citelet::text::latin::decompose;
/// assert_eq!(decompose('é'), Some(('e', '\u{301}')));
/// assert_eq!(decompose('ế'), Some(('ê', '\u{301}')));
/// assert_eq!(decompose('ø'), None);
/// ```
pub fn decompose(letter: char) -> Option<(char, char)> {
    let mut parts = super::to_nfd(letter.encode_utf8(&mut [0; 4]));
    let mark = parts.pop().filter(|mark| is_mark(*mark))?;
    let bare = super::to_nfc(&parts).chars().next()?;
    Some((bare, mark))
}

/// Whether a character is a combining mark (U+0300–U+036F).
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Small letters that are no letter with a mark, by the ASCII letters that stand for them.
const PLAIN: &str = "æ=ae|œ=oe|ß=ss|þ=th|ĳ=ij|ŋ=ng|ﬁ=fi|ﬂ=fl|ǆǳ=dz|ǉ=lj|ǌ=nj|ƕ=hv|ƣ=oi|ȣ=ou|øɵɔº=o|đðɗɖƌȡ=d|łƚŀȴɫ=l|ħɦ=h|\
    ıɨɩ=i|ŧƫƭʈȶⱦ=t|ĸƙ=k|ŉɲƞȵ=n|ſʂȿ=s|ƀɓƃ=b|ƈȼɕ=c|ǝəɛɇ=e|ƒ=f|ɠǥɣ=g|ȷɉ=j|ɯ=m|ƥ=p|ɋ=q|ʀɍ=r|ʊʉ=u|ʋʌ=v|ƴɏȝ=y|\
    ƶȥʒɀ=z|ⱥª=a";

/// Cyrillic small letters from U+0430, as the Library of Congress writes them, without its diacritics.
const CYRILLIC: &str = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia \
    e e dj g ie dz i i j lj nj c k i u dz";

/// Cyrillic letters of other languages, scattered behind U+0490.
const CYRILLIC_MORE: &str = "ґ=g|ғ=gh|қ=q|ң=ng|ү=u|ұ=u|һ=h|ә=a|ө=o|ҳ=h|ҷ=j|ӣ=i|ӯ=u";

/// Greek small letters from U+03AC, as the Library of Congress writes them.
const GREEK: &str = "a e e i y a v g d e z e th i k l m n x o p r s s t y ph ch ps o i y o y o";

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
    for c in super::to_lowercase(text).chars() {
        let mut bare = c;
        while let Some((letter, _)) = decompose(bare) {
            bare = letter;
        }
        if bare.is_ascii_alphanumeric() {
            out.push(bare);
        } else if let Some((_, ascii)) = super::table_rows(PLAIN).find(|row| row.0.contains_char(bare)) {
            out.push_str(ascii);
        } else if matches!(bare, 'υ' | 'ύ') && matches!(before, 'α' | 'ε' | 'ο') {
            out.push('u');
        } else {
            out.push_str(transliterated(bare));
        }
        before = c;
    }
}

/// A small Cyrillic, Greek or full-width letter in ASCII; empty for anything else.
fn transliterated(letter: char) -> &'static str {
    let nth = |list: &'static str, first: u32| {
        list.split_char(' ').nth((letter as u32 - first) as usize).unwrap_or_default()
    };
    match letter {
        'а'..='џ' => nth(CYRILLIC, 0x430),
        'ά'..='ώ' => nth(GREEK, 0x3ac),
        'ΐ' => "i",
        _ => super::table_get_char(CYRILLIC_MORE, letter).unwrap_or_default(),
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

    #[test]
    fn every_table_has_its_letters_in_place() {
        assert_eq!(CYRILLIC.split(' ').count(), 48);
        assert_eq!(GREEK.split(' ').count(), 35);
        assert_eq!(transliterated('я'), "ia");
        assert_eq!(transliterated('ω'), "o");
    }
}
