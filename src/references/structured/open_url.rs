//! The OpenURL of a COinS span (ANSI/NISO Z39.88-2004, matrices for journals, books and dissertations).

use super::fields::{plain_value, reference, set_date, set_page_range, set_pages, type_by_fields, variable};
use crate::item::{Item, Name};
use crate::prelude::*;
use crate::read::values;
use crate::references::reference::Reference;
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// Genres and the types that they mean.
const GENRES: &[(&str, ItemType)] = &[
    ("article", ItemType::ArticleJournal),
    ("proceeding", ItemType::PaperConference),
    ("conference", ItemType::PaperConference),
    ("bookitem", ItemType::Chapter),
    ("book", ItemType::Book),
    ("preprint", ItemType::Article),
    ("report", ItemType::Report),
    ("dissertation", ItemType::Thesis),
];

/// Values that are read together.
#[derive(Debug, Default)]
struct Parts {
    people: Vec<Name>,
    family: String,
    given: String,
    initials: String,
    first_page: String,
    last_page: String,
    pages: String,
    genre: String,
    book: String,
}

/// Reads the context object of a COinS span.
pub(in crate::references) fn open_url(raw: &str, context: &str) -> Reference {
    let mut item = Item::new("", ItemType::Document);
    let mut parts = Parts::default();
    for field in context.split('&') {
        let Some((key, value)) = field.split_once('=') else { continue };
        let value = text::percent_decode(value.trim());
        set_field(&mut item, &mut parts, key.trim().trim_start_matches("amp;"), value);
    }
    if !parts.pages.is_empty() {
        set_pages(&mut item, &parts.pages);
    } else if !parts.first_page.is_empty() {
        set_page_range(&mut item, &parts.first_page, &parts.last_page);
    }
    if !parts.book.is_empty() {
        let inside = item.has(Variable::Title);
        let variable = if inside { Variable::ContainerTitle } else { Variable::Title };
        item.set(variable, parts.book.as_str());
    }
    let genre = GENRES.iter().find(|row| row.0 == parts.genre);
    item.set(Variable::Author, authors(parts));
    item.item_type = genre.map_or_else(|| type_by_fields(&item), |row| row.1);
    reference(raw, item)
}

/// Sets the variable of a field, or keeps its value to be read with others.
fn set_field(item: &mut Item, parts: &mut Parts, key: &str, value: String) {
    match key {
        "rft.au" => parts.people.push(values::name(&value).name),
        "rft.aucorp" => parts.people.push(Name::literal(&value)),
        "rft.aulast" => parts.family = value,
        "rft.aufirst" => parts.given = value,
        "rft.auinit" | "rft.auinit1" => parts.initials = value,
        "rft.spage" => parts.first_page = value,
        "rft.epage" => parts.last_page = value,
        "rft.pages" => parts.pages = value,
        "rft.date" => set_date(item, &value),
        "rft.genre" => parts.genre = value,
        "rft.btitle" | "rft.title" => parts.book = value,
        "rft_id" => set_identifier(item, &value),
        key => {
            if let Some(variable) = variable(key) {
                item.set(variable, plain_value(variable, &value));
            }
        }
    }
}

/// The authors. The first may have its parts in fields of their own, and again as one of the names.
fn authors(parts: Parts) -> Vec<Name> {
    let mut people = parts.people;
    if !parts.family.is_empty() {
        let given = if parts.given.is_empty() { parts.initials } else { parts.given };
        let first = values::name(&format!("{}, {given}", parts.family)).name;
        if people.first().is_none_or(|other| other.family != first.family) {
            people.insert(0, first);
        }
    }
    people
}

/// `info:doi/10.1000/x`, `info:pmid/123`, an address.
fn set_identifier(item: &mut Item, value: &str) {
    let lower = value.to_ascii_lowercase();
    if let Some(at) = lower.find("10.").filter(|_| lower.contains("doi")) {
        item.set(Variable::Doi, value.get(at..).unwrap_or(""));
    } else if let Some(pmid) = lower.strip_prefix("info:pmid/") {
        item.set(Variable::Pmid, pmid);
    } else if lower.starts_with("http://") || lower.starts_with("https://") {
        item.set(Variable::Url, value);
    }
}
