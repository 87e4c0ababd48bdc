//! What a page has: the tags of its head and the places of its body, JSON-LD, COinS, and reference lists.

use citelet::languages::Languages;
use citelet::read;
use citelet::read::page::{self, Dom};
use citelet::read::reference_list;
use citelet::references;
use citelet::tidy::{self, Evidence, Options};
use serde_json::{Value, json};

use super::{Field, Work};

/// What a page has beside the field.
const REST: [(&str, &str); 5] = [
    ("citation_title", "On the Wells of Bergen: A study"),
    ("citation_author", "Ann Berg"),
    ("citation_journal_title", "Journal of Wells"),
    ("citation_publication_date", "2020/05/01"),
    ("citation_abstract", "The Wells of Bergen are old. Wells are old in Bergen too."),
];

/// The keys of JSON-LD, as paths.
const KEYS: [&str; 28] = [
    "name",
    "headline",
    "author",
    "author.name",
    "author.givenName",
    "author.familyName",
    "editor.name",
    "creator.name",
    "datePublished",
    "isPartOf.name",
    "isPartOf.alternateName",
    "isPartOf.volumeNumber",
    "issueNumber",
    "isPartOf.issn",
    "pageStart",
    "pageEnd",
    "pagination",
    "identifier",
    "sameAs",
    "url",
    "publisher.name",
    "abstract",
    "keywords",
    "inLanguage",
    "version",
    "@type",
    "@id",
    "articleNumber",
];

#[rustfmt::skip]
const CONTEXT: [&str; 22] = [
    "rft.atitle", "rft.jtitle", "rft.title", "rft.btitle", "rft.stitle", "rft.au", "rft.aulast", "rft.aufirst", "rft.aucorp",
    "rft.date", "rft.volume", "rft.issue", "rft.spage", "rft.epage", "rft.pages", "rft.issn", "rft.isbn", "rft.pub", "rft_id",
    "rft.genre", "rft.language", "rft.degree",
];

#[rustfmt::skip]
const REFERENCE_KEYS: [&str; 16] = [
    "citation_title", "citation_author", "citation_journal_title", "citation_inbook_title", "citation_publication_date",
    "citation_volume", "citation_issue", "citation_firstpage", "citation_pages", "citation_doi", "citation_publisher",
    "citation_id", "citation_issn", "citation_isbn", "citation_pmid", "citation_dissertation_institution",
];

/// An element of a made page: what its selector contains, and its properties. An HTML parser would take most of the time.
#[derive(Clone)]
struct Element {
    selector: &'static str,
    properties: Vec<(&'static str, String)>,
}

/// A made page.
struct Made(Vec<Element>);

impl Dom for Made {
    type Element = Element;

    fn select(&self, selector: &str, limit: usize) -> Vec<Element> {
        self.0.iter().filter(|element| selector.contains(element.selector)).take(limit).cloned().collect()
    }

    fn property(&self, element: &Element, name: &str) -> Option<String> {
        element.properties.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    fn json(&self, text: &str, keys: &str) -> Option<page::JsonValue> {
        let mut value: page::JsonValue = serde_json::from_str(text).ok()?;
        value.retain_keys(keys);
        Some(value)
    }
}

fn element(selector: &'static str, property: &'static str, value: String) -> Element {
    Element { selector, properties: vec![(property, value)] }
}

fn tag(name: &str, text: &str) -> Element {
    let properties = vec![("name", name.to_owned()), ("content", text.to_owned())];
    Element { selector: "meta[content]", properties }
}

pub(super) fn fields() -> Vec<Field> {
    let tags = read::known_tags().map(|name| Field::new("page", name, move |text| page(tag(name, text))));
    let keys = KEYS.map(|path| Field::new("JSON-LD", path, move |text| page(json_ld(path, text))));
    let context = CONTEXT
        .map(|key| Field::new("COinS", key, move |text| page(element("Z3988", "title", query(key, text)))));
    let shown = [
        "h1",
        ".abstract,",
        ".csl-entry",
        ".authors .name",
        "html[lang]",
        "rel~=\"canonical",
        "role=doc-biblioentry",
    ];
    let shown = shown.map(|place| {
        let property = match place {
            "html[lang]" => "lang",
            "rel~=\"canonical" => "href",
            _ => "innerHTML",
        };
        Field::new("page", place, move |text| page(element(place, property, text.to_owned())))
    });
    let references = REFERENCE_KEYS.map(|key| {
        Field::new("references", key, move |text| {
            let content = format!("citation_title=Wells; {key}={text}");
            cited(vec![element("meta[name=citation_reference]", "content", content)])
        })
    });
    let open_url = CONTEXT.map(|key| {
        Field::new("references", key, move |text| {
            let span = format!("<span class=\"Z3988\" title=\"{}\"></span>", query(key, text));
            let entry = format!("Berg, A. (2020). Wells. {span}");
            cited(vec![element("role=doc-biblioentry", "innerHTML", entry)])
        })
    });
    let entry = |text: &str| cited(vec![element("role=doc-biblioentry", "innerHTML", text.to_owned())]);
    let entry = Field::new("references", "an entry of the list", entry);
    tags.chain(keys).chain(context).chain(shown).chain(references).chain(open_url).chain([entry]).collect()
}

/// Reads a page with an element beside the tags that it has anyway, and repairs the record.
fn page(own: Element) -> Work {
    let name = own.properties.first().map(|(_, name)| name.clone()).unwrap_or_default();
    let rest = REST.iter().filter(|row| row.0 != name).map(|row| tag(row.0, row.1));
    let made = Made([own].into_iter().chain(rest).collect());
    Box::new(move || {
        let page = page::collect(&made);
        let result = read::item(&page, Languages::default());
        let cited: Vec<&str> = page.references().collect();
        let evidence =
            Evidence { cited: &cited, sources: Some(result.sources()), languages: Languages::default() };
        drop(tidy::tidy_with(&mut result.item.clone(), &evidence, &Options::default()));
    })
}

/// Reads the references of a page and repairs the records.
fn cited(elements: Vec<Element>) -> Work {
    let made = Made(elements);
    Box::new(move || {
        for item in
            &mut references::read(reference_list::collect(&made)).into_iter().filter_map(|one| one.item)
        {
            drop(tidy::tidy(&mut item.clone(), &Options::default().without_case()));
        }
    })
}

fn json_ld(path: &str, text: &str) -> Element {
    let value = path.rsplit('.').fold(json!(text), |value, key| json!({ key: value, "@type": "Thing" }));
    let author = json!({ "@type": "Person", "name": "Ann Berg" });
    let mut work = json!({ "@type": "ScholarlyArticle", "name": "On wells", "author": author });
    if let (Value::Object(work), Value::Object(value)) = (&mut work, value) {
        work.extend(value.into_iter().filter(|(key, _)| key != "@type" || path == "@type"));
    }
    element("ld+json", "textContent", work.to_string())
}

fn query(key: &str, text: &str) -> String {
    let value: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
    format!("ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&{key}={value}")
}
