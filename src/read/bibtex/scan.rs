//! Entries and their fields as they are in a BibTeX file.
//!
//! A file is text with entries in it. A broken entry does not affect the next: a value never extends into a line that
//! begins another entry, so that every byte is read a bounded number of times.

use alloc::collections::BTreeMap;

use crate::item::date_parse;
use crate::prelude::*;
use crate::text;

/// An entry, its values still in LaTeX.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RawEntry {
    /// Its type in lower case, without the `@`.
    pub(super) entry_type: String,
    pub(super) key: String,
    /// Names in lower case, and values with macros and concatenations resolved.
    pub(super) fields: Vec<(String, String)>,
    /// What is wrong with it, in sentences.
    pub(super) faults: Vec<String>,
}

impl RawEntry {
    /// The value of a field.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.0 == name).map(|field| field.1.as_str())
    }

    fn fault(&mut self, message: impl Into<String>) {
        self.faults.push(message.into());
    }
}

/// The greatest number of fields of an entry.
pub(super) const MAX_FIELDS: usize = 500;

/// The entries of a file.
pub(super) fn entries(file: &str) -> Vec<RawEntry> {
    // Macros may contain macros: their expansions together are bounded by the size of the file.
    let budget = 4 * file.len() + 4096;
    let mut scanner = Scanner { rest: file, macros: BTreeMap::new(), budget };
    let mut entries = Vec::new();
    while let Some((before, after)) = scanner.rest.split_once('@') {
        scanner.rest = after;
        // An entry behind a percent sign is none to biber and to whoever wrote it; BibTeX itself would read it.
        if before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('%')) {
            scanner.skip_line();
            continue;
        }
        let entry_type = text::to_lowercase(scanner.word());
        if entry_type.is_empty() {
            continue;
        }
        let before = scanner.rest;
        scanner.skip_spaces();
        let end = match scanner.rest.chars().next() {
            Some('{') => '}',
            Some('(') => ')',
            // A mail address, or another sign in the text between entries.
            _ => {
                scanner.rest = before;
                continue;
            }
        };
        match entry_type.as_str() {
            "comment" | "preamble" => {
                scanner.group(end);
            }
            "string" => {
                scanner.step();
                scanner.definition();
            }
            _ => {
                scanner.step();
                let mut entry = RawEntry { entry_type, ..RawEntry::default() };
                scanner.entry(&mut entry, end);
                entries.push(entry);
            }
        }
    }
    entries
}

/// The state while a file is scanned.
struct Scanner<'a> {
    rest: &'a str,
    /// The definitions of `@string`, by names in lower case.
    macros: BTreeMap<String, String>,
    /// How many bytes macros may still expand to.
    budget: usize,
}

impl<'a> Scanner<'a> {
    fn step(&mut self) {
        let length = self.rest.chars().next().map_or(0, char::len_utf8);
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// Skips white space, and what stands behind a percent sign, which is a comment to biber.
    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
        while self.next_is('%') {
            self.skip_line();
            self.rest = self.rest.trim_start();
        }
    }

    fn skip_line(&mut self) {
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
    }

    fn next_is(&self, c: char) -> bool {
        self.rest.starts_with(c)
    }

    /// The name of a type, a field or a macro.
    fn word(&mut self) -> &'a str {
        self.skip_spaces();
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
        self.skip_spaces();
        if self.next_is('=') {
            self.step();
            let mut entry = RawEntry::default();
            let value = self.value(&mut entry);
            self.macros.insert(name, value);
        }
    }

    /// The key and the fields, up to the closing brace. Where neither a field nor the end follows, the entry is broken,
    /// and the fields before that point are kept.
    fn entry(&mut self, entry: &mut RawEntry, end: char) {
        self.key(entry);
        loop {
            self.skip_spaces();
            while self.next_is(',') {
                self.step();
                self.skip_spaces();
            }
            if self.next_is(end) {
                return self.step();
            }
            let before = self.rest;
            let name = self.word();
            self.skip_spaces();
            if name.is_empty() || !self.next_is('=') {
                self.rest = before;
                return entry.fault(match before.is_empty() {
                    true => "The entry has no end.".to_owned(),
                    false => {
                        let start: String = before.chars().take(20).collect();
                        let start = start.trim();
                        format!("A field was expected where “{start}” stands; the rest of the entry was passed over.")
                    }
                });
            }
            self.step();
            let value = self.value(entry);
            let name = text::to_lowercase(name);
            if entry.fields.len() == MAX_FIELDS {
                return entry.fault("The entry has more fields than any; the rest was passed over.");
            }
            if entry.get(&name).is_some() {
                entry.fault(format!("The field “{name}” stands twice; the first counts."));
            } else {
                entry.fields.push((name, value));
            }
        }
    }

    /// The key of an entry, which may be missing, and so may the comma after it.
    fn key(&mut self, entry: &mut RawEntry) {
        self.skip_spaces();
        let end = self.rest.find([',', '=', '}', ')', '\n', '{', '"', '@']).unwrap_or(self.rest.len());
        let (key, after) = text::split_at(self.rest, end);
        let field = after.starts_with('=');
        match key.trim().split_once(char::is_whitespace) {
            // The comma after the key is missing.
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
    }

    /// Groups in braces or quotation marks, numbers and macros, concatenated by `#`.
    fn value(&mut self, entry: &mut RawEntry) -> String {
        let mut value = String::new();
        loop {
            self.skip_spaces();
            if self.next_is('{') {
                match self.group('}') {
                    Some(group) => value.push_str(group),
                    None => entry.fault("A brace is never closed."),
                }
            } else if self.next_is('"') {
                self.step();
                match self.quoted() {
                    Some(quoted) => value.push_str(quoted),
                    None => entry.fault("A quotation mark is never closed."),
                }
            } else {
                let word = self.word();
                self.resolve(word, &mut value, entry);
            }
            self.skip_spaces();
            if !self.next_is('#') {
                return value;
            }
            self.step();
        }
    }

    /// Adds a number, or the value of a macro.
    fn resolve(&mut self, word: &str, value: &mut String, entry: &mut RawEntry) {
        match self.macros.get(&text::to_lowercase(word)) {
            Some(meaning) if meaning.len() <= self.budget => {
                self.budget -= meaning.len();
                value.push_str(meaning);
            }
            _ => {
                let known = word.starts_with(|c: char| c.is_ascii_digit())
                    || date_parse::month(word).is_some_and(|month| month > 0);
                if !known {
                    entry.fault(format!("The macro “{word}” is not defined here."));
                }
                value.push_str(word);
            }
        }
    }

    /// The text in balanced braces, or in the brackets that end with `end`. `None` when they are not closed before
    /// another entry begins.
    fn group(&mut self, end: char) -> Option<&'a str> {
        let start = if end == ')' { '(' } else { '{' };
        let mut depth = 0_usize;
        let at = self.find_in_entry(|c| {
            if c == start {
                depth += 1;
            } else if c == end {
                depth = depth.saturating_sub(1);
            }
            depth == 0
        })?;
        self.take(at)?.get(1..)
    }

    /// The text before the next quotation mark outside braces.
    fn quoted(&mut self) -> Option<&'a str> {
        let mut depth = 0_i64;
        let at = self.find_in_entry(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            c == '"' && depth <= 0
        })?;
        self.take(at)
    }

    /// The text before an offset; the character there is skipped.
    fn take(&mut self, at: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(at)?;
        self.rest = rest;
        self.step();
        Some(taken)
    }

    /// The offset of the first character for which `is_end` holds. Where a line that begins an entry comes first, or the
    /// end of the file, the scanner moves there.
    fn find_in_entry(&mut self, mut is_end: impl FnMut(char) -> bool) -> Option<usize> {
        let mut stop = self.rest.len();
        for (at, c) in self.rest.char_indices() {
            if is_end(c) {
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

    fn summary(file: &str) -> Vec<String> {
        let show = |entry: &RawEntry| {
            let fields: Vec<String> =
                entry.fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{}:{} {} ({})", entry.entry_type, entry.key, fields.join("|"), entry.faults.len())
        };
        entries(file).iter().map(show).collect()
    }

    #[test]
    fn entries_are_found_in_text() {
        let file = "Mail me@x.org.\n@String{ j = \"Journal\" # { of } }\n@comment{@a{b}}\n@preamble(\"x\")\n\
            @Article(k1, Title = {A {B} \"c\"}, journal=j # \"Bees\", year = 1999, month = jan,)\n\
            @book{k2,\n  title = \"The {\"}Q{\"}\" , }\n@misc{, note = \"x\"}@misc{title={no key}}";
        assert_eq!(
            summary(file),
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
            summary(file),
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
