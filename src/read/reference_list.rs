//! What is collected from a page about the works that it cites: tags, lists, and the links and COinS spans inside the
//! entries of lists. [`crate::references`] reads it.

use super::json_ld;
use super::page::visible_text::VisibleText;
use super::page::{Dom, INNER_HTML, JsonValue, MetaTag, Page, REFERENCE, REFERENCE_TAG, selector};
use crate::prelude::*;
use crate::text::entities;
use crate::text::markup::Tag;

/// The name of the address of a link inside the entry before it.
pub(crate) const LINK: &str = "page.reference.link";

/// The name of the OpenURL of a COinS span inside the entry before it.
pub(crate) const COINS: &str = "page.reference.coins";

/// The greatest number of entries that are read. No honest page reaches this.
const MAX_ENTRIES: usize = 20_000;

/// The greatest number of links that are read in one entry.
const MAX_LINKS: usize = 20;

/// Lists whose entries are separated by line breaks only: citations as an author of Open Journal Systems typed them.
const TYPED: &str = ".references .value, #articleCitations div";

/// The greatest number of blocks of JSON-LD that are read.
const MAX_BLOCKS: usize = 40;

/// The tags of JSON-LD and the keys of Highwire's form that mean the same.
const FIELDS: &[(&str, &str)] = &[
    ("ld.title", "citation_title"),
    ("ld.author", "citation_author"),
    ("ld.group", "citation_author"),
    ("ld.issued", "citation_publication_date"),
    ("ld.container", "citation_journal_title"),
    ("ld.volume", "citation_volume"),
    ("ld.issue", "citation_issue"),
    ("ld.pagestart", "citation_firstpage"),
    ("ld.pageend", "citation_lastpage"),
    ("ld.pages", "citation_pages"),
    ("ld.publisher", "citation_publisher"),
    ("ld.isbn", "citation_isbn"),
    ("ld.issn", "citation_issn"),
    ("ld.doi", "citation_doi"),
];

/// Collects the references of a document.
pub fn collect<D: Dom>(dom: &D) -> Page {
    let mut page = Page::default();
    let tags = format!("meta[name={REFERENCE_TAG}]");
    for tag in dom.select(&tags, MAX_ENTRIES) {
        push(&mut page, REFERENCE_TAG, dom.first_property(&tag, "content"));
    }
    // The first kind of list that the page has; of entries nested in one another each would be read twice.
    for list in selector(REFERENCE).split(", ") {
        let entries = dom.select(list, MAX_ENTRIES);
        if entries.is_empty() {
            continue;
        }
        for entry in entries {
            let entry = dom.first_property(&entry, INNER_HTML);
            push(&mut page, REFERENCE, VisibleText::new(true).html(&entry));
            collect_inside(&mut page, &entry);
        }
        return page;
    }
    for list in dom.select(TYPED, 1) {
        for line in VisibleText::with_lines().html(&dom.first_property(&list, INNER_HTML)).split('\n') {
            push(&mut page, REFERENCE, line.trim().to_owned());
        }
    }
    if page.tags.is_empty() {
        cited_in_json_ld(dom, &mut page);
    }
    page
}

/// Collects the cited works of JSON-LD, in the form of tags.
fn cited_in_json_ld<D: Dom>(dom: &D, page: &mut Page) {
    let keys = format!("{} {}", json_ld::KEYS, json_ld::CITATION);
    let mut blocks = Vec::new();
    for block in dom.select(selector("ld"), MAX_BLOCKS) {
        blocks.extend(dom.json(&json_ld::clean_json(&dom.first_property(&block, "textContent")), &keys));
    }
    for work in json_ld::cited_works(&JsonValue::Array(blocks)) {
        push(page, REFERENCE_TAG, work.map_or_else(|tags| highwire_fields(&tags), str::to_owned));
    }
}

/// The tags of an object, in Highwire's form of a reference.
fn highwire_fields(tags: &[MetaTag]) -> String {
    let mut fields = Vec::new();
    let mut previous = "";
    for MetaTag { name, text, .. } in tags {
        let value = if name == "ld.doi" { doi(text).unwrap_or_default() } else { text };
        let Some((_, key)) = FIELDS.iter().find(|row| row.0 == name).filter(|_| !value.is_empty()) else {
            continue;
        };
        // An identifier and an address may have the same DOI.
        if previous != value {
            fields.push(format!("{key}={value}"));
        }
        previous = value;
    }
    fields.join("; ")
}

/// Collects the addresses of the links in an entry, up to a limit, and its COinS span.
fn collect_inside(page: &mut Page, entry: &str) {
    let (mut rest, mut links, mut coins) = (entry, 0, 0);
    while let Some((_, after)) = rest.split_once('<') {
        let Some(Tag { inner: tag, rest: behind }) = Tag::read(after, usize::MAX) else { break };
        rest = behind;
        let link = attribute(tag, "href").filter(|_| tag.starts_with("a ") && links < MAX_LINKS);
        let context = attribute(tag, "title").filter(|_| tag.contains("Z3988") && coins == 0);
        for (value, name, count) in [(link, LINK, &mut links), (context, COINS, &mut coins)] {
            if let Some(value) = value {
                *count += 1;
                push(page, name, value);
            }
        }
    }
}

/// The value of an attribute, as browsers write it in a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    Some(entities::pass(value.split('"').next().unwrap_or("")))
}

fn push(page: &mut Page, name: &str, text: String) {
    if !text.trim().is_empty() {
        page.tags.push(MetaTag { name: name.to_owned(), text, lang: String::new() });
    }
}

/// A DOI, or the one to which an address of the resolver leads.
pub(crate) fn doi(link: &str) -> Option<&str> {
    let doi = link.split_once("doi.org/").map_or(link, |(_, doi)| doi);
    doi.starts_with("10.").then_some(doi)
}
