//! `cs:number`, and what counts as a number (specification, "Number" and "is-numeric").

use super::{GroupState, Renderer, Scene, push};
use crate::csl::content::{Content, Tag};
use crate::csl::program::{NumberForm, NumberNode};
use crate::prelude::*;
use crate::text::{self, parted, roman};
use crate::vocabulary::{Term, Variable};

/// A part of a value between separators, with the separator before it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Chunk<'a> {
    /// `,`, `&`, `-` or, for the first, a blank.
    separator: char,
    text: &'a str,
}

/// Splits at commas, ampersands, hyphens and en dashes, and drops the blanks around them.
fn chunks(value: &str) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = Some(value);
    let mut separator = ' ';
    core::iter::from_fn(move || {
        let here = rest?;
        let end = here.find([',', '&', ';', '-', '\u{2013}']);
        let (text, tail) = parted(here, end.unwrap_or(here.len()));
        let chunk = Chunk { separator, text: text.trim() };
        let mut tail = tail.chars();
        rest = tail.next().map(|c| {
            separator = if c == '\u{2013}' { '-' } else { c };
            tail.as_str()
        });
        Some(chunk)
    })
}

/// Whether a chunk is one number, with letters before or after it: `2`, `D2`, `2nd`, `L2d`.
fn is_number(text: &str) -> bool {
    let rest = text.trim_start_matches(char::is_alphabetic);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() != after.len() && after.chars().all(char::is_alphabetic)
}

/// Whether a value consists of numbers alone (specification, "is-numeric").
pub fn is_numeric(value: &str) -> bool {
    chunks(value).all(|chunk| is_number(chunk.text))
}

/// Whether a value names several things, so that its label is plural. Roman numerals count as numbers here, for
/// pages are numbered with them.
pub fn is_plural(value: &str) -> bool {
    let is_roman = |text: &str| !text.is_empty() && text.chars().all(|c| "ivxlcdmIVXLCDM".holds(c));
    let counts = |text: &str| text.chars().any(|c| c.is_ascii_digit()) || is_roman(text);
    let mut several = false;
    for (index, chunk) in chunks(value).enumerate() {
        if !counts(chunk.text) {
            return several && index > 1;
        }
        several = index > 0;
    }
    several
}

/// The number a value begins with.
pub(super) fn leading_integer(value: &str) -> Option<u32> {
    let digits = value.trim().split(|c: char| !c.is_ascii_digit()).next()?;
    text::number(digits)
}

/// A value with its separators set as the specification has them: `2–4`, `2, 3`, `2 & 4`. Text stays as it is.
pub(super) fn normalise(value: &str, scene: &Scene<'_>) -> String {
    if !is_numeric(value) {
        return value.to_owned();
    }
    joined_by(value, scene, |text| text.to_owned())
}

fn joined_by(value: &str, scene: &Scene<'_>, each: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(value.len());
    for chunk in chunks(value) {
        match chunk.separator {
            '-' => out.push_str(range_delimiter(scene)),
            ',' => out.push_str(", "),
            ';' => out.push_str("; "),
            '&' => out.push_str(" & "),
            _ => {}
        }
        out.push_str(&each(chunk.text));
    }
    out
}

/// The term `page-range-delimiter`, an en dash where the locale has none.
pub(super) fn range_delimiter<'a>(scene: &Scene<'a>) -> &'a str {
    match scene.lang.word(Term::PageRangeDelimiter) {
        "" => "\u{2013}",
        delimiter => delimiter,
    }
}

impl<'a> Renderer<'a> {
    pub(super) fn number(&mut self, node: &'a NumberNode, out: &mut Vec<Content>) -> GroupState {
        let Some(value) = self.value(node.variable) else { return GroupState::variable(false) };
        let text = if is_numeric(&value) {
            joined_by(&value, &self.scene, |text| self.in_number_form(text, node))
        } else {
            value.into_owned()
        };
        let mut children = crate::csl::content::markup::parse(&text);
        self.dress(&mut children, &node.rendering);
        let tag = match node.variable {
            Variable::CitationNumber => Tag::CitationNumber,
            Variable::Locator => Tag::Locator,
            variable => Tag::Variable(variable),
        };
        self.printed(node.variable);
        GroupState::variable(push(out, children, &node.rendering, "", tag))
    }

    /// One number in the form asked for; numbers with letters stay as they are.
    fn in_number_form(&self, text: &str, node: &NumberNode) -> String {
        let Some(number) = text::number(text) else { return text.to_owned() };
        match node.form {
            NumberForm::Numeric => text.to_owned(),
            NumberForm::Roman => roman(number),
            NumberForm::Ordinal => self.ordinal(number, node.variable),
            NumberForm::LongOrdinal => {
                let long = self.scene.lang.long_ordinal(number, self.gender_of(node.variable));
                long.map_or_else(|| self.ordinal(number, node.variable), str::to_owned)
            }
        }
    }

    fn ordinal(&self, number: u32, variable: Variable) -> String {
        let suffix = self.scene.lang.ordinal_suffix(number, self.gender_of(variable));
        text::joined(&[&text::decimal(number), suffix])
    }

    /// The gender of the noun that a number belongs to: that of the variable's term, or of the locator's.
    fn gender_of(&self, variable: Variable) -> Option<crate::vocabulary::Gender> {
        let term = match (variable, &self.cite.locator) {
            (Variable::Locator, Some((locator, _))) => Term::of_locator(*locator),
            _ => Term::of_variable(variable),
        };
        term.and_then(|term| self.scene.lang.gender(term))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_carry_letters_and_come_in_lists() {
        for value in ["2", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2nd", "1\u{2013}3"] {
            assert!(is_numeric(value), "{value}");
        }
        for value in ["second", "2nd edition", "", "vol. 2", "2.5", "A", "2-"] {
            assert!(!is_numeric(value), "{value}");
        }
    }

    #[test]
    fn several_numbers_are_plural() {
        for value in ["1-3", "1, 3", "1 & 3", "ix-xi", "12\u{2013}15", "D1-D4"] {
            assert!(is_plural(value), "{value}");
        }
        for value in ["1", "12a", "ix", "forward-looking", "a-b"] {
            assert!(!is_plural(value), "{value}");
        }
    }
}
