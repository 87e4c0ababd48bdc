//! Crossref and DataCite records as CSL-JSON: no more than the differential needs, which is that both
//! processors get the same record. Repairing such records is the product's task, not this tool's.

use serde_json::{Map, Value, json};

/// A record as the registry's API delivers it, as CSL-JSON.
pub fn to_csl(agency: &str, record: &Value) -> Value {
    let mut item = Map::new();
    match agency {
        "datacite" => datacite(&record["attributes"], &mut item),
        _ => crossref(record, &mut item),
    }
    item.retain(|_, value| !value.is_null());
    Value::Object(item)
}

fn crossref(record: &Value, item: &mut Map<String, Value>) {
    item.insert("type".into(), json!(crossref_type(record["type"].as_str().unwrap_or_default())));
    for (from, to) in [
        ("title", "title"),
        ("container-title", "container-title"),
        ("short-container-title", "container-title-short"),
        ("ISSN", "ISSN"),
        ("ISBN", "ISBN"),
        ("DOI", "DOI"),
        ("URL", "URL"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("page", "page"),
        ("article-number", "number"),
        ("edition-number", "edition"),
        ("publisher", "publisher"),
        ("publisher-location", "publisher-place"),
        ("language", "language"),
        ("issued", "issued"),
    ] {
        item.insert(to.into(), first(&record[from]));
    }
    for role in ["author", "editor", "translator", "chair"] {
        item.insert(role.into(), names(&record[role], crossref_name));
    }
    item.insert("event-title".into(), record["event"]["name"].clone());
    item.insert("event-place".into(), record["event"]["location"].clone());
    if item["issued"]["date-parts"][0][0].is_null() {
        item.insert("issued".into(), Value::Null);
    }
}

/// Crossref gives lists where CSL has one value.
fn first(value: &Value) -> Value {
    value.as_array().map_or_else(|| value.clone(), |list| list.first().cloned().unwrap_or_default())
}

fn names(list: &Value, name: fn(&Value) -> Value) -> Value {
    let names: Vec<Value> = list.as_array().into_iter().flatten().map(name).collect();
    if names.is_empty() { Value::Null } else { Value::Array(names) }
}

fn crossref_name(name: &Value) -> Value {
    let mut out = Map::new();
    for (from, to) in [("family", "family"), ("given", "given"), ("suffix", "suffix"), ("name", "literal")] {
        if name[from].is_string() {
            out.insert(to.into(), name[from].clone());
        }
    }
    Value::Object(out)
}

fn crossref_type(word: &str) -> &'static str {
    match word {
        "journal-article" => "article-journal",
        "proceedings-article" => "paper-conference",
        "book-chapter" | "book-section" | "book-part" | "book-track" => "chapter",
        "book" | "monograph" | "edited-book" | "reference-book" | "proceedings" | "book-set" => "book",
        "reference-entry" => "entry-encyclopedia",
        "posted-content" => "article",
        "dataset" | "database" => "dataset",
        "dissertation" => "thesis",
        "report" | "report-component" | "report-series" => "report",
        "peer-review" => "review",
        "standard" => "standard",
        "journal" | "book-series" => "periodical",
        _ => "document",
    }
}

fn datacite(record: &Value, item: &mut Map<String, Value>) {
    let year = record["publicationYear"].as_i64();
    let issued = record["dates"].as_array().into_iter().flatten().find(|date| date["dateType"] == "Issued");
    let issued = issued.and_then(|date| date_parts(date["date"].as_str()?));
    let issued = issued.or_else(|| Some(vec![year?])).map(|parts| json!({ "date-parts": [parts] }));
    let container = &record["container"];
    let pages = [&container["firstPage"], &container["lastPage"]].map(|page| page.as_str());
    let pages: Vec<&str> = pages.into_iter().flatten().collect();
    let doi = record["doi"].as_str().unwrap_or_default();
    for (name, value) in [
        ("type", json!(record["types"]["citeproc"].as_str().unwrap_or("document"))),
        ("title", record["titles"][0]["title"].clone()),
        ("author", names(&record["creators"], datacite_name)),
        ("issued", json!(issued)),
        ("container-title", container["title"].clone()),
        ("volume", container["volume"].clone()),
        ("page", if pages.is_empty() { Value::Null } else { json!(pages.join("-")) }),
        ("publisher", record["publisher"].clone()),
        ("version", record["version"].clone()),
        ("language", record["language"].clone()),
        ("DOI", json!(doi)),
        ("URL", json!(["https://doi.org/", doi].concat())),
    ] {
        item.insert(name.into(), value);
    }
}

fn datacite_name(name: &Value) -> Value {
    match (name["familyName"].as_str(), name["givenName"].as_str()) {
        (Some(family), Some(given)) => json!({ "family": family, "given": given }),
        (Some(family), None) => json!({ "family": family }),
        _ => json!({ "literal": name["name"] }),
    }
}

/// Year, month and day of `2017`, `2017-06` or `2017-06-28`, with or without a time after it.
fn date_parts(text: &str) -> Option<Vec<i64>> {
    let day = text.split('T').next()?;
    let parts: Option<Vec<i64>> = day.split('-').map(|part| part.parse().ok()).collect();
    parts.filter(|parts| parts.len() <= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crossref_record_becomes_csl_json() {
        let record = json!({
            "type": "proceedings-article", "title": ["One"], "subtitle": ["Two"], "container-title": [],
            "DOI": "10.1/x", "issued": {"date-parts": [[2019, 7]]}, "ISSN": ["1-2", "3-4"],
            "author": [{"family": "Lund", "given": "A.", "sequence": "first", "affiliation": []},
                       {"name": "Water Office"}],
            "event": {"name": "Conference", "location": "Bath"},
        });
        let want = json!({
            "type": "paper-conference", "title": "One", "ISSN": "1-2", "DOI": "10.1/x",
            "issued": {"date-parts": [[2019, 7]]},
            "author": [{"family": "Lund", "given": "A."}, {"literal": "Water Office"}],
            "event-title": "Conference", "event-place": "Bath",
        });
        assert_eq!(to_csl("crossref", &record), want);
        let undated = json!({ "type": "x", "issued": {"date-parts": [[null]]} });
        assert_eq!(to_csl("crossref", &undated), json!({ "type": "document" }));
    }

    #[test]
    fn a_datacite_record_becomes_csl_json() {
        let record = json!({ "attributes": {
            "doi": "10.1/x", "publicationYear": 2017, "publisher": "figshare", "titles": [{"title": "One"}],
            "types": {"citeproc": "dataset"}, "version": null, "container": {"firstPage": "3", "lastPage": "9"},
            "dates": [{"date": "2016-01-02", "dateType": "Created"}, {"date": "2017-02-28T00:00:00", "dateType": "Issued"}],
            "creators": [{"name": "Lund, A.", "familyName": "Lund", "givenName": "A."}, {"name": "KNB"}],
        }});
        let want = json!({
            "type": "dataset", "title": "One",
            "author": [{"family": "Lund", "given": "A."}, {"literal": "KNB"}],
            "issued": {"date-parts": [[2017, 2, 28]]}, "page": "3-9", "publisher": "figshare",
            "DOI": "10.1/x", "URL": "https://doi.org/10.1/x",
        });
        assert_eq!(to_csl("datacite", &record), want);
    }
}
