//! Pages of the data sets whose repairs, evidence and citations are known word by word.

use std::path::{Path, PathBuf};

use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::item::{Item, Value as Field, json};
use citelet::read::ReadResult;
use citelet::tidy::Options;
use citelet::vocabulary::Variable;
use citelet::write::BibtexOptions;
use libtest_mimic::Trial;
use measure::score::data::read_json;
use measure::score::report::Case;
use serde_json::Value;
use xtask::styles::{DEFAULT_LOCALES, DEFAULT_STYLES, Library, bundle};
use xtask::{Outcome, project};

use crate::common::{check_words_occur, read_file, read_file_with};
use crate::harness::{Test, data_set, official_styles, single, suite};

/// The tests of these pages.
pub(crate) fn all() -> Vec<Trial> {
    let pages = || data_set("pages");
    let with_styles = pages().and_then(|pages| Ok((pages, official_styles()?)));
    let mut tests = vec![
        single("exact-pages::the_seed_page", pages(), the_seed_page),
        single("exact-pages::the_seed_page_in_the_styles", with_styles, the_seed_page_in_the_styles),
        single("exact-pages::the_multilingual_page", pages(), the_multilingual_page),
        single(
            "exact-pages::real_pages_of_open_journal_systems",
            data_set("real-pages"),
            real_pages_of_open_journal_systems,
        ),
    ];
    tests.extend(suite("seed-references", pages(), |pages| seed_references(&pages)));
    tests
}

/// The references of the seed page, a test each by its number: the text is kept, every field occurs in it, and author,
/// title and date are found. Whether the fields are the right ones takes a person to judge.
fn seed_references(pages: &Path) -> Outcome<Vec<Test>> {
    let expected = read_json(&pages.join("ojs-seed-article.expected.json"))?;
    let found = citelet::read_references(&project::read_text(&pages.join("ojs-seed-article.html"))?);
    let wanted = expected["references"].as_array().cloned().unwrap_or_default();
    let mut found = found.into_iter();
    let mut tests: Vec<Test> = Vec::new();
    for (number, raw) in (1..).zip(wanted) {
        let reference = found.next().ok_or_else(|| format!("There is no reference {number}."))?;
        tests.push(Test::new(number.to_string(), move || {
            let case = |part: &str, want: String, got: String| {
                Case::equal(format!("{number} {part}"), part, want, got)
            };
            let raw = raw.as_str().unwrap_or_default().to_owned();
            let mut cases = vec![case("text", raw, reference.raw.trim().to_owned())];
            let item = reference.item.as_ref().ok_or("The reference is not read.")?;
            check_words_occur(&reference.raw, item);
            let has = [
                !item.names(Variable::Author).is_empty(),
                item.text(Variable::Title).is_some(),
                item.date(Variable::Issued).is_some(),
            ];
            cases.push(case("fields", format!("{:?}", [true; 3]), format!("{has:?}")));
            cases.push(case("sure", "true".to_owned(), reference.sure.to_string()));
            Ok(cases)
        }));
    }
    match found.next() {
        Some(more) => Err(format!("This is no reference of the page: {}", more.raw)),
        None => Ok(tests),
    }
}

fn item_of(record: &Value) -> Item {
    json::read_item(record, &mut Vec::new()).expect("a record")
}

fn repairs(result: &ReadResult) -> Vec<String> {
    let line = |repair: &citelet::item::Repair| {
        format!("{}: {} > {} ({})", repair.field, repair.from, repair.to, repair.rule.word())
    };
    result.repairs.iter().map(line).collect()
}

fn warnings(result: &ReadResult) -> Vec<String> {
    result.warnings.iter().map(|warning| format!("{}: {}", warning.field, warning.message)).collect()
}

/// Checks a page against its record, field by field, without those in `but`.
fn check_data(page: &Path, expected: &Value, but: &[Variable]) -> ReadResult {
    check_with(page, expected, but, Options::default())
}

fn check_with(page: &Path, expected: &Value, but: &[Variable], options: Options) -> ReadResult {
    let result = read_file_with(page, &options);
    let want = item_of(expected);
    assert_eq!(result.item.item_type, want.item_type, "{}", page.display());
    for (variable, value) in want.fields().filter(|(variable, _)| !but.contains(variable)) {
        assert_eq!(result.item.get(variable), Some(value), "{} {}", page.display(), variable.word());
    }
    result
}

fn the_seed_page(pages: PathBuf) {
    let expected = read_json(&pages.join("ojs-seed-article.expected.json")).unwrap();
    let result = check_data(&pages.join("ojs-seed-article.html"), &expected["csl"], &[]);
    assert_eq!(
        repairs(&result),
        [
            "author[0].given: Dr Qudsia > Qudsia (honorific)",
            "author[1].given: Noureen  > Noureen (whitespace)",
            "title: In > in (sentence-case)",
            "title: Post > post (sentence-case)",
            "title: Us > US (restore-acronym)",
            "title: Withdrawal > withdrawal (sentence-case)",
        ]
    );
    let evidence: Vec<&str> = result.repairs.iter().map(|repair| repair.evidence.as_str()).collect();
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
    assert_eq!(warnings(&result), [""; 0]);
}

/// The repaired title in the four styles: those with Title Case print the journal's title again, but for `Us`.
fn the_seed_page_in_the_styles((pages, library): (PathBuf, Library)) {
    let mut engine = Engine::new();
    let pack = bundle(&library, &DEFAULT_STYLES, &DEFAULT_LOCALES).expect("packs");
    engine.load_pack(&pack).expect("packs of this version");
    let result = read_file(&pages.join("ojs-seed-article.html"));
    let html = |style: &str| {
        let formatted =
            engine.format(&result.item, style, CitationForm::Reference, &FormatOptions::default());
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
    let bibtex = citelet::write::bibtex(&result.item, &BibtexOptions::default());
    let title = "Islamic {State} {Khorasan} ({ISIS}-{K}) in post {US} withdrawal {Afghanistan}";
    assert!(bibtex.contains(title), "{bibtex}");
}

fn the_multilingual_page(pages: PathBuf) {
    let expected = read_json(&pages.join("ojs-multilingual.expected.json")).unwrap();
    let result = check_data(&pages.join("ojs-multilingual.html"), &expected["csl"], &[]);
    assert_eq!(result.repairs.len(), 2);
    assert_eq!(result.repairs[0].evidence, "the visible h1 sets the same words in <i>");
    assert_eq!(
        repairs(&result)[1],
        "author[2]: João Pedro da Silva e Souza > da Silva e Souza, João Pedro (particle)"
    );
}

fn real_pages_of_open_journal_systems(pages: PathBuf) {
    for name in ["ojs31-ejsit", "ojs33-ojs-dc-temporal"] {
        let case = read_json(&pages.join(format!("{name}.json"))).unwrap();
        // The expected record has no text of the abstract, and one given name has two right forms.
        let but = [Variable::Abstract, Variable::Author];
        // The expected title has the case of the page.
        let page = pages.join(format!("{name}.html"));
        let result = check_with(&page, &case["expected"], &but, Options::default().without_case());
        assert!(matches!(result.item.get(Variable::Abstract), Some(Field::Text(_))), "{name}");
        let families: Vec<&str> =
            result.item.names(Variable::Author).iter().map(|name| name.family.as_str()).collect();
        let want = item_of(&case["expected"]);
        let wanted: Vec<&str> =
            want.names(Variable::Author).iter().map(|name| name.family.as_str()).collect();
        assert_eq!(families, wanted, "{name}");
    }
}
