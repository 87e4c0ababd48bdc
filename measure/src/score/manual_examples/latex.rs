//! LaTeX text as characters with their brace protection; accents become Unicode, so that `{\'e}`, `\'{e}` and `é`
//! compare equal.

/// A character of a BibTeX value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Char {
    /// The character; U+0001 represents `\emph` and `\textit`.
    pub char: char,
    /// Whether braces keep styles from changing its case.
    pub protected: bool,
}

/// Reads LaTeX text.
pub fn read(text: &str) -> Vec<Char> {
    let mut reader = Reader { rest: text, depth: 0, special: Vec::new(), out: Vec::new() };
    while reader.step() {}
    reader.out
}

/// The inside of the group that `text` begins with, and what follows it. A group that is not closed ends with the
/// text; as its last character counts as the missing brace, that character is lost.
pub(super) fn braced(text: &str) -> (&str, &str) {
    let mut depth = 0_i32;
    let mut chars = text.char_indices();
    let mut last = 0;
    while let Some((at, char)) = chars.next() {
        last = at;
        match char {
            '\\' => drop(chars.next()),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth <= 0 && at > 0 {
            break;
        }
    }
    let end = text[last..].chars().next().map_or(last, |c| last + c.len_utf8());
    (text.get(1..last.max(1)).unwrap_or(""), &text[end..])
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
    /// For each open brace whether it only wraps a command, as in `{\'e}`, and so protects nothing.
    special: Vec<bool>,
    out: Vec<Char>,
}

impl<'a> Reader<'a> {
    fn step(&mut self) -> bool {
        let Some(char) = self.rest.chars().next() else { return false };
        match char {
            '{' => self.open(),
            '}' => self.close(),
            '\\' => self.command(),
            '-' | '`' | '\'' | '’' => self.ligature(char),
            _ => {
                self.skip(char.len_utf8());
                self.put(char.encode_utf8(&mut [0; 4]));
            }
        }
        true
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    /// Whether the text goes on with `word`, which is passed over then.
    fn eat(&mut self, word: &str) -> bool {
        let found = self.rest.strip_prefix(word);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn put(&mut self, text: &str) {
        let protected = self.depth > 0;
        self.out.extend(compose(text).into_iter().map(|char| Char { char, protected }));
    }

    fn open(&mut self) {
        self.skip(1);
        let special = self.depth == 0 && self.rest.starts_with('\\');
        self.special.push(special);
        self.depth += usize::from(!special);
    }

    fn close(&mut self) {
        self.skip(1);
        if !self.special.pop().unwrap_or(false) {
            self.depth = self.depth.saturating_sub(1);
        }
    }

    fn ligature(&mut self, char: char) {
        const LIGATURES: [(&str, &str); 5] =
            [("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("'", "’")];
        for (typed, printed) in LIGATURES {
            if self.eat(typed) {
                return self.put(printed);
            }
        }
        self.skip(char.len_utf8());
        self.put(char.encode_utf8(&mut [0; 4]));
    }

    /// The name of the command at the beginning: letters, or one other character.
    fn command_name(&mut self) -> Option<&'a str> {
        let after = self.rest.strip_prefix('\\')?;
        let letters = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let length = if letters > 0 { letters } else { after.chars().next()?.len_utf8() };
        self.rest = &after[length..];
        Some(&after[..length])
    }

    fn command(&mut self) {
        let Some(name) = self.command_name() else { return self.skip(1) };
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.rest = self.rest.trim_start_matches(' ');
        }
        if name == "emph" || name == "textit" {
            return self.put("\u{1}");
        }
        if let Some(accent) = accent(name) {
            let base = self.argument().replace('ı', "i").replace('ȷ', "j");
            let mut chars = base.chars();
            let mut text: String = chars.next().into_iter().collect();
            text.push(accent);
            text.push_str(chars.as_str());
            return self.put(&text);
        }
        match macro_text(name) {
            Some(text) => {
                self.put(text);
                self.eat("{}");
            }
            None => self.put(name),
        }
    }

    /// The argument of an accent: a group, a command or a character.
    fn argument(&mut self) -> String {
        self.rest = self.rest.trim_start_matches(' ');
        if self.rest.starts_with('{') {
            let (inside, after) = braced(self.rest);
            self.rest = after;
            return read(inside).iter().map(|c| c.char).collect();
        }
        if self.rest.starts_with('\\') {
            let before = self.rest;
            match self.command_name() {
                Some(name) if name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    self.eat(" ");
                    return macro_text(name).unwrap_or(name).to_owned();
                }
                _ => self.rest = before,
            }
        }
        let Some(char) = self.rest.chars().next() else { return String::new() };
        self.skip(char.len_utf8());
        char.to_string()
    }
}

fn accent(name: &str) -> Option<char> {
    Some(match name {
        "'" => '\u{301}',
        "`" => '\u{300}',
        "^" => '\u{302}',
        "\"" => '\u{308}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "." => '\u{307}',
        "u" => '\u{306}',
        "v" => '\u{30c}',
        "H" => '\u{30b}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "r" => '\u{30a}',
        "d" => '\u{323}',
        "b" => '\u{331}',
        _ => return None,
    })
}

fn macro_text(name: &str) -> Option<&'static str> {
    Some(match name {
        "o" => "ø",
        "O" => "Ø",
        "l" => "ł",
        "L" => "Ł",
        "ss" => "ß",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "aa" => "å",
        "AA" => "Å",
        "dj" => "đ",
        "DJ" => "Đ",
        "dh" => "ð",
        "DH" => "Ð",
        "th" => "þ",
        "TH" => "Þ",
        "i" => "ı",
        "j" => "ȷ",
        "textasciitilde" => "~",
        "textasciicircum" => "^",
        "textbackslash" => "\\",
        "textendash" => "–",
        "textemdash" => "—",
        "textquoteright" => "’",
        _ => return None,
    })
}

/// Normalisation form C.
fn compose(text: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, text: &str, protected: &str) {
        let chars = read(source);
        assert_eq!(chars.iter().map(|c| c.char).collect::<String>(), text, "{source}");
        let found: String = chars.iter().map(|c| if c.protected { 'p' } else { '.' }).collect();
        assert_eq!(found, protected, "{source}");
    }

    #[test]
    fn accents_become_unicode() {
        check("{\\'e}\\'{e}\\'eé", "éééé", "....");
        check("\\v{S}\\\"{\\i}\\\"\\i x\\c cc\\H{o}", "Šïïxçcő", ".......");
        check("{\\o}\\ss{}\\aa ngstr", "øßångstr", "........");
        check("\\u{\\i}", "ĭ", ".");
    }

    #[test]
    fn braces_protect_unless_they_wrap_a_command() {
        check("a {B} {\\'E} {\\emph{x}}", "a B É \u{1}x", "..p....p");
        check("{a{\\'e}b}", "aéb", "ppp");
    }

    #[test]
    fn ligatures_and_escapes() {
        check("``a'' it's 1--2---3 \\& \\% \\_", "“a” it’s 1–2—3 & % _", "....................");
        check("\\textendash{}x\\", "–x", "..");
    }

    #[test]
    fn groups_end_where_their_brace_does() {
        assert_eq!(braced("{a{b}\\}c} d"), ("a{b}\\}c", " d"));
        assert_eq!(braced("{ab"), ("a", ""));
    }
}
