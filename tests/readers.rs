//! Article pages, read natively by the table that the browser uses too: what holds for all pages. The made pages of
//! `cases/pages` with their records are tests of `suites`.

mod common;
#[path = "common/growth.rs"]
mod growth;

use std::path::{Path, PathBuf};

use citelet::item::{Repair, Rule};
use citelet::read;
use citelet::tidy::{self, Options};
use citelet::vocabulary::Variable;
use common::{Random, read_file};
use growth::check_linear;
use serde_json::Value;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/pages")
}

/// Metadata by the megabyte takes memory in proportion.
#[test]
fn megabytes_take_linear_memory() {
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
    let authors = |count: usize| {
        citelet::read_page(&page(count), &Options::default()).item.names(Variable::Author).len()
    };
    assert_eq!((authors(100), authors(5_000)), (100, 5_000));
    check_linear("authors", [500, 5_000], page, |page| drop(citelet::read_page(page, &Options::default())));
}

#[test]
fn a_name_more_costs_little() {
    let names = ["Berg, Anna", "Lund, J. W.", "van der Ek, Bo", "Karin E. Lund", "Zoë Ek"];
    let cost = |count: usize| {
        let tags = names
            .iter()
            .cycle()
            .take(count)
            .map(|name| format!("<meta name=citation_author content=\"{name}\">"));
        let page = ["<meta name=citation_title content=\"On wells\">".to_owned(), tags.collect()].concat();
        allocation_counter::measure(|| drop(citelet::read_page(&page, &Options::default()))).bytes_total
    };
    // It is 4.5 kB; with lists of the words of languages, made anew for each name, it was 28.
    let bytes = (cost(2_000) - cost(1_000)) / 1_000;
    assert!(bytes < 9_000, "{bytes} bytes for a name");
}

/// Pages that are made at random.
impl Random {
    /// A value with pieces of names, dates, numbers, markup and JSON in any order.
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

/// Any page is read; what becomes a link is a web address; markup is closed; and a second repair changes nothing.
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
        let repairs: Vec<_> = tidy::tidy(&mut again, &Options::default()).0;
        assert!(repairs.is_empty(), "seed {seed}: {repairs:?}");
    }
}

/// So do graphs and contexts, however they refer to each other.
#[test]
fn graphs_take_linear_memory() {
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
    // In a graph too large for any page only references to its beginning are followed.
    let authors = |nodes: usize| {
        citelet::read_page(&page(nodes), &Options::default()).item.names(Variable::Author).len()
    };
    assert_eq!((authors(500), authors(5_000)), (501, 1_001));
    check_linear("nodes", [500, 5_000], page, |page| drop(citelet::read_page(page, &Options::default())));
}

#[test]
fn repairs_can_be_switched_off_all_together_or_one_alone() {
    let collected =
        citelet::html::page(&std::fs::read_to_string(cases().join("ojs-3.1.html")).expect("a case"));
    let mut stored = read::item(&collected, citelet::languages::Languages::default()).item;
    let before = stored.clone();
    assert_eq!(tidy::tidy(&mut stored, &Options::none()).0, []);
    assert_eq!(stored, before);
    let mut item = before.clone();
    let (repairs, _) = tidy::tidy(&mut item, &Options::default().without(Rule::Honorific));
    assert!(repairs.iter().all(|repair| repair.rule != Rule::Honorific) && !repairs.is_empty());
    assert_eq!(item.names(Variable::Author)[0].given, "Prof. Dr. Anna");
}

/// Titles with work for the rules that no page of the cases has work for.
const TITLES: [&str; 2] =
    ["THE WELLS OF US SOLDIERS IN KABUL, 2001-2021", "The Wells of Us Soldiers in Kabul"];

/// With its rule off nothing is repaired by it, whichever rule it is.
#[test]
fn each_rule_can_be_switched_off() {
    let abstract_tag = "<meta name=citation_abstract content='The US soldiers left the wells in Kabul.'>";
    let page =
        |title: &str| format!("<html lang=en><meta name=citation_title content='{title}'>{abstract_tag}");
    let mut pages = TITLES.map(|title| (title.to_owned(), page(title))).to_vec();
    for folder in [cases(), cases().join("../languages")] {
        for entry in std::fs::read_dir(folder).expect("the cases") {
            let path = entry.expect("a case").path();
            if path.extension().is_some_and(|extension| extension == "html") {
                let html = std::fs::read_to_string(&path).expect("a page");
                pages.push((path.display().to_string(), html));
            }
        }
    }
    let mut tried = Vec::new();
    for (name, html) in &pages {
        for Repair { rule, .. } in citelet::read_page(html, &Options::default()).repairs {
            let repairs = citelet::read_page(html, &Options::default().without(rule)).repairs;
            assert_eq!(repairs.iter().find(|repair| repair.rule == rule), None, "{name}");
            tried.push(rule);
        }
    }
    let untried: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !tried.contains(rule)).collect();
    // It is reported as part of `all-caps`.
    assert_eq!(
        untried,
        [&Rule::ProperNoun],
        "no page of tests/cases/pages/ or tests/cases/languages/ has work for these rules: add NAME.html and NAME.json"
    );
    let kept = citelet::read_page(&page(TITLES[0]), &Options::default().without(Rule::ProperNoun)).item;
    assert_eq!(kept.text(Variable::Title), Some("The wells of US soldiers in KABUL, 2001–2021"));
}

#[test]
fn a_repaired_record_needs_no_repair() {
    for name in ["ojs-3.1", "ojs-3.2", "ojs-3.4", "ojs-3.5", "ojs-3.0-no-tags", "hostile"] {
        let mut item = read_file(&cases().join(format!("{name}.html"))).item;
        assert_eq!(tidy::tidy(&mut item, &Options::default()).0, [], "{name}");
    }
}
