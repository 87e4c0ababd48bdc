//! House rules: what the manuals print and CSL cannot say, switched on in the styles that follow those manuals.
//!
//! A list in the folder beside this file names the rules of a style, one a line, each under what its manual says. Edits
//! of the style are in the folder `edits` there; [`super::edits`] has their notation.

use super::context::fault;
use crate::csl::program::{HouseRule, HouseRules};
use crate::error::Error;
use crate::prelude::*;

/// What a style lacks of its manual.
#[derive(Clone, Copy)]
pub(super) struct House {
    /// The name of the style.
    name: &'static str,
    /// The lists of its rules.
    pub(super) rules: &'static [&'static str],
    /// Its edits.
    pub(super) edits: &'static [&'static str],
}

const CHICAGO_RULES: &str = include_str!("house/chicago.txt");
const CHICAGO_NOTES_RULES: &str = include_str!("house/chicago-notes.txt");
const CHICAGO: &str = include_str!("house/edits/chicago.txt");
const CHICAGO_NOTES: &str = include_str!("house/edits/chicago-notes.txt");
const CHICAGO_AUTHOR_DATE: &str = include_str!("house/edits/chicago-author-date.txt");

const HOUSES: [House; 6] = [
    House {
        name: "apa",
        rules: &[include_str!("house/apa.txt")],
        edits: &[include_str!("house/edits/apa.txt")],
    },
    House {
        name: "modern-language-association",
        rules: &[include_str!("house/modern-language-association.txt")],
        edits: &[include_str!("house/edits/modern-language-association.txt")],
    },
    House { name: "chicago-author-date", rules: &[CHICAGO_RULES], edits: &[CHICAGO, CHICAGO_AUTHOR_DATE] },
    House {
        name: "chicago-author-date-17th-edition",
        rules: &[CHICAGO_RULES],
        edits: &[
            CHICAGO,
            CHICAGO_AUTHOR_DATE,
            include_str!("house/edits/chicago-author-date-17th-edition.txt"),
        ],
    },
    House {
        name: "chicago-notes-bibliography",
        rules: &[CHICAGO_RULES, CHICAGO_NOTES_RULES],
        edits: &[CHICAGO, CHICAGO_NOTES],
    },
    House {
        name: "chicago-notes-bibliography-17th-edition",
        rules: &[CHICAGO_RULES, CHICAGO_NOTES_RULES],
        edits: &[CHICAGO, CHICAGO_NOTES],
    },
];

/// The rules and edits of a style; most styles have none.
pub(super) fn of_style(name: &str) -> House {
    let none = House { name: "", rules: &[], edits: &[] };
    HOUSES.into_iter().find(|house| house.name == name).unwrap_or(none)
}

/// The rules of some lists. Lines that begin with `#` are comments.
pub(super) fn rules(lists: &[&str]) -> Result<HouseRules, Error> {
    let lines = lists.iter().flat_map(|list| list.lines()).map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let words = HouseRule::WORDS.join(", ");
            let unknown = || fault(format!("there is no house rule “{line}”, only: {words}"));
            HouseRule::from_word(line).ok_or_else(unknown)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_names_rules() {
        for house in HOUSES {
            assert!(!rules(house.rules).expect("known rules").is_empty(), "{}", house.name);
        }
        assert!(rules(of_style("vancouver").rules).expect("no list").is_empty());
        let error = rules(&["# 6.17\ncapital-after-comma"]).expect_err("an unknown rule");
        assert!(error.to_string().contains("“capital-after-comma”"), "{error}");
    }
}
