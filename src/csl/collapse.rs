//! Joins the cites of a citation: grouping by author and collapsing (specification, "Cite Grouping" and "Cite
//! Collapsing"). Works on tags only.

use crate::csl::cluster::{self, Cite};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::layout;
use crate::csl::program::{Citation, Collapse};
use crate::prelude::*;

/// A rendered cite and what collapsing needs to know of it.
#[derive(Clone, Debug)]
pub(crate) struct CiteContent<'a> {
    /// Its index in the caller's citation.
    pub(crate) index: usize,
    /// The layout's content, without the cite's affixes.
    pub(crate) body: Vec<Content>,
    cite: &'a Cite,
    number: u32,
    /// The names it begins with, as plain text; empty where there are none.
    names: String,
}

impl<'a> CiteContent<'a> {
    /// Notes what a cite begins with.
    pub(crate) fn new(index: usize, cite: &'a Cite, number: u32, body: Vec<Content>) -> CiteContent<'a> {
        let names = cluster::names_of(&body).map(Content::plain).unwrap_or_default();
        CiteContent { index, body, cite, number, names }
    }

    fn is_plain(&self) -> bool {
        self.cite.prefix.is_empty() && self.cite.suffix.is_empty() && self.cite.locator.is_none()
    }

    fn printed(self) -> Content {
        cluster::with_affixes(self.cite, self.body, self.index)
    }
}

/// A cite with what stands before it when it is not the first.
struct Joined {
    delimiter: String,
    content: Content,
}

/// The cites with the delimiters between them.
pub(crate) fn join(cites: Vec<CiteContent<'_>>, style: &Citation) -> Vec<Content> {
    let joined = match style.collapse {
        Some(Collapse::CitationNumber) => by_number(cites, style),
        Some(collapse) => by_year(grouped(cites), style, collapse),
        None if style.cite_group_delimiter.is_some() => in_groups(grouped(cites), style),
        None => cites
            .into_iter()
            .map(|cite| Joined { delimiter: style.area.delimiter.clone(), content: cite.printed() })
            .gather(),
    };
    let mut out: Vec<Content> = Vec::new();
    for Joined { delimiter, content } in joined.into_iter().filter(|joined| !joined.content.is_empty()) {
        if !out.is_empty() {
            out.extend(Content::text(delimiter));
        }
        out.push(content);
    }
    out
}

/// Brings the cites of the same authors together, where the first of them stands.
fn grouped(cites: Vec<CiteContent<'_>>) -> Vec<CiteContent<'_>> {
    let mut out: Vec<CiteContent<'_>> = Vec::with_capacity(cites.len());
    for cite in cites {
        let last = out.iter().rposition(|known| !cite.names.is_empty() && known.names == cite.names);
        match last {
            Some(at) => out.insert(at + 1, cite),
            None => out.push(cite),
        }
    }
    out
}

/// Groups without collapsing: only the delimiter within a group differs.
fn in_groups(cites: Vec<CiteContent<'_>>, style: &Citation) -> Vec<Joined> {
    let mut names = String::new();
    let mut out = Vec::with_capacity(cites.len());
    for cite in cites {
        let same = !cite.names.is_empty() && cite.names == names;
        let within = style.cite_group_delimiter.as_ref().filter(|_| same);
        let delimiter = within.unwrap_or(&style.area.delimiter).clone();
        names.clone_from(&cite.names);
        out.push(Joined { delimiter, content: cite.printed() });
    }
    out
}

/// Three numbers or more that follow each other become a range.
fn by_number(cites: Vec<CiteContent<'_>>, style: &Citation) -> Vec<Joined> {
    let delimiter = &style.area.delimiter;
    let after = style.after_collapse_delimiter.as_ref().unwrap_or(delimiter);
    let mut out: Vec<Joined> = Vec::new();
    let mut collapsed_before = false;
    let mut rest = cites.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut run = vec![first];
        while let (Some(last), Some(next)) = (run.last(), rest.peek()) {
            let follows = last.is_plain() && next.is_plain() && next.number == last.number + 1;
            if !follows {
                break;
            }
            run.extend(rest.next());
        }
        let before = if collapsed_before { after } else { delimiter };
        collapsed_before = run.len() > 2;
        if collapsed_before {
            out.push(Joined { delimiter: before.clone(), content: range(run) });
        } else {
            for (at, cite) in run.into_iter().enumerate() {
                let delimiter = if at == 0 { before } else { delimiter };
                out.push(Joined { delimiter: delimiter.clone(), content: cite.printed() });
            }
        }
    }
    out
}

/// The first and the last of a run with an en dash between.
fn range(mut run: Vec<CiteContent<'_>>) -> Content {
    let last = run.pop();
    let first = run.into_iter().next();
    let mut children: Vec<Content> = first.map(CiteContent::printed).into_iter().gather();
    children.push(Content::Text("\u{2013}".to_owned()));
    children.extend(last.map(CiteContent::printed));
    Content::from(Span { children, ..Span::default() })
}

/// Cites of the same authors lose their names after the first; of the same year too, they keep their suffix only.
fn by_year(cites: Vec<CiteContent<'_>>, style: &Citation, collapse: Collapse) -> Vec<Joined> {
    let delimiter = &style.area.delimiter;
    let group_delimiter = style.cite_group_delimiter.as_deref().unwrap_or(", ");
    let suffix_delimiter = style.year_suffix_delimiter.as_ref().unwrap_or(delimiter);
    let after = style.after_collapse_delimiter.as_ref().unwrap_or(delimiter);
    let mut out: Vec<Joined> = Vec::new();
    let mut names = String::new();
    let mut year = String::new();
    let mut suffixes: Vec<String> = Vec::new();
    let mut collapsed_before = false;
    for mut cite in cites {
        let same_names = !cite.names.is_empty() && cite.names == names && cite.cite.prefix.is_empty();
        names.clone_from(&cite.names);
        let here = year_of(&cite.body);
        let suffix = year_suffix_of(&cite.body);
        let same_year = same_names && !here.is_empty() && here == year && cite.cite.locator.is_none();
        year = here;
        if same_names {
            layout::take_names(&mut cite.body);
        }
        let by_suffix = collapse != Collapse::Year && same_year;
        if let (true, Some(suffix)) = (by_suffix, &suffix) {
            cite.body = vec![Content::Text(suffix.clone())];
            suffixes.push(suffix.clone());
            out.push(Joined { delimiter: suffix_delimiter.clone(), content: cite.printed() });
            collapse_suffixes(&mut out, &suffixes, collapse);
            collapsed_before = true;
            continue;
        }
        suffixes = suffix.into_iter().gather();
        let before = match (same_names, collapsed_before) {
            (true, _) => group_delimiter,
            (false, true) => after,
            (false, false) => delimiter,
        };
        out.push(Joined { delimiter: before.to_owned(), content: cite.printed() });
        collapsed_before = same_names;
    }
    out
}

/// `a, b, c` becomes `a–c` where the style wants ranges and three letters follow each other.
fn collapse_suffixes(out: &mut Vec<Joined>, suffixes: &[String], collapse: Collapse) {
    let [.., a, b, c] = suffixes else { return };
    let letter = |text: &str| text.bytes().next().filter(|_| text.len() == 1);
    let follows = |a: &str, b: &str| matches!((letter(a), letter(b)), (Some(a), Some(b)) if b == a + 1);
    if collapse != Collapse::YearSuffixRanged || !follows(a, b) || !follows(b, c) || out.len() < 2 {
        return;
    }
    let middle = out.len() - 2;
    out.remove(middle);
    if let Some(last) = out.last_mut() {
        last.delimiter = "\u{2013}".to_owned();
    }
}

/// The year a cite prints, without its suffix.
fn year_of(body: &[Content]) -> String {
    let year = find(body, &|tag| matches!(tag, Tag::Year(_)));
    year.map_or_else(String::new, |span| {
        let bare = span.children.iter().filter(|child| !is_suffix(child));
        bare.map(Content::plain).collect()
    })
}

fn year_suffix_of(body: &[Content]) -> Option<String> {
    let span = find(body, &|tag| tag == Tag::YearSuffix)?;
    Some(span.children.iter().map(Content::plain).collect())
}

fn is_suffix(content: &Content) -> bool {
    matches!(content, Content::Span(span) if span.tag == Tag::YearSuffix)
}

fn find<'c>(body: &'c [Content], wanted: &dyn Fn(Tag) -> bool) -> Option<&'c Span> {
    body.iter().find_map(|content| match content {
        Content::Span(span) if wanted(span.tag) => Some(&**span),
        Content::Span(span) => find(&span.children, wanted),
        Content::Text(_) => None,
    })
}
