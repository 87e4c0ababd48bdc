//! Disambiguation (specification, "Disambiguation"): adds hints to items whose cites look alike.
//!
//! Hints only grow, so every loop here ends. Items are rendered through a function that is passed in, and only those
//! whose cites look alike are rendered again. Groups are found by sorting, not by comparing all pairs.

mod people;
mod steps;
mod work;

use crate::csl::program::CitationNode;
use crate::csl::render::Hints;
use crate::item::Item;
use crate::prelude::*;
use work::{Render, Work, group_equal};

/// What each item needs to be distinguished from the others. `items` are in the order of the bibliography, which numbers
/// year suffixes. `conditions` is how many conditions `disambiguate="true"` the style has.
pub(crate) fn hints(
    style: &CitationNode,
    conditions: u16,
    items: &[&Item],
    render: &Render<'_>,
) -> Vec<Hints> {
    let mut work = Work::new(style, items, render);
    let wanted = style.disambiguate_add_names
        || style.disambiguate_add_givenname
        || style.disambiguate_add_year_suffix
        || conditions > 0;
    if items.len() < 2 || !wanted {
        return work.hints;
    }
    let scope = people::Scope::of(style);
    let mut mentions = Vec::new();
    for index in 0..items.len() {
        let cite = render(index, &Hints::default());
        scope.add_mentions(&work, index, &cite, &mut mentions);
        work.add_cite(&cite);
    }
    people::expand(&mut work, mentions);
    for index in 0..items.len() {
        if !work.hint(index).names.is_empty() {
            work.set(index, work.hint(index).clone());
        }
    }
    for group in work.ambiguous() {
        steps::resolve(&mut work, group);
    }
    // The specification applies both, one after the other. In the test suite a year suffix makes the condition false
    // (`disambiguate_DisambiguateTrueAndYearSuffixOne`).
    if style.disambiguate_add_year_suffix {
        add_year_suffixes(&mut work);
    } else {
        add_conditions(&mut work, conditions);
    }
    work.hints
}

/// Makes one more condition `disambiguate="true"` after another true in cites that still look alike. Names that are
/// printed because of it may then differ.
fn add_conditions(work: &mut Work<'_, '_>, conditions: u16) {
    for count in 1..=conditions {
        for group in work.ambiguous() {
            for index in &group {
                work.set(*index, Hints { disambiguate: count, ..work.hint(*index).clone() });
            }
            let texts: Vec<&String> = group.iter().filter_map(|index| work.texts.get(*index)).collect();
            for part in group_equal(&texts).into_iter().filter(|part| part.len() > 1) {
                steps::resolve(work, part.iter().filter_map(|at| group.get(*at)).copied().collect());
            }
        }
    }
}

fn add_year_suffixes(work: &mut Work<'_, '_>) {
    for group in work.ambiguous() {
        for (number, index) in group.into_iter().enumerate() {
            if let Some(hints) = work.hints.get_mut(index) {
                hints.year_suffix = letters(number);
            }
        }
    }
}

/// 0 is `a`, 25 is `z`, 26 is `aa`.
fn letters(number: usize) -> String {
    let letter = |n: usize| u8::try_from(n % 26).map_or('a', |n| char::from(b'a' + n));
    let mut out = String::new();
    let mut rest = number;
    loop {
        out.insert(0, letter(rest));
        if rest < 26 {
            return out;
        }
        rest = rest / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn suffixes_continue_after_z() {
        for (number, expected) in
            [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")]
        {
            assert_eq!(super::letters(number), expected);
        }
    }
}
