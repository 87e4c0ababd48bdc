//! Matches the phrases of language files with the beginning of a text.

use crate::prelude::*;
use crate::text;

/// So many characters of a text are compared: no phrase is longer.
const LONGEST: usize = 40;

/// The dots of abbreviations: the usual one and the Devanagari one.
const DOTS: &str = ".॰";

/// White space inside a name.
const BLANKS: &str = " \u{a0}";

/// The beginning of a text in lower case, for comparison with phrases. Its length in bytes is that of the text.
pub(super) fn head(text: &str) -> String {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let head = text::split_at(text, end).0;
    let lower = text::to_lowercase(head);
    if lower.len() == head.len() {
        return lower;
    }
    // A letter that grows, as İ does, stays a capital.
    let mut lower = String::new();
    for c in head.chars() {
        let small = text::char_to_lowercase(c);
        if small.len() == c.len_utf8() {
            lower.push_str(&small);
        } else {
            lower.push(c);
        }
    }
    lower
}

/// The length in bytes of a phrase at the beginning of a text, which [`head`] returned; `None` where it begins otherwise.
///
/// In a phrase `_` is white space, which may be missing behind a dot, and `*` a word of any letters. At its end a dot is
/// necessary where the phrase has one, and may stand where it has none. A phrase ends where a word does; one that ends
/// with `~` may be followed by a letter, as in scripts without spaces between words.
pub(super) fn match_length(head: &str, phrase: &str) -> Option<usize> {
    let (phrase, glued) = phrase.strip_suffix('~').map_or((phrase, false), |phrase| (phrase, true));
    let (mut rest, mut dotted) = (head, false);
    let mut wanted = phrase.chars();
    while let Some(c) = wanted.next() {
        if c == '_' {
            let bare = rest.trim_start_any(BLANKS);
            if bare.len() == rest.len() && !dotted {
                return None;
            }
            rest = bare;
        } else if c == '*' {
            let end = rest.char_indices().find(|(_, c)| !c.is_letter() && *c != '-');
            let at = end.map_or(rest.len(), |(at, _)| at);
            rest = text::split_at(rest, at).1;
            dotted = !wanted.as_str().starts_with('.') && rest.starts_with_any(DOTS);
            if at == 0 {
                return None;
            }
            rest = if dotted { after_first(rest) } else { rest };
        } else {
            dotted = DOTS.contains_char(c);
            if !(rest.starts_with(c) || dotted && rest.starts_with_any(DOTS)) {
                return None;
            }
            rest = after_first(rest);
        }
    }
    if !dotted && rest.starts_with_any(DOTS) {
        (rest, dotted) = (after_first(rest), true);
    }
    let ends = |c: char| !c.is_letter_or_number() && !"-’'".contains_char(c);
    let ended = dotted || glued && !continues(rest) || rest.chars().next().is_none_or(ends);
    ended.then_some(head.len() - rest.len())
}

/// The text without its first character.
fn after_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// Whether a text begins with a Thai vowel or mark that cannot begin a word.
fn continues(text: &str) -> bool {
    text.chars().next().is_some_and(|c| matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_the_beginning() {
        let check = |text: &str, phrase: &str, want: Option<&str>| {
            let head = head(text);
            assert_eq!(match_length(&head, phrase).map(|length| &text[..length]), want, "{text} {phrase}");
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
