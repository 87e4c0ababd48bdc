//! BibLaTeX out: the same keys, names, titles and escapes as BibTeX, with biblatex's entry types and fields.
//!
//! Dates are those of ISO 8601-2, which biber reads: ranges, seasons, uncertain years. `number` is an article's issue and a
//! book's number in its series, and an article number is `eid`. Preprints have `eprint` and `eprinttype`, theses and
//! reports their kind in `type`, and `langid` is babel's name of the language. Words in place of a date go to `pubstate`.

use super::bibtex::{
    BibtexOptions, bare_edition, capitalised, close, in_prose, is_masters, is_plain_thesis, keys, names,
    pages, push_field, push_verbatim, title,
};
use crate::item::tables::bare_doi;
use crate::item::tables::biblatex::{ENTRIES, EntryType, FIELDS, Field, LANGUAGES, Shape};
use crate::item::{Date, DateParts, Item};
use crate::prelude::*;
use crate::text::{self, markup, title_case};
use crate::vocabulary::{ItemType, Variable};

/// Records as BibLaTeX entries with an empty line between them.
pub(crate) fn biblatex(items: &[Item], options: &BibtexOptions) -> String {
    let keys = keys(items);
    let entries: Vec<String> = items.iter().zip(&keys).map(|(item, key)| entry(item, key, options)).collect();
    entries.join("\n")
}

fn entry(item: &Item, key: &str, options: &BibtexOptions) -> String {
    let kind = kind(item);
    let mut out = ["@", kind.word(), "{", key].concat();
    let mut written: &str = "";
    for field in FIELDS.iter().filter(|field| field.belongs_to(kind)) {
        // Several variables may be written as one field: the first that has a value is.
        if field.name == written || is_superfluous(item, field) {
            continue;
        }
        let mut value = value(item, field, options);
        if field.name == "type" && (value.is_empty() || is_plain(item)) {
            default_type(item, kind).clone_into(&mut value);
        }
        if !value.is_empty() {
            push_field(&mut out, field.name, &value);
            written = field.name;
        }
        if field.name == "pubstate" {
            push_notes(&mut out, item, kind, options);
        }
    }
    push_eprint(&mut out, item);
    close(&mut out);
    out
}

/// The entry type of a record: as the table has it, but for types that biblatex divides by what the record has.
fn kind(item: &Item) -> EntryType {
    let found = ENTRIES.iter().find(|(item_type, _)| *item_type == item.item_type);
    let has = |variable| item.has(variable);
    match found.map_or(EntryType::Misc, |(_, entry)| *entry) {
        EntryType::Book if !has(Variable::Author) && has(Variable::Editor) => EntryType::Collection,
        // The author of the whole book, or none who edited it.
        EntryType::Incollection if has(Variable::ContainerAuthor) || !has(Variable::Editor) => {
            EntryType::Inbook
        }
        // What is online has an address.
        EntryType::Online if !has(Variable::Url) && !has(Variable::Doi) && eprint(item).is_none() => {
            EntryType::Misc
        }
        entry => entry,
    }
}

/// Whether a field repeats another, or means something else here.
fn is_superfluous(item: &Item, field: &Field) -> bool {
    match field.variable {
        Variable::Url => item.has(Variable::Doi),
        Variable::Accessed => item.has(Variable::Doi) || !item.has(Variable::Url),
        // An article has either pages or a number.
        Variable::Number => field.name == "eid" && item.has(Variable::Page),
        _ => false,
    }
}

/// Whether the genre says no more than that the record is a thesis.
fn is_plain(item: &Item) -> bool {
    item.item_type == ItemType::Thesis && is_plain_thesis(item.text(Variable::Genre).unwrap_or_default())
}

/// The kind of a thesis or report that names none: biblatex requires one, and translates these words.
fn default_type(item: &Item, kind: EntryType) -> &'static str {
    match kind {
        EntryType::Thesis if is_masters(item.text(Variable::Genre).unwrap_or_default()) => "mathesis",
        EntryType::Thesis => "phdthesis",
        EntryType::Report => "techreport",
        _ => "",
    }
}

/// A field's value as biblatex has it; empty where the record has none.
fn value(item: &Item, field: &Field, options: &BibtexOptions) -> String {
    let mut out = String::new();
    let text = item.text(field.variable).unwrap_or_default();
    match field.shape {
        Shape::Names => names::push(&mut out, item.names(field.variable), options.ascii),
        Shape::Title if field.variable == Variable::Title => {
            title::push(&mut out, text, title_case::stored(&markup::plain(text)), options.ascii);
        }
        Shape::Title => title::push(&mut out, text, title_case::Stored::Sentence, options.ascii),
        Shape::Text => title::push_text(&mut out, text, options.ascii),
        Shape::List => title::push_list(&mut out, text, options.ascii),
        Shape::Pages => title::push_text(&mut out, &pages(text), options.ascii),
        Shape::Edition => title::push_text(&mut out, edition(text), options.ascii),
        Shape::Date => out = item.date(field.variable).map(date).unwrap_or_default(),
        Shape::Doi => push_verbatim(&mut out, bare_doi(text)),
        Shape::Verbatim => push_verbatim(&mut out, text),
    }
    out.trim().to_owned()
}

/// An edition as a number where it is one: `2nd ed.` as `2`.
fn edition(edition: &str) -> &str {
    let bare = bare_edition(edition);
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| bare.strip_suffix(ending));
    number.filter(|number| text::parse_u32(number).is_some()).unwrap_or(bare)
}

/// A date as ISO 8601-2 writes it: `2020-03-09`, `2019/2020`, `1990/`, `2020-21` for a spring, `1850~` for about 1850.
/// Empty for words.
fn date(date: &Date) -> String {
    let Some(start) = date.start else { return String::new() };
    let circa = if date.circa { "~" } else { "" };
    let start = [&day(start), circa].concat();
    match date.end {
        Some(_) if date.open_ended() => [&start, "/"].concat(),
        Some(end) => [&start, "/", &day(end), circa].concat(),
        None => start,
    }
}

/// A day, month, season or year. The year before the year 1 is 0.
fn day(parts: DateParts) -> String {
    let year = if parts.year < 0 { parts.year.saturating_add(1) } else { parts.year };
    let sign = if year < 0 { "-" } else { "" };
    let mut out = [sign, &padded(year.unsigned_abs(), 4)].concat();
    // Spring is 13 in CSL and 21 here.
    let month = if parts.month > 12 { parts.month.saturating_add(8) } else { parts.month };
    for part in [month, if parts.month > 12 { 0 } else { parts.day }] {
        if part == 0 {
            break;
        }
        out.push('-');
        out.push_str(&padded(part.into(), 2));
    }
    out
}

/// A number, padded with zeros to a width.
fn padded(number: u32, width: usize) -> String {
    let mut out = number.to_string();
    while out.len() < width {
        out.insert(0, '0');
    }
    out
}

/// What the entry type has no field for, as sentences, and words that stand for the date.
fn push_notes(out: &mut String, item: &Item, kind: EntryType, options: &BibtexOptions) {
    let mut push = |name: &str, text: &str| {
        let mut value = String::new();
        title::push_text(&mut value, text, options.ascii);
        push_field(out, name, &value);
    };
    let words = item.date(Variable::Issued).filter(|date| date.start.is_none());
    let words = words.map_or("", |date| if date.literal.is_empty() { &date.season } else { &date.literal });
    let mut notes: Vec<String> = Vec::new();
    if !item.has(Variable::Status) {
        push("pubstate", words);
    } else if !words.is_empty() {
        notes.push(capitalised(words));
    }
    let is_written =
        |variable| FIELDS.iter().any(|field| field.variable == variable && field.belongs_to(kind));
    for variable in [Variable::Version, Variable::Number] {
        if let Some(text) = item.text(variable).filter(|_| !is_written(variable) && eprint(item).is_none()) {
            let bare = variable == Variable::Number || text::to_lowercase(text).starts_with("version");
            notes.push(if bare { capitalised(text) } else { ["Version ", text].concat() });
        }
    }
    let translators = item.names(Variable::Translator);
    if !translators.is_empty() && !is_written(Variable::Translator) {
        notes.push(["Translated by ", &in_prose(translators)].concat());
    }
    notes.extend(item.text(Variable::Note).map(capitalised));
    push("note", &notes.join(". "));
    push("langid", langid(item.text(Variable::Language).unwrap_or_default()));
}

/// Babel's name of a language; empty where it has none.
fn langid(language: &str) -> &'static str {
    let tag = text::to_lowercase(language.trim());
    let code = tag.split(['-', '_']).next().unwrap_or_default();
    let whole = tag.replace('_', "-");
    let named = |tag: &str| if tag.is_empty() { None } else { text::table_get(LANGUAGES, tag) };
    named(&whole).or_else(|| named(code)).unwrap_or_default()
}

/// The number of a record in an archive of preprints or in PubMed, with biblatex's name of the archive.
fn eprint(item: &Item) -> Option<(&'static str, &str)> {
    let text = |variable| item.text(variable).unwrap_or_default();
    let after = |variable, start: &str| {
        let text: &str = text(variable);
        let at = text.to_ascii_lowercase().find(start)?;
        text.get(at + start.len()..).map(str::trim).filter(|rest| !rest.is_empty() && !rest.contains(' '))
    };
    let arxiv = after(Variable::Number, "arxiv:")
        .or_else(|| after(Variable::Doi, "10.48550/arxiv."))
        .or_else(|| after(Variable::Url, "arxiv.org/abs/"));
    arxiv.map(|number| ("arxiv", number)).or_else(|| Some(("pubmed", item.text(Variable::Pmid)?)))
}

fn push_eprint(out: &mut String, item: &Item) {
    if let Some((archive, number)) = eprint(item) {
        let mut value = String::new();
        push_verbatim(&mut value, number);
        push_field(out, "eprint", &value);
        push_field(out, "eprinttype", archive);
    }
}
