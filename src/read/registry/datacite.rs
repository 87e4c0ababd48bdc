//! Records of the registry DataCite: the answers of its REST API's route `dois`
//! (<https://support.datacite.org/docs/api>; the fields are those of DataCite's Metadata Schema 4).

use alloc::collections::BTreeSet;

use super::object::{JsonObject, records};
use crate::item::json::JsonValue;
use crate::item::{Date, Item, Name, Warning, date_parse};
use crate::languages::Context;
use crate::prelude::*;
use crate::read::jats::{abstract_text, normalized, with_csl_markup, with_subtitle};
use crate::read::names;
use crate::read::page_citation::PageCitation;
use crate::read::result::ReadResult;
use crate::vocabulary::{ItemType, Variable};

/// Values of `resourceTypeGeneral`, normalized, that are one CSL type. `Text`, `Other` and those that CSL has no word for
/// need more fields.
const GENERAL_TYPES: &[(&str, ItemType)] = &[
    ("audiovisual", ItemType::MotionPicture),
    ("book", ItemType::Book),
    ("bookchapter", ItemType::Chapter),
    ("collection", ItemType::Collection),
    ("computationalnotebook", ItemType::Software),
    ("conferencepaper", ItemType::PaperConference),
    ("conferenceproceeding", ItemType::Book),
    ("datapaper", ItemType::ArticleJournal),
    ("dataset", ItemType::Dataset),
    ("dissertation", ItemType::Thesis),
    ("event", ItemType::Event),
    ("image", ItemType::Graphic),
    ("interactiveresource", ItemType::Webpage),
    ("journal", ItemType::Periodical),
    ("journalarticle", ItemType::ArticleJournal),
    ("outputmanagementplan", ItemType::Report),
    ("peerreview", ItemType::Review),
    ("poster", ItemType::Speech),
    ("preprint", ItemType::Article),
    ("presentation", ItemType::Speech),
    ("report", ItemType::Report),
    ("software", ItemType::Software),
    ("sound", ItemType::Song),
    ("standard", ItemType::Standard),
];

/// Parts of the free text `resourceType`, normalized, in English or German; the first match counts.
const SPECIFIC_TYPES: &[(&str, ItemType)] = &[
    ("thesis", ItemType::Thesis),
    ("dissertation", ItemType::Thesis),
    ("habilitation", ItemType::Thesis),
    ("hochschulschrift", ItemType::Thesis),
    ("abschlussarbeit", ItemType::Thesis),
    ("bookreview", ItemType::ReviewBook),
    ("rezension", ItemType::ReviewBook),
    ("peerreview", ItemType::Review),
    ("preprint", ItemType::Article),
    ("workingpaper", ItemType::Report),
    ("technicalreport", ItemType::Report),
    ("technicalnote", ItemType::Report),
    ("whitepaper", ItemType::Report),
    ("policybrief", ItemType::Report),
    ("deliverable", ItemType::Report),
    ("report", ItemType::Report),
    ("bericht", ItemType::Report),
    ("bookchapter", ItemType::Chapter),
    ("booksection", ItemType::Chapter),
    ("bookpart", ItemType::Chapter),
    ("chapter", ItemType::Chapter),
    ("kapitel", ItemType::Chapter),
    ("monograph", ItemType::Book),
    ("conferencepaper", ItemType::PaperConference),
    ("conferencearticle", ItemType::PaperConference),
    ("proceedingsarticle", ItemType::PaperConference),
    ("conferenceabstract", ItemType::PaperConference),
    ("conferencecontribution", ItemType::PaperConference),
    ("konferenzbeitrag", ItemType::PaperConference),
    ("proceedings", ItemType::Book),
    ("sammelband", ItemType::Book),
    ("journalarticle", ItemType::ArticleJournal),
    ("journalcontribution", ItemType::ArticleJournal),
    ("articlejournal", ItemType::ArticleJournal),
    ("researcharticle", ItemType::ArticleJournal),
    ("zeitschriftenartikel", ItemType::ArticleJournal),
    ("aufsatz", ItemType::ArticleJournal),
    ("magazinearticle", ItemType::ArticleMagazine),
    ("newspaper", ItemType::ArticleNewspaper),
    ("encyclop", ItemType::EntryEncyclopedia),
    ("dictionary", ItemType::EntryDictionary),
    ("poster", ItemType::Speech),
    ("presentation", ItemType::Speech),
    ("lecture", ItemType::Speech),
    ("slides", ItemType::Speech),
    ("manuscript", ItemType::Manuscript),
    ("blogpost", ItemType::PostWeblog),
    ("webpage", ItemType::Webpage),
    ("website", ItemType::Webpage),
    ("onlineresource", ItemType::Webpage),
    ("patent", ItemType::Patent),
    ("interview", ItemType::Interview),
    ("software", ItemType::Software),
    ("dataset", ItemType::Dataset),
    ("book", ItemType::Book),
];

/// Types of contributors that a citation names.
const CONTRIBUTORS: &[(&str, Variable)] = &[
    ("Editor", Variable::Editor),
    ("Translator", Variable::Translator),
    ("Producer", Variable::Producer),
    ("DataCurator", Variable::Curator),
];

/// Reads the records of an answer of the API: its data, one record or many, or a record by itself.
pub fn dois(answer: &JsonValue) -> Vec<ReadResult> {
    records(answer, "data", "").into_iter().map(read).collect()
}

fn read(outer: JsonObject<'_>) -> ReadResult {
    let record = outer.object("attributes").unwrap_or(outer);
    let mut result = ReadResult::new(item_type(record));
    let item = &mut result.item;
    let doi = [record.text("doi"), outer.text("id"), record.text("DOI")];
    item.set(Variable::Doi, doi.into_iter().find(|doi| doi.contains("10.")).unwrap_or_default());
    genre(record, item);
    texts(record, item);
    titles(record, item);
    container(record, item);
    numbers(record, item);
    people(record, &mut result);
    dates(record, &mut result);
    result
}

/// The type: by the general type; else by the specific one; else the type that the registry itself offers to users of CSL,
/// which is `article` for texts of any kind and for whatever CSL has no type for.
fn item_type(record: JsonObject<'_>) -> ItemType {
    let Some(types) = record.object("types") else { return ItemType::Document };
    let general = normalized(&types.text("resourceTypeGeneral"));
    let specific = normalized(&types.text("resourceType"));
    let by_general = GENERAL_TYPES.iter().find(|row| row.0 == general);
    let known = by_general.or_else(|| SPECIFIC_TYPES.iter().find(|row| specific.contains(row.0)));
    let offered = types.text("citeproc");
    let usable = offered != "article" || general == "text";
    known.map(|row| row.1).or_else(|| ItemType::from_word(&offered).filter(|_| usable)).unwrap_or(match types
        .text("schemaOrg")
        .as_str()
    {
        "ScholarlyArticle" | "Article" => ItemType::Article,
        _ => ItemType::Document,
    })
}

/// The specific type in words, where it differs from the CSL type.
fn genre(record: JsonObject<'_>, item: &mut Item) {
    let Some(types) = record.object("types") else { return };
    let specific = types.text("resourceType");
    let word = normalized(&specific);
    let item_type = normalized(item.item_type.word());
    let known = SPECIFIC_TYPES.iter().find(|row| row.0 == word);
    let repeats = word == normalized(&types.text("resourceTypeGeneral"))
        || word == item_type
        || known.is_some_and(|row| normalized(row.1.word()) == item_type);
    if !repeats || item.item_type == ItemType::Thesis {
        item.set(Variable::Genre, specific);
    }
}

fn texts(record: JsonObject<'_>, item: &mut Item) {
    let publisher = match record.object("publisher") {
        Some(publisher) => publisher.text("name"),
        None => record.text("publisher"),
    };
    item.set(Variable::Publisher, publisher);
    item.set(Variable::Language, record.text("language"));
    item.set(Variable::Version, record.text("version"));
    item.set(Variable::Url, record.text("url"));
    let descriptions = record.objects("descriptions");
    let summary = descriptions.iter().find(|one| one.text("descriptionType") == "Abstract");
    let summary = summary.map(|one| abstract_text(&one.text("description")));
    item.set(Variable::Abstract, summary.unwrap_or_default());
    let mut known = BTreeSet::new();
    let mut subjects: Vec<String> =
        record.objects("subjects").iter().map(|subject| subject.text("subject")).collect();
    subjects.retain(|subject| !subject.is_empty() && known.insert(subject.clone()));
    item.set(Variable::Keyword, subjects.join(", "));
}

/// The title without a type is the work's own: of several the one in the work's language, else the first.
fn titles(record: JsonObject<'_>, item: &mut Item) {
    let titles = record.objects("titles");
    let title_type = |title: &JsonObject<'_>| title.text("titleType");
    let language = record.text("language");
    let own = |title: &&JsonObject<'_>| title_type(title).is_empty();
    let in_language =
        |title: &&JsonObject<'_>| own(title) && !language.is_empty() && title.text("lang") == language;
    let main = titles.iter().find(in_language).or_else(|| titles.iter().find(own)).or_else(|| titles.first());
    let Some(main) = main else { return };
    let mut subtitles = titles.iter().filter(|title| title_type(title) == "Subtitle");
    let first = subtitles.clone().next();
    let subtitle = subtitles.find(|title| title.text("lang") == main.text("lang")).or(first);
    let subtitle = subtitle.map(|title| title.text("title")).unwrap_or_default();
    let title = with_subtitle(&with_csl_markup(&main.text("title")), &with_csl_markup(&subtitle));
    item.set(Variable::Title, title);
}

/// What the work appeared in: a related item with such a relation, else the container that the registry made of it.
fn container(record: JsonObject<'_>, item: &mut Item) {
    let related = record.objects("relatedItems");
    let by = |relation: &str| related.iter().find(|one| one.text("relationType") == relation).copied();
    let made = || record.object("container");
    let Some(container) = by("IsPublishedIn").or_else(|| by("IsPartOf")).or_else(made) else { return };
    let titles = container.objects("titles");
    let title = titles.into_iter().find(|title| title.text("titleType").is_empty()).unwrap_or(container);
    let is_series =
        matches!(item.item_type, ItemType::Book | ItemType::Report | ItemType::Thesis | ItemType::Standard);
    let variable = if is_series { Variable::CollectionTitle } else { Variable::ContainerTitle };
    item.set(variable, with_csl_markup(&title.text("title")));
    item.set(Variable::Volume, container.text("volume"));
    item.set(Variable::Issue, container.text("issue"));
    item.set(Variable::Edition, container.text("edition"));
    let number = container.first_text(&["number", "chapterNumber", "articleNumber"]);
    let is_chapter = container.text("numberType") == "Chapter" || number == container.text("chapterNumber");
    item.set(if is_chapter { Variable::ChapterNumber } else { Variable::Number }, number);
    let (first, last) = (container.text("firstPage"), container.text("lastPage"));
    let range = match (first.is_empty(), last.is_empty()) {
        (true, _) => last,
        (_, true) => first,
        _ if first == last => first,
        _ => format!("{first}-{last}"),
    };
    item.set(Variable::Page, range);
    match container.object("relatedItemIdentifier") {
        Some(one) => identifier(item, one, "relatedItemIdentifier"),
        None => identifier(item, container, "identifier"),
    }
}

/// ISSN and ISBN, of the work or of what it is part of.
fn numbers(record: JsonObject<'_>, item: &mut Item) {
    for one in record.objects("identifiers") {
        identifier(item, one, "identifier");
    }
    for one in record.objects("alternateIdentifiers") {
        identifier(item, one, "alternateIdentifier");
    }
    for one in record.objects("relatedIdentifiers") {
        if matches!(one.text("relationType").as_str(), "IsPartOf" | "IsPublishedIn") {
            identifier(item, one, "relatedIdentifier");
        }
    }
}

/// Sets the number under `key`, whose type is under the same key with `Type` after it, unless the variable has a value.
fn identifier(item: &mut Item, object: JsonObject<'_>, key: &str) {
    let variable = match object.text(&format!("{key}Type")).as_str() {
        "ISSN" | "EISSN" | "LISSN" => Variable::Issn,
        "ISBN" => Variable::Isbn,
        "PMID" => Variable::Pmid,
        _ => return,
    };
    if !item.has(variable) {
        item.set(variable, object.text(key));
    }
}

fn people(record: JsonObject<'_>, result: &mut ReadResult) {
    let authors = names_of(&record.objects("creators"), "author", &mut result.warnings);
    result.item.set(Variable::Author, authors);
    for (contributor_type, variable) in CONTRIBUTORS {
        let mut contributors = record.objects("contributors");
        contributors.retain(|one| one.text("contributorType") == *contributor_type);
        let names = names_of(&contributors, variable.word(), &mut result.warnings);
        result.item.set(*variable, names);
    }
}

fn names_of(people: &[JsonObject<'_>], field: &str, warnings: &mut Vec<Warning>) -> Vec<Name> {
    let has_persons = people.iter().any(|one| one.text("nameType") == "Personal");
    let mut found: Vec<Name> = Vec::new();
    for person in people {
        let whole = person.text("name");
        let family = person.text("familyName");
        let name_type = person.text("nameType");
        if name_type == "Organizational" {
            found.push(Name::literal(&whole));
        } else if !family.is_empty() {
            let mut name = Name::person(&family, &person.text("givenName"));
            names::split_particles(&mut name);
            found.push(name);
        } else {
            let several = whole.contains(';');
            if several {
                let message = format!("“{whole}” is deposited as one name; it was read as several.");
                warnings.push(Warning::new(field, message));
            }
            for one in whole.split(';').map(str::trim).filter(|one| !one.is_empty()) {
                found.push(unsplit_name(one, has_persons || several || name_type == "Personal"));
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// A name that the record has not split. With a comma it is a person's (schema, property 2.1); without one it is a person's
/// among persons, else an organisation's.
fn unsplit_name(whole: &str, personal: bool) -> Name {
    if !personal && !whole.contains(',') {
        return Name::literal(whole);
    }
    let context = Context::default();
    if names::is_organisation(whole, &context) {
        return Name::literal(whole);
    }
    names::split(whole, &PageCitation::default(), &context).name
}

/// The year of publication is the year to cite; the date of issue is more precise where both have the same year.
fn dates(record: JsonObject<'_>, result: &mut ReadResult) {
    let dates = record.objects("dates");
    let date = |text: &str| Some(date_parse::parse(text)).filter(|date| date.start.is_some());
    let of = |date_type: &str| {
        let found = dates.iter().find(|date| date.text("dateType") == date_type)?;
        date(&found.text("date"))
    };
    let year = date(&record.text("publicationYear"));
    let year_of = |date: &Date| date.start.map(|start| start.year);
    let issued = of("Issued").or_else(|| of("Available"));
    let precise =
        issued.clone().filter(|date| year.as_ref().is_none_or(|year| year_of(year) == year_of(date)));
    if let (Some(year), Some(_), None) = (&year, &issued, &precise) {
        let year = year_of(year).unwrap_or_default().unsigned_abs();
        let message = format!("The year of publication, {year}, is not that of the date of issue.");
        result.warnings.push(Warning::new("issued", message));
    }
    for (date, variable) in [
        (precise.or(year), Variable::Issued),
        (of("Available"), Variable::AvailableDate),
        (of("Submitted"), Variable::Submitted),
    ] {
        if let Some(date) = date
            && Some(&date) != result.item.date(Variable::Issued)
        {
            result.item.set(variable, date);
        }
    }
}
