//! The fields of files and of registries' answers, read and repaired.

use citelet::read::ImportFormat;
use citelet::tidy::Options;
use serde_json::{Value, json};

use super::{Field, VARIABLES, Work};

#[rustfmt::skip]
const BIBTEX: [&str; 36] = [
    "title", "author", "editor", "translator", "journal", "journaltitle", "booktitle", "shorttitle", "year", "date", "month", "day",
    "urldate", "pages", "volume", "number", "doi", "isbn", "issn", "url", "publisher", "address", "edition", "abstract", "keywords", "note",
    "series", "howpublished", "institution", "school", "organization", "language", "eprint", "type", "crossref", "unknown",
];

#[rustfmt::skip]
const RIS: [&str; 36] = [
    "TY", "TI", "T1", "AU", "A1", "A2", "A3", "A4", "ED", "T2", "T3", "JO", "JF", "JA", "PY", "Y1", "DA", "Y2", "VL", "IS", "SP", "EP",
    "SN", "DO", "UR", "PB", "CY", "ET", "AB", "N1", "KW", "LA", "M1", "M3", "ID", "XX",
];

#[rustfmt::skip]
const CROSSREF: [&str; 27] = [
    "type", "title", "subtitle", "short-title", "container-title", "short-container-title", "author.family", "author.given", "author.name",
    "author.suffix", "editor.family", "page", "volume", "issue", "publisher", "publisher-location", "abstract", "ISSN", "ISBN", "DOI", "URL",
    "language", "edition-number", "article-number", "subject", "degree", "event.name",
];

#[rustfmt::skip]
const DATACITE: [&str; 24] = [
    "doi", "titles.title", "creators.name", "creators.givenName", "creators.familyName", "contributors.name", "publisher", "publicationYear",
    "dates.date", "types.resourceTypeGeneral", "types.resourceType", "descriptions.description", "subjects.subject", "container.title",
    "container.volume", "container.firstPage", "container.lastPage", "container.identifier", "version", "language", "url", "sizes",
    "identifiers.identifier", "relatedItems.titles.title",
];

const NAME_PARTS: [&str; 6] =
    ["family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle"];

pub(super) fn fields() -> Vec<Field> {
    let mut fields = Vec::new();
    for name in BIBTEX {
        fields.push(text_field(ImportFormat::Bibtex, name, move |text| {
            let text: String = text.chars().filter(|c| !matches!(c, '{' | '}' | '"')).collect();
            format!("@article{{k, year = 2020, {name} = {{{text}}}}}")
        }));
        fields.push(text_field(ImportFormat::Bibtex, &format!("{name} as it is"), move |text| {
            format!("@article{{k, year = 2020, {name} = {{{text}}}}}")
        }));
    }
    for tag in RIS {
        fields.push(text_field(ImportFormat::Ris, tag, move |text| {
            format!("TY  - JOUR\nTI  - Wells\n{tag}  - {text}\nER  - \n")
        }));
    }
    fields.push(text_field(ImportFormat::Bibtex, "the file", str::to_owned));
    fields.push(text_field(ImportFormat::Ris, "the file", |text| format!("TY  - JOUR\n{text}")));
    fields.extend(
        CROSSREF.map(|path| json_field(ImportFormat::Crossref, path, json!({ "type": "journal-article" }))),
    );
    fields
        .extend(DATACITE.map(|path| json_field(ImportFormat::Datacite, path, json!({ "doi": "10.5555/a" }))));
    fields.extend(csl_json());
    fields
}

/// The variables of CSL-JSON, each in the forms that it may have.
fn csl_json() -> impl Iterator<Item = Field> {
    let keys = ["id", "type", "custom", "journalAbbreviation", "unknown"].map(str::to_owned).into_iter();
    let texts = VARIABLES.iter().map(|variable| variable.word().to_owned());
    let names = NAME_PARTS.iter().map(|part| format!("author.{part}"));
    let dates = ["raw", "literal", "season"].iter().map(|part| format!("issued.{part}"));
    let paths: Vec<String> = keys.chain(texts).chain(names).chain(dates).collect();
    let base = json!({ "type": "article-journal" });
    paths.into_iter().map(move |path| json_field(ImportFormat::CslJson, &path, base.clone()))
}

fn text_field(format: ImportFormat, name: &str, make: impl Fn(&str) -> String + 'static) -> Field {
    Field::new(format.word(), name, move |text| read(make(text), format))
}

/// A field of a JSON format, by the path to it: the last object is the first of a list where the format has lists.
fn json_field(format: ImportFormat, path: &str, base: Value) -> Field {
    let own = path.to_owned();
    Field::new(format.word(), path, move |text| {
        let value = own.rsplit('.').enumerate().fold(json!(text), |value, (at, key)| {
            let listed = at > 0 && !matches!(key, "container" | "types" | "issued" | "event");
            json!({ key: if listed { json!([value]) } else { value } })
        });
        let mut record = base.clone();
        if let (Value::Object(record), Value::Object(value)) = (&mut record, value) {
            record.extend(value);
        }
        read(record.to_string(), format)
    })
}

fn read(file: String, format: ImportFormat) -> Work {
    Box::new(move || drop(citelet::read_records(&file, format, &Options::default())))
}
