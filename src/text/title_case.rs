//! How titles are stored, and the words that Title Case leaves small.
//!
//! In Title Case the principal words are capitalised and articles, conjunctions and prepositions are not. These lists
//! are the crate's only ones: styles, sentence case and the writing of BibTeX all use them.

use super::latin::is_mark;
use super::{CharExt, StrExt, WordList, word_list};

/// Articles, conjunctions and prepositions that are small in Title Case and mean nothing else. In ascending order.
const SMALL: WordList<'_> = word_list! {
    "a", "about", "above", "across", "after", "against", "along", "amid", "among", "amongst", "an", "and",
    "around", "as", "at", "before", "behind", "below", "beneath", "beside", "between", "beyond", "but", "by",
    "despite", "during", "except", "for", "from", "in", "inside", "into", "near", "nor", "of", "off", "on",
    "onto", "or", "out", "over", "per", "since", "so", "than", "the", "through", "throughout", "till", "to",
    "toward", "towards", "under", "until", "up", "upon", "versus", "via", "vs", "with", "within", "without",
    "yet",
};

/// The other stop words of CSL (specification, "Title Case Conversion"), as far as they are single words, in the form in
/// which the test suite and citeproc-js observe them. In ascending order.
const OTHER_STOP_WORDS: WordList<'_> = word_list! {
    "afore", "al", "alongside", "amidst", "anenst", "apropos", "apud", "aside", "astride", "athwart", "atop",
    "barring", "besides", "c", "ca", "circa", "d", "de", "down", "e", "et", "forenenst", "given", "lest",
    "like", "modulo", "next", "notwithstanding", "o", "plus", "pro", "qua", "sans", "thru", "thruout",
    "underneath", "unto", "v", "van", "von", "x", "y",
};

/// Verbs and pronouns that are never names. Title Case capitalises some of them.
const VERBS_AND_PRONOUNS: WordList<'_> = word_list! {
    "if", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did", "has", "have", "had", "can",
    "could", "may", "might", "must", "shall", "should", "will", "would", "not", "no", "it", "its", "he",
    "his", "she", "her", "they", "their", "them", "we", "our", "i", "you", "your", "this", "that", "these",
    "those", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "there",
};

/// Whether CSL's title case leaves a word small, given in lower case.
pub fn is_stop_word(lower: &str) -> bool {
    SMALL.sorted_contains(lower) || OTHER_STOP_WORDS.sorted_contains(lower)
}

/// Whether a word, given in lower case, is an English function word: small in Title Case, or at least never a name.
pub fn is_function_word(lower: &str) -> bool {
    SMALL.sorted_contains(lower) || VERBS_AND_PRONOUNS.contains(lower)
}

/// How a title is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// As a sentence, or in a script without capitals.
    Sentence,
    /// With the principal words capitalised.
    TitleCase,
    /// Without a small letter.
    AllCaps,
}

/// So many capitals after the first words, with no other word small, make a title one in Title Case. Fewer may well
/// be a name: *History of the United States of America*.
const CAPITALS_OF_TITLE_CASE: usize = 4;

/// Judges how a title without markup is stored, by its own words alone. Repairs, which have the other texts of the record
/// as evidence, judge by that instead (`tidy::case::choice`).
pub fn stored(title: &str) -> Stored {
    stored_by(title, CAPITALS_OF_TITLE_CASE)
}

/// The same, where so many capitals after the first words make Title Case. A file that marks its names leaves fewer that
/// could be names.
pub fn stored_by(title: &str, capitals_of_title_case: usize) -> Stored {
    let (mut small, mut capital, mut lower) = (0_usize, 0_usize, false);
    let mut first = true;
    for token in Tokens(title) {
        let Token::Word(word) = token else {
            first |= token == Token::Other(':');
            continue;
        };
        lower |= word.any_char(char::is_lowercase_letter);
        let starts_low = word.begins_with(char::is_lowercase_letter);
        if starts_low && !has_inner_capital(word) && !is_function_word(word) {
            small += 1;
        } else if !first && word.begins_with(char::is_uppercase_letter) {
            capital += 1;
        }
        first = false;
    }
    match (lower, small) {
        (false, _) if capital > 1 => Stored::AllCaps,
        (_, 0) if capital >= capitals_of_title_case => Stored::TitleCase,
        _ => Stored::Sentence,
    }
}

/// Whether there is a capital behind the first letter: `NCEP`, `mRNA`, `McDonald`.
pub fn has_inner_capital(word: &str) -> bool {
    word.char_indices().any(|(at, c)| at > 0 && c.is_uppercase_letter())
}

/// A word of a title, or a character between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Letters, digits and marks, and such apostrophes and full stops as have letters on both sides (`O'Neil`, `U.S`).
    Word(&'a str),
    /// Any other character.
    Other(char),
}

/// The words of a text and the characters between them.
#[derive(Clone, Debug)]
pub struct Tokens<'a>(pub &'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let text = self.0;
        let mut end = 0;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let joins = matches!(c, '\'' | '’' | '.') && end > 0;
            let continues = chars.peek().is_some_and(|(_, next)| next.is_letter());
            if !(is_word(c) || (joins && continues)) {
                break;
            }
            end = at + c.len_utf8();
        }
        if end == 0 {
            let c = text.chars().next()?;
            self.0 = text.get(c.len_utf8()..)?;
            return Some(Token::Other(c));
        }
        let (word, rest) = text.split_at_checked(end)?;
        self.0 = rest;
        Some(Token::Word(word))
    }
}

/// Whether a character belongs to words.
fn is_word(c: char) -> bool {
    c.is_letter_or_number() || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_judged_by_their_words() {
        for (title, expected) in [
            ("Reading fiction and reading minds", Stored::Sentence),
            ("The Role of Simulation in the Default Network", Stored::TitleCase),
            ("History of the United States", Stored::Sentence),
            ("WATER RIGHTS IN PERU", Stored::AllCaps),
            ("海と山", Stored::Sentence),
        ] {
            assert_eq!(stored(title), expected, "{title}");
        }
    }

    #[test]
    fn the_lists_are_in_order() {
        for list in [SMALL, OTHER_STOP_WORDS] {
            assert!(list.iter().is_sorted());
        }
        assert!(is_stop_word("von") && !is_function_word("von"));
        assert!(is_function_word("was") && !is_stop_word("was"));
        assert!(is_stop_word("between") && is_function_word("between"));
    }
}
