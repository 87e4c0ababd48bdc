//! One reference, from its text to a record.

use super::assemble::assemble;
use super::reference::Reference;
use super::structured;
use super::tokens::Tokens;
use crate::prelude::*;

/// Bytes of the longest text that is taken for one reference: ten times the longest honest one.
const LONGEST: usize = 4_000;

/// Reads one reference as a page or a person words it, in any of the styles in use, or in the fields of a
/// `citation_reference` tag (`citation_title=…; citation_author=…`).
///
/// The text may contain the inline markup of HTML (`<i>`, `<b>`, `<sub>`, `<sup>`); italics show where titles begin and
/// end. Nothing fails: what cannot be read has no record, and what rests on a guess has warnings.
///
/// ```
/// use citelet::references;
/// use citelet::vocabulary::{ItemType, Variable};
///
/// let text = "Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460.";
/// let reference = references::parse(text);
/// let item = reference.item.expect("a record");
/// assert_eq!(item.item_type, ItemType::ArticleJournal);
/// assert_eq!(item.text(Variable::ContainerTitle), Some("Mind"));
/// assert!(reference.sure);
/// ```
pub fn parse(text: &str) -> Reference {
    if text.len() > LONGEST {
        return Reference::unread(text, "The text is too long to be one reference.");
    }
    if structured::is_structured(text) {
        return structured::highwire(text);
    }
    let tokens = Tokens::new(text);
    let raw = tokens.text().to_owned();
    match assemble(tokens) {
        Some((item, warnings)) => Reference::new(&raw, item, warnings),
        None => Reference::unread(&raw, "There are no words in it to read."),
    }
}
