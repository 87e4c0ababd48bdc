//! The page's own citation: evidence for what its metadata leaves open, and the record where there are no tags.

use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::text::markup::plain;
use crate::text::{self, DIGITS, concat};
use crate::vocabulary::Variable;

/// The citation that a page prints, usually in APA style; other styles serve as evidence too.
#[derive(Debug, Default)]
pub(crate) struct PageCitation {
    /// The citation as it stands, with inline markup.
    marked: String,
    /// The same, and what else on the page cites it, in lower case without markup.
    plain: String,
    /// Names whose parts the page tells apart, in lower case: `akram, qudsia`.
    parted: Vec<String>,
    /// Names that the page says are organisations'.
    groups: Vec<String>,
}

/// Words after which a name may begin.
const JOINERS: &str = "and y e et und dan i ve и en och og with in:";

/// Other places where pages cite themselves.
const CITATIONS: &str = "page.citation eprints.citation dcterms.bibliographiccitation dc.bibliographiccitation \
    dc.identifier.citation article_references";

/// Names beyond this number are no evidence, or each name would be sought among all of them.
const MOST: usize = 200;

/// Bytes of citations that are looked at; longer ones are no citations.
const LONGEST: usize = 8_000;

/// What a citation in APA style says after its authors.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    pub(crate) authors: &'a str,
    pub(crate) date: &'a str,
    pub(crate) title: &'a str,
    pub(crate) container: &'a str,
    pub(crate) volume: &'a str,
    pub(crate) issue: &'a str,
    pub(crate) pages: &'a str,
}

impl PageCitation {
    /// Takes in a citation; empty where the page has none.
    pub(crate) fn new(marked: &str) -> PageCitation {
        PageCitation {
            marked: marked.to_owned(),
            plain: text::to_lowercase(&plain(marked)),
            ..PageCitation::default()
        }
    }

    /// All that a page says of how its authors' names part.
    pub(crate) fn from_metadata(metadata: &Metadata<'_>) -> PageCitation {
        let mut cited = PageCitation::new(metadata.first("ojs.citation ojs2.citation"));
        for candidate in metadata.tagged(CITATIONS) {
            if cited.plain.len() + candidate.text.len() < LONGEST {
                cited.plain.push_str(" . ");
                cited.plain.push_str(&text::to_lowercase(&plain(candidate.text)));
            }
        }
        for candidate in metadata.candidates(Variable::Author).into_iter().take(MOST) {
            if candidate.group {
                cited.groups.push(candidate.text.to_owned());
            } else if candidate.text.contains_char(',') {
                cited.parted.push(text::to_lowercase(candidate.text));
            }
        }
        cited
    }

    /// Whether the page says that this is an organisation's name.
    pub(crate) fn groups(&self, name: &str) -> bool {
        self.groups.iter().any(|group| group == name)
    }

    /// Whether the citation prints this family name, followed by the given names or their initials.
    pub(crate) fn has(&self, family: &str, given: &str) -> bool {
        let initial = self::initial(given);
        if initial.is_none() {
            return false;
        }
        if !self.parted.is_empty() {
            let whole = text::to_lowercase(&concat(&[family, ", ", given]));
            if self.parted.contains(&whole) {
                return true;
            }
        }
        let titled = given.get(crate::item::people::leading_honorifics(given)..).and_then(self::initial);
        let family = text::to_lowercase(&text::join(&family.split_whitespace().collect_vec(), " "));
        if family.is_empty() {
            return false;
        }
        for at in text::match_indices(&self.plain, &family) {
            let (before, name) = text::split_at(&self.plain, at);
            let after = text::split_at(name, family.len()).1;
            let next = after.trim_start_any(", \u{a0}");
            let first = next.chars().next().filter(|_| next.len() < after.len());
            if first.is_some() && (first == initial || first == titled) && begins_name(before.trim_end()) {
                return true;
            }
        }
        false
    }

    /// Reads a citation in APA style: `Family, G. (2024, June 3). Title. <i>Journal</i>, <i>11</i>(1), 211–238.`
    /// `None` where it is in no such style.
    pub(crate) fn parts(&self) -> Option<Parts<'_>> {
        let (authors, rest) = text::split_once(&self.marked, " (")?;
        let (date, rest) = text::split_once(rest, "). ")?;
        if !date.starts_with_any(DIGITS) {
            return None;
        }
        // A title may hold italics of its own, so the container is the last italic before the volume's.
        let (head, numbers) =
            text::split_once(rest, "</i>, <i>").or_else(|| text::split_once(rest, "</i>"))?;
        let (title, container) = text::split_at(head, *text::match_indices(head, "<i>").last()?);
        let (volume, after) = text::split_once(numbers, "</i>").unwrap_or_default();
        let bracket = after.strip_prefix('(').and_then(|after| text::split_once(after, ")"));
        let (issue, after) = bracket.unwrap_or(("", after));
        let pages = after.trim_start_any(", ");
        let pages = text::split_once(pages, ". ").map_or(pages, |parts| parts.0).trim_end_any(".");
        let paged = pages.len() < 24 && pages.contains_any(DIGITS) && !text::contains(pages, "://");
        Some(Parts {
            authors: authors.trim(),
            date,
            title: title.trim().trim_end_any(".").trim(),
            container: container.get("<i>".len()..)?.trim(),
            volume: volume.trim(),
            issue: issue.trim(),
            pages: if paged { pages.trim() } else { "" },
        })
    }
}

/// The names of a citation's authors, as `Family, G.`; a citation cut off by "et al." or "…" gives those before.
pub(crate) fn authors(list: &str) -> Vec<String> {
    let list = text::replace(&text::replace(list, " &", " "), "…", " ");
    let mut names: Vec<String> = Vec::new();
    for part in text::split_any(&list, ",") {
        match names.last_mut().filter(|name| !name.contains_char(',')) {
            // A part of initials belongs to the family name before it.
            Some(name) if part.contains_char('.') || part.char_count() < 3 => {
                if part != "et al." {
                    *name = concat(&[name, ", ", part]);
                }
            }
            _ => names.push(part.to_owned()),
        }
    }
    names
}

fn begins_name(before: &str) -> bool {
    before.is_empty()
        || before.ends_with_any(",&;.]):“\"")
        || text::list_contains(JOINERS, text::after_last_any(before, " "))
}

fn initial(given: &str) -> Option<char> {
    given.trim_start().chars().next().and_then(|c| text::char_to_lowercase(c).chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_evidence_for_names() {
        let cited = PageCitation::new("Akram, D. Q., &amp; Ruiz Ibáñez, M. (2024). On Asif, N. <i>J</i>");
        assert!(cited.has("Akram", "Dr Qudsia"));
        assert!(cited.has("Ruiz Ibáñez", "María"));
        assert!(!cited.has("Ibáñez", "María Ruiz"));
        assert!(!cited.has("Qudsia Akram", "Dr"));
        assert!(!PageCitation::new("").has("Akram", "Qudsia"));
    }

    #[test]
    fn citations_are_taken_apart() {
        let cited = PageCitation::new(
            "Akram, Q., & Asif, N. (2024). On <i>E. coli</i> in water. <i>Journal of Water</i>, <i>11</i>(1), 211–238. https://doi.org/10.5/x",
        );
        let parts = cited.parts().unwrap();
        assert_eq!(parts.title, "On <i>E. coli</i> in water");
        assert_eq!((parts.container, parts.volume, parts.issue), ("Journal of Water", "11", "1"));
        assert_eq!((parts.pages, parts.date), ("211–238", "2024"));
        assert_eq!(authors(parts.authors), ["Akram, Q.", "Asif, N."]);
        assert_eq!(PageCitation::new("[1] Q. Akram, “On water”, J, vol. 1.").parts(), None);
        let cited = PageCitation::new(
            "Ek, B. (2013). A title. <i>Journal</i>, <i>4</i>(2). Retrieved from http://x.y",
        );
        let parts = cited.parts().unwrap();
        assert_eq!((parts.volume, parts.issue, parts.pages), ("4", "2", ""));
    }
}
