//! Repairs of running text: entities, markup, white space.

use crate::item::Rule;
use crate::prelude::*;
use crate::text::{self, entities, joined};
use crate::tidy::{Report, is_prose};
use crate::vocabulary::{Variable, VariableKind};

/// Elements whose tags are dropped from text, for they only lay out a page; all else in angle brackets is text.
const LAYOUT: &str = "p br div span a u font h1 h2 h3 h4 h5 h6 ul ol li img script style iframe svg strike small big title \
    section table tr td italic bold jats object embed input form button video audio link meta center \
    blockquote";

/// The inline markup of CSL-JSON, and the elements that mean the same.
const INLINE: &str = "i=i|em=i|italic=i|b=b|strong=b|bold=b|sub=sub|sup=sup";

/// Mends the text of one variable.
pub(super) fn mend(report: &mut Report, variable: Variable, text: &mut String) {
    let field = variable.word();
    if is_prose(variable) {
        let decoded = entities::decode(text);
        report.change(field, text, decoded, Rule::Entity, "character references stand for the characters");
        let clean = markup(text, variable == Variable::Title);
        report.change(field, text, clean, Rule::Markup, "HTML elements are no part of the text");
    }
    let spaced = whitespace(text);
    report.change(field, text, spaced, Rule::Whitespace, "");
    if variable == Variable::Title {
        let ranged = year_ranges(text);
        report.change(field, text, ranged, Rule::NumberRange, "years from and to have a dash between them");
    }
    if variable == Variable::Publisher {
        let bare = without_address(text);
        report.change(field, text, bare, Rule::Address, "an address is run together with the name");
    }
    if variable.kind() == VariableKind::Standard && variable != Variable::Abstract && text.holds('\u{fffd}') {
        report.doubt(field, &["A character was lost before the text came here: “", text, "”."]);
    }
}

/// One blank between words, none at the ends, none before a comma, semicolon or full stop.
pub(super) fn whitespace(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    for (from, to) in [(" ,", ","), (" ;", ";"), (" . ", ". ")] {
        out = text::replaced(&out, from, to);
    }
    if out.ends_with(" .") {
        out.truncate(out.len() - 2);
        out.push('.');
    }
    out
}

/// The text with a dash in ranges of years: `1900-1954` becomes `1900–1954`. Numbers that are no years, or that fall, or
/// have other figures or hyphens beside them, may be anything.
fn year_ranges(text: &str) -> String {
    let mut out = text.to_owned();
    for at in text::places(text, "-") {
        let (before, after) = text::parted(text, at);
        let after = after.get(1..).unwrap_or("");
        let year = |from: Option<usize>, side: &str| side.get(from?..)?.get(..4).and_then(text::number);
        let (Some(from), Some(to)) = (year(before.len().checked_sub(4), before), year(Some(0), after)) else {
            continue;
        };
        let apart = |c: Option<char>| !c.is_some_and(|c| c.is_letter_or_number() || c == '-');
        let edges = apart(before.chars().rev().nth(4)) && apart(after.chars().nth(4));
        if edges && (1000..=2100).contains(&from) && (from..=2100).contains(&to) {
            // What was put in before this place is longer by the dashes' two bytes each.
            let shift = out.len() - text.len();
            let (head, tail) = text::parted(&out, at + shift);
            out = joined(&[head, "–", tail.get(1..).unwrap_or("")]);
        }
    }
    out
}

/// A publisher's name without the address that follows it with nothing between: `MIT Press55 Hayward Street, …`. That it
/// is an address is told by a comma or an at sign further on.
fn without_address(text: &str) -> String {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let (name, rest) = text::parted(text, at);
        if c.is_ascii_digit() && before.is_small() && (rest.holds('@') || rest.holds(',')) {
            return name.to_owned();
        }
        before = c;
    }
    text.to_owned()
}

/// White space, and characters that take no room: zero-width space and joiner, byte order mark.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Drops the tags of HTML elements; those of the inline markup stay where `inline` is set. Text in angle brackets that
/// is no HTML stays.
fn markup(text: &str, inline: bool) -> String {
    if !text.holds('<') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match tag(after) {
            Some((element, closing, tail)) => {
                let inner = open.last() == Some(&"span") && element == "span" && closing;
                let kept = text::value_of(INLINE, &element);
                match if inner { Some("span") } else { kept } {
                    Some(kept) if inline && !closing => {
                        open.push(kept);
                        out.push_str(&joined(&["<", kept, ">"]));
                    }
                    // A closing tag that closes nothing is dropped.
                    Some(kept) if inline && open.last() == Some(&kept) => {
                        open.pop();
                        out.push_str(&joined(&["</", kept, ">"]));
                    }
                    Some(_) => {}
                    // Blocks parted words from each other.
                    None => out.push(' '),
                }
                rest = tail;
            }
            None => {
                out.push('<');
                if own_span(after) {
                    open.push("span");
                }
                rest = after;
            }
        }
    }
    out.push_str(rest);
    while let Some(kept) = open.pop() {
        out.push_str(&joined(&["</", kept, ">"]));
    }
    out
}

/// The HTML element whose tag follows a `<`: its name, whether the tag closes it, and what follows the tag.
fn tag(after: &str) -> Option<(String, bool, &str)> {
    let (closing, after) = match after.strip_prefix('/') {
        Some(after) => (true, after),
        None => (false, after),
    };
    let end = after.find(|c: char| !c.is_ascii_alphanumeric())?;
    // No element of HTML has a longer name.
    let name = after.get(..end).filter(|name| name.len() < 12)?.to_ascii_lowercase();
    let known = text::listed(LAYOUT, &name) || text::value_of(INLINE, &name).is_some();
    let rest = after.get(end..)?;
    if !known || own_span(after) {
        return None;
    }
    let close = rest.find('>')?;
    let attributes = rest.get(..close)?;
    let tagged = attributes.is_empty() || attributes.starts_in(" /:\n\t");
    let tagged = tagged && !attributes.holds('<');
    tagged.then(|| rest.get(close + 1..)).flatten().map(|tail| (name, closing, tail))
}

/// Whether one of the two spans of CSL-JSON follows a `<`.
fn own_span(after: &str) -> bool {
    after.starts_with("span class=\"nocase\">") || after.starts_with("span style=\"font-variant:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_single() {
        let check = |text: &str, want: &str| assert_eq!(whitespace(text), want, "{text}");
        check(" A  title\u{a0}here ", "A title here");
        check("Noureen ", "Noureen");
        check("Relations , Kinnaird", "Relations, Kinnaird");
        check("N. .", "N..");
        check("The end .", "The end.");
        check(".NET and ISIS- K", ".NET and ISIS- K");
    }

    #[test]
    fn years_from_and_to_have_a_dash() {
        let check = |text: &str, want: &str| assert_eq!(year_ranges(text), want, "{text}");
        check("Roads, 1900-1954, and 2015-2020", "Roads, 1900–1954, and 2015–2020");
        check("(1914-1918)", "(1914–1918)");
        check("été 1914-1918", "été 1914–1918");
        for text in
            ["1954-1900", "2049-3630", "0028-0836", "1900-1954-1", "A1900-1954", "19-20", "-", "2008 - 2018"]
        {
            check(text, text);
        }
    }

    #[test]
    fn addresses_leave_the_publisher() {
        let check = |text: &str, want: &str| assert_eq!(without_address(text), want, "{text}");
        check("Made Press12 Long Street, Town", "Made Press");
        check("Made Press2", "Made Press2");
        check("Routledge", "Routledge");
        check("Studio54", "Studio54");
    }

    #[test]
    fn markup_is_inline_or_gone() {
        let check = |text: &str, want: &str| assert_eq!(whitespace(&markup(text, true)), want, "{text}");
        check("On <em>E. coli</em>", "On <i>E. coli</i>");
        check("On <i>E. coli", "On <i>E. coli</i>");
        check("On E. coli</i>", "On E. coli");
        check("<p>One</p><p>two</p>", "One two");
        check("A <img src=x onerror=alert(1)> title", "A title");
        check("<script>alert(1)</script>Title", "alert(1) Title");
        check("a < b and c > d", "a < b and c > d");
        check("if a<b then", "if a<b then");
        check("<span class=\"nocase\">iPad</span>", "<span class=\"nocase\">iPad</span>");
        check("<jats:p>One</jats:p>", "One");
    }
}
