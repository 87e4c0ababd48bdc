//! What is written is read again: the records of the manual examples as BibTeX, RIS and CSL-JSON, out and in.

use citelet::Item;
use citelet::item::json::read_item;
use citelet::item::{Date, Value as Field};
use citelet::read::{ImportFormat, read_text};
use citelet::text::markup;
use citelet::vocabulary::{ItemType, Variable};
use citelet::write::{ExportFormat, export};
use libtest_mimic::Trial;
use measure::score::manual_examples;
use measure::score::report::Case;

use crate::harness::{Test, data_set, suite};

/// The tests of all records, one a row of the manual examples.
pub(crate) fn all() -> Vec<Trial> {
    suite("round-trip", data_set("manual-examples"), |folder| {
        let test = |row: manual_examples::Row| {
            Test::new(row.id.clone(), move || {
                let item = read_item(row.item(), &mut Vec::new()).ok_or("The row has no record.")?;
                Ok(cases(&row.id, &item))
            })
        };
        Ok(manual_examples::read(&folder)?.into_iter().map(test).collect())
    })
}

fn cases(name: &str, item: &Item) -> Vec<Case> {
    let (bibtex, ris) = (ImportFormat::Bibtex, ImportFormat::Ris);
    vec![
        same_file(format!("{name} bibtex"), item, ExportFormat::Bibtex, bibtex, false),
        same_file(format!("{name} bibtex-ascii"), item, ExportFormat::Bibtex, bibtex, true),
        same_file(format!("{name} ris"), item, ExportFormat::Ris, ris, false),
        same_fields(format!("{name} bibtex-fields"), item, ExportFormat::Bibtex, bibtex),
        same_fields(format!("{name} ris-fields"), item, ExportFormat::Ris, ris),
        same_record(format!("{name} json"), item),
    ]
}

/// Reads what was written: one record, without a warning.
fn back(text: &str, format: ImportFormat) -> Result<Item, String> {
    let mut results = read_text(text, format);
    match results.pop() {
        Some(result) if results.is_empty() && result.warnings.is_empty() => Ok(result.item),
        Some(result) => Err(format!("{} more records, {:?}", results.len(), result.warnings)),
        None => Err("no record".to_owned()),
    }
}

/// The file that is written of the record is written again of what was read from it.
fn same_file(name: String, item: &Item, out: ExportFormat, format: ImportFormat, ascii: bool) -> Case {
    let first = export(std::slice::from_ref(item), out, ascii);
    match back(&first, format) {
        Ok(again) => Case::equal(name, "file", first, export(&[again], out, ascii)),
        Err(why) => Case::failed(name, "file", first, why),
    }
}

/// CSL-JSON loses nothing but the record's id, which a file must have.
fn same_record(name: String, item: &Item) -> Case {
    let text = export(std::slice::from_ref(item), ExportFormat::CslJson, false);
    let mut warnings = Vec::new();
    let records: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    match read_item(&records[0], &mut warnings) {
        Some(mut again) if warnings.is_empty() && !again.id.is_empty() => {
            again.id.clone_from(&item.id);
            Case::equal(name, "record", format!("{item:?}"), format!("{again:?}"))
        }
        _ => Case::failed(name, "record", text, format!("{warnings:?}")),
    }
}

/// The fields that the format has a place for are those of the record.
fn same_fields(name: String, item: &Item, out: ExportFormat, format: ImportFormat) -> Case {
    let text = export(std::slice::from_ref(item), out, false);
    let again = match back(&text, format) {
        Ok(again) => again,
        Err(why) => return Case::failed(name, "fields", text, why),
    };
    let (mut want, mut got) = (String::new(), String::new());
    if has_own_type(item, out) {
        want += item.item_type.word();
        got += again.item_type.word();
    }
    for variable in variables(out) {
        let value = item.get(*variable).map(shown).unwrap_or_default();
        let mut found = again.get(*variable).map(shown).unwrap_or_default();
        // An article's number that was stored as a page has its own variable now.
        if *variable == Variable::Page && again.text(Variable::Number) == Some(&value) {
            found.clone_from(&value);
        }
        want += &format!("; {}: {value}", variable.word());
        got += &format!("; {}: {found}", variable.word());
    }
    Case::equal(name, "fields", want, got)
}

/// The variables that a format has a place for.
fn variables(format: ExportFormat) -> &'static [Variable] {
    const RIS: &[Variable] = &[
        Variable::Author,
        Variable::Editor,
        Variable::Title,
        Variable::Doi,
        Variable::Issued,
        Variable::Page,
        Variable::Publisher,
        Variable::PublisherPlace,
        Variable::Volume,
        Variable::Issue,
        Variable::Edition,
        Variable::Translator,
        Variable::TitleShort,
        Variable::Url,
        Variable::Isbn,
    ];
    if format == ExportFormat::Ris { RIS } else { &RIS[..6] }
}

/// Whether the format has a type for records of this type alone.
fn has_own_type(item: &Item, format: ExportFormat) -> bool {
    use ItemType::{
        Article, ArticleJournal, Book, Chapter, Manuscript, PaperConference, Post, Report, Review,
        ReviewBook, Thesis,
    };
    match format {
        ExportFormat::Ris => {
            let shared = [Article, Manuscript, Review, ReviewBook, Post];
            !shared.contains(&item.item_type) && !item.item_type.word().starts_with("entry")
        }
        _ => [ArticleJournal, Book, Chapter, PaperConference, Report, Thesis].contains(&item.item_type),
    }
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
