//! E-mail addresses, web addresses and ORCID iDs beside a name or in its place.

use crate::prelude::*;
use crate::text::{self, word_list};

/// The text without addresses and what introduces them; the same text where it has none.
pub(super) fn without(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut found = false;
    for word in text::split_any(text, " ") {
        found |= is_address(word);
        // "ORCID:" and "e-mail:" introduce addresses.
        if !is_address(word) && !word.ends_with(':') {
            kept.push(word);
        }
    }
    let rest = text::join(&kept, " ");
    if found { rest.trim_end_any(" ,;(<[").to_owned() } else { text.to_owned() }
}

/// Whether a word is an e-mail address, a web address or an ORCID iD.
fn is_address(word: &str) -> bool {
    let bare = text::trim_non_alphanumeric(word);
    let mail = text::split_once(bare, "@").is_some_and(|(_, host)| host.contains_char('.'));
    let orcid = bare.len() == 19 && matches!(*text::match_indices(bare, "-"), [4, 9, 14]);
    mail || orcid || word_list!["://", "www.", "orcid.org", "mailto:"].any_in(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_no_part_of_names() {
        let check = |text: &str, want: &str| assert_eq!(without(text), want, "{text}");
        check("Inés Prado <ines@prado.example>", "Inés Prado");
        check("Inés Prado (i.prado@made.example)", "Inés Prado");
        check("Prado, Inés, e-mail: i.prado@made.example", "Prado, Inés");
        check("Tran Minh (ORCID: 0000-0002-1825-0097)", "Tran Minh");
        check("Tran Minh https://orcid.org/0000-0002-1694-233X", "Tran Minh");
        check("Tran Minh; www.tran.example", "Tran Minh");
        check("https://orcid.org/0000-0002-1825-0097", "");
        check("mailto:director@made.example", "");
        check("0000-0002-1694-233X", "");
    }

    #[test]
    fn names_stay() {
        for text in [
            "Inés  Prado",
            "Collective @ Home",
            "Prado, I. (1975-2020)",
            "Orcid Made",
            "Email Study Group",
            "Lund, Anna (in: Made)",
            "Li, X.; Wu, Y.",
            "The W3.org Group",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
