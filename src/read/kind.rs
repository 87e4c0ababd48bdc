//! The type of work that a page is about.

use crate::prelude::*;
use crate::read::tags::{Fact, Facts};
use crate::text::{self, listed};
use crate::vocabulary::{ItemType, Variable};

/// Tags that only one type of work has, the most telling first.
const BY_TAG: &str = "citation_dissertation_institution=thesis|citation_dissertation_name=thesis|\
    citation_technical_report_institution=report|citation_technical_report_number=report|\
    citation_conference_title=paper-conference|citation_conference=paper-conference|\
    citation_inbook_title=chapter|citation_book_title=chapter|eprints.book_title=chapter";

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
pub(crate) fn item_type(facts: &Facts<'_>) -> ItemType {
    let journal = facts.first("citation_journal_title");
    if preprints(journal) || facts.has("citation_arxiv_id") && journal.is_empty() {
        return ItemType::Article;
    }
    let named = named(facts);
    let beside = named.filter(|kind| listed(BESIDE_JOURNALS, kind.word()));
    if let Some(kind) = beside.filter(|kind| *kind != ItemType::Article || journal.is_empty()) {
        return kind;
    }
    if let Some((_, word)) = text::rows(BY_TAG).find(|row| facts.has(row.0)) {
        // A book names itself where a chapter names its book.
        let whole = facts.first("citation_book_title") == facts.first("citation_title");
        return if word == "chapter" && whole && facts.has("citation_title") {
            ItemType::Book
        } else {
            known(word)
        };
    }
    let periodical =
        ["citation_journal_title", "prism.publicationname", "eprints.publication", "citation_issn"];
    if periodical.iter().chain(&["citation_volume", "ld.issn"]).any(|tag| facts.has(tag)) {
        return ItemType::ArticleJournal;
    }
    // An article by schema.org may stand anywhere; a journal's has a journal.
    let scholarly = facts.has("dc.type") || facts.has("dcterms.type") || facts.has("eprints.type");
    let in_journal = scholarly || facts.has("ld.container") || facts.has("z.container");
    match named {
        Some(ItemType::ArticleJournal) if !in_journal => {}
        Some(kind) => return kind,
        None => {}
    }
    if facts.has_prefix("ojs") {
        return ItemType::ArticleJournal;
    }
    site(facts)
}

/// The type that a tag names.
fn named(facts: &Facts<'_>) -> Option<ItemType> {
    let tags = "dc.type dcterms.type eprints.type ld.type citation_type citation_article_type prism.aggregationtype \
        prism.genre redif-type z.type og.type";
    let facts = tags.split(' ').flat_map(|tag| facts.tag(tag));
    // Every page is an article to Open Graph.
    let mut telling =
        facts.filter(|fact| fact.tag != "og.type" || !text::lower(fact.text).starts_with("article"));
    telling.find_map(by_word)
}

fn by_word(fact: &Fact<'_>) -> Option<ItemType> {
    let word = text::lower(fact.text);
    text::rows(BY_WORD).find(|row| text::contains(&word, row.0)).map(|row| known(row.1))
}

/// The type by the site that an article stands on.
fn site(facts: &Facts<'_>) -> ItemType {
    if encyclopedia(facts).is_some() {
        return ItemType::EntryEncyclopedia;
    }
    let isbn = facts.text(Variable::Isbn).is_some();
    if isbn && facts.text(Variable::ContainerTitle).is_none() {
        return ItemType::Book;
    }
    let scholarly = facts.has_prefix("citation_") || facts.has_prefix("dc") || facts.has("ld.container");
    let posted =
        ["article.published_time", "ld.type", "micro.title", "og.type"].iter().any(|tag| facts.has(tag));
    if posted && !scholarly { ItemType::PostWeblog } else { ItemType::Article }
}

/// The encyclopedia that a page is of, by the name of its site or what its title says after the entry's.
pub(crate) fn encyclopedia<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    let title = facts.first("page.title");
    let tail = title.rfind_any("|(—–").or_else(|| text::places(title, " - ").last().copied());
    let tail = tail.and_then(|at| title.get(at..)).unwrap_or("");
    let bare = tail.trim_matches(|c: char| !c.is_letter_or_number());
    let site = facts.first("og.site_name");
    let names = [
        text::cut(site, " | ").map_or(site, |(name, _)| name),
        bare,
        facts.first("citation_publisher"),
        facts.first("dc.publisher"),
    ];
    names.into_iter().find(|name| {
        let name = text::lower(name);
        ["encyclop", "wikipedia", "enzyklop", "enciclop"].iter().any(|word| text::contains(&name, word))
    })
}

/// Whether what stands for a journal is a server of preprints.
fn preprints(journal: &str) -> bool {
    let name = text::without(&text::lower(journal), " ");
    PREPRINT_SERVERS.split(' ').any(|server| text::contains(&name, server))
}

fn known(word: &str) -> ItemType {
    ItemType::from_word(word).unwrap_or(ItemType::Article)
}
