//! What a raw record wants to come out of it, field by field.

use serde_json::Value;

use super::Field;
use super::fold::{folded, list, text, texts};

/// The CSL types that a type of Crossref's may become, the best first.
const CROSSREF_TYPES: &[(&str, &[&str])] = &[
    ("journal-article", &["article-journal"]),
    ("posted-content", &["article"]),
    ("peer-review", &["review"]),
    ("book-chapter", &["chapter"]),
    ("book-section", &["chapter"]),
    ("book-part", &["chapter"]),
    ("book-track", &["chapter"]),
    ("reference-entry", &["entry", "entry-encyclopedia", "entry-dictionary"]),
    ("book", &["book"]),
    ("monograph", &["book"]),
    ("edited-book", &["book"]),
    ("reference-book", &["book"]),
    ("book-set", &["book"]),
    ("book-series", &["book"]),
    ("proceedings", &["book"]),
    ("proceedings-series", &["book"]),
    ("proceedings-article", &["paper-conference"]),
    ("dissertation", &["thesis"]),
    ("report", &["report"]),
    ("report-component", &["report"]),
    ("report-series", &["report"]),
    ("standard", &["standard"]),
    ("standard-series", &["standard"]),
    ("dataset", &["dataset"]),
    ("database", &["dataset"]),
    ("journal", &["periodical"]),
    ("journal-volume", &["periodical"]),
    ("journal-issue", &["periodical"]),
];

/// The CSL types that a general type of DataCite's may become. `Text` and `Other` are told by more.
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

fn field(name: &'static str, permitted: Vec<String>, got: String) -> Field {
    Field { name, permitted, got }
}

/// A field that is one text on both sides.
fn same(name: &'static str, want: &str, got: &Value) -> Field {
    field(name, vec![folded(want)], folded(&text(got)))
}

fn type_of(table: &[(&str, &[&str])], word: &str) -> Vec<String> {
    let row = table.iter().find(|row| row.0 == word);
    row.map_or_else(Vec::new, |row| row.1.iter().map(|word| (*word).to_owned()).collect())
}

pub(super) fn crossref(record: &Value, item: &Value) -> Vec<Field> {
    let mut types = type_of(CROSSREF_TYPES, &text(&record["type"]));
    if types.is_empty() {
        types.push("document".to_owned());
    }
    let mut fields = vec![
        field("type", types, text(&item["type"])),
        field("title", title(record), folded(&text(&item["title"]))),
        same("volume", &text(&record["volume"]), &item["volume"]),
        same("issue", &text(&record["issue"]), &item["issue"]),
        field("date", vec![issued(record)], date(&item["issued"])),
        field("DOI", vec![text(&record["DOI"]).to_lowercase()], text(&item["DOI"]).to_lowercase()),
        member("ISSN", record, item),
        member("ISBN", record, item),
        same("publisher", &publisher(record), &item["publisher"]),
        same("publisher place", &text(&record["publisher-location"]), &item["publisher-place"]),
        same("edition", &text(&record["edition-number"]), &item["edition"]),
        same("language", &text(&record["language"]), &item["language"]),
        field("abstract", vec![is_there(&record["abstract"])], is_there(&item["abstract"])),
    ];
    for (role, name) in
        [("author", "names"), ("editor", "editors"), ("translator", "translators"), ("chair", "chairs")]
    {
        let want: Vec<Vec<String>> = list(&record[role]).iter().map(crossref_name).collect();
        fields.push(names(name, &want, &item[role]));
    }
    fields.extend(pages(record, item));
    fields.extend(containers(record, item));
    fields.extend(event(&record["event"], item));
    fields
}

fn is_there(value: &Value) -> String {
    (!text(value).is_empty()).to_string()
}

fn publisher(record: &Value) -> String {
    let stated = text(&record["publisher"]);
    if stated.is_empty() { text(&record["institution"][0]["name"]) } else { stated }
}

/// The title, with the subtitle behind it unless the title ends with it.
fn title(record: &Value) -> Vec<String> {
    let mut main = folded(&text(&record["title"]));
    for other in ["original-title", "short-title"] {
        if main.is_empty() {
            main = folded(&text(&record[other]));
        }
    }
    if main.is_empty() {
        main = folded(&text(&record["project"][0]["project-title"][0]["title"]));
    }
    let subtitle = folded(&text(&record["subtitle"]));
    vec![if main.contains(&subtitle) { main } else { main + &subtitle }]
}

/// Given and family name with the suffix, or the whole name, and the family name by itself.
fn crossref_name(name: &Value) -> Vec<String> {
    let part = |key: &str| text(&name[key]);
    let parts = [part("given"), part("family"), part("suffix")].concat();
    let whole = if parts.is_empty() { part("name") } else { parts };
    vec![folded(&whole), folded(&part("family"))]
}

/// Names are right where each has the same letters in the same order, and where the family name is not cut elsewhere.
fn names(field_name: &'static str, want: &[Vec<String>], got: &Value) -> Field {
    let got = list(got);
    let shown = |name: &Value| {
        let keys = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal"];
        keys.iter().map(|key| text(&name[key])).collect::<String>()
    };
    let mut got_shown: Vec<String> = got.iter().map(|name| folded(&shown(name))).collect();
    for (at, name) in want.iter().enumerate() {
        let family = got.get(at).map(|name| folded(&text(&name["family"]))).unwrap_or_default();
        if let Some(shown) = got_shown.get_mut(at)
            && name.get(1).is_some_and(|wanted| !wanted.ends_with(&family))
        {
            shown.push_str(" with another family name");
        }
    }
    let wanted: Vec<&str> = want.iter().filter_map(|name| name.first()).map(String::as_str).collect();
    field(field_name, vec![wanted.join("; ")], got_shown.join("; "))
}

/// The first ISSN or ISBN that is printed counts, but any of the record's is right.
fn member(key: &'static str, record: &Value, item: &Value) -> Field {
    let mut permitted: Vec<String> = texts(&record[key])
        .iter()
        .map(|number| folded(number.rsplit('/').next().unwrap_or_default()))
        .collect();
    if permitted.is_empty() {
        permitted.push(String::new());
    }
    field(key, permitted, folded(&text(&item[key])))
}

/// `2024-06-30`, or as much of it as there is.
fn date(value: &Value) -> String {
    list(&value["date-parts"][0]).iter().map(text).collect::<Vec<_>>().join("-")
}

/// The date of the printed issue, else the earliest that the record has.
fn issued(record: &Value) -> String {
    let keys = [
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
    keys.iter().map(|key| date(&record[key])).find(|date| !date.is_empty()).unwrap_or_default()
}

/// Pages stay pages; a number in their place may become the article's number.
fn pages(record: &Value, item: &Value) -> Vec<Field> {
    let raw = |value: &Value| text(value).replace(['–', '—', '−'], "-");
    let (page, number) = (raw(&record["page"]), text(&record["article-number"]));
    let (got_page, got_number) = (raw(&item["page"]), text(&item["number"]));
    let mut fields = Vec::new();
    if !number.is_empty() {
        fields.push(field("article number", vec![number], got_number));
        fields.push(field("page", vec![page], got_page));
    } else if page.contains('-') || page.is_empty() {
        fields.push(field("page", vec![page], got_page));
    } else {
        let got = if got_page.is_empty() { got_number } else { got_page };
        fields.push(field("page", vec![page], got));
    }
    fields
}

/// Of a part of a book or proceedings the last title is the book's, and one before it the series'; a whole book has its
/// series there.
fn containers(record: &Value, item: &Value) -> Vec<Field> {
    let titles: Vec<String> = texts(&record["container-title"]).iter().map(|title| folded(title)).collect();
    let kind = text(&record["type"]);
    let first = titles.first().cloned().unwrap_or_default();
    let last = titles.last().cloned().unwrap_or_default();
    let part = ["chapter", "section", "part", "track", "entry", "proceedings-article"];
    let (container, series) = if part.iter().any(|word| kind.ends_with(word)) && kind != "journal-article" {
        (last, if titles.len() > 1 { first } else { String::new() })
    } else if kind == "report-component" {
        (first, String::new())
    } else if ["book", "monograph", "proceedings", "report", "standard", "dissertation"]
        .iter()
        .any(|word| kind.contains(word))
    {
        (String::new(), first)
    } else {
        (first, String::new())
    };
    let mut fields = vec![
        field("container", vec![container.clone()], folded(&text(&item["container-title"]))),
        field("series", vec![series], folded(&text(&item["collection-title"]))),
    ];
    let short = folded(&text(&record["short-container-title"]));
    let short = if short == container || container.is_empty() { String::new() } else { short };
    fields.push(field("short container", vec![short], folded(&text(&item["container-title-short"]))));
    fields
}

fn event(event: &Value, item: &Value) -> Vec<Field> {
    let name = [&event["name"], &event["acronym"], &event["theme"]]
        .map(text)
        .into_iter()
        .find(|name| !name.is_empty());
    let held = &item["event-date"]["date-parts"];
    let end = list(&held[1]).iter().map(text).collect::<Vec<_>>().join("-");
    let (start, wanted_end) = (date(&event["start"]), date(&event["end"]));
    let wanted_end = if start.is_empty() || wanted_end == start { String::new() } else { wanted_end };
    vec![
        same("event", &name.unwrap_or_default(), &item["event-title"]),
        same("event place", &text(&event["location"]), &item["event-place"]),
        field("event date", vec![[start, wanted_end].join("/")], [date(&item["event-date"]), end].join("/")),
    ]
}

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
