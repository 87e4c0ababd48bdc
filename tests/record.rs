//! Lenient reading of CSL-JSON, and the writers of CSL-JSON and RIS.

use citelet::item::json::{read_item, read_items};
use citelet::item::{DateParts, Item, Name, Warning};
use citelet::vocabulary::{ItemType, Variable};
use serde_json::{Value, json};

fn read(value: &Value) -> (Item, Vec<Warning>) {
    let mut warnings = Vec::new();
    let item = read_item(value, &mut warnings).expect("an object is a record");
    (item, warnings)
}

/// What a name's parts become: family, given, non-dropping particle, dropping particle, suffix.
fn check_name(family: &str, given: &str, expected: [&str; 5]) {
    let (item, warnings) = read(&json!({"type": "book", "author": [{"family": family, "given": given}]}));
    let Name { family: f, given: g, non_dropping_particle: n, dropping_particle: d, suffix: s, .. } =
        item.names(Variable::Author)[0].clone();
    assert_eq!([&f, &g, &n, &d, &s], expected, "{family} / {given}");
    assert_eq!(warnings, []);
}

#[test]
fn particles_and_suffixes_are_taken_out_of_names_as_citeproc_js_does() {
    check_name("van der Berg", "A", ["Berg", "A", "van der", "", ""]);
    check_name("Beethoven", "Ludwig van", ["Beethoven", "Ludwig", "", "van", ""]);
    check_name("\"van der Berg\"", "A", ["van der Berg", "A", "", "", ""]);
    check_name("King", "Martin Luther, Jr.", ["King", "Martin Luther", "", "", "Jr."]);
    check_name("al-Hassan", "X", ["Hassan", "X", "al-", "", ""]);
    check_name("Al-Hassan", "X", ["Al-Hassan", "X", "", "", ""]);
    check_name("d’Alembert", "Jean", ["Alembert", "Jean", "d’", "", ""]);
    check_name("D'Alembert", "Jean", ["D'Alembert", "Jean", "", "", ""]);
    check_name("Aubignac", "François Hédelin d'", ["Aubignac", "François Hédelin", "", "d'", ""]);
    check_name("de La Fontaine", "Jean", ["La Fontaine", "Jean", "de", "", ""]);
    check_name("La Fontaine", "Jean de", ["La Fontaine", "Jean", "", "de", ""]);
    check_name("von und zu Guttenberg", "K", ["Guttenberg", "K", "von und zu", "", ""]);
    check_name("'t Hooft", "G", ["Hooft", "G", "'t", "", ""]);
    check_name("in ’t Veld", "S", ["Veld", "S", "in ’t", "", ""]);
    check_name("ʻAlī", "M", ["ʻAlī", "M", "", "", ""]);
    check_name("dʻAngelo", "M", ["Angelo", "M", "dʻ", "", ""]);
    check_name("abd al-Rahman", "X", ["Rahman", "X", "abd al-", "", ""]);
    check_name("de' Medici", "L", ["Medici", "L", "de' ", "", ""]);
    check_name("de'Medici", "L", ["Medici", "L", "de'", "", ""]);
    check_name("Heuvel-Eibrink", "M van den", ["Heuvel-Eibrink", "M", "", "van den", ""]);
    check_name("van den Heuvel-Eibrink", "M", ["Heuvel-Eibrink", "M", "van den", "", ""]);
    check_name("der Leyen", "U von", ["Leyen", "U", "der", "von", ""]);
    check_name("Leyen", "U Von Der", ["Leyen", "U Von Der", "", "", ""]);
    check_name("bell hooks", "", ["bell hooks", "", "", "", ""]);
    check_name("hooks", "bell", ["hooks", "bell", "", "", ""]);
    check_name("von", "X", ["von", "X", "", "", ""]);
    check_name("van 't", "X", ["'t", "X", "van", "", ""]);
    check_name("Gómez", "María de los Ángeles", ["Gómez", "María de los Ángeles", "", "", ""]);
    check_name("Doe", "J van, Jr.", ["Doe", "J", "", "van", "Jr."]);
    check_name("v.d. Berg", "x", ["Berg", "x", "v.d.", "", ""]);
    check_name("van  der  Berg", "x", ["Berg", "x", "van  der", "", ""]);
    check_name("фон Гёте", "Иван", ["Гёте", "Иван", "фон", "", ""]);
    check_name("山田 太郎", "x", ["山田 太郎", "x", "", "", ""]);
    check_name("محمد علي", "x", ["محمد علي", "x", "", "", ""]);
}

/// A date and how many warnings it leaves: start, end, season, circa.
fn check_date(value: Value, start: Option<DateParts>, end: Option<DateParts>, rest: (&str, bool, usize)) {
    let (item, warnings) = read(&json!({"type": "book", "issued": value}));
    let date = item.date(Variable::Issued).cloned().unwrap_or_default();
    let got = (date.start, date.end, date.season.as_str(), date.circa, warnings.len());
    assert_eq!(got, (start, end, rest.0, rest.1, rest.2), "{value} {warnings:?}");
}

fn parts(year: i32, month: u8, day: u8) -> Option<DateParts> {
    Some(DateParts { year, month, day })
}

#[test]
fn dates_are_read_in_every_shape() {
    let open = Some(DateParts::default());
    check_date(json!({"date-parts": [[2000, 5, 12]]}), parts(2000, 5, 12), None, ("", false, 0));
    check_date(json!({"date-parts": [["2000", "05"]]}), parts(2000, 5, 0), None, ("", false, 0));
    check_date(json!({"date-parts": [["2000", "", ""]]}), parts(2000, 0, 0), None, ("", false, 0));
    check_date(
        json!({"date-parts": [[2000, 1], [2001]]}),
        parts(2000, 1, 0),
        parts(2001, 0, 0),
        ("", false, 0),
    );
    check_date(json!({"date-parts": [[1990], [0]]}), parts(1990, 0, 0), open, ("", false, 0));
    check_date(json!({"date-parts": [[1990], []]}), parts(1990, 0, 0), None, ("", false, 0));
    check_date(json!({"date-parts": [[-44, 3, 15]]}), parts(-44, 3, 15), None, ("", false, 0));
    check_date(json!({"date-parts": [["1999", "21"]]}), parts(1999, 13, 0), None, ("", false, 0));
    check_date(json!({"date-parts": [[2000]], "season": 3}), parts(2000, 15, 0), None, ("", false, 0));
    check_date(
        json!({"date-parts": [[2000]], "season": "Trinity"}),
        parts(2000, 0, 0),
        None,
        ("Trinity", false, 0),
    );
    check_date(json!({"date-parts": [[2000]], "circa": "1"}), parts(2000, 0, 0), None, ("", true, 0));
    check_date(json!({"date-parts": [[2000]], "circa": false}), parts(2000, 0, 0), None, ("", false, 0));
    check_date(json!({"date-parts": [], "raw": "30 June 2024"}), parts(2024, 6, 30), None, ("", false, 0));
    check_date(json!({"raw": "1999", "circa": 1}), parts(1999, 0, 0), None, ("", true, 0));
    check_date(json!({"date-parts": [[2000, 5]], "raw": "1999"}), parts(2000, 5, 0), None, ("", false, 0));
    check_date(json!({"year": 1999, "month": "4"}), parts(1999, 4, 0), None, ("", false, 1));
    check_date(json!("2000-05"), parts(2000, 5, 0), None, ("", false, 1));
    check_date(json!(2000), parts(2000, 0, 0), None, ("", false, 1));
    check_date(json!([[2000, 5]]), parts(2000, 5, 0), None, ("", false, 1));
    check_date(json!([2000, 5]), parts(2000, 5, 0), None, ("", false, 1));
    check_date(json!({"date-parts": [2000, 5]}), parts(2000, 5, 0), None, ("", false, 0));
    check_date(json!({"date-parts": [[null]]}), None, None, ("", false, 1));
    check_date(json!({"date-parts": [["MMXX"]]}), None, None, ("", false, 1));
    check_date(json!({"date-parts": [[2000, "Brumaire"]]}), parts(2000, 0, 0), None, ("", false, 1));
    check_date(json!({"date-parts": [[2000, "May", 77]]}), parts(2000, 5, 0), None, ("", false, 1));
    check_date(
        json!({"date-parts": [[2013, 1, 30]], "season": "22:56"}),
        parts(2013, 1, 30),
        None,
        ("", false, 1),
    );
    check_date(json!(null), None, None, ("", false, 1));
    check_date(json!(true), None, None, ("", false, 1));
}

#[test]
fn malformed_fields_are_dropped_alone_with_a_warning() {
    let (item, warnings) = read(&json!({
        "id": 7, "type": "journal-article", "title": 1984, "container-title": ["Journal of Foo"], "volume": 3,
        "issue": 2.0, "edition": 1.5, "publisher": null, "page": {"first": 1}, "DOI": ["10.1/x", "10.1/y"],
        "keyword": ["a", "b"], "journalAbbreviation": "J. Foo", "shortTitle": "S", "doi": "10.1/z",
        "issn": "1234-5678", "custom": {"x": 1}, "categories": ["c"], "frobnicate": "yes",
        "author": ["Doe, Jane", "ACM", {"literal": "WHO"}, {"family": "Roe", "ORCID": "0"}, null, {"given": ""}],
        "editor": "Poe, Edgar; Loe, Ann", "translator": {"family": "Soe"},
    }));
    assert_eq!(item.id, "7");
    assert_eq!(item.item_type, ItemType::ArticleJournal);
    for (variable, text) in [
        (Variable::Title, "1984"),
        (Variable::ContainerTitle, "Journal of Foo"),
        (Variable::Volume, "3"),
        (Variable::Issue, "2"),
        (Variable::Edition, "1.5"),
        (Variable::Doi, "10.1/x"),
        (Variable::Issn, "1234-5678"),
        (Variable::Keyword, "a, b"),
        (Variable::ContainerTitleShort, "J. Foo"),
        (Variable::TitleShort, "S"),
    ] {
        assert_eq!(item.text(variable), Some(text), "{}", variable.word());
    }
    assert_eq!(item.get(Variable::Publisher), None);
    assert_eq!(item.get(Variable::Page), None);
    let authors =
        [Name::person("Doe", "Jane"), Name::literal("ACM"), Name::literal("WHO"), Name::person("Roe", "")];
    assert_eq!(item.names(Variable::Author), authors);
    assert_eq!(item.names(Variable::Editor), [Name::person("Poe", "Edgar"), Name::person("Loe", "Ann")]);
    assert_eq!(item.names(Variable::Translator), [Name::person("Soe", "")]);
    let mut fields: Vec<&str> = warnings.iter().map(|warning| warning.field.as_str()).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "DOI",
            "author",
            "author[0]",
            "author[1]",
            "author[4]",
            "author[5]",
            "categories",
            "container-title",
            "custom",
            "doi",
            "editor",
            "editor",
            "frobnicate",
            "issn",
            "page",
            "publisher",
            "title",
            "translator",
            "type"
        ]
    );
}

#[test]
fn names_obey_their_flags() {
    let (item, warnings) = read(&json!({"type": "book", "author": [
        {"family": "van Berg", "given": "A", "parse-names": false},
        {"family": "van Berg", "given": "A", "parse-names": 0},
        {"family": "Doe Inc.", "given": "", "isInstitution": true},
        {"family": "van Berg", "given": "A", "non-dropping-particle": "de"},
        {"family": "毛", "given": "泽东", "static-ordering": true},
        {"family": "Doe", "given": "J", "suffix": "Jr", "comma-suffix": 1},
        {"family": "Doe", "given": "J,! Jr"},
    ]}));
    assert_eq!(warnings, []);
    let whole = Name::person("van Berg", "A");
    let jr = Name { suffix: "Jr".into(), comma_suffix: true, ..Name::person("Doe", "J") };
    let expected = [
        whole.clone(),
        whole.clone(),
        Name::literal("Doe Inc."),
        Name { non_dropping_particle: "de".into(), ..whole },
        Name { static_ordering: true, ..Name::person("毛", "泽东") },
        jr.clone(),
        jr,
    ];
    assert_eq!(item.names(Variable::Author), expected);
}

#[test]
fn types_are_read_by_other_names() {
    for (word, expected, doubtful) in [
        ("article-journal", ItemType::ArticleJournal, false),
        ("article_journal", ItemType::ArticleJournal, true),
        ("Journal-Article", ItemType::ArticleJournal, true),
        ("legal case", ItemType::LegalCase, true),
        ("book-chapter", ItemType::Chapter, true),
        ("misc", ItemType::Document, true),
        ("quux", ItemType::Document, true),
        ("", ItemType::Document, true),
    ] {
        let (item, warnings) = read(&json!({"type": word}));
        assert_eq!((item.item_type, !warnings.is_empty()), (expected, doubtful), "{word}");
    }
}

#[test]
fn lists_of_records_come_as_arrays_or_by_id() {
    let mut warnings = Vec::new();
    let by_id = json!({"a": {"type": "book", "title": "T"}, "b": {"id": "c", "type": "book"}});
    let ids = |items: Vec<Item>| items.into_iter().map(|item| item.id).collect::<Vec<_>>();
    assert_eq!(ids(read_items(&by_id, &mut warnings)), ["a", "c"]);
    assert_eq!(ids(read_items(json!([{"id": "x", "type": "book"}, 3]), &mut warnings)), ["x"]);
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        ids(read_items(json!({"id": "y", "type": "book", "issued": {"raw": "1"}}), &mut warnings)),
        ["y"]
    );
}
