//! Parsing of number variables and locators (specification, "Number", "Label", "is-numeric").
//!
//! A value may be one number (`12a`), a range, a list, or several of these with labels (`vol. 1, p. 3-8`). The
//! specification defines the first three; labels are printed as terms of the locale, as in the test suite.

use super::context::RenderContext;
use super::page_range;
use crate::prelude::*;
use crate::text::{self, split_at};
use crate::vocabulary::{Term, TermForm};

/// A number or another text of a value: `1` and `3` of `vol. 1, p. 3`.
struct NumberPart<'v> {
    /// The separator before it and its label, with blanks.
    joint: &'v str,
    label: Option<Term>,
    text: &'v str,
}

/// A value's parts.
pub(super) struct Numbers<'v> {
    value: &'v str,
    parts: Vec<NumberPart<'v>>,
    /// The term of what the numbers count: the label at the beginning of the value, or the term of the variable.
    head: Option<Term>,
}

impl<'v> Numbers<'v> {
    /// Parses `value`; `own` is the term of its variable or locator type.
    pub(super) fn new(value: &'v str, own: Option<Term>, context: &RenderContext<'_>) -> Numbers<'v> {
        let parts = parts(value, context.lang.word(Term::And));
        let head = parts.first().and_then(|part| part.label).or(own);
        Numbers { value, parts, head }
    }

    /// Takes `value` for one number, whatever is in it: reports are numbered “2019-05” and “SP 800-53”.
    pub(super) fn one(value: &'v str, own: Option<Term>) -> Numbers<'v> {
        Numbers { value, parts: vec![NumberPart { joint: "", label: None, text: value }], head: own }
    }

    /// The term for a label of the value.
    pub(super) fn head(&self) -> Option<Term> {
        self.head
    }

    /// Whether the value consists of numbers alone.
    pub(super) fn is_numeric(&self) -> bool {
        self.parts.iter().all(|part| is_number(part.text))
    }

    /// Whether the value contains several numbers, so that its label is plural.
    pub(super) fn is_plural(&self) -> bool {
        self.is_plural_from(0)
    }

    /// The same for the parts from `at` on that have the same label.
    fn is_plural_from(&self, at: usize) -> bool {
        let mut parts = self.parts.iter().skip(at);
        let Some(mut before) = parts.next() else { return false };
        let label = before.label.or(self.head);
        for part in parts {
            if part.label.is_some() && part.label != label {
                return false;
            }
            if begins_with_number(before.text) && begins_with_number(part.text) {
                return true;
            }
            before = part;
        }
        false
    }

    /// The value with the separators of the specification (`2–4`, `2, 3`, `2 & 4`), labels in their short form, page ranges
    /// in the style's format, and numbers converted by `convert`.
    pub(super) fn print(
        &self,
        context: &RenderContext<'_>,
        convert: Option<&dyn Fn(&str) -> String>,
    ) -> String {
        let convert = convert.filter(|_| self.is_numeric());
        let wordy = text::split_any(self.value, " ,;&").into_iter().any(is_word);
        let mut out = String::with_capacity(self.value.len() + 4);
        let mut label = self.head;
        for (at, part) in self.parts.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| self.parts.get(at));
            let ranged = !wordy
                && before.is_some_and(|before| self.is_range(at) && can_be_range(before.text, part.text));
            if let Some(before) = before {
                push_joint(&mut out, before.text, part, ranged, context);
            }
            if part.label.is_some() && part.label != label {
                label = part.label;
                let many = self.is_plural_from(at);
                let term = part.label.and_then(|label| context.lang.term(label, TermForm::Short, many));
                [term.unwrap_or(""), " "].into_iter().for_each(|text| out.push_str(text));
            }
            match (before, context.style.page_range_format, convert) {
                (Some(before), Some(format), None) if ranged && label == Some(Term::Page) => {
                    out.push_str(&page_range::second(before.text, part.text, format));
                }
                (_, _, Some(convert)) if label == self.head => out.push_str(&convert(part.text)),
                _ => out.push_str(&text::replace(part.text, "\\-", "-")),
            }
        }
        out
    }

    /// Whether the part `at` ends a range. Three parts joined by hyphens are not a range.
    fn is_range(&self, at: usize) -> bool {
        let hyphen = |at: usize| self.parts.get(at).is_some_and(|part| part.joint.contains_any(DASHES));
        hyphen(at) && !hyphen(at + 1) && !at.checked_sub(1).is_some_and(hyphen)
    }
}

const DASHES: &str = "-\u{2013}";

/// Prints the separator between two parts. It is unchanged between words.
fn push_joint(
    out: &mut String,
    before: &str,
    part: &NumberPart<'_>,
    ranged: bool,
    context: &RenderContext<'_>,
) {
    let joint = part.joint;
    let numbers = begins_with_number(before)
        && (begins_with_number(part.text) || part.text.any_char(|c| c.is_ascii_digit()));
    let bare = joint.trim();
    let set = match bare {
        _ if ranged => range_delimiter(context),
        "" => " ",
        "-" | "\u{2013}" if numbers => bare,
        "," if numbers => ", ",
        ";" if numbers => "; ",
        "&" if numbers => {
            [" ", context.lang.and_symbol(), " "].into_iter().for_each(|text| out.push_str(text));
            return;
        }
        _ => joint,
    };
    out.push_str(set);
}

/// The term `page-range-delimiter`, an en dash where the locale has none.
fn range_delimiter<'a>(context: &RenderContext<'a>) -> &'a str {
    match context.lang.word(Term::PageRangeDelimiter) {
        "" => "\u{2013}",
        delimiter => delimiter,
    }
}

/// Splits a value at commas, semicolons, ampersands, hyphens, en dashes, the word "and" and labels.
fn parts<'v>(value: &'v str, and: &str) -> Vec<NumberPart<'v>> {
    let mut out = Vec::new();
    let (mut joint, mut rest) = ("", value.trim());
    // The separators at the end separate nothing. They are found once, for there may be many.
    let after = rest.len() - rest.trim_end_any(JOINTS).len();
    loop {
        let (label, tail) = leading_label(rest).map_or((None, rest), |(label, tail)| (Some(label), tail));
        let end = text_end(tail, tail.len().saturating_sub(after), and);
        let (text, tail) = split_at(tail, end);
        out.push(NumberPart { joint, label, text });
        let length = joint_length(tail, and);
        if length == 0 {
            return out;
        }
        (joint, rest) = split_at(tail, length);
    }
}

/// The length in bytes of the text at the beginning of `rest`, up to the blanks before a separator or label that begins
/// before `last`.
fn text_end(rest: &str, last: usize, and: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().take_while(|(at, _)| *at < last) {
        let tail = rest.get(at..).unwrap_or("");
        let separates = match c {
            _ if escaped => false,
            ' ' => leading_label(tail.trim_start()).is_some() || joint_length(tail, and) > 1,
            _ => is_separator(c) && at > 0,
        };
        if separates && joint_length(tail, and) < tail.len() {
            return at;
        }
        escaped = c == '\\';
    }
    rest.len()
}

/// The length in bytes of the separators, blanks and the word "and" at the beginning of `text`.
fn joint_length(text: &str, and: &str) -> usize {
    let rest = text.trim_start_any(JOINTS);
    let blank =
        rest.len() < text.len() && text.get(..text.len() - rest.len()).is_some_and(|j| j.ends_with(' '));
    for word in [and, "and"] {
        if let Some(tail) = rest.strip_prefix(word)
            && blank
            && !word.is_empty()
            && tail.starts_with(' ')
        {
            return text.len() - tail.trim_start().len();
        }
    }
    text.len() - rest.len()
}

/// The separators, and the blanks around them.
const JOINTS: &str = " ,;&-\u{2013}";

fn is_separator(c: char) -> bool {
    c != ' ' && JOINTS.contains_char(c)
}

/// The label at the beginning of `text`, and the rest. Labels inside values occur in locators; the page's engine, whose
/// records have none, does not read them.
#[cfg(feature = "full")]
use super::leading_label::leading as leading_label;
#[cfg(not(feature = "full"))]
const fn leading_label(_: &str) -> Option<(Term, &str)> {
    None
}

/// Whether a text is one number, with letters before or after it (`2`, `D2`, `2nd`, `8n12`), or a Roman one.
fn is_number(text: &str) -> bool {
    is_roman(text, "ivxl")
        || text.any_char(|c| c.is_ascii_digit()) && text.all_chars(|c| c.is_letter_or_number() || c == '/')
        || text::contains(text, "\\-") && text.starts_with_any(text::DIGITS)
}

/// Whether a text is or begins with a number, for the plural of labels. All Roman numerals count, because pages are
/// numbered with them.
fn begins_with_number(text: &str) -> bool {
    let word = text::before_any(text, " ");
    is_number(word) || is_roman(word, "ivxlcdmIVXLCDM")
}

fn is_roman(text: &str, letters: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| letters.contains_char(c))
}

/// Whether a text is a word. Ranges in values with words are unchanged ("Spain; 3353-3356").
fn is_word(text: &str) -> bool {
    text.len() > 3 && text.all_chars(char::is_letter)
}

/// Whether two numbers can be the ends of a range: numbers with the same prefix, or Roman numerals.
fn can_be_range(from: &str, to: &str) -> bool {
    let roman = |text: &str| is_roman(text, "ivxlcIVXLC");
    let bare = |prefix: &str| !prefix.any_char(char::is_letter);
    match (prefix(from), prefix(to)) {
        (Some(from), Some(to)) => from == to || bare(from) && bare(to),
        (Some(""), None) => roman(to),
        (None, Some("")) => roman(from),
        (None, None) => roman(from) && roman(to),
        _ => false,
    }
}

/// The text before the last digits of a number; `None` if there are no digits.
fn prefix(text: &str) -> Option<&str> {
    let number = text.trim_end_matches(char::is_letter);
    let prefix = number.trim_end_any(text::DIGITS);
    (prefix.len() < number.len()).then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csl::program::locale::Lang;
    use crate::csl::program::{Area, HouseRules, Style};

    fn with<T>(value: &str, own: Option<Term>, look: impl Fn(&Numbers<'_>, &RenderContext<'_>) -> T) -> T {
        let (style, area) = (Style::default(), Area::default());
        let lang = Lang::new(&[], &[], "");
        let context = RenderContext {
            style: &style,
            lang: &lang,
            area: &area,
            explicit_year_suffix: false,
            in_bibliography: false,
            house: HouseRules::default(),
            narrative: false,
        };
        look(&Numbers::new(value, own, &context), &context)
    }

    #[test]
    fn numbers_may_have_letters_and_form_lists() {
        let numeric = |value: &str| with(value, None, |numbers, _| numbers.is_numeric());
        for value in
            ["2", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2nd", "1\u{2013}3", "2 and 3", "ix", "8n12"]
        {
            assert!(numeric(value), "{value}");
        }
        for value in ["second", "2nd edition", "", "vol. two", "2.5", "A", "2-"] {
            assert!(!numeric(value), "{value}");
        }
    }

    #[test]
    fn several_numbers_are_plural() {
        let plural = |value: &str| with(value, Some(Term::Page), |numbers, _| numbers.is_plural());
        for value in
            ["1-3", "1, 3", "1 & 3", "ix-xi", "12\u{2013}15", "D1-D4", "1 and 3", "p. 1, p. 3", "IV-V"]
        {
            assert!(plural(value), "{value}");
        }
        for value in ["1", "12a", "ix", "forward-looking", "a-b", "1\\-3", "1, vol. 3-4"] {
            assert!(!plural(value), "{value}");
        }
    }

    #[test]
    fn separators_are_normalised_and_words_unchanged() {
        let print =
            |value: &str| with(value, Some(Term::Page), |numbers, context| numbers.print(context, None));
        for (value, expected) in [
            ("2 - 4", "2\u{2013}4"),
            ("2,3", "2, 3"),
            ("2&3", "2 & 3"),
            ("2 and 3", "2 and 3"),
            ("1-2, 5-6", "1\u{2013}2, 5\u{2013}6"),
            ("1-2-3", "1-2-3"),
            ("i-ix", "i\u{2013}ix"),
            ("A1-A4", "A1\u{2013}A4"),
            ("N110 - 5", "N110-5"),
            ("12a-b", "12a-b"),
            ("3\\-5", "3-5"),
            ("Michaelson-Morely", "Michaelson-Morely"),
            ("Spain; 3353-3356", "Spain; 3353-3356"),
            ("p. 3-8", "3\u{2013}8"),
            ("7, p. 3-8", "7, 3\u{2013}8"),
            ("12-13 passim", "12-13 passim"),
            ("5-", "5-"),
            ("A , B", "A , B"),
        ] {
            assert_eq!(print(value), expected, "{value}");
        }
    }
}
