//! Matches the phrases of language files with the beginning of a text.

use crate::prelude::*;
use crate::text::{self, after_first};

/// The dots of abbreviations: the usual one and the Devanagari one.
const DOTS: &str = ".॰";

/// White space inside a name.
const BLANKS: &str = " \u{a0}";

/// A text in lower case, for comparison with phrases. Its length in bytes is that of the text.
pub(super) fn head(text: &str) -> String {
    // The small letter of İ is longer.
    let lower = text::to_lowercase(&text::replace(text, "İ", "ı"));
    if lower.len() == text.len() { lower } else { text.to_owned() }
}

/// The length in bytes of a phrase at the beginning of a text, which [`head`] returned; 0 where it begins otherwise.
///
/// In a phrase `_` is white space, which may be missing behind a dot, and `*` a word of any letters. At the end of a word a
/// dot is necessary where the phrase has one, and may stand where it has none. A phrase ends where a word does; one that ends
/// with `~` may be followed by a letter, as in scripts without spaces between words.
pub(super) fn match_length(head: &str, phrase: &str) -> usize {
    // Most phrases begin with another letter.
    let first = phrase.as_bytes().first();
    if first.is_none_or(u8::is_ascii_lowercase) && first != head.as_bytes().first() {
        return 0;
    }
    let bare = phrase.trim_end_any("~");
    let (mut rest, mut dotted) = (head, false);
    for c in bare.chars() {
        let before = rest;
        if c == '*' {
            while rest.begins_with(is_letter_or_hyphen) {
                rest = after_first(rest);
            }
        } else if c == '_' {
            if !dotted && rest.starts_with_any(DOTS) {
                (rest, dotted) = (after_first(rest), true);
            }
            rest = rest.trim_start_any(BLANKS);
        } else if rest.starts_with(c) || c == '.' && rest.starts_with_any(DOTS) {
            rest = after_first(rest);
        }
        if rest.len() == before.len() && !(c == '_' && dotted) {
            return 0;
        }
        dotted = c == '.';
    }
    if !dotted && rest.starts_with_any(DOTS) {
        (rest, dotted) = (after_first(rest), true);
    }
    let glued = bare.len() < phrase.len() && !rest.begins_with(continues);
    if dotted || glued || !rest.begins_with(joins) { head.len() - rest.len() } else { 0 }
}

fn is_letter_or_hyphen(c: char) -> bool {
    c.is_letter() || c == '-'
}

/// Whether a character after a phrase belongs to its last word.
fn joins(c: char) -> bool {
    c.is_letter_or_number() || "-’'\u{200c}".contains_char(c)
}

/// Whether a character is a Thai vowel or mark that cannot begin a word.
fn continues(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_the_beginning() {
        let check = |text: &str, phrase: &str, want: Option<&str>| {
            let head = head(text);
            assert_eq!(&text[..match_length(&head, phrase)], want.unwrap_or_default(), "{text} {phrase}");
        };
        check("Dr Ada", "dr", Some("Dr"));
        check("Dr. Ada", "dr", Some("Dr."));
        check("Dr.Ada", "dr", Some("Dr."));
        check("Drew", "dr", None);
        check("Dr-Hassan", "dr", None);
        check("Ing. Ada", "ing.", Some("Ing."));
        check("Ing Wei", "ing.", None);
        check("К. э. н. Орлов", "к._*._н.", Some("К. э. н."));
        check("К. э. н. Орлов", "к.*.н.", None);
        check("к.ю.н. Орлов", "к.*.н.", Some("к.ю.н."));
        check("К. Орлов", "к.*.н.", None);
        check("Öğr.Gör. Ada", "öğr._gör.", Some("Öğr.Gör."));
        check("Öğr. Gör. Ada", "öğr._gör.", Some("Öğr. Gör."));
        check("Öğr. Gör. İpek", "öğr._gör.", Some("Öğr. Gör."));
        check("Dipl.-Psych. Ada", "dipl.-*", Some("Dipl.-Psych."));
        check("นายสมชาย", "นาย~", Some("นาย"));
        check("นายิกา", "นาย~", None);
        check("นาย สมชาย", "นาย~", Some("นาย"));
    }
}
