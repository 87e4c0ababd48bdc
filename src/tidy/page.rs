//! Repairs for which the page is the evidence: italics that only the heading has, marks beside names, particles.

use crate::item::{Item, Name, NameSource, Rule, Sources, TitleSource, Value};
use crate::prelude::*;
use crate::text::markup::{has_same_words, is_marked_whole};
use crate::text::{self, concat, usize_to_decimal};
use crate::tidy::report::{LONGEST, Report};
use crate::vocabulary::Variable;

/// Repairs a record by the texts of the page that it was read from.
pub(super) fn repair(report: &mut Report, item: &mut Item, sources: &Sources) {
    repair_title(report, item, &sources.title);
    for source in &sources.names {
        if let Some(Value::Names(names)) = item.get_mut(source.variable)
            && let Some(name) = names.get_mut(source.index)
        {
            repair_name(report, name, source);
        }
    }
}

/// Takes the inline markup of the title from the visible heading.
fn repair_title(report: &mut Report, item: &mut Item, source: &TitleSource) {
    let TitleSource { text: stored, heading } = source;
    let Some(title) = item.text(Variable::Title) else { return };
    let Some(subtitle) = title.strip_prefix(stored.as_str()) else { return };
    let too_long = stored.len().max(heading.len()) > LONGEST;
    if too_long || stored.is_empty() || stored.contains_char('<') || !heading.contains_char('<') {
        return;
    }
    let marked = with_markup(stored, heading);
    if marked != *stored && report.options.allows(Rule::Markup) {
        let evidence = concat(&["the visible h1 sets the same words in ", first_tag(&marked)]);
        report.repaired("title", stored, &marked, Rule::Markup, &evidence);
        let repaired = concat(&[&marked, subtitle]);
        item.set(Variable::Title, repaired);
    }
}

/// The shortest phrase in italics that is looked for in a title, in bytes: shorter ones match by chance.
const SHORTEST_PHRASE: usize = 4;

/// The stored title with the markup of the heading: all of it where both have the same words, else that of the phrases
/// in italics which the title has too, for the heading may be in another language.
fn with_markup(stored: &str, heading: &str) -> String {
    if has_same_words(stored, heading) {
        return if is_marked_whole(heading) { stored.to_owned() } else { heading.to_owned() };
    }
    let mut title = stored.to_owned();
    let mut rest = heading;
    while let Some((phrase, after)) =
        text::split_once(rest, "<i>").and_then(|(_, marked)| text::split_once(marked, "</i>"))
    {
        rest = after;
        let [at] = *text::match_indices(&title, phrase) else { continue };
        let (before, found) = text::split_at(&title, at);
        let following = found.get(phrase.len()..).unwrap_or("");
        let apart = |c: Option<char>| !c.is_some_and(char::is_letter_or_number);
        let long = phrase.len() >= SHORTEST_PHRASE && !phrase.contains_char('<');
        if long && apart(before.chars().next_back()) && apart(following.chars().next()) {
            title = concat(&[before, "<i>", phrase, "</i>", following]);
        }
    }
    title
}

/// The first tag of a title.
fn first_tag(title: &str) -> &str {
    let mut first = (title.len(), "markup");
    for tag in ["<i>", "<b>", "<sub>", "<sup>"] {
        if let Some(at) = text::find(title, tag) {
            first = first.min((at, tag));
        }
    }
    first.1
}

/// Reports what the reader took off a name, or puts the name back as it was stored where that is not wanted; and reports
/// a particle that the page's own citation confirms.
fn repair_name(report: &mut Report, name: &mut Name, source: &NameSource) {
    let field = concat(&[source.variable.word(), "[", &usize_to_decimal(source.index), "]"]);
    if source.name != source.text {
        if !report.options.allows(Rule::Markup) {
            *name = Name::literal(&source.text);
            return;
        }
        let evidence = "it is no part of the name";
        report.repaired(&field, &source.text, &source.name, Rule::Markup, evidence);
    }
    if source.in_citation && !name.non_dropping_particle.is_empty() && report.options.allows(Rule::Particle) {
        let family = name.family_with_particles();
        let inverted = concat(&[&family, ", ", &name.given]);
        let evidence = concat(&["the page's own citation has “", &family, "”"]);
        report.repaired(&field, &source.text, &inverted, Rule::Particle, &evidence);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::options::Options;
    use crate::vocabulary::ItemType;

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

    #[test]
    fn with_the_rules_off_the_texts_of_the_page_stay() {
        let mut item = Item::new("", ItemType::ArticleJournal);
        item.set(Variable::Title, "On E. coli: A review");
        item.set(Variable::Author, vec![Name::person("Akram", "Qudsia")]);
        let name = NameSource {
            variable: Variable::Author,
            index: 0,
            tag: "citation_author",
            text: "Qudsia Akram1,2*".to_owned(),
            name: "Qudsia Akram".to_owned(),
            in_citation: false,
        };
        let title = TitleSource { text: "On E. coli".to_owned(), heading: "On <i>E. coli</i>".to_owned() };
        let sources = Sources { title, names: vec![name], ..Sources::default() };
        let repaired = |options: Options| {
            let mut report = Report { options, repairs: Vec::new(), warnings: Vec::new() };
            let mut item = item.clone();
            repair(&mut report, &mut item, &sources);
            let title = item.text(Variable::Title).unwrap_or_default().to_owned();
            (title, item.names(Variable::Author).to_vec(), report.repairs.len())
        };
        let (title, names, count) = repaired(Options::default());
        assert_eq!((title.as_str(), count), ("On <i>E. coli</i>: A review", 2));
        assert_eq!(names, [Name::person("Akram", "Qudsia")]);
        let (title, names, count) = repaired(Options::none());
        assert_eq!((title.as_str(), count), ("On E. coli: A review", 0));
        assert_eq!(names, [Name::literal("Qudsia Akram1,2*")]);
    }
}
