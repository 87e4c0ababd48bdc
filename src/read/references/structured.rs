//! References whose fields are told apart: Highwire's `key=value; key=value`, and the keys of OpenURL in COinS.

use super::{Reference, names};
use crate::item::{Item, Name};
use crate::prelude::*;
use crate::read::page_citation::PageCitation;
use crate::read::{date, names as name, page_range};
use crate::text::{self, concat, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// Keys and the variable that they tell.
const KEYS: &str = "citation_title=title|citation_journal_title=container-title|citation_inbook_title=container-title|\
    citation_book_title=container-title|citation_conference_title=container-title|citation_conference=container-title|\
    citation_journal_abbrev=container-title-short|citation_volume=volume|citation_issue=issue|citation_doi=DOI|\
    citation_publisher=publisher|citation_isbn=ISBN|citation_issn=ISSN|citation_pmid=PMID|citation_pmcid=PMCID|\
    citation_fulltext_html_url=URL|citation_url=URL|citation_public_url=URL|citation_edition=edition|\
    citation_technical_report_number=number|citation_article_number=number|citation_series_title=collection-title|\
    citation_dissertation_institution=publisher|citation_technical_report_institution=publisher|citation_patent_number=number|\
    rft.atitle=title|rft.jtitle=container-title|rft.stitle=container-title-short|rft.volume=volume|rft.issue=issue|\
    rft.issn=ISSN|rft.isbn=ISBN|rft.pub=publisher|rft.place=publisher-place|rft.edition=edition|rft.artnum=number|\
    rft.series=collection-title|rft.inst=publisher";

/// Keys and genres that only one type of work has, the most telling first.
const TYPES: &str = "citation_dissertation_institution=thesis|citation_technical_report_institution=report|\
    citation_technical_report_number=report|citation_patent_number=patent|citation_conference_title=paper-conference|\
    citation_conference=paper-conference|citation_inbook_title=chapter|citation_book_title=chapter|\
    citation_journal_title=article-journal";
const GENRES: &str = "article=article-journal|proceeding=paper-conference|conference=paper-conference|bookitem=chapter|book=book|\
    preprint=article|report=report|dissertation=thesis|unknown=|document=";

/// Whether a text is written in fields.
pub(super) fn is_structured(text: &str) -> bool {
    let start = text.trim_start();
    ["citation_", "rft.", "ctx_ver="].iter().any(|key| start.starts_with(key)) && start.contains_char('=')
}

/// The fields of Highwire's form. Values may hold semicolons, so a field ends only where the next key begins.
fn fields(text: &str) -> Vec<(&str, &str)> {
    let mut fields: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut flush = |from: usize, to: usize| {
        if let Some((key, value)) = text.get(from..to).and_then(|field| field.split_once('=')) {
            fields.push((key.trim(), value.trim().trim_end_matches(';').trim()));
        }
    };
    for piece in text.split(';') {
        let end = at + piece.len();
        let keyed = piece.trim_start().starts_with("citation_") || piece.trim_start().starts_with("rft.");
        // "citation_author=Tiffany ST; Psychol Rev.; citation_year=…": a value without a key is a field of its own.
        if keyed && at > start {
            flush(start, at - 1);
            start = at;
        }
        at = end + 1;
    }
    flush(start, text.len());
    fields
}

/// Reads a reference in Highwire's form.
pub(super) fn highwire(raw: &str) -> Reference {
    let mut item = Item::new("", ItemType::Document);
    let fields = fields(raw);
    let mut people: Vec<Name> = Vec::new();
    let mut editors: Vec<Name> = Vec::new();
    let (mut first, mut last) = ("", "");
    for (key, value) in &fields {
        let (value, stray) = stray(key, value);
        if !stray.is_empty() && item.get(Variable::ContainerTitle).is_none() {
            item.set(Variable::ContainerTitle, stray.trim_end_matches('.'));
        }
        match *key {
            "citation_author" | "citation_authors" => people.extend(authors(value)),
            "citation_editor" | "citation_editors" => editors.extend(authors(value)),
            "citation_firstpage" => first = value,
            "citation_lastpage" => last = value,
            "citation_pages" => page_range::set(&mut item, value),
            "citation_year" | "citation_date" | "citation_publication_date" | "citation_cover_date" => {
                dated(&mut item, value)
            }
            key => {
                if let Some(variable) = text::table_get(KEYS, key).and_then(Variable::from_word)
                    && item.get(variable).is_none()
                {
                    item.set(variable, plain_value(variable, value));
                }
            }
        }
    }
    if !first.is_empty() && item.get(Variable::Page).is_none() {
        spread(&mut item, first, last);
    }
    item.set(Variable::Author, people);
    item.set(Variable::Editor, editors);
    let told = text::table_rows(TYPES).find(|row| fields.iter().any(|field| field.0 == row.0));
    item.item_type = told.and_then(|row| ItemType::from_word(row.1)).unwrap_or_else(|| guessed(&item));
    book_title(&mut item, &fields);
    finished(raw, item)
}

/// A title of a book with no title inside it is the work's own.
fn book_title(item: &mut Item, fields: &[(&str, &str)]) {
    let inside = fields.iter().any(|field| field.0 == "citation_title");
    let book = fields.iter().any(|field| matches!(field.0, "citation_inbook_title" | "citation_book_title"));
    if book
        && !inside
        && let Some(title) = item.remove(Variable::ContainerTitle)
    {
        item.set(Variable::Title, title);
        item.item_type = ItemType::Book;
    }
}

/// A value and what stands behind its last semicolon without a key.
fn stray<'a>(key: &str, value: &'a str) -> (&'a str, &'a str) {
    match value.rsplit_once(';') {
        Some((value, stray))
            if key == "citation_author" && !stray.contains_char(',') && stray.trim().contains_char('.') =>
        {
            (value.trim(), stray.trim())
        }
        _ => (value, ""),
    }
}

/// A value as its variable wants it: a title without the dot of the sentence.
fn plain_value(variable: Variable, value: &str) -> &str {
    let value = value.trim();
    match variable {
        Variable::Title | Variable::ContainerTitle => {
            let bare = value.trim_end_matches('.');
            let word = super::segments::last_word(bare);
            if super::segments::keeps_dot(word) && !text::contains(value, "..")
                || variable == Variable::ContainerTitle && bare.contains_char('.')
            {
                value
            } else {
                bare
            }
        }
        _ => value,
    }
}

/// The names in one value: one, or several parted by commas as Springer writes them (`BJ Everitt, TW Robbins`).
fn authors(value: &str) -> Vec<Name> {
    let mut value = value.trim();
    for more in ["et al.", "et al", "et al.,"] {
        value = value.strip_suffix(more).unwrap_or(value).trim_end_matches([' ', ',']);
    }
    let folded = text::join(&value.split_whitespace().collect_vec(), " ");
    if folded.is_empty() {
        return Vec::new();
    }
    if folded.matches(',').count() == 1 && !folded.contains_char(';') {
        // "Family, Given" or two names in natural order.
        let (one, two) = folded.split_once(',').unwrap_or((&folded, ""));
        let natural = one.trim().contains_char(' ')
            && two.trim().contains_char(' ')
            && names::read(one).names.len() == 1
            && !names::is_initials(two.trim());
        if !natural {
            return vec![name::split(&folded, &PageCitation::new("")).name];
        }
    }
    names::read_before(&folded, true).names
}

fn dated(item: &mut Item, value: &str) {
    if item.get(Variable::Issued).is_some() {
        return;
    }
    if let Some((year, suffix)) = super::when::year_with_suffix(value) {
        item.set(Variable::Issued, crate::item::Date::year(year));
        item.set(Variable::YearSuffix, suffix);
    } else if let Some(date) = date::read(value) {
        item.set(Variable::Issued, date);
    }
}

fn spread(item: &mut Item, first: &str, last: &str) {
    if last.is_empty() || first == last {
        page_range::set(item, first);
    } else {
        item.set(Variable::Page, concat(&[first, "-", last]));
    }
}

/// The type where no key tells it.
fn guessed(item: &Item) -> ItemType {
    let has = |variable: Variable| item.get(variable).is_some();
    if has(Variable::ContainerTitle) && (has(Variable::Volume) || has(Variable::Issue) || has(Variable::Issn))
    {
        ItemType::ArticleJournal
    } else if has(Variable::ContainerTitle) {
        ItemType::Chapter
    } else if has(Variable::Publisher) || has(Variable::Isbn) {
        ItemType::Book
    } else {
        ItemType::Document
    }
}

/// Reads the OpenURL of a COinS span (ANSI/NISO Z39.88-2004, matrices for journals, books and dissertations).
pub(super) fn openurl(raw: &str, context: &str) -> Reference {
    let mut item = Item::new("", ItemType::Document);
    let mut people: Vec<Name> = Vec::new();
    let (mut family, mut given, mut initials) = (String::new(), String::new(), String::new());
    let (mut first, mut last, mut whole, mut genre, mut book) =
        (String::new(), String::new(), String::new(), String::new(), String::new());
    for field in context.split('&') {
        let Some((key, value)) = field.split_once('=') else { continue };
        let value = text::percent_decode(value.trim());
        match key.trim().trim_start_matches("amp;") {
            "rft.au" => people.push(name::split(&value, &PageCitation::new("")).name),
            "rft.aulast" => family = value,
            "rft.aufirst" => given = value,
            "rft.auinit" | "rft.auinit1" => initials = value,
            "rft.aucorp" => people.push(Name::literal(&value)),
            "rft.spage" => first = value,
            "rft.epage" => last = value,
            "rft.pages" => whole = value,
            "rft.date" => dated(&mut item, &value),
            "rft.genre" => genre = value,
            "rft.btitle" | "rft.title" => book = value,
            "rft_id" => identifier(&mut item, &value),
            key => {
                if let Some(variable) = text::table_get(KEYS, key).and_then(Variable::from_word) {
                    item.set(variable, plain_value(variable, &value));
                }
            }
        }
    }
    if !family.is_empty() {
        let given = if given.is_empty() { initials } else { given };
        let lead = name::split(&concat(&[&family, ", ", &given]), &PageCitation::new("")).name;
        if people.first().is_none_or(|first| first.family != lead.family) {
            people.insert(0, lead);
        }
    }
    if !whole.is_empty() {
        page_range::set(&mut item, &whole);
    } else if !first.is_empty() {
        spread(&mut item, &first, &last);
    }
    item.set(Variable::Author, people);
    if !book.is_empty() {
        let inside = item.get(Variable::Title).is_some();
        item.set(if inside { Variable::ContainerTitle } else { Variable::Title }, book);
    }
    let told = text::table_get(GENRES, &genre).and_then(ItemType::from_word);
    item.item_type = told.unwrap_or_else(|| guessed(&item));
    finished(raw, item)
}

/// `info:doi/10.1000/x`, `info:pmid/123`, an address.
fn identifier(item: &mut Item, value: &str) {
    let lower = value.to_ascii_lowercase();
    if let Some(at) = text::find(&lower, "10.").filter(|_| text::contains(&lower, "doi")) {
        item.set(Variable::Doi, value.get(at..).unwrap_or(""));
    } else if let Some(pmid) = lower.strip_prefix("info:pmid/") {
        item.set(Variable::Pmid, pmid);
    } else if lower.starts_with("http://") || lower.starts_with("https://") {
        item.set(Variable::Url, value);
    }
}

/// A reference whose fields were told, with what is missing.
fn finished(raw: &str, item: Item) -> Reference {
    let mut reference = Reference::of(raw, item, Vec::new());
    // What is missing here was not told; nothing was guessed.
    reference.warnings.retain(|warning| !list_contains("type", &warning.field));
    reference.sure = reference.warnings.is_empty();
    reference
}
