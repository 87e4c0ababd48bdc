//! The fields that a raw record of DataCite should give.

use serde_json::Value;

use super::Field;
use super::expect::{date, field, names, same, type_of};
use super::fold::{folded, list, text};

/// The CSL types that a general type of DataCite's may become. `Text` and `Other` depend on more.
const DATACITE_TYPES: &[(&str, &[&str])] = &[
    ("Audiovisual", &["motion_picture"]),
    ("Book", &["book"]),
    ("BookChapter", &["chapter"]),
    ("Collection", &["collection"]),
    ("ComputationalNotebook", &["software"]),
    ("ConferencePaper", &["paper-conference"]),
    ("ConferenceProceeding", &["book"]),
    ("DataPaper", &["article-journal"]),
    ("Dataset", &["dataset"]),
    ("Dissertation", &["thesis"]),
    ("Event", &["event"]),
    ("Image", &["graphic"]),
    ("InteractiveResource", &["webpage"]),
    ("Journal", &["periodical"]),
    ("JournalArticle", &["article-journal"]),
    ("PeerReview", &["review"]),
    ("Preprint", &["article"]),
    ("Report", &["report"]),
    ("Poster", &["speech"]),
    ("Presentation", &["speech"]),
    ("OutputManagementPlan", &["report"]),
    ("Software", &["software"]),
    ("Sound", &["song"]),
    ("Standard", &["standard"]),
];

/// Words in DataCite's free types and the CSL types they mean.
const WORDS: &[(&str, &str)] = &[
    ("thesis", "thesis"),
    ("dissertation", "thesis"),
    ("preprint", "article"),
    ("chapter", "chapter"),
    ("monograph", "book"),
    ("journalarticle", "article-journal"),
    ("journalcontribution", "article-journal"),
    ("conferencepaper", "paper-conference"),
    ("conferencecontribution", "paper-conference"),
    ("proceedings", "book"),
    ("report", "report"),
    ("deliverable", "report"),
    ("workingpaper", "report"),
    ("poster", "speech"),
    ("book", "book"),
    ("presentation", "speech"),
];

pub(super) fn datacite(record: &Value, item: &Value) -> Vec<Field> {
    let publisher = [text(&record["publisher"]), text(&record["publisher"]["name"])].concat();
    let mut fields = vec![
        field("type", datacite_type(&record["types"]), text(&item["type"])),
        field("title", vec![datacite_title(&record["titles"])], folded(&text(&item["title"]))),
        field("date", datacite_dates(record), date(&item["issued"])),
        field("DOI", vec![text(&record["doi"]).to_lowercase()], text(&item["DOI"]).to_lowercase()),
        same("publisher", &publisher, &item["publisher"]),
        same("version", &text(&record["version"]), &item["version"]),
        same("language", &text(&record["language"]), &item["language"]),
        names("names", &datacite_names(&record["creators"], ""), &item["author"]),
    ];
    for (role, name, key) in [("Editor", "editors", "editor"), ("Producer", "producers", "producer")] {
        fields.push(names(name, &datacite_names(&record["contributors"], role), &item[key]));
    }
    fields.extend(datacite_container(record, item));
    for key in ["ISSN", "ISBN"] {
        fields.push(datacite_number(record, key, item));
    }
    fields
}

fn datacite_type(types: &Value) -> Vec<String> {
    let general = text(&types["resourceTypeGeneral"]);
    let known = type_of(DATACITE_TYPES, &general);
    if !known.is_empty() {
        return known;
    }
    let specific = folded(&text(&types["resourceType"]));
    if let Some((_, word)) = WORDS.iter().find(|row| specific.contains(row.0)) {
        return vec![(*word).to_owned()];
    }
    // What the registry offers to users of CSL; it calls whatever it has no word for an article.
    match text(&types["citeproc"]) {
        offered if offered.is_empty() || (offered == "article" && general != "Text") => {
            vec!["document".to_owned()]
        }
        offered => vec![offered],
    }
}

fn datacite_title(titles: &Value) -> String {
    let of = |kind: &'static str| list(titles).iter().filter(move |title| text(&title["titleType"]) == kind);
    let main = of("").map(|title| folded(&text(&title["title"]))).find(|title| !title.is_empty());
    let main =
        main.or_else(|| list(titles).first().map(|title| folded(&text(&title["title"])))).unwrap_or_default();
    let subtitle = of("Subtitle").map(|title| folded(&text(&title["title"]))).next().unwrap_or_default();
    if main.contains(&subtitle) { main } else { main + &subtitle }
}

/// The year of publication, or a date of issue within it.
fn datacite_dates(record: &Value) -> Vec<String> {
    let year = text(&record["publicationYear"]);
    let issued = list(&record["dates"]).iter().filter(|date| date["dateType"] == "Issued");
    let dates = issued.map(|date| text(&date["date"])).filter(|date| date.starts_with(&year));
    let parts = |date: String| {
        let day = date.split('T').next().unwrap_or_default().to_owned();
        day.split('-').map(|part| part.trim_start_matches('0').to_owned()).collect::<Vec<_>>().join("-")
    };
    let mut permitted: Vec<String> = dates.map(parts).collect();
    if permitted.is_empty() {
        permitted.push(year);
    }
    permitted
}

fn datacite_names(people: &Value, role: &str) -> Vec<Vec<String>> {
    let fits = |person: &&Value| role.is_empty() || person["contributorType"] == role;
    let mut names = Vec::new();
    for person in list(people).iter().filter(fits) {
        let family = text(&person["familyName"]);
        let whole = text(&person["name"]);
        if person["nameType"] == "Organizational" {
            names.push(vec![folded(&whole)]);
        } else if !family.is_empty() {
            names.push(vec![folded(&(text(&person["givenName"]) + &family)), folded(&family)]);
        } else {
            // Untyped: `Family, Given` by the schema, several of them with semicolons between.
            for one in whole.split(';').filter(|one| !one.trim().is_empty()) {
                names.push(match one.split_once(',') {
                    Some((family, given)) => vec![folded(&[given, family].concat()), folded(family)],
                    None => vec![folded(one)],
                });
            }
        }
    }
    names
}

fn datacite_container(record: &Value, item: &Value) -> Vec<Field> {
    let related =
        |relation: &str| list(&record["relatedItems"]).iter().find(|one| one["relationType"] == relation);
    let from = related("IsPublishedIn").or_else(|| related("IsPartOf")).unwrap_or(&record["container"]);
    let title = folded(&[text(&from["title"]), text(&from["titles"][0]["title"])].concat());
    let got = folded(&[text(&item["container-title"]), text(&item["collection-title"])].concat());
    let (first, last) = (text(&from["firstPage"]), text(&from["lastPage"]));
    let range = if last.is_empty() || first == last { first } else { format!("{first}-{last}") };
    vec![
        field("container", vec![title], got),
        same("volume", &text(&from["volume"]), &item["volume"]),
        same("issue", &text(&from["issue"]), &item["issue"]),
        field("page", vec![range], text(&item["page"])),
    ]
}

/// Any number of that kind among the identifiers of the work and of what it is part of.
fn datacite_number(record: &Value, kind: &'static str, item: &Value) -> Field {
    let mut permitted = Vec::new();
    let mut look = |value: &Value, number: &str, of_kind: &str| {
        if text(&value[of_kind]) == kind {
            permitted.push(folded(&text(&value[number])));
        }
    };
    look(&record["container"], "identifier", "identifierType");
    for one in list(&record["identifiers"]) {
        look(one, "identifier", "identifierType");
    }
    for one in list(&record["alternateIdentifiers"]) {
        look(one, "alternateIdentifier", "alternateIdentifierType");
    }
    for one in list(&record["relatedIdentifiers"]) {
        if matches!(one["relationType"].as_str(), Some("IsPartOf" | "IsPublishedIn")) {
            look(one, "relatedIdentifier", "relatedIdentifierType");
        }
    }
    for one in list(&record["relatedItems"]) {
        let identifier = &one["relatedItemIdentifier"];
        look(identifier, "relatedItemIdentifier", "relatedItemIdentifierType");
        look(one, "relatedItemIdentifier", "relatedItemIdentifierType");
    }
    if permitted.is_empty() {
        permitted.push(String::new());
    }
    field(kind, permitted, folded(&text(&item[kind])))
}
