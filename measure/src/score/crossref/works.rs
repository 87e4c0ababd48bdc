//! The fields that a raw record of Crossref should give.

use serde_json::Value;

use super::Field;
use super::expect::{date, field, names, same, type_of};
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

/// The date to cite, by the definitions of the fields in the documentation of Crossref's API. What is in print has the
/// date of that issue, since its volume and pages are cited; otherwise `issued` is "the earliest of published-print and
/// published-online". A few types have a date of their own.
fn issued(record: &Value) -> String {
    let own = match text(&record["type"]).as_str() {
        "posted-content" => "posted",
        "grant" => "award-start",
        "standard" => "approved",
        "dataset" | "component" => "content-created",
        _ => "published",
    };
    let dates = ["published-print", "issued", own].map(|field| date(&record[field]));
    dates.into_iter().find(|date| !date.is_empty()).unwrap_or_default()
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
