//! Compares two pieces of HTML by what a reader sees: characters, and which letters are italic.

/// A visible character and whether it is italic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The character; every kind of white space is a blank.
    pub char: char,
    /// Whether it is inside `<i>`, `<em>`, `<cite>` or `font-style: italic`.
    pub italic: bool,
}

/// The visible characters of a piece of HTML, runs of blanks closed up, ends trimmed.
pub fn cells(html: &str) -> Vec<Cell> {
    let mut out: Vec<Cell> = Vec::new();
    let mut reader = Reader::default();
    for token in tokens(html) {
        match token {
            Token::Tag(tag) => reader.tag(tag),
            Token::Text(text) => {
                for char in decode(text).chars() {
                    let char = if is_space(char) { ' ' } else { char };
                    if char != ' ' || out.last().is_some_and(|last| last.char != ' ') {
                        out.push(Cell { char, italic: reader.italic });
                    }
                }
            }
        }
    }
    while out.last().is_some_and(|last| last.char == ' ') {
        out.pop();
    }
    out
}

/// The characters alone.
pub fn text_of(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.char).collect()
}

/// Whether the same letters and digits are italic. Italics of punctuation do not count.
pub fn same_italics(one: &[Cell], other: &[Cell]) -> bool {
    let italics = |cells: &[Cell]| -> Vec<bool> {
        cells.iter().filter(|c| is_word(c.char)).map(|c| c.italic).collect()
    };
    italics(one) == italics(other)
}

/// `\p{L}` or `\p{N}`. Rust's `is_alphabetic` is `\p{Alphabetic}`, which also holds vowel signs of Indic scripts;
/// both sides of a comparison are read alike, so the difference cannot matter.
fn is_word(char: char) -> bool {
    char.is_alphanumeric()
}

/// White space as JavaScript's `\s` has it.
pub(super) fn is_space(char: char) -> bool {
    (char.is_whitespace() && char != '\u{85}') || char == '\u{feff}'
}

#[derive(Default)]
struct Reader {
    italic: bool,
    stack: Vec<bool>,
}

impl Reader {
    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<').trim_end_matches('>');
        if let Some(_name) = inner.strip_prefix('/') {
            self.italic = self.stack.pop().unwrap_or(self.italic);
            return;
        }
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        let name = name.to_ascii_lowercase();
        if attributes.ends_with('/') || name == "br" {
            return;
        }
        self.stack.push(self.italic);
        let style: String = attributes.chars().filter(|c| !c.is_whitespace()).collect();
        if matches!(name.as_str(), "i" | "em" | "cite") || style.contains("font-style:italic") {
            self.italic = true;
        } else if style.contains("font-style:normal") {
            self.italic = false;
        }
    }
}

enum Token<'a> {
    Tag(&'a str),
    Text(&'a str),
}

/// Splits at `<…>`; what only looks like a tag (`a < b > c`) stays text.
fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let Some(close) = rest[open..].find('>').map(|at| open + at + 1) else { break };
        let (before, tag) = (&rest[..open], &rest[open..close]);
        if !before.is_empty() {
            out.push(Token::Text(before));
        }
        let name = tag[1..].trim_start_matches('/');
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic());
        out.push(if is_tag { Token::Tag(tag) } else { Token::Text(tag) });
        rest = &rest[close..];
    }
    if !rest.is_empty() {
        out.push(Token::Text(rest));
    }
    out
}

/// Resolves numeric entities and the six that the truth table uses; others stay as they are.
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let resolved = rest.find(';').and_then(|end| Some((end, entity(&rest[1..end])?)));
        match resolved {
            Some((end, char)) => {
                out.push(char);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        return char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, text: &str, italics: &str) {
        let cells = cells(html);
        assert_eq!(text_of(&cells), text, "{html}");
        let found: String = cells.iter().map(|c| if c.italic { 'i' } else { '.' }).collect();
        assert_eq!(found, italics, "{html}");
    }

    #[test]
    fn html_becomes_characters_with_italics() {
        check("  a&nbsp;\u{202f} b ", "a b", "...");
        check("<i>A</i> &amp; <em>B</em>", "A & B", "i...i");
        check("<span style=\"font-style: italic\">a<i style=\"font-style:normal\">b</i></span>", "ab", "ii");
        check("<i>a<span style=\"font-style:normal\">b</span>c</i>d", "abcd", "i.i.");
        check("<i>a<br>b<img src=x/>c</i>", "abc", "iii");
        check("x < y > z &#8211;&#x2014;&bogus;", "x < y > z –—&bogus;", "...................");
        check("</i>a", "a", ".");
    }

    #[test]
    fn italics_of_punctuation_do_not_count() {
        assert!(same_italics(&cells("<i>a,</i> b"), &cells("<i>a</i>, b")));
        assert!(!same_italics(&cells("<i>a, b</i>"), &cells("<i>a</i>, b")));
    }
}
