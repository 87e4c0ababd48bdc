//! E-mail addresses, web addresses and ORCID iDs beside a name or in its place.

use crate::prelude::*;
use crate::text::{self, DIGITS, word_list};

/// The text without addresses and what introduces them; the same text where it has none.
pub(super) fn without(text: &str) -> String {
    let words = text.split_whitespace().collect_vec();
    if !words.iter().any(|word| is_address(word)) {
        return text.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    for word in words {
        let label = text::trim_non_alphanumeric(word).to_ascii_lowercase();
        if !is_address(word) && !word_list!["orcid", "email", "e-mail", "mailto"].contains(&label) {
            kept.push(word);
        }
    }
    let rest = text::join(&kept, " ");
    rest.trim_end_any(" ,;:(<[").to_owned()
}

/// Whether a word is an e-mail address, a web address or an ORCID iD.
fn is_address(word: &str) -> bool {
    let bare = text::trim_non_alphanumeric(word);
    let mail = text::split_once(bare, "@").is_some_and(|(_, host)| host.contains_char('.'));
    let lower = bare.to_ascii_lowercase();
    let web = text::contains(&lower, "://")
        || ["www.", "orcid.org/", "mailto:"].iter().any(|start| lower.starts_with(start));
    mail || web || is_orcid(bare)
}

/// Whether a text has the form of an ORCID iD: four groups of four, the last of which may end in an X.
fn is_orcid(text: &str) -> bool {
    let hyphens = text::match_indices(text, "-");
    let plain = text::remove_chars(text, "-");
    matches!(*hyphens.as_slice(), [4, 9, 14])
        && plain.len() == 16
        && plain.trim_end_any("X").len() > 14
        && plain.trim_end_any("X").trim_start_any(DIGITS).is_empty()
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
            "Li, X.; Wu, Y.",
            "The W3.org Group",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
