//! Which elements of a page are collected, and what of them.

use crate::text::{self, TextTable, text_table};

/// The name of an entry of a reference list.
pub const REFERENCE: &str = "page.reference";

/// What is taken of the elements that a selector finds.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageSelector {
    /// A CSS selector.
    pub(super) selector: &'static str,
    /// The name under which the value is kept; empty where the element's own `name`, `property` or `itemprop` is its name.
    pub(super) name: &'static str,
    /// An attribute, whose value is taken, or [`PLAIN`] or [`MARKED`].
    pub(super) take: &'static str,
    /// The greatest number of elements. No honest page reaches these limits; they bound the work on a hostile one.
    pub(super) limit: usize,
}

/// The text shown, without markup, is taken.
pub(super) const PLAIN: &str = "plain";

/// The text shown is taken, with its inline markup as `<i> <b> <sub> <sup>`.
pub(super) const MARKED: &str = "marked";

/// The rows of the table.
pub(super) fn selectors() -> impl Iterator<Item = PageSelector> {
    SELECTORS.rows().map(|(key, selector)| {
        let (limit, rest) = text::split_once(key, " ").unwrap_or_default();
        let (take, name) = text::split_once(rest, " ").unwrap_or((rest, ""));
        PageSelector { selector, name, take, limit: text::parse_u32(limit).unwrap_or(0) as usize }
    })
}

/// The selector of the elements that are kept under a name.
#[cfg(feature = "full")]
pub(in crate::read) fn selector(name: &str) -> &'static str {
    selectors().find(|row| row.name == name).map_or("", |row| row.selector)
}

/// What is collected: how many elements at most, what to take from each, the name of the value, and the selector.
///
/// JSON-LD (`ld`) and ContextObjects (COinS, `z`) have many values each. The `ojs.` rows are the article pages of Open
/// Journal Systems 3.0–3.5 (template `article_details.tpl` and the citation style plugin), the `ojs2.` rows those of
/// version 2; the `micro.` rows are schema.org microdata of articles. The `page.` rows are places on many platforms at
/// once, by the class names that these give them: abstracts and names of authors that have no tag, as on ScienceDirect,
/// Atypon's platform, PubMed and EPrints. The entries of reference lists are found by the roles of DPUB-ARIA 1.0
/// (`doc-bibliography`, `doc-biblioentry`), else by the class names of Open Journal Systems, PubMed Central, Atypon,
/// Springer, HighWire and LaTeXML.
const SELECTORS: TextTable = text_table! {
    "20000 content" => "meta[content]",
    // The schemes of identifiers in Dublin Core, as Emerald and Taylor & Francis write them.
    "4 content dc.identifier.isbn" => "meta[scheme=\"isbn\" i][content]",
    "4 content dc.identifier.issn" => "meta[scheme=\"issn\" i][content]",
    "1 lang html.lang" => "html[lang]",
    "1 href link.canonical" => "link[rel~=\"canonical\"]",
    "4 title link.feed" => "link[rel~=\"alternate\"][type*=\"rss\"][title]",
    "40 textContent ld" => "script[type=\"application/ld+json\"]",
    "400 title z" => "span.Z3988",
    "40 plain page.title" => "head > title",
    "4 marked page.h1" => "h1",
    "4 marked ojs.title" => ".obj_article_details h1, .article-details h1",
    "4 marked ojs.subtitle" => ".obj_article_details h2.subtitle, .obj_article_details h1 + .subtitle",
    "6000 plain ojs.author" => ".obj_article_details .authors .name, .article-details .authors .name",
    "40 plain ojs.doi" => ".obj_article_details .doi a, .article-details .doi a",
    "40 plain ojs.published" => ".obj_article_details .published .value",
    "40 plain ojs.issue" => ".obj_article_details .issue .title, .cmp_breadcrumbs li:nth-child(3)",
    "40 plain ojs.keywords" => ".obj_article_details .keywords .value",
    "40 plain ojs.abstract" => ".obj_article_details .abstract",
    "40 plain ojs.journal" => ".pkp_site_name a, .pkp_site_name",
    "4 marked ojs.citation" => ".csl-entry, #citationOutput",
    "4 marked ojs2.title" => "#articleTitle",
    "40 plain ojs2.authors" => "#authorString",
    "40 plain ojs2.doi" => "a[id^=\"pub-id\"]",
    "40 plain ojs2.issue" => "#breadcrumb a.hierarchyLink",
    "40 plain ojs2.keywords" => "#articleSubject",
    "40 plain ojs2.abstract" => "#articleAbstract",
    "40 plain ojs2.journal" => "#headerTitle h1",
    "4 marked ojs2.citation" => "#articleCitation, #citation",
    "40 plain page.abstract" =>
        "h2#abstract + p, #abstract, [id^=\"abstract-\"], #Abs1-content, #enc-abstract, .abstract, .abstractSection, .abstract-group, \
         .abstract-content, .hlFld-Abstract, .acl-abstract, .art-abstract, .JournalAbstract, .trans-abstract, \
         [role=\"doc-abstract\"], [property=\"abstract\"], [itemprop=\"description\"]",
    "6000 plain page.author" =>
        ".author-group .react-xocs-alternative-link, .loa .hlFld-ContribAuthor, .contribDegrees .entryAuthor, \
         .authors-list .full-name, [property=\"author\"] [property=\"name\"], span.person_name, .loa-wrapper .author-name, \
         .contributors [property=\"author\"] a > span, .article-authors a[rel=\"author\"], #article-authors .author, p.aug",
    // Volume, issue and pages as ScienceDirect, Annual Reviews and PubMed print them, and the journal there.
    "40 plain page.locator" =>
        ".volIssue, .journal-issue + p, .article-source .cit, .publication-volume .text-xs",
    "40 plain page.journal" => ".publicationHead .title, .publication-title",
    "4 marked page.citation" =>
        "#recommended_citation p, .citation, .citation-text, .how-to-cite p, .ep_block_citation",
    "4 marked micro.title" =>
        "[itemtype*=\"Article\"] [itemprop~=\"headline\"], [itemtype*=\"BlogPosting\"] [itemprop~=\"headline\"]",
    "6000 plain micro.author" =>
        "[itemtype*=\"Article\"] [itemprop=\"author\"], [itemtype*=\"BlogPosting\"] [itemprop=\"author\"], a[rel=\"author\"]",
    "1 datetime micro.date" => "[itemprop=\"datePublished\"][datetime], .entry-date[datetime]",
    // Only evidence of how words are written. The works themselves are collected by `references`, without this limit.
    "200 marked page.reference" =>
        "[role=doc-bibliography] li, [role=doc-biblioentry], .references .value p, \
         .references li, .ref-list li, #articleCitations p, .references__item, .reference-list li, .cit-list li, \
         .ltx_bibitem, #references li, #bibliography li",
};
