//! Entries and their fields as they stand in a BibTeX file.
//!
//! A file is text with entries in it. An entry that is broken costs itself alone: a value never runs on into a line that
//! begins another entry, so that every byte is looked at a bounded number of times.

use alloc::collections::BTreeMap;

use crate::prelude::*;
use crate::text;

/// An entry.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its type, in small letters.
    pub(super) kind: String,
    pub(super) key: String,
    /// Names in small letters, and values with macros and joints resolved, still in LaTeX.
    pub(super) fields: Vec<(String, String)>,
    /// What is wrong with it, in sentences.
    pub(super) faults: Vec<String>,
}

impl Entry {
    /// The value of a field.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.0 == name).map(|field| field.1.as_str())
    }

    fn fault(&mut self, message: &[&str]) {
        self.faults.push(text::concat(message));
    }
}

/// No entry has more fields.
const MOST_FIELDS: usize = 500;

/// The entries of a file.
pub(super) fn entries(file: &str) -> Vec<Entry> {
    // Macros may name macros: what they grow to is bounded by what the file itself holds.
    let budget = 4 * file.len() + 4096;
    let mut scanner = Scanner { rest: file, macros: BTreeMap::new(), budget };
    let mut entries = Vec::new();
    while let Some((_, after)) = scanner.rest.split_once('@') {
        scanner.rest = after;
        let kind = text::to_lowercase(scanner.word());
        if kind.is_empty() {
            continue;
        }
        let before = scanner.rest;
        scanner.blanks();
        let end = match scanner.rest.chars().next() {
            Some('{') => '}',
            Some('(') => ')',
            // An address of mail, or another sign in the text between entries.
            _ => {
                scanner.rest = before;
                continue;
            }
        };
        match kind.as_str() {
            "comment" | "preamble" => {
                scanner.group(end);
            }
            "string" => {
                scanner.step();
                scanner.definition();
            }
            _ => {
                scanner.step();
                let mut entry = Entry { kind, ..Entry::default() };
                scanner.entry(&mut entry, end);
                entries.push(entry);
            }
        }
    }
    entries
}

struct Scanner<'a> {
    rest: &'a str,
    macros: BTreeMap<String, String>,
    budget: usize,
}

impl<'a> Scanner<'a> {
    fn step(&mut self) {
        let length = self.rest.chars().next().map_or(0, char::len_utf8);
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn next_is(&self, c: char) -> bool {
        self.rest.starts_with(c)
    }

    /// A type's, field's or macro's name.
    fn word(&mut self) -> &'a str {
        self.blanks();
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '{' | '}' | '(' | ')' | '"' | '#' | ',' | '=' | '@' | '%')
        };
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let (word, rest) = text::split_at(self.rest, end);
        self.rest = rest;
        word
    }

    /// `name = value` of a macro.
    fn definition(&mut self) {
        let name = text::to_lowercase(self.word());
        self.blanks();
        if self.next_is('=') {
            self.step();
            let mut entry = Entry::default();
            let value = self.value(&mut entry);
            self.macros.insert(name, value);
        }
    }

    /// The key and the fields, up to the closing brace. Where neither a field nor the end follows, the entry is broken
    /// and what was read of it counts.
    fn entry(&mut self, entry: &mut Entry, end: char) {
        self.blanks();
        let key_end = self.rest.find([',', '=', '}', ')', '\n', '{', '"', '@']).unwrap_or(self.rest.len());
        let (key, after) = text::split_at(self.rest, key_end);
        let field = after.starts_with('=');
        match key.trim().split_once(char::is_whitespace) {
            // The comma behind the key is missing.
            Some((key, _)) if field => {
                entry.key = key.to_owned();
                self.rest = self.rest.get(key.len()..).unwrap_or_default();
            }
            None if field => {}
            _ => {
                entry.key = key.trim().to_owned();
                self.rest = after;
            }
        }
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if self.next_is(end) {
                return self.step();
            }
            let before = self.rest;
            let name = self.word();
            self.blanks();
            if name.is_empty() || !self.next_is('=') {
                self.rest = before;
                let shown: String = before.chars().take(20).collect_string();
                return match before.is_empty() {
                    true => entry.fault(&["The entry has no end."]),
                    false => entry.fault(&[
                        "A field was expected where “",
                        shown.trim(),
                        "” stands; the rest of the entry was passed over.",
                    ]),
                };
            }
            self.step();
            let value = self.value(entry);
            let name = text::to_lowercase(name);
            if entry.fields.len() == MOST_FIELDS {
                return entry.fault(&["The entry has more fields than any; the rest was passed over."]);
            }
            if entry.get(&name).is_some() {
                entry.fault(&["The field “", &name, "” stands twice; the first counts."]);
            } else {
                entry.fields.push((name, value));
            }
        }
    }

    /// Pieces in braces or quotation marks, numbers and macros, joined by `#`.
    fn value(&mut self, entry: &mut Entry) -> String {
        let mut value = String::new();
        loop {
            self.blanks();
            if self.next_is('{') {
                match self.group('}') {
                    Some(group) => value.push_str(group),
                    None => entry.fault(&["A brace is never closed."]),
                }
            } else if self.next_is('"') {
                self.step();
                match self.quoted() {
                    Some(quoted) => value.push_str(quoted),
                    None => entry.fault(&["A quotation mark is never closed."]),
                }
            } else {
                let word = self.word();
                self.resolve(word, &mut value, entry);
            }
            self.blanks();
            if !self.next_is('#') {
                return value;
            }
            self.step();
        }
    }

    /// Adds a number, or what a macro stands for.
    fn resolve(&mut self, word: &str, value: &mut String, entry: &mut Entry) {
        match self.macros.get(&text::to_lowercase(word)) {
            Some(meaning) if meaning.len() <= self.budget => {
                self.budget -= meaning.len();
                value.push_str(meaning);
            }
            _ => {
                let known = word.starts_with(|c: char| c.is_ascii_digit())
                    || crate::item::date_parse::month(word).is_some_and(|month| month > 0);
                if !known {
                    entry.fault(&["The macro “", word, "” is not defined here."]);
                }
                value.push_str(word);
            }
        }
    }

    /// What stands in balanced braces, or in the brackets that end with `end`. `None` when they are not closed before
    /// another entry begins.
    fn group(&mut self, end: char) -> Option<&'a str> {
        let start = if end == ')' { '(' } else { '{' };
        let mut depth = 0_usize;
        let at = self.until(|c| {
            if c == start {
                depth += 1;
            } else if c == end {
                depth = depth.saturating_sub(1);
            }
            depth == 0
        })?;
        let (group, rest) = text::split_at(self.rest, at);
        self.rest = rest;
        self.step();
        group.get(1..)
    }

    /// What stands before the next quotation mark outside braces.
    fn quoted(&mut self) -> Option<&'a str> {
        let mut depth = 0_i64;
        let at = self.until(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            c == '"' && depth <= 0
        })?;
        let (quoted, rest) = text::split_at(self.rest, at);
        self.rest = rest;
        self.step();
        Some(quoted)
    }

    /// Where the character stands at which `ends` says so. Where a line that begins an entry comes first, or nothing any
    /// more, the scanner goes there.
    fn until(&mut self, mut ends: impl FnMut(char) -> bool) -> Option<usize> {
        let mut stop = self.rest.len();
        for (at, c) in self.rest.char_indices() {
            if ends(c) {
                return Some(at);
            }
            let after = self.rest.get(at + 1..).filter(|_| c == '\n').unwrap_or_default();
            if begins_entry(after) {
                stop = at + 1;
                break;
            }
        }
        self.rest = self.rest.get(stop..).unwrap_or_default();
        None
    }
}

/// Whether a line looks like the head of an entry.
fn begins_entry(line: &str) -> bool {
    let Some(head) = line.trim_start_matches([' ', '\t']).strip_prefix('@') else { return false };
    let after = head.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    after.len() < head.len() && after.trim_start_matches([' ', '\t']).starts_with(['{', '('])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(file: &str) -> Vec<String> {
        let show = |entry: &Entry| {
            let fields: Vec<String> =
                entry.fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{}:{} {} ({})", entry.kind, entry.key, fields.join("|"), entry.faults.len())
        };
        entries(file).iter().map(show).collect()
    }

    #[test]
    fn entries_are_found_in_text() {
        let file = "Mail me@x.org.\n@String{ j = \"Journal\" # { of } }\n@comment{@a{b}}\n@preamble(\"x\")\n\
            @Article(k1, Title = {A {B} \"c\"}, journal=j # \"Bees\", year = 1999, month = jan,)\n\
            @book{k2,\n  title = \"The {\"}Q{\"}\" , }\n@misc{, note = \"x\"}@misc{title={no key}}";
        assert_eq!(
            shown(file),
            [
                "article:k1 title=A {B} \"c\"|journal=Journal of Bees|year=1999|month=jan (0)",
                "book:k2 title=The {\"}Q{\"} (0)",
                "misc: note=x (0)",
                "misc: title=no key (0)"
            ]
        );
    }

    #[test]
    fn a_broken_entry_costs_itself() {
        let file = "@a{k1, title = {open,\n year = 1\n@b{k2, title = {fine}, x = {y} junk z = 2}\n@c{k3 title={t} year=2}\n\
            @d{k4, t = \"open\n@e{k5, t = undefined, t = 3";
        assert_eq!(
            shown(file),
            [
                "a:k1 title= (2)",
                "b:k2 title=fine|x=y (1)",
                "c:k3 title=t|year=2 (0)",
                "d:k4 t= (2)",
                "e:k5 t=undefined (3)"
            ]
        );
    }
}
