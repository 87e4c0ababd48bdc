//! BibTeX out: what the published rows of the manual examples do not show.

#[path = "common/growth.rs"]
mod growth;

use citelet::item::json::read_item;
use citelet::write::{BibtexOptions, bibtex, bibtex_all};
use growth::check_linear;
use serde_json::{Value, json};

fn write(record: &Value, ascii: bool) -> String {
    let item = read_item(record, &mut Vec::new()).expect("an object is a record");
    bibtex(&item, &BibtexOptions { ascii })
}

/// An entry's field as it is written; empty where the entry does not have it.
fn field(entry: &str, name: &str) -> String {
    let start = format!("\n  {name} = ");
    let value = entry.split_once(&start).map(|(_, rest)| rest.split(['\n']).next().unwrap_or_default());
    value.unwrap_or_default().trim_end_matches(',').to_owned()
}

fn check_title(title: &str, expected: &str) {
    let got = field(&write(&json!({"type": "article-journal", "title": title}), false), "title");
    assert_eq!(got, format!("{{{expected}}}"));
}

#[test]
fn capitals_are_protected_where_they_mean_something() {
    check_title("Royal commentaries of the Incas", "Royal commentaries of the {Incas}");
    check_title(
        "COVID-19 and mRNA in the U.S.: An iPhone study",
        "{COVID}-19 and {mRNA} in the {U.S}.: An {iPhone} study",
    );
    check_title("Anti-American views: What O’Neil said", "Anti-{American} views: What {O’Neil} said");
    check_title("<i>Hamlet</i> and Ophelia", "\\emph{Hamlet} and {Ophelia}");
    check_title(
        "On <span class=\"nocase\">iOS</span> and H<sub>2</sub>O",
        "On {iOS} and {H}\\textsubscript{2}{O}",
    );
    check_title(
        "The Effects of Climate Change on Coastal Cities: A Review",
        "The Effects of Climate Change on Coastal Cities: A Review",
    );
    check_title(
        "Vitamin D and mRNA in the Treatment of Bone Diseases of Cats",
        "Vitamin {D} and {mRNA} in the Treatment of Bone Diseases of Cats",
    );
    check_title("POST US WITHDRAWAL", "POST US WITHDRAWAL");
    check_title("History of the United States of America", "History of the {United} {States} of {America}");
    check_title("Die Verwandlung der Welt", "Die {Verwandlung} der {Welt}");
    check_title("a < b & c", "a \\textless{} b \\& c");
    check_title(
        "<img src=x onerror=alert('{1}')>",
        "\\textless{}img src=x onerror=alert('\\{1\\}')\\textgreater{}",
    );
}

#[test]
fn the_hyphen_of_an_article_number_is_no_range() {
    let article = |key: &str, pages: &str| write(&json!({"type": "article-journal", key: pages}), false);
    assert_eq!(field(&article("page", "12-15"), "pages"), "{12--15}");
    assert_eq!(field(&article("number", "ID-2021-14"), "pages"), "{ID-2021-14}");
}

fn check_names(names: Value, expected: &str) {
    let got = field(&write(&json!({"type": "book", "author": names}), false), "author");
    assert_eq!(got, format!("{{{expected}}}"));
}

#[test]
fn names_fall_into_bibtex_s_parts() {
    check_names(json!([{"family": "Beethoven", "given": "Ludwig van"}]), "van Beethoven, Ludwig");
    check_names(json!([{"family": "d’Alembert", "given": "Jean"}]), "d’Alembert, Jean");
    check_names(json!([{"family": "al-Hassan", "given": "X"}]), "al-Hassan, X");
    check_names(json!([{"family": "La Fontaine", "given": "Jean de"}]), "de La Fontaine, Jean");
    check_names(json!([{"family": "Ortega y Gasset", "given": "José"}]), "Ortega {y} Gasset, José");
    check_names(json!([{"family": "Doe", "given": "John, Jr."}]), "Doe, Jr., John");
    check_names(json!([{"family": "Doe", "given": "Ann and Bob"}]), "Doe, Ann {and} Bob");
    check_names(json!([{"family": "Plato"}, {"given": "Banksy"}]), "Plato and Banksy");
    check_names(json!([{"family": "Elizabeth", "suffix": "II"}]), "{Elizabeth II}");
    check_names(json!([{"literal": "ACM, Inc."}, {"literal": "et al."}]), "{ACM, Inc.} and others");
    check_names(json!([{"family": "Doe, M.D.", "given": "J"}]), "{Doe, M.D.}, J");
}

fn check_key(record: Value, expected: &str) {
    let entry = write(&record, false);
    let key = entry.split_once('{').and_then(|(_, rest)| rest.split([',', '\n']).next());
    assert_eq!(key, Some(expected), "{entry}");
}

#[test]
fn keys_are_ascii_and_never_empty() {
    let by = |family: &str, title: &str| json!({"type": "book", "title": title, "author": [{"family": family, "given": "X"}]});
    check_key(by("Łęski", "Über Größe"), "leskindüber".replace('ü', "u").as_str());
    check_key(by("van der Berg", "The end"), "vanderbergndend");
    check_key(by("Þórðarson", "An ætt"), "thordarsonndaett");
    check_key(by("毛", "矛盾论"), "u6bdbndu77dbu76fe");
    check_key(json!({"type": "book"}), "nd");
    check_key(json!({"type": "book", "title": "“The” 3-D <i>Printing</i>"}), "nd3d");
    check_key(
        json!({"type": "book", "language": "fr-FR", "title": "L’homme", "issued": {"raw": "1950"}}),
        "1950homme",
    );
    check_key(json!({"type": "book", "language": "en", "title": "La La Land"}), "ndla");
    check_key(json!({"type": "book", "title": "LA confidential", "issued": {"date-parts": [[-44]]}}), "44la");
    check_key(
        json!({"type": "book", "title": "The", "author": [{"literal": "The World Bank"}]}),
        "worldndthe",
    );
}

#[test]
fn equal_keys_become_distinct() {
    let item = |title: &str| {
        let record =
            json!({"type": "book", "title": title, "issued": {"raw": "2001"}, "author": [{"family": "Doe"}]});
        read_item(&record, &mut Vec::new()).unwrap()
    };
    let items = [item("Cats one"), item("Dogs"), item("Cats two"), item("Catsb"), item("Cats three")];
    let text = bibtex_all(&items, &BibtexOptions::default());
    let keys: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("@book{")).collect();
    assert_eq!(keys, ["doe2001catsa,", "doe2001dogs,", "doe2001catsc,", "doe2001catsb,", "doe2001catsd,"]);
}

#[test]
fn fields_follow_the_convention() {
    let record = json!({
        "type": "chapter", "title": "T", "container-title": "B of Bees", "page": "12 – 15, A1-A3", "edition": "12",
        "DOI": "https://doi.org/10.1/a_b{c", "URL": "https://x.org", "issued": {"raw": "Spring 1999 - 2001"},
        "translator": [{"family": "Doe", "given": "A"}, {"family": "Roe", "given": "B"}, {"literal": "C"}],
        "status": "in press", "collection-title": "S", "collection-number": 3, "event-place": "Bern",
    });
    let entry = write(&record, false);
    for (name, expected) in [
        ("booktitle", "{B of {Bees}}"),
        ("pages", "{12--15, A1--A3}"),
        ("edition", "{12th}"),
        ("doi", "{10.1/a_b%7Bc}"),
        ("url", ""),
        ("year", "{1999--2001}"),
        ("month", "{Spring}"),
        ("note", "{Translated by A Doe, B Roe, and C. In press}"),
        ("series", "{S}"),
        ("volume", "{3}"),
        ("address", "{Bern}"),
    ] {
        assert_eq!(field(&entry, name), expected, "{name}");
    }
    let thesis = |genre: &str| write(&json!({"type": "thesis", "title": "T", "genre": genre}), false);
    assert!(thesis("M.A. thesis").starts_with("@mastersthesis{"));
    assert!(thesis("Doctoral dissertation").starts_with("@phdthesis{"));
    assert_eq!(field(&thesis("Doctoral dissertation"), "type"), "");
    assert_eq!(field(&thesis("Habilitation"), "type"), "{Habilitation}");
    let preprint = json!({"type": "article", "issued": {"date-parts": [[1999]], "circa": true}, "URL": "https://é.org/a b"});
    assert_eq!(field(&write(&preprint, true), "year"), "{c. 1999}");
    assert_eq!(field(&write(&preprint, true), "url"), "{https://%C3%A9.org/a%20b}");
}

#[test]
fn big_and_hostile_records_take_linear_memory() {
    let record = |size: usize| {
        let authors: Vec<Value> =
            (0..size).map(|n| json!({"family": format!("Name{n}"), "given": "van der X"})).collect();
        let long = "Ünbalanced { <i> braces & Capitals ".repeat(6 * size);
        json!({"type": "article-journal", "title": long, "author": authors, "publisher": long,
            "page": "-".repeat(200 * size)})
    };
    for ascii in [false, true] {
        let entry = write(&record(500), ascii);
        let depth = entry
            .bytes()
            .fold(0_i64, |depth, byte| depth + i64::from(byte == b'{') - i64::from(byte == b'}'));
        assert_eq!((depth, entry.matches(" and ").count()), (0, 499));
        let make = |size| (record(size), ascii);
        check_linear("records", [500, 5_000], make, |(record, ascii)| drop(write(record, *ascii)));
    }
}
