//! The title: its words from the tags, its subtitle from the visible heading.

use crate::extent::FULL;
use crate::item::TitleSource;
use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::read::page_citation::PageCitation;
use crate::read::result::ReadResult;
use crate::text::markup::{has_same_words, plain};
use crate::text::{self, concat, word_list};
use crate::vocabulary::Variable;

/// Reads the title, and keeps the heading as evidence of its markup.
pub(super) fn read(metadata: &Metadata<'_>, citation: &PageCitation, result: &mut ReadResult) {
    let best = metadata.best_candidates(Variable::Title).first().copied();
    if best.is_none() {
        result.warn("title", "No tag has a title; that of the page was taken.", &[]);
    }
    let (tag, stored) = best.map_or(("", metadata.first("page.title page.h1")), |best| (best.tag, best.text));
    let title =
        if word_list!["og.title", ""].contains(tag) { without_site(metadata, stored) } else { stored };
    let own = without_journal(metadata, citation, title);
    if own != title {
        result.warn("title", "The title has the journal’s name too: “{}”.", &[stored]);
    }
    let title = own;
    // A page has headings for its journal and its side bars too.
    let headings = metadata.tagged("ojs.title page.h1");
    let own = headings.iter().find(|heading| has_same_words(title, heading.text));
    let heading = own.or(headings.first()).map_or("", |heading| heading.text);
    result.sources.title = TitleSource { text: title.to_owned(), heading: heading.to_owned() };
    let subtitle = metadata.first("ojs.subtitle");
    if !subtitle.is_empty()
        && has_same_words(title, heading)
        && !text::contains(&plain(title), &plain(subtitle))
    {
        let separator = if title.ends_with_any("?!:.") { " " } else { ": " };
        result.item.set(Variable::Title, concat(&[title, separator, subtitle]));
    } else {
        result.item.set(Variable::Title, title);
    }
}

/// A title for social networks (`og:title`), or that of the page, without the name of the site at its end: the heading where the title begins
/// with one, else the part before the site's name.
fn without_site<'a>(metadata: &Metadata<'a>, title: &'a str) -> &'a str {
    for heading in metadata.tagged("page.h1") {
        if title.starts_with(heading.text) {
            return heading.text;
        }
    }
    // Journals write no such titles themselves.
    let title = if FULL { without_file(title) } else { title };
    let site = metadata.first("og.site_name");
    let bare = title.strip_suffix(site).filter(|bare| !site.is_empty() && bare.len() > 3).unwrap_or(title);
    bare.trim_end_any(" |-–—·:")
}

/// The title without the mark of a file before or behind it: `(PDF) Title`, `Title | Request PDF`. That of a work may end in
/// “Probability Density Function (PDF)”.
fn without_file(title: &str) -> &str {
    let mut title = title;
    for mark in ["(PDF)", "[PDF]"] {
        title = title.strip_prefix(mark).unwrap_or(title).trim_start();
        let bare = title.strip_suffix(mark).unwrap_or(title).trim_end();
        if !text::after_last_any(bare, " ").starts_with_any("fF") {
            title = bare;
        }
    }
    if title.ends_with("PDF") {
        title = text::split_at(title, title.rfind_any("|").unwrap_or(title.len())).0.trim_end();
    }
    title
}

/// The title without the name of the journal before or behind it, where that is no part of the title: another place of the
/// page has the title without it, a bar separates them, or the title has a colon of its own after it.
fn without_journal<'a>(metadata: &Metadata<'a>, citation: &PageCitation, title: &'a str) -> &'a str {
    let journals = metadata.tagged("citation_journal_title prism.publicationname ojs.journal og.site_name");
    for journal in journals.iter().take(8) {
        let Some(rest) = title.strip_prefix(journal.text).or(title.strip_suffix(journal.text)) else {
            continue;
        };
        let rest = rest.trim();
        let bare = rest.trim_start_any(" :|-–—").trim_end_any(" |-–—");
        let bar = rest.starts_with_any("|") || rest.ends_with_any("|");
        let colon =
            rest.starts_with_any(":") && text::contains(bare, ": ") && journal.text.contains_char(' ');
        let apart = !bare.is_empty() && bare.len() < rest.len();
        if apart && (bar || colon || is_shown(metadata, bare) || citation.has_title(bare, title)) {
            return bare;
        }
    }
    title
}

/// Whether another place of the page has this title.
fn is_shown(metadata: &Metadata<'_>, bare: &str) -> bool {
    let places = metadata.tagged("ojs.title page.h1 dc.title og.title ld.title page.title");
    places.iter().any(|place| has_same_words(bare, place.text))
}
