//! Which elements of a page are collected, and what of them.

/// A row of the table: which elements to select, and what to take from each.
#[derive(Clone, Copy, Debug)]
pub struct PageSelector {
    /// A CSS selector.
    pub selector: &'static str,
    /// The name under which the value is kept; empty where the element's own `name`, `property` or `itemprop` is its name.
    pub name: &'static str,
    /// What to take.
    pub take: Take,
    /// The greatest number of elements. No honest page reaches these limits; they bound the work on a hostile one.
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
    /// The JSON-LD in a `script`, which has many values.
    JsonLd,
    /// The ContextObject (COinS) in the `title`, which has many values too.
    ContextObject,
}

/// The blocks of JSON-LD.
pub(in crate::read) const JSON_LD_BLOCKS: &str = "script[type=\"application/ld+json\"]";

/// The name of an entry of a reference list.
pub const REFERENCE: &str = "page.reference";

/// The entries of reference lists: by the roles of DPUB-ARIA 1.0 (`doc-bibliography`, `doc-biblioentry`), else by the
/// class names of Open Journal Systems, PubMed Central, Atypon, Springer, HighWire and LaTeXML.
pub const REFERENCE_LISTS: &str = "[role=doc-bibliography] li, [role=doc-biblioentry], .references .value p, \
    .references li, .ref-list li, #articleCitations p, .references__item, .reference-list li, .cit-list li, \
    .ltx_bibitem, #references li, #bibliography li";

const fn plain(name: &'static str, selector: &'static str) -> PageSelector {
    PageSelector { selector, name, take: Take::Plain, limit: 40 }
}

const fn marked(name: &'static str, selector: &'static str) -> PageSelector {
    PageSelector { selector, name, take: Take::Marked, limit: 4 }
}

const fn names(name: &'static str, selector: &'static str) -> PageSelector {
    PageSelector { selector, name, take: Take::Plain, limit: 6_000 }
}

const fn attribute(
    name: &'static str,
    attribute: &'static str,
    selector: &'static str,
    limit: usize,
) -> PageSelector {
    PageSelector { selector, name, take: Take::Attribute(attribute), limit }
}

/// What is collected. The `ojs.` rows are the article pages of Open Journal Systems 3.0–3.5 (template
/// `article_details.tpl` and the citation style plugin), the `ojs2.` rows those of version 2; the `micro.` rows are
/// schema.org microdata of articles. The `page.` rows are places on many platforms at once, by the class names that
/// these give them: abstracts and names of authors that have no tag, as on ScienceDirect, Atypon's platform, PubMed and
/// EPrints.
pub const SELECTORS: &[PageSelector] = &[
    attribute("", "content", "meta[content]", 20_000),
    // The schemes of identifiers in Dublin Core, as Emerald and Taylor & Francis write them.
    attribute("dc.identifier.isbn", "content", "meta[scheme=\"isbn\" i][content]", 4),
    attribute("dc.identifier.issn", "content", "meta[scheme=\"issn\" i][content]", 4),
    attribute("html.lang", "lang", "html[lang]", 1),
    attribute("link.canonical", "href", "link[rel~=\"canonical\"]", 1),
    attribute("link.feed", "title", "link[rel~=\"alternate\"][type*=\"rss\"][title]", 4),
    PageSelector { selector: JSON_LD_BLOCKS, name: "ld", take: Take::JsonLd, limit: 40 },
    PageSelector { selector: "span.Z3988", name: "z", take: Take::ContextObject, limit: 400 },
    plain("page.title", "head > title"),
    marked("page.h1", "h1"),
    marked("ojs.title", ".obj_article_details h1, .article-details h1"),
    marked("ojs.subtitle", ".obj_article_details h2.subtitle, .obj_article_details h1 + .subtitle"),
    names("ojs.author", ".obj_article_details .authors .name, .article-details .authors .name"),
    plain("ojs.doi", ".obj_article_details .doi a, .article-details .doi a"),
    plain("ojs.published", ".obj_article_details .published .value"),
    plain("ojs.issue", ".obj_article_details .issue .title, .cmp_breadcrumbs li:nth-child(3)"),
    plain("ojs.keywords", ".obj_article_details .keywords .value"),
    plain("ojs.abstract", ".obj_article_details .abstract"),
    plain("ojs.journal", ".pkp_site_name a, .pkp_site_name"),
    marked("ojs.citation", ".csl-entry, #citationOutput"),
    marked("ojs2.title", "#articleTitle"),
    plain("ojs2.authors", "#authorString"),
    plain("ojs2.doi", "a[id^=\"pub-id\"]"),
    plain("ojs2.issue", "#breadcrumb a.hierarchyLink"),
    plain("ojs2.keywords", "#articleSubject"),
    plain("ojs2.abstract", "#articleAbstract"),
    plain("ojs2.journal", "#headerTitle h1"),
    marked("ojs2.citation", "#articleCitation, #citation"),
    plain(
        "page.abstract",
        "h2#abstract + p, #abstract, [id^=\"abstract-\"], #Abs1-content, #enc-abstract, .abstract, .abstractSection, .abstract-group, \
         .abstract-content, .hlFld-Abstract, .acl-abstract, .art-abstract, .JournalAbstract, .trans-abstract, \
         [role=\"doc-abstract\"], [property=\"abstract\"], [itemprop=\"description\"]",
    ),
    names(
        "page.author",
        ".author-group .react-xocs-alternative-link, .loa .hlFld-ContribAuthor, .contribDegrees .entryAuthor, \
         .authors-list .full-name, [property=\"author\"] [property=\"name\"], span.person_name, .loa-wrapper .author-name, \
         .contributors [property=\"author\"] a > span, .article-authors a[rel=\"author\"], #article-authors .author, p.aug",
    ),
    // Volume, issue and pages as ScienceDirect, Annual Reviews and PubMed print them, and the journal there.
    plain(
        "page.locator",
        ".volIssue, .journal-issue + p, .article-source .cit, .publication-volume .text-xs",
    ),
    plain("page.journal", ".publicationHead .title, .publication-title"),
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
    // Only evidence of how words are written. The works themselves are collected by `references`, without this limit.
    PageSelector { selector: REFERENCE_LISTS, name: REFERENCE, take: Take::Marked, limit: 200 },
];
