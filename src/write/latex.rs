//! Text for TeX: its special characters escaped and, where asked for, everything outside ASCII as commands.

use crate::item::tables::latex::{ACCENTS, GREEK, LETTERS, SIGNS, command};
use crate::prelude::*;
use crate::text::{concat, latin, to_decimal};

/// Whether this build has the commands for characters outside ASCII: their tables come with the feature `write`.
#[cfg(feature = "write")]
const HAS_COMMANDS: bool = true;
#[cfg(not(feature = "write"))]
const HAS_COMMANDS: bool = false;

/// Writes text for TeX.
pub(super) struct Latex {
    ascii: bool,
    /// Whether braces are written as commands instead of `\{`, which BibTeX counts as a brace: where they are not balanced.
    braces_as_commands: bool,
}

impl Latex {
    /// A writer for one field. `text` is the whole value of the field: BibTeX counts the braces in it.
    pub(super) fn new(ascii: bool, text: &str) -> Latex {
        let mut depth = 0_usize;
        let mut balanced = true;
        for c in text.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => balanced = false,
                '}' => depth -= 1,
                _ => {}
            }
        }
        Latex { ascii, braces_as_commands: !balanced || depth != 0 }
    }

    fn in_ascii(&self) -> bool {
        HAS_COMMANDS && self.ascii
    }

    /// Adds text. Sequences of white space and control characters become one blank.
    pub(super) fn push(&self, out: &mut String, text: &str) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let mark = chars.peek().copied().filter(|next| self.in_ascii() && latin::is_mark(*next));
            if let Some(accented) = mark.and_then(|mark| accented(c, mark)) {
                chars.next();
                out.push_str(&accented);
            } else {
                self.push_char(out, c);
            }
        }
    }

    fn push_char(&self, out: &mut String, c: char) {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            '{' if self.braces_as_commands => out.push_str("{\\textbraceleft}"),
            '}' if self.braces_as_commands => out.push_str("{\\textbraceright}"),
            '{' => out.push_str("\\{"),
            '}' => out.push_str("\\}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            // In LaTeX's first encoding, the default, other characters have their places.
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            // TeX stops at a control character, and other programs take some for the end of a line.
            _ if c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                if !out.ends_with_any(" \n") {
                    out.push(' ');
                }
            }
            _ if c.is_ascii() || !self.in_ascii() => out.push(c),
            _ => push_sign(out, c),
        }
    }
}

/// Adds a character outside ASCII as a command.
fn push_sign(out: &mut String, c: char) {
    if let Some(sign) = command(SIGNS, c) {
        // Adjacent quotation marks or dashes would form a ligature.
        if matches!(sign.as_bytes().first(), Some(first @ (b'`' | b'\'' | b'-')) if out.as_bytes().last() == Some(first))
        {
            out.push_str("{}");
        }
        return out.push_str(sign);
    }
    out.push_str(&letter(c));
}

/// A letter as a command in braces.
fn letter(c: char) -> String {
    if let Some(command) = command(LETTERS, c) {
        return concat(&["{", command, "}"]);
    }
    let composed = latin::decompose(c).and_then(|(base, mark)| accented(base, mark));
    composed.or_else(|| greek(c)).unwrap_or_else(|| by_number(c))
}

/// A letter with an accent: `{\'e}`, `{\v{s}}`, `{\'{\^e}}`. `None` when LaTeX has no command for the accent.
fn accented(base: char, mark: char) -> Option<String> {
    let accent = command(ACCENTS, mark)?;
    let is_word = accent.bytes().next_back().is_some_and(|b| b.is_ascii_alphabetic());
    let base = if base.is_ascii_alphabetic() {
        String::from(base)
    } else if base.is_ascii() {
        return None;
    } else {
        let letter = letter(base);
        let bare = letter.strip_prefix('{').and_then(|letter| letter.strip_suffix('}'));
        bare.map(str::to_owned).unwrap_or(letter)
    };
    let grouped = is_word || base.len() > 1;
    let base = if grouped { concat(&["{", &base, "}"]) } else { base };
    Some(concat(&["{", accent, &base, "}"]))
}

/// A Greek letter in maths mode.
fn greek(c: char) -> Option<String> {
    command(GREEK, c).map(|name| concat(&["{$\\", name, "$}"]))
}

/// A character by its code point: `{\symbol{1046}}`, which LuaLaTeX and XeLaTeX print. The number is decimal, for BibTeX
/// changes the case of letters in such a group, and TeX reads no small ones as digits.
fn by_number(c: char) -> String {
    concat(&["{\\symbol{", &to_decimal(c as u32), "}}"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, ascii: bool, expected: &str) {
        let mut out = String::new();
        Latex::new(ascii, text).push(&mut out, text);
        assert_eq!(out, expected, "{text}");
        assert!(!ascii || out.is_ascii());
    }

    #[test]
    fn special_characters_are_escaped() {
        check("R&D 50% $1 C# a_b", false, r"R\&D 50\% \$1 C\# a\_b");
        check("{x} ~ y^2 \\ z", false, r"\{x\} \textasciitilde{} y\textasciicircum{}2 \textbackslash{} z");
        check("p < 0.05 | x > y", false, r"p \textless{} 0.05 \textbar{} x \textgreater{} y");
        check("a } b", false, r"a {\textbraceright} b");
        check("a {{ b", false, r"a {\textbraceleft}{\textbraceleft} b");
        check("one\n  two", false, "one two");
        check("one\0\u{1b}two\u{2028}three", true, "one two three");
        check("é–“x”", false, "é–“x”");
    }

    #[test]
    fn nothing_outside_ascii_is_dropped() {
        check("Gómez Peña", true, r"G{\'o}mez Pe{\~n}a");
        check("Šuñçåż", true, r"{\v{S}}u{\~n}{\c{c}}{\r{a}}{\.z}");
        check("Nguyễn", true, r"Nguy{\~{\^e}}n");
        check("Đặng", true, r"{\DJ}{\u{\d{a}}}ng");
        check("Þór ł ø ß ı", true, r"{\TH}{\'o}r {\l} {\o} {\ss} {\i}");
        check("e\u{301}x", true, r"{\'e}x");
        check("ǿ", true, r"{\'{\o}}");
        check("a–b—c", true, "a--b---c");
        check("“‘x’”", true, "``{}`x'{}''");
        check("α-Κ Ω", true, "{$\\alpha$}-{\\symbol{922}} {$\\Omega$}");
        check("Жю 毛 😀", true, r"{\symbol{1046}}{\symbol{1102}} {\symbol{27611}} {\symbol{128512}}");
        check("ả", true, "{\\symbol{7843}}");
        check("ș", true, r"{\textcommabelow{s}}");
    }
}
