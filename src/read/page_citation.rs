//! The page's own citation: evidence for how names are split and which title is the whole one.

use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::text::markup::plain;
use crate::text::{self, WordList, concat, word_list};
use crate::vocabulary::Variable;

/// The citation that a page prints, usually in APA style; other styles are evidence too.
#[derive(Debug, Default)]
pub(crate) struct PageCitation {
    /// The citations of the page, in lower case without markup.
    plain: String,
    /// Names that the page has inverted, in lower case: `akram, qudsia`.
    inverted: Vec<String>,
    /// Names that the page marks as organisations'.
    organisations: Vec<String>,
}

/// Words after which a name may begin.
#[rustfmt::skip]
const WORDS_BEFORE_NAMES: WordList<'_> = word_list![
    "and", "y", "e", "et", "und", "dan", "i", "ve", "и", "en", "och", "og", "with", "in:",
];

/// Other places where pages cite themselves.
const CITATIONS: &str = "page.citation eprints.citation dcterms.bibliographiccitation dc.bibliographiccitation \
    dc.identifier.citation article_references";

/// The greatest number of names that are kept, for each name is compared with all of them.
const MAX_NAMES: usize = 200;

/// The greatest length of all citations together, in bytes; longer texts are no citations.
const MAX_LENGTH: usize = 8_000;

impl PageCitation {
    /// A citation as printed; empty where the page has none.
    pub(crate) fn new(marked: &str) -> PageCitation {
        PageCitation { plain: text::to_lowercase(&plain(marked)), ..PageCitation::default() }
    }

    /// All texts of a page that show how its authors' names are split.
    pub(crate) fn from_metadata(metadata: &Metadata<'_>) -> PageCitation {
        let own = metadata.first("ojs.citation ojs2.citation");
        let mut citation = PageCitation::new(if own.len() < MAX_LENGTH { own } else { "" });
        for candidate in metadata.tagged(CITATIONS) {
            if citation.plain.len() + candidate.text.len() < MAX_LENGTH {
                citation.plain.push_str(" . ");
                citation.plain.push_str(&text::to_lowercase(&plain(candidate.text)));
            }
        }
        for candidate in metadata.candidates(Variable::Author).into_iter().take(MAX_NAMES) {
            if candidate.group {
                citation.organisations.push(candidate.text.to_owned());
            } else if candidate.text.contains_char(',') {
                citation.inverted.push(text::to_lowercase(candidate.text));
            }
        }
        citation
    }

    /// Whether the page marks this as an organisation's name.
    pub(crate) fn has_organisation(&self, name: &str) -> bool {
        self.organisations.iter().any(|organisation| organisation == name)
    }

    /// Whether a citation prints this title, and not the whole that it is a part of.
    pub(crate) fn has_title(&self, part: &str, whole: &str) -> bool {
        let prints = |title: &str| text::contains(&self.plain, &text::to_lowercase(&plain(title)));
        prints(part) && !prints(whole)
    }

    /// Whether the citation prints this family name, followed by the given names or their initials; or, if `comma` is set,
    /// with a comma after it.
    pub(crate) fn has_name(&self, family: &str, given: &str, comma: bool) -> bool {
        let initial = self::initial(given);
        if initial.is_none() {
            return false;
        }
        if !self.inverted.is_empty() {
            let whole = text::to_lowercase(&concat(&[family, ", ", given]));
            if self.inverted.contains(&whole) {
                return true;
            }
        }
        let family = text::to_lowercase(&text::join(&text::split_any(family, " \u{a0}"), " "));
        if family.is_empty() {
            return false;
        }
        for at in text::match_indices(&self.plain, &family) {
            let (before, name) = text::split_at(&self.plain, at);
            let after = text::split_at(name, family.len()).1;
            let next = after.trim_start_any(", \u{a0}");
            let fits = next.len() < after.len() && next.chars().next() == initial;
            if fits && (!comma || after.starts_with(',')) && name_may_follow(before.trim_end()) {
                return true;
            }
        }
        false
    }
}

/// Whether a name may follow this text.
fn name_may_follow(before: &str) -> bool {
    before.is_empty()
        || before.ends_with_any(",&;.]):“\"")
        || WORDS_BEFORE_NAMES.contains(text::after_last_any(before, " "))
}

/// The first letter of given names, in lower case.
fn initial(given: &str) -> Option<char> {
    given.trim_start().chars().next().and_then(|c| text::char_to_lowercase(c).chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_evidence_for_names() {
        let citation = PageCitation::new("Akram, D. Q., &amp; Ruiz Ibáñez, M. (2024). On Asif, N. <i>J</i>");
        assert!(citation.has_name("Akram", "Dr Qudsia", false));
        assert!(citation.has_name("Ruiz Ibáñez", "María", false));
        assert!(!citation.has_name("Ibáñez", "María Ruiz", false));
        assert!(!citation.has_name("Qudsia Akram", "Dr", false));
        assert!(!PageCitation::new("").has_name("Akram", "Qudsia", false));
    }
}
