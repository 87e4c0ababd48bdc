//! Titles: title and subtitle joined, and the braces around letters that must keep their case.
//!
//! BibTeX's styles lower all capitals but those in braces; CSL has titles stored in sentence case and marks what must not
//! change with `<span class="nocase">`. So braces around a capital in a sentence have no effect in CSL, and only those
//! around lower-case words need a span, which a style in Title Case would raise (`{van der Waals}`, `{p}-adic`). In a title
//! that is stored in Title Case braces distinguish proper nouns (`{Bayesian} Methods in {France}`).

use super::latex::{DecodedText, decode, without_ties};
use super::scan::RawEntry;
use crate::item::Item;
use crate::prelude::*;
use crate::read::jats::with_subtitle;
use crate::text::markup;
use crate::text::title_case::{self, Stored};
use crate::vocabulary::{ItemType, Variable};

/// So many capitals outside braces make a title one in Title Case: those of names stand inside.
const CAPITALS_OUTSIDE_BRACES: usize = 3;

/// Reads the titles of a work and of the book or journal it is in.
pub(super) fn read(entry: &RawEntry, item: &mut Item) {
    let marked = |name: &str| entry.get(name).map(|raw| with_spans(&decode(raw))).unwrap_or_default();
    item.set(Variable::Title, with_subtitle(&marked("title"), &marked("subtitle")));
    let main = with_subtitle(&marked("maintitle"), &marked("mainsubtitle"));
    let plain = |name: &str| entry.get(name).map(without_ties).unwrap_or_default();
    for (title, subtitle) in
        [("booktitle", "booksubtitle"), ("journaltitle", "journalsubtitle"), ("journal", "journalsubtitle")]
    {
        let title = plain(title);
        if !title.is_empty() && !item.has(Variable::ContainerTitle) {
            item.set(Variable::ContainerTitle, with_subtitle(&title, &plain(subtitle)));
        }
    }
    // Of a work in several volumes the title of the whole leads (APA 7, 10.2), and that of the volume follows.
    if !main.is_empty() {
        let part = item.item_type == ItemType::Chapter || item.has(Variable::ContainerTitle);
        let volume = if part { Variable::ContainerTitle } else { Variable::Title };
        let own = item.text(volume).unwrap_or_default().to_owned();
        item.set(Variable::VolumeTitle, own);
        item.set(volume, main);
    }
}

/// The title with a span around each part in braces that needs one.
fn with_spans(title: &DecodedText) -> String {
    let plain = markup::plain(&unprotected(title));
    let title_case = title_case::stored_by(&plain, CAPITALS_OUTSIDE_BRACES) == Stored::TitleCase;
    let mut out = String::with_capacity(title.text.len());
    let mut done = 0;
    for (from, to) in &title.protected {
        let part = title.text.get(*from..*to).unwrap_or_default();
        let whole = to - from == title.text.trim().len();
        // A part that cuts through markup cannot be marked up itself.
        let balanced = part.matches("</").count() * 2 == part.matches('<').count();
        if whole || !balanced || !needs_span(part, title_case) {
            continue;
        }
        out.push_str(title.text.get(done..*from).unwrap_or_default());
        out.push_str("<span class=\"nocase\">");
        out.push_str(part);
        out.push_str("</span>");
        done = *to;
    }
    out.push_str(title.text.get(done..).unwrap_or_default());
    out.replace('\u{a0}', " ")
}

/// The title without what is in braces, whose capitals do not show how the rest is written. A digit stands for each whole
/// word, so that the one behind it is not taken for the first.
fn unprotected(title: &DecodedText) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (from, to) in &title.protected {
        out.push_str(title.text.get(done..*from).unwrap_or_default());
        done = *to;
        let rest = title.text.get(done..).unwrap_or_default();
        if !rest.starts_with(char::is_letter) {
            out.push('0');
        }
    }
    out.push_str(title.text.get(done..).unwrap_or_default());
    out
}

/// Whether a part in braces needs a span, in a title in Title Case or in sentence case.
fn needs_span(part: &str, title_case: bool) -> bool {
    let plain = markup::plain(part);
    let mut words = plain.split(|c: char| c.is_whitespace() || c == '-');
    if title_case {
        // Every style keeps capitals inside a word; an initial capital is lowered.
        return words.any(|word| word.chars().next().is_some_and(char::is_uppercase_letter));
    }
    words.any(|word| word.contains(char::is_letter) && !word.contains(char::is_uppercase_letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_mark_only_what_letter_case_does_not_show() {
        for (raw, want) in [
            ("Royal commentaries of the {Incas}", "Royal commentaries of the Incas"),
            (
                "Forces of {van der Waals} and {DNA}",
                "Forces of <span class=\"nocase\">van der Waals</span> and DNA",
            ),
            (
                "On {$p$}-adic {H}\\textsubscript{2}{O}",
                "On <span class=\"nocase\">p</span>-adic H<sub>2</sub>O",
            ),
            (
                "A Survey of {Bayesian} Methods in Modern Medicine",
                "A Survey of <span class=\"nocase\">Bayesian</span> Methods in Modern Medicine",
            ),
            ("{The Whole Title In Braces Again}", "The Whole Title In Braces Again"),
            ("{\\'E}tude d'un {\\em Hamlet}", "Étude d'un <i>Hamlet</i>"),
        ] {
            assert_eq!(with_spans(&decode(raw)), want, "{raw}");
        }
    }
}
