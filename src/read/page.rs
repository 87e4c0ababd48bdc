//! What is collected from an article page, and by which selectors: plain data, no meaning yet.
//!
//! A walk over a document fills a [`Page`] by the table [`WANTED`]. There are two walks, one over a live document and
//! one over the text of an HTML file; both only implement [`Source`], so that everything a page can do to us is
//! tested without a browser.

use crate::prelude::*;
use crate::read::markup::Shown;
use crate::read::{coins, linked};
use crate::text::{self, concat, list_contains};

pub use crate::item::json::Data;

/// What a walk found on a page, selector by selector, each in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The pieces.
    pub found: Vec<Found>,
}

/// One element that was wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The name of a `meta` element as it stands, or the name that the table gives the place (`ojs.abstract`).
    pub name: String,
    /// The value: an attribute as it stands, or text whose white space is folded as HTML shows it.
    pub text: String,
    /// The language tag on the element itself; empty where it has none.
    pub lang: String,
}

impl Page {
    /// The works that the article cites, each as the page words it: from `citation_reference` tags, whether texts or
    /// fields, or where there are none from the lists at the foot of the page.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        let told = |found: &&Found| found.name == REFERENCE_TAG || found.name == REFERENCE;
        self.found.iter().filter(told).map(|found| found.text.as_str())
    }
}

/// The tag that Highwire Press made for a cited work.
pub const REFERENCE_TAG: &str = "citation_reference";

/// The name of a piece that is an entry of a reference list.
pub const REFERENCE: &str = "page.reference";

/// The entries of reference lists: by the roles of digital publishing (DPUB-ARIA), else by the class names of Open
/// Journal Systems, PubMed Central, Atypon, Springer, HighWire and LaTeXML.
pub const REFERENCE_LISTS: &str = "[role=doc-bibliography] li, [role=doc-biblioentry], .references .value p, \
    .references li, .ref-list li, #articleCitations p, .references__item, .reference-list li, .cit-list li, \
    .ltx_bibitem, #references li, #bibliography li";

/// A row of the table: what to select, and what to take from each element.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// A CSS selector.
    pub selector: &'static str,
    /// The name under which the piece is kept; empty where the element's `name`, `property` or `itemprop` says it.
    pub name: &'static str,
    /// What to take.
    pub take: Take,
    /// How many elements are looked at. No honest page reaches these limits; a hostile one stops there.
    pub limit: usize,
}

/// What is taken from an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The value of this attribute.
    Attribute(&'static str),
    /// The text shown, without markup.
    Plain,
    /// The text shown, with its inline markup as `<i> <b> <sub> <sup>`.
    Marked,
    /// The JSON inside, which tells many pieces.
    Json,
    /// The ContextObject in the `title`, which tells many pieces too.
    Context,
}

/// The attributes that name a `meta` element, and those that tell an element's language, in the order in which they count.
const NAMES: &str = "name property itemprop";
const LANGUAGE: &str = "lang xml:lang";

/// The markup inside an element, to be asked for where attributes are.
pub(super) const INSIDE: &str = "innerHTML";

const fn shown(name: &'static str, selector: &'static str) -> Wanted {
    Wanted { selector, name, take: Take::Plain, limit: 40 }
}

const fn marked(name: &'static str, selector: &'static str) -> Wanted {
    Wanted { selector, name, take: Take::Marked, limit: 4 }
}

const fn names(name: &'static str, selector: &'static str) -> Wanted {
    Wanted { selector, name, take: Take::Plain, limit: 6_000 }
}

const fn attribute(
    name: &'static str,
    attribute: &'static str,
    selector: &'static str,
    limit: usize,
) -> Wanted {
    Wanted { selector, name, take: Take::Attribute(attribute), limit }
}

/// What the walks collect. The `ojs.` rows are the article pages of Open Journal Systems 3.0–3.5 (template
/// `article_details.tpl` and the citation style plugin), the `ojs2.` rows those of version 2; the `micro.` rows are
/// microdata of articles. The `page.` rows are places on many platforms at once, by the class names that these give
/// them: abstracts and the names of authors that have no tag, as on ScienceDirect, Atypon's platform, PubMed and EPrints.
pub const WANTED: &[Wanted] = &[
    attribute("", "content", "meta[content]", 20_000),
    attribute("html.lang", "lang", "html[lang]", 1),
    attribute("link.canonical", "href", "link[rel~=\"canonical\"]", 1),
    attribute("link.feed", "title", "link[rel~=\"alternate\"][type*=\"rss\"][title]", 4),
    Wanted { selector: LINKED_DATA, name: "ld", take: Take::Json, limit: 40 },
    Wanted { selector: "span.Z3988", name: "z", take: Take::Context, limit: 400 },
    shown("page.title", "head > title"),
    marked("page.h1", "h1"),
    marked("ojs.title", ".obj_article_details h1, .article-details h1"),
    marked("ojs.subtitle", ".obj_article_details h2.subtitle, .obj_article_details h1 + .subtitle"),
    names("ojs.author", ".obj_article_details .authors .name, .article-details .authors .name"),
    shown("ojs.doi", ".obj_article_details .doi a, .article-details .doi a"),
    shown("ojs.published", ".obj_article_details .published .value"),
    shown("ojs.issue", ".obj_article_details .issue .title, .cmp_breadcrumbs li:nth-child(3)"),
    shown("ojs.keywords", ".obj_article_details .keywords .value"),
    shown("ojs.abstract", ".obj_article_details .abstract"),
    shown("ojs.journal", ".pkp_site_name a, .pkp_site_name"),
    marked("ojs.citation", ".csl-entry, #citationOutput"),
    marked("ojs2.title", "#articleTitle"),
    shown("ojs2.authors", "#authorString"),
    shown("ojs2.doi", "a[id^=\"pub-id\"]"),
    shown("ojs2.issue", "#breadcrumb a.hierarchyLink"),
    shown("ojs2.keywords", "#articleSubject"),
    shown("ojs2.abstract", "#articleAbstract"),
    shown("ojs2.journal", "#headerTitle h1"),
    marked("ojs2.citation", "#articleCitation, #citation"),
    shown(
        "page.abstract",
        "#abstract, [id^=\"abstract-\"], #Abs1-content, #enc-abstract, .abstract, .abstractSection, .abstract-group, \
         .abstract-content, .hlFld-Abstract, .acl-abstract, .art-abstract, .JournalAbstract, .trans-abstract, \
         [role=\"doc-abstract\"], [property=\"abstract\"], [itemprop=\"description\"]",
    ),
    names(
        "page.author",
        ".author-group .react-xocs-alternative-link, .loa .hlFld-ContribAuthor, .contribDegrees .entryAuthor, \
         .authors-list .full-name, [property=\"author\"] [property=\"name\"], span.person_name, .loa-wrapper .author-name, \
         .contributors [property=\"author\"] a > span, .article-authors a[rel=\"author\"], #article-authors .author",
    ),
    marked(
        "page.citation",
        "#recommended_citation p, .citation, .citation-text, .how-to-cite p, .ep_block_citation",
    ),
    marked(
        "micro.title",
        "[itemtype*=\"Article\"] [itemprop~=\"headline\"], [itemtype*=\"BlogPosting\"] [itemprop~=\"headline\"]",
    ),
    names(
        "micro.author",
        "[itemtype*=\"Article\"] [itemprop=\"author\"], [itemtype*=\"BlogPosting\"] [itemprop=\"author\"], a[rel=\"author\"]",
    ),
    attribute("micro.date", "datetime", "[itemprop=\"datePublished\"][datetime], .entry-date[datetime]", 1),
    // Here they are evidence of how words are written; whoever wants the works themselves walks anew, without limit.
    Wanted { selector: REFERENCE_LISTS, name: REFERENCE, take: Take::Marked, limit: 200 },
];

/// A document that can be asked.
pub trait Source {
    /// An element of it.
    type Element;

    /// The first `limit` elements that match, in document order; none where the selector is not understood.
    fn select(&self, selector: &str, limit: usize) -> Vec<Self::Element>;

    /// An attribute of an element, or what it has under `innerHTML` or `textContent` in the DOM.
    fn property(&self, element: &Self::Element, name: &str) -> Option<String>;

    /// The first of the properties listed, parted by blanks, that an element has.
    fn first_of(&self, element: &Self::Element, names: &str) -> String {
        names.split_char(' ').find_map(|name| self.property(element, name)).unwrap_or_default()
    }

    /// What a JSON text tells under these keys, through [`Data::of`]; nothing where it is none.
    fn json(&self, text: &str, keys: &str) -> Option<Data>;
}

/// The blocks of JSON-LD.
pub(super) const LINKED_DATA: &str = "script[type=\"application/ld+json\"]";

/// Walks a document by the table.
pub fn collect<S: Source>(source: &S) -> Page {
    let mut page = Page::default();
    let (mut blocks, mut contexts) = (Vec::new(), Vec::new());
    for wanted in WANTED {
        // Tags tell the same works, and need no walk.
        if wanted.name == REFERENCE && page.references().next().is_some() {
            continue;
        }
        let value = match wanted.take {
            Take::Attribute(attribute) => attribute,
            Take::Json => "textContent",
            Take::Context => "title",
            Take::Plain | Take::Marked => INSIDE,
        };
        for element in source.select(wanted.selector, wanted.limit) {
            let value = source.first_of(&element, value);
            let text = match wanted.take {
                Take::Attribute(_) => value,
                Take::Json => {
                    blocks.extend(source.json(&linked::json(&value), linked::KEYS));
                    continue;
                }
                Take::Context => {
                    contexts.push(coins::pieces(&value));
                    continue;
                }
                take => Shown::new(take == Take::Marked).html(&value),
            };
            let name = match wanted.name {
                "" => source.first_of(&element, NAMES),
                name => name.to_owned(),
            };
            if !name.is_empty() && !text.trim().is_empty() {
                page.found.push(Found { name, text, lang: source.first_of(&element, LANGUAGE) });
            }
        }
    }
    linked::pieces(&Data::List(blocks), &mut page.found);
    page.found.extend(own_context(&page, contexts).unwrap_or_default());
    page
}

/// The page's own ContextObject: the only one there is, or the one whose title the page has too, for reference lists and
/// lists of search results have one an entry.
fn own_context(page: &Page, mut contexts: Vec<Vec<Found>>) -> Option<Vec<Found>> {
    if contexts.len() == 1 {
        return contexts.pop();
    }
    for pieces in contexts {
        let title = text::to_lowercase(coins::said(&pieces, "z.title"));
        for own in &page.found {
            if list_contains(TITLES, &own.name) && !title.is_empty() && text::to_lowercase(&own.text) == title
            {
                return Some(pieces);
            }
        }
    }
    None
}

/// Adds a piece that something else than an element tells; nothing where it is blank.
pub(super) fn tell(found: &mut Vec<Found>, family: &str, name: &str, text: &str) {
    if !text.trim().is_empty() {
        found.push(Found { name: concat(&[family, name]), text: text.to_owned(), lang: String::new() });
    }
}

/// Where a page's own title stands.
const TITLES: &str = "citation_title dc.title DC.title DC.Title og:title page.h1";
