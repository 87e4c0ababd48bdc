//! Joins the cites of a citation: grouping by author, collapsing, and what stands between (specification, "Cite
//! Grouping" and "Cite Collapsing"). Works on tags only. Where the specification leaves a delimiter open, it is the
//! test suite's.

use crate::csl::cluster::{self, Cite, CitePart};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::layout;
use crate::csl::program::{Citation, Class, Collapse, Style};
use crate::prelude::*;
use alloc::collections::BTreeMap;

/// A rendered cite and what collapsing needs to know of it.
#[derive(Clone, Debug)]
pub(crate) struct CiteContent<'a> {
    /// Its index in the caller's citation.
    pub(crate) index: usize,
    /// The layout's content, without the cite's affixes.
    pub(crate) body: Vec<Content>,
    cite: &'a Cite,
    number: u32,
    /// Its first names, as plain text, whether they are printed or not; empty where there are none.
    names: String,
    /// Whether a field of the record, its title as a rule, stands in for the names.
    titled: bool,
    /// The year it prints, without its suffix, and the suffix.
    year: String,
    suffix: Option<String>,
    /// Whether it prints a locator.
    located: bool,
    /// Whether it is of the same names as the cite before, which are left out then.
    collapsed: bool,
    /// Whether nothing is left of names and year but the year suffix.
    bare: bool,
    /// Whether it stands for the cites between the one before and itself, too.
    ends_range: bool,
}

impl<'a> CiteContent<'a> {
    /// Notes what a cite begins with.
    pub(crate) fn new(index: usize, cite: &'a Cite, number: u32, body: Vec<Content>) -> CiteContent<'a> {
        CiteContent {
            index,
            cite,
            number,
            names: cluster::names_of(&body).map(Content::plain).unwrap_or_default(),
            titled: is_titled(&body),
            year: year_of(&body),
            suffix: find(&body, &|tag| tag == Tag::YearSuffix).map(inside),
            located: find(&body, &|tag| tag == Tag::Locator).is_some(),
            body: cluster::part_of(body, cite.part),
            collapsed: false,
            bare: false,
            ends_range: false,
        }
    }

    /// Whether it prints its citation number and nothing else.
    fn is_number(&self) -> bool {
        layout::are_number(&self.body)
    }

    /// Whether nothing is printed of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.cite.prefix.is_empty() && self.cite.suffix.is_empty() && self.body.iter().all(Content::is_empty)
    }

    /// Whether its author is left out at the caller's wish.
    pub(crate) fn is_suppressed(&self) -> bool {
        self.cite.part == CitePart::SuppressAuthor
    }

    /// Whether nothing but its author is wanted.
    pub(crate) fn is_author_only(&self) -> bool {
        self.cite.part == CitePart::AuthorOnly
    }

    pub(crate) fn printed(self) -> Content {
        cluster::with_affixes(self.cite, self.body, self.index)
    }
}

/// The cites with the delimiters between them.
pub(crate) fn join(mut cites: Vec<CiteContent<'_>>, style: &Style) -> Content {
    let citation = &style.citation;
    // Without sort keys the order of the cites is their author's, and stays.
    if by_names(citation) && !citation.area.sort.is_empty() {
        cites = grouped(cites);
    }
    if citation.collapse.is_some_and(|collapse| collapse != Collapse::CitationNumber) {
        collapse_names(&mut cites, citation.collapse != Some(Collapse::Year));
    }
    let mut out: Vec<Content> = Vec::new();
    let mut before: Option<CiteContent<'_>> = None;
    for cite in ranges(cites, citation) {
        // What collapses into nothing is said by the cite before.
        let delimiter = match &before {
            Some(before) if !cite.is_empty() => {
                cluster::between(before.cite, delimiter(before, &cite, style), cite.cite).to_owned()
            }
            _ => String::new(),
        };
        out.extend(before.filter(|before| !before.is_empty()).map(CiteContent::printed));
        out.extend(Content::text(delimiter));
        before = Some(cite);
    }
    out.extend(before.filter(|last| !last.is_empty()).map(CiteContent::printed));
    cluster::apart(out)
}

/// Whether cites of the same names belong together.
fn by_names(citation: &Citation) -> bool {
    citation.cite_group_delimiter.is_some()
        || citation.collapse.is_some_and(|collapse| collapse != Collapse::CitationNumber)
}

/// Brings the cites of the same names together, where the first of them stands.
fn grouped(cites: Vec<CiteContent<'_>>) -> Vec<CiteContent<'_>> {
    let mut groups: Vec<Vec<CiteContent<'_>>> = Vec::with_capacity(cites.len());
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for cite in cites {
        let at = if cite.names.is_empty() { None } else { known.get(&cite.names) };
        match at.and_then(|at| groups.get_mut(*at)) {
            Some(group) => group.push(cite),
            None => {
                known.insert(cite.names.clone(), groups.len());
                groups.push(vec![cite]);
            }
        }
    }
    groups.into_iter().flatten().collect_vec()
}

/// Takes names out of cites where the cite before has the same, and, with `by_suffix`, years out of those where the
/// cite before has the same. A title in the place of names is always printed.
fn collapse_names(cites: &mut [CiteContent<'_>], by_suffix: bool) {
    let mut rest = cites;
    while let [before, cite, ..] = rest {
        cite.collapsed = cite.names == before.names && !cite.titled;
        let same_year = by_suffix && cite.collapsed && !cite.year.is_empty() && cite.year == before.year;
        cite.bare = same_year && cite.suffix.is_some();
        if cite.collapsed && cite.cite.part == CitePart::Full && !cite.names.is_empty() {
            cluster::leave_out_names(&mut cite.body, true);
        }
        if same_year {
            strip_year(&mut cite.body);
        }
        rest = rest.get_mut(1..).unwrap_or_default();
    }
}

/// Leaves out the middle of every run of three cites or more whose numbers or letters follow each other.
fn ranges<'a>(cites: Vec<CiteContent<'a>>, citation: &Citation) -> Vec<CiteContent<'a>> {
    let mut out: Vec<CiteContent<'a>> = Vec::with_capacity(cites.len());
    let mut run = 1;
    for mut cite in cites {
        run = if out.last().is_some_and(|before| follows(before, &cite, citation.collapse)) {
            run + 1
        } else {
            1
        };
        if run > 2 {
            out.pop();
            cite.ends_range = true;
        }
        out.push(cite);
    }
    out
}

/// Whether a cite is one step after another and may end a range with it.
fn follows(before: &CiteContent<'_>, cite: &CiteContent<'_>, collapse: Option<Collapse>) -> bool {
    let affixed =
        !before.cite.suffix.is_empty() || !cite.cite.suffix.is_empty() || !cite.cite.prefix.is_empty();
    if affixed || before.located && collapse == Some(Collapse::YearSuffixRanged) {
        return false;
    }
    match collapse {
        Some(Collapse::CitationNumber) => {
            before.is_number() && cite.is_number() && cite.number == before.number.saturating_add(1)
        }
        Some(Collapse::YearSuffixRanged) => {
            let letters = |cite: &CiteContent<'_>| cite.suffix.as_deref().and_then(number_of);
            cite.bare && !cite.located && letters(before).map(|at| at + 1) == letters(cite)
        }
        _ => false,
    }
}

/// `a` is 1, `z` 26, `aa` 27.
fn number_of(letters: &str) -> Option<u32> {
    letters.bytes().try_fold(0_u32, |number, letter| {
        let digit = letter.is_ascii_lowercase().then(|| u32::from(letter - b'a') + 1)?;
        number.checked_mul(26)?.checked_add(digit)
    })
}

/// What stands before a cite that follows another.
fn delimiter<'s>(before: &CiteContent<'_>, cite: &CiteContent<'_>, style: &'s Style) -> &'s str {
    let citation = &style.citation;
    let layout = citation.area.delimiter.as_str();
    if cite.ends_range {
        return "\u{2013}";
    }
    let group = citation.cite_group_delimiter.as_deref();
    let simple = cite.bare && !cite.located && cite.cite.prefix.is_empty() && cite.cite.suffix.is_empty();
    if simple && before.cite.suffix.is_empty() && !(before.bare && before.located) {
        return group.or(citation.year_suffix_delimiter.as_deref()).unwrap_or(layout);
    }
    if let Some(after) = citation.after_collapse_delimiter.as_deref() {
        return if before.cite.locator.is_some() || ends_group(before, cite, citation.collapse) {
            after
        } else {
            layout
        };
    }
    match group {
        Some(group) if cite.names == before.names && !cite.names.is_empty() => group,
        _ if cite.collapsed && style.class == Class::InText => ", ",
        _ => layout,
    }
}

/// Whether a cite begins other names and the delimiter after collapsed cites is due. Styles that collapse by year
/// suffix want it after cites that were collapsed; all others between groups of any size.
fn ends_group(before: &CiteContent<'_>, cite: &CiteContent<'_>, collapse: Option<Collapse>) -> bool {
    match collapse {
        Some(Collapse::CitationNumber) => false,
        Some(Collapse::YearSuffix) => before.collapsed && !cite.collapsed,
        _ => !cite.collapsed,
    }
}

/// Whether what a cite prints in the place of names holds none, but a variable.
fn is_titled(body: &[Content]) -> bool {
    let names = find(body, &|tag| matches!(tag, Tag::Names(_)));
    names.is_some_and(|names| {
        let holds_name = find(&names.children, &|tag| matches!(tag, Tag::Name(_))).is_some();
        !holds_name && find(&names.children, &|tag| matches!(tag, Tag::Variable(_))).is_some()
    })
}

/// The year a cite prints, without its suffix.
fn year_of(body: &[Content]) -> String {
    let year = find(body, &|tag| matches!(tag, Tag::Year(_)));
    year.map_or_else(String::new, |span| {
        let bare = span.children.iter().filter(|child| !is_suffix(child));
        bare.map(Content::plain).collect()
    })
}

/// Takes the year out of a cite and leaves its suffix, if that stands there.
fn strip_year(body: &mut [Content]) -> bool {
    body.iter_mut().any(|content| match content {
        Content::Span(span) if matches!(span.tag, Tag::Year(_)) => {
            span.children.retain(is_suffix);
            true
        }
        Content::Span(span) => strip_year(&mut span.children),
        Content::Text(_) => false,
    })
}

fn inside(span: &Span) -> String {
    span.children.iter().map(Content::plain).collect()
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

#[cfg(test)]
mod tests {
    #[test]
    fn suffixes_count_like_letters_of_columns() {
        for (letters, expected) in
            [("a", Some(1)), ("z", Some(26)), ("aa", Some(27)), ("ab", Some(28)), ("A", None)]
        {
            assert_eq!(super::number_of(letters), expected, "{letters}");
        }
    }
}
