//! Labels that stand inside values, in the form in which people type them: `vol. 1, p. 3`.

use crate::prelude::*;
use crate::text;
use crate::vocabulary::{Locator, Term};

/// The labels that a value may contain, and the locator types they stand for; a full stop follows each.
const LABELS: &str = "app=appendix|art=article-locator|bk=book|ch=chapter|col=column|fig=figure|fol=folio|l=line|n=note|\
    no=issue|op=opus|p=page|pp=page|para=paragraph|supp=supplement|pt=part|r=rule|sec=section|sv=sub-verbo|\
    tbl=table|vrs=verse|vol=volume";

/// The label that `text` begins with, and the rest behind it.
pub(super) fn leading(text: &str) -> Option<(Term, &str)> {
    let (word, rest) = text.split_once('.')?;
    let tail = rest.trim_start();
    let follows = tail.len() < rest.len() || tail.starts_with_any(text::DIGITS);
    let locator = text::table_get(LABELS, word).filter(|_| follows && !tail.is_empty())?;
    Locator::from_word(locator).and_then(Term::of_locator).map(|term| (term, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_by_their_full_stop() {
        for (text, label, rest) in [
            ("p. 3", Term::Page, "3"),
            ("pp. 3-8", Term::Page, "3-8"),
            ("vol. 1, p. 3", Term::Volume, "1, p. 3"),
            ("p.3", Term::Page, "3"),
            ("sv. gargoyle", Term::SubVerbo, "gargoyle"),
        ] {
            assert_eq!(leading(text), Some((label, rest)), "{text}");
        }
        for text in ["p 3", "p.", "p. ", "page 3", "Vol. 3", "xyz. 3", "p.x"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }
}
