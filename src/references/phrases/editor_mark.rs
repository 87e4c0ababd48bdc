//! Marks of editors after their names, and what precedes one: `A. Editor and B. Editor, Eds.`

use super::name_extent::{name_list_length, natural_list_length};
use crate::prelude::*;
use crate::references::tokens::Span;

/// Marks after the names of editors and translators, in small letters.
const MARKS: &[&str] = &[
    "(trans.)",
    "(eds.)",
    "(ed.)",
    "(eds)",
    "(ed)",
    "(editors)",
    "(editor)",
    "(hrsg.)",
    "(hg.)",
    "(hrsg)",
    "(coords.)",
    "(coord.)",
    "(orgs.)",
    "(org.)",
    "(dirs.)",
    "(dir.)",
    "(éds.)",
    "(éd.)",
    "(a cura di)",
    "(ed.).",
    ", editors",
    ", editor",
    ", eds.",
    ", ed.",
    ", eds",
    ", (eds.)",
    ", (ed.)",
    "[eds.]",
    "(comps.)",
    "(comp.)",
    "(ed. & trans.)",
];

/// The first mark of editors; of several that begin together the longest.
pub(in crate::references) fn editor_mark(text: &str) -> Option<Span> {
    let lower = text.to_ascii_lowercase();
    let mut best: Option<Span> = None;
    for mark in MARKS {
        let Some(start) = lower.find(mark) else { continue };
        let found = Span::new(start, start + mark.len());
        let apart = !lower.get(found.end..).is_some_and(|rest| rest.starts_with(char::is_letter_or_number));
        let better = |best: Span| start < best.start || start == best.start && found.end > best.end;
        if apart && best.is_none_or(better) {
            best = Some(found);
        }
    }
    best
}

/// Whether the words before a mark of editors are their names and nothing else.
pub(in crate::references) fn is_name_list(list: &str) -> bool {
    let core = list.trim_end_matches([' ', ',', '.']).len();
    name_list_length(list) >= core
        || natural_list_length(list) >= core && !list.contains(". ")
        || list.split(' ').count() < 6 && !list.contains(", ")
}

/// Splits a title from the names after it: the shortest end of the text, from a mark on, that is all names.
pub(in crate::references) fn split_title_and_names(text: &str) -> Option<(&str, &str)> {
    text.match_indices([',', '.', ';']).find_map(|(mark, _)| {
        let names = text.get(mark + 1..)?.trim_start();
        let core = names.trim_end_matches([' ', ',', '.']).len();
        (names.len() > 4 && name_list_length(names) + 1 >= core).then_some((text.get(..mark)?, names))
    })
}
