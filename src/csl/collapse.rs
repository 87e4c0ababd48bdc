//! Joins the cites of a citation: grouping by author, collapsing, and the delimiters (specification, "Cite Grouping" and
//! "Cite Collapsing"). Cites are compared by their tags. Delimiters that the specification does not define are those
//! of the test suite.

use crate::csl::citation::{self, Cite, CitePart};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::layout;
use crate::csl::program::{CitationNode, Class, Collapse, Style};
use crate::prelude::*;
use alloc::collections::BTreeMap;

/// A rendered cite, and its properties that collapsing uses.
#[derive(Clone, Debug)]
pub(crate) struct CiteContent<'a> {
    /// Its index in the caller's citation.
    pub(crate) index: usize,
    /// The layout's content, without the cite's affixes.
    pub(crate) body: Vec<Content>,
    cite: &'a Cite,
    number: u32,
    /// Its first names as plain text, even if they are not printed; empty if it has none.
    names: String,
    /// Whether a field of the record, usually its title, is printed in place of names.
    titled: bool,
    /// The year it prints, without the year suffix.
    year: String,
    /// The year suffix.
    suffix: Option<String>,
    /// Whether it prints a locator.
    located: bool,
    /// Whether its names are left out because they are those of the cite before.
    collapsed: bool,
    /// Whether only the year suffix is left of its names and year.
    bare: bool,
    /// Whether it ends a range that includes the cites between the one before and itself.
    ends_range: bool,
}

impl<'a> CiteContent<'a> {
    /// Finds the properties of a rendered cite.
    pub(crate) fn new(index: usize, cite: &'a Cite, number: u32, body: Vec<Content>) -> CiteContent<'a> {
        CiteContent {
            index,
            cite,
            number,
            names: citation::names_of(&body).map(Content::plain).unwrap_or_default(),
            titled: is_titled(&body),
            year: year_of(&body),
            suffix: find(&body, &|tag| tag == Tag::YearSuffix).map(inside),
            located: find(&body, &|tag| tag == Tag::Locator).is_some(),
            body: citation::part_of(body, cite.part),
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

    /// Whether the caller suppresses its author.
    pub(crate) fn is_suppressed(&self) -> bool {
        self.cite.part == CitePart::SuppressAuthor
    }

    /// Whether the caller wants only its author.
    pub(crate) fn is_author_only(&self) -> bool {
        self.cite.part == CitePart::AuthorOnly
    }

    /// The cite with its affixes.
    pub(crate) fn printed(self) -> Content {
        citation::with_affixes(self.cite, self.body, self.index)
    }
}

/// The cites with the delimiters between them.
pub(crate) fn join(mut cites: Vec<CiteContent<'_>>, style: &Style) -> Content {
    let citation = &style.citation;
    // Without sort keys, the author's order of the cites is kept.
    if by_names(citation) && !citation.area.sort.is_empty() {
        cites = grouped(cites);
    }
    if citation.collapse.is_some_and(|collapse| collapse != Collapse::CitationNumber) {
        collapse_names(&mut cites, citation.collapse != Some(Collapse::Year));
    }
    let mut out: Vec<Content> = Vec::new();
    let mut before: Option<CiteContent<'_>> = None;
    for cite in ranges(cites, citation) {
        // A cite that is empty after collapsing needs no delimiter.
        let delimiter = match &before {
            Some(before) if !cite.is_empty() => {
                citation::between(before.cite, delimiter(before, &cite, style), cite.cite).to_owned()
            }
            _ => String::new(),
        };
        out.extend(before.filter(|before| !before.is_empty()).map(CiteContent::printed));
        out.extend(Content::text(delimiter));
        before = Some(cite);
    }
    out.extend(before.filter(|last| !last.is_empty()).map(CiteContent::printed));
    citation::unjoined(out)
}

/// Whether the style groups cites by their names.
fn by_names(citation: &CitationNode) -> bool {
    citation.cite_group_delimiter.is_some()
        || citation.collapse.is_some_and(|collapse| collapse != Collapse::CitationNumber)
}

/// Moves the cites of the same names behind the first of them.
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
    groups.into_iter().flatten().collect()
}

/// Removes names that the cite before has too and, with `by_suffix`, years that the cite before has too. A title in place
/// of names is always printed.
fn collapse_names(cites: &mut [CiteContent<'_>], by_suffix: bool) {
    let mut rest = cites;
    while let [before, cite, ..] = rest {
        cite.collapsed = cite.names == before.names && !cite.titled;
        let same_year = by_suffix && cite.collapsed && !cite.year.is_empty() && cite.year == before.year;
        cite.bare = same_year && cite.suffix.is_some();
        if cite.collapsed && cite.cite.part == CitePart::Full && !cite.names.is_empty() {
            citation::leave_out_names(&mut cite.body, true);
        }
        if same_year {
            strip_year(&mut cite.body);
        }
        rest = rest.get_mut(1..).unwrap_or_default();
    }
}

/// Leaves out the middle of every run of three cites or more with consecutive numbers or letters.
fn ranges<'a>(cites: Vec<CiteContent<'a>>, citation: &CitationNode) -> Vec<CiteContent<'a>> {
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

/// Whether a cite directly follows another by number or letter, so that they can be part of a range.
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

/// The delimiter before a cite that follows another.
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

/// Whether `after-collapse-delimiter` separates two cites because the second has other names. In styles that collapse by
/// year suffix it follows collapsed cites only; in all others it separates groups of any size.
fn ends_group(before: &CiteContent<'_>, cite: &CiteContent<'_>, collapse: Option<Collapse>) -> bool {
    match collapse {
        Some(Collapse::CitationNumber) => false,
        Some(Collapse::YearSuffix) => before.collapsed && !cite.collapsed,
        _ => !cite.collapsed,
    }
}

/// Whether a variable, and no name, is printed in place of names.
fn is_titled(body: &[Content]) -> bool {
    let names = find(body, &|tag| matches!(tag, Tag::Names(_)));
    names.is_some_and(|names| {
        let has_name = find(&names.children, &|tag| matches!(tag, Tag::Name(_))).is_some();
        !has_name && find(&names.children, &|tag| matches!(tag, Tag::Variable(_))).is_some()
    })
}

/// The year that a cite prints, without the year suffix.
fn year_of(body: &[Content]) -> String {
    let year = find(body, &|tag| matches!(tag, Tag::Year(_)));
    year.map_or_else(String::new, |span| {
        let bare = span.children.iter().filter(|child| !is_suffix(child));
        bare.map(Content::plain).collect()
    })
}

/// Removes the year from a cite, except for its suffix.
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

/// The plain text inside a span.
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
    fn year_suffixes_are_numbered_like_spreadsheet_columns() {
        for (letters, expected) in
            [("a", Some(1)), ("z", Some(26)), ("aa", Some(27)), ("ab", Some(28)), ("A", None)]
        {
            assert_eq!(super::number_of(letters), expected, "{letters}");
        }
    }
}
