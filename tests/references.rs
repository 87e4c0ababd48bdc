//! The works that an article cites, from the page to items.

mod common;
#[path = "common/growth.rs"]
mod growth;

use std::fs;
use std::path::Path;

use citelet::item::Item;
use citelet::references;
use citelet::write;
use common::{Random, check_words_occur};
use growth::check_linear;
use measure::references as listed;

#[test]
fn references_of_a_page_are_collected_as_worded() {
    let lists = "<section class='item references'><h2>References</h2><div class=value><p>Kuhn, T. S. (1962). <em>The
        structure</em></p><p>Popper, K.</p></div></section>
        <section role=doc-bibliography><ul><li role=doc-biblioentry>Lakatos, I. <a href=#>Google Scholar</a></li></ul></section>";
    let listed = ["Kuhn, T. S. (1962). <i>The structure</i>", "Popper, K.", "Lakatos, I. Google Scholar"];
    assert_eq!(citelet::html::page(lists).references().collect::<Vec<_>>(), listed);
    let tag = "Kuhn, T. S. (1962). The structure of scientific revolutions.";
    let page = citelet::html::page(&format!("<meta name=citation_reference content='{tag}'>{lists}"));
    assert_eq!(page.references().collect::<Vec<_>>(), [tag], "tags contain the works of the lists");
}

#[test]
fn citations_in_json_ld_are_read_where_a_page_has_neither_tags_nor_a_list() {
    let block = r#"<script type="application/ld+json">{"@graph": [
        {"@type": "ScholarlyArticle", "name": "Whose harbour?", "citation": [
            "Brandt, E. (1999). <i>Kontor and Crown</i>. Made Books.",
            {"@type": "ScholarlyArticle", "name": "Stockfish; and silver", "author": [{"name": "K. Lie"}, "Bo Aas"],
             "datePublished": "2007", "sameAs": "https://doi.org/10.5555/x.2007.1", "pageStart": 3, "pageEnd": 9,
             "isPartOf": {"@type": "PublicationIssue", "issueNumber": 2, "isPartOf": {"@id": "j"}}},
            {"@id": "https://example.org/nowhere"}, 7, null]},
        {"@id": "j", "@type": "Periodical", "name": "Made Letters", "issn": "1234-5679"}]}</script>"#;
    let read = citelet::read_references(block);
    let lines: Vec<String> =
        read.iter().filter_map(|reference| reference.item.as_ref()).map(listed::fields).collect();
    assert_eq!(
        lines,
        [
            "book | publisher=Made Books | title=Kontor and Crown | issued=1999 | author=Brandt, E.",
            "article-journal | container-title=Made Letters | DOI=10.5555/x.2007.1 | ISSN=1234-5679 | \
             title=Stockfish; and silver | issue=2 | page=3-9 | issued=2007 | author=Lie, K.; Aas, Bo",
        ]
    );
    let tagged =
        ["<meta name=citation_reference content='Kuhn, T. S. (1962). The structure.'>", block].concat();
    assert_eq!(citelet::read_references(&tagged).len(), 1, "tags are complete");
}

/// A made-up text that looks like references, from a seed: words, marks and numbers in any order.
fn noise(seed: u64, length: usize) -> String {
    const PIECES: [&str; 48] = [
        "Smith",
        "J.",
        "J. D.",
        ", ",
        ". ",
        "(2019)",
        "(2019a, June 3). ",
        "& ",
        "and ",
        "et al.",
        "In ",
        "In: ",
        "“",
        "”",
        "‘",
        "’",
        "(Eds.)",
        ", editors. ",
        "Title of a work",
        "pp. 1–2",
        "12(3)",
        ": 45–67",
        "2024;11:1-2",
        "https://doi.org/10.1000/x(1)2",
        "http://a.b/c",
        "<i>",
        "</i>",
        "(",
        ")",
        "[",
        "]",
        "doi:10.5555/ab",
        "Press",
        "New York: ",
        "vol. 3, no. 2",
        "\u{1}",
        "é",
        "李小龙",
        "\u{a0}",
        "—",
        "ed.",
        "2nd ed.",
        "PhD thesis, ",
        "; ",
        "Accessed 3 May 2020",
        "//",
        "?",
        "\u{202e}",
    ];
    let mut random = Random(seed);
    let mut out = String::new();
    while out.len() < length {
        out.push_str(random.pick(&PIECES));
        if random.below(4) == 0 {
            out.push(' ');
        }
    }
    out
}

#[test]
fn every_field_is_contained_in_the_text() {
    for seed in 0..1_500 {
        let text = noise(seed, 40 + (seed as usize % 7) * 60);
        let reference = references::parse(&text);
        assert!(!reference.raw.contains(['\n', '\t']), "{text}");
        if let Some(item) = &reference.item {
            check_words_occur(&reference.raw, item);
        }
    }
}

#[test]
fn the_raw_text_is_kept_whatever_it_is() {
    for raw in [
        "",
        "?",
        "....",
        "Kuhn",
        "(2019)",
        "“”",
        "10.1000/x",
        "http://x.y",
        "[1]",
        "citation_title",
        "citation_title=",
        &"a".repeat(9_000),
    ] {
        let reference = references::parse(raw);
        assert_eq!(reference.raw, raw);
        assert!(!reference.sure, "{raw}");
        assert!(!reference.warnings.is_empty(), "{raw}");
    }
}

/// References by the megabyte take memory in proportion.
#[test]
fn megabytes_take_linear_memory() {
    let page = |count: usize| {
        let tags: String = (0..count as u64)
            .map(|at| {
                format!(
                    "<meta name=citation_reference content='{}'>",
                    noise(at, 600).replace(['<', '\''], "")
                )
            })
            .collect();
        let list: String =
            (0..count as u64).map(|at| format!("<li>{}</li>", noise(at, 600).replace('<', ""))).collect();
        let long = "Smith, J. (2019). ".repeat(count * 100);
        format!("{tags}<ol class=references>{list}<li>{long}</li></ol>")
    };
    assert!(citelet::read_references(&page(100)).len() >= 100);
    check_linear("references", [10, 100], page, |page| drop(citelet::read_references(page)));
}

/// The record of a structured tag, in one line.
fn fields_of(tag: &str) -> String {
    references::parse(tag).item.as_ref().map(listed::fields).unwrap_or_default()
}

#[test]
fn references_in_fields() {
    assert_eq!(
        fields_of(
            "citation_journal_title=Nature; citation_title=Molecular structure of nucleic acids; citation_author=JD Watson, FHC Crick; \
             citation_volume=171; citation_publication_date=1953; citation_pages=737-738; citation_doi=10.1038/171737a0; citation_id=CR1"
        ),
        "article-journal | container-title=Nature | DOI=10.1038/171737a0 | title=Molecular structure of nucleic acids | \
         page=737-738 | volume=171 | issued=1953 | author=Watson, JD; Crick, FHC"
    );
    assert_eq!(
        fields_of(
            "citation_title=On computable numbers; with an application.; citation_author=Turing  A. M.; Proc Lond Math Soc.; \
             citation_year=1937; citation_volume=42; citation_firstpage=230; citation_lastpage=265;"
        ),
        "article-journal | container-title=Proc Lond Math Soc | title=On computable numbers; with an application | page=230-265 | \
         volume=42 | issued=1937 | author=Turing, A. M."
    );
    assert_eq!(
        fields_of(
            "citation_inbook_title=Thinking; citation_title=Intellectual evolution; citation_author=Piaget, Jean; citation_editor=P. C. Wason; citation_publication_date=1972"
        ),
        "chapter | container-title=Thinking | title=Intellectual evolution | issued=1972 | author=Piaget, Jean | editor=Wason, P. C."
    );
    assert_eq!(
        fields_of(
            "citation_dissertation_institution=Princeton University; citation_title=Non-cooperative games; citation_author=Nash, John F.; citation_date=1950"
        ),
        "thesis | publisher=Princeton University | title=Non-cooperative games | issued=1950 | author=Nash, John F."
    );
}

#[test]
fn entries_contain_links_and_fields() {
    let found = citelet::read_references(
        "<ol class=references><li>Coase, R. H. (1937). The nature of the firm. <em>Economica</em>, <em>4</em>(16), 386–405.
         <a href='https://doi.org/10.1111/j.1468-0335.1937.tb00002.x'>Crossref</a> <a href='https://scholar.example/x'>Google Scholar</a></li>
         <li>Levy, D. et al. <span class=Z3988 title='rft.genre=article&amp;rft.aulast=Levy&amp;rft.aufirst=D.&amp;rft.jtitle=N.+Engl.+J.+Med.&amp;rft.volume=322&amp;rft.spage=1561&amp;rft.epage=1566&amp;rft.date=1990&amp;rft.atitle=Left+ventricular+mass&amp;rft_id=info%3Adoi%2F10.1056%2Fx1'></span></li></ol>",
    );
    let lines: Vec<String> =
        found.iter().filter_map(|reference| reference.item.as_ref()).map(listed::fields).collect();
    assert_eq!(
        lines,
        [
            "article-journal | container-title=Economica | DOI=10.1111/j.1468-0335.1937.tb00002.x | title=The nature of the firm | \
             issue=16 | page=386-405 | volume=4 | issued=1937 | author=Coase, R. H.",
            "article-journal | container-title=N. Engl. J. Med. | DOI=10.1056/x1 | title=Left ventricular mass | page=1561-1566 | \
             volume=322 | issued=1990 | author=Levy, D.",
        ]
    );
    assert!(found[0].raw.starts_with("Coase, R. H. (1937). The nature of the firm. Economica, 4(16)"));
}

#[test]
fn lists_of_line_breaks_and_pages_with_tags_and_a_list() {
    let typed = "<section class='item references'><h2>References</h2><div class=value>Kuhn, T. S. (1962). The structure of scientific
        revolutions. University of Chicago Press.<br>Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460.</div></section>";
    assert_eq!(citelet::read_references(typed).len(), 2);
    let twice = "<meta name=citation_reference content='Kuhn, T. S. (1962). The structure of scientific revolutions. University of Chicago Press.'>
        <div class=references><div class=value><p>Kuhn, T. S. (1962). <i>The structure of scientific revolutions</i>. University of Chicago Press.</p></div></div>";
    assert_eq!(citelet::read_references(twice).len(), 1);
}

/// All that a page cites, as one file of each kind: no two keys of BibTeX or ids of CSL-JSON are the same.
#[test]
fn references_are_written_to_files() {
    let raws =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/references/sloppy.txt"))
            .expect("a case");
    let lines = raws.lines().filter(|line| !line.starts_with(' ') && !line.is_empty());
    // Twice, so that every key is met again.
    let mut items: Vec<Item> = lines.filter_map(|line| references::parse(line).item).collect();
    items.extend(items.clone());
    let bibtex = write::export(&items, write::ExportFormat::Bibtex, false);
    let mut keys: Vec<&str> = bibtex.lines().filter(|line| line.starts_with('@')).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!((keys.len(), count), (items.len(), items.len()));
    assert_eq!(
        write::export(&items, write::ExportFormat::Ris, false).matches("\nER  -").count(),
        items.len()
    );
    let json: serde_json::Value =
        serde_json::from_str(&write::export(&items, write::ExportFormat::CslJson, false)).expect("JSON");
    let mut ids: Vec<&str> = json
        .as_array()
        .expect("records")
        .iter()
        .map(|record| record["id"].as_str().expect("an id"))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len());
}
