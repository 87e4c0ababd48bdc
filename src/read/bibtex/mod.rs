//! BibTeX in, biblatex's dialect included: the same tables as the writer's, from right to left.
//!
//! `scan` finds entries and fields, `latex` turns values into text, `names` takes names apart. An entry that is broken
//! gives what can be read of it and a warning.

mod latex;
mod names;
mod scan;
mod title;

use alloc::collections::BTreeMap;

use crate::item::tables::bibtex::{
    ALIASES, ENTRIES, Entry as Kind, FIELDS, Field, OTHER_ENTRIES, READ_FIELDS, Shape,
};
use crate::item::{Date, Item, Warning, date_parse};
use crate::prelude::*;
use crate::read::{ReadResult, page_range};
use crate::text::{self, concat, list_contains};
use crate::vocabulary::{ItemType, Variable};
use latex::{plain, verbatim};
use scan::Entry;

/// Reads all entries of a file.
pub fn entries(file: &str) -> Vec<ReadResult> {
    let mut entries = scan::entries(file);
    inherit(&mut entries, 4 * file.len() + 4096);
    entries.iter().map(entry).collect_vec()
}

/// Fields that an entry does not inherit from the one that its `crossref` names.
const OWN: &str = "title subtitle titleaddon shorttitle crossref xref xdata ids key entryset pages doi url urldate eprint \
    eprinttype archiveprefix abstract keywords note file author";

/// Gives entries what those that they refer to say about the whole. `budget` bounds what is copied, in bytes.
fn inherit(entries: &mut [Entry], mut budget: usize) {
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        by_key.entry(text::to_lowercase(&entry.key)).or_insert(at);
    }
    for at in 0..entries.len() {
        let mut named = entries.get(at).and_then(|entry| entry.get("crossref")).map(text::to_lowercase);
        // A parent may have a parent; nobody has more than this.
        for _ in 0..4 {
            let parent =
                named.as_ref().and_then(|key| by_key.get(key.trim())).filter(|parent| **parent != at);
            let Some(parent) = parent.and_then(|parent| entries.get(*parent)) else { break };
            named = parent.get("crossref").map(text::to_lowercase);
            let mut given = Vec::new();
            for (name, value) in &parent.fields {
                let renamed = match name.as_str() {
                    "title" => "booktitle",
                    "subtitle" => "booksubtitle",
                    name => name,
                };
                if (renamed != name || !list_contains(OWN, name)) && value.len() <= budget {
                    budget -= value.len();
                    given.push((renamed.to_owned(), value.clone()));
                }
            }
            let Some(child) = entries.get_mut(at) else { break };
            for field in given {
                if child.get(&field.0).is_none() {
                    child.fields.push(field);
                }
            }
        }
    }
}

fn entry(entry: &Entry) -> ReadResult {
    let (kind, item_type) = kind(&entry.kind);
    let mut reading = ReadResult::new(item_type.unwrap_or(ItemType::Document));
    reading.item.id.clone_from(&entry.key);
    for fault in &entry.faults {
        reading.warnings.push(Warning::new(
            "",
            concat(&[&entry.key, if entry.key.is_empty() { "" } else { ": " }, fault]),
        ));
    }
    if item_type.is_none() {
        let message = ["“", &entry.kind, "” is no entry type that is known; it was read as “misc”."];
        reading.warnings.push(Warning::new("type", concat(&message)));
    }
    let item = &mut reading.item;
    title::read(entry, item);
    for late in [false, true] {
        for (name, raw) in &entry.fields {
            if list_contains("organization institution school howpublished", name) == late {
                field(item, kind, text::table_get(ALIASES, name).unwrap_or(name), raw);
            }
        }
    }
    series(entry, kind, item);
    dates(entry, item);
    preprint(entry, item);
    refine(&entry.kind, item);
    reading
}

/// The type whose fields an entry has, and its item type.
fn kind(word: &str) -> (Kind, Option<ItemType>) {
    if let Some(kind) = Kind::from_word(word).filter(|kind| *kind != Kind::Misc) {
        let written = if kind == Kind::Mastersthesis { Kind::Phdthesis } else { kind };
        return (kind, ENTRIES.iter().find(|row| row.1 == written).map(|row| row.0));
    }
    let row = text::table_get(OTHER_ENTRIES, word).and_then(|row| row.split_once(' '));
    let (kind, item_type) = row.unwrap_or_default();
    (Kind::from_word(kind).unwrap_or(Kind::Misc), ItemType::from_word(item_type.trim()))
}

/// Reads a field that holds one variable. The first that tells a variable counts.
fn field(item: &mut Item, kind: Kind, name: &str, raw: &str) {
    let rows =
        |fits: fn(&Field, Kind) -> bool| FIELDS.iter().find(|field| field.name == name && fits(field, kind));
    let own = rows(|field, kind| field.belongs_to(kind)).map(|field| (field.variable, field.shape));
    let read = || READ_FIELDS.iter().find(|row| row.0 == name).map(|row| (row.1, row.2));
    let any = || rows(|_, _| true).map(|field| (field.variable, field.shape));
    let Some((variable, shape)) = own.or_else(read).or_else(any) else { return };
    if item.get(variable).is_some() || variable == Variable::Title {
        return;
    }
    if name == "howpublished" && (text::contains(raw, "\\url") || text::contains(raw, "://")) {
        let address = text::find(raw, "http").and_then(|at| raw.get(at..)).unwrap_or(raw);
        return fill(item, Variable::Url, verbatim(address.split(['}', ' ']).next().unwrap_or_default()));
    }
    match shape {
        Shape::Names => item.set(variable, names::names(raw)),
        Shape::Title | Shape::Text if variable == Variable::Language => {
            item.set(variable, language(&plain(raw)))
        }
        Shape::Title | Shape::Text => item.set(variable, spaced(&plain(raw))),
        Shape::Pages => set_pages(item, kind, &plain(raw)),
        Shape::Edition => item.set(variable, edition(&plain(raw))),
        Shape::Doi => item.set(variable, bare_doi(&verbatim(raw))),
        Shape::Verbatim => item.set(variable, verbatim(raw)),
    }
}

fn fill(item: &mut Item, variable: Variable, value: impl AsRef<str>) {
    if item.get(variable).is_none() {
        item.set(variable, value.as_ref());
    }
}

/// A tie keeps a line together and is no part of the text.
fn spaced(text: &str) -> String {
    text::replace(text, "\u{a0}", " ")
}

/// Pages with a hyphen in ranges, or an article's number.
fn set_pages(item: &mut Item, kind: Kind, text: &str) {
    let plain = text::replace(&text::replace(text, "–", "-"), "—", "-");
    if kind == Kind::Article && item.text(Variable::Number).is_none() {
        page_range::set(item, &plain);
    } else {
        item.set(Variable::Page, plain);
    }
}

/// `2nd` and `Second` as `2`.
fn edition(text: &str) -> String {
    const WORDS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth";
    let lower = text::to_lowercase(text.trim());
    if let Some(at) = WORDS.split(' ').position(|word| word == lower) {
        return text::usize_to_decimal(at + 1);
    }
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending));
    bare.filter(|bare| text::parse_u32(bare).is_some()).unwrap_or(text).to_owned()
}

fn bare_doi(doi: &str) -> &str {
    text::find(doi, "10.").and_then(|at| doi.get(at..)).unwrap_or(doi)
}

/// Babel's names of languages that are not a language's own.
fn language(word: &str) -> &str {
    match word {
        "ngerman" => "de",
        "naustrian" | "austrian" => "de-AT",
        "nswissgerman" | "swissgerman" => "de-CH",
        "american" | "usenglish" | "USenglish" => "en-US",
        "british" | "ukenglish" | "UKenglish" => "en-GB",
        "brazilian" | "brazil" => "pt-BR",
        word => word,
    }
}

/// The volume of a book in a series is its number there, unless the entry has a number too: then that is.
fn series(entry: &Entry, kind: Kind, item: &mut Item) {
    if !matches!(kind, Kind::Article) && item.text(Variable::CollectionTitle).is_some() {
        if let Some(number) = entry.get("number").filter(|_| kind != Kind::Techreport) {
            item.remove(Variable::Number);
            item.remove(Variable::Issue);
            item.set(Variable::CollectionNumber, plain(number));
        } else if let Some(volume) = item.remove(Variable::Volume) {
            item.set(Variable::CollectionNumber, volume);
        }
    }
}

fn dates(entry: &Entry, item: &mut Item) {
    let text = |name: &str| entry.get(name).map(plain).unwrap_or_default();
    let mut issued = date_parse::parse(&text("date"));
    if issued.is_empty() {
        issued = date_parse::parse(text::replace(&text("year"), "-–", "–").trim());
    }
    month(&mut issued, &text("month"), &text("day"));
    item.set(Variable::Issued, issued);
    for (names, variable) in [
        ("urldate accessed", Variable::Accessed),
        ("eventdate", Variable::EventDate),
        ("origdate origyear", Variable::OriginalDate),
    ] {
        let found = names.split(' ').map(text).find(|text| !text.is_empty());
        item.set(variable, date_parse::parse(&found.unwrap_or_default()));
    }
}

/// Adds the month, which may have the day beside it (`10~jan`, `jan 10`) or be a season's word.
fn month(date: &mut Date, month: &str, day: &str) {
    let Some(start) = &mut date.start else { return };
    let small = |word: &str| {
        text::parse_u32(word).filter(|day| (1..=31).contains(day)).and_then(|day| u8::try_from(day).ok())
    };
    let mut days = small(day.trim());
    let words: Vec<&str> =
        month.split([' ', '\u{a0}', ',', '.', '-', '–', '/']).filter(|word| !word.is_empty()).collect_vec();
    for word in &words {
        let found = date_parse::month(word).filter(|number| *number > 0);
        match small(word).filter(|_| words.len() > 1) {
            Some(number) => days = days.or(Some(number)),
            None if start.month == 0 => start.month = found.unwrap_or(0),
            None => {}
        }
    }
    if start.day == 0 && (1..=12).contains(&start.month) {
        start.day = days.unwrap_or(0);
    }
    if start.month == 0 && !month.is_empty() {
        month.trim().clone_into(&mut date.season);
    }
}

/// A preprint of arXiv: `eprint = {2301.00001}`, or `journal = {arXiv preprint arXiv:2301.00001}` as Google Scholar
/// writes it.
fn preprint(entry: &Entry, item: &mut Item) {
    let archive = entry.get("eprinttype").or_else(|| entry.get("archiveprefix")).unwrap_or_default();
    let mut number = entry.get("eprint").map(verbatim).filter(|_| archive.eq_ignore_ascii_case("arxiv"));
    let container = text::to_lowercase(item.text(Variable::ContainerTitle).unwrap_or_default());
    let in_journal = container.starts_with("arxiv");
    if in_journal {
        let named = text::find(&container, "arxiv:").and_then(|at| container.get(at + 6..));
        number = number.or_else(|| named.and_then(|rest| rest.split(' ').next()).map(str::to_owned));
        item.remove(Variable::ContainerTitle);
        item.remove(Variable::Volume);
    }
    // Published papers name their preprint too.
    if let Some(number) = number.filter(|_| item.text(Variable::ContainerTitle).is_none()) {
        let bare = number.strip_prefix("arXiv:").unwrap_or(&number);
        if matches!(item.item_type, ItemType::Document | ItemType::ArticleJournal | ItemType::Webpage) {
            item.item_type = ItemType::Article;
        }
        fill(item, Variable::Number, concat(&["arXiv:", bare]));
        fill(item, Variable::Publisher, "arXiv");
        if item.text(Variable::Doi).is_none() {
            fill(item, Variable::Url, concat(&["https://arxiv.org/abs/", bare]));
        }
    } else if in_journal {
        item.item_type = ItemType::Article;
        fill(item, Variable::Publisher, "arXiv");
    }
}

/// What the entry type alone says of a thesis, and what else tells the kind of a `misc`.
fn refine(word: &str, item: &mut Item) {
    let genre = match (word, item.text(Variable::Genre).unwrap_or_default()) {
        ("phdthesis", "") | (_, "phdthesis") => "PhD thesis",
        ("mastersthesis", "") | (_, "mastersthesis" | "mathesis") => "Master’s thesis",
        _ => "",
    };
    if !genre.is_empty() {
        item.set(Variable::Genre, genre);
    }
    if item.item_type != ItemType::Document {
        return;
    }
    let note = text::to_lowercase(item.text(Variable::Note).unwrap_or_default());
    const NOTES: &str = "data set=dataset|dataset=dataset|computer software=software|software=software|\
        preprint=article|video=motion_picture|film=motion_picture|blog=post-weblog|patent=patent";
    let named = text::table_rows(NOTES)
        .find(|row| note.starts_with(row.0))
        .and_then(|row| ItemType::from_word(row.1));
    if let Some(named) = named {
        item.item_type = named;
    } else if item.text(Variable::Url).is_some() && item.text(Variable::Doi).is_none() {
        item.item_type = ItemType::Webpage;
    }
}
