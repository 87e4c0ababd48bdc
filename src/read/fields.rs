//! Field by field: from the tags that tell it to its value.

use crate::item::{Name, Rule};
use crate::prelude::*;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::page_citation::PageCitation;
use crate::read::{ReadResult, date, item_type, names as name};
use crate::text::{self, DIGITS, contains_listed, fill_in, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// Variables whose value is the text of the best tag as it stands, where the text can be one.
const TEXTS: &[Variable] = &[
    Variable::ContainerTitle,
    Variable::ContainerTitleShort,
    Variable::Volume,
    Variable::Issue,
    Variable::Number,
    Variable::Publisher,
    Variable::Isbn,
    Variable::Pmid,
    Variable::Pmcid,
    Variable::Language,
    Variable::Version,
    Variable::Edition,
    Variable::Doi,
];

/// Whether a text can be the value of a variable.
fn fits(variable: Variable, text: &str) -> bool {
    match variable {
        Variable::ContainerTitle | Variable::ContainerTitleShort | Variable::Publisher => is_words(text),
        // The name or the tag of a language, and not the template that should have put one in.
        Variable::Language => {
            text.len() < 30 && text.chars().all(|c| c.is_letter() || "-_ ".contains_char(c))
        }
        Variable::Doi => holds_doi(text),
        // A number with what may stand around it.
        _ => text.len() < 80,
    }
}

/// Words of a title or a name: letters side by side, which an ISSN has not, and no address.
fn is_words(text: &str) -> bool {
    let (mut two, mut before) = (false, false);
    for byte in text.bytes() {
        let letter = byte.is_ascii_alphabetic() || !byte.is_ascii();
        two |= before && letter;
        before = letter;
    }
    let start = text.get(..4).unwrap_or("").to_ascii_lowercase();
    two && !text::contains(text, "://") && !list_contains("doi: urn: issn", &start)
}

/// Reads all variables that are plain text.
pub(crate) fn texts(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    for variable in TEXTS.iter().copied() {
        let candidates = metadata.candidates(variable);
        if let Some(candidate) = candidates.iter().find(|candidate| fits(variable, candidate.text)) {
            // In Dublin Core the number of the issue may follow the name of the journal.
            let numbered =
                list_contains("dc.source dc.relation.ispartof dcterms.ispartof dc.ispartof", candidate.tag);
            let numbered = numbered && variable == Variable::ContainerTitle;
            reading.item.set(variable, if numbered { unnumbered(candidate.text) } else { candidate.text });
        }
    }
    sites(metadata, reading);
    reading.item.set(Variable::Abstract, summary(metadata));
    let described = metadata.first("description");
    let copied = metadata.first("generator").starts_with("DSpace") || metadata.has("article_title");
    if copied && described.contains_char(' ') {
        reading.fill(Variable::Abstract, described);
    }
    // What describes data for machines says more than the tags beside it.
    let mut words = Vec::new();
    if matches!(reading.item.item_type, ItemType::Dataset | ItemType::Software) {
        metadata.push_in_language("ld.keywords", &mut words);
    }
    if words.is_empty() {
        words = metadata.best_candidates(Variable::Keyword);
    }
    reading.item.set(Variable::Keyword, keywords(&words));
}

/// The abstract: among descriptions in one tag the longest; a single word is a filler.
fn summary<'a>(metadata: &Metadata<'a>) -> &'a str {
    let (mut tag, mut longest) = ("", "");
    for candidate in metadata.candidates(Variable::Abstract) {
        let rivals = tag.is_empty() || tag == candidate.tag;
        if rivals && candidate.text.contains_char(' ') && candidate.text.len() >= longest.len() {
            (tag, longest) = (candidate.tag, candidate.text);
        }
    }
    longest
}

/// The name of a journal without the volume, the issue, the year and the pages behind it.
fn unnumbered(source: &str) -> &str {
    let lower = source.to_ascii_lowercase();
    let mut end = source.len();
    for mark in ";|, vol| vol.| vol |, no|, issue| (".split_char('|') {
        end = text::find(&lower, mark).unwrap_or(end).min(end);
    }
    let name = text::split_at(source, end).0;
    // A name may end in a number; four figures behind it are the year, others the volume before a comma.
    let bare = name.trim_end_any("0123456789 ,");
    if name.len() > bare.len() + 4 && bare.len() > 2 { bare } else { name }
}

/// What the title of the page says behind the article's, up to the next bar: on Atypon's platform the journal or the
/// proceedings. Nothing where that is the publisher's name or the site's.
fn behind_title<'a>(metadata: &Metadata<'a>) -> &'a str {
    let title = metadata.value(Variable::Title);
    let behind = metadata.first("page.title").strip_prefix(title).filter(|_| !title.is_empty());
    let Some(name) = behind.and_then(|behind| behind.trim_start().strip_prefix('|')) else { return "" };
    let name = text::before_any(name, "|").trim();
    let other = name == metadata.first("og.site_name") || name == metadata.first("dc.publisher");
    if other || !is_words(name) { "" } else { name }
}

/// Fills what stands for the container or the publisher in the name of the site: of an encyclopedia, of a blog, of a
/// repository of data; and the journal from the feed that Atypon's platform offers.
fn sites(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    let site = metadata.first("og.site_name");
    match reading.item.item_type {
        ItemType::Dataset | ItemType::Software => reading.fill(Variable::Publisher, site),
        ItemType::PostWeblog => reading.fill(Variable::ContainerTitle, site),
        ItemType::EntryEncyclopedia => {
            reading.fill(Variable::ContainerTitle, item_type::encyclopedia(metadata))
        }
        ItemType::ArticleJournal => {
            let feeds = metadata.tagged("link.feed");
            let journal = feeds.iter().find_map(|feed| text::split_once(feed.text, "alert for "));
            reading.fill(Variable::ContainerTitle, journal.map_or("", |parts| parts.1));
            reading.fill(Variable::ContainerTitle, behind_title(metadata));
            let container = text::to_lowercase(reading.item.text(Variable::ContainerTitle).unwrap_or(""));
            let met = contains_listed(&container, "conference symposium workshop");
            if met && container.starts_with("proceedings") {
                reading.item.item_type = ItemType::PaperConference;
            }
        }
        ItemType::Article if metadata.has("citation_arxiv_id") => {
            reading.fill(Variable::Number, &fill_in("arXiv:{}", &[metadata.first("citation_arxiv_id")]));
            reading.fill(Variable::Publisher, "arXiv");
        }
        _ => {}
    }
}

/// Keywords beyond this number are not looked up among those before them.
const MANY: usize = 500;

/// Keywords, one a tag or several parted by semicolons, in CSL's form: parted by commas.
fn keywords(metadata: &[Candidate<'_>]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for candidate in metadata {
        for word in candidate.text.split_char(';') {
            let word = word.trim();
            if !word.is_empty() && (words.len() > MANY || !words.contains(&word)) {
                words.push(word);
            }
        }
    }
    text::join(&words, ", ")
}

/// Reads authors and editors.
pub(crate) fn names(metadata: &Metadata<'_>, cited: &PageCitation, reading: &mut ReadResult) {
    for variable in [Variable::Author, Variable::Editor] {
        let mut found: Vec<Name> = Vec::new();
        for candidate in metadata.best_candidates(variable) {
            if candidate.group || cited.groups(candidate.text) {
                found.push(Name::literal(candidate.text));
                continue;
            }
            for raw in name::list(candidate.text, candidate.tag == "ojs2.authors") {
                let field = fill_in("{}[{}]", &[variable.word(), &text::usize_to_decimal(found.len())]);
                found.extend(one_name(raw, &field, cited, reading));
            }
        }
        reading.item.set(variable, found);
    }
}

/// A name, with what is to be said about it.
fn one_name(raw: &str, field: &str, cited: &PageCitation, reading: &mut ReadResult) -> Option<Name> {
    let bare = name::bare(raw);
    if bare != raw {
        let evidence = "marks, years and roles are no part of a name";
        reading.repair(Rule::Markup, field, [raw, bare], evidence);
    }
    let split = name::split(bare, cited);
    let name = split.name;
    if name.is_empty() {
        return None;
    }
    let mut family = name.family.clone();
    for particle in [&name.non_dropping_particle, &name.dropping_particle] {
        if !particle.is_empty() {
            family = fill_in("{} {}", &[particle, &family]);
        }
    }
    if split.guessed {
        let sentence = "Where the family name begins in “{}” is a guess: “{}”.";
        reading.warning(field, sentence, &[raw, &family]);
    }
    // The particle got its own place, and the page's own citation shows where the family name begins.
    if split.cited && !name.non_dropping_particle.is_empty() {
        let inverted = fill_in("{}, {}", &[&family, &name.given]);
        let evidence = fill_in("the page's own citation has “{}”", &[&family]);
        reading.repair(Rule::Particle, field, [raw, &inverted], &evidence);
    }
    Some(name)
}

/// Reads the date of issue and the date of appearance online.
pub(crate) fn dates(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    for variable in [Variable::Issued, Variable::AvailableDate] {
        let candidates = metadata.candidates(variable);
        if let Some(date) = candidates.iter().find_map(|candidate| date::read(candidate.text)) {
            reading.item.set(variable, date);
        } else if let Some(candidate) = candidates.first() {
            reading.warning(variable.word(), "“{}” is no date that could be read.", &[candidate.text]);
        }
    }
    // A date online says nothing new where it is the date of issue.
    if reading.item.get(Variable::AvailableDate) == reading.item.get(Variable::Issued) {
        reading.item.remove(Variable::AvailableDate);
    }
}

/// Reads the ISSN, and an ISBN that is an identifier like others: tags with these names hold other things as well, so the
/// value must look right.
pub(crate) fn identifiers(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    let doi = metadata.first("citation_doi");
    if reading.item.get(Variable::Doi).is_none() && !doi.is_empty() {
        reading.warning("DOI", "“{}” is no DOI: it should begin with “10.”.", &[doi]);
    }
    let mut numbers: Vec<&str> = Vec::new();
    let mut family = "";
    for candidate in metadata.candidates(Variable::Issn) {
        let own = text::before_any(candidate.tag, "_.");
        if !numbers.is_empty() && own != family {
            break;
        }
        family = own;
        let number = text::after_last_any(candidate.text, ":").trim();
        // Four digits, a hyphen, three digits and the check digit, which may be an X.
        let plain = text::remove_chars(number, "- ");
        let digits = plain.trim_end_any("Xx");
        if plain.len() == 8 && digits.len() > 6 && text::is_digits(digits) && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    reading.item.set(Variable::Issn, text::join(&numbers, ", "));
    for candidate in metadata.tagged("dc.identifier") {
        if text::contains(&text::to_lowercase(candidate.text), "isbn") {
            let start = candidate.text.find_any(DIGITS).unwrap_or(candidate.text.len());
            reading.fill(Variable::Isbn, text::before_any(text::split_at(candidate.text, start).1, " "));
            break;
        }
    }
}

/// Whether a DOI stands in the text: `10.`, four digits or more, a slash (or its escape) and something after.
fn holds_doi(text: &str) -> bool {
    for at in text::match_indices(text, "10.") {
        let rest = text.get(at + 3..).unwrap_or("");
        let suffix = rest.trim_start_any("0123456789.");
        let slash = ["/", "%2F", "%2f"].iter().any(|slash| suffix.starts_with(slash));
        if rest.len() - suffix.len() >= 3 && slash && suffix.len() > 1 {
            return true;
        }
    }
    false
}

/// Reads the address of the article. Only `http` and `https` addresses are kept, for it becomes a link; that of the
/// journal's front page is not the article's, and a canonical address on another host than the one that the page gives
/// to social networks is a resolver's.
pub(crate) fn url(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    let shared = host(metadata.first("og.url"));
    for candidate in metadata.candidates(Variable::Url) {
        let address = host(candidate.text);
        if let Some((host, true)) = address {
            // A file is not the page; and what a record relates to is, in EPrints alone, its own page.
            let file = candidate.tag == "dc.identifier" && candidate.text.ends_with(".pdf");
            let related = candidate.tag == "dc.relation" && !metadata.has_prefix("eprints");
            let elsewhere = shared.is_some_and(|own| !own.0.eq_ignore_ascii_case(host));
            if !(file || related || elsewhere && candidate.tag == "link.canonical") {
                reading.item.set(Variable::Url, candidate.text);
                return;
            }
        } else if address.is_none() && candidate.tag != "dc.identifier" && has_scheme(candidate.text) {
            let short: String = candidate.text.chars().take(40).collect_string();
            let sentence = "The address “{}” was left out: only http and https addresses are kept.";
            reading.warning("URL", sentence, &[&short]);
        }
    }
}

/// The host of a web address, and whether the address goes on to a page.
fn host(address: &str) -> Option<(&str, bool)> {
    let (scheme, rest) = text::split_once(address, "://")?;
    let host = text::before_any(rest, "/");
    list_contains("http https", &scheme.to_ascii_lowercase()).then_some((host, rest.len() > host.len() + 1))
}

/// Whether a text begins with the scheme of an address. Blanks and control characters inside do not hide one.
fn has_scheme(text: &str) -> bool {
    let scheme = text::before_any(text, ":");
    let known = |c: char| c.is_ascii_alphanumeric() || c.is_ascii_control() || " +.-".contains_char(c);
    scheme.len() < text.len() && scheme.chars().all(known)
}

/// Warnings where tags contradict each other about volume, issue, DOI, authors or year.
pub(crate) fn disagreements(metadata: &Metadata<'_>, reading: &mut ReadResult) {
    for variable in [Variable::Volume, Variable::Issue] {
        let candidates = metadata.candidates(variable);
        contradiction(reading, variable, &candidates, &candidates, str::to_owned);
    }
    let others = metadata.tagged("prism.doi dc.identifier.doi ojs.doi");
    contradiction(reading, Variable::Doi, &metadata.tagged("citation_doi"), &others, |text| {
        let at = text::find(text, "10.").filter(|_| holds_doi(text));
        text::to_lowercase(text::split_at(text, at.unwrap_or(text.len())).1)
    });
    let taken = reading.item.names(Variable::Author).len();
    for tag in ["dc.creator.personalname", "dc.creator", "ld.author"] {
        let mut candidates = Vec::new();
        metadata.push_in_language(tag, &mut candidates);
        if metadata.has("citation_author") && candidates.len() > taken {
            let (candidates, taken) =
                (text::usize_to_decimal(candidates.len()), text::usize_to_decimal(taken));
            let sentence = "Authors read: {}; the tag {} names {}.";
            reading.warning(Variable::Author.word(), sentence, &[&taken, tag, &candidates]);
            break;
        }
    }
    // A paper that appeared in print the year after is no fault of the metadata; still a person should look.
    let mut others = Vec::new();
    for tag in "citation_publication_date citation_date dc.date.issued citation_year".split_char(' ') {
        metadata.push_in_language(tag, &mut others);
    }
    contradiction(reading, Variable::Issued, &metadata.candidates(Variable::Issued), &others, |text| {
        let year = date::read(text).and_then(|date| date.start).map_or(0, |start| start.year);
        if year == 0 { String::new() } else { text::to_decimal(year.unsigned_abs()) }
    });
}

/// A warning where the first candidate that says something about a variable and another say different things. `said` is what a
/// text says, empty where that is nothing.
fn contradiction(
    reading: &mut ReadResult,
    variable: Variable,
    candidates: &[Candidate<'_>],
    others: &[Candidate<'_>],
    said: fn(&str) -> String,
) {
    let Some(taken) = candidates.iter().find(|candidate| !said(candidate.text).is_empty()) else { return };
    let wanted = said(taken.text);
    for other in others {
        let says = said(other.text);
        if !says.is_empty() && says != wanted {
            let sentence = "“{}” was taken, but the tag {} says “{}”.";
            return reading.warning(variable.word(), sentence, &[taken.text, other.tag, other.text]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_a_doi() {
        for text in ["10.1000/x", "https://doi.org/10.58932/MULA0028", "doi:10.1000%2Fx", "DOI 10.1000.5/x"] {
            assert!(holds_doi(text), "{text}");
        }
        for text in ["28", "10.5", "https://x.org/10.1000", "10./x", "ade/1391109086"] {
            assert!(!holds_doi(text), "{text}");
        }
    }
}
