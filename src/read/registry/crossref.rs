//! Records of the registry Crossref: the answers of its REST API's route `works`
//! (<https://api.crossref.org/swagger-ui/>, "Work"; types: <https://api.crossref.org/types>).

use super::object::{JsonObject, records};
use crate::item::json::{JsonValue, read_date};
use crate::item::{Date, Item, Name, Warning};
use crate::prelude::*;
use crate::read::jats::{abstract_text, normalized, with_csl_markup, with_subtitle};
use crate::read::result::ReadResult;
use crate::read::{names, page_range};
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// Crossref's types, and the CSL types that they are.
const TYPES: &[(&str, ItemType)] = &[
    ("journal-article", ItemType::ArticleJournal),
    ("posted-content", ItemType::Article),
    ("book", ItemType::Book),
    ("monograph", ItemType::Book),
    ("edited-book", ItemType::Book),
    ("reference-book", ItemType::Book),
    ("book-set", ItemType::Book),
    ("book-series", ItemType::Book),
    ("proceedings", ItemType::Book),
    ("proceedings-series", ItemType::Book),
    ("book-chapter", ItemType::Chapter),
    ("book-section", ItemType::Chapter),
    ("book-part", ItemType::Chapter),
    ("book-track", ItemType::Chapter),
    ("reference-entry", ItemType::Entry),
    ("proceedings-article", ItemType::PaperConference),
    ("journal", ItemType::Periodical),
    ("journal-volume", ItemType::Periodical),
    ("journal-issue", ItemType::Periodical),
    ("peer-review", ItemType::Review),
    ("dissertation", ItemType::Thesis),
    ("report", ItemType::Report),
    ("report-component", ItemType::Report),
    ("report-series", ItemType::Report),
    ("standard", ItemType::Standard),
    ("standard-series", ItemType::Standard),
    ("dataset", ItemType::Dataset),
    ("database", ItemType::Dataset),
    ("other", ItemType::Document),
    ("component", ItemType::Document),
    ("grant", ItemType::Document),
];

/// Fields that are one text each. The first of a variable that has a text counts.
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

/// Dates that may be the date of issue, the best first: that of the printed issue, whose volume and pages are cited; then
/// the earliest date that the registry has; then the dates of records that have neither.
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
pub fn works(answer: &JsonValue) -> Vec<ReadResult> {
    records(answer, "message", "items").into_iter().map(read).collect()
}

fn read(work: JsonObject<'_>) -> ReadResult {
    let word = work.text("type");
    let item_type = TYPES.iter().find(|row| row.0 == word).map(|row| row.1);
    let mut result = ReadResult::new(item_type.unwrap_or(ItemType::Document));
    if item_type.is_none() {
        let message = format!("“{word}” is no type of Crossref’s; the work was taken for a document.");
        result.warnings.push(Warning::new("type", message));
    }
    texts(work, &mut result.item);
    titles(work, &mut result.item);
    containers(work, &mut result.item);
    people(work, &mut result);
    pages(work, &mut result.item);
    dates(work, &mut result.item);
    identifiers(work, &mut result.item);
    event(work, &mut result.item);
    project(work, &mut result);
    result
}

fn texts(work: JsonObject<'_>, item: &mut Item) {
    for (key, variable) in TEXTS {
        if !item.has(*variable) {
            item.set(*variable, work.text(key));
        }
    }
    item.set(Variable::Abstract, abstract_text(&work.text("abstract")));
    let genre = match item.item_type {
        ItemType::Article => work.text("subtype"),
        ItemType::Review => work.object("review").map(|review| review.text("type")).unwrap_or_default(),
        _ => String::new(),
    };
    if !genre.is_empty() {
        item.set(Variable::Genre, in_words(&genre));
    }
    for (key, variable) in [("institution", Variable::Publisher), ("standards-body", Variable::Authority)] {
        if let Some(body) = work.object(key).filter(|_| !item.has(variable)) {
            item.set(variable, body.text("name"));
        }
    }
}

/// A keyword of the registry in ordinary words: `working_paper` as `Working paper`.
fn in_words(keyword: &str) -> String {
    let spaced = keyword.replace(['_', '-'], " ");
    let mut chars = spaced.chars();
    let first = chars.next().map(text::char_to_uppercase).unwrap_or_default();
    format!("{first}{}", chars.as_str())
}

/// The first title is the work's; others are translations.
fn titles(work: JsonObject<'_>, item: &mut Item) {
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
fn containers(work: JsonObject<'_>, item: &mut Item) {
    let titles = work.texts("container-title");
    let titles: Vec<String> = titles.iter().map(|title| with_csl_markup(title)).collect();
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

fn people(work: JsonObject<'_>, result: &mut ReadResult) {
    for (key, variable) in NAMES {
        let names = names_of(work, key, variable.word(), &mut result.warnings);
        result.item.set(*variable, names);
    }
    if result.item.names(Variable::Author).is_empty() {
        // The authors of reviews are deposited as reviewers.
        let reviewers = names_of(work, "reviewer", "author", &mut result.warnings);
        result.item.set(Variable::Author, reviewers);
    }
}

fn names_of(object: JsonObject<'_>, key: &str, field: &str, warnings: &mut Vec<Warning>) -> Vec<Name> {
    let mut names_read = Vec::new();
    for person in object.objects(key) {
        let mut name = Name::person(&person.text("family"), &person.text("given"));
        name.suffix = person.text("suffix");
        let whole = person.first_text(&["name", "literal"]);
        if name.is_empty() && !whole.is_empty() {
            name = Name::literal(&whole);
        }
        names::split_particles(&mut name);
        if name.given.is_empty() && name.family.contains(' ') {
            let field = format!("{field}[{}]", names_read.len());
            let message = format!("“{}” is deposited as one name, its parts untold.", name.family);
            warnings.push(Warning::new(field, message));
        }
        if !name.is_empty() {
            names_read.push(name);
        }
    }
    names_read
}

/// Pages, or the article number in their place.
fn pages(work: JsonObject<'_>, item: &mut Item) {
    let page = work.text("page");
    let article = matches!(item.item_type, ItemType::ArticleJournal | ItemType::PaperConference);
    if article && !item.has(Variable::Number) {
        page_range::set(item, &page);
    } else {
        item.set(Variable::Page, page);
    }
}

fn dates(work: JsonObject<'_>, item: &mut Item) {
    if let Some(date) = ISSUED.iter().find_map(|key| date(work, key)) {
        item.set(Variable::Issued, date);
    }
    if let Some(online) = date(work, "published-online")
        && item.date(Variable::Issued) != Some(&online)
    {
        item.set(Variable::AvailableDate, online);
    }
}

/// A date with a year; the registry writes `[[null]]` where it has none.
fn date(object: JsonObject<'_>, key: &str) -> Option<Date> {
    object.get(key).map(read_date).filter(|date| date.start.is_some())
}

/// The number of the printed edition is preferred, where the record marks it. Older answers have numbers as addresses.
fn identifiers(work: JsonObject<'_>, item: &mut Item) {
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

/// The conference, an object or only its name.
fn event(work: JsonObject<'_>, item: &mut Item) {
    let Some(event) = work.object("event") else {
        return item.set(Variable::EventTitle, with_csl_markup(&work.text("event")));
    };
    item.set(Variable::EventTitle, with_csl_markup(&event.first_text(&["name", "acronym", "theme"])));
    item.set(Variable::EventPlace, event.text("location"));
    if let Some(mut dates) = date(event, "start") {
        dates.end = date(event, "end").and_then(|end| end.start).filter(|end| dates.start != Some(*end));
        item.set(Variable::EventDate, dates);
    }
}

/// The title and the people of a grant, which are in its project.
fn project(work: JsonObject<'_>, result: &mut ReadResult) {
    let Some(project) = work.object("project") else { return };
    let title = project.object("project-title").map(|title| title.text("title")).unwrap_or_default();
    if !result.item.has(Variable::Title) {
        result.item.set(Variable::Title, with_csl_markup(&title));
    }
    if result.item.names(Variable::Author).is_empty() {
        let mut names = Vec::new();
        for key in ["lead-investigator", "co-lead-investigator", "investigator"] {
            names.extend(names_of(project, key, "author", &mut result.warnings));
        }
        result.item.set(Variable::Author, names);
    }
}
