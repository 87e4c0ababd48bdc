//! RIS files: the writer's table, read in the other direction, and the tags of older files and other programs.

use crate::item::tables::bare_doi;
use crate::item::tables::ris::{FIELDS, READ_FIELDS, item_type};
use crate::item::{Date, DateParts, Item, Name, Warning, date_parse, people};
use crate::languages::Context;
use crate::prelude::*;
use crate::read::names::{self, split_particles};
use crate::read::page_citation::PageCitation;
use crate::read::page_range;
use crate::read::result::ReadResult;
use crate::text;
use crate::vocabulary::{ItemType, Variable, VariableKind};

/// A line's tag and value.
type Line = (String, String);

/// Reads all records of a file.
pub fn records(file: &str) -> Vec<ReadResult> {
    let mut results = Vec::new();
    let mut record: Vec<Line> = Vec::new();
    for line in file.trim_start_matches('\u{feff}').split(['\n', '\r']) {
        let Some((tag, value)) = split_tag(line) else {
            // A line without a tag continues the value before it.
            let rest = line.trim();
            if let Some(last) = record.last_mut().filter(|_| !rest.is_empty()) {
                last.1.push(' ');
                last.1.push_str(rest);
            }
            continue;
        };
        if matches!(tag, "TY" | "ER") && !record.is_empty() {
            results.push(read(&record));
            record.clear();
        }
        if tag != "ER" {
            record.push((tag.to_owned(), value.trim().to_owned()));
        }
    }
    if !record.is_empty() {
        results.push(read(&record));
    }
    results
}

/// `TAG  - value`; programs differ in the number of spaces.
pub(super) fn split_tag(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '\u{feff}']);
    let (tag, rest) = line.split_at_checked(2)?;
    let mut letters = tag.chars();
    let is_tag = letters.next()?.is_ascii_uppercase()
        && letters.next().is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let value = rest.trim_start_matches([' ', '\t']).strip_prefix('-')?;
    let spaced = rest.starts_with([' ', '\t']) && (value.is_empty() || value.starts_with([' ', '\t']));
    (is_tag && spaced).then_some((tag, value))
}

fn read(lines: &[Line]) -> ReadResult {
    let word = lines.iter().find(|line| line.0 == "TY").map_or("", |line| line.1.as_str());
    let known = item_type(word);
    let mut result = ReadResult::new(known.unwrap_or(ItemType::Document));
    if known.is_none() {
        let message = format!("“{word}” is no reference type that is known; it was taken for a document.");
        result.warnings.push(Warning::new("type", message));
    }
    let context = Context::default();
    let mut record = RecordReader {
        item: &mut result.item,
        reference_type: word,
        names: Vec::new(),
        keywords: Vec::new(),
        issued: Date::default(),
        older_date: "",
        first_page: "",
        last_page: "",
        free_number: "",
        is_article: matches!(word, "JOUR" | "EJOUR" | "ABST" | "INPR" | "MGZN" | "NEWS"),
        natural: has_natural_names(lines, &context),
        context: &context,
    };
    for (tag, value) in lines.iter().filter(|line| !line.1.is_empty()) {
        record.line(tag, value);
    }
    record.finish();
    result
}

/// The state while a record is read: the item, and what several lines together have the value of.
struct RecordReader<'a> {
    item: &'a mut Item,
    reference_type: &'a str,
    names: Vec<(Variable, Vec<Name>)>,
    keywords: Vec<&'a str>,
    issued: Date,
    older_date: &'a str,
    first_page: &'a str,
    last_page: &'a str,
    free_number: &'a str,
    /// Whether it is an article, whose number takes the place of pages.
    is_article: bool,
    /// Whether the names of persons have no commas between given and family name.
    natural: bool,
    context: &'a Context<'static>,
}

impl<'a> RecordReader<'a> {
    fn line(&mut self, tag: &str, value: &'a str) {
        let Some((_, variable)) = FIELDS.iter().chain(READ_FIELDS).find(|row| row.0 == tag) else {
            if tag == "EP" {
                self.last_page = value;
            }
            return;
        };
        match (variable.kind(), *variable) {
            (VariableKind::Names, variable) => self.name(variable, self.read_name(value)),
            // What is no number stands in this free field too.
            (_, Variable::Number) if tag == "M1" && self.is_article => self.free_number = value,
            // `Y1` is the older tag.
            (_, Variable::Issued) if tag == "Y1" => self.older_date = value,
            (_, Variable::Issued) => self.issued(value),
            (VariableKind::Date, variable) => self.item.set(variable, date(value)),
            (_, Variable::Keyword) => self.keywords.push(value),
            (_, Variable::Isbn | Variable::Issn) => self.serial_number(value),
            (_, Variable::Page) => self.first_page = value,
            (_, Variable::Doi) => self.fill(Variable::Doi, bare_doi(value)),
            (_, Variable::Genre | Variable::Note)
                if value.starts_with("10.") || value.starts_with("doi:") =>
            {
                self.fill(Variable::Doi, bare_doi(value));
            }
            (_, Variable::ContainerTitle) => {
                let series =
                    matches!(self.item.item_type, ItemType::Book | ItemType::Report | ItemType::Thesis);
                // The secondary title of a whole book is its series, and BT its own title.
                let own = if tag == "BT" { Variable::Title } else { Variable::CollectionTitle };
                self.fill(if series { own } else { Variable::ContainerTitle }, value);
            }
            (_, variable) => self.fill(variable, value),
        }
    }

    /// Sets a variable that has no value yet.
    fn fill(&mut self, variable: Variable, value: &str) {
        if !self.item.has(variable) {
            self.item.set(variable, value);
        }
    }

    /// A name. Programs that write no commas mean `Given Family`, or `Family AB` as PubMed has it.
    fn read_name(&self, value: &str) -> Name {
        if people::is_others(value) {
            return Name::literal("others");
        }
        if !self.natural || !may_be_person(value, self.context) {
            return name(value, self.context);
        }
        names::split(value, &PageCitation::default(), self.context).name
    }

    fn name(&mut self, variable: Variable, name: Name) {
        match self.names.iter_mut().find(|(known, _)| *known == variable) {
            Some((_, names)) => names.push(name),
            None => self.names.push((variable, vec![name])),
        }
    }

    /// `SN` is an ISSN, an ISBN or a number of a report or patent: by its shape, else by the type.
    fn serial_number(&mut self, value: &str) {
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, 'X' | 'x');
        let digits = value.chars().filter(|c| is_digit(*c)).count();
        let others = value.chars().any(|c| !(is_digit(c) || matches!(c, '-' | ' ' | ',' | '(' | ')')));
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

    /// A date of issue: `PY` may be the year alone, and `DA` the same date in full.
    fn issued(&mut self, value: &str) {
        let found = date(value);
        let precision = |date: &Date| {
            date.start.map_or(0, |start| 1 + u8::from(start.month > 0) + u8::from(start.day > 0))
        };
        let same_year = match (found.start, self.issued.start) {
            (Some(found), Some(known)) => found.year == known.year,
            (_, None) => true,
            (None, Some(_)) => false,
        };
        let finer =
            precision(&found) > precision(&self.issued) || self.issued.is_empty() || !found.season.is_empty();
        if same_year && finer {
            self.issued = found;
        }
    }

    /// Sets what several lines together have the value of.
    fn finish(mut self) {
        for (variable, names) in core::mem::take(&mut self.names) {
            self.item.set(variable, names);
        }
        self.issued(self.older_date);
        self.item.set(Variable::Issued, core::mem::take(&mut self.issued));
        self.item.set(Variable::Keyword, self.keywords.join(", "));
        self.container();
        self.editors();
        self.free_number();
        self.pages();
    }

    /// Some programs write a journal's full title as its short one, or that alone.
    fn container(&mut self) {
        let short = self.item.text(Variable::ContainerTitleShort).unwrap_or_default().to_owned();
        if !short.is_empty() && self.item.text(Variable::ContainerTitle).is_none_or(|long| long == short) {
            self.item.remove(Variable::ContainerTitleShort);
            self.item.set(Variable::ContainerTitle, short);
        }
    }

    /// Programs that have the type for edited books write its editors as authors.
    fn editors(&mut self) {
        if self.reference_type == "EDBOOK" && self.item.names(Variable::Editor).is_empty() {
            let editors = self.item.names(Variable::Author).to_vec();
            self.item.remove(Variable::Author);
            self.item.set(Variable::Editor, editors);
        }
    }

    /// The free field `M1` of an article: its number where it has no pages, a note where it is no number.
    fn free_number(&mut self) {
        let value = self.free_number;
        if value.contains(' ') || !value.contains(|c: char| c.is_ascii_digit()) {
            self.fill(Variable::Note, value);
        } else if self.first_page.is_empty() {
            self.fill(Variable::Number, value);
        }
    }

    fn pages(&mut self) {
        let (first, last) = (self.first_page, self.last_page);
        let complete = last.is_empty() || first == last || first.contains(['-', '–', ',']);
        let journal = matches!(self.reference_type, "JOUR" | "EJOUR" | "MGZN");
        if first.is_empty() {
            self.item.set(Variable::Page, last);
        } else if !complete {
            self.item.set(Variable::Page, format!("{first}-{last}"));
        } else if journal && last.is_empty() && !self.item.has(Variable::Number) {
            page_range::set(self.item, first);
        } else {
            self.item.set(Variable::Page, first);
        }
    }
}

/// Whether a tag has a name.
fn is_name(tag: &str) -> bool {
    let mut rows = FIELDS.iter().chain(READ_FIELDS);
    rows.any(|row| row.0 == tag && row.1.kind() == VariableKind::Names)
}

/// Whether the names of a record have no commas though they are persons': none has one, and several may be a person's or
/// one has an initial. Beside names with commas, and alone, a name without is an organisation's or has one part.
fn has_natural_names(lines: &[Line], context: &Context<'_>) -> bool {
    let names = lines.iter().filter(|line| is_name(&line.0)).map(|line| line.1.as_str());
    let names: Vec<&str> = names.filter(|name| !people::is_others(name)).collect();
    let has_initial = |name: &&str| {
        let initials = |word: &str| {
            let bare = word.trim_end_matches('.');
            bare.chars().all(char::is_uppercase_letter) && bare.chars().count() < 3 && !bare.is_empty()
        };
        name.split(' ').any(initials)
    };
    let persons: Vec<&str> = names.iter().copied().filter(|name| may_be_person(name, context)).collect();
    !names.iter().any(|name| name.contains(',')) && (persons.len() > 1 || persons.iter().any(has_initial))
}

/// Whether a name without a comma may be a person's: two to four words, none of them an organisation's or a conjunction.
fn may_be_person(name: &str, context: &Context<'_>) -> bool {
    let words = name.split_whitespace().count();
    let joined = |word: &str| matches!(word, "&" | "and" | "of" | "for" | "the" | "The" | "und" | "et");
    (2..=4).contains(&words)
        && !names::is_organisation(name, context)
        && !name.split_whitespace().any(joined)
        && !name.contains(|c: char| c.is_ascii_digit())
}

/// `Family, Given, Suffix`; without a comma an organisation, or a name that cannot be split.
fn name(value: &str, context: &Context<'_>) -> Name {
    let mut parts = value.splitn(3, ',').map(str::trim);
    let (family, given) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let suffix = parts.next().unwrap_or_default();
    if given.is_empty() {
        return Name::literal(family);
    }
    if suffix.is_empty() && names::is_organisation(value, context) {
        return Name::literal(value);
    }
    let mut name = Name::person(family, given);
    name.suffix = suffix.to_owned();
    split_particles(&mut name);
    name
}

/// `YYYY/MM/DD/words`, each of which may be missing, else any date; none for the year 0000, which stands for nothing.
fn date(value: &str) -> Date {
    if value.trim_matches(['0', '/', '-', ' ']).is_empty() {
        return Date::default();
    }
    let mut parts = value.splitn(4, '/').map(str::trim);
    let year = parts.next().unwrap_or_default();
    let negative = year.starts_with('-');
    let number = text::parse_u32(year.trim_start_matches('-'))
        .filter(|number| *number > 0 && *number < 10_000 && year.len() > 2);
    let Some(year) = number.and_then(|year| i32::try_from(year).ok()).filter(|_| value.contains('/')) else {
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
    if date.season.is_empty() {
        date.season = date_parse::season_word(Some(start), words).to_owned();
    }
    date.start = Some(start);
    date
}
