//! Editions outside of brackets: `, 2nd ed.`

use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::phrases::edition::edition;
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::vocabulary::Variable;

/// Words for an edition, by which one is found.
const WORDS: [&str; 9] = ["ed", "edn", "edition", "aufl", "auflage", "edición", "édition", "éd", "edição"];

/// The first edition from an offset on.
pub(in crate::references) fn recognise(tokens: &Tokens, from: usize) -> Vec<Claim> {
    WORDS.iter().find_map(|word| edition_ending_in(tokens, from, word)).into_iter().collect()
}

fn edition_ending_in(tokens: &Tokens, from: usize, word: &str) -> Option<Claim> {
    let mut at = from;
    loop {
        let found = tokens.find_phrase(word, at)?;
        at = found + word.len();
        let before = tokens.between(from, found);
        let start = before.trim_end().rfind([' ', CLAIMED, ',', '(', ';']).map_or(0, |at| at + 1);
        let phrase = tokens.between(from + start, at);
        let lead = before.get(..start).unwrap_or("").trim_end();
        let apart = phrase.starts_with(|c: char| c.is_ascii_digit())
            || lead.is_empty()
            || lead.ends_with(['.', ',', ';', CLAIMED, ':', '(']);
        let Some(edition) = edition(phrase).filter(|_| apart) else { continue };
        let dotted = tokens.after(at).starts_with('.');
        // In words the edition keeps its dot: "Rev. ed."
        let is_number = !edition.contains(|c: char| !c.is_ascii_digit());
        let value = if dotted && !is_number { edition + "." } else { edition };
        return Some(Claim::likely(
            Variable::Edition,
            value,
            Span::new(from + start, at + usize::from(dotted)),
        ));
    }
}
