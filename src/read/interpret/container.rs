//! What the work appeared in: a journal, a book, proceedings, a site.

use crate::languages::Context;
use crate::prelude::*;
use crate::read::interpret::item_type;
use crate::read::interpret::texts::is_title_or_name;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::names::has_word;
use crate::read::result::ReadResult;
use crate::text::{self, WordList, concat, word_list};
use crate::vocabulary::{ItemType, Variable};

/// Tags of Dublin Core in which volume, issue and pages may follow the name of the journal.
const WITH_NUMBERS: WordList<'_> =
    word_list!["dc.source", "dc.relation.ispartof", "dcterms.ispartof", "dc.ispartof"];

/// Reads the container's title; where no tag has it, by the site or by what the platform shows.
pub(super) fn read(metadata: &Metadata<'_>, context: &Context<'_>, result: &mut ReadResult) {
    let candidates = metadata.candidates(Variable::ContainerTitle);
    let fits =
        |candidate: &&Candidate<'_>| is_title_or_name(candidate.text) && !is_elsewhere(result, candidate);
    if let Some(candidate) = candidates.iter().find(fits) {
        let numbered = WITH_NUMBERS.contains(candidate.tag);
        let title = if numbered { without_numbers(candidate.text) } else { candidate.text };
        result.item.set(Variable::ContainerTitle, title);
    }
    let site = metadata.first("og.site_name ld.site");
    match result.item.item_type {
        ItemType::Dataset | ItemType::Software => result.fill(Variable::Publisher, site),
        ItemType::PostWeblog => result.fill(Variable::ContainerTitle, site),
        ItemType::EntryEncyclopedia => {
            result.fill(Variable::ContainerTitle, item_type::encyclopedia(metadata));
        }
        ItemType::ArticleJournal => journal(metadata, context, result),
        ItemType::Article if metadata.has("citation_arxiv_id") => {
            result.fill(Variable::Number, &concat(&["arXiv:", metadata.first("citation_arxiv_id")]));
            result.fill(Variable::Publisher, "arXiv");
        }
        ItemType::Article => {
            // A preprint has a server, which is its publisher (APA 7, 10.8), and appeared in nothing.
            let container = result.item.text(Variable::ContainerTitle).unwrap_or("");
            if item_type::is_preprint_server(container) {
                let server = container.to_owned();
                result.item.remove(Variable::ContainerTitle);
                result.item.set(Variable::Publisher, server);
            }
        }
        _ => {}
    }
}

/// Whether a tag has no container of the work: a thesis appears in nothing; `dc.source` and `dc.relation.isPartOf` of a book
/// are its press, its series or a catalogue, and a press is no book of its chapters.
fn is_elsewhere(result: &ReadResult, candidate: &Candidate<'_>) -> bool {
    let press = result.item.text(Variable::Publisher) == Some(candidate.text);
    match result.item.item_type {
        ItemType::Thesis => true,
        ItemType::Book => press || WITH_NUMBERS.contains(candidate.tag),
        ItemType::Chapter => press,
        _ => false,
    }
}

/// The journal where no tag has it: on Atypon's platform from the title of its feed ("… alert for Journal") or from the
/// title of the page. Proceedings that are published like a journal make the article a conference paper.
fn journal(metadata: &Metadata<'_>, context: &Context<'_>, result: &mut ReadResult) {
    let feeds = metadata.tagged("link.feed");
    let title = feeds.iter().find_map(|feed| text::split_once(feed.text, "alert for "));
    result.fill(Variable::ContainerTitle, title.map_or("", |parts| parts.1));
    result.fill(Variable::ContainerTitle, after_title(metadata, context));
    result.fill(Variable::ContainerTitle, metadata.first("page.journal"));
    let container = text::to_lowercase(result.item.text(Variable::ContainerTitle).unwrap_or(""));
    let conference = word_list!["conference", "symposium", "workshop"].any_in(&container);
    if conference && container.starts_with("proceedings") {
        result.item.item_type = ItemType::PaperConference;
    }
}

/// The name of a journal without the volume, the issue, the year and the pages after it.
fn without_numbers(source: &str) -> &str {
    let lower = source.to_ascii_lowercase();
    let mut end = source.len();
    for mark in ";|, vol| vol.| vol |, no|, issue| (".split_char('|') {
        end = text::find(&lower, mark).unwrap_or(end).min(end);
    }
    let name = text::split_at(source, end).0;
    // A name may end in a number; four digits after it are the year, others the volume before a comma.
    let bare = name.trim_end_any("0123456789 ,");
    if name.len() > bare.len() + 4 && bare.len() > 2 { bare } else { name }
}

/// The part of the page's title after the article's, up to the next bar: on Atypon's platform the journal or the
/// proceedings. After a dash, before which a subtitle may stand too, it has a word for journals. Empty where that is the
/// name of the publisher or the site.
fn after_title<'a>(metadata: &Metadata<'a>, context: &Context<'_>) -> &'a str {
    let title = metadata.value(Variable::Title);
    let rest = metadata.first("page.title").strip_prefix(title).filter(|_| !title.is_empty());
    let rest = rest.unwrap_or("").trim_start();
    let name = text::before_any(rest.trim_start_any("|-–—"), "|").trim();
    let shown = rest.starts_with('|') || rest.starts_with_any("-–—") && has_word(name, "journal", context);
    let other = name == metadata.first("og.site_name") || name == metadata.first("dc.publisher");
    if other || !shown || !is_title_or_name(name) { "" } else { name }
}
