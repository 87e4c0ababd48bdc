//! House rules: what the manuals print and CSL cannot say, switched on in the styles that follow those manuals.
//!
//! A list beside this file names the rules of a style, one a line, each under what its manual says.

use crate::csl::program::{HouseRule, Style};
use crate::error::{Error, Kind};
use crate::prelude::*;

/// The lists by the names of their styles.
const LISTS: [(&str, &str); 4] = [
    ("apa", include_str!("house/apa.txt")),
    ("modern-language-association", include_str!("house/modern-language-association.txt")),
    ("chicago-author-date", include_str!("house/chicago.txt")),
    ("chicago-notes-bibliography", include_str!("house/chicago.txt")),
];

/// Switches the house rules of a style on; a style without a list has none.
///
/// # Errors
/// When a list names an unknown rule.
pub fn add_house_rules(style: &mut Style) -> Result<(), Error> {
    let list = LISTS.iter().find(|(name, _)| *name == style.name).map_or("", |(_, list)| list);
    style.house = rules(list)?;
    Ok(())
}

/// The rules of a list. Lines that begin with `#` are comments.
fn rules(list: &str) -> Result<Vec<HouseRule>, Error> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let fault = || format!("there is no house rule “{line}”, only: {}", HouseRule::WORDS.join(", "));
            HouseRule::from_word(line).ok_or_else(|| Kind::Style { faults: vec![fault()] }.into())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_names_rules() {
        for (name, _) in LISTS {
            let mut style = Style { name: name.to_owned(), ..Style::default() };
            add_house_rules(&mut style).expect("known rules");
            assert!(!style.house.is_empty(), "{name}");
        }
        let mut other = Style { name: "vancouver".to_owned(), ..Style::default() };
        add_house_rules(&mut other).expect("no list");
        assert_eq!(other.house, []);
        let error = rules("# 6.17\ncapital-after-comma").expect_err("an unknown rule");
        assert!(error.to_string().contains("“capital-after-comma”"), "{error}");
    }
}
