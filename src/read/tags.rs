//! Names of metadata and what they mean: the table of tags, in order of trust.
//!
//! Sources: Google Scholar's inclusion guidelines (`citation_*`, after Highwire Press), DCMI's encoding of Dublin Core
//! in HTML, PRISM 1.2–3.0 as publishers put it into meta elements, the tags that EPrints makes of its fields, schema.org,
//! the OpenURL formats behind COinS, and the plugins `googleScholar` and `dublinCoreMeta` of Open Journal Systems.

use crate::prelude::*;
use crate::read::page::{Found, Page};
use crate::text::{self, SplitChar};
use crate::vocabulary::Variable;

/// The variables that tags tell, in the order of their rows.
const TOLD: [Variable; 24] = [
    Variable::Title,
    Variable::Author,
    Variable::Editor,
    Variable::Issued,
    Variable::AvailableDate,
    Variable::ContainerTitle,
    Variable::ContainerTitleShort,
    Variable::Volume,
    Variable::Issue,
    Variable::Number,
    Variable::PageFirst,
    Variable::Page,
    Variable::Doi,
    Variable::Issn,
    Variable::Isbn,
    Variable::Pmid,
    Variable::Pmcid,
    Variable::Language,
    Variable::Publisher,
    Variable::Version,
    Variable::Edition,
    Variable::Abstract,
    Variable::Keyword,
    Variable::Url,
];

/// Which tags tell which variable, the most trusted first. Highwire tags come first, for publishers write them for
/// citation; PRISM and the fields of EPrints say one thing each; Dublin Core is often filled by habit; JSON-LD and COinS
/// are made for machines that want less; what only the visible page says comes last. First and last pages go in pairs.
/// The last row has the tags that tell no variable by themselves but are asked for by name.
const ROWS: &str = "\
    citation_title eprints.title dc.title dcterms.title ld.title prism.title z.title ojs.title \
        ojs2.title article_title micro.title og.title | \
    citation_author citation_authors eprints.creators_name dc.creator.personalname dc.creator ld.author z.author \
        dcterms.creator dc.contributor.author ojs.author ojs2.authors page.author dc.contributor micro.author \
        article.author author | \
    citation_editor eprints.editors_name ld.editor | \
    citation_publication_date citation_cover_date citation_date dc.date.issued dcterms.issued dc.issued \
        eprints.date ld.issued dc.date citation_year prism.publicationdate prism.coverdate dcterms.date \
        citation_online_date z.issued ojs.published dc.date.created micro.date article.published_time | \
    citation_online_date dcterms.available dc.date.available | \
    citation_journal_title citation_inbook_title citation_book_title citation_conference_title \
        citation_conference prism.publicationname eprints.publication eprints.book_title eprints.event_title ld.container \
        z.container dc.source dc.relation.ispartof dcterms.ispartof dc.ispartof ojs.journal ojs2.journal | \
    citation_journal_abbrev ld.short z.short | \
    citation_volume prism.volume dc.source.volume dc.citation.volume eprints.volume ld.volume z.volume | \
    citation_issue prism.number prism.issueidentifier prism.issue dc.source.issue dc.citation.issue eprints.number \
        ld.issue z.issue | \
    citation_technical_report_number citation_article_number ld.number z.number | \
    citation_firstpage citation_lastpage prism.startingpage prism.endingpage dc.citation.spage dc.citation.epage \
        ld.pagestart ld.pageend z.pagestart z.pageend | \
    citation_pages prism.pagerange eprints.pagerange ld.pages z.pages dc.identifier.pagenumber | \
    citation_doi prism.doi dc.identifier.doi eprints.id_number eprints.doi publication_doi dc.identifier \
        dcterms.identifier dc.source ld.doi z.doi ojs.doi ojs2.doi | \
    citation_issn prism.issn prism.eissn dc.source.issn eprints.issn ld.issn z.issn dcterms.ispartof dc.source \
        dc.relation.ispartof | \
    citation_isbn prism.isbn eprints.isbn dc.identifier.isbn ld.isbn z.isbn | \
    citation_pmid | citation_pmcid | \
    citation_language dc.language dc.language.iso dcterms.language ld.lang z.lang html.lang | \
    citation_dissertation_institution citation_technical_report_institution eprints.institution \
        citation_publisher prism.publisher dc.publisher eprints.publisher dcterms.publisher ld.publisher z.publisher | \
    ld.version | citation_edition ld.edition | \
    citation_abstract dcterms.abstract dc.description.abstract eprints.abstract ld.abstract dc.description \
        ojs.abstract ojs2.abstract page.abstract | \
    citation_keywords citation_keyword eprints.keywords dc.subject ld.keywords prism.keyword ojs.keywords \
        ojs2.keywords article.tag keywords | \
    link.canonical citation_abstract_html_url dc.identifier.uri ld.url og.url citation_public_url \
        citation_fulltext_html_url dc.identifier dc.relation | \
    citation_dissertation_name citation_arxiv_id citation_type citation_article_type dc.type dcterms.type eprints.type \
        prism.genre prism.aggregationtype redif-type ld.type ld.group z.type z.group og.type og.site_name generator \
        description dcterms.bibliographiccitation dc.identifier.citation dc.bibliographiccitation eprints.citation \
        article_references link.feed page.title page.h1 page.citation ojs.subtitle ojs.issue ojs.citation ojs2.issue \
        ojs2.citation";

/// A piece of metadata under the canonical name of its tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact<'a> {
    /// The tag in the spelling of [`ROWS`].
    pub(crate) tag: &'static str,
    /// Its value, trimmed; never empty.
    pub(crate) text: &'a str,
    /// The language tag on the element, primary subtag only; may be empty.
    lang: &'a str,
    /// Whether the tag says that this is an organisation's name.
    pub(crate) group: bool,
}

/// All that a page says in tags that are known.
#[derive(Debug, Default)]
pub(crate) struct Facts<'a> {
    facts: Vec<Fact<'a>>,
    /// The language of the article, as far as tags tell it; primary subtag only.
    language: &'a str,
    /// The rows of the table, taken apart once a page.
    rows: Vec<&'static str>,
}

impl<'a> Facts<'a> {
    /// Keeps what is known of a page.
    pub(crate) fn gather(page: &'a Page) -> Facts<'a> {
        let mut gathered = Facts { rows: text::split_str(ROWS, " | "), ..Facts::default() };
        let known = text::split_str(ROWS, " ");
        // Tags of one name stand in rows, a hundred of them for what an article cites.
        let (mut name, mut tag) = ("", None);
        for found in &page.found {
            if name != found.name {
                (name, tag) = (&found.name, canonical(&known, &found.name));
            }
            gathered.facts.extend(tag.and_then(|tag| fact(tag, found)));
        }
        gathered.language = primary(gathered.text(Variable::Language));
        gathered
    }

    /// The values of tags parted by blanks, tag by tag.
    pub(crate) fn of(&self, tags: &str) -> Vec<Fact<'a>> {
        let mut all = Vec::new();
        for tag in tags.split_char(' ') {
            for fact in &self.facts {
                // Most tags differ in their length already.
                if fact.tag.len() == tag.len() && fact.tag == tag {
                    all.push(*fact);
                }
            }
        }
        all
    }

    /// The tags that tell a variable, the most trusted first.
    fn tags(&self, variable: Variable) -> SplitChar<'static> {
        let mut rows = TOLD.iter().zip(&self.rows);
        rows.find(|row| *row.0 == variable).map_or("", |row| row.1).split_char(' ')
    }

    /// The first of these values; empty where there is none.
    pub(crate) fn first(&self, tags: &str) -> &'a str {
        self.of(tags).first().map_or("", |fact| fact.text)
    }

    /// Whether the page has any of these tags.
    pub(crate) fn has(&self, tags: &str) -> bool {
        !self.of(tags).is_empty()
    }

    /// Whether any tag begins so.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.facts.iter().any(|fact| fact.tag.starts_with(prefix))
    }

    /// The values of a variable, tag by tag in order of trust; in each tag those in the article's language, where
    /// languages are told apart.
    pub(crate) fn all(&self, variable: Variable) -> Vec<Fact<'a>> {
        let mut all = Vec::new();
        for tag in self.tags(variable) {
            self.spoken(tag, &mut all);
        }
        all
    }

    /// The values of the most trusted tag of a variable; empty where no tag tells it.
    pub(crate) fn best(&self, variable: Variable) -> Vec<Fact<'a>> {
        let mut best = Vec::new();
        for tag in self.tags(variable) {
            self.spoken(tag, &mut best);
            if !best.is_empty() {
                break;
            }
        }
        best
    }

    /// The first value of the most trusted tag of a variable; empty where no tag tells it.
    pub(crate) fn text(&self, variable: Variable) -> &'a str {
        self.best(variable).first().map_or("", |fact| fact.text)
    }

    /// First and last page as one family of tags tells them: the best that has a first page gives it, and the best of
    /// those that agree with it and know more gives the last.
    pub(crate) fn pages(&self) -> (&'a str, &'a str) {
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

    /// Adds the values of one tag in one language: the article's, else those that name none, else the first one's.
    pub(crate) fn spoken(&self, tag: &str, out: &mut Vec<Fact<'a>>) {
        let all = self.of(tag);
        let Some(first) = all.first() else { return };
        let before = out.len();
        for wanted in [self.language, "", first.lang] {
            for fact in &all {
                if fact.lang.eq_ignore_ascii_case(wanted) {
                    out.push(*fact);
                }
            }
            if out.len() > before {
                return;
            }
        }
    }
}

/// The primary subtag of a language tag.
fn primary(lang: &str) -> &str {
    text::before_any(lang, "-_").trim()
}

/// What a piece says under a tag of the table.
fn fact<'a>(tag: &'static str, found: &'a Found) -> Option<Fact<'a>> {
    let text = found.text.trim();
    let (tag, group) = match tag {
        "ld.group" => ("ld.author", true),
        "z.group" => ("z.author", true),
        tag => (tag, false),
    };
    (!text.is_empty()).then_some(Fact { tag, text, lang: primary(&found.lang), group })
}

/// The table's spelling of a tag: case does not count, `DC:title`, and `bepress_citation_title` are met too.
fn canonical(known: &[&'static str], name: &str) -> Option<&'static str> {
    // Longer names cannot be ours; a hostile page may have megabytes of them.
    if name.len() > 60 {
        return None;
    }
    let name = text::replace(&name.trim().to_ascii_lowercase(), ":", ".");
    let name = match text::split_once(&name, "_citation_") {
        Some((_, rest)) => text::split_at(&name, name.len() - rest.len() - "citation_".len()).1,
        None => &name,
    };
    known.iter().find(|tag| **tag == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_its_row_and_what_is_asked_for_is_the_last() {
        let rows = text::split_str(ROWS, " | ");
        assert_eq!(rows.len(), TOLD.len() + 1);
        assert!(rows.iter().all(|row| row.split_char(' ').all(|tag| !tag.is_empty())));
        let place = |variable| TOLD.iter().position(|told| *told == variable).unwrap();
        assert!(rows[place(Variable::PageFirst)].split_char(' ').count().is_multiple_of(2));
        assert!(rows[place(Variable::Url)].starts_with("link.canonical "));
    }
}
