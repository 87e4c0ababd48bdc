//! BibTeX's entry types and fields (Patashnik, *BibTeXing*, 1988, sections 3.1 and 3.2, and the fields that all
//! styles since know: `doi`, `url`, `isbn`, `issn`).

use crate::vocabulary::{ItemType, Variable, vocabulary};

vocabulary! {
    /// The entry types that are written.
    Entry {
        Article = "article", Book = "book", Incollection = "incollection", Inproceedings = "inproceedings",
        Techreport = "techreport", Phdthesis = "phdthesis", Mastersthesis = "mastersthesis", Misc = "misc",
    }
}

/// The entry type of an item type; a table's first hit counts, and all other types are `misc`. Read from right to
/// left it gives the item type of an entry.
pub const ENTRIES: &[(ItemType, Entry)] = &[
    (ItemType::ArticleJournal, Entry::Article),
    (ItemType::ArticleMagazine, Entry::Article),
    (ItemType::ArticleNewspaper, Entry::Article),
    (ItemType::Review, Entry::Article),
    (ItemType::ReviewBook, Entry::Article),
    (ItemType::Book, Entry::Book),
    (ItemType::Classic, Entry::Book),
    (ItemType::Chapter, Entry::Incollection),
    (ItemType::Entry, Entry::Incollection),
    (ItemType::EntryDictionary, Entry::Incollection),
    (ItemType::EntryEncyclopedia, Entry::Incollection),
    (ItemType::PaperConference, Entry::Inproceedings),
    (ItemType::Report, Entry::Techreport),
    (ItemType::Thesis, Entry::Phdthesis),
];

/// How a field's value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Names joined with ` and `.
    Names,
    /// Text whose capitals are put in braces where a style could lose them.
    Title,
    /// Text.
    Text,
    /// Page numbers, ranges with `--`.
    Pages,
    /// An ordinal: `2nd`.
    Edition,
    /// A DOI without prefix, as it is.
    Doi,
    /// Characters as they are, for programs.
    Verbatim,
}

/// A field and the variable it holds.
pub struct Field {
    /// BibTeX's name.
    pub name: &'static str,
    /// CSL's.
    pub variable: Variable,
    /// The entry types that have it, as a sum of the constants below.
    pub entries: u8,
    /// How the value is written.
    pub shape: Shape,
}

const ARTICLE: u8 = 1 << Entry::Article as u8;
const BOOK: u8 = 1 << Entry::Book as u8;
const PART: u8 = 1 << Entry::Incollection as u8 | 1 << Entry::Inproceedings as u8;
const REPORT: u8 = 1 << Entry::Techreport as u8;
const THESIS: u8 = 1 << Entry::Phdthesis as u8 | 1 << Entry::Mastersthesis as u8;
const MISC: u8 = 1 << Entry::Misc as u8;
const ALL: u8 = u8::MAX;

impl Field {
    const fn new(name: &'static str, variable: Variable, entries: u8, shape: Shape) -> Field {
        Field { name, variable, entries, shape }
    }

    /// Whether entries of this type have the field.
    pub fn belongs_to(&self, entry: Entry) -> bool {
        self.entries & (1 << entry.number()) != 0
    }
}

/// All fields that hold one variable each, in the order in which they are written. Dates, notes and the two numbers
/// of a series take more than a table and are written by hand.
pub const FIELDS: &[Field] = &[
    Field::new("author", Variable::Author, ALL, Shape::Names),
    Field::new("title", Variable::Title, ALL, Shape::Title),
    Field::new("journal", Variable::ContainerTitle, ARTICLE, Shape::Text),
    Field::new("booktitle", Variable::ContainerTitle, PART, Shape::Title),
    Field::new("booktitle", Variable::EventTitle, PART, Shape::Title),
    Field::new("editor", Variable::Editor, ALL, Shape::Names),
    Field::new("edition", Variable::Edition, ALL, Shape::Edition),
    Field::new("series", Variable::CollectionTitle, ALL, Shape::Text),
    Field::new("volume", Variable::Volume, ALL, Shape::Text),
    Field::new("number", Variable::Issue, ARTICLE, Shape::Text),
    Field::new("number", Variable::Number, REPORT | MISC, Shape::Text),
    Field::new("chapter", Variable::ChapterNumber, BOOK | PART, Shape::Text),
    Field::new("pages", Variable::Page, ALL, Shape::Pages),
    Field::new("pages", Variable::Number, ARTICLE, Shape::Pages),
    Field::new("type", Variable::Genre, REPORT | THESIS, Shape::Text),
    Field::new("howpublished", Variable::ContainerTitle, MISC, Shape::Text),
    Field::new("publisher", Variable::Publisher, BOOK | PART | MISC, Shape::Text),
    Field::new("institution", Variable::Publisher, REPORT, Shape::Text),
    Field::new("school", Variable::Publisher, THESIS, Shape::Text),
    Field::new("address", Variable::PublisherPlace, BOOK | PART | REPORT | THESIS | MISC, Shape::Text),
    Field::new("address", Variable::EventPlace, PART, Shape::Text),
    Field::new("isbn", Variable::Isbn, BOOK | PART | REPORT | MISC, Shape::Verbatim),
    Field::new("issn", Variable::Issn, ARTICLE, Shape::Verbatim),
    Field::new("doi", Variable::Doi, ALL, Shape::Doi),
    Field::new("url", Variable::Url, ALL, Shape::Verbatim),
];

/// The macros of the months, January first.
pub const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
