//! Repairs of running text: entities, markup, white space.

use crate::item::Rule;
use crate::prelude::*;
use crate::text::markup::{INLINE, Tag, is_marked_whole, own_element};
#[cfg(feature = "full")]
use crate::text::mojibake;
use crate::text::{self, WordList, concat, entities, word_list};
use crate::tidy::report::{Report, Step, StepEvidence, step};
use crate::tidy::{identifiers, numbers};
use crate::vocabulary::{Variable, VariableKind};

/// Elements whose tags are removed, because they only lay out a page; anything else in angle brackets is text.
const LAYOUT: WordList<'_> = word_list! {
    "p", "br", "div", "span", "a", "u", "font", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "img",
    "script", "style", "iframe", "svg", "strike", "small", "big", "title", "section", "table", "tr", "td",
    "jats", "object", "embed", "input", "form", "button", "video", "audio", "link", "meta",
    "center", "blockquote",
};

/// The variables that a repair applies to.
enum Scope {
    All,
    /// Standard variables but identifiers: texts in which characters may be written as entities.
    Prose,
    /// Titles of what contains the work or belongs to it, and short titles.
    OtherTitles,
    /// Prose but titles, which has no inline markup.
    PlainProse,
    Only(Variable),
    /// Titles, publisher and place.
    #[cfg(feature = "full")]
    Names,
    /// Volume, issue, pages and the number of a report or an article.
    Numbers,
}

impl Scope {
    fn includes(&self, variable: Variable) -> bool {
        let identifier = matches!(
            variable,
            Variable::Doi | Variable::Url | Variable::Issn | Variable::Isbn | Variable::Language
        );
        let prose = variable.kind() == VariableKind::Standard && !identifier;
        let title = text::contains(variable.word(), "title");
        match self {
            Scope::All => true,
            Scope::Prose => prose,
            Scope::OtherTitles => title && variable != Variable::Title,
            Scope::PlainProse => prose && !title,
            Scope::Only(only) => *only == variable,
            #[cfg(feature = "full")]
            Scope::Names => matches!(
                variable,
                Variable::Title
                    | Variable::ContainerTitle
                    | Variable::CollectionTitle
                    | Variable::Publisher
                    | Variable::PublisherPlace
            ),
            Scope::Numbers => numbers::is_number(variable),
        }
    }
}

/// Resolves character references.
pub(super) const DECODE: Step =
    step(Rule::Entity, entities::decode, "character references stand for characters");

/// Undoes a wrong encoding.
#[cfg(feature = "full")]
pub(super) const ENCODING: Step =
    step(Rule::Character, mojibake::decode, "UTF-8 was taken for another encoding");

/// All repairs of texts, in the order in which they are applied.
const STEPS: &[(Scope, Step)] = &[
    (Scope::Prose, DECODE),
    #[cfg(feature = "full")]
    (Scope::Prose, ENCODING),
    (Scope::Only(Variable::Title), step(Rule::Markup, inline, HTML_EVIDENCE)),
    (Scope::OtherTitles, step(Rule::Markup, unmarked_whole, HTML_EVIDENCE)),
    (Scope::PlainProse, step(Rule::Markup, plain, HTML_EVIDENCE)),
    (Scope::All, step(Rule::Whitespace, whitespace, "")),
    #[cfg(feature = "full")]
    (Scope::Names, step(Rule::Markup, without_marks, HTML_EVIDENCE)),
    (Scope::Numbers, step(Rule::Character, numbers::plain, "numbers have plain digits and hyphens")),
    (Scope::Only(Variable::Title), step(Rule::NumberRange, year_ranges, "years have a dash between them")),
    (Scope::Only(Variable::Publisher), step(Rule::Address, without_address, "it is no part of the name")),
    (Scope::Only(Variable::Doi), step(Rule::Doi, identifiers::doi, "a DOI begins with “10.”")),
    (Scope::Only(Variable::Page), step(Rule::Pages, identifiers::pages, "")),
    (
        Scope::Only(Variable::Issn),
        step(Rule::Issn, identifiers::issn, "an ISSN is written as two groups of four"),
    ),
    (
        Scope::Only(Variable::Language),
        Step { rule: Rule::Language, repair: identifiers::language, evidence: TAGS },
    ),
];

/// Why a language is written otherwise.
pub(super) const TAGS: StepEvidence = StepEvidence::Fixed("languages have BCP 47 tags");

const HTML_EVIDENCE: &str = "it is no part of the text";

/// Repairs the text of one variable.
pub(super) fn repair(report: &mut Report, variable: Variable, text: &mut String) {
    let standard = variable.kind() == VariableKind::Standard;
    let word = variable.word();
    for (scope, step) in STEPS {
        if scope.includes(variable) {
            report.apply(step, word, text);
        }
    }
    if numbers::is_number(variable) && numbers::drop_placeholder(report, word, text) {
        return;
    }
    if standard && variable != Variable::Abstract && text.contains_char('\u{fffd}') {
        report.warning(word, &["A character was lost: “", text, "”."]);
    }
    identifiers::check(report, variable, word, text);
}

/// One blank between words, none at the ends, none before a comma, semicolon or full stop.
fn whitespace(text: &str) -> String {
    words(text, "")
}

/// [`whitespace`], also without words that consist of `unwanted` characters alone.
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

/// White space, and characters of no width: zero-width space, word joiner, byte order mark.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// A title or a name without the punctuation that separated it from what followed in a catalogue or a reference: a comma or a
/// semicolon, or with a blank before it a slash, a colon or an equals sign (ISBD). Without the blank these are meant: `and/or:`.
#[cfg(feature = "full")]
fn without_marks(text: &str) -> String {
    let bare = text.strip_suffix(",.").unwrap_or(text).trim_end_any(",;،؛，；");
    let marked = bare.trim_end_any("/:=");
    let bare = if marked.ends_with(' ') { marked.trim_end() } else { bare };
    (if text::contains_letter(bare) { bare } else { text }).to_owned()
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

/// Puts a dash between two years if they are all of the text from the offset `from` on. Numbers that are no years, that
/// decrease, or that have digits or hyphens beside them, may be anything; behind an abbreviation they name a standard:
/// `IEEE 1588-2008`.
fn dash(text: &mut String, from: usize) {
    let (before, range) = text::split_at(text, from);
    let Some((first, last)) = text::split_once(range, "-") else { return };
    let standard = before.trim_end().as_bytes().last().is_some_and(u8::is_ascii_uppercase);
    if let (9, Some(begin), Some(end)) = (range.len(), text::parse_u32(first), text::parse_u32(last))
        && (1000..=end).contains(&begin)
        && end <= 2100
        && !standard
    {
        let to = last.to_owned();
        text.truncate(from + 4);
        text.push_str(&concat(&["–", &to]));
    }
}

/// A publisher's name without the address that follows it with nothing between: `MIT Press55 Hayward Street, …`. An
/// address has a comma or an at sign further on.
fn without_address(text: &str) -> String {
    let last = text.rfind_any("@,").unwrap_or(0);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if at < last && c.is_ascii_digit() && before.is_lowercase_letter() {
            return text::split_at(text, at).0.to_owned();
        }
        before = c;
    }
    text.to_owned()
}

/// The text without tags of HTML elements, but for the inline markup of CSL-JSON.
fn inline(text: &str) -> String {
    markup(text, true)
}

/// [`inline`], or [`plain`] where markup is around the whole text: a page sets the name of a journal in italics.
fn unmarked_whole(text: &str) -> String {
    let marked = inline(text);
    if is_marked_whole(&marked) { plain(text) } else { marked }
}

/// The text without tags of HTML elements.
fn plain(text: &str) -> String {
    markup(text, false)
}

/// Removes the tags of HTML elements; those of the inline markup stay where `inline` is set. Other text in angle brackets
/// stays.
fn markup(text: &str, inline: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = text::split_once(rest, "<") {
        out.push_str(before);
        rest = after;
        let Some((tag, kept)) = html_tag(after) else {
            out.push('<');
            continue;
        };
        rest = tag.rest;
        let closing = tag.closes();
        if kept.is_empty() || closing && kept == "span" && open.last() != Some(&kept) {
            // The words of two blocks are separate.
            if !INLINE.contains(&text::to_lowercase(tag.name())) {
                out.push(' ');
            }
        } else if inline && !closing {
            open.push(kept);
            out.push_str(&concat(&["<", if kept == "span" { tag.inner } else { kept }, ">"]));
        } else if inline && open.last() == Some(&kept) {
            // A closing tag that closes nothing is removed.
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

/// The tag of an HTML element that follows a `<`, and the element of CSL-JSON that means the same, empty where none does.
fn html_tag(after: &str) -> Option<(Tag<'_>, &'static str)> {
    // Up to the next bracket and no further, or a text of `<` alone would be searched to its end for each.
    let tag = Tag::read(after, after.find_any("<").unwrap_or(after.len()))?;
    let name = text::to_lowercase(tag.name());
    let own = name == "span" && (tag.closes() || is_csl_json_span(tag.inner));
    let kept = if own { Some("span") } else { own_element(&name) };
    let known = kept.is_some() || LAYOUT.contains(&name);
    known.then_some((tag, kept.unwrap_or("")))
}

/// Whether a tag is one of the two spans of CSL-JSON.
fn is_csl_json_span(tag: &str) -> bool {
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
        for text in [
            "1954-1900",
            "2049-3630",
            "0028-0836",
            "1900-1954-1",
            "A1900-1954",
            "19-20",
            "-",
            "2008 - 2018",
            "IEEE 1588-2008",
        ] {
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
        check("The <span lang=\"la\">Aeneid</span>: a study", "The Aeneid: a study");
        check("H<span>2</span>O", "H2O");
    }

    #[test]
    fn markup_around_the_whole_of_a_container_goes() {
        let check = |text: &str, want: &str| assert_eq!(unmarked_whole(text), want, "{text}");
        check("<em>Nature</em>", "Nature");
        check("The biology of <em>Drosophila</em>", "The biology of <i>Drosophila</i>");
        check("<i>Drosophila</i> and <i>Danio</i>", "<i>Drosophila</i> and <i>Danio</i>");
    }
}
