//! Repairs of running text: entities, markup, white space.

use crate::item::Rule;
use crate::prelude::*;
use crate::text::{self, TextTable, WordList, concat, entities, text_table, word_list};
use crate::tidy::{Report, Step, identifiers};
use crate::vocabulary::{Variable, VariableKind};

/// Elements whose tags are dropped from text, for they only lay out a page; all else in angle brackets is text.
const LAYOUT: WordList<'_> = word_list! {
    "p", "br", "div", "span", "a", "u", "font", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "img",
    "script", "style", "iframe", "svg", "strike", "small", "big", "title", "section", "table", "tr", "td",
    "italic", "bold", "jats", "object", "embed", "input", "form", "button", "video", "audio", "link", "meta",
    "center", "blockquote",
};

/// The inline markup of CSL-JSON, and the elements that mean the same.
const INLINE: TextTable = text_table! {
    "i" => "i", "em" => "i", "italic" => "i", "b" => "b", "strong" => "b", "bold" => "b", "sub" => "sub",
    "sup" => "sup",
};

/// Which variables a repair is for.
enum Place {
    All,
    /// Those in which characters may be written as entities.
    Prose,
    /// Those of them in which no inline markup stands.
    Plain,
    One(Variable),
}

/// Resolves character references.
pub(super) const DECODED: Step = Step {
    rule: Rule::Entity,
    mend: entities::decode,
    evidence: "character references stand for the characters",
};

/// All repairs of texts, in their order.
const STEPS: [(Place, Step); 10] = [
    (Place::Prose, DECODED),
    (Place::One(Variable::Title), Step { rule: Rule::Markup, mend: inline, evidence: NO_PART }),
    (Place::Plain, Step { rule: Rule::Markup, mend: plain, evidence: NO_PART }),
    (Place::All, Step { rule: Rule::Whitespace, mend: whitespace, evidence: "" }),
    (
        Place::One(Variable::Title),
        Step {
            rule: Rule::NumberRange,
            mend: year_ranges,
            evidence: "years from and to have a dash between them",
        },
    ),
    (
        Place::One(Variable::Publisher),
        Step {
            rule: Rule::Address,
            mend: without_address,
            evidence: "an address is run together with the name",
        },
    ),
    (
        Place::One(Variable::Doi),
        Step { rule: Rule::Doi, mend: identifiers::doi, evidence: "a DOI begins with “10.”" },
    ),
    (Place::One(Variable::Page), Step { rule: Rule::Pages, mend: identifiers::pages, evidence: "" }),
    (
        Place::One(Variable::Issn),
        Step {
            rule: Rule::Issn,
            mend: identifiers::issn,
            evidence: "an ISSN is written as two groups of four",
        },
    ),
    (
        Place::One(Variable::Language),
        Step {
            rule: Rule::Language,
            mend: identifiers::language,
            evidence: "languages are given as BCP 47 tags",
        },
    ),
];

const NO_PART: &str = "HTML elements are no part of the text";

/// Mends the text of one variable.
pub(super) fn mend(report: &mut Report, variable: Variable, text: &mut String) {
    let machine = matches!(
        variable,
        Variable::Doi | Variable::Url | Variable::Issn | Variable::Isbn | Variable::Language
    );
    let standard = variable.kind() == VariableKind::Standard;
    let word = variable.word();
    for (place, step) in &STEPS {
        let meant = match place {
            Place::All => true,
            Place::Prose => standard && !machine,
            Place::Plain => standard && !machine && variable != Variable::Title,
            Place::One(one) => *one == variable,
        };
        if meant {
            report.carry_out(step, word, text);
        }
    }
    if standard && variable != Variable::Abstract && text.contains_char('\u{fffd}') {
        report.warning(word, &["A character was lost before the text came here: “", text, "”."]);
    }
    identifiers::warning(report, variable, word, text);
}

/// One blank between words, none at the ends, none before a comma, semicolon or full stop.
fn whitespace(text: &str) -> String {
    words(text, "")
}

/// The same without words that are made of such characters alone as are `unwanted`.
pub(super) fn words(text: &str, unwanted: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_blank) {
        if word.trim_start_any(unwanted).is_empty() {
            continue;
        }
        if !(out.is_empty() || word == "." || word.starts_with_any(",;")) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// White space, and characters that take no room: zero-width space and joiner, byte order mark.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// The text with a dash in ranges of years: `1900-1954` becomes `1900–1954`.
fn year_ranges(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for c in text.chars() {
        if !c.is_letter_or_number() && c != '-' {
            dash(&mut out, from);
            from = out.len() + c.len_utf8();
        }
        out.push(c);
    }
    dash(&mut out, from);
    out
}

/// Puts a dash between two years from `from` on, if that is all there is. Numbers that are no years, or that fall, or
/// have other figures or hyphens beside them, may be anything.
fn dash(text: &mut String, from: usize) {
    let (before, word) = text::split_at(text, from);
    let Some((first, last)) = text::split_once(word, "-") else { return };
    if let (9, Some(begin), Some(end)) = (word.len(), text::parse_u32(first), text::parse_u32(last))
        && (1000..=end).contains(&begin)
        && end <= 2100
    {
        *text = concat(&[before, first, "–", last]);
    }
}

/// A publisher's name without the address that follows it with nothing between: `MIT Press55 Hayward Street, …`. That it
/// is an address is told by a comma or an at sign further on.
fn without_address(text: &str) -> String {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let (name, rest) = text::split_at(text, at);
        if c.is_ascii_digit()
            && before.is_lowercase_letter()
            && (rest.contains_char('@') || rest.contains_char(','))
        {
            return name.to_owned();
        }
        before = c;
    }
    text.to_owned()
}

/// The text with such tags of HTML elements alone as CSL-JSON knows.
fn inline(text: &str) -> String {
    markup(text, true)
}

/// The text without tags of HTML elements.
fn plain(text: &str) -> String {
    markup(text, false)
}

/// Drops the tags of HTML elements; those of the inline markup stay where `inline` is set. Text in angle brackets that
/// is no HTML stays.
fn markup(text: &str, inline: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = text::split_once(rest, "<") {
        out.push_str(before);
        rest = after;
        let Some((closing, kept, tag)) = tag(after) else {
            out.push('<');
            continue;
        };
        rest = text::split_at(after, tag.len() + 1).1;
        if kept.is_empty() || closing && kept == "span" && open.last() != Some(&kept) {
            // Blocks parted words from each other.
            out.push(' ');
        } else if inline && !closing {
            open.push(kept);
            out.push_str(&concat(&["<", if kept == "span" { tag } else { kept }, ">"]));
        } else if inline && open.last() == Some(&kept) {
            // A closing tag that closes nothing is dropped.
            open.pop();
            out.push_str(&concat(&["</", kept, ">"]));
        }
    }
    out.push_str(rest);
    while let Some(kept) = open.pop() {
        out.push_str(&concat(&["</", kept, ">"]));
    }
    out
}

/// The tag of an HTML element that follows a `<`: whether it closes the element, the element of CSL-JSON that means the
/// same, empty where none does, and the tag itself without its brackets.
fn tag(after: &str) -> Option<(bool, &'static str, &str)> {
    let tag = text::split_once(after, ">")?.0;
    let bare = tag.strip_prefix('/').unwrap_or(tag);
    let closing = bare.len() < tag.len();
    let name = text::to_lowercase(text::split_at(bare, bare.find_any(" /:\n\t").unwrap_or(bare.len())).0);
    let own = name == "span" && (closing || is_own(bare));
    let kept = if own { Some("span") } else { INLINE.get(&name) };
    let known = kept.is_some() || LAYOUT.contains(&name);
    (known && !tag.contains_char('<')).then_some((closing, kept.unwrap_or(""), tag))
}

/// Whether a tag is one of the two spans of CSL-JSON.
fn is_own(tag: &str) -> bool {
    tag == "span class=\"nocase\"" || tag.starts_with("span style=\"font-variant:")
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
