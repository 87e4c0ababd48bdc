//! BibTeX out.
//!
//! Entries follow one convention: keys like `kwon2022inclusion`; names as `von Last, Jr., First`; capitals of titles in
//! braces only where they mean something; pages with `--`; months by macro; a bare DOI, and a URL only without one,
//! both as they are; `edition = {2nd}`; a series' number in `volume`, or in `number` where the book has a volume of its
//! own. What classic BibTeX has no field for (version, translators, status) is written into `note`. Output is UTF-8 text;
//! [`BibtexOptions::ascii`] writes every character outside ASCII as a LaTeX command instead, and loses none.

mod key;
pub(super) mod names;
pub(super) mod title;

use crate::item::tables::bare_doi;
use crate::item::tables::bibtex::{ENTRIES, EntryType, FIELDS, Field, MONTHS, Shape};
use crate::item::{Date, DateParts, Item, Name};
use crate::prelude::*;
use crate::sorting::sorted;
use crate::text::{self, concat, markup, title_case};
use crate::vocabulary::Variable;

/// Options for BibTeX.
#[derive(Clone, Copy, Debug, Default)]
pub struct BibtexOptions {
    /// Whether the output must be ASCII: accents and signs become LaTeX commands.
    pub ascii: bool,
}

/// One record as a BibTeX entry, with a line break at the end.
pub fn bibtex(item: &Item, options: &BibtexOptions) -> String {
    entry(item, &key::key(item), options)
}

/// Records as BibTeX entries with an empty line between them. Keys that would be equal get the suffixes `a`, `b`, `c`.
pub fn bibtex_all(items: &[Item], options: &BibtexOptions) -> String {
    let keys = keys(items);
    let entries: Vec<String> =
        items.iter().zip(&keys).map(|(item, key)| entry(item, key, options)).collect_vec();
    text::join(&entries, "\n")
}

/// The records' keys, all different.
pub(super) fn keys(items: &[Item]) -> Vec<String> {
    distinct(items.iter().map(key::key).collect_vec())
}

/// The same keys, with letters appended to those that occur more than once.
fn distinct(keys: Vec<String>) -> Vec<String> {
    let order = sorted(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    let known = |key: &str| {
        let at = order.partition_point(|index| keys.get(*index).is_some_and(|other| other.as_str() < key));
        order.get(at).and_then(|index| keys.get(*index)).is_some_and(|other| other == key)
    };
    let mut out = keys.clone();
    for run in order.chunk_by(|a, b| keys.get(*a) == keys.get(*b)).filter(|run| run.len() > 1) {
        let mut count = 0;
        for index in run {
            let Some(key) = out.get_mut(*index) else { continue };
            let mut suffixed = concat(&[key.as_str(), &letters(count)]);
            while known(&suffixed) {
                count += 1;
                suffixed = concat(&[key.as_str(), &letters(count)]);
            }
            count += 1;
            *key = suffixed;
        }
    }
    out
}

/// 0 as `a`, 25 as `z`, 26 as `aa`.
fn letters(number: u32) -> String {
    let mut out = if number >= 26 { letters(number / 26 - 1) } else { String::new() };
    out.extend(char::from_digit(10 + number % 26, 36));
    out
}

/// An entry under a key.
fn entry(item: &Item, key: &str, options: &BibtexOptions) -> String {
    let kind = kind(item);
    let mut out = concat(&["@", kind.word(), "{", key]);
    let mut written: &str = "";
    for field in FIELDS.iter().filter(|field| field.belongs_to(kind)) {
        // Several variables may be written as one field: the first that has a value is.
        if field.name == written || is_superfluous(item, field) {
            continue;
        }
        let value = value(item, field, options);
        if !value.is_empty() {
            push_field(&mut out, field.name, &value);
            written = field.name;
        }
        if field.variable == Variable::Volume {
            push_series_number(&mut out, item, options);
        }
        if field.variable == Variable::Page {
            push_dates_and_notes(&mut out, item, kind, options);
        }
    }
    close(&mut out);
    out
}

/// Ends an entry. Biber requires the comma after the key, which the first field brings.
pub(super) fn close(out: &mut String) {
    out.push_str(if out.contains_char(',') { "\n}\n" } else { ",\n}\n" });
}

/// The entry type of a record. A thesis is a doctoral one unless its genre says otherwise.
fn kind(item: &Item) -> EntryType {
    let found = ENTRIES.iter().find(|(item_type, _)| *item_type == item.item_type);
    match found.map_or(EntryType::Misc, |(_, entry)| *entry) {
        EntryType::Phdthesis if is_masters(item.text(Variable::Genre).unwrap_or_default()) => {
            EntryType::Mastersthesis
        }
        entry => entry,
    }
}

/// Whether a genre names a master's thesis: `Master's thesis`, `MA thesis`, `M.Sc. diss.`
pub(super) fn is_masters(genre: &str) -> bool {
    let plain = text::remove_chars(&text::to_lowercase(genre), ".");
    let degree = plain.split_whitespace().next().unwrap_or_default();
    text::contains(&plain, "master")
        || matches!(degree, "ma" | "msc" | "ms" | "meng" | "mphil" | "mfa" | "mba" | "llm")
}

/// Whether a genre says no more than the entry types for theses do.
pub(super) fn is_plain_thesis(genre: &str) -> bool {
    let plain = text::remove_chars(&text::to_lowercase(genre), ".");
    is_masters(genre)
        || ["phd", "doctoral", "doctorate", "thesis", "dissertation"]
            .iter()
            .any(|word| plain.starts_with(word))
}

/// Whether a field repeats another: a URL beside a DOI, the genre of an ordinary thesis.
fn is_superfluous(item: &Item, field: &Field) -> bool {
    match field.variable {
        Variable::Url => item.text(Variable::Doi).is_some(),
        Variable::Genre => {
            is_plain_thesis(item.text(Variable::Genre).unwrap_or_default()) && field.name == "type"
        }
        _ => false,
    }
}

/// A field's value as BibTeX has it; empty where the record has none.
fn value(item: &Item, field: &Field, options: &BibtexOptions) -> String {
    let mut out = String::new();
    let text = item.text(field.variable).unwrap_or_default();
    match field.shape {
        Shape::Names => names::push(&mut out, item.names(field.variable), options.ascii),
        Shape::Title if field.variable == Variable::Title => {
            title::push(&mut out, text, title_case::stored(&markup::plain(text)), options.ascii);
        }
        // Most styles do not change the titles of books; the braces are for those that do.
        Shape::Title => title::push(&mut out, text, title_case::Stored::Sentence, options.ascii),
        Shape::Text => title::push_text(&mut out, text, options.ascii),
        Shape::List => title::push_list(&mut out, text, options.ascii),
        Shape::Pages => title::push_text(&mut out, &pages(text), options.ascii),
        Shape::Edition => title::push_text(&mut out, &edition(text), options.ascii),
        Shape::Doi => push_verbatim(&mut out, bare_doi(text)),
        Shape::Verbatim => push_verbatim(&mut out, text),
    }
    out.trim().to_owned()
}

/// A series' number: the volume of a book that has no other, else its `number`.
fn push_series_number(out: &mut String, item: &Item, options: &BibtexOptions) {
    if let Some(number) = item.text(Variable::CollectionNumber) {
        let mut value = String::new();
        title::push_text(&mut value, number, options.ascii);
        push_field(out, if item.text(Variable::Volume).is_some() { "number" } else { "volume" }, &value);
    }
}

/// The fields made of several variables or of parts of one: `note`, `year`, `month`.
fn push_dates_and_notes(out: &mut String, item: &Item, kind: EntryType, options: &BibtexOptions) {
    let note = note(item, kind);
    if !note.is_empty() {
        let mut value = String::new();
        title::push_text(&mut value, &note, options.ascii);
        push_field(out, "note", &value);
    }
    let Some(date) = item.date(Variable::Issued) else { return };
    let mut value = String::new();
    title::push_text(&mut value, &year(date), options.ascii);
    push_field(out, "year", &value);
    let month = date.start.map_or(0, |start| start.month);
    if let Some(name) = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)) {
        out.push_str(&concat(&[",\n  month = ", name]));
    } else {
        let season = ["Spring", "Summer", "Autumn", "Winter"].get(usize::from(month.wrapping_sub(13)));
        let mut value = String::new();
        let season = season.copied().filter(|_| date.season.is_empty()).unwrap_or(&date.season);
        title::push_text(&mut value, season, options.ascii);
        push_field(out, "month", &value);
    }
}

/// The year or years. The last four characters are digits where possible, as BibTeX requires.
fn year(date: &Date) -> String {
    let Some(start) = date.start else { return date.literal.clone() };
    let shown = |parts: DateParts| {
        let era = if parts.year < 0 { " BC" } else { "" };
        concat(&[&text::to_decimal(parts.year.unsigned_abs()), era])
    };
    let circa = if date.circa { "c. " } else { "" };
    match date.end {
        Some(_) if date.open_ended() => concat(&[circa, &shown(start), "--"]),
        Some(end) if end.year != start.year => concat(&[circa, &shown(start), "--", &shown(end)]),
        _ => concat(&[circa, &shown(start)]),
    }
}

/// The values that BibTeX has no field for, as sentences.
fn note(item: &Item, kind: EntryType) -> String {
    let mut notes: Vec<String> = Vec::new();
    if let Some(genre) =
        item.text(Variable::Genre).filter(|_| matches!(kind, EntryType::Misc | EntryType::Article))
    {
        notes.push(capitalised(genre));
    }
    if let Some(version) = item.text(Variable::Version) {
        let named = text::to_lowercase(version).starts_with("version");
        notes.push(if named { capitalised(version) } else { concat(&["Version ", version]) });
    }
    let translators = item.names(Variable::Translator);
    if !translators.is_empty() {
        notes.push(concat(&["Translated by ", &in_prose(translators)]));
    }
    for variable in [Variable::Status, Variable::Note] {
        notes.extend(item.text(variable).map(capitalised));
    }
    text::join(&notes, ". ")
}

/// Names in natural order: `A. Doe, B. Roe, and C. Poe`.
pub(super) fn in_prose(list: &[Name]) -> String {
    let mut out = String::new();
    for (at, name) in list.iter().enumerate() {
        let joint = match (at, at + 1 == list.len()) {
            (0, _) => "",
            (1, true) => " and ",
            (_, true) => ", and ",
            _ => ", ",
        };
        out.push_str(joint);
        out.push_str(&name.in_natural_order());
    }
    out
}

/// The text with a capital first letter, as BibTeX requires of notes.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(text::char_to_uppercase).unwrap_or_default();
    concat(&[&first, chars.as_str()])
}

/// Page numbers with an en dash for every hyphen or dash between two of them.
pub(super) fn pages(pages: &str) -> String {
    let mut out = String::new();
    let mut chars = pages.chars().peekable();
    while let Some(c) = chars.next() {
        if !matches!(c, '-' | '‐' | '‑' | '–' | '−') {
            out.push(c);
            continue;
        }
        while chars.next_if(|next| matches!(next, '-' | '‐' | '‑' | '–' | '−' | ' ')).is_some() {}
        out.truncate(out.trim_end().len());
        out.push_str("--");
    }
    out
}

/// An edition as an ordinal: `2` as `2nd`; words without a last `ed.`
fn edition(edition: &str) -> String {
    let bare = bare_edition(edition);
    let Some(number) = text::parse_u32(bare) else { return bare.to_owned() };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    concat(&[bare, ending])
}

/// An edition without the word: `2nd ed.` as `2nd`.
pub(super) fn bare_edition(edition: &str) -> &str {
    let edition = edition.trim();
    [" edition", " ed.", " ed"].iter().find_map(|ending| edition.strip_suffix(ending)).unwrap_or(edition)
}

/// Adds a DOI or an address unchanged, but for characters that BibTeX would misread or that are outside ASCII, which are
/// percent-encoded.
pub(super) fn push_verbatim(out: &mut String, text: &str) {
    let mut bytes = [0; 4];
    for c in text.trim().chars() {
        if c.is_ascii_graphic() && !matches!(c, '{' | '}' | '\\') {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
}

/// Adds `name = {value}` on a line of its own, unless the value is empty.
pub(super) fn push_field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(&concat(&[",\n  ", name, " = {", value, "}"]));
    }
}
