//! What is written is read again: BibTeX and RIS out and in.

use citelet::Item;
use citelet::item::json::read_item;
use citelet::item::{Date, Value as Field};
use citelet::read::{self, read_text};
use citelet::text::markup;
use citelet::vocabulary::{ItemType, Variable};
use citelet::write::{ExportFormat, export};
use measure::score::data;

/// The records of the manual examples.
fn examples() -> Vec<Item> {
    let Some(folder) = data::folder("manual-examples") else {
        println!("skipped: there is no manual-examples in {}", data::root().display());
        return Vec::new();
    };
    let mut items = Vec::new();
    for file in data::files_with_ending(&folder, ".json").unwrap() {
        for row in data::read_json(&file).unwrap().as_array().unwrap() {
            items.push(read_item(&row["item"], &mut Vec::new()).unwrap());
        }
    }
    items
}

fn back(text: &str, format: read::ImportFormat) -> Item {
    let mut readings = read_text(text, format);
    assert_eq!(readings.len(), 1, "{text}");
    let reading = readings.remove(0);
    assert_eq!(reading.warnings, [], "{text}");
    reading.item
}

/// Holds that what was read writes the same file as the record did, in all but `exceptions` of the records.
fn same_file(out: ExportFormat, form: read::ImportFormat, ascii: bool, exceptions: usize) {
    let mut differing = Vec::new();
    for item in examples() {
        let first = export(std::slice::from_ref(&item), out, ascii);
        let again = export(&[back(&first, form)], out, ascii);
        if first != again {
            differing.push(format!("{first}\n{again}"));
        }
    }
    assert!(differing.len() <= exceptions, "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn files_read_and_written_again_are_the_same() {
    // Six records have an article's number for a page; one has a particle that drops, for which BibTeX has no place; one
    // title is kept from change as a whole, which braces say of too many titles to be believed.
    same_file(ExportFormat::Bibtex, read::ImportFormat::Bibtex, false, 8);
    same_file(ExportFormat::Bibtex, read::ImportFormat::Bibtex, true, 8);
    same_file(ExportFormat::Ris, read::ImportFormat::Ris, false, 6);
}

/// A field as both formats can hold it: no span around capitals, dashes as hyphens, names in natural order, and of a
/// range of dates its beginning.
fn shown(field: &Field) -> String {
    match field {
        Field::Text(text) => {
            let plain = markup::plain(text).replace(['–', '—', '’', '\u{a0}'], "-").replace(['\'', ' '], "-");
            plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
        }
        Field::Names(names) => {
            names.iter().map(|name| name.in_natural_order().trim().to_owned()).collect::<Vec<_>>().join("; ")
        }
        Field::Date(Date { start: Some(start), .. }) => format!("{}-{}", start.year, start.month),
        Field::Date(date) => date.literal.clone(),
    }
}

/// Holds the fields of both records that a format has a place for to each other.
fn same_fields(
    out: ExportFormat,
    form: read::ImportFormat,
    variables: &[Variable],
    typed: fn(&Item) -> bool,
) {
    for item in examples() {
        let text = export(std::slice::from_ref(&item), out, false);
        let got = back(&text, form);
        if typed(&item) {
            assert_eq!(got.item_type, item.item_type, "{text}");
        }
        for variable in variables {
            let want = item.get(*variable).map(shown).unwrap_or_default();
            let found = got.get(*variable).map(shown).unwrap_or_default();
            // An article's number that was stored as a page has its own variable now.
            let number = || {
                *variable == Variable::Page
                    && got.text(Variable::Number).map(str::to_owned) == Some(want.clone())
            };
            assert!(want == found || number(), "{}: {want:?} became {found:?}\n{text}", variable.word());
        }
    }
}

#[test]
fn fields_come_back() {
    let both = [
        Variable::Author,
        Variable::Editor,
        Variable::Title,
        Variable::Doi,
        Variable::Issued,
        Variable::Page,
    ];
    same_fields(ExportFormat::Bibtex, read::ImportFormat::Bibtex, &both, |item| {
        let own = [
            ItemType::ArticleJournal,
            ItemType::Book,
            ItemType::Chapter,
            ItemType::PaperConference,
            ItemType::Report,
            ItemType::Thesis,
        ];
        own.contains(&item.item_type)
    });
    let more =
        [Variable::Publisher, Variable::PublisherPlace, Variable::Volume, Variable::Issue, Variable::Edition];
    let all =
        [&both[..], &more, &[Variable::Translator, Variable::TitleShort, Variable::Url, Variable::Isbn]]
            .concat();
    same_fields(ExportFormat::Ris, read::ImportFormat::Ris, &all, |item| {
        let shared =
            [ItemType::Article, ItemType::Manuscript, ItemType::Review, ItemType::ReviewBook, ItemType::Post];
        !shared.contains(&item.item_type) && !item.item_type.word().starts_with("entry")
    });
}
