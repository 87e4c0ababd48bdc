//! Highwire's form of a reference: `citation_title=…; citation_author=…`.

use super::fields::{plain_value, reference, set_date, set_page_range, set_pages, type_by_fields, variable};
use crate::item::{Item, Name};
use crate::prelude::*;
use crate::read::values;
use crate::references::phrases::name_parts::is_initials;
use crate::references::phrases::names::{name_list, name_list_before_bracket};
use crate::references::reference::Reference;
use crate::vocabulary::{ItemType, Variable};

/// Keys that only one type of work has, the most specific first.
const TYPES: &[(&str, ItemType)] = &[
    ("citation_dissertation_institution", ItemType::Thesis),
    ("citation_technical_report_institution", ItemType::Report),
    ("citation_technical_report_number", ItemType::Report),
    ("citation_patent_number", ItemType::Patent),
    ("citation_conference_title", ItemType::PaperConference),
    ("citation_conference", ItemType::PaperConference),
    ("citation_inbook_title", ItemType::Chapter),
    ("citation_book_title", ItemType::Chapter),
    ("citation_journal_title", ItemType::ArticleJournal),
];

/// Whether a text is written in fields.
pub(in crate::references) fn is_structured(text: &str) -> bool {
    let start = text.trim_start();
    ["citation_", "rft.", "ctx_ver="].iter().any(|key| start.starts_with(key)) && start.contains('=')
}

/// Reads a reference in Highwire's form.
pub(in crate::references) fn highwire(raw: &str) -> Reference {
    let fields = fields(raw);
    let mut item = Item::new("", ItemType::Document);
    for (key, value) in &fields {
        let (value, stray) = split_stray(key, value);
        if !stray.is_empty() && !item.has(Variable::ContainerTitle) {
            item.set(Variable::ContainerTitle, stray.trim_end_matches('.'));
        }
        set_field(&mut item, key, value);
    }
    let last_value = |key: &str| fields.iter().rev().find(|field| field.0 == key).map_or("", |field| field.1);
    let first_page = last_value("citation_firstpage");
    if !first_page.is_empty() && !item.has(Variable::Page) {
        set_page_range(&mut item, first_page, last_value("citation_lastpage"));
    }
    item.set(Variable::Author, people(&fields, ["citation_author", "citation_authors"]));
    item.set(Variable::Editor, people(&fields, ["citation_editor", "citation_editors"]));
    let explicit = TYPES.iter().find(|row| fields.iter().any(|field| field.0 == row.0));
    item.item_type = explicit.map_or_else(|| type_by_fields(&item), |row| row.1);
    move_book_title(&mut item, &fields);
    reference(raw, item)
}

/// Sets the variable of a field; names and first and last page are read from all fields.
fn set_field(item: &mut Item, key: &str, value: &str) {
    match key {
        "citation_pages" => set_pages(item, value),
        "citation_year" | "citation_date" | "citation_publication_date" | "citation_cover_date" => {
            set_date(item, value);
        }
        key => {
            if let Some(variable) = variable(key).filter(|variable| !item.has(*variable)) {
                item.set(variable, plain_value(variable, value));
            }
        }
    }
}

/// The fields. Values may contain semicolons, so a field ends only where the next key begins.
fn fields(text: &str) -> Vec<(&str, &str)> {
    let mut starts = vec![0];
    let mut at = 0;
    for part in text.split(';') {
        let key = part.trim_start();
        if at > 0 && (key.starts_with("citation_") || key.starts_with("rft.")) {
            starts.push(at);
        }
        at += part.len() + 1;
    }
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([text.len()]);
    let parts = starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end)?.split_once('='));
    parts.map(|(key, value)| (key.trim(), value.trim().trim_end_matches(';').trim())).collect()
}

/// Splits a value from what follows its last semicolon without a key: in
/// `citation_author=Tiffany ST; Psychol Rev.; citation_year=…` that is the journal.
fn split_stray<'a>(key: &str, value: &'a str) -> (&'a str, &'a str) {
    match value.rsplit_once(';') {
        Some((value, stray))
            if key == "citation_author" && !stray.contains(',') && stray.trim().contains('.') =>
        {
            (value.trim(), stray.trim())
        }
        _ => (value, ""),
    }
}

/// A title of a book with no title inside it is the work's own.
fn move_book_title(item: &mut Item, fields: &[(&str, &str)]) {
    let has = |key: &str| fields.iter().any(|field| field.0 == key);
    let book = has("citation_inbook_title") || has("citation_book_title");
    if book
        && !has("citation_title")
        && let Some(title) = item.remove(Variable::ContainerTitle)
    {
        item.set(Variable::Title, title);
        item.item_type = ItemType::Book;
    }
}

/// The names in all fields with one of two keys.
fn people(fields: &[(&str, &str)], keys: [&str; 2]) -> Vec<Name> {
    let fields = fields.iter().filter(|field| keys.contains(&field.0));
    fields.flat_map(|(key, value)| names(split_stray(key, value).0)).collect()
}

/// The names in one value: one, or several between commas as Springer writes them (`BJ Everitt, TW Robbins`).
fn names(value: &str) -> Vec<Name> {
    let mut value = value.trim();
    for more in ["et al.", "et al", "et al.,"] {
        value = value.strip_suffix(more).unwrap_or(value).trim_end_matches([' ', ',']);
    }
    let folded = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.is_empty() {
        return Vec::new();
    }
    if folded.matches(',').count() == 1 && !folded.contains(';') {
        // "Family, Given" or two names in natural order.
        let (one, two) = folded.split_once(',').unwrap_or((&folded, ""));
        let natural = one.trim().contains(' ')
            && two.trim().contains(' ')
            && name_list(one).names.len() == 1
            && !is_initials(two.trim());
        if !natural {
            return vec![values::name(&folded).name];
        }
    }
    name_list_before_bracket(&folded).names
}
