//! Article pages, read natively by the table that the browser uses too.
//!
//! The cases are made pages in `cases/pages`: `NAME.html`, and in `NAME.json` the record that comes of it with every
//! repair and every warning. The data sets beside the checkout are read where they are present.

mod common;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::item::{Item, Rule, Value as Field, json};
use citelet::read::{self, ReadResult};
use citelet::tidy::{self, Options};
use citelet::vocabulary::Variable;
use citelet::write::BibtexOptions;
use common::{Random, read_file, read_file_with};
use serde_json::Value;
use xtask::project;
use xtask::styles::{DEFAULT_LOCALES, DEFAULT_STYLES, Library, bundle};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/pages")
}

fn json_of(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("a case")).expect("JSON")
}

fn item_of(record: &Value) -> Item {
    json::read_item(record, &mut Vec::new()).expect("a record")
}

fn repairs(reading: &ReadResult) -> Vec<String> {
    let line = |repair: &citelet::item::Repair| {
        format!("{}: {} > {} ({})", repair.field, repair.from, repair.to, repair.rule.word())
    };
    reading.repairs.iter().map(line).collect()
}

fn warnings(reading: &ReadResult) -> Vec<String> {
    reading.warnings.iter().map(|warning| format!("{}: {}", warning.field, warning.message)).collect()
}

/// The fields of a record, one a line, so that a difference can be read.
fn lines(item: &Item) -> Vec<String> {
    let fields = item.fields().map(|(variable, value)| format!("{}: {value:?}", variable.word()));
    std::iter::once(item.item_type.word().to_owned()).chain(fields).collect()
}

fn check(name: &str) {
    let case = json_of(&cases().join(format!("{name}.json")));
    let reading = read_file(&cases().join(format!("{name}.html")));
    let strings = |key: &str| -> Vec<String> {
        case[key].as_array().expect(key).iter().map(|line| line.as_str().expect(key).to_owned()).collect()
    };
    assert_eq!(lines(&reading.item), lines(&item_of(&case["csl"])), "{name}");
    assert_eq!(repairs(&reading), strings("repairs"), "{name}");
    assert_eq!(warnings(&reading), strings("warnings"), "{name}");
}

#[test]
fn open_journal_systems_with_tags() {
    check("ojs-3.1");
    check("ojs-3.2");
    check("ojs-3.4");
    check("ojs-3.5");
}

#[test]
fn open_journal_systems_without_tags() {
    check("ojs-3.0-no-tags");
    check("ojs-2.4-no-tags");
}

#[test]
fn platforms_of_other_families() {
    check("arxiv");
    check("atypon");
    check("body-authors");
    check("coins");
    check("dublin-core");
    check("eprints");
    check("json-ld-article");
    check("json-ld-dataset");
    check("json-ld-graph");
    check("microdata");
    check("preprint-server");
    check("proceedings");
    check("repec");
    check("software");
    check("thesis");
}

#[test]
fn pages_that_say_nothing_or_mean_harm() {
    check("no-metadata");
    check("hostile");
}

#[test]
fn every_case_is_checked() {
    let source = include_str!("readers.rs");
    for file in std::fs::read_dir(cases()).expect("cases").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix(".json") {
            assert!(source.contains(&format!("check(\"{name}\")")), "{name} is not checked");
        }
    }
}

/// Metadata by the megabyte is read in linear time: ten times as much may not take fifty times as long.
#[test]
fn megabytes_are_read_in_linear_time() {
    let page = |authors: usize| {
        let tags: String =
            (0..authors).map(|at| format!("<meta name=citation_author content=\"Ann Ek{at}\">\n")).collect();
        let junk: String =
            (0..authors).map(|at| format!("<meta name=\"{}{at}\" content=x>", "junk".repeat(20))).collect();
        let text = "word &amp;amp; <b> ".repeat(authors * 10);
        let deep = "<div>".repeat(authors);
        format!(
            "<html><head><meta name=citation_title content=\"A title\">{tags}{junk}<meta name=citation_abstract \
             content='{text}'></head><body><article class=obj_article_details><h1>A {}</h1>{deep}</body></html>",
            "<i>x</i> ".repeat(authors)
        )
    };
    let time = |html: &str| {
        let start = Instant::now();
        let reading = citelet::read_page(html, &Options::default());
        (start.elapsed(), reading.item.names(Variable::Author).len())
    };
    let (_, few) = time(&page(100));
    let (small, _) = time(&page(500));
    let (large, many) = time(&page(5_000));
    assert_eq!((few, many), (100, 5_000));
    let bound = small * 50 + Duration::from_millis(200);
    assert!(large < bound, "500 authors took {small:?}, 5,000 took {large:?}");
}

/// Pages that are made at random.
impl Random {
    /// A value in which pieces of names, dates, numbers, markup and JSON stand in any order.
    fn value(&mut self) -> String {
        const PIECES: &[&str] = &[
            "Dr",
            "Dr. ",
            "Prof.-",
            "van der ",
            "O’",
            "de’ ",
            "Jr.",
            ", ",
            ";",
            " & ",
            " and ",
            ".",
            "..",
            "PhD",
            "(",
            ")",
            "[",
            "李",
            "小龙",
            "山田 太郎",
            "김",
            "Nguyễn ",
            "ß",
            "İ",
            "e\u{301}",
            "\u{202e}",
            "\u{feff}",
            "\u{0}",
            "\u{a0}",
            "  ",
            "\n",
            "2024",
            "-",
            "–",
            "/",
            "2024-13-45",
            "99999999999999999999",
            "12 de ",
            "juin",
            "年",
            "0000",
            "vol. ",
            "no",
            "pp.",
            "10.",
            "10.5555/x(1)",
            "https://",
            "javascript:alert(1)",
            "doi:",
            "<i>",
            "</i>",
            "<script>",
            "<b",
            "&lt;i&gt;",
            "&amp;amp;",
            "&#x110000;",
            "<img src=x onerror=alert(1)>",
            "\"",
            "'",
            "\\",
            "\\u12",
            "{",
            "}",
            "%",
            "%C3",
            "+",
            "rft.au=",
            "&",
            "=",
            "ABC",
            "von",
            "Smith",
            "J",
            "JH",
            "e1234",
            "1234-5679",
            "X",
            "arXiv:",
            "Universi",
            "AND",
            "et al.",
            "…",
            "|",
        ];
        (0..self.below(9)).map(|_| self.pick(PIECES)).collect()
    }

    /// JSON, or nearly.
    fn json(&mut self, depth: usize) -> String {
        const KEYS: &[&str] = &[
            "@type",
            "@id",
            "@graph",
            "name",
            "headline",
            "author",
            "familyName",
            "givenName",
            "isPartOf",
            "issn",
            "publisher",
            "datePublished",
            "identifier",
            "mainEntity",
            "keywords",
            "inLanguage",
            "volumeNumber",
            "pageStart",
            "url",
            "junk",
        ];
        const VALUES: &[&str] = &[
            "ScholarlyArticle",
            "Periodical",
            "#a",
            "#b",
            "Organization",
            "Dataset",
            "1e999",
            "https://a.b/c",
        ];
        match self.below(if depth == 0 { 3 } else { 6 }) {
            0 => Value::String(self.value()).to_string(),
            1 => format!("\"{}\"", self.pick(VALUES)),
            2 => self.pick(&["null", "true", "-1.5e300", "12", "{", "]"]).to_owned(),
            3 => {
                let entries: Vec<String> = (0..self.below(4)).map(|_| self.json(depth - 1)).collect();
                format!("[{}]", entries.join(","))
            }
            _ => {
                let count = self.below(7);
                let entries: Vec<String> =
                    (0..count).map(|_| format!("\"{}\":{}", self.pick(KEYS), self.json(depth - 1))).collect();
                format!("{{{}}}", entries.join(","))
            }
        }
    }

    fn page(&mut self) -> String {
        const TAGS: &[&str] = &[
            "citation_title",
            "citation_author",
            "citation_authors",
            "citation_date",
            "citation_online_date",
            "citation_doi",
            "citation_issn",
            "citation_volume",
            "citation_firstpage",
            "citation_lastpage",
            "citation_language",
            "dc.title",
            "DC.Creator",
            "dc.date",
            "DC.Identifier",
            "dc.source",
            "DCTERMS.bibliographicCitation",
            "prism.startingPage",
            "eprints.creators_name",
            "eprints.type",
            "og:title",
            "og:url",
            "og:site_name",
            "citation_publisher",
            "dc.type",
            "citation_keywords",
            "citation_abstract",
            "description",
            "generator",
            "citation_arxiv_id",
            "article:author",
        ];
        let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
        let mut html = String::from("<html lang=en><head>");
        for _ in 0..self.below(14) {
            let (tag, value) = (self.pick(TAGS), self.value());
            html += &format!("<meta name=\"{tag}\" content=\"{}\">", quoted(&value));
        }
        if self.below(2) == 0 {
            html += &format!("<script type=\"application/ld+json\">{}</script>", self.json(4));
        }
        let (heading, names, citation, context) = (self.value(), self.value(), self.value(), self.value());
        html += &format!(
            "</head><body class=obj_article_details><h1>{heading}</h1><ul class=authors><li class=name>{names}</li></ul>\
             <div class=csl-entry>{citation}</div><span class=Z3988 title=\"rft.atitle={}\"></span></body></html>",
            quoted(&context)
        );
        html
    }
}

/// Whatever a page says, it is read; what becomes a link is a web address; what is markup is closed; and what was mended
/// needs no mending.
#[test]
fn arbitrary_pages_are_read() {
    for seed in 1..=1_000_u64 {
        let html = Random(0x9e37_79b9_7f4a_7c15 ^ (seed << 20)).page();
        let reading = citelet::read_page(&html, &Options::default());
        let url = reading.item.text(Variable::Url).unwrap_or("https://").to_ascii_lowercase();
        assert!(url.starts_with("https://") || url.starts_with("http://"), "seed {seed}: {url}");
        let title = reading.item.text(Variable::Title).unwrap_or_default();
        for mark in ["i", "b", "sub", "sup"] {
            let count = |tag: String| title.matches(&tag).count();
            assert_eq!(count(format!("<{mark}>")), count(format!("</{mark}>")), "seed {seed}: {title}");
        }
        let mut again = reading.item.clone();
        let mended: Vec<_> = tidy::tidy(&mut again, &Options::default()).0;
        assert!(mended.is_empty(), "seed {seed}: {mended:?}");
    }
}

/// Graphs and contexts by the megabyte too, however they point at each other.
#[test]
fn graphs_are_read_in_linear_time() {
    let page = |nodes: usize| {
        let authors: String = (0..nodes).map(|at| format!("{{\"@id\":\"#p{at}\"}},")).collect();
        let people: String = (0..nodes)
            .map(|at| format!("{{\"@id\":\"#p{at}\",\"@type\":\"Person\",\"name\":\"Ann Ek{at}\"}},"))
            .collect();
        let context =
            format!("<span class=Z3988 title='rft.atitle=x&amp;{}'></span>", "rft.au=A+B&amp;".repeat(nodes));
        format!(
            "<html><head><script type='application/ld+json'>[{people}{{\"@type\":\"ScholarlyArticle\",\"@id\":\"#a\",\
             \"name\":\"A\",\"author\":[{authors}\"Bo Ek\"],\"isPartOf\":{{\"@id\":\"#a\"}}}}]</script></head><body>\
             {context}<script type='application/ld+json'>{}</script></body></html>",
            "[".repeat(nodes)
        )
    };
    let time = |nodes: usize| {
        let html = page(nodes);
        let start = Instant::now();
        (citelet::read_page(&html, &Options::default()).item.names(Variable::Author).len(), start.elapsed())
    };
    let (small, large) = (time(500), time(5_000));
    // Of a graph too large for any page only its beginning is pointed at.
    assert_eq!((small.0, large.0), (501, 1_001));
    assert!(large.1 < small.1 * 50 + Duration::from_millis(200), "{small:?} {large:?}");
}

#[test]
fn every_repair_can_be_switched_off() {
    let collected =
        citelet::html::page(&std::fs::read_to_string(cases().join("ojs-3.1.html")).expect("a case"));
    let mut stored = read::item(&collected).item;
    let before = stored.clone();
    assert_eq!(tidy::tidy(&mut stored, &Options::none()).0, []);
    assert_eq!(stored, before);
    let mut item = before.clone();
    let (repairs, _) = tidy::tidy(&mut item, &Options::default().without(Rule::Honorific));
    assert!(repairs.iter().all(|repair| repair.rule != Rule::Honorific) && !repairs.is_empty());
    assert_eq!(item.names(Variable::Author)[0].given, "Prof. Dr. Anna");
}

#[test]
fn a_mended_record_needs_no_mending() {
    for name in ["ojs-3.1", "ojs-3.2", "ojs-3.4", "ojs-3.5", "ojs-3.0-no-tags", "hostile"] {
        let mut item = read_file(&cases().join(format!("{name}.html"))).item;
        assert_eq!(tidy::tidy(&mut item, &Options::default()).0, [], "{name}");
    }
}

/// The data sets, where they are present.
fn data(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("CITELET_DATA").map(PathBuf::from);
    let root = root.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let found = root.join(folder);
    if found.is_dir() {
        return Some(found);
    }
    eprintln!("skipped: there is no {} (set CITELET_DATA to the data sets)", found.display());
    None
}

/// Holds a page of the data sets to its record in all fields but those in `but`.
fn check_data(page: &Path, expected: &Value, but: &[Variable]) -> ReadResult {
    check_reading(page, expected, but, Options::default())
}

fn check_reading(page: &Path, expected: &Value, but: &[Variable], options: Options) -> ReadResult {
    let reading = read_file_with(page, &options);
    let want = item_of(expected);
    assert_eq!(reading.item.item_type, want.item_type, "{}", page.display());
    for (variable, value) in want.fields().filter(|(variable, _)| !but.contains(variable)) {
        assert_eq!(reading.item.get(variable), Some(value), "{} {}", page.display(), variable.word());
    }
    reading
}

#[test]
fn the_seed_page() {
    let Some(pages) = data("pages") else { return };
    let expected = json_of(&pages.join("ojs-seed-article.expected.json"));
    let reading = check_data(&pages.join("ojs-seed-article.html"), &expected["csl"], &[]);
    assert_eq!(
        repairs(&reading),
        [
            "author[0].given: Dr Qudsia > Qudsia (honorific)",
            "author[1].given: Noureen  > Noureen (whitespace)",
            "title: In > in (sentence-case)",
            "title: Post > post (sentence-case)",
            "title: Us > US (restore-acronym)",
            "title: Withdrawal > withdrawal (sentence-case)",
        ]
    );
    let evidence: Vec<&str> = reading.repairs.iter().map(|repair| repair.evidence.as_str()).collect();
    assert_eq!(
        evidence,
        [
            "leading \"Dr\"",
            "",
            "a function word",
            "the abstract has “post”",
            "the abstract has “US”",
            "the abstract has “withdrawal”",
        ]
    );
    assert_eq!(warnings(&reading), [""; 0]);
}

/// What the styles make of the mended title: those that want Title Case get the journal's again, but for `Us`.
#[test]
fn the_seed_page_in_the_styles() {
    let (Some(pages), Some(library)) = (data("pages"), Library::fetched(project::root())) else { return };
    let mut engine = Engine::new();
    let pack = bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES).expect("packs");
    engine.load_pack(&pack).expect("packs of this version");
    let reading = read_file(&pages.join("ojs-seed-article.html"));
    let html = |style: &str| {
        let formatted =
            engine.format(&reading.item, style, CitationForm::Reference, &FormatOptions::default());
        formatted.expect("a style that is loaded").html
    };
    let apa = html("apa");
    let apa = apa.split("<a ").next().unwrap_or_default();
    assert_eq!(
        apa,
        "Akram, Q., &amp; Asif, N. (2024). Islamic State Khorasan (ISIS-K) in post US withdrawal Afghanistan. \
         <i>Journal of Professional Research in Social Sciences</i>, <i>11</i>(1), 211–238. "
    );
    for style in DEFAULT_STYLES.into_iter().filter(|style| *style != "apa") {
        let title = "Islamic State Khorasan (ISIS-K) in Post US Withdrawal Afghanistan";
        assert!(html(style).contains(title), "{style}: {}", html(style));
    }
    let bibtex = citelet::write::bibtex(&reading.item, &BibtexOptions::default());
    let title = "Islamic {State} {Khorasan} ({ISIS}-{K}) in post {US} withdrawal {Afghanistan}";
    assert!(bibtex.contains(title), "{bibtex}");
}

#[test]
fn the_multilingual_page() {
    let Some(pages) = data("pages") else { return };
    let expected = json_of(&pages.join("ojs-multilingual.expected.json"));
    let reading = check_data(&pages.join("ojs-multilingual.html"), &expected["csl"], &[]);
    assert_eq!(reading.repairs.len(), 2);
    assert_eq!(reading.repairs[0].evidence, "the visible h1 sets the same words in <i>");
    assert_eq!(
        repairs(&reading)[1],
        "author[2]: João Pedro da Silva e Souza > da Silva e Souza, João Pedro (particle)"
    );
}

#[test]
fn real_pages_of_open_journal_systems() {
    let Some(pages) = data("real-pages") else { return };
    for name in ["ojs31-ejsit", "ojs33-ojs-dc-temporal"] {
        let case = json_of(&pages.join(format!("{name}.json")));
        // The abstract is only said to be there, and one family name has two right forms.
        let but = [Variable::Abstract, Variable::Author];
        // What is expected is what the page itself says, also of the title's case.
        let page = pages.join(format!("{name}.html"));
        let reading = check_reading(&page, &case["expected"], &but, Options::default().without_case());
        assert!(matches!(reading.item.get(Variable::Abstract), Some(Field::Text(_))), "{name}");
        let families: Vec<&str> =
            reading.item.names(Variable::Author).iter().map(|name| name.family.as_str()).collect();
        let want = item_of(&case["expected"]);
        let wanted: Vec<&str> =
            want.names(Variable::Author).iter().map(|name| name.family.as_str()).collect();
        assert_eq!(families, wanted, "{name}");
    }
}
