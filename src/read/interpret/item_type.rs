//! The type of work that a page is about.

use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::text::{self, contains_listed, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// Tags that only one type of work has, the most specific first.
const BY_TAG: &str = "thesis=citation_dissertation_institution citation_dissertation_name|\
    report=citation_technical_report_institution citation_technical_report_number|\
    paper-conference=citation_conference_title citation_conference|\
    chapter=citation_inbook_title citation_book_title eprints.book_title";

/// Tags that only articles of a journal have.
const PERIODICAL: &str = "citation_journal_title prism.publicationname eprints.publication citation_issn citation_volume \
    ld.issn";

/// Parts of the names of types and what they mean, the more specific first: of `DC.Type` in several languages, of EPrints,
/// RePEc (ReDIF), schema.org and OpenURL.
const BY_WORD: &str = "thesis=thesis|dissertation=thesis|thèse=thesis|tesis=thesis|habilitation=thesis|doctoral=thesis|\
    hochschulschrift=thesis|preprint=article|prépublication=article|conference=paper-conference|\
    proceeding=paper-conference|communication dans=paper-conference|konferenz=paper-conference|dataset=dataset|\
    data set=dataset|software=software|blogposting=post-weblog|newsarticle=article-newspaper|encyclop=entry-encyclopedia|\
    book review=article-journal|chapter=chapter|book section=chapter|book_section=chapter|bookpart=chapter|book part=chapter|bookitem=chapter|\
    inbook=chapter|chapitre=chapter|capítulo=chapter|working paper=report|workingpaper=report|monograph=report|\
    journal=article-journal|article=article-journal|artículo=article-journal|artigo=article-journal|\
    aufsatz=article-journal|letter=article-journal|report=report|presentation=speech|\
    lecture=speech|book=book|buch=book|image=graphic|video=motion_picture|paper=report";

/// Types that a tag for a journal does not rule out: servers of preprints and of data name themselves there.
const BESIDE_JOURNALS: &str = "thesis article dataset software entry-encyclopedia";

/// Names of preprint servers, or parts of them.
const PREPRINT_SERVERS: &str = "rxiv ssrn preprint researchsquare authorea";

/// The type by the tags that only one type has, else by the names of types, else an article in a journal where the page
/// is a journal's, else by the site, else an article on its own.
pub(super) fn item_type(metadata: &Metadata<'_>) -> ItemType {
    let journal = metadata.first("citation_journal_title");
    if is_preprint_server(journal) || metadata.has("citation_arxiv_id") && journal.is_empty() {
        return ItemType::Article;
    }
    let named = named_type(metadata);
    let beside = named.filter(|named| list_contains(BESIDE_JOURNALS, named.word()));
    if let Some(named) = beside.filter(|named| *named != ItemType::Article || journal.is_empty()) {
        return named;
    }
    if let Some(tagged) = type_by_tag(metadata) {
        return tagged;
    }
    if metadata.has(PERIODICAL) {
        return ItemType::ArticleJournal;
    }
    // What schema.org calls an article may be on any site; an article of a journal has a journal.
    let in_journal = metadata.has("dc.type dcterms.type eprints.type ld.container z.container");
    match named {
        Some(ItemType::ArticleJournal) if !in_journal => {}
        Some(named) => return named,
        None => {}
    }
    if metadata.has_prefix("ojs") {
        return ItemType::ArticleJournal;
    }
    type_by_site(metadata)
}

/// The type by the tags that only one type has.
fn type_by_tag(metadata: &Metadata<'_>) -> Option<ItemType> {
    let (word, _) = text::table_rows(BY_TAG).find(|row| metadata.has(row.1))?;
    // A book names itself where a chapter names its book.
    let book = metadata.first("citation_book_title");
    let whole = word == "chapter" && !book.is_empty() && book == metadata.first("citation_title");
    Some(if whole { ItemType::Book } else { from_word(word) })
}

/// The type that a tag names.
fn named_type(metadata: &Metadata<'_>) -> Option<ItemType> {
    let tags = "dc.type dcterms.type eprints.type ld.type citation_type citation_article_type prism.aggregationtype \
        prism.genre redif-type z.type og.type";
    for candidate in metadata.tagged(tags) {
        let name = text::to_lowercase(candidate.text);
        // Every page is an article to Open Graph.
        if candidate.tag == "og.type" && name.starts_with("article") {
            continue;
        }
        for (part, word) in text::table_rows(BY_WORD) {
            if text::contains(&name, part) {
                return Some(from_word(word));
            }
        }
    }
    None
}

/// The type by the site that an article is on.
fn type_by_site(metadata: &Metadata<'_>) -> ItemType {
    if !encyclopedia(metadata).is_empty() {
        return ItemType::EntryEncyclopedia;
    }
    if !metadata.value(Variable::Isbn).is_empty() && metadata.value(Variable::ContainerTitle).is_empty() {
        return ItemType::Book;
    }
    let scholarly =
        metadata.has_prefix("citation_") || metadata.has_prefix("dc") || metadata.has("ld.container");
    let posted = metadata.has("article.published_time ld.type micro.title og.type");
    if posted && !scholarly { ItemType::PostWeblog } else { ItemType::Article }
}

/// The encyclopedia that a page belongs to, by the name of the site or by the page's title after the entry's; empty where
/// it belongs to none.
pub(super) fn encyclopedia<'a>(metadata: &Metadata<'a>) -> &'a str {
    let title = metadata.first("page.title");
    let tail = title.rfind_any("|(—–").or_else(|| text::match_indices(title, " - ").last().copied());
    let tail = text::split_at(title, tail.unwrap_or(title.len())).1;
    let bare = text::trim_non_alphanumeric(tail);
    let site = metadata.first("og.site_name");
    let site = text::split_once(site, " | ").map_or(site, |(name, _)| name);
    for name in [site, bare, metadata.first("citation_publisher"), metadata.first("dc.publisher")] {
        if contains_listed(&text::to_lowercase(name), "encyclop wikipedia enzyklop enciclop") {
            return name;
        }
    }
    ""
}

/// Whether the name in place of a journal is a preprint server's.
fn is_preprint_server(journal: &str) -> bool {
    contains_listed(&text::remove_chars(&text::to_lowercase(journal), " "), PREPRINT_SERVERS)
}

fn from_word(word: &str) -> ItemType {
    ItemType::from_word(word).unwrap_or(ItemType::Article)
}
