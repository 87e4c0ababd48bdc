//! Labels inside the text of a locator, as people type them: `vol. 1, p. 3`.

use crate::vocabulary::{Locator, Term};

/// The labels that a value may contain, without the full stop that follows each, and their locator types.
const LABELS: [(&str, Locator); 22] = [
    ("app", Locator::Appendix),
    ("art", Locator::ArticleLocator),
    ("bk", Locator::Book),
    ("ch", Locator::Chapter),
    ("col", Locator::Column),
    ("fig", Locator::Figure),
    ("fol", Locator::Folio),
    ("l", Locator::Line),
    ("n", Locator::Note),
    ("no", Locator::Issue),
    ("op", Locator::Opus),
    ("p", Locator::Page),
    ("pp", Locator::Page),
    ("para", Locator::Paragraph),
    ("supp", Locator::Supplement),
    ("pt", Locator::Part),
    ("r", Locator::Rule),
    ("sec", Locator::Section),
    ("sv", Locator::SubVerbo),
    ("tbl", Locator::Table),
    ("vrs", Locator::Verse),
    ("vol", Locator::Volume),
];

/// The length of the longest of them, in bytes.
const LONGEST: usize = 4;

/// The label at the beginning of `text`, and the rest after it.
pub(super) fn leading(text: &str) -> Option<(Term, &str)> {
    let stop = text.bytes().take(LONGEST + 1).position(|byte| byte == b'.')?;
    let (word, rest) = (text.get(..stop)?, text.get(stop + 1..)?);
    let tail = rest.trim_start();
    let follows = tail.len() < rest.len() || tail.starts_with(|c: char| c.is_ascii_digit());
    if !follows || tail.is_empty() {
        return None;
    }
    let (_, locator) = LABELS.iter().find(|(label, _)| *label == word)?;
    Some((Term::of_locator(*locator)?, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_end_with_a_full_stop() {
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
