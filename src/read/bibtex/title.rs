//! Titles: their parts joined, and the braces around capitals that mean something.
//!
//! Styles of BibTeX make capitals small but for those in braces; CSL has titles stored as sentences and says by
//! `<span class="nocase">` what must stay as it is. So the braces of a sentence's capitals say nothing new, only such
//! as hold small words that a style in Title Case would raise (`{van der Waals}`, `{p}-adic`). In a title that is
//! stored in Title Case they tell the proper nouns from the rest (`{Bayesian} Methods in {France}`).

use super::latex::{Decoded, decoded};
use super::scan::Entry;
use crate::item::Item;
use crate::prelude::*;
use crate::read::jats::with_subtitle;
use crate::text;
use crate::text::markup;
use crate::vocabulary::Variable;

/// Reads the titles of a work and of the book it is in.
pub(super) fn read(entry: &Entry, item: &mut Item) {
    let text = |name: &str| entry.get(name).map(|raw| marked(&decoded(raw))).unwrap_or_default();
    item.set(Variable::Title, with_subtitle(&text("title"), &text("subtitle")));
    let plain = |name: &str| entry.get(name).map(super::plain).unwrap_or_default();
    for (main, sub, variable) in [
        ("booktitle", "booksubtitle", Variable::ContainerTitle),
        ("journaltitle", "journalsubtitle", Variable::ContainerTitle),
        ("journal", "journalsubtitle", Variable::ContainerTitle),
    ] {
        let main = super::spaced(&plain(main));
        if !main.is_empty() && item.get(variable).is_none() {
            item.set(variable, with_subtitle(&main, &plain(sub)));
        }
    }
}

/// The title with a span around each stretch in braces that needs one.
fn marked(title: &Decoded) -> String {
    let raised = in_title_case(&markup::plain(&unkept(title)));
    let mut out = String::with_capacity(title.text.len());
    let mut done = 0;
    for (from, to) in &title.kept {
        let part = title.text.get(*from..*to).unwrap_or_default();
        let whole = to - from == title.text.trim().len();
        // A stretch that cuts through markup cannot be marked up itself.
        let balanced = part.matches("</").count() * 2 == part.matches('<').count();
        if whole || !balanced || !needs_span(part, raised) {
            continue;
        }
        out.push_str(title.text.get(done..*from).unwrap_or_default());
        out.push_str("<span class=\"nocase\">");
        out.push_str(part);
        out.push_str("</span>");
        done = *to;
    }
    out.push_str(title.text.get(done..).unwrap_or_default());
    super::spaced(&out)
}

/// The title without what stands in braces: its capitals tell nothing of how the rest is written.
fn unkept(title: &Decoded) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (from, to) in &title.kept {
        out.push_str(title.text.get(done..*from).unwrap_or_default());
        done = *to;
    }
    out.push_str(title.text.get(done..).unwrap_or_default());
    out
}

fn needs_span(part: &str, raised: bool) -> bool {
    let plain = markup::plain(part);
    let mut words = plain.split(|c: char| c.is_whitespace() || c == '-');
    if raised {
        // Capitals inside a word are kept by everybody; a lone first capital is not.
        return words.any(|word| word.chars().next().is_some_and(char::is_uppercase_letter));
    }
    words.any(|word| word.contains(char::is_letter) && !word.contains(char::is_uppercase_letter))
}

/// Whether every word of some length but the first begins with a capital, and there are some.
fn in_title_case(title: &str) -> bool {
    let mut capitals = 0;
    for word in title.split(|c: char| c.is_whitespace() || c == '-').skip(1) {
        let word = word.trim_matches(|c: char| !c.is_letter_or_number());
        if word.char_count() > 4
            && word.chars().all(|c| !c.is_uppercase_letter())
            && word.contains(char::is_letter)
        {
            return false;
        }
        capitals += usize::from(word.chars().next().is_some_and(char::is_uppercase_letter));
    }
    capitals > 2 && text::to_lowercase(title) != title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_stand_where_braces_say_something_new() {
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
            assert_eq!(marked(&decoded(raw)), want, "{raw}");
        }
    }
}
