//! LaTeX's text to Unicode with the inline markup of CSL-JSON.
//!
//! What TeX would print is kept: accents and signs become characters, font commands become markup, `_` and `^` in formulas
//! subscripts and superscripts; an unknown command is dropped and its argument kept. Groups are kept on an explicit stack,
//! so that no depth of braces overflows, and every character is read once.

use super::commands::{FONTS, FUNCTIONS, OTHER_COMMANDS, Scope, WRAPPERS};
use crate::item::tables::latex::{ACCENTS, GREEK, LETTERS, SIGNS, character};
use crate::prelude::*;
use crate::read::face::Face;
use crate::text;

/// A decoded text.
pub(super) struct DecodedText {
    /// The text with markup.
    pub(super) text: String,
    /// Its parts, in bytes, that were in braces which protect capitals.
    pub(super) protected: Vec<(usize, usize)>,
}

/// Decodes LaTeX.
pub(super) fn decode(raw: &str) -> DecodedText {
    let mut decoder = Decoder::default();
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '\\' => decoder.command(tail),
            '{' => decoder.open_group(tail),
            '}' => decoder.close_group(tail),
            '$' => {
                decoder.formula = !decoder.formula;
                tail
            }
            '_' if decoder.formula => decoder.set_face(Face::Subscript, tail),
            '^' if decoder.formula => decoder.set_face(Face::Superscript, tail),
            '~' => decoder.push('\u{a0}', tail),
            '-' | '`' | '\'' | '?' | '!' => decoder.ligature(rest, c, tail),
            _ => decoder.push(c, tail),
        };
    }
    while !decoder.groups.is_empty() {
        decoder.close_group("");
    }
    decoder.out.truncate(decoder.out.trim_end().len());
    DecodedText { text: decoder.out, protected: decoder.protected }
}

/// Decoded text alone.
pub(super) fn plain(raw: &str) -> String {
    decode(raw).text
}

/// Decoded text with spaces in place of ties, which only keep a line together.
pub(super) fn without_ties(raw: &str) -> String {
    plain(raw).replace('\u{a0}', " ")
}

/// An address, a DOI or a number: without braces, `\url` and the backslashes of escapes.
pub(super) fn verbatim(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let bare = raw.replace("\\url", "").replace("\\textunderscore", "_").replace("\\textasciitilde", "~");
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' => {}
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => {}
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// A group of braces.
struct Group {
    /// Where its text begins in the output.
    start: usize,
    /// What ends its markup, the outermost first.
    ends: Vec<&'static str>,
    /// Whether it is in double quotation marks.
    quoted: bool,
    /// Whether its braces protect capitals: they are no command's argument, and have no command at their head.
    protects: bool,
    /// Whether it is an argument of a command, so that a group right after it is one too.
    argument: bool,
}

/// The state while a text is decoded. The methods take the rest of the input and return what they leave of it.
#[derive(Default)]
struct Decoder {
    out: String,
    groups: Vec<Group>,
    /// How many of the open groups protect capitals.
    protecting: usize,
    /// How many of the open groups are in double quotation marks.
    quoting: usize,
    protected: Vec<(usize, usize)>,
    /// Accents for the next letter, the outermost first.
    accents: Vec<char>,
    /// The face of the next character or group.
    face: Option<Face>,
    /// What stands before and after the next group.
    wrapper: Option<(&'static str, &'static str)>,
    /// Whether the next group is the argument of a command that is not known.
    argument: bool,
    /// Whether the next group is skipped.
    skip: bool,
    formula: bool,
}

impl Decoder {
    fn open_group<'a>(&mut self, tail: &'a str) -> &'a str {
        if core::mem::take(&mut self.skip) {
            return tail.split_once('}').map_or("", |parts| parts.1);
        }
        let (face, wrapper, argument) =
            (self.face.take(), self.wrapper.take(), core::mem::take(&mut self.argument));
        let commanded = face.is_some() || wrapper.is_some() || argument || !self.accents.is_empty();
        let protects = !commanded && !tail.trim_start().starts_with('\\');
        let (start, end) = face.map(Face::tags).or(wrapper).unwrap_or_default();
        // Quotation marks inside others are single.
        let inner = start == "“" && self.quoting > 0;
        let (start, end) = if inner { ("‘", "’") } else { (start, end) };
        let quoted = end == "”";
        self.quoting += usize::from(quoted);
        self.protecting += usize::from(protects);
        self.out.push_str(start);
        self.groups.push(Group {
            start: self.out.len(),
            ends: vec![end],
            quoted,
            protects,
            argument: argument || wrapper.is_some(),
        });
        tail
    }

    fn close_group<'a>(&mut self, tail: &'a str) -> &'a str {
        self.accents.clear();
        self.face = None;
        if let Some(group) = self.groups.pop() {
            self.quoting -= usize::from(group.quoted);
            self.protecting -= usize::from(group.protects);
            if group.protects && self.protecting == 0 && group.start < self.out.len() {
                self.protected.push((group.start, self.out.len()));
            }
            self.out.extend(group.ends.into_iter().rev());
            self.argument = group.argument && tail.starts_with('{');
        }
        tail
    }

    /// Sets the face of the next character or group.
    fn set_face<'a>(&mut self, face: Face, tail: &'a str) -> &'a str {
        self.face = Some(face);
        tail.trim_start()
    }

    /// Adds a character with its accents and in its face.
    fn push<'a>(&mut self, c: char, tail: &'a str) -> &'a str {
        (self.wrapper, self.argument) = (None, false);
        if c.is_whitespace() && c != '\u{a0}' {
            if !self.out.is_empty() && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            return tail;
        }
        // The degree sign is raised already.
        let face = self.face.take().filter(|_| c != '°');
        let (start, end) = face.map(Face::tags).unwrap_or_default();
        self.out.push_str(start);
        if self.accents.is_empty() {
            self.out.push(c);
        } else {
            let mut letter = String::new();
            // An accent replaces a letter's dot.
            letter.push(match c {
                'ı' => 'i',
                'ȷ' => 'j',
                c => c,
            });
            letter.extend(self.accents.drain(..).rev());
            self.out.push_str(&text::to_nfc(&letter));
        }
        self.out.push_str(end);
        tail
    }

    /// Signs that TeX makes of several characters. The apostrophe stays as typed.
    fn ligature<'a>(&mut self, rest: &'a str, c: char, tail: &'a str) -> &'a str {
        if self.formula {
            return match c {
                '-' => self.push('−', tail),
                '\'' => self.push('′', tail),
                c => self.push(c, tail),
            };
        }
        for (typed, sign) in
            [("---", '—'), ("--", '–'), ("``", '“'), ("''", '”'), ("?`", '¿'), ("!`", '¡'), ("`", '‘')]
        {
            if let Some(after) = rest.strip_prefix(typed) {
                return self.push(sign, after);
            }
        }
        self.push(c, tail)
    }

    /// Reads the command after a backslash.
    fn command<'a>(&mut self, tail: &'a str) -> &'a str {
        let length = tail.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tail.len());
        if length == 0 {
            return self.symbol(tail);
        }
        let (name, after) = text::split_at(tail, length);
        let after = after.trim_start_matches([' ', '\t', '\n', '\r']);
        let command = format!("\\{name}");
        if let Some(accent) = character(ACCENTS, &command) {
            self.accents.push(accent);
        } else if let Some(letter) = character(LETTERS, &command) {
            self.push(letter, "");
        } else if let Some((_, face, scope)) = FONTS.iter().find(|row| row.0 == name) {
            return self.font(*face, *scope, after);
        } else if matches!(name, "symbol" | "char" | "unichar") {
            return self.by_number(after);
        } else if name == "href" {
            self.skip = true;
        } else if let Some((_, start, end)) = WRAPPERS.iter().find(|row| row.0 == name) {
            self.wrapper = Some((*start, *end));
            return after.strip_prefix('*').unwrap_or(after);
        } else if let Some(printed) = printed(name, &command) {
            // In formulas blanks are no spaces.
            if self.formula && is_closing(&printed) {
                self.out.truncate(self.out.trim_end().len());
            }
            for c in printed.chars() {
                self.push(c, "");
            }
            if FUNCTIONS.contains(&name) && after.starts_with(|c: char| c.is_letter_or_number()) {
                self.push(' ', "");
            }
            // Empty braces only separate the command from what follows; without them the space did.
            return after.strip_prefix("{}").unwrap_or(after);
        } else {
            self.argument = after.starts_with('{');
        }
        after
    }

    /// A font command.
    fn font<'a>(&mut self, face: Face, scope: Scope, after: &'a str) -> &'a str {
        if scope == Scope::Argument {
            return self.set_face(face, after);
        }
        if let Some(group) = self.groups.last_mut() {
            let (start, end) = face.tags();
            self.out.push_str(start);
            group.ends.push(end);
        }
        after
    }

    /// A command of one character: an accent, an escaped character, a space, or a hint for line breaks.
    fn symbol<'a>(&mut self, tail: &'a str) -> &'a str {
        let Some(c) = tail.chars().next() else { return tail };
        let after = tail.get(c.len_utf8()..).unwrap_or_default();
        if let Some(accent) = character(ACCENTS, &format!("\\{c}")) {
            self.accents.push(accent);
            return after.trim_start();
        }
        match c {
            '-' | '/' | '!' | '@' | '(' | ')' | '[' | ']' => after,
            ',' | ';' | ':' | '\\' => self.push(' ', after),
            c => self.push(c, after),
        }
    }

    /// A character by its number: `{"416}` and `"416` are hexadecimal, `{1046}` is decimal.
    fn by_number<'a>(&mut self, after: &'a str) -> &'a str {
        let digits = after.trim_start_matches(['{', '"']);
        let marks = after.len() - digits.len();
        let base = if after.get(..marks).is_some_and(|marks| marks.contains('"')) { 16 } else { 10 };
        let length = digits.find(|c: char| !c.is_digit(base)).unwrap_or(digits.len());
        let (number, rest) = text::split_at(digits, length);
        let mut value = 0u32;
        for digit in number.chars().filter_map(|c| c.to_digit(base)) {
            value = value.wrapping_mul(base).wrapping_add(digit);
        }
        if let Some(c) = char::from_u32(value).filter(|c| !c.is_control()) {
            self.push(c, "");
        }
        if after.starts_with('{') { rest.strip_prefix('}').unwrap_or(rest) } else { rest }
    }
}

/// Whether it is the end of what a bracket opened.
fn is_closing(printed: &str) -> bool {
    matches!(printed, "⟩" | "⌉" | "⌋" | "}")
}

/// What a command prints.
fn printed(name: &str, command: &str) -> Option<String> {
    if let Some((_, printed)) = OTHER_COMMANDS.iter().find(|row| row.0 == name) {
        return Some((*printed).to_owned());
    }
    if FUNCTIONS.contains(&name) {
        return Some(name.to_owned());
    }
    let greek = character(GREEK, name.strip_prefix("text").unwrap_or(name));
    // The writer's table has signs with empty braces after them, or in formulas.
    let bare = |written: &'static str| written.strip_suffix("{}").unwrap_or(written.trim_matches('$'));
    let sign = || SIGNS.iter().find(|row| bare(row.1) == command).map(|row| row.0);
    greek.or_else(sign).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_become_characters() {
        for (raw, want) in [
            (r#"G{\'o}mez Pe\~na, \"Ozg\"{u}r {\AA}sa \o re"#, "Gómez Peña, Özgür Åsa øre"),
            (
                r#"{\v{S}}u{\~n}{\c{c}} \c cedilla \v{z} Nguy{\~{\^e}}n na{\"\i}ve \'{\i}"#,
                "Šuñç çedilla ž Nguyễn naïve í",
            ),
            (r"{\DJ}{\u{\d{a}}}ng \L{}\'od\'z {\TH}{\'o}r", "Đặng Łódź Þór"),
            (
                r"R\&D 50\% \$1 C\# a\_b \{x\} \textasciitilde{} y\textasciicircum{}2 \textbackslash{} z",
                "R&D 50% $1 C# a_b {x} ~ y^2 \\ z",
            ),
            ("``{}`x'{}'' a--b---c?`", "“‘x'' a–b—c¿".replace("''", "'”").as_str()),
            (
                r"\emph{E. coli} {\it in vitro} H$_2$O, x$^{2}$ 37$^\circ$C",
                "<i>E. coli</i> <i>in vitro</i> H<sub>2</sub>O, x<sup>2</sup> 37°C",
            ),
            (r"{$\alpha$}-\Omega, $\beta$-catenin \ensuremath{\mu}m", "α-Ω, β-catenin μm"),
            (r#"{\symbol{"416}}\char"44E x"#, "Жю x"),
            (r"{\symbol{1046}}\char1102 x", "Жю x"),
            (
                r"\url{http://x.org/a} \href{http://y}{here} \mbox{a\,b} \unknown{kept}",
                "http://x.org/a here a b kept",
            ),
            (r"a\ b~c \TeX{} unclosed {x", "a b\u{a0}c TeX unclosed x"),
            ("two\n  lines", "two lines"),
            (
                r"\enquote{Off \enquote*{the} map} and \mkbibquote{on} \mkbibparens{it}, \mkbibemph{Hamlet}",
                "“Off ‘the’ map” and “on” (it), <i>Hamlet</i>",
            ),
            (r"$\langle 110 \rangle$ at $\lceil n\rceil$, $O(n \log n)$", "⟨110⟩ at ⌈n⌉, O(n log n)"),
            (r"\enquote alone {x} \frac{1}{2} $\sqrt{2}$", "alone x 1/2 √2"),
            ("}} stray", "stray"),
        ] {
            assert_eq!(plain(raw), want, "{raw}");
        }
        assert_eq!(
            verbatim(r"\url{https://x.org/a\_b%20c~d{\textasciitilde}e}"),
            "https://x.org/a_b%20c~d~e"
        );
    }

    #[test]
    fn braces_that_keep_capitals_are_listed() {
        let kept = |raw: &str| {
            let decoded = decode(raw);
            decoded.protected.iter().map(|(from, to)| decoded.text[*from..*to].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(kept(r"The {DNA} of {{The} Who} in M{\'e}xico \emph{Nature} {\em x}"), ["DNA", "The Who"]);
        assert_eq!(kept(r"\enquote{At Sea} \texorpdfstring{x}{y} {of} \frac{a}{b}"), ["of"]);
    }
}
