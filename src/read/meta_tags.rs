//! The tags that are read, in order of trust, and what a page has of them.
//!
//! Sources: Google Scholar's inclusion guidelines (`citation_*`, after Highwire Press), DCMI's encoding of Dublin Core
//! in HTML, PRISM 1.2–3.0 as publishers put it into meta elements, the tags that EPrints makes of its fields, schema.org,
//! the OpenURL formats behind COinS, and the plugins `googleScholar` and `dublinCoreMeta` of Open Journal Systems.

use crate::prelude::*;
use crate::read::page::{MetaTag, Page};
use crate::text::{self, ListTable, SplitChar, WordList, list_table};
use crate::vocabulary::Variable;

/// The tags of each variable, the most trusted first. Highwire tags come first, for publishers write them for
/// citation; PRISM and the fields of EPrints have one meaning each; Dublin Core is often filled by habit; JSON-LD and
/// COinS are written for programs that need less; the visible page comes last. First and last pages alternate.
/// The last row has the tags that are read by name and belong to no variable.
#[rustfmt::skip]
const TAGS: ListTable = list_table! {
    "title" => [
        "citation_title", "eprints.title", "dc.title", "dcterms.title", "ld.title", "prism.title", "z.title",
        "ojs.title", "ojs2.title", "article_title", "micro.title", "og.title",
    ],
    "author" => [
        "citation_author", "citation_authors", "eprints.creators_name", "dc.creator.personalname", "dc.creator",
        "ld.author", "z.author", "dcterms.creator", "dc.contributor.author", "ojs.author", "ojs2.authors",
        "page.author", "dc.contributor", "micro.author", "article.author", "author",
    ],
    "editor" => [
        "citation_editor", "eprints.editors_name", "ld.editor",
    ],
    "issued" => [
        "citation_publication_date", "citation_cover_date", "citation_date", "dc.date.issued", "dcterms.issued",
        "dc.issued", "eprints.date", "ld.issued", "dc.date", "citation_year", "prism.publicationdate",
        "prism.coverdate", "dcterms.date", "citation_online_date", "z.issued", "ojs.published", "dc.date.created",
        "micro.date", "article.published_time", "article.published", "datepublished", "pubdate", "date",
    ],
    "available-date" => [
        "citation_online_date", "dcterms.available", "dc.date.available",
    ],
    "container-title" => [
        "citation_journal_title", "citation_inbook_title", "citation_book_title", "citation_conference_title",
        "citation_conference", "prism.publicationname", "eprints.publication", "eprints.book_title",
        "eprints.event_title", "ld.container", "z.container", "dc.source", "dc.relation.ispartof", "dcterms.ispartof",
        "dc.ispartof", "ojs.journal", "ojs2.journal",
    ],
    "container-title-short" => [
        "citation_journal_abbrev", "ld.short", "z.short",
    ],
    "volume" => [
        "citation_volume", "prism.volume", "dc.source.volume", "dc.citation.volume", "eprints.volume", "ld.volume",
        "z.volume",
    ],
    "issue" => [
        "citation_issue", "prism.number", "prism.issueidentifier", "prism.issue", "dc.source.issue",
        "dc.citation.issue", "eprints.number", "ld.issue", "z.issue",
    ],
    "number" => [
        "citation_technical_report_number", "citation_article_number", "ld.number", "z.number",
    ],
    "page-first" => [
        "citation_firstpage", "citation_lastpage", "prism.startingpage", "prism.endingpage", "dc.citation.spage",
        "dc.citation.epage", "ld.pagestart", "ld.pageend", "z.pagestart", "z.pageend",
    ],
    "page" => [
        "citation_pages", "prism.pagerange", "eprints.pagerange", "ld.pages", "z.pages", "dc.identifier.pagenumber",
    ],
    "DOI" => [
        "citation_doi", "prism.doi", "dc.identifier.doi", "eprints.id_number", "eprints.doi", "publication_doi",
        "doi", "dc.identifier", "dcterms.identifier", "dc.source", "ld.doi", "z.doi", "ojs.doi", "ojs2.doi",
    ],
    "ISSN" => [
        "citation_issn", "citation_journal_issn", "prism.issn", "prism.eissn", "dc.source.issn",
        "dc.identifier.issn", "eprints.issn", "ld.issn", "z.issn", "dcterms.ispartof", "dc.source",
        "dc.relation.ispartof", "issn",
    ],
    "ISBN" => [
        "citation_isbn", "prism.isbn", "eprints.isbn", "dc.identifier.isbn", "ld.isbn", "z.isbn",
    ],
    "PMID" => [
        "citation_pmid",
    ],
    "PMCID" => [
        "citation_pmcid",
    ],
    "language" => [
        "citation_language", "dc.language", "dc.language.iso", "dcterms.language", "ld.lang", "z.lang", "html.lang",
    ],
    "publisher" => [
        "citation_dissertation_institution", "citation_technical_report_institution", "eprints.institution",
        "citation_publisher", "prism.publisher", "dc.publisher", "eprints.publisher", "dcterms.publisher",
        "ld.publisher", "z.publisher",
    ],
    "publisher-place" => [
        "eprints.place_of_pub", "z.place",
    ],
    "version" => [
        "ld.version",
    ],
    "edition" => [
        "citation_edition", "ld.edition",
    ],
    "abstract" => [
        "citation_abstract", "dcterms.abstract", "dc.description.abstract", "eprints.abstract", "ld.abstract",
        "dc.description", "ojs.abstract", "ojs2.abstract", "page.abstract",
    ],
    "keyword" => [
        "citation_keywords", "citation_keyword", "eprints.keywords", "dc.subject", "ld.keywords", "prism.keyword",
        "ojs.keywords", "ojs2.keywords", "article.tag", "keywords",
    ],
    "URL" => [
        "link.canonical", "citation_abstract_html_url", "dc.identifier.uri", "ld.url", "og.url",
        "citation_public_url", "citation_fulltext_html_url", "dc.identifier", "dc.relation", "z.doi",
    ],
    "" => [
        "citation_dissertation_name", "citation_arxiv_id", "citation_type", "citation_article_type", "dc.type",
        "dcterms.type", "eprints.type", "prism.genre", "prism.aggregationtype", "redif-type", "ld.type", "ld.group",
        "z.type", "z.group", "og.type", "og.site_name", "generator", "description", "dcterms.bibliographiccitation",
        "dc.identifier.citation", "dc.bibliographiccitation", "eprints.citation", "article_references", "link.feed",
        "page.title", "page.h1", "page.citation", "page.locator", "page.journal",
        "ojs.subtitle", "ojs.issue", "ojs.citation", "ojs2.issue", "ojs2.citation", "og.description", "ld.degree", "ld.site",
        "z.degree", "eprints.thesis_type", "thesis.degree.name", "thesis.degree.level",
    ],
};

/// The most trusted tag of each variable and those of none, for the tools that try each.
#[cfg(feature = "internals")]
pub fn known_tags() -> impl Iterator<Item = &'static str> {
    TAGS.rows()
        .flat_map(|(variable, tags)| tags.iter().take(if variable.is_empty() { usize::MAX } else { 1 }))
}

/// A value of the page that may become that of a variable.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate<'a> {
    /// The tag in the spelling of [`TAGS`].
    pub(crate) tag: &'static str,
    /// Its value, trimmed; never empty.
    pub(crate) text: &'a str,
    /// The language tag on the element, primary subtag only; may be empty.
    lang: &'a str,
    /// Whether the tag marks the value as an organisation's name.
    pub(crate) group: bool,
}

#[cfg(test)]
impl<'a> Candidate<'a> {
    /// A value of a tag.
    pub(crate) fn new(tag: &'static str, text: &'a str) -> Candidate<'a> {
        Candidate { tag, text, lang: "", group: false }
    }
}

/// The tags of a page that [`TAGS`] has.
#[derive(Debug, Default)]
pub(crate) struct Metadata<'a> {
    /// In the order of the page.
    candidates: Vec<Candidate<'a>>,
    /// The language of the article by its tags, primary subtag only; may be empty.
    language: &'a str,
    /// The rows of the table, split once for each page.
    rows: Vec<(&'static str, WordList<'static>)>,
}

impl<'a> Metadata<'a> {
    /// Keeps the tags of a page that the table has.
    pub(crate) fn from_page(page: &'a Page) -> Metadata<'a> {
        let mut metadata = Metadata { rows: TAGS.rows().collect_vec(), ..Metadata::default() };
        // Tags of one name follow each other, a hundred of them for the works that an article cites.
        let (mut name, mut tag) = ("", None);
        for meta_tag in &page.tags {
            if name != meta_tag.name {
                (name, tag) = (&meta_tag.name, metadata.canonical(&meta_tag.name));
            }
            let Some(tag) = tag else { continue };
            if let Some(candidate) = candidate(tag, meta_tag) {
                metadata.candidates.push(candidate);
            }
        }
        metadata.language = primary(metadata.value(Variable::Language));
        metadata
    }

    /// The table's spelling of a tag: letter case is ignored, and so are the colon in `DC:title` and the prefix in
    /// `bepress_citation_title` (Digital Commons).
    fn canonical(&self, name: &str) -> Option<&'static str> {
        // No known tag is longer; a hostile page may have names of megabytes.
        if name.len() > 60 {
            return None;
        }
        let name = text::replace(&name.trim().to_ascii_lowercase(), ":", ".");
        let name = match text::split_once(&name, "_citation_") {
            Some((_, rest)) => text::split_at(&name, name.len() - rest.len() - "citation_".len()).1,
            None => &name,
        };
        self.rows.iter().find_map(|(_, tags)| tags.iter().find(|tag| *tag == name))
    }

    /// The values of tags, given with spaces between them, tag by tag.
    pub(crate) fn tagged(&self, tags: &str) -> Vec<Candidate<'a>> {
        let mut all = Vec::new();
        for tag in tags.split_char(' ') {
            for candidate in &self.candidates {
                // Most tags differ in their length already.
                if candidate.tag.len() == tag.len() && candidate.tag == tag {
                    all.push(*candidate);
                }
            }
        }
        all
    }

    /// The tags of a variable, the most trusted first.
    fn tags(&self, variable: Variable) -> SplitChar<'static> {
        let word = variable.word();
        let row = self.rows.iter().find(|row| row.0 == word);
        row.map_or("".split_char(' '), |row| row.1.iter())
    }

    /// The first value of the first of these tags that has one; empty where none has.
    pub(crate) fn first(&self, tags: &str) -> &'a str {
        self.tagged(tags).first().map_or("", |candidate| candidate.text)
    }

    /// Whether the page has any of these tags.
    pub(crate) fn has(&self, tags: &str) -> bool {
        !self.tagged(tags).is_empty()
    }

    /// Whether the page has any tag with this prefix.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.candidates.iter().any(|candidate| candidate.tag.starts_with(prefix))
    }

    /// The values of a variable, the most trusted tag first; of each tag those in the article's language, where elements
    /// have language tags.
    pub(crate) fn candidates(&self, variable: Variable) -> Vec<Candidate<'a>> {
        let mut all = Vec::new();
        for tag in self.tags(variable) {
            self.push_in_language(tag, &mut all);
        }
        all
    }

    /// The values of the most trusted tag of a variable that has any.
    pub(crate) fn best_candidates(&self, variable: Variable) -> Vec<Candidate<'a>> {
        let mut best = Vec::new();
        for tag in self.tags(variable) {
            self.push_in_language(tag, &mut best);
            if !best.is_empty() {
                break;
            }
        }
        best
    }

    /// The first value of the most trusted tag of a variable; empty where no tag has one.
    pub(crate) fn value(&self, variable: Variable) -> &'a str {
        self.best_candidates(variable).first().map_or("", |candidate| candidate.text)
    }

    /// The first and the last page: the first from the best pair of tags that has it, the last from the best pair that
    /// has the same first page or none.
    pub(crate) fn first_and_last_page(&self) -> (&'a str, &'a str) {
        let (mut first, mut last) = ("", "");
        let mut tags = self.tags(Variable::PageFirst);
        while let (Some(first_tag), Some(last_tag)) = (tags.next(), tags.next()) {
            let own = self.first(first_tag);
            if first.is_empty() {
                first = own;
            }
            if last.is_empty() && !first.is_empty() && (own == first || own.is_empty()) {
                last = self.first(last_tag);
            }
        }
        (first, last)
    }

    /// Adds the values of one tag in one language: the article's, else those without a language, else the first one's.
    pub(crate) fn push_in_language(&self, tag: &str, out: &mut Vec<Candidate<'a>>) {
        let all = self.tagged(tag);
        let Some(first) = all.first() else { return };
        let before = out.len();
        for language in [self.language, "", first.lang] {
            for candidate in &all {
                if candidate.lang.eq_ignore_ascii_case(language) {
                    out.push(*candidate);
                }
            }
            if out.len() > before {
                return;
            }
        }
    }
}

/// The primary subtag of a language tag (BCP 47).
fn primary(lang: &str) -> &str {
    text::before_any(lang, "-_").trim()
}

/// The value of a tag; `None` where it is blank.
fn candidate<'a>(tag: &'static str, meta_tag: &'a MetaTag) -> Option<Candidate<'a>> {
    let text = meta_tag.text.trim();
    let (tag, group) = match tag {
        "ld.group" => ("ld.author", true),
        "z.group" => ("z.author", true),
        tag => (tag, false),
    };
    (!text.is_empty()).then_some(Candidate { tag, text, lang: primary(&meta_tag.lang), group })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_variables_and_pages_alternate() {
        for (key, _) in TAGS.rows() {
            assert!(key.is_empty() || Variable::from_word(key).is_some(), "{key}");
        }
        let pages = TAGS.get(Variable::PageFirst.word()).unwrap();
        assert!(pages.iter().count().is_multiple_of(2));
    }
}
