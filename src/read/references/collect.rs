//! Finding the references of a page: tags, lists, and the links and COinS inside their entries.

use super::{Reference, parse, structured};
use crate::prelude::*;
use crate::read::json_ld;
use crate::read::page::visible_text::{self, VisibleText};
use crate::read::page::{
    Data, Dom, INNER_HTML, JSON_LD_BLOCKS, MetaTag, Page, REFERENCE, REFERENCE_LISTS, REFERENCE_TAG,
};
use crate::text::{self, entities};
use crate::vocabulary::Variable;

/// The name of a piece that is a link to a DOI, or a COinS, inside the entry before it.
const LINK: &str = "page.reference.link";
const COINS: &str = "page.reference.coins";

/// Entries that are looked at. No honest page reaches this.
const LIMIT: usize = 20_000;

/// Links that are looked at in one entry.
const MOST_LINKS: usize = 20;

/// Lists whose entries are parted by line breaks only: citations as an author of Open Journal Systems typed them.
const TYPED: &str = ".references .value, #articleCitations div";

/// Blocks of JSON-LD that are looked at.
const BLOCKS: usize = 40;

/// The pieces of JSON-LD and the keys of Highwire's form that mean the same.
const FIELDS: &str = "ld.title=citation_title|ld.author=citation_author|ld.group=citation_author|\
    ld.issued=citation_publication_date|ld.container=citation_journal_title|ld.volume=citation_volume|\
    ld.issue=citation_issue|ld.pagestart=citation_firstpage|ld.pageend=citation_lastpage|ld.pages=citation_pages|\
    ld.publisher=citation_publisher|ld.isbn=citation_isbn|ld.issn=citation_issn|ld.doi=citation_doi";

/// Walks a document for its references.
pub fn collect<S: Dom>(source: &S) -> Page {
    let mut page = Page::default();
    let tags = text::concat(&["meta[name=", REFERENCE_TAG, "]"]);
    for tag in source.select(&tags, LIMIT) {
        push(&mut page, REFERENCE_TAG, source.first_property(&tag, "content"));
    }
    // The first kind of list that the page has; entries nested in one another would be told twice.
    for selector in REFERENCE_LISTS.split(", ") {
        let entries = source.select(selector, LIMIT);
        if entries.is_empty() {
            continue;
        }
        for entry in entries {
            let entry = source.first_property(&entry, INNER_HTML);
            push(&mut page, REFERENCE, VisibleText::new(true).html(&entry));
            inside(&mut page, &entry);
        }
        return page;
    }
    for list in source.select(TYPED, 1) {
        for line in VisibleText::with_lines().html(&source.first_property(&list, INNER_HTML)).split_char('\n')
        {
            push(&mut page, REFERENCE, line.trim().to_owned());
        }
    }
    if page.tags.is_empty() {
        described(source, &mut page);
    }
    page
}

/// Collects the works that JSON-LD says are cited, as tags would have them.
fn described<S: Dom>(source: &S, page: &mut Page) {
    let keys = text::concat(&[json_ld::KEYS, " ", json_ld::CITATION]);
    let mut blocks = Vec::new();
    for block in source.select(JSON_LD_BLOCKS, BLOCKS) {
        blocks
            .extend(source.json(&json_ld::clean_json(&source.first_property(&block, "textContent")), &keys));
    }
    for cited in json_ld::cited_works(&Data::List(blocks)) {
        push(page, REFERENCE_TAG, cited.map_or_else(|pieces| fields(&pieces), str::to_owned));
    }
}

/// The pieces that an object tells, in Highwire's form of a reference.
fn fields(pieces: &[MetaTag]) -> String {
    let mut fields = String::new();
    let mut known = "";
    for MetaTag { name, text, .. } in pieces {
        let value = if name == "ld.doi" { doi(text).unwrap_or_default() } else { text };
        let Some(key) = text::table_get(FIELDS, name).filter(|_| !value.is_empty()) else { continue };
        // An identifier and an address may tell the same DOI.
        if known != value {
            let separator = if fields.is_empty() { "" } else { "; " };
            fields.push_str(&text::concat(&[separator, key, "=", value]));
        }
        known = value;
    }
    fields
}

/// Collects where the links in an entry lead, up to a limit, and its COinS.
fn inside(page: &mut Page, entry: &str) {
    let (mut rest, mut links, mut coins) = (entry, 0, 0);
    while let Some((_, after)) = text::split_once(rest, "<") {
        let tag;
        (tag, rest) = visible_text::tag(after);
        let link = attribute(tag, "href").filter(|_| tag.starts_with("a ") && links < MOST_LINKS);
        let context = attribute(tag, "title").filter(|_| text::contains(tag, "Z3988") && coins == 0);
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
    let (_, value) = text::split_once(tag, &text::concat(&[" ", name, "=\""]))?;
    Some(entities::pass(text::before_any(value, "\"")))
}

fn push(page: &mut Page, name: &str, text: String) {
    if !text.trim().is_empty() {
        page.tags.push(MetaTag { name: name.to_owned(), text, lang: String::new() });
    }
}

/// One reference with all that the page says of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry<'a> {
    /// The content of the tag, if there is one.
    tag: &'a str,
    /// The words of the list, with inline markup.
    words: &'a str,
    /// Where the links inside lead.
    links: Vec<&'a str>,
    coins: &'a str,
}

/// The references of a page, one each: a page that has tags and a list tells them in the same order, so where there are
/// as many of both, each tag belongs to the entry at its place; else the tags count.
pub(super) fn entries(page: &Page) -> Vec<Entry<'_>> {
    let mut tags = Vec::new();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for found in &page.tags {
        let text = found.text.as_str();
        match found.name.as_str() {
            REFERENCE_TAG => tags.push(text),
            REFERENCE => entries.push(Entry { words: text, ..Entry::default() }),
            LINK => {
                if let Some(entry) = entries.last_mut() {
                    entry.links.push(text);
                }
            }
            COINS => {
                if let Some(entry) = entries.last_mut() {
                    entry.coins = text;
                }
            }
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
    tags.into_iter().map(|tag| Entry { tag, ..Entry::default() }).collect_vec()
}

impl Entry<'_> {
    /// Reads the reference: fields where it has them, else words. A DOI that a link tells is taken where the words have none.
    pub(super) fn read(&self) -> Reference {
        let fields = structured::is_structured(self.tag);
        let mut reference = if fields {
            structured::highwire(self.tag)
        } else if !self.coins.is_empty() {
            structured::openurl(self.words, self.coins)
        } else {
            parse(if self.words.is_empty() { self.tag } else { self.words })
        };
        if fields && !self.words.is_empty() {
            reference.raw = super::draft::Draft::new(self.words).text;
        } else if !self.tag.is_empty() {
            self.tag.clone_into(&mut reference.raw);
        }
        if let Some(item) = reference.item.as_mut().filter(|item| item.get(Variable::Doi).is_none()) {
            let dois: Vec<&str> = self.links.iter().filter_map(|link| doi(link)).collect_vec();
            if let [first, rest @ ..] = dois.as_slice()
                && rest.iter().all(|doi| doi == first)
            {
                item.set(Variable::Doi, *first);
            }
        }
        reference
    }
}

/// The DOI that is given, or to which a link of the resolver leads.
fn doi(link: &str) -> Option<&str> {
    let doi = text::split_once(link, "doi.org/").map_or(link, |(_, doi)| doi);
    doi.starts_with("10.").then_some(doi)
}
