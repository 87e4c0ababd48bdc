//! Texts as pages, files, names, dates and titles, and all that is done with what is read. The claims: nothing panics, and
//! no result is larger than its input allows.

#![allow(dead_code, unreachable_pub)] // Each fuzz target uses a part of it, and a test all.

use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::item::{Item, date_parse};
use citelet::read::{ImportFormat, ReadResult};
use citelet::tidy::Options;
use citelet::vocabulary::{ItemType, Variable};
use citelet::write::{self, ExportFormat};

/// How many bytes of a result one byte of input may account for: a letter may become a reference of several, and a name is
/// repeated in warnings and repairs.
const GROWTH: usize = 60;
/// The bytes of a result that any input may have: warnings about what is missing.
const FIXED: usize = 4000;

thread_local! {
    /// Decoding the styles takes longer than most inputs do.
    static ENGINE: Engine = Engine::with_styles();
}

/// A text as the HTML of a page.
pub fn page(html: &str) {
    check(html, &[citelet::read_page(html, &Options::default())]);
}

/// Lines of a name, a tabulator and a value as the metadata of a page.
pub fn tags(lines: &str) {
    let tags = lines.lines().filter_map(|line| line.split_once('\t'));
    let tags: String = tags.map(|(name, value)| tag(name, value)).collect();
    page(&[&tag("citation_title", "A title"), &tags].map(String::as_str).concat());
}

/// Lines as the authors of a page.
pub fn names(lines: &str) {
    let tags: String = lines.lines().map(|name| tag("citation_author", name)).collect();
    page(&[&tag("citation_title", "A title"), &tags].map(String::as_str).concat());
}

/// A text as a date, by itself and on a page.
pub fn date(text: &str) {
    let date = date_parse::parse(text);
    assert!(date.literal.len() <= text.len() && date.season.len() <= text.len());
    page(&[tag("citation_title", "A title"), tag("citation_date", text)].concat());
}

/// A text as a file of a format.
pub fn file(text: &str, format: ImportFormat) {
    if let Ok(results) = citelet::read_records(text, format, &Options::default()) {
        check(text, &results);
    }
}

/// Lines as the references of a page.
pub fn references(lines: &str) {
    let items: String = lines.lines().map(|line| ["<li>", &escaped(line), "</li>"].concat()).collect();
    let found = citelet::read_references(&["<ol class=\"references\">", &items, "</ol>"].concat());
    for reference in found {
        if let Some(item) = reference.item {
            check(lines, &[ReadResult::from(item)]);
        }
    }
}

/// The first line as a title, the second as its abstract, the third as its language.
pub fn title(lines: &str) {
    let mut parts = lines.lines();
    let mut item = Item::new("", ItemType::ArticleJournal);
    for variable in [Variable::Title, Variable::Abstract, Variable::Language, Variable::ContainerTitle] {
        item.set(variable, parts.next().unwrap_or_default());
    }
    let (repairs, warnings) = citelet::tidy(&mut item, &Options::default());
    let mut result = ReadResult::from(item);
    (result.repairs, result.warnings) = (repairs, warnings);
    check(lines, &[result]);
}

/// Everything that is done with records, and the size of what comes out.
fn check(input: &str, results: &[ReadResult]) {
    let size: usize =
        results.iter().map(|result| serde_json::to_string(result).map_or(0, |json| json.len())).sum();
    let most = GROWTH * input.len() + FIXED;
    assert!(size <= most, "{size} bytes of result for {} bytes of input", input.len());
    for ReadResult { item, .. } in results.iter().take(3) {
        for style in citelet::DEFAULT_STYLES {
            let options = FormatOptions::default();
            let formatted =
                ENGINE.with(|engine| engine.format(item, style, CitationForm::Reference, &options));
            assert!(formatted.is_ok_and(|formatted| formatted.html.len() <= most));
        }
        for &format in ExportFormat::WRITTEN {
            assert!(write::export(std::slice::from_ref(item), format, true).len() <= most);
        }
    }
}

fn tag(name: &str, value: &str) -> String {
    format!("<meta name=\"{}\" content=\"{}\">", escaped(name), escaped(value))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
