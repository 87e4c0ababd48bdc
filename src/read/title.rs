//! The title: its words from the tags, its italics and its subtitle from the visible heading.

use crate::item::Rule;
use crate::prelude::*;
use crate::read::ReadResult;
use crate::read::meta_tags::Metadata;
use crate::text::markup::plain;
use crate::text::{self, concat};
use crate::vocabulary::Variable;

/// The shortest phrase in italics that is looked for in a title, in bytes: shorter ones match by chance.
const SHORTEST_PHRASE: usize = 4;

/// Reads the title.
pub(crate) fn read(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    let Some(stored) = metadata.best_candidates(Variable::Title).first().copied() else { return };
    let stored = if stored.tag == "og.title" { without_site(metadata, stored.text) } else { stored.text };
    // A page has headings for its journal and its side bars too.
    let headings = metadata.tagged("ojs.title page.h1");
    let heading = headings.iter().find(|heading| same(stored, heading.text)).or(headings.first());
    let heading = heading.map_or("", |heading| heading.text);
    let mut title = stored.to_owned();
    if !stored.contains_char('<') && heading.contains_char('<') {
        title = with_markup(stored, heading);
    }
    if title != stored {
        let evidence = concat(&["the visible h1 sets the same words in ", first_tag(&title)]);
        reading.repair(Rule::Markup, "title", [stored, &title], &evidence);
    }
    let subtitle = metadata.first("ojs.subtitle");
    if !subtitle.is_empty() && same(stored, heading) && !text::contains(&plain(&title), &plain(subtitle)) {
        let joint = if title.ends_with_any("?!:.") { " " } else { ": " };
        title = concat(&[&title, joint, subtitle]);
    }
    reading.item.set(Variable::Title, title);
}

/// A title for social networks without the name of the site, which stands apart behind it: the heading where it begins
/// with one, else what comes before the last mark.
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

/// The stored title with the markup of the heading: all of it where both have the same words, else that of the phrases
/// in italics which the title has too, for the heading may be in another language.
fn with_markup(stored: &str, heading: &str) -> String {
    if same(stored, heading) {
        let whole = heading.starts_with('<')
            && heading.ends_with('>')
            && text::match_indices(heading, "</").len() == 1;
        return if whole { stored.to_owned() } else { heading.to_owned() };
    }
    let mut title = stored.to_owned();
    let mut rest = heading;
    while let Some((phrase, after)) =
        text::split_once(rest, "<i>").and_then(|(_, marked)| text::split_once(marked, "</i>"))
    {
        rest = after;
        let [at] = *text::match_indices(&title, phrase) else { continue };
        let (before, rest) = text::split_at(&title, at);
        let after = rest.get(phrase.len()..).unwrap_or("");
        let apart = |c: Option<char>| !c.is_some_and(char::is_letter_or_number);
        let long = phrase.len() >= SHORTEST_PHRASE && !phrase.contains_char('<');
        if long && apart(before.chars().next_back()) && apart(after.chars().next()) {
            title = concat(&[before, "<i>", phrase, "</i>", after]);
        }
    }
    title
}

/// Whether a title and a marked-up heading have the same words.
fn same(stored: &str, heading: &str) -> bool {
    plain(heading).split_whitespace().eq(stored.split_whitespace())
}

fn first_tag(title: &str) -> &str {
    let mut first = (title.len(), "markup");
    for tag in ["<i>", "<b>", "<sub>", "<sup>"] {
        if let Some(at) = text::find(title, tag) {
            first = first.min((at, tag));
        }
    }
    first.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_comes_from_the_heading() {
        let check = |stored: &str, heading: &str, want: &str| assert_eq!(with_markup(stored, heading), want);
        check(
            "On E. coli in H2O",
            "On <i>E. coli</i> in H<sub>2</sub>O",
            "On <i>E. coli</i> in H<sub>2</sub>O",
        );
        check("Sobre Arundo donax", "On <i>Arundo donax</i>", "Sobre <i>Arundo donax</i>");
        check("All of it", "<b>All of it</b>", "All of it");
        check("Arundo donaxes", "On <i>Arundo donax</i>", "Arundo donaxes");
        check("A in a cat", "<i>in</i> vitro", "A in a cat");
    }
}
