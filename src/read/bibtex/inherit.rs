//! Fields that entries take over from others: by `crossref`, and from `@xdata` (*The biblatex Package*, sections 2.4.1,
//! 3.13.6 and appendix B).

use alloc::collections::BTreeMap;

use super::entry_type::entry_type;
use super::scan::{MAX_FIELDS, RawEntry};
use crate::item::tables::bibtex::EntryType;
use crate::prelude::*;
use crate::text;

/// Fields that no entry takes over.
const NEVER: &[&str] =
    &["crossref", "xref", "xdata", "ids", "key", "entryset", "shorttitle", "label", "options"];

/// Fields that a part of a book or a volume does not take over from the whole, because they are the whole's alone.
const OF_THE_WHOLE: &[&str] = &[
    "titleaddon",
    "pages",
    "doi",
    "url",
    "urldate",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "abstract",
    "keywords",
    "note",
    "file",
    "author",
];

/// The greatest number of generations.
const MAX_PARENTS: usize = 4;

/// Gives entries the fields of those that they refer to. `budget` bounds what is copied, in bytes.
pub(super) fn inherit(entries: &mut [RawEntry], mut budget: usize) {
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        by_key.entry(text::to_lowercase(&entry.key)).or_insert(at);
    }
    for at in 0..entries.len() {
        for reference in ["xdata", "crossref"] {
            let mut keys = entries.get(at).and_then(|entry| entry.get(reference)).map(text::to_lowercase);
            for _ in 0..MAX_PARENTS {
                let Some(list) = keys.take() else { break };
                for key in list.split(',') {
                    let parent = by_key.get(key.trim()).filter(|parent| **parent != at);
                    let Some(parent) = parent.and_then(|parent| entries.get(*parent)) else { continue };
                    keys = keys.or_else(|| parent.get(reference).map(text::to_lowercase));
                    let child = entries.get(at).map_or("", |child| &child.entry_type);
                    let inherited = inherited_fields(parent, child, &mut budget);
                    if let Some(child) = entries.get_mut(at) {
                        add(child, inherited);
                    }
                }
            }
        }
    }
}

/// Adds the fields that an entry lacks. The first occurrence of a field counts.
fn add(child: &mut RawEntry, inherited: Vec<(String, String)>) {
    for field in inherited {
        if child.fields.len() < MAX_FIELDS && child.get(&field.0).is_none() {
            child.fields.push(field);
        }
    }
}

/// What the title of a parent is to a child of another type; `None` where both are the same kind of work, so that the
/// child takes over all that it lacks.
fn title_in_child(parent: &str, child: &str) -> Option<&'static str> {
    if parent == "xdata" || parent == child {
        return None;
    }
    match (parent, entry_type(child).0) {
        (_, EntryType::Incollection | EntryType::Inproceedings) => Some("book"),
        ("periodical", EntryType::Article) => Some("journal"),
        ("mvbook" | "mvcollection" | "mvproceedings" | "mvreference", _) => Some("main"),
        _ => None,
    }
}

/// Whether the author of a book is that of its parts: in a collection each part has its own.
fn is_by_one_author(parent: &str, child: &str) -> bool {
    matches!(parent, "book" | "mvbook") && matches!(child, "book" | "inbook" | "bookinbook" | "suppbook")
}

/// The fields that an entry hands down, as its child names them.
fn inherited_fields(parent: &RawEntry, child: &str, budget: &mut usize) -> Vec<(String, String)> {
    let prefix = title_in_child(&parent.entry_type, child);
    // A multi-volume work hands its title down to the parts of its volumes too.
    let prefix = if parent.entry_type.starts_with("mv") && prefix.is_some() { Some("main") } else { prefix };
    let mut inherited = Vec::new();
    for (name, value) in &parent.fields {
        let child_name = match (name.as_str(), prefix) {
            ("title" | "subtitle", Some(prefix)) => format!("{prefix}{name}"),
            // The author of a book wrote its parts too, unless they name another.
            ("author", Some(_)) if is_by_one_author(&parent.entry_type, child) => name.clone(),
            (name, _) if NEVER.contains(&name) => continue,
            (name, Some(_)) if OF_THE_WHOLE.contains(&name) => continue,
            (name, _) => name.to_owned(),
        };
        // A field costs its comparison with the child's too.
        if let Some(left) = budget.checked_sub(child_name.len() + value.len() + 1) {
            *budget = left;
            inherited.push((child_name, value.clone()));
        }
    }
    inherited
}
