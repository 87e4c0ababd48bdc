//! RIS in: the writer's table from right to left, and the tags that older files and other programs have.

use crate::item::tables::ris::{FIELDS, READ_FIELDS, item_type};
use crate::item::{Date, DateParts, Item, Name, Warning, date_parse, people};
use crate::prelude::*;
use crate::read::names::split_particles;
use crate::read::{ReadResult, page_range};
use crate::text::{self, concat};
use crate::vocabulary::{ItemType, Variable, VariableKind};

/// A line's tag and value.
type Line = (String, String);

/// Reads all records of a file.
pub fn records(file: &str) -> Vec<ReadResult> {
    let mut readings = Vec::new();
    let mut record: Vec<Line> = Vec::new();
    for line in file.trim_start_matches('\u{feff}').split(['\n', '\r']) {
        let Some((tag, value)) = tagged(line) else {
            // A line without a tag goes on with the one before.
            let rest = line.trim();
            if let Some(last) = record.last_mut().filter(|_| !rest.is_empty()) {
                last.1.push(' ');
                last.1.push_str(rest);
            }
            continue;
        };
        if matches!(tag, "TY" | "ER") && !record.is_empty() {
            readings.push(read(&record));
            record.clear();
        }
        if tag != "ER" {
            record.push((tag.to_owned(), value.trim().to_owned()));
        }
    }
    if !record.is_empty() {
        readings.push(read(&record));
    }
    readings
}

/// `TAG  - value`; blanks vary between programs.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '\u{feff}']);
    let (tag, rest) = line.split_at_checked(2)?;
    let mut letters = tag.chars();
    let is_tag = letters.next()?.is_ascii_uppercase()
        && letters.next().is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let value = rest.trim_start_matches([' ', '\t']).strip_prefix('-')?;
    let parted = rest.starts_with([' ', '\t']) && (value.is_empty() || value.starts_with([' ', '\t']));
    (is_tag && parted).then_some((tag, value))
}

fn read(lines: &[Line]) -> ReadResult {
    let word = lines.iter().find(|line| line.0 == "TY").map_or("", |line| line.1.as_str());
    let kind = item_type(word);
    let mut reading = ReadResult::new(kind.unwrap_or(ItemType::Document));
    if kind.is_none() {
        let message = ["“", word, "” is no reference type that is known; it was taken for a document."];
        reading.warnings.push(Warning::new("type", concat(&message)));
    }
    let mut fields = Fields {
        item: &mut reading.item,
        word,
        names: Vec::new(),
        keywords: Vec::new(),
        issued: Date::default(),
        first: "",
        last: "",
    };
    for (tag, value) in lines {
        fields.line(tag, value);
    }
    fields.finish();
    reading
}

struct Fields<'a> {
    item: &'a mut Item,
    word: &'a str,
    names: Vec<(Variable, Vec<Name>)>,
    keywords: Vec<&'a str>,
    issued: Date,
    /// The first page, and the last.
    first: &'a str,
    last: &'a str,
}

impl<'a> Fields<'a> {
    fn line(&mut self, tag: &str, value: &'a str) {
        let known = FIELDS.iter().chain(READ_FIELDS).find(|row| row.0 == tag);
        let Some((_, variable)) = known.filter(|_| !value.is_empty()) else {
            if tag == "EP" {
                self.last = value;
            }
            return;
        };
        match (variable.kind(), *variable) {
            (VariableKind::Names, variable) => self.name(variable, name(value)),
            (_, Variable::Issued) => self.date(value),
            (VariableKind::Date, variable) => self.item.set(variable, date(value)),
            (_, Variable::Keyword) => self.keywords.push(value),
            (_, Variable::Isbn | Variable::Issn) => self.number(value),
            (_, Variable::Page) => self.first = value,
            (_, Variable::Doi) => self.fill(Variable::Doi, bare_doi(value)),
            (_, Variable::Genre | Variable::Note)
                if value.starts_with("10.") || value.starts_with("doi:") =>
            {
                self.fill(Variable::Doi, bare_doi(value));
            }
            (_, Variable::ContainerTitle) => {
                let series =
                    matches!(self.item.item_type, ItemType::Book | ItemType::Report | ItemType::Thesis);
                // Of a whole book the secondary title is the series, and BT the book's own.
                let own = if tag == "BT" { Variable::Title } else { Variable::CollectionTitle };
                self.fill(if series { own } else { Variable::ContainerTitle }, value);
            }
            (_, variable) => self.fill(variable, value),
        }
    }

    fn fill(&mut self, variable: Variable, value: &str) {
        if self.item.get(variable).is_none() {
            self.item.set(variable, value);
        }
    }

    fn name(&mut self, variable: Variable, name: Name) {
        match self.names.iter_mut().find(|(known, _)| *known == variable) {
            Some((_, names)) => names.push(name),
            None => self.names.push((variable, vec![name])),
        }
    }

    /// What `SN` holds follows from its shape, else from the type: reports and patents have numbers of their own.
    fn number(&mut self, value: &str) {
        let digits = value.chars().filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x')).count();
        let others = value
            .chars()
            .any(|c| !(c.is_ascii_digit() || matches!(c, 'X' | 'x' | '-' | ' ' | ',' | '(' | ')')));
        let numbered = matches!(self.item.item_type, ItemType::Report | ItemType::Patent);
        let serial = matches!(
            self.item.item_type,
            ItemType::ArticleJournal
                | ItemType::ArticleMagazine
                | ItemType::ArticleNewspaper
                | ItemType::Periodical
        );
        let variable = match digits {
            8 if !others => Variable::Issn,
            10.. if !others && !serial => Variable::Isbn,
            _ if numbered => Variable::Number,
            _ if serial => Variable::Issn,
            _ => Variable::Isbn,
        };
        self.fill(variable, value);
    }

    /// A date of issue: `PY` may tell the year alone, and `DA` more of it.
    fn date(&mut self, value: &str) {
        let found = date(value);
        let finer = |date: &Date| {
            date.start.map_or(0, |start| 1 + u8::from(start.month > 0) + u8::from(start.day > 0))
        };
        let same = match (found.start, self.issued.start) {
            (Some(found), Some(known)) => found.year == known.year,
            (_, None) => true,
            (None, Some(_)) => false,
        };
        if same && (finer(&found) > finer(&self.issued) || self.issued.is_empty() || !found.season.is_empty())
        {
            self.issued = found;
        }
    }

    fn finish(self) {
        for (variable, names) in self.names {
            self.item.set(variable, names);
        }
        self.item.set(Variable::Issued, self.issued);
        self.item.set(Variable::Keyword, text::join(&self.keywords, ", "));
        // Some programs give a journal's full title as its short one, or that alone.
        let short = self.item.text(Variable::ContainerTitleShort).unwrap_or_default().to_owned();
        if !short.is_empty() && self.item.text(Variable::ContainerTitle).is_none_or(|long| long == short) {
            self.item.remove(Variable::ContainerTitleShort);
            self.item.set(Variable::ContainerTitle, short);
        }
        if self.word == "EDBOOK" && self.item.names(Variable::Editor).is_empty() {
            // Programs that have this type give it no authors but editors.
            let editors = self.item.names(Variable::Author).to_vec();
            self.item.remove(Variable::Author);
            self.item.set(Variable::Editor, editors);
        }
        let whole = self.last.is_empty() || self.first == self.last || self.first.contains(['-', '–', ',']);
        let journal = matches!(self.word, "JOUR" | "EJOUR" | "MGZN");
        if self.first.is_empty() {
            self.item.set(Variable::Page, self.last);
        } else if !whole {
            self.item.set(Variable::Page, concat(&[self.first, "-", self.last]));
        } else if journal && self.last.is_empty() && self.item.text(Variable::Number).is_none() {
            page_range::set(self.item, self.first);
        } else {
            self.item.set(Variable::Page, self.first);
        }
    }
}

/// `Family, Given, Suffix`; without a comma an organisation, or a name that nobody can take apart.
fn name(value: &str) -> Name {
    let mut parts = value.splitn(3, ',').map(str::trim);
    let (family, given) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let suffix = parts.next().unwrap_or_default();
    if given.is_empty() {
        return Name::literal(family);
    }
    if people::is_organisation(value) && suffix.is_empty() {
        return Name::literal(value);
    }
    let mut name = Name::person(family, given);
    name.suffix = suffix.to_owned();
    split_particles(&mut name);
    name
}

/// `YYYY/MM/DD/words`, each of which may be missing, else any date.
fn date(value: &str) -> Date {
    let mut parts = value.splitn(4, '/').map(str::trim);
    let year = parts.next().unwrap_or_default();
    let negative = year.starts_with('-');
    let number = text::parse_u32(year.trim_start_matches('-'))
        .filter(|number| *number > 0 && *number < 10_000 && year.len() > 2);
    let Some(year) = number.and_then(|year| i32::try_from(year).ok()).filter(|_| value.contains_char('/'))
    else {
        return date_parse::parse(value);
    };
    let month = parts.next().and_then(date_parse::month).unwrap_or(0);
    let day = parts.next().and_then(text::parse_u32).filter(|day| *day <= 31).unwrap_or(0);
    let mut start = DateParts { year: if negative { -year } else { year }, month, day: day as u8 };
    let words = parts.next().unwrap_or_default();
    let mut date = Date::default();
    match date_parse::season(words).filter(|_| month == 0) {
        Some(season) => start.month = season,
        None if month == 0 => words.clone_into(&mut date.season),
        None => {}
    }
    date.start = Some(start);
    date
}

fn bare_doi(doi: &str) -> &str {
    text::find(doi, "10.").and_then(|at| doi.get(at..)).unwrap_or(doi)
}
