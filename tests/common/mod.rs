//! What several tests need.
#![allow(dead_code)] // Each of them uses a part.

use std::path::Path;

use citelet::item::{Item, Value};
use citelet::vocabulary::Variable;
use citelet::{ReadResult, TidyOptions};

/// Reads and repairs a page that lies in a file.
pub(crate) fn read_file(path: &Path) -> ReadResult {
    read_file_with(path, &TidyOptions::default())
}

/// The same with some rules off.
pub(crate) fn read_file_with(path: &Path, options: &TidyOptions) -> ReadResult {
    let bytes = std::fs::read(path).expect("a page");
    citelet::read_page(&String::from_utf8_lossy(&bytes), options)
}

/// Numbers that look random and are the same in every run (SplitMix64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub(crate) fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next() as u8).collect()
    }
}

/// A text without blanks.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Checks that every word of a record occurs in the reference that it was read from, but for an edition's number.
pub(crate) fn check_words_occur(raw: &str, item: &Item) {
    let whole = without_blanks(raw);
    for (variable, value) in item.fields() {
        let occurs = |text: &str| {
            assert!(whole.contains(&without_blanks(text)), "{}: “{text}” not in “{raw}”", variable.word())
        };
        match value {
            Value::Text(_) if variable == Variable::Edition => {}
            Value::Text(text) => occurs(text),
            Value::Names(names) => {
                for name in names {
                    for part in [
                        &name.family,
                        &name.given,
                        &name.suffix,
                        &name.literal,
                        &name.dropping_particle,
                        &name.non_dropping_particle,
                    ] {
                        occurs(part);
                    }
                }
            }
            Value::Date(date) => {
                for part in date.start.iter().chain(&date.end) {
                    occurs(&part.year.to_string());
                }
            }
        }
    }
}
