//! BibTeX's entry types and fields (Patashnik, *BibTeXing*, 1988, sections 3.1 and 3.2, and the fields of all later
//! styles: `doi`, `url`, `isbn`, `issn`).

use crate::vocabulary::{ItemType, Variable, vocabulary};

vocabulary! {
    /// The entry types that are written.
    EntryType {
        Article = "article", Book = "book", Incollection = "incollection", Inproceedings = "inproceedings",
        Techreport = "techreport", Phdthesis = "phdthesis", Mastersthesis = "mastersthesis", Misc = "misc",
    }
}

/// The entry type of each item type; all others are `misc`. In the other direction the first row of an entry type has its
/// item type.
pub const ENTRIES: &[(ItemType, EntryType)] = &[
    (ItemType::ArticleJournal, EntryType::Article),
    (ItemType::ArticleMagazine, EntryType::Article),
    (ItemType::ArticleNewspaper, EntryType::Article),
    (ItemType::Review, EntryType::Article),
    (ItemType::ReviewBook, EntryType::Article),
    (ItemType::Book, EntryType::Book),
    (ItemType::Classic, EntryType::Book),
    (ItemType::Chapter, EntryType::Incollection),
    (ItemType::Entry, EntryType::Incollection),
    (ItemType::EntryDictionary, EntryType::Incollection),
    (ItemType::EntryEncyclopedia, EntryType::Incollection),
    (ItemType::PaperConference, EntryType::Inproceedings),
    (ItemType::Report, EntryType::Techreport),
    (ItemType::Thesis, EntryType::Phdthesis),
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
    /// Text that other programs split at the word "and", as if it were names.
    List,
    /// Page numbers, ranges with `--`.
    Pages,
    /// An ordinal: `2nd`.
    Edition,
    /// A DOI without prefix, as it is.
    Doi,
    /// Characters as they are, for programs.
    Verbatim,
}

/// A field and its variable.
pub struct Field {
    /// The name in BibTeX.
    pub name: &'static str,
    /// The variable of CSL.
    pub variable: Variable,
    /// The entry types that have it: a union of the bits below.
    pub entries: u8,
    /// How the value is written.
    pub shape: Shape,
}

const ARTICLE: u8 = 1 << EntryType::Article as u8;
const BOOK: u8 = 1 << EntryType::Book as u8;
const PART: u8 = 1 << EntryType::Incollection as u8 | 1 << EntryType::Inproceedings as u8;
const REPORT: u8 = 1 << EntryType::Techreport as u8;
const THESIS: u8 = 1 << EntryType::Phdthesis as u8 | 1 << EntryType::Mastersthesis as u8;
const MISC: u8 = 1 << EntryType::Misc as u8;
const ALL: u8 = u8::MAX;

impl Field {
    const fn new(name: &'static str, variable: Variable, entries: u8, shape: Shape) -> Field {
        Field { name, variable, entries, shape }
    }

    /// Whether entries of this type have the field.
    pub fn belongs_to(&self, entry: EntryType) -> bool {
        self.entries & (1 << entry.number()) != 0
    }
}

/// All fields that have one variable each, in the order in which they are written. Dates, notes and the two numbers of a
/// series depend on several variables and are not in the table.
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
    Field::new("pages", Variable::Number, ARTICLE, Shape::Text),
    Field::new("type", Variable::Genre, REPORT | THESIS, Shape::Text),
    Field::new("howpublished", Variable::ContainerTitle, MISC, Shape::Text),
    Field::new("publisher", Variable::Publisher, BOOK | PART | MISC, Shape::List),
    Field::new("institution", Variable::Publisher, REPORT, Shape::List),
    Field::new("school", Variable::Publisher, THESIS, Shape::List),
    Field::new("address", Variable::PublisherPlace, BOOK | PART | REPORT | THESIS | MISC, Shape::List),
    Field::new("address", Variable::EventPlace, PART, Shape::List),
    Field::new("isbn", Variable::Isbn, BOOK | PART | REPORT | MISC, Shape::Text),
    Field::new("issn", Variable::Issn, ARTICLE, Shape::Text),
    Field::new("doi", Variable::Doi, ALL, Shape::Doi),
    Field::new("url", Variable::Url, ALL, Shape::Verbatim),
];

/// The macros of the months, January first.
pub const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Entry types that are only read: BibTeX's others and biblatex's (Lehman et al., *The
/// biblatex Package*, section 2.1), each with the type whose fields it has and its item type.
#[cfg(feature = "full")]
pub const OTHER_ENTRIES: &[(&str, EntryType, ItemType)] = &[
    ("conference", EntryType::Inproceedings, ItemType::PaperConference),
    ("inbook", EntryType::Incollection, ItemType::Chapter),
    ("bookinbook", EntryType::Incollection, ItemType::Chapter),
    ("suppbook", EntryType::Incollection, ItemType::Chapter),
    ("suppcollection", EntryType::Incollection, ItemType::Chapter),
    ("suppperiodical", EntryType::Article, ItemType::ArticleJournal),
    ("proceedings", EntryType::Book, ItemType::Book),
    ("mvproceedings", EntryType::Book, ItemType::Book),
    ("collection", EntryType::Book, ItemType::Book),
    ("mvcollection", EntryType::Book, ItemType::Book),
    ("mvbook", EntryType::Book, ItemType::Book),
    ("reference", EntryType::Book, ItemType::Book),
    ("mvreference", EntryType::Book, ItemType::Book),
    ("manual", EntryType::Book, ItemType::Book),
    ("booklet", EntryType::Book, ItemType::Pamphlet),
    ("inreference", EntryType::Incollection, ItemType::EntryEncyclopedia),
    ("thesis", EntryType::Phdthesis, ItemType::Thesis),
    ("report", EntryType::Techreport, ItemType::Report),
    ("unpublished", EntryType::Misc, ItemType::Manuscript),
    ("online", EntryType::Misc, ItemType::Webpage),
    ("electronic", EntryType::Misc, ItemType::Webpage),
    ("www", EntryType::Misc, ItemType::Webpage),
    ("dataset", EntryType::Misc, ItemType::Dataset),
    ("software", EntryType::Misc, ItemType::Software),
    ("patent", EntryType::Misc, ItemType::Patent),
    ("periodical", EntryType::Book, ItemType::Periodical),
    ("artwork", EntryType::Misc, ItemType::Graphic),
    ("image", EntryType::Misc, ItemType::Graphic),
    ("audio", EntryType::Misc, ItemType::Song),
    ("music", EntryType::Misc, ItemType::Song),
    ("movie", EntryType::Misc, ItemType::MotionPicture),
    ("video", EntryType::Misc, ItemType::MotionPicture),
    ("letter", EntryType::Misc, ItemType::PersonalCommunication),
    ("review", EntryType::Article, ItemType::Review),
    ("standard", EntryType::Misc, ItemType::Standard),
    ("performance", EntryType::Misc, ItemType::Performance),
    ("jurisdiction", EntryType::Misc, ItemType::LegalCase),
    ("legislation", EntryType::Misc, ItemType::Legislation),
    ("legal", EntryType::Misc, ItemType::Treaty),
    ("preprint", EntryType::Misc, ItemType::Article),
    ("newspaper", EntryType::Article, ItemType::ArticleNewspaper),
    ("presentation", EntryType::Misc, ItemType::Speech),
    ("talk", EntryType::Misc, ItemType::Speech),
    ("misc", EntryType::Misc, ItemType::Document),
];

/// Fields of biblatex and of other programs that mean the same as another field.
#[cfg(feature = "full")]
pub const ALIASES: &[(&str, &str)] = &[
    ("journaltitle", "journal"),
    ("fulljournal", "journal"),
    ("location", "address"),
    ("eid", "articleno"),
    ("article-number", "articleno"),
    ("isbn13", "isbn"),
    ("organisation", "organization"),
    ("link", "url"),
];

/// Fields that are only read, and their variables.
#[cfg(feature = "full")]
pub const READ_FIELDS: &[(&str, Variable, Shape)] = &[
    ("articleno", Variable::Number, Shape::Text),
    ("shortjournal", Variable::ContainerTitleShort, Shape::Text),
    ("journalabbr", Variable::ContainerTitleShort, Shape::Text),
    ("shorttitle", Variable::TitleShort, Shape::Title),
    ("origtitle", Variable::OriginalTitle, Shape::Title),
    ("eventtitle", Variable::EventTitle, Shape::Text),
    ("venue", Variable::EventPlace, Shape::Text),
    ("translator", Variable::Translator, Shape::Names),
    ("bookauthor", Variable::ContainerAuthor, Shape::Names),
    ("holder", Variable::Authority, Shape::Text),
    ("organization", Variable::Publisher, Shape::Text),
    ("volumes", Variable::NumberOfVolumes, Shape::Text),
    ("pagetotal", Variable::NumberOfPages, Shape::Text),
    ("part", Variable::PartNumber, Shape::Text),
    ("version", Variable::Version, Shape::Text),
    ("pubstate", Variable::Status, Shape::Text),
    ("language", Variable::Language, Shape::Text),
    ("langid", Variable::Language, Shape::Text),
    ("library", Variable::CallNumber, Shape::Text),
    ("abstract", Variable::Abstract, Shape::Text),
    ("keywords", Variable::Keyword, Shape::Text),
    ("pmid", Variable::Pmid, Shape::Verbatim),
    ("pmcid", Variable::Pmcid, Shape::Verbatim),
    ("note", Variable::Note, Shape::Text),
];
