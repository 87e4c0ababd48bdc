//! Names of metadata and what they mean: the table of tags, in order of trust.
//!
//! Sources: Google Scholar's inclusion guidelines (`citation_*`, after Highwire Press), DCMI's encoding of Dublin Core
//! in HTML, and the plugins `googleScholar` and `dublinCoreMeta` of Open Journal Systems.

use crate::prelude::*;
use crate::read::page::{Found, Page};
use crate::text;
use crate::vocabulary::Variable;

/// A tag that tells a variable. Tags of one variable stand in order of trust, the best first.
type Row = (&'static str, Variable);

/// Which tag tells which variable. Highwire tags come first: publishers write them for citation. Dublin Core comes
/// next, then what only the visible page says.
const ROWS: &[Row] = &[
    ("citation_title", Variable::Title),
    ("dc.title", Variable::Title),
    ("dcterms.title", Variable::Title),
    ("ojs.title", Variable::Title),
    ("ojs2.title", Variable::Title),
    ("citation_author", Variable::Author),
    ("citation_authors", Variable::Author),
    ("dc.creator.personalname", Variable::Author),
    ("dc.creator", Variable::Author),
    ("dcterms.creator", Variable::Author),
    ("ojs.author", Variable::Author),
    ("ojs2.authors", Variable::Author),
    ("citation_editor", Variable::Editor),
    ("citation_publication_date", Variable::Issued),
    ("citation_cover_date", Variable::Issued),
    ("citation_date", Variable::Issued),
    ("dc.date.issued", Variable::Issued),
    ("dcterms.issued", Variable::Issued),
    ("dc.date", Variable::Issued),
    ("citation_year", Variable::Issued),
    ("citation_online_date", Variable::Issued),
    ("ojs.published", Variable::Issued),
    ("dc.date.created", Variable::Issued),
    ("citation_online_date", Variable::AvailableDate),
    ("dcterms.available", Variable::AvailableDate),
    ("citation_journal_title", Variable::ContainerTitle),
    ("citation_conference_title", Variable::ContainerTitle),
    ("citation_conference", Variable::ContainerTitle),
    ("citation_inbook_title", Variable::ContainerTitle),
    ("citation_book_title", Variable::ContainerTitle),
    ("dc.source", Variable::ContainerTitle),
    ("ojs.journal", Variable::ContainerTitle),
    ("ojs2.journal", Variable::ContainerTitle),
    ("citation_journal_abbrev", Variable::ContainerTitleShort),
    ("citation_volume", Variable::Volume),
    ("dc.source.volume", Variable::Volume),
    ("citation_issue", Variable::Issue),
    ("dc.source.issue", Variable::Issue),
    ("citation_technical_report_number", Variable::Number),
    ("citation_firstpage", Variable::PageFirst),
    ("citation_pages", Variable::Page),
    ("dc.identifier.pagenumber", Variable::Page),
    ("citation_article_number", Variable::Number),
    ("citation_doi", Variable::Doi),
    ("dc.identifier.doi", Variable::Doi),
    ("dc.identifier", Variable::Doi),
    ("dcterms.identifier", Variable::Doi),
    ("dc.source", Variable::Doi),
    ("ojs.doi", Variable::Doi),
    ("ojs2.doi", Variable::Doi),
    ("citation_issn", Variable::Issn),
    ("dc.source.issn", Variable::Issn),
    ("dcterms.ispartof", Variable::Issn),
    ("citation_isbn", Variable::Isbn),
    ("citation_pmid", Variable::Pmid),
    ("citation_pmcid", Variable::Pmcid),
    ("citation_language", Variable::Language),
    ("dc.language", Variable::Language),
    ("dcterms.language", Variable::Language),
    ("html.lang", Variable::Language),
    ("citation_dissertation_institution", Variable::Publisher),
    ("citation_technical_report_institution", Variable::Publisher),
    ("citation_publisher", Variable::Publisher),
    ("dc.publisher", Variable::Publisher),
    ("citation_abstract", Variable::Abstract),
    ("dcterms.abstract", Variable::Abstract),
    ("dc.description.abstract", Variable::Abstract),
    ("dc.description", Variable::Abstract),
    ("ojs.abstract", Variable::Abstract),
    ("ojs2.abstract", Variable::Abstract),
    ("citation_keywords", Variable::Keyword),
    ("citation_keyword", Variable::Keyword),
    ("dc.subject", Variable::Keyword),
    ("ojs.keywords", Variable::Keyword),
    ("ojs2.keywords", Variable::Keyword),
    ("citation_abstract_html_url", Variable::Url),
    ("dc.identifier.uri", Variable::Url),
    ("link.canonical", Variable::Url),
    ("citation_public_url", Variable::Url),
    ("citation_fulltext_html_url", Variable::Url),
    ("dc.identifier", Variable::Url),
];

/// Tags that tell no variable by themselves but are asked for by name, beside all that begin with `ojs`.
const ASKED: &[&str] =
    &["citation_lastpage", "citation_dissertation_name", "dc.type", "dcterms.type", "page.h1", "page.title"];

/// A piece of metadata under the canonical name of its tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact<'a> {
    /// The tag in the spelling of [`ROWS`].
    pub(crate) tag: &'static str,
    /// Its value, trimmed; never empty.
    pub(crate) text: &'a str,
    /// The language tag on the element; may be empty.
    pub(crate) lang: &'a str,
}

/// All that a page says in tags that are known.
#[derive(Debug, Default)]
pub(crate) struct Facts<'a> {
    facts: Vec<Fact<'a>>,
    /// The language of the article, as far as tags tell it; lower case, primary subtag only.
    language: String,
}

impl<'a> Facts<'a> {
    /// Keeps what is known of a page.
    pub(crate) fn gather(page: &'a Page) -> Facts<'a> {
        let facts: Vec<Fact<'a>> = page.found.iter().filter_map(fact).gather();
        let mut gathered = Facts { facts, language: String::new() };
        gathered.language = primary(gathered.text(Variable::Language).unwrap_or(""));
        gathered
    }

    /// All values of one tag.
    pub(crate) fn tag(&self, tag: &str) -> impl Iterator<Item = &Fact<'a>> {
        self.facts.iter().filter(move |fact| fact.tag == tag)
    }

    /// The first value of one tag; empty where there is none.
    pub(crate) fn first(&self, tag: &str) -> &'a str {
        self.tag(tag).next().map_or("", |fact| fact.text)
    }

    /// Whether the page has this tag.
    pub(crate) fn has(&self, tag: &str) -> bool {
        self.tag(tag).next().is_some()
    }

    /// Whether any tag begins so.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.facts.iter().any(|fact| fact.tag.starts_with(prefix))
    }

    /// The values of a variable, tag by tag in order of trust; in each tag those in the article's language, where
    /// languages are told apart.
    pub(crate) fn groups(&self, variable: Variable) -> impl Iterator<Item = Vec<Fact<'a>>> {
        let tags = ROWS.iter().filter(move |row| row.1 == variable).map(|row| row.0);
        tags.map(|tag| self.spoken(tag)).filter(|group| !group.is_empty())
    }

    /// The values of the most trusted tag of a variable; empty where no tag tells it.
    pub(crate) fn best(&self, variable: Variable) -> Vec<Fact<'a>> {
        self.groups(variable).next().unwrap_or_default()
    }

    /// The first value of the most trusted tag of a variable.
    pub(crate) fn text(&self, variable: Variable) -> Option<&'a str> {
        self.best(variable).first().map(|fact| fact.text)
    }

    /// The values of one tag in one language: the article's, else those that name none, else the first one's.
    fn spoken(&self, tag: &str) -> Vec<Fact<'a>> {
        let all: Vec<Fact<'a>> = self.tag(tag).copied().gather();
        let Some(first) = all.first().copied() else { return all };
        let wanted = [self.language.as_str(), "", &primary(first.lang)]
            .into_iter()
            .find(|wanted| all.iter().any(|fact| primary(fact.lang) == *wanted))
            .map(str::to_owned)
            .unwrap_or_default();
        all.into_iter().filter(|fact| primary(fact.lang) == wanted).gather()
    }
}

/// The primary subtag of a language tag, in lower case.
pub(crate) fn primary(lang: &str) -> String {
    lang.split(['-', '_']).next().unwrap_or("").trim().to_ascii_lowercase()
}

fn fact(found: &Found) -> Option<Fact<'_>> {
    let text = found.text.trim();
    let tag = canonical(&found.name)?;
    (!text.is_empty()).then_some(Fact { tag, text, lang: found.lang.trim() })
}

/// The table's spelling of a tag: case does not count, `DC:title` and `bepress_citation_title` are met too.
fn canonical(name: &str) -> Option<&'static str> {
    // Longer names cannot be ours; a hostile page may have megabytes of them.
    if name.len() > 60 {
        return None;
    }
    let name = text::replaced(&name.trim().to_ascii_lowercase(), ":", ".");
    let name = name.strip_prefix("bepress_").unwrap_or(&name);
    let rows = ROWS.iter().map(|row| row.0);
    let asked = ASKED.iter().copied().chain(super::page::WANTED.iter().map(|wanted| wanted.name));
    rows.chain(asked).find(|tag| *tag == name)
}
