//! The text of a reference while it is read: pieces that were understood are masked, what is left is words.

use crate::item::{Item, Warning};
use crate::prelude::*;
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// Stands for each byte of a piece that was read, so that no field runs across one and offsets stay.
pub(super) const READ: char = '\u{1}';

/// A reference on its way from words to fields.
pub(super) struct Draft {
    /// The words, with [`READ`] in the place of what was understood.
    pub(super) text: String,
    /// Where the text is in italics, as offsets in bytes.
    pub(super) italics: Vec<(usize, usize)>,
    /// What was read so far.
    pub(super) item: Item,
    /// Why a person should look; any makes the reading unsure.
    pub(super) warnings: Vec<Warning>,
    /// Whether the text names its date, or says that there is none.
    pub(super) dated: bool,
}

impl Draft {
    /// Takes in a text that may carry inline markup: italics are kept as evidence, the rest of the markup goes.
    pub(super) fn new(marked: &str) -> Draft {
        let mut text = String::with_capacity(marked.len());
        let mut italics = Vec::new();
        let mut opened = None;
        let mut rest = marked.trim();
        while let Some(c) = rest.chars().next() {
            if let Some((tag, after)) = inline_tag(rest) {
                match tag {
                    "i" => opened = Some(text.len()),
                    "/i" => italics.extend(opened.take().map(|from| (from, text.len()))),
                    _ => {}
                }
                rest = after;
                continue;
            }
            if c.is_whitespace() || c.is_control() {
                if !text.is_empty() && !text.ends_with(' ') {
                    text.push(' ');
                }
            } else {
                text.push(c);
            }
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
        let item = Item::new("", ItemType::Document);
        Draft { text, italics, item, warnings: Vec::new(), dated: false }
    }

    /// Masks what stands between two offsets.
    pub(super) fn mask(&mut self, from: usize, to: usize) {
        let (Some(before), Some(after)) = (self.text.get(..from), self.text.get(to..)) else { return };
        let mut masked = before.to_owned();
        for _ in from..to {
            masked.push(READ);
        }
        masked.push_str(after);
        self.text = masked;
    }

    /// What stands between two offsets.
    pub(super) fn slice(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or("")
    }

    /// Gives a variable a value unless it has one.
    pub(super) fn fill(&mut self, variable: Variable, value: &str) {
        if self.item.get(variable).is_none() {
            self.item.set(variable, value);
        }
    }

    /// Notes why a person should look.
    pub(super) fn warning(&mut self, variable: Variable, message: &str) {
        self.warnings.push(Warning::new(variable.word(), message));
    }
}

/// The inline markup at the start of a text, and what follows it.
fn inline_tag(text: &str) -> Option<(&str, &str)> {
    let (tag, after) = text.strip_prefix('<')?.split_once('>')?;
    text::list_contains("i b sub sup /i /b /sub /sup", tag).then_some((tag, after))
}

/// Where a phrase of ASCII small letters first stands as whole words, case aside, from an offset on.
pub(super) fn find_phrase(text: &str, phrase: &str, from: usize) -> Option<usize> {
    let (bytes, sought) = (text.as_bytes(), phrase.as_bytes());
    let last = bytes.len().checked_sub(sought.len())?;
    (from..=last).find(|at| {
        let Some(found) = bytes.get(*at..*at + sought.len()) else { return false };
        found.eq_ignore_ascii_case(sought) && is_apart(text, *at, *at + sought.len())
    })
}

/// Whether no letter or digit touches what stands between two offsets.
fn is_apart(text: &str, from: usize, to: usize) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_letter_or_number);
    let (Some(before), Some(inside), Some(after)) = (text.get(..from), text.get(from..to), text.get(to..))
    else {
        return false;
    };
    let ends_in_letter = touches(inside.chars().next_back());
    let begins_in_letter = touches(inside.chars().next());
    !(begins_in_letter && touches(before.chars().next_back())
        || ends_in_letter && touches(after.chars().next()))
}

/// A text without the punctuation and the masks around it. A dot stays where it ends an abbreviation or initials.
pub(super) fn bare(text: &str) -> &str {
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | READ | '·' | '•' | '|');
    let start = text.trim_start_matches(edge);
    let trimmed = start.trim_end_matches(|c: char| edge(c) && c != '.').trim_end();
    let shorter = trimmed.trim_end_matches(edge);
    let last = super::segments::last_word(shorter);
    if trimmed.len() > shorter.len() && super::segments::keeps_dot(last) {
        return trimmed.get(..shorter.len() + 1).unwrap_or(shorter);
    }
    shorter
}

/// The same without the brackets or quotation marks that enclose the whole.
pub(super) fn unwrapped(text: &str) -> &str {
    let text = bare(text);
    let pairs = [('(', ')'), ('[', ']'), ('“', '”'), ('"', '"'), ('«', '»')];
    for (open, close) in pairs {
        if let Some(inner) = text.strip_prefix(open).and_then(|inner| inner.strip_suffix(close))
            && !inner.contains_char(open)
            && !inner.contains_char(close)
        {
            return bare(inner);
        }
    }
    text
}
