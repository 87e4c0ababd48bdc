//! The title: its words from the tags, its subtitle from the visible heading.

use crate::item::TitleSource;
use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::read::result::ReadResult;
use crate::text::markup::{has_same_words, plain};
use crate::text::{self, concat};
use crate::vocabulary::Variable;

/// Reads the title, and keeps the heading as evidence of its markup.
pub(super) fn read(metadata: &Metadata<'_>, result: &mut ReadResult) {
    let Some(best) = metadata.best_candidates(Variable::Title).first().copied() else { return };
    let title = if best.tag == "og.title" { without_site(metadata, best.text) } else { best.text };
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

/// A title for social networks (`og:title`) without the name of the site at its end: the heading where the title begins
/// with one, else the part before the site's name.
fn without_site<'a>(metadata: &Metadata<'a>, title: &'a str) -> &'a str {
    for heading in metadata.tagged("page.h1") {
        if title.starts_with(heading.text) {
            return heading.text;
        }
    }
    let site = metadata.first("og.site_name");
    let bare = title.strip_suffix(site).filter(|bare| !site.is_empty() && bare.len() > 3).unwrap_or(title);
    bare.trim_end_any(" |-–—·:")
}
