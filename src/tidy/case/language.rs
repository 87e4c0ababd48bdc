//! The rules of case that a title's language has.

use crate::extent::FULL;
use crate::prelude::*;
use crate::text::small_words::LanguageHints;
use crate::text::{self, markup, word_list};

/// Rules of case, as far as they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rules {
    English,
    /// Nouns are capitalised, so that small letters alone would be wrong.
    German,
    /// `I` is the capital of `ı`, `İ` that of `i`.
    Turkish,
    /// Names are capitalised and nothing else.
    Other,
}

/// So many bytes of an abstract are enough to identify its language, if they end with a character.
const ENOUGH: usize = 1500;

/// From so many hints on, the words of a title count more than the language that its record states.
const PLAIN: usize = 3;

/// The rules for a title, by the language of its record, its own words and its abstract; `None` where nothing tells.
pub(super) fn rules(title: &str, language: &str, summary: &str) -> Option<Rules> {
    let stated = text::before_any(language, "-_").to_ascii_lowercase();
    let own = LanguageHints::of(&markup::plain(title));
    let plainly_german = FULL && own.english == 0 && own.german > 0 && joins_german(title);
    let plainly_foreign = own.is_foreign() && own.foreign >= PLAIN || plainly_german;
    let mut hints = own;
    if stated.is_empty() && !own.is_foreign() {
        hints.read(summary.get(..ENOUGH).unwrap_or(summary));
    }
    let plainly_english = own.english > PLAIN && own.foreign == 0;
    if plainly_english
        || stated == "en" && !plainly_foreign
        || stated.is_empty() && hints.english > hints.foreign
    {
        // Title Case in an English title is left to the language that the record states.
        let capitals = !title.any_char(char::is_lowercase_letter);
        return (capitals || stated.is_empty() || stated == "en").then_some(Rules::English);
    }
    let is = |part: usize| 2 * part >= hints.foreign && part > 0;
    if word_list!["tr", "az"].contains(&stated) || is(hints.turkish) {
        Some(Rules::Turkish)
    } else if stated == "de" || is(hints.german) && word_list!["", "en", "mul"].contains(&stated) {
        Some(Rules::German)
    } else {
        (!stated.is_empty() || hints.foreign > 0).then_some(Rules::Other)
    }
}

/// Whether a word behind the first is German and stands in no name: *Quantisierung Als Eigenwertproblem*, not *von*.
fn joins_german(title: &str) -> bool {
    let words = text::to_lowercase(text::split_once(title, " ").unwrap_or_default().1);
    text::split_any(&words, " ").into_iter().any(|word| {
        word_list!["und", "als", "für", "über", "durch", "zwischen", "nach", "eine", "einer", "oder"]
            .contains(word)
    })
}
