//! Whether a title is English.

use super::title::Word;
use super::words::tokens;
use crate::prelude::*;
use crate::text;

/// Words that are frequent in English and mean nothing, or little, in the languages below.
const ENGLISH: &str = "the of and in for on with from to by at as is are an how what why its their this that between among through \
    towards toward into under over using based new study";

/// Articles, prepositions and conjunctions of other languages written with Latin letters, but for those that are
/// English words too.
const OTHERS: &str = "de la el los las del y et des les une der und von zur zum das dem il della che e da dos em na \
    para com um uma och av för til af på og het een van voor yang untuk dalam pada w z ve di le du en au aux sur par ou \
    con por su al dei delle nel im mit auf für ein eine o os ao pour dans un una";

/// Bytes of an abstract that are enough to know its language.
const ENOUGH: usize = 3000;

/// Whether a title is English, by the language of its record, its own words and its abstract.
pub(super) fn is_english(title: &[Word<'_, '_>], language: &str, summary: &str) -> bool {
    let (mut english, mut others) = (0, 0);
    for word in title {
        english += usize::from(text::listed(ENGLISH, &word.key));
        others += usize::from(text::listed(OTHERS, &word.key));
    }
    if others > 1 && others > english {
        return false;
    }
    if !language.is_empty() {
        let primary = language.split(['-', '_']).next().unwrap_or("");
        return primary.eq_ignore_ascii_case("en");
    }
    let end = (0..=ENOUGH.min(summary.len())).rev().find(|end| summary.is_char_boundary(*end));
    for token in tokens(summary.get(..end.unwrap_or(0)).unwrap_or("")) {
        english += usize::from(text::listed(ENGLISH, token.text));
        others += usize::from(text::listed(OTHERS, token.text));
    }
    english > others
}
