//! LaTeX's text to Unicode with the inline markup of CSL-JSON.
//!
//! What TeX would print is kept: accents and signs become characters, the fonts' commands markup, `_` and `^` in
//! formulas indices; a command that is not known is dropped and its argument kept. Groups are kept on a stack of their
//! own, so that no depth of braces is too much, and every character is looked at once.

use crate::item::tables::latex::{ACCENTS, GREEK, GREEK_CAPITALS, LETTERS, SIGNS};
use crate::prelude::*;
use crate::text::{self, concat, table_get, table_rows};

/// Commands that the writer's tables lack, by what they print.
const MORE: &str = "aa=å|AA=Å|textendash=–|textemdash=—|textquoteleft=‘|textquoteright=’|textquotedblleft=“|\
    textquotedblright=”|textquotesingle='|textquotedbl=\"|textasciitilde=~|textasciicircum=^|textbackslash=\\|\
    textbraceleft={|textbraceright=}|lbrace={|rbrace=}|textunderscore=_|textless=<|textgreater=>|dots=…|textellipsis=…|\
    cdots=…|cdot=·|slash=/|copyright=©|pounds=£|euro=€|le=≤|ge=≥|ne=≠|to=→|prime=′|circ=°|degree=°|ast=*|star=*|\
    varphi=φ|varepsilon=ε|vartheta=θ|ell=ℓ|hbar=ħ|quad= |qquad= |enspace= |thinspace= |space= |nobreakspace= |\
    newline= |TeX=TeX|LaTeX=LaTeX|BibTeX=BibTeX|textregistered=®|texttrademark=™|textdollar=$|textmu=µ|ohm=Ω|\
    textsterling=£|guillemetleft=«|guillemetright=»|glqq=„|grqq=“|flqq=«|frqq=»|lq=‘|rq=’";

/// Commands whose argument is set in a face that CSL-JSON has markup for, and those that set the rest of a group so.
const FACES: &str = "textit=i|emph=i|textsl=i|mathit=i|it=I|em=I|sl=I|itshape=I|slshape=I|textbf=b|mathbf=b|bf=B|bfseries=B|\
    textsc=s|sc=S|scshape=S|textsuperscript=^|textsubscript=_|sp=^|sb=_";

/// A group of braces.
struct Group {
    /// Where its text begins in the output.
    start: usize,
    /// What ends its markup.
    end: String,
    /// Whether its braces keep its capitals: no command's argument, and no command at its head.
    protects: bool,
}

/// A decoded text.
pub(super) struct Decoded {
    /// The text with markup.
    pub(super) text: String,
    /// The stretches, in bytes, that stood in braces which keep capitals.
    pub(super) kept: Vec<(usize, usize)>,
}

/// Decodes LaTeX.
pub(super) fn decoded(raw: &str) -> Decoded {
    let mut decoder = Decoder::default();
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '\\' => decoder.command(tail),
            '{' => decoder.open(tail),
            '}' => decoder.close(tail),
            '$' => {
                decoder.formula = !decoder.formula;
                tail
            }
            '_' if decoder.formula => decoder.argument(face("_"), tail),
            '^' if decoder.formula => decoder.argument(face("^"), tail),
            '~' => decoder.sign('\u{a0}', tail),
            '-' | '`' | '\'' | '?' | '!' => decoder.ligature(rest, c, tail),
            _ => decoder.sign(c, tail),
        };
    }
    while !decoder.groups.is_empty() {
        decoder.close("");
    }
    decoder.out.truncate(decoder.out.trim_end().len());
    Decoded { text: decoder.out, kept: decoder.kept }
}

/// Decoded text alone.
pub(super) fn plain(raw: &str) -> String {
    decoded(raw).text
}

/// An address, a DOI or a number: braces, `\url` and the backslashes of escapes are gone, all else stays.
pub(super) fn verbatim(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut bare = raw.to_owned();
    for (command, sign) in [("\\url", ""), ("\\textunderscore", "_"), ("\\textasciitilde", "~")] {
        bare = text::replace(&bare, command, sign);
    }
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

type Face = (&'static str, &'static str);

/// The markup of a face, by its word in [`FACES`].
fn face(word: &str) -> Face {
    match word {
        "i" | "I" => ("<i>", "</i>"),
        "b" | "B" => ("<b>", "</b>"),
        "s" | "S" => ("<span style=\"font-variant:small-caps;\">", "</span>"),
        "^" => ("<sup>", "</sup>"),
        "_" => ("<sub>", "</sub>"),
        _ => ("", ""),
    }
}

#[derive(Default)]
struct Decoder {
    out: String,
    groups: Vec<Group>,
    kept: Vec<(usize, usize)>,
    /// Accents that wait for their letter, the outermost first.
    accents: Vec<char>,
    /// Markup that waits for its argument.
    face: Option<Face>,
    /// Whether the next group is to be passed over.
    skip: bool,
    formula: bool,
}

impl Decoder {
    fn open<'a>(&mut self, tail: &'a str) -> &'a str {
        if core::mem::take(&mut self.skip) {
            return tail.split_once('}').map_or("", |parts| parts.1);
        }
        let taken = self.face.take();
        let protects = taken.is_none() && self.accents.is_empty() && !tail.trim_start().starts_with('\\');
        let (start, end) = taken.unwrap_or_default();
        self.out.push_str(start);
        self.groups.push(Group { start: self.out.len(), end: end.to_owned(), protects });
        tail
    }

    fn close<'a>(&mut self, tail: &'a str) -> &'a str {
        self.accents.clear();
        self.face = None;
        if let Some(group) = self.groups.pop() {
            let outermost = self.groups.iter().all(|outer| !outer.protects);
            if group.protects && outermost && group.start < self.out.len() {
                self.kept.push((group.start, self.out.len()));
            }
            self.out.push_str(&group.end);
        }
        tail
    }

    /// Notes that the next character or group is set in a face.
    fn argument<'a>(&mut self, face: Face, tail: &'a str) -> &'a str {
        self.face = Some(face);
        tail.trim_start()
    }

    /// Adds a character with the accents and the markup that wait for it.
    fn sign<'a>(&mut self, c: char, tail: &'a str) -> &'a str {
        if c.is_whitespace() && c != '\u{a0}' {
            if !self.out.is_empty() && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            return tail;
        }
        let (start, end) = self.face.take().filter(|_| c != '°').unwrap_or_default();
        self.out.push_str(start);
        if self.accents.is_empty() {
            self.out.push(c);
        } else {
            let mut letter = String::new();
            // An accent takes the place of a letter's dot.
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

    /// Signs that TeX makes of several characters. The apostrophe stays as it was typed.
    fn ligature<'a>(&mut self, rest: &'a str, c: char, tail: &'a str) -> &'a str {
        if self.formula {
            return match c {
                '-' => self.sign('−', tail),
                '\'' => self.sign('′', tail),
                c => self.sign(c, tail),
            };
        }
        for (typed, sign) in
            [("---", '—'), ("--", '–'), ("``", '“'), ("''", '”'), ("?`", '¿'), ("!`", '¡'), ("`", '‘')]
        {
            if let Some(after) = rest.strip_prefix(typed) {
                return self.sign(sign, after);
            }
        }
        self.sign(c, tail)
    }

    /// Reads what follows a backslash.
    fn command<'a>(&mut self, tail: &'a str) -> &'a str {
        let length = tail.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tail.len());
        if length == 0 {
            return self.mark(tail);
        }
        let (name, after) = text::split_at(tail, length);
        let after = after.trim_start_matches([' ', '\t', '\n', '\r']);
        let spelt = concat(&["\\", name]);
        if let Some(mark) = of_value(ACCENTS, &spelt) {
            self.accents.push(mark);
        } else if let Some(letter) = of_value(LETTERS, &spelt) {
            self.sign(letter, "");
        } else if let Some(word) = table_get(FACES, name) {
            return self.faced(word, after);
        } else if matches!(name, "symbol" | "char" | "unichar") {
            return self.numbered(after);
        } else if name == "href" {
            self.skip = true;
        } else if let Some(signs) = sign_of(name, &spelt) {
            // Empty braces only part the command from what follows; without them the blank did.
            let parted = after.strip_prefix("{}");
            for c in signs.chars() {
                self.sign(c, "");
            }
            return parted.unwrap_or(after);
        }
        after
    }

    /// A face for the command's argument, or for the rest of its group.
    fn faced<'a>(&mut self, word: &str, after: &'a str) -> &'a str {
        let face = face(word);
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return self.argument(face, after);
        }
        if let Some(group) = self.groups.last_mut() {
            self.out.push_str(face.0);
            group.end.insert_str(0, face.1);
        }
        after
    }

    /// A command of one character: an accent, an escaped character, a space, or a hint to break lines.
    fn mark<'a>(&mut self, tail: &'a str) -> &'a str {
        let Some(c) = tail.chars().next() else { return tail };
        let after = tail.get(c.len_utf8()..).unwrap_or_default();
        let spelt = concat(&["\\", c.encode_utf8(&mut [0; 4])]);
        if let Some(mark) = of_value(ACCENTS, &spelt) {
            self.accents.push(mark);
            return after.trim_start();
        }
        match c {
            '-' | '/' | '!' | '@' | '(' | ')' | '[' | ']' => after,
            ',' | ';' | ':' | '\\' => self.sign(' ', after),
            c => self.sign(c, after),
        }
    }

    /// A character by its number in hexadecimal: `{"416}`, `"416`.
    fn numbered<'a>(&mut self, after: &'a str) -> &'a str {
        let digits = after.trim_start_matches(['{', '"']);
        let length = digits.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(digits.len());
        let (number, rest) = text::split_at(digits, length);
        let mut value = 0u32;
        for digit in number.chars().filter_map(|c| c.to_digit(16)) {
            value = value.wrapping_mul(16).wrapping_add(digit);
        }
        if let Some(c) = char::from_u32(value).filter(|c| !c.is_control()) {
            self.sign(c, "");
        }
        if after.starts_with('{') { rest.strip_prefix('}').unwrap_or(rest) } else { rest }
    }
}

/// The character whose command a table has.
fn of_value(table: &str, spelt: &str) -> Option<char> {
    table_rows(table).find(|row| row.1 == spelt).and_then(|row| row.0.chars().next())
}

/// What a command prints.
fn sign_of<'a>(name: &str, spelt: &str) -> Option<&'a str> {
    if name == "textbar" {
        return Some("|");
    }
    let own = |command: &str| command.strip_suffix("{}").unwrap_or(command.trim_matches('$')) == spelt;
    let letter = table_get(MORE, name).or_else(|| greek(name.strip_prefix("text").unwrap_or(name)));
    letter.or_else(|| table_rows(SIGNS).find(|row| own(row.1)).map(|row| row.0))
}

/// A Greek letter by its name.
fn greek<'a>(name: &str) -> Option<&'a str> {
    const SMALL: &str = "αβγδεζηθικλμνξοπρςστυφχψω";
    if let Some(at) = GREEK.split(' ').position(|known| known == name && !name.is_empty()) {
        return SMALL.get(2 * at..2 * at + 2);
    }
    let mut words = GREEK_CAPITALS.split(' ');
    let mut letter = words.next()?;
    for word in words {
        if word == name {
            return Some(letter);
        }
        letter = word;
    }
    None
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
            (
                r"\url{http://x.org/a} \href{http://y}{here} \mbox{a\,b} \unknown{kept}",
                "http://x.org/a here a b kept",
            ),
            (r"a\ b~c \TeX{} unclosed {x", "a b\u{a0}c TeX unclosed x"),
            ("two\n  lines", "two lines"),
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
    fn braces_that_keep_capitals_are_told() {
        let kept = |raw: &str| {
            let decoded = decoded(raw);
            decoded.kept.iter().map(|(from, to)| decoded.text[*from..*to].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(kept(r"The {DNA} of {{The} Who} in M{\'e}xico \emph{Nature} {\em x}"), ["DNA", "The Who"]);
    }
}
