//! The references of a page, each with all that the page has about it.

use super::parse::parse;
use super::reference::Reference;
use super::structured;
use super::tokens::Tokens;
use crate::prelude::*;
use crate::read::values::{COINS, LINK, Page, REFERENCE, REFERENCE_TAG, doi};
use crate::vocabulary::Variable;

/// Reads all references of a page; [`crate::read::reference_list`] collects them.
pub fn read(page: Page) -> Vec<Reference> {
    entries(page).iter().map(Entry::read).collect()
}

/// One reference with all that the page has about it; empty where it has nothing.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The content of the tag.
    tag: String,
    /// The words of the list, with inline markup.
    words: String,
    /// The addresses of the links inside.
    links: Vec<String>,
    /// The OpenURL of the COinS span inside.
    coins: String,
}

/// The references of a page, one each. A page that has tags and a list has them in the same order, so where there are
/// as many of both, each tag belongs to the entry at its place; else the tags count.
pub fn entries(page: Page) -> Vec<Entry> {
    let mut tags = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for found in page.tags {
        let text = found.text;
        match (found.name.as_str(), entries.last_mut()) {
            (REFERENCE_TAG, _) => tags.push(text),
            (REFERENCE, _) => entries.push(Entry { words: text, ..Entry::default() }),
            (LINK, Some(entry)) => entry.links.push(text),
            (COINS, Some(entry)) => entry.coins = text,
            _ => {}
        }
    }
    if tags.len() == entries.len() {
        for (entry, tag) in entries.iter_mut().zip(tags) {
            entry.tag = tag;
        }
        return entries;
    }
    if tags.is_empty() || entries.len() > 2 * tags.len() {
        return entries;
    }
    tags.into_iter().map(|tag| Entry { tag, ..Entry::default() }).collect()
}

impl Entry {
    /// Reads the reference: from fields where the entry has them, else from its words.
    pub fn read(&self) -> Reference {
        let has_fields = structured::is_structured(&self.tag);
        let mut reference = if has_fields {
            structured::highwire(&self.tag)
        } else if !self.coins.is_empty() {
            structured::open_url(&self.words, &self.coins)
        } else {
            parse(if self.words.is_empty() { &self.tag } else { &self.words })
        };
        if has_fields && !self.words.is_empty() {
            Tokens::new(&self.words).text().clone_into(&mut reference.raw);
        } else if !self.tag.is_empty() {
            self.tag.clone_into(&mut reference.raw);
        }
        if let Some(item) = reference.item.as_mut().filter(|item| !item.has(Variable::Doi))
            && let Some(doi) = self.linked_doi()
        {
            item.set(Variable::Doi, doi);
        }
        reference
    }

    /// The DOI to which the links lead, if they lead to one only.
    fn linked_doi(&self) -> Option<&str> {
        let mut dois = self.links.iter().filter_map(|link| doi(link));
        let first = dois.next()?;
        dois.all(|doi| doi == first).then_some(first)
    }
}
