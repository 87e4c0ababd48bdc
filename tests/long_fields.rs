//! Fields that are longer than any honest one: nothing of them is lost without a warning. That they cost little is counted in
//! `tests/linear.rs`.

use citelet::item::{Item, Name, Warning};
use citelet::{ItemType, ReadResult, TidyOptions, Variable};

fn page(tags: &[(&str, &str)]) -> ReadResult {
    let tag = |(name, text): &(&str, &str)| {
        format!("<meta name=\"{name}\" content=\"{}\">", text.replace('<', "&lt;"))
    };
    citelet::read_page(&tags.iter().map(tag).collect::<String>(), &TidyOptions::default())
}

fn about<'a>(warnings: &'a [Warning], field: &str) -> Vec<&'a str> {
    warnings.iter().filter(|warning| warning.field == field).map(|warning| warning.message.as_str()).collect()
}

#[test]
fn a_long_title_of_a_page_is_kept_with_a_warning() {
    let title = "On wells. ".repeat(10_000);
    let result =
        page(&[("citation_title", &title), ("citation_author", "Ann Berg"), ("citation_date", "2020")]);
    assert_eq!(result.item.text(Variable::Title), Some(title.trim()));
    assert_eq!(about(&result.warnings, "title"), ["99999 bytes are too long to repair."]);
}

#[test]
fn a_long_name_is_kept_whole_with_a_warning() {
    let name = "Dr. ".repeat(1_000);
    let result = page(&[("citation_title", "On wells"), ("citation_author", &name)]);
    assert_eq!(result.item.names(Variable::Author), [Name::literal(name.trim())]);
    assert_eq!(about(&result.warnings, "author[0]"), ["3999 bytes are too long to repair."]);
    // A list of many names is no long name.
    let list = "Ann Berg; ".repeat(1_000);
    let result = page(&[("citation_title", "On wells"), ("citation_author", &list)]);
    assert_eq!(result.item.names(Variable::Author).len(), 1_000);
    assert!(about(&result.warnings, "author[0]").is_empty());
}

#[test]
fn a_long_field_of_a_record_stays_with_a_warning() {
    let mut item = Item::new("", ItemType::Book);
    let title = "  THE <  ".repeat(12_000);
    item.set(Variable::Title, title.as_str());
    item.set(Variable::Author, vec![Name::person("Berg", &"A. ".repeat(1_000))]);
    let before = item.clone();
    let (repairs, warnings) = citelet::tidy(&mut item, &TidyOptions::default());
    assert_eq!((item, repairs), (before, Vec::new()));
    assert_eq!(about(&warnings, "title"), ["108000 bytes are too long to repair."]);
    assert_eq!(about(&warnings, "author[0]"), ["3004 bytes are too long to repair."]);
}

#[test]
fn a_journal_may_have_a_short_name() {
    for journal in ["J", "R & D", "Q.", "Z"] {
        let tags = [
            ("citation_title", "On wells"),
            ("citation_author", "Ann Berg"),
            ("citation_journal_title", journal),
        ];
        assert_eq!(page(&tags).item.text(Variable::ContainerTitle), Some(journal));
    }
    for other in ["1234-567X", "10.5555/x", "-", "https://a.example/"] {
        let tags = [
            ("citation_title", "On wells"),
            ("citation_author", "Ann Berg"),
            ("citation_journal_title", other),
        ];
        assert_eq!(page(&tags).item.text(Variable::ContainerTitle), None, "{other}");
    }
}
