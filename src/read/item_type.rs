//! The type of work that a page is about.

use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::text::{self, contains_listed, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// Tags that only one type of work has, the most telling first.
const BY_TAG: &str = "thesis=citation_dissertation_institution citation_dissertation_name|\
    report=citation_technical_report_institution citation_technical_report_number|\
    paper-conference=citation_conference_title citation_conference|\
    chapter=citation_inbook_title citation_book_title eprints.book_title";

/// Tags of what belongs to a journal.
const PERIODICAL: &str = "citation_journal_title prism.publicationname eprints.publication citation_issn citation_volume \
    ld.issn";

/// Words in the names of types and the type they mean, more special words first: of `DC.Type` in several languages, of
/// EPrints and RePEc, of schema.org, of OpenURL.
const BY_WORD: &str = "thesis=thesis|dissertation=thesis|thèse=thesis|tesis=thesis|habilitation=thesis|doctoral=thesis|\
    hochschulschrift=thesis|preprint=article|prépublication=article|conference=paper-conference|\
    proceeding=paper-conference|communication dans=paper-conference|konferenz=paper-conference|dataset=dataset|\
    data set=dataset|software=software|blogposting=post-weblog|newsarticle=article-newspaper|encyclop=entry-encyclopedia|\
    book review=article-journal|chapter=chapter|book section=chapter|book_section=chapter|bookpart=chapter|book part=chapter|bookitem=chapter|\
    inbook=chapter|chapitre=chapter|capítulo=chapter|working paper=report|workingpaper=report|monograph=report|\
    journal=article-journal|article=article-journal|artículo=article-journal|artigo=article-journal|\
    aufsatz=article-journal|letter=article-journal|report=report|presentation=speech|\
    lecture=speech|book=book|buch=book|image=graphic|video=motion_picture|paper=report";

/// Types that a tag naming a journal does not rule out: servers of preprints and of data name themselves there.
const BESIDE_JOURNALS: &str = "thesis article dataset software entry-encyclopedia";

/// Names, or parts of them, under which preprints appear.
const PREPRINT_SERVERS: &str = "rxiv ssrn preprint researchsquare authorea";

/// The type by the tags that only one type has, else by the names of types, else an article in a journal where the page
/// is a journal's, else what the site tells, else an article that appeared on its own.
pub(crate) fn item_type(metadata: &Metadata<'_>) -> ItemType {
    let journal = metadata.first("citation_journal_title");
    if preprints(journal) || metadata.has("citation_arxiv_id") && journal.is_empty() {
        return ItemType::Article;
    }
    let named = named(metadata);
    let beside = named.filter(|kind| list_contains(BESIDE_JOURNALS, kind.word()));
    if let Some(kind) = beside.filter(|kind| *kind != ItemType::Article || journal.is_empty()) {
        return kind;
    }
    for (word, tags) in text::table_rows(BY_TAG) {
        if metadata.has(tags) {
            // A book names itself where a chapter names its book.
            let book = metadata.first("citation_book_title");
            let whole = word == "chapter" && !book.is_empty() && book == metadata.first("citation_title");
            return if whole { ItemType::Book } else { known(word) };
        }
    }
    if metadata.has(PERIODICAL) {
        return ItemType::ArticleJournal;
    }
    // An article by schema.org may stand anywhere; a journal's has a journal.
    let in_journal = metadata.has("dc.type dcterms.type eprints.type ld.container z.container");
    match named {
        Some(ItemType::ArticleJournal) if !in_journal => {}
        Some(kind) => return kind,
        None => {}
    }
    if metadata.has_prefix("ojs") {
        return ItemType::ArticleJournal;
    }
    site(metadata)
}

/// The type that a tag names.
fn named(metadata: &Metadata<'_>) -> Option<ItemType> {
    let tags = "dc.type dcterms.type eprints.type ld.type citation_type citation_article_type prism.aggregationtype \
        prism.genre redif-type z.type og.type";
    for candidate in metadata.tagged(tags) {
        let said = text::to_lowercase(candidate.text);
        // Every page is an article to Open Graph.
        if candidate.tag == "og.type" && said.starts_with("article") {
            continue;
        }
        for (part, word) in text::table_rows(BY_WORD) {
            if text::contains(&said, part) {
                return Some(known(word));
            }
        }
    }
    None
}

/// The type by the site that an article stands on.
fn site(metadata: &Metadata<'_>) -> ItemType {
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

/// The encyclopedia that a page is of, by the name of its site or what its title says after the entry's; empty where it is
/// of none.
pub(crate) fn encyclopedia<'a>(metadata: &Metadata<'a>) -> &'a str {
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

/// Whether what stands for a journal is a server of preprints.
fn preprints(journal: &str) -> bool {
    contains_listed(&text::remove_chars(&text::to_lowercase(journal), " "), PREPRINT_SERVERS)
}

fn known(word: &str) -> ItemType {
    ItemType::from_word(word).unwrap_or(ItemType::Article)
}
