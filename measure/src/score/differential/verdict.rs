//! Judgements on differences from citeproc-js: a committed list of causes, each with a pattern and a reason.
//!
//! A rule does not depend on particular records: it is the change that turns the reference's string into ours.
//! The list has one rule a line, fields separated by ` | `:
//!
//! ```text
//! ours | undefined | theirs   |  styles, ~style text or *  |  their pattern => our replacement  |  reason
//! ```
//!
//! A cause that styles share is recognised by what they have in common: `~<name {*}suffix=` holds for all styles whose file
//! has this text, `{*}` being a run inside one tag. `~` may stand several times; all of them must be there.
//!
//! The pattern is literal but for `{d}` (digits), `{w}` (letters), `{U}` (two or more capitals), `{u}` (a run without
//! blanks and tags) and `{*}` (the shortest run of anything). In the replacement a mark is replaced by what the pattern's mark at the
//! same place matched; `{l}` gives it in lower case, `{t}` with a capital first and the rest in lower case. `{o}` is
//! the run without blanks and tags that ours has there, where the reference left something out; if the pattern has digits,
//! it begins with them. `{i}` gives a word's first letter.
//!
//! A difference has a verdict when rules of the list turn the reference's string into ours. They are tried at the
//! first place where the strings part, so that a rule never explains away what is equal; the one that gets furthest
//! goes first.

use xtask::Outcome;

/// Who is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The specification or the manual is on our side.
    Ours,
    /// The reference is right and we are not, yet.
    Theirs,
    /// Neither the specification nor the suite decides.
    Undefined,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Who is right.
    pub verdict: Verdict,
    /// The styles it holds for; empty means all.
    styles: Vec<String>,
    /// Texts that the style's file must contain, each in parts with anything inside one tag between them.
    style_texts: Vec<Vec<String>>,
    from: Vec<Piece>,
    to: Vec<Piece>,
    /// Why.
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Digits,
    Letters,
    Capitals,
    Unbroken,
    Anything,
    /// Only in a replacement.
    Lower,
    /// Only in a replacement.
    Title,
    /// Only in a replacement.
    Initial,
    /// Only in a replacement.
    Ours,
}

/// Reads the list; blank lines and lines that begin with `#` are for people.
///
/// # Errors
/// Names the line that is no rule.
pub fn read(list: &str) -> Outcome<Vec<Rule>> {
    let lines = list.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    let rules = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    rules.map(|(at, line)| rule(line).ok_or_else(|| format!("Line {at} is no rule: {line}"))).collect()
}

fn rule(line: &str) -> Option<Rule> {
    let fields: Vec<&str> = line.split(" | ").collect();
    let [verdict, styles, change, reason] = fields.as_slice() else { return None };
    let verdict = match verdict.trim() {
        "ours" => Verdict::Ours,
        "theirs" => Verdict::Theirs,
        "undefined" => Verdict::Undefined,
        _ => return None,
    };
    let (styles, style_texts) = match styles.trim().strip_prefix('~') {
        Some(texts) => (Vec::new(), texts.split(" ~").map(parts_of_text).collect()),
        None => {
            let names = styles.split_whitespace().filter(|style| *style != "*");
            (names.map(str::to_owned).collect(), Vec::new())
        }
    };
    let (from, to) = change.split_once("=>")?;
    let reason = reason.trim().to_owned();
    // One blank on each side of the arrow belongs to the arrow.
    let (from, to) = (from.strip_suffix(' ').unwrap_or(from), to.strip_prefix(' ').unwrap_or(to));
    Some(Rule { verdict, styles, style_texts, from: pieces(from), to: pieces(to), reason })
}

fn parts_of_text(text: &str) -> Vec<String> {
    text.split("{*}").map(str::to_owned).collect()
}

/// Whether `xml` has the parts in order, with no tag beginning or ending between them.
fn has_text(xml: &str, parts: &[String]) -> bool {
    let Some((first, others)) = parts.split_first() else { return true };
    xml.match_indices(first.as_str()).any(|(at, _)| {
        let mut rest = &xml[at + first.len()..];
        others.iter().all(|part| {
            let inside = &rest[..rest.find(['<', '>']).map_or(rest.len(), |end| end + 1)];
            let found = inside.find(part.as_str());
            found.is_some_and(|at| {
                rest = &rest[at + part.len()..];
                true
            })
        })
    })
}

fn pieces(pattern: &str) -> Vec<Piece> {
    const MARKS: [(&str, Piece); 9] = [
        ("{d}", Piece::Digits),
        ("{w}", Piece::Letters),
        ("{U}", Piece::Capitals),
        ("{u}", Piece::Unbroken),
        ("{*}", Piece::Anything),
        ("{l}", Piece::Lower),
        ("{t}", Piece::Title),
        ("{i}", Piece::Initial),
        ("{o}", Piece::Ours),
    ];
    let mut out = Vec::new();
    let mut rest = pattern;
    while !rest.is_empty() {
        let next = MARKS.iter().filter_map(|(mark, piece)| Some((rest.find(mark)?, mark, piece)));
        let Some((at, mark, piece)) = next.min_by_key(|found| found.0) else {
            out.push(Piece::Literal(rest.to_owned()));
            break;
        };
        if at > 0 {
            out.push(Piece::Literal(rest[..at].to_owned()));
        }
        out.push(piece.clone());
        rest = &rest[at + mark.len()..];
    }
    out
}

/// The rules that hold for a style, whose file is `xml`.
pub fn rules_for<'a>(rules: &'a [Rule], style: &str, xml: &str) -> Vec<&'a Rule> {
    let named = |rule: &&Rule| rule.styles.is_empty() || rule.styles.iter().any(|s| s == style);
    let rules = rules.iter().filter(named);
    rules.filter(|rule| rule.style_texts.iter().all(|text| has_text(xml, text))).collect()
}

/// The rules of a style that explain a difference, if there are such.
pub fn explain<'a>(rules: &[&'a Rule], theirs: &str, ours: &str) -> Option<Vec<&'a Rule>> {
    let mut text = theirs.to_owned();
    let mut used: Vec<&Rule> = Vec::new();
    while text != ours {
        let steps = rules.iter().copied().filter_map(|rule| Some((rule, rule.step(&text, ours)?)));
        // Of those that get equally far the first of the list counts.
        let (rule, changed) = steps.rev().max_by_key(|(_, changed)| common(changed, ours))?;
        text = changed;
        if !used.contains(&rule) {
            used.push(rule);
        }
    }
    Some(used)
}

/// How many bytes two strings have in common at their beginnings.
fn common(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

impl Rule {
    /// The text with that match replaced that brings it nearer to `ours` from the beginning, if there is one.
    fn step(&self, text: &str, ours: &str) -> Option<String> {
        let agreed = common(text, ours);
        let starts = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= agreed);
        starts.into_iter().find_map(|at| {
            let mut marks = Vec::new();
            let length = matched(&self.from, &text[at..], &mut marks)?;
            let replacement = self.replacement(&marks, &ours[at..])?;
            let replaced = [&text[..at], &replacement, &text[at + length..]].concat();
            let nearer = common(&replaced, ours) > agreed || replaced == ours;
            nearer.then_some(replaced)
        })
    }

    /// The replacement of a match; `ours` is our string from there on. `None` where `{o}` finds something else in it
    /// than the rule has before that.
    fn replacement(&self, marks: &[&str], ours: &str) -> Option<String> {
        let kinds = self.from.iter().filter(|piece| !matches!(piece, Piece::Literal(_)));
        let digits = kinds.zip(marks).find(|(kind, _)| matches!(kind, Piece::Digits)).map(|(_, mark)| *mark);
        let mut digits = digits.unwrap_or_default();
        let mut marks = marks.iter().copied();
        let mut next = || marks.next().unwrap_or_default();
        let mut out = String::new();
        for piece in &self.to {
            match piece {
                Piece::Literal(text) => out += text,
                Piece::Initial => out.extend(next().chars().next()),
                Piece::Lower => out += &next().to_lowercase(),
                Piece::Title => out += &titled(next()),
                Piece::Ours => {
                    let run = unbroken(ours.strip_prefix(out.as_str())?);
                    out += run.starts_with(core::mem::take(&mut digits)).then_some(run)?;
                }
                _ => out += next(),
            }
        }
        Some(out)
    }
}

fn titled(word: &str) -> String {
    let mut chars = word.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &chars.as_str().to_lowercase()
}

/// How many bytes at the beginning of `text` match, and what the marks stood for.
fn matched<'t>(pieces: &[Piece], text: &'t str, marks: &mut Vec<&'t str>) -> Option<usize> {
    let Some((piece, others)) = pieces.split_first() else { return Some(0) };
    let run = |wanted: fn(char) -> bool| text.find(|c: char| !wanted(c)).unwrap_or(text.len());
    let length = match piece {
        Piece::Literal(literal) => text.starts_with(literal.as_str()).then_some(literal.len())?,
        Piece::Digits => Some(run(|c| c.is_ascii_digit())).filter(|length| *length > 0)?,
        Piece::Letters => Some(run(char::is_alphabetic)).filter(|length| *length > 0)?,
        Piece::Capitals => capitals(text)?,
        Piece::Unbroken => Some(unbroken(text).len()).filter(|length| *length > 0)?,
        Piece::Lower | Piece::Title | Piece::Initial | Piece::Ours => return None,
        Piece::Anything => {
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let fits = |end: &usize| matched(others, &text[*end..], &mut Vec::new()).is_some();
            ends.into_iter().find(fits)?
        }
    };
    if !matches!(piece, Piece::Literal(_)) {
        marks.push(&text[..length]);
    }
    matched(others, &text[length..], marks).map(|more| length + more)
}

/// The beginning of `text` up to a blank or a tag.
fn unbroken(text: &str) -> &str {
    text.split([' ', '<']).next().unwrap_or_default()
}

/// The bytes of the two or more capitals at the beginning of `text`.
fn capitals(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_uppercase()).unwrap_or(text.len());
    (text[..end].chars().nth(1).is_some()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "\
# Numbers
ours | apa | Nos. {d}–{d} => No. {d}-{d} | a hyphen is no range
undefined | * | [NO_PRINTED_FORM] =>  | an error text
theirs | * | <i>{*}</i>. => {*}. | italics
ours | * | .Com => .com | a domain name
ours | * | {U} => {t} | capitals
ours | * | {U} => {l} | capitals
ours | short | {u} => http{o} | a short address
ours | * | “ => « | not so far
ours | * | “ => «+ | further
ours | ~<name {*}suffix= ~<et-al | @. => @ | a style with both
ours | ~<name {*}prefix= | @. => @ | a style with neither
ours | date | -{*}{d} => -{o} | an affix inside a range
ours | initials | {w} => {i}. | initials
";
    const XML: &str = "<names><name and=\"text\" suffix=\".\"/><et-al/></names><text prefix=\"\"/>";

    #[test]
    fn a_difference_is_explained_by_rules_alone() {
        let rules = read(LIST).expect("a list");
        let check = |style: &str, theirs: &str, ours: &str, want: Option<&[Verdict]>| {
            let found = explain(&rules_for(&rules, style, XML), theirs, ours);
            let found = found.map(|rules| rules.iter().map(|rule| rule.verdict).collect::<Vec<_>>());
            assert_eq!(found.as_deref(), want, "{theirs} against {ours}");
        };
        check("apa", "X (Nos. 18–2424)", "X (No. 18-2424)", Some(&[Verdict::Ours]));
        check("mla", "X (Nos. 18–2424)", "X (No. 18-2424)", None);
        check("mla", "X[NO_PRINTED_FORM]", "X", Some(&[Verdict::Undefined]));
        check("mla", "<i>a</i>. <i>b</i>.", "<i>a</i>. b.", Some(&[Verdict::Theirs]));
        check("mla", "A.Com B.Com", "A.Com B.com", Some(&[Verdict::Ours]));
        check("mla", "WAR OF WORDS", "War of Words", Some(&[Verdict::Ours, Verdict::Ours]));
        check("mla", "The Trans.", "The trans.", None);
        check("short", "<b>www.a.b</b>.", "<b>https://www.a.b/c?d</b>.", Some(&[Verdict::Ours]));
        check("short", "<b>www.a.b</b>.", "<b>a.b</b>.", None);
        check("mla", "“x", "«+x", Some(&[Verdict::Ours]));
        check("mla", "x", "y", None);
        check("mla", "a@.", "a@", Some(&[Verdict::Ours]));
        check("date", "12-on 15", "12-15.", Some(&[Verdict::Ours]));
        check("date", "04-Dec-2017", "04-December-2017", None);
        check("initials", "Berg, Anna", "Berg, A.", Some(&[Verdict::Ours]));
        check("initials", "Berg, Anna", "Berg, B.", None);
        let none = rules_for(&rules, "mla", "<name/><text suffix=\"\"/><et-al/>");
        assert_eq!(explain(&none, "a@.", "a@"), None);
    }

    #[test]
    fn a_line_that_is_no_rule_is_named() {
        let fault = read("# fine\nours | apa | x | y\n").map(|_| ());
        assert_eq!(fault, Err("Line 2 is no rule: ours | apa | x | y".to_owned()));
    }
}
