//! Records of the registry Crossref: the messages of its REST API's route `works`
//! (<https://api.crossref.org/swagger-ui/>, "Work").

use crate::item::json::{Value, read_date};
use crate::item::{Date, Item, Name, Warning};
use crate::prelude::*;
use crate::read::jats::{abstract_text, normalized, with_csl_markup, with_subtitle};
use crate::read::registry::object::{Object, records};
use crate::read::{ReadResult, names, page_range};
use crate::text::{self, concat};
use crate::vocabulary::{ItemType, Variable};

/// Crossref's types by the CSL types that they are; all others are documents.
const TYPES: &str = "journal-article=article-journal|posted-content=article|book=book|monograph=book|edited-book=book|\
    reference-book=book|book-set=book|book-series=book|proceedings=book|proceedings-series=book|book-chapter=chapter|\
    book-section=chapter|book-part=chapter|book-track=chapter|reference-entry=entry|\
    proceedings-article=paper-conference|journal=periodical|journal-volume=periodical|journal-issue=periodical|\
    peer-review=review|dissertation=thesis|report=report|report-component=report|report-series=report|\
    standard=standard|standard-series=standard|dataset=dataset|database=dataset|other=document|component=document|\
    grant=document";

/// Fields that are one text each. The first of a variable that has one counts.
const TEXTS: &[(&str, Variable)] = &[
    ("volume", Variable::Volume),
    ("issue", Variable::Issue),
    ("article-number", Variable::Number),
    ("award", Variable::Number),
    ("DOI", Variable::Doi),
    ("publisher", Variable::Publisher),
    ("publisher-location", Variable::PublisherPlace),
    ("edition-number", Variable::Edition),
    ("part-number", Variable::PartNumber),
    ("language", Variable::Language),
    ("degree", Variable::Genre),
];

/// Fields that are names.
const NAMES: &[(&str, Variable)] = &[
    ("author", Variable::Author),
    ("editor", Variable::Editor),
    ("translator", Variable::Translator),
    ("chair", Variable::Chair),
];

/// The dates that may be that of issue, the best first: the day of the printed issue, whose volume and pages are cited;
/// then the earliest day that the registry knows; then the days of whatever has neither.
const ISSUED: &[&str] = &[
    "published-print",
    "issued",
    "published",
    "published-online",
    "posted",
    "published-other",
    "content-created",
    "approved",
    "award-start",
];

/// Reads the works of an answer of the API: a message with one or with many, or a work by itself.
pub fn works(answer: &Value) -> Vec<ReadResult> {
    records(answer, "message", "items").into_iter().map(work).collect_vec()
}

fn work(work: Object<'_>) -> ReadResult {
    let word = work.text("type");
    let found = text::table_get(TYPES, &word).and_then(ItemType::from_word);
    let mut reading = ReadResult::new(found.unwrap_or(ItemType::Document));
    if found.is_none() {
        let message = ["“", &word, "” is no type of Crossref’s; the work was taken for a document."];
        reading.warnings.push(Warning::new("type", concat(&message)));
    }
    texts(work, &mut reading.item);
    titles(work, &mut reading.item);
    containers(work, &mut reading.item);
    people(work, &mut reading);
    place(work, &mut reading.item);
    dates(work, &mut reading.item);
    identifiers(work, &mut reading.item);
    event(work, &mut reading.item);
    award(work, &mut reading);
    reading
}

fn texts(work: Object<'_>, item: &mut Item) {
    for (key, variable) in TEXTS {
        if item.get(*variable).is_none() {
            item.set(*variable, work.text(key));
        }
    }
    item.set(Variable::Abstract, abstract_text(&work.text("abstract")));
    let kind = match item.item_type {
        ItemType::Article => work.text("subtype"),
        ItemType::Review => work.object("review").map(|review| review.text("type")).unwrap_or_default(),
        _ => String::new(),
    };
    if !kind.is_empty() {
        item.set(Variable::Genre, worded(&kind));
    }
    for (key, variable) in [("institution", Variable::Publisher), ("standards-body", Variable::Authority)] {
        if let Some(body) = work.object(key).filter(|_| item.get(variable).is_none()) {
            item.set(variable, body.text("name"));
        }
    }
}

/// A word of the registry's as people write it: `working_paper` as `Working paper`.
fn worded(word: &str) -> String {
    let spaced = text::replace(&text::replace(word, "_", " "), "-", " ");
    let mut chars = spaced.chars();
    let first = chars.next().map(text::char_to_uppercase).unwrap_or_default();
    concat(&[&first, chars.as_str()])
}

/// The first title is the work's; others are translations.
fn titles(work: Object<'_>, item: &mut Item) {
    let mut title = with_csl_markup(&work.text("title"));
    let original = with_csl_markup(&work.text("original-title"));
    let short = with_csl_markup(&work.text("short-title"));
    for other in [&original, &short] {
        if title.is_empty() {
            title.clone_from(other);
        }
    }
    if normalized(&original) != normalized(&title) {
        item.set(Variable::OriginalTitle, original);
    }
    if normalized(&short) != normalized(&title) {
        item.set(Variable::TitleShort, short);
    }
    item.set(Variable::Title, with_subtitle(&title, &with_csl_markup(&work.text("subtitle"))));
}

/// Of several container titles a part of a book has the series first and the book last; those of a journal are its other
/// names. The container of a whole book is its series.
fn containers(work: Object<'_>, item: &mut Item) {
    let titles: Vec<String> =
        work.texts("container-title").iter().map(|title| with_csl_markup(title)).collect_vec();
    let first = titles.first().cloned().unwrap_or_default();
    match item.item_type {
        _ if work.text("type") == "report-component" => item.set(Variable::ContainerTitle, first),
        ItemType::Book | ItemType::Report | ItemType::Standard | ItemType::Thesis => {
            item.set(Variable::CollectionTitle, first);
        }
        ItemType::Chapter | ItemType::PaperConference | ItemType::Entry => {
            if let [series, .., book] = titles.as_slice() {
                item.set(Variable::CollectionTitle, series.as_str());
                item.set(Variable::ContainerTitle, book.as_str());
            } else {
                item.set(Variable::ContainerTitle, first);
            }
        }
        _ => item.set(Variable::ContainerTitle, first),
    }
    let container = normalized(item.text(Variable::ContainerTitle).unwrap_or_default());
    let short = with_csl_markup(&work.text("short-container-title"));
    if !container.is_empty() && normalized(&short) != container {
        item.set(Variable::ContainerTitleShort, short);
    }
}

fn people(work: Object<'_>, reading: &mut ReadResult) {
    for (key, variable) in NAMES {
        let found = people_of(work, key, variable.word(), &mut reading.warnings);
        reading.item.set(*variable, found);
    }
    if reading.item.names(Variable::Author).is_empty() {
        // Reviews name whoever wrote them so.
        let reviewers = people_of(work, "reviewer", "author", &mut reading.warnings);
        reading.item.set(Variable::Author, reviewers);
    }
}

fn people_of(work: Object<'_>, key: &str, field: &str, warnings: &mut Vec<Warning>) -> Vec<Name> {
    let mut found = Vec::new();
    for person in work.objects(key) {
        let mut name = Name::person(&person.text("family"), &person.text("given"));
        name.suffix = person.text("suffix");
        let whole = [person.text("name"), person.text("literal")].into_iter().find(|name| !name.is_empty());
        if let Some(whole) = whole.filter(|_| name.is_empty()) {
            name = Name::literal(&whole);
        }
        names::split_particles(&mut name);
        if name.given.is_empty() && name.family.contains_char(' ') {
            let field = concat(&[field, "[", &text::usize_to_decimal(found.len()), "]"]);
            let message = ["“", &name.family, "” is deposited as one name, its parts untold."];
            warnings.push(Warning::new(field, concat(&message)));
        }
        if !name.is_empty() {
            found.push(name);
        }
    }
    found
}

/// Where in the container: pages, or what stands in their place.
fn place(work: Object<'_>, item: &mut Item) {
    let page = work.text("page");
    let article = matches!(item.item_type, ItemType::ArticleJournal | ItemType::PaperConference);
    if article && item.text(Variable::Number).is_none() {
        page_range::set(item, &page);
    } else {
        item.set(Variable::Page, page);
    }
}

fn dates(work: Object<'_>, item: &mut Item) {
    if let Some(date) = ISSUED.iter().find_map(|key| date(work, key)) {
        item.set(Variable::Issued, date);
    }
    if let Some(online) = date(work, "published-online")
        && item.date(Variable::Issued) != Some(&online)
    {
        item.set(Variable::AvailableDate, online);
    }
}

/// A date with a year; the registry writes `[[null]]` where it knows none.
fn date(object: Object<'_>, key: &str) -> Option<Date> {
    object.get(key).map(read_date).filter(|date| date.start.is_some())
}

/// The number on paper is cited, where the record tells which it is. Older answers give numbers as addresses.
fn identifiers(work: Object<'_>, item: &mut Item) {
    for (list, typed, variable) in
        [("ISSN", "issn-type", Variable::Issn), ("ISBN", "isbn-type", Variable::Isbn)]
    {
        let printed = work.objects(typed).into_iter().find(|number| number.text("type") == "print");
        let number = printed.map(|number| number.text("value")).unwrap_or_default();
        let number = if number.is_empty() { work.text(list) } else { number };
        item.set(variable, number.rsplit('/').next().unwrap_or_default());
    }
    let resource = work.object("resource").and_then(|resource| resource.object("primary"));
    let address = resource.map(|primary| primary.text("URL")).unwrap_or_default();
    item.set(Variable::Url, if address.is_empty() { work.text("URL") } else { address });
}

fn event(work: Object<'_>, item: &mut Item) {
    let Some(event) = work.object("event") else {
        // A text is a name alone.
        return item.set(Variable::EventTitle, with_csl_markup(&work.text("event")));
    };
    let name = [event.text("name"), event.text("acronym"), event.text("theme")];
    let name = name.iter().find(|name| !name.is_empty());
    item.set(Variable::EventTitle, with_csl_markup(name.map_or("", String::as_str)));
    item.set(Variable::EventPlace, event.text("location"));
    if let Some(mut held) = date(event, "start") {
        held.end = date(event, "end").and_then(|end| end.start).filter(|end| held.start != Some(*end));
        item.set(Variable::EventDate, held);
    }
}

/// A grant's title and people stand in its project.
fn award(work: Object<'_>, reading: &mut ReadResult) {
    let Some(project) = work.object("project") else { return };
    let title = project.object("project-title").map(|title| title.text("title")).unwrap_or_default();
    if reading.item.text(Variable::Title).is_none() {
        reading.item.set(Variable::Title, with_csl_markup(&title));
    }
    let mut found = reading.item.names(Variable::Author).to_vec();
    if found.is_empty() {
        for key in ["lead-investigator", "co-lead-investigator", "investigator"] {
            found.extend(people_of(project, key, "author", &mut reading.warnings));
        }
        reading.item.set(Variable::Author, found);
    }
}
