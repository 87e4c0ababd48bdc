//! Records of the registry DataCite: the answers of its REST API's route `dois`
//! (<https://support.datacite.org/docs/api>; the fields are those of DataCite's Metadata Schema 4).

use alloc::collections::BTreeSet;

use crate::item::json::Value;
use crate::item::{Date, Item, Name, Warning, date_parse, people};
use crate::prelude::*;
use crate::read::jats::{abstract_text, normalized, with_csl_markup, with_subtitle};
use crate::read::page_citation::PageCitation;
use crate::read::registry::object::{Object, records};
use crate::read::{ReadResult, names};
use crate::text::{self, concat, join};
use crate::vocabulary::{ItemType, Variable};

/// The general types that are one CSL type; `Text`, `Other` and those that CSL has no word for need more fields.
const GENERAL: &str = "audiovisual=motion_picture|book=book|bookchapter=chapter|collection=collection|\
    computationalnotebook=software|conferencepaper=paper-conference|conferenceproceeding=book|\
    datapaper=article-journal|dataset=dataset|dissertation=thesis|event=event|image=graphic|\
    interactiveresource=webpage|journal=periodical|journalarticle=article-journal|outputmanagementplan=report|\
    peerreview=review|poster=speech|preprint=article|presentation=speech|report=report|software=software|\
    sound=song|standard=standard";

/// What a type in free words says, in English or German, by the letters that are in it; the first hit counts.
const SPECIFIC: &str = "thesis=thesis|dissertation=thesis|habilitation=thesis|hochschulschrift=thesis|\
    abschlussarbeit=thesis|bookreview=review-book|rezension=review-book|peerreview=review|preprint=article|\
    workingpaper=report|technicalreport=report|technicalnote=report|whitepaper=report|policybrief=report|\
    deliverable=report|report=report|bericht=report|bookchapter=chapter|booksection=chapter|bookpart=chapter|\
    chapter=chapter|kapitel=chapter|monograph=book|conferencepaper=paper-conference|conferencearticle=paper-conference|\
    proceedingsarticle=paper-conference|conferenceabstract=paper-conference|conferencecontribution=paper-conference|\
    konferenzbeitrag=paper-conference|proceedings=book|sammelband=book|journalarticle=article-journal|\
    journalcontribution=article-journal|articlejournal=article-journal|researcharticle=article-journal|\
    zeitschriftenartikel=article-journal|aufsatz=article-journal|magazinearticle=article-magazine|\
    newspaper=article-newspaper|encyclop=entry-encyclopedia|dictionary=entry-dictionary|poster=speech|\
    presentation=speech|lecture=speech|slides=speech|manuscript=manuscript|blogpost=post-weblog|webpage=webpage|\
    website=webpage|onlineresource=webpage|patent=patent|interview=interview|software=software|dataset=dataset|book=book";

/// Contributors that a citation names.
const ROLES: &[(&str, Variable)] = &[
    ("Editor", Variable::Editor),
    ("Translator", Variable::Translator),
    ("Producer", Variable::Producer),
    ("DataCurator", Variable::Curator),
];

/// Reads the records of an answer of the API: its data, one record or many, or a record by itself.
pub fn dois(answer: &Value) -> Vec<ReadResult> {
    records(answer, "data", "").into_iter().map(record).collect_vec()
}

fn record(outer: Object<'_>) -> ReadResult {
    let record = outer.object("attributes").unwrap_or(outer);
    let mut reading = ReadResult::new(item_type(record));
    let item = &mut reading.item;
    let doi = [record.text("doi"), outer.text("id"), record.text("DOI")];
    item.set(Variable::Doi, doi.iter().find(|doi| text::contains(doi, "10.")).map_or("", String::as_str));
    kinds(record, item);
    texts(record, item);
    titles(record, item);
    container(record, item);
    numbers(record, item);
    people(record, &mut reading);
    dates(record, &mut reading);
    reading
}

/// The type: what the general type says; of a text the words beside it; else the type that the registry itself offers
/// to users of CSL, though it calls every text an article and whatever it has no word for as well.
fn item_type(record: Object<'_>) -> ItemType {
    let Some(types) = record.object("types") else { return ItemType::Document };
    let general = normalized(&types.text("resourceTypeGeneral"));
    let mut word = text::table_get(GENERAL, &general);
    if word.is_none() {
        let specific = normalized(&types.text("resourceType"));
        word = text::table_rows(SPECIFIC).find(|row| text::contains(&specific, row.0)).map(|row| row.1);
    }
    let offered = types.text("citeproc");
    let offered = if offered == "article" && general != "text" { "" } else { &offered };
    word.or(Some(offered)).and_then(ItemType::from_word).unwrap_or(match types.text("schemaOrg").as_str() {
        "ScholarlyArticle" | "Article" => ItemType::Article,
        _ => ItemType::Document,
    })
}

/// The kind in words, where it says more than the type does.
fn kinds(record: Object<'_>, item: &mut Item) {
    let Some(types) = record.object("types") else { return };
    let specific = types.text("resourceType");
    let said = normalized(&specific);
    let known = [types.text("resourceTypeGeneral"), item.item_type.word().to_owned()];
    let repeats = known.iter().any(|word| normalized(word) == said)
        || text::table_get(SPECIFIC, &said)
            .is_some_and(|word| normalized(word) == normalized(item.item_type.word()));
    if !repeats || item.item_type == ItemType::Thesis {
        item.set(Variable::Genre, specific);
    }
}

fn texts(record: Object<'_>, item: &mut Item) {
    let publisher = match record.object("publisher") {
        Some(publisher) => publisher.text("name"),
        None => record.text("publisher"),
    };
    item.set(Variable::Publisher, publisher);
    item.set(Variable::Language, record.text("language"));
    item.set(Variable::Version, record.text("version"));
    item.set(Variable::Url, record.text("url"));
    let descriptions = record.objects("descriptions");
    let mut abstracts = descriptions.iter().filter(|one| one.text("descriptionType") == "Abstract");
    let found = abstracts.next().map(|one| abstract_text(&one.text("description")));
    item.set(Variable::Abstract, found.unwrap_or_default());
    let mut subjects = Vec::new();
    let mut known = BTreeSet::new();
    for subject in record.objects("subjects") {
        let word = subject.text("subject");
        if !word.is_empty() && known.insert(word.clone()) {
            subjects.push(word);
        }
    }
    item.set(Variable::Keyword, join(&subjects, ", "));
}

/// The title without a type is the work's own: of several the one in the work's language, else the first.
fn titles(record: Object<'_>, item: &mut Item) {
    let titles = record.objects("titles");
    let kind = |title: &Object<'_>| title.text("titleType");
    let language = record.text("language");
    let own = |title: &&Object<'_>| kind(title).is_empty();
    let spoken = |title: &&Object<'_>| own(title) && !language.is_empty() && title.text("lang") == language;
    let main = titles.iter().find(spoken).or_else(|| titles.iter().find(own)).or_else(|| titles.first());
    let Some(main) = main else { return };
    let subtitles: Vec<&Object<'_>> = titles.iter().filter(|title| kind(title) == "Subtitle").collect_vec();
    let spoken = subtitles.iter().find(|title| title.text("lang") == main.text("lang"));
    let subtitle = spoken.or_else(|| subtitles.first()).map(|title| title.text("title")).unwrap_or_default();
    let title = with_subtitle(&with_csl_markup(&main.text("title")), &with_csl_markup(&subtitle));
    item.set(Variable::Title, title);
}

/// What the work appeared in: a related item that says so, else the container that the registry made of it.
fn container(record: Object<'_>, item: &mut Item) {
    let related = record.objects("relatedItems");
    let by = |relation: &str| related.iter().find(|one| one.text("relationType") == relation);
    let made = record.object("container");
    let Some(from) = by("IsPublishedIn").or_else(|| by("IsPartOf")).or(made.as_ref()) else { return };
    let titled = from.objects("titles").into_iter().find(|title| title.text("titleType").is_empty());
    let title = titled.map_or_else(|| from.text("title"), |title| title.text("title"));
    let own =
        matches!(item.item_type, ItemType::Book | ItemType::Report | ItemType::Thesis | ItemType::Standard);
    let variable = if own { Variable::CollectionTitle } else { Variable::ContainerTitle };
    item.set(variable, with_csl_markup(&title));
    item.set(Variable::Volume, from.text("volume"));
    item.set(Variable::Issue, from.text("issue"));
    item.set(Variable::Edition, from.text("edition"));
    let number = [from.text("number"), from.text("chapterNumber"), from.text("articleNumber")];
    let number = number.iter().find(|number| !number.is_empty()).map_or("", String::as_str);
    let chapter = from.text("numberType") == "Chapter" || number == from.text("chapterNumber");
    item.set(if chapter { Variable::ChapterNumber } else { Variable::Number }, number);
    let (first, last) = (from.text("firstPage"), from.text("lastPage"));
    let range = if last.is_empty() || first == last { first } else { concat(&[&first, "-", &last]) };
    item.set(Variable::Page, range);
    let identifier = from.object("relatedItemIdentifier");
    let identifier = match &identifier {
        Some(one) => (one.text("relatedItemIdentifier"), one.text("relatedItemIdentifierType")),
        None => (from.text("identifier"), from.text("identifierType")),
    };
    identify(item, &identifier.0, &identifier.1);
}

/// ISSN and ISBN, of the work or of what it is part of.
fn numbers(record: Object<'_>, item: &mut Item) {
    for one in record.objects("identifiers") {
        identify(item, &one.text("identifier"), &one.text("identifierType"));
    }
    for one in record.objects("alternateIdentifiers") {
        identify(item, &one.text("alternateIdentifier"), &one.text("alternateIdentifierType"));
    }
    for one in record.objects("relatedIdentifiers") {
        if matches!(one.text("relationType").as_str(), "IsPartOf" | "IsPublishedIn") {
            identify(item, &one.text("relatedIdentifier"), &one.text("relatedIdentifierType"));
        }
    }
}

/// Keeps a number of a kind that CSL knows, unless there is one already.
fn identify(item: &mut Item, number: &str, kind: &str) {
    let variable = match kind {
        "ISSN" | "EISSN" | "LISSN" => Variable::Issn,
        "ISBN" => Variable::Isbn,
        "PMID" => Variable::Pmid,
        _ => return,
    };
    if item.get(variable).is_none() {
        item.set(variable, number);
    }
}

fn people(record: Object<'_>, reading: &mut ReadResult) {
    let found = people_of(&record.objects("creators"), "author", &mut reading.warnings);
    reading.item.set(Variable::Author, found);
    for (role, variable) in ROLES {
        let mut cast = record.objects("contributors");
        cast.retain(|one| one.text("contributorType") == *role);
        let found = people_of(&cast, variable.word(), &mut reading.warnings);
        reading.item.set(*variable, found);
    }
}

fn people_of(people: &[Object<'_>], field: &str, warnings: &mut Vec<Warning>) -> Vec<Name> {
    let personal = people.iter().any(|one| one.text("nameType") == "Personal");
    let mut found: Vec<Name> = Vec::new();
    for person in people {
        let whole = person.text("name");
        let family = person.text("familyName");
        let kind = person.text("nameType");
        if kind == "Organizational" {
            found.push(Name::literal(&whole));
        } else if !family.is_empty() {
            let mut name = Name::person(&family, &person.text("givenName"));
            names::split_particles(&mut name);
            found.push(name);
        } else {
            let several = whole.contains_char(';');
            if several {
                let message = ["“", &whole, "” is deposited as one name; it was read as several."];
                warnings.push(Warning::new(field, concat(&message)));
            }
            for one in whole.split(';').map(str::trim).filter(|one| !one.is_empty()) {
                found.push(untyped(one, personal || several || kind == "Personal"));
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// A name that the record does not take apart. With a comma it is a person's, as the schema wants it; without one it is
/// a person's among persons, else an organisation's.
fn untyped(whole: &str, personal: bool) -> Name {
    if (whole.contains_char(',') || personal) && !people::is_organisation(whole) {
        return names::split(whole, &PageCitation::default()).name;
    }
    Name::literal(whole)
}

/// The year of publication is the year to cite; the date of issue makes it finer where both have the same year.
fn dates(record: Object<'_>, reading: &mut ReadResult) {
    let dates = record.objects("dates");
    let of = |kind: &str| {
        let found = dates.iter().find(|date| date.text("dateType") == kind)?;
        Some(date_parse::parse(&found.text("date"))).filter(|date| date.start.is_some())
    };
    let year = Some(date_parse::parse(&record.text("publicationYear"))).filter(|date| date.start.is_some());
    let year_of = |date: &Date| date.start.map(|start| start.year);
    let issued = of("Issued").or_else(|| of("Available"));
    let finer = issued.clone().filter(|date| year.as_ref().is_none_or(|year| year_of(year) == year_of(date)));
    if let (Some(year), Some(_), None) = (&year, &issued, &finer) {
        let year = text::to_decimal(year_of(year).unwrap_or_default().unsigned_abs());
        let message = ["The year of publication, ", &year, ", is not that of the date of issue."];
        reading.warnings.push(Warning::new("issued", concat(&message)));
    }
    for (date, variable) in [
        (finer.or(year), Variable::Issued),
        (of("Available"), Variable::AvailableDate),
        (of("Submitted"), Variable::Submitted),
    ] {
        if let Some(date) = date
            && Some(&date) != reading.item.date(Variable::Issued)
        {
            reading.item.set(variable, date);
        }
    }
}
