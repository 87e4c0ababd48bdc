//! Judgements on differences from citeproc-js: a committed list of causes, each with a pattern and a reason.
//!
//! A rule says nothing of particular records: it names the change that turns the reference's string into ours.
//! The list has one rule a line, fields separated by ` | `:
//!
//! ```text
//! ours | undefined | theirs   |  styles or *  |  their pattern => our replacement  |  reason
//! ```
//!
//! The pattern is literal but for `{d}` (one or more digits), `{w}` (one or more letters) and `{*}` (the shortest
//! run of anything); the replacement may use the same marks in the same order. A difference has a verdict when
//! rules of the list, applied to the reference's string wherever they match, give ours.

use crate::Outcome;

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
    Anything,
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
    let styles = styles.split_whitespace().filter(|style| *style != "*").map(str::to_owned).collect();
    let (from, to) = change.split_once("=>")?;
    let reason = reason.trim().to_owned();
    // One blank on each side of the arrow belongs to the arrow.
    let (from, to) = (from.strip_suffix(' ').unwrap_or(from), to.strip_prefix(' ').unwrap_or(to));
    Some(Rule { verdict, styles, from: pieces(from), to: pieces(to), reason })
}

fn pieces(pattern: &str) -> Vec<Piece> {
    const MARKS: [(&str, Piece); 3] =
        [("{d}", Piece::Digits), ("{w}", Piece::Letters), ("{*}", Piece::Anything)];
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

/// The rules that explain a difference, if there are such.
pub fn explain<'a>(rules: &'a [Rule], style: &str, theirs: &str, ours: &str) -> Option<Vec<&'a Rule>> {
    let mut text = theirs.to_owned();
    let mut used = Vec::new();
    for rule in rules {
        if !rule.styles.is_empty() && !rule.styles.iter().any(|known| known == style) {
            continue;
        }
        let changed = rule.apply(&text);
        if changed != text {
            used.push(rule);
            text = changed;
        }
        if text == ours {
            return Some(used);
        }
    }
    None
}

impl Rule {
    /// The text with every match replaced.
    fn apply(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            let mut marks = Vec::new();
            match matched(&self.from, rest, &mut marks) {
                Some(length) if length > 0 => {
                    out.push_str(&self.replacement(&marks));
                    rest = &rest[length..];
                }
                _ => {
                    out.push(char);
                    rest = &rest[char.len_utf8()..];
                }
            }
        }
        out
    }

    fn replacement(&self, marks: &[&str]) -> String {
        let mut marks = marks.iter();
        let piece = |piece: &Piece| match piece {
            Piece::Literal(text) => text.clone(),
            _ => marks.next().copied().unwrap_or_default().to_owned(),
        };
        self.to.iter().map(piece).collect()
    }
}

/// How many bytes at the beginning of `text` match, and what the marks stood for.
fn matched<'t>(pieces: &[Piece], text: &'t str, marks: &mut Vec<&'t str>) -> Option<usize> {
    let Some((piece, others)) = pieces.split_first() else { return Some(0) };
    let run = |wanted: fn(char) -> bool| text.find(|c: char| !wanted(c)).unwrap_or(text.len());
    let length = match piece {
        Piece::Literal(literal) => text.starts_with(literal.as_str()).then_some(literal.len())?,
        Piece::Digits => Some(run(|c| c.is_ascii_digit())).filter(|length| *length > 0)?,
        Piece::Letters => Some(run(char::is_alphabetic)).filter(|length| *length > 0)?,
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

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "\
# Numbers
ours | apa | Nos. {d}–{d} => No. {d}-{d} | a hyphen is no range
undefined | * | [NO_PRINTED_FORM] =>  | an error text
theirs | * | <i>{*}</i>. => {*}. | italics
";

    #[test]
    fn a_difference_is_explained_by_rules_alone() {
        let rules = read(LIST).expect("a list");
        let check = |style: &str, theirs: &str, ours: &str, want: Option<&[Verdict]>| {
            let found = explain(&rules, style, theirs, ours);
            let found = found.map(|rules| rules.iter().map(|rule| rule.verdict).collect::<Vec<_>>());
            assert_eq!(found.as_deref(), want, "{theirs} against {ours}");
        };
        check("apa", "X (Nos. 18–2424)", "X (No. 18-2424)", Some(&[Verdict::Ours]));
        check("mla", "X (Nos. 18–2424)", "X (No. 18-2424)", None);
        check("mla", "X[NO_PRINTED_FORM]", "X", Some(&[Verdict::Undefined]));
        check("mla", "<i>a</i> <i>b</i>.", "a</i> <i>b.", Some(&[Verdict::Theirs]));
        check("mla", "x", "y", None);
    }

    #[test]
    fn a_line_that_is_no_rule_is_named() {
        let fault = read("# fine\nours | apa | x | y\n").map(|_| ());
        assert_eq!(fault, Err("Line 2 is no rule: ours | apa | x | y".to_owned()));
    }
}
