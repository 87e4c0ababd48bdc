//! Field by field: from the tags that tell it to its value.

use crate::item::{Doubt, Name, Repair, Rule};
use crate::prelude::*;
use crate::read::cited::{Cited, authors};
use crate::read::tags::{Fact, Facts};
use crate::read::{Reading, date, kind, names as name, pages};
use crate::text::{self, joined, listed};
use crate::vocabulary::{ItemType, Variable};

/// What a text must be.
type Test = fn(&str) -> bool;

/// Variables whose value is the text of the best tag as it stands, with what such a text must be.
const TEXTS: &[(Variable, Test)] = &[
    (Variable::ContainerTitle, is_words),
    (Variable::ContainerTitleShort, is_words),
    (Variable::Volume, is_short),
    (Variable::Issue, is_short),
    (Variable::Number, is_short),
    (Variable::Publisher, is_words),
    (Variable::Isbn, is_short),
    (Variable::Pmid, is_short),
    (Variable::Pmcid, is_short),
    (Variable::Language, is_language),
    (Variable::Version, is_short),
    (Variable::Edition, is_short),
];

/// Words of a title or a name: letters side by side, which an ISSN has not, and no address.
fn is_words(text: &str) -> bool {
    let bytes = text.as_bytes();
    let two =
        bytes.windows(2).any(|two| two.iter().all(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()));
    let lower = text.get(..4).unwrap_or("").to_ascii_lowercase();
    two && !text::contains(text, "://") && !matches!(lower.as_str(), "doi:" | "urn:" | "issn")
}

/// The name or the tag of a language: letters, and not the template that should have put one in.
fn is_language(text: &str) -> bool {
    text.len() < 30 && text.chars().all(|c| c.is_letter() || matches!(c, '-' | '_' | ' '))
}

/// A number with what may stand around it.
fn is_short(text: &str) -> bool {
    text.len() < 80
}

/// Reads all variables that are plain text.
pub(crate) fn texts(facts: &Facts<'_>, reading: &mut Reading) {
    for (variable, fits) in TEXTS {
        let mut groups = facts.groups(*variable);
        let found = groups.find_map(|group| group.into_iter().find(|fact| fits(fact.text)));
        if let Some(fact) = found {
            // In Dublin Core the number of the issue may follow the name of the journal.
            let numbered = listed("dc.source dc.relation.ispartof dcterms.ispartof dc.ispartof", fact.tag);
            reading.item.set(*variable, if numbered { unnumbered(fact.text) } else { fact.text });
        }
    }
    sites(facts, reading);
    // Among descriptions in one language the longest is the abstract; a single word is a filler.
    let mut groups = facts.groups(Variable::Abstract);
    let longest = groups.find_map(|group| {
        let worded = group.into_iter().filter(|fact| fact.text.holds(' '));
        worded.max_by_key(|fact| fact.text.len())
    });
    if let Some(fact) = longest {
        reading.item.set(Variable::Abstract, fact.text);
    }
    let described = facts.first("description");
    let copied = facts.first("generator").starts_with("DSpace") || facts.has("article_title");
    if copied && described.holds(' ') {
        fill(reading, Variable::Abstract, described);
    }
    // What describes data for machines says more than the tags beside it.
    let data = facts.best_of("ld.keywords");
    let of_data =
        matches!(reading.item.item_type, ItemType::Dataset | ItemType::Software) && !data.is_empty();
    let words = if of_data { data } else { facts.best(Variable::Keyword) };
    reading.item.set(Variable::Keyword, keywords(&words));
}

/// The name of a journal without the volume, the issue, the year and the pages behind it.
fn unnumbered(source: &str) -> &str {
    let lower = source.to_ascii_lowercase();
    let marks = ["; ", ";", ", vol", " vol.", " vol ", ", no", ", issue", " ("];
    let end = marks.iter().filter_map(|mark| text::find(&lower, mark)).min().unwrap_or(source.len());
    let name = source.get(..end).unwrap_or(source);
    // A name may end in a number; four figures behind it are the year, others the volume before a comma.
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ','));
    if name.len() > bare.len() + 4 && bare.len() > 2 { bare } else { name }
}

/// What the title of the page says behind the article's, up to the next bar: on Atypon's platform the journal or the
/// proceedings. Nothing where that is the publisher's name or the site's.
fn behind_title<'a>(facts: &Facts<'a>) -> &'a str {
    let title = facts.text(Variable::Title).unwrap_or("");
    let Some(behind) = facts.first("page.title").strip_prefix(title).filter(|_| !title.is_empty()) else {
        return "";
    };
    let Some(name) = behind.trim_start().strip_prefix('|') else { return "" };
    let name = name.split('|').next().unwrap_or("").trim();
    let other = [facts.first("og.site_name"), facts.first("dc.publisher")].contains(&name);
    if other || !is_words(name) { "" } else { name }
}

/// Fills what stands for the container or the publisher in the name of the site: of an encyclopedia, of a blog, of a
/// repository of data; and the journal from the feed that Atypon's platform offers.
fn sites(facts: &Facts<'_>, reading: &mut Reading) {
    let site = facts.first("og.site_name");
    match reading.item.item_type {
        ItemType::Dataset | ItemType::Software => fill(reading, Variable::Publisher, site),
        ItemType::PostWeblog => fill(reading, Variable::ContainerTitle, site),
        ItemType::EntryEncyclopedia => {
            fill(reading, Variable::ContainerTitle, kind::encyclopedia(facts).unwrap_or(""));
        }
        ItemType::ArticleJournal => {
            let mut feeds = facts.tag("link.feed").filter_map(|fact| text::cut(fact.text, "alert for "));
            let journal = feeds.next().map_or("", |parts| parts.1);
            fill(
                reading,
                Variable::ContainerTitle,
                if journal.is_empty() { behind_title(facts) } else { journal },
            );
            let container = text::lower(reading.item.text(Variable::ContainerTitle).unwrap_or(""));
            let met =
                ["conference", "symposium", "workshop"].iter().any(|word| text::contains(&container, word));
            if met && container.starts_with("proceedings") {
                reading.item.item_type = ItemType::PaperConference;
            }
        }
        ItemType::Article if facts.has("citation_arxiv_id") => {
            let number = joined(&["arXiv:", facts.first("citation_arxiv_id")]);
            fill(reading, Variable::Number, &number);
            fill(reading, Variable::Publisher, "arXiv");
        }
        _ => {}
    }
}

/// Keywords beyond this number are not looked up among those before them.
const MANY: usize = 500;

/// Keywords, one a tag or several parted by semicolons, in CSL's form: parted by commas.
fn keywords(facts: &[Fact<'_>]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in facts.iter().flat_map(|fact| fact.text.split(';')).map(str::trim) {
        if !word.is_empty() && (words.len() > MANY || !words.contains(&word)) {
            words.push(word);
        }
    }
    text::separated(&words, ", ")
}

/// Reads authors and editors.
pub(crate) fn names(facts: &Facts<'_>, cited: &Cited, reading: &mut Reading) {
    for variable in [Variable::Author, Variable::Editor] {
        let facts = facts.best(variable);
        let mut found: Vec<Name> = Vec::new();
        for fact in facts {
            if fact.group || cited.groups(fact.text) {
                found.push(Name::literal(fact.text));
                continue;
            }
            for raw in name::list(fact.text, fact.tag == "ojs2.authors") {
                let bare = name::bare(raw);
                if bare != raw {
                    reading.repairs.push(Repair {
                        field: joined(&[variable.word(), "[", &text::count(found.len()), "]"]),
                        from: raw.to_owned(),
                        to: bare.to_owned(),
                        rule: Rule::Markup,
                        evidence: "marks, years and roles are no part of a name".to_owned(),
                    });
                }
                let split = name::split(bare, cited);
                if split.name.is_empty() {
                    continue;
                }
                if split.guessed {
                    let message = [
                        "Where the family name begins in “",
                        raw,
                        "” is a guess: “",
                        &family(&split.name),
                        "”.",
                    ];
                    let field = joined(&[variable.word(), "[", &text::count(found.len()), "]"]);
                    reading.doubts.push(Doubt::new(field, joined(&message)));
                }
                if split.cited && !split.name.non_dropping_particle.is_empty() {
                    reading.repairs.push(particle(variable, found.len(), raw, &split.name));
                }
                found.push(split.name);
            }
        }
        reading.item.set(variable, found);
    }
}

/// The repair that gave a particle its own place, where the page's own citation shows where the family name begins.
fn particle(variable: Variable, at: usize, raw: &str, name: &Name) -> Repair {
    let begins = family(name);
    Repair {
        field: joined(&[variable.word(), "[", &text::count(at), "]"]),
        from: raw.to_owned(),
        to: joined(&[&begins, ", ", &name.given]),
        rule: Rule::Particle,
        evidence: joined(&["the page's own citation has “", &begins, "”"]),
    }
}

fn family(name: &Name) -> String {
    let particles = [&name.dropping_particle, &name.non_dropping_particle, &name.family];
    text::separated(&particles.into_iter().filter(|part| !part.is_empty()).gather(), " ")
}

/// Reads the date of issue and the date of appearance online.
pub(crate) fn dates(facts: &Facts<'_>, reading: &mut Reading) {
    for variable in [Variable::Issued, Variable::AvailableDate] {
        let groups: Vec<_> = facts.groups(variable).gather();
        let mut values = groups.iter().flatten();
        if let Some(date) = values.find_map(|fact| date::read(fact.text)) {
            reading.item.set(variable, date);
        } else if let Some(fact) = groups.iter().flatten().next() {
            let message = joined(&["“", fact.text, "” is no date that could be read."]);
            reading.doubts.push(Doubt::new(variable.word(), message));
        }
    }
    // A date online says nothing new where it is the date of issue.
    if reading.item.get(Variable::AvailableDate) == reading.item.get(Variable::Issued) {
        reading.item.remove(Variable::AvailableDate);
    }
}

/// Reads DOI and ISSN: tags with these names hold other things as well, so the value must look right.
pub(crate) fn identifiers(facts: &Facts<'_>, reading: &mut Reading) {
    let doi = facts.groups(Variable::Doi).flatten().find(|fact| holds_doi(fact.text));
    if let Some(fact) = doi {
        reading.item.set(Variable::Doi, fact.text);
    } else if let Some(fact) = facts.tag("citation_doi").next() {
        let message = joined(&["“", fact.text, "” is no DOI: it should begin with “10.”."]);
        reading.doubts.push(Doubt::new("DOI", message));
    }
    let mut numbers: Vec<&str> = Vec::new();
    let mut family = "";
    for fact in facts.groups(Variable::Issn).flatten() {
        let own = fact.tag.split(['_', '.']).next().unwrap_or("");
        if !numbers.is_empty() && own != family {
            break;
        }
        family = own;
        let number = fact.text.rsplit(':').next().unwrap_or("").trim();
        // Four digits, a hyphen, three digits and the check digit, which may be an X.
        let plain = text::without(number, "- ");
        let digits = plain.trim_end_of("Xx");
        let digits = digits.len() > 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if plain.len() == 8 && digits && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    reading.item.set(Variable::Issn, text::separated(&numbers, ", "));
    let books = facts.tag("dc.identifier").find(|fact| text::contains(&text::lower(fact.text), "isbn"));
    if let Some(fact) = books {
        let number = fact.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        fill(reading, Variable::Isbn, number.split(' ').next().unwrap_or(""));
    }
}

/// Whether a DOI stands in the text: `10.`, four digits or more, a slash (or its escape) and something after.
fn holds_doi(text: &str) -> bool {
    text::places(text, "10.").into_iter().any(|at| {
        let rest = text.get(at + 3..).unwrap_or("");
        let suffix = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let slash = suffix.starts_with('/') || suffix.starts_with("%2F") || suffix.starts_with("%2f");
        rest.len() - suffix.len() >= 3 && slash && suffix.len() > 1
    })
}

/// Reads the address of the article. Only `http` and `https` addresses are kept, for it becomes a link; that of the
/// journal's front page is not the article's, and a canonical address on another host than the one that the page gives
/// to social networks is a resolver's.
pub(crate) fn url(facts: &Facts<'_>, reading: &mut Reading) {
    let shared = host(facts.first("og.url"));
    for fact in facts.groups(Variable::Url).flatten() {
        let address = host(fact.text);
        if let Some((host, true)) = address {
            // A file is not the page; and what a record relates to is, in EPrints alone, its own page.
            let file = fact.tag == "dc.identifier" && fact.text.ends_with(".pdf");
            if file || fact.tag == "dc.relation" && !facts.has_prefix("eprints") {
                continue;
            }
            let resolver = fact.tag == "link.canonical" && shared.as_ref().is_some_and(|own| own.0 != host);
            if !resolver {
                reading.item.set(Variable::Url, fact.text);
                return;
            }
        } else if address.is_none() && fact.tag != "dc.identifier" && scheme(&fact.text.to_ascii_lowercase())
        {
            let short: String = fact.text.chars().take(40).spell();
            let message =
                ["The address “", &short, "” was left out: only http and https addresses are kept."];
            reading.doubts.push(Doubt::new("URL", joined(&message)));
        }
    }
}

/// The host of a web address, in lower case, and whether the address goes on to a page.
fn host(address: &str) -> Option<(String, bool)> {
    let lower = address.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    Some((host.to_owned(), !path.is_empty()))
}

/// Whether a text begins with the scheme of an address. Blanks and control characters inside do not hide one.
fn scheme(lower: &str) -> bool {
    let Some((scheme, _)) = lower.split_once(':') else { return false };
    scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c.is_ascii_control() || matches!(c, ' ' | '+' | '.' | '-'))
}

/// Fills what no tag told from what the page shows: the label of the issue, and its own citation.
pub(crate) fn shown(facts: &Facts<'_>, cited: &Cited, reading: &mut Reading) {
    for tag in
        ["dcterms.bibliographiccitation", "dc.bibliographiccitation", "dc.identifier.citation", "dc.source"]
    {
        let (volume, issue, pages) = locator(facts.first(tag));
        fill(reading, Variable::Volume, &volume);
        fill(reading, Variable::Issue, &issue);
        fill(reading, Variable::Page, &pages);
    }
    if !facts.has_prefix("ojs") {
        return;
    }
    let (volume, issue, year) = issue_label(&joined(&[facts.first("ojs.issue"), facts.first("ojs2.issue")]));
    fill(reading, Variable::Volume, &volume);
    fill(reading, Variable::Issue, &issue);
    if let Some(parts) = cited.parts() {
        fill(reading, Variable::Title, parts.title);
        fill(reading, Variable::ContainerTitle, parts.container);
        fill(reading, Variable::Volume, parts.volume);
        fill(reading, Variable::Issue, parts.issue);
        let unpaged =
            reading.item.text(Variable::Page).is_none() && reading.item.text(Variable::Number).is_none();
        if unpaged && !parts.pages.is_empty() {
            pages::place(&mut reading.item, parts.pages);
        }
        if reading.item.names(Variable::Author).is_empty() {
            let names = authors(parts.authors).iter().map(|raw| name::split(raw, cited).name).gather();
            reading.item.set(Variable::Author, names);
        }
        issued(reading, parts.date);
    }
    issued(reading, &year);
}

/// Takes a date for that of the issue where none is known.
fn issued(reading: &mut Reading, text: &str) {
    if reading.item.date(Variable::Issued).is_none()
        && let Some(date) = date::read(text)
    {
        reading.item.set(Variable::Issued, date);
    }
}

fn fill(reading: &mut Reading, variable: Variable, value: &str) {
    if reading.item.get(variable).is_none() {
        reading.item.set(variable, value);
    }
}

/// Volume, issue and pages in what a citation says after the journal: `Made Journal, 7(2), 45-61. (2019)`,
/// `Made Journal; Vol. 9 No. 2 (2019): Topic; 45-61`, `Journal 58 (3): 112–119`, `Journal, vol. 3, no. 4, pp. 5-9`.
fn locator(citation: &str) -> (String, String, String) {
    let digit = |c: char| c.is_ascii_digit();
    let short = |text: &str, most: usize| text.starts_with(digit) && text.len() < most;
    let lower = text::lower(citation);
    let labelled = text::find(&lower, "vol.").or_else(|| text::find(&lower, "vol "));
    for at in text::places(citation, "(").into_iter().take(20) {
        let (before, rest) = text::parted(citation, at);
        let volume = before.trim_end().rsplit([' ', ',']).next().unwrap_or("");
        let Some((issue, rest)) = rest.get(1..).and_then(|rest| rest.split_once(')')) else { break };
        if short(volume, 5) && short(issue, 12) {
            // A year may stand in the issue's place: "58 (2003) 112–119".
            let year = issue.len() == 4 && issue.starts_in("12");
            if year && labelled.is_some() {
                continue;
            }
            let issue = if year { "" } else { issue };
            return (volume.to_owned(), issue.to_owned(), first_pages(rest));
        }
    }
    let Some(at) = labelled else { return <_>::default() };
    let label = citation.get(at..).unwrap_or("");
    let (volume, issue, _) = issue_label(label.split(';').next().unwrap_or(""));
    let paged = ["pp", "; ", "p. "].iter().find_map(|word| text::cut(label, word));
    (volume, issue, paged.map_or(String::new(), |parts| first_pages(parts.1)))
}

/// The pages that a text begins with, after their label and marks.
fn first_pages(text: &str) -> String {
    let bare = text.trim_start_matches(|c: char| !c.is_letter_or_number());
    let bare = bare.strip_prefix("pp").unwrap_or(bare).trim_start_of(". \u{a0}");
    let pages = bare.split([' ', ',', '.', ';', '(']).next().unwrap_or("");
    let figures = pages.chars().filter(char::is_ascii_digit).count();
    if figures > 0 && pages.len() < 16 { pages.to_owned() } else { String::new() }
}

/// Volume, issue and year in the label of an issue: `Vol. 11 No. 1 (2024)`, `Bd. 3 Nr. 2 (2020): Thema`, `No. 5 (2019)`.
fn issue_label(label: &str) -> (String, String, String) {
    let (numbered, year) = match label.split_once('(') {
        Some((numbered, rest)) => (numbered, rest.split(')').next().unwrap_or("")),
        None => (label, ""),
    };
    let (mut volume, mut issue) = (String::new(), String::new());
    let mut before = "";
    for word in numbered.split([' ', ',', ':', '\u{a0}']).filter(|word| !word.is_empty()) {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let label = text::lower(before);
        if number && label.starts_in("n№hi") && issue.is_empty() {
            word.clone_into(&mut issue);
        } else if number && !before.is_empty() && volume.is_empty() {
            word.clone_into(&mut volume);
        }
        before = word;
    }
    (volume, issue, year.trim().to_owned())
}

/// Doubts where tags contradict each other about volume, issue or year.
pub(crate) fn disagreements(facts: &Facts<'_>, reading: &mut Reading) {
    for variable in [Variable::Volume, Variable::Issue] {
        let mut values = facts.groups(variable).flatten();
        let Some(best) = values.next() else { continue };
        if let Some(other) = values.find(|other| other.text != best.text) {
            reading.doubts.push(contradiction(variable, best.text, &other));
        }
    }
    let bare = |fact: &Fact<'_>| {
        let at = text::find(fact.text, "10.").unwrap_or(0);
        text::lower(fact.text.get(at..).unwrap_or(""))
    };
    let mut names = facts.tag("citation_doi").filter(|fact| holds_doi(fact.text));
    if let Some(best) = names.next() {
        let others = ["prism.doi", "dc.identifier.doi", "ojs.doi"].into_iter().flat_map(|tag| facts.tag(tag));
        let mut others = others.filter(|other| holds_doi(other.text) && bare(other) != bare(best));
        if let Some(other) = others.next() {
            reading.doubts.push(contradiction(Variable::Doi, best.text, other));
        }
    }
    let taken = reading.item.names(Variable::Author).len();
    for tag in ["dc.creator.personalname", "dc.creator", "ld.author"] {
        let told = facts.best_of(tag).len();
        if facts.has("citation_author") && told > taken {
            let (told, taken) = (text::count(told), text::count(taken));
            let message = ["Authors read: ", &taken, "; the tag ", tag, " names ", &told, "."];
            reading.doubts.push(Doubt::new(Variable::Author.word(), joined(&message)));
            break;
        }
    }
    let year = |fact: &Fact<'_>| date::read(fact.text).and_then(|date| date.start).map(|start| start.year);
    let mut dates = facts.groups(Variable::Issued).flatten().filter(|fact| year(fact).is_some());
    let Some(best) = dates.next() else { return };
    let issues = ["dc.date.issued", "citation_year", "citation_date", "citation_publication_date"];
    if let Some(other) = dates.find(|other| issues.contains(&other.tag) && year(other) != year(&best)) {
        // A paper that appeared in print the year after is no fault of the metadata; still a person should look.
        reading.doubts.push(contradiction(Variable::Issued, best.text, &other));
    }
}

fn contradiction(variable: Variable, taken: &str, other: &Fact<'_>) -> Doubt {
    let message = ["“", taken, "” was taken, but the tag ", other.tag, " says “", other.text, "”."];
    Doubt::new(variable.word(), joined(&message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_issues() {
        let check = |label: &str, volume: &str, issue: &str, year: &str| {
            let want = (volume.to_owned(), issue.to_owned(), year.to_owned());
            assert_eq!(issue_label(label), want, "{label}");
        };
        check("Vol. 11 No. 1 (2024)", "11", "1", "2024");
        check("Vol 3, No 2 (2013): Special", "3", "2", "2013");
        check("Bd. 3 Nr. 2 (2020): Thema", "3", "2", "2020");
        check("Vol. 9 (2023)", "9", "", "2023");
        check("No. 5 (2019)", "", "5", "2019");
        check("Núm. 12-13 (2019)", "", "12-13", "2019");
        check("Summer", "", "", "");
    }

    #[test]
    fn citations_tell_volume_issue_and_pages() {
        let check = |citation: &str, want: &str| {
            let (volume, issue, pages) = locator(citation);
            assert_eq!([volume, issue, pages].join("|"), want, "{citation}");
        };
        check("Made Bay Journal, 7(2), 45-61. (2019)", "7|2|45-61");
        check("Ek, B. (2014). On wells (and holes). Journal of Holes, 3(4), pp. 5-9.", "3|4|5-9");
        check("Made Journal 58 (3): 112–119", "58|3|112–119");
        check("Made Journal 58 (2003) 112–119", "58||112–119");
        check("Made Journal; Vol. 9 No. 2 (2019): Topic; 45-61", "9|2|45-61");
        check("Made Journal, vol. 3, no. 4, pp. 5-9", "3|4|5-9");
        check("Journal of Holes", "||");
        check("Okafor, C. (2019) A book. Made Press.", "||");
    }

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
