//! biblatex's entry types and fields (Lehman et al., *The biblatex Package*, sections 2.1 and 2.2, and the data model of its
//! release 3.18).

use crate::vocabulary::{ItemType, Variable, vocabulary};

vocabulary! {
    /// The entry types that are written. Those from `Artwork` on are printed as `misc` by biblatex's own styles; programs and
    /// other styles use what they say.
    EntryType {
        Article = "article", Book = "book", Collection = "collection", Inbook = "inbook",
        Incollection = "incollection", Inproceedings = "inproceedings", Inreference = "inreference",
        Report = "report", Thesis = "thesis", Online = "online", Dataset = "dataset", Software = "software",
        Misc = "misc", Patent = "patent", Periodical = "periodical", Booklet = "booklet",
        Unpublished = "unpublished", Artwork = "artwork", Audio = "audio", Image = "image",
        Jurisdiction = "jurisdiction", Legal = "legal", Legislation = "legislation", Letter = "letter",
        Movie = "movie", Music = "music", Performance = "performance", Standard = "standard", Video = "video",
    }
}

/// The entry type of each item type; all others are `misc`.
pub const ENTRIES: &[(ItemType, EntryType)] = &[
    (ItemType::Article, EntryType::Online),
    (ItemType::ArticleJournal, EntryType::Article),
    (ItemType::ArticleMagazine, EntryType::Article),
    (ItemType::ArticleNewspaper, EntryType::Article),
    (ItemType::Bill, EntryType::Legislation),
    (ItemType::Book, EntryType::Book),
    (ItemType::Broadcast, EntryType::Video),
    (ItemType::Chapter, EntryType::Incollection),
    (ItemType::Classic, EntryType::Book),
    (ItemType::Dataset, EntryType::Dataset),
    (ItemType::Entry, EntryType::Inreference),
    (ItemType::EntryDictionary, EntryType::Inreference),
    (ItemType::EntryEncyclopedia, EntryType::Inreference),
    (ItemType::Figure, EntryType::Image),
    (ItemType::Graphic, EntryType::Artwork),
    (ItemType::LegalCase, EntryType::Jurisdiction),
    (ItemType::Legislation, EntryType::Legislation),
    (ItemType::Manuscript, EntryType::Unpublished),
    (ItemType::MotionPicture, EntryType::Movie),
    (ItemType::MusicalScore, EntryType::Music),
    (ItemType::Pamphlet, EntryType::Booklet),
    (ItemType::PaperConference, EntryType::Inproceedings),
    (ItemType::Patent, EntryType::Patent),
    (ItemType::Performance, EntryType::Performance),
    (ItemType::Periodical, EntryType::Periodical),
    (ItemType::PersonalCommunication, EntryType::Letter),
    (ItemType::Post, EntryType::Online),
    (ItemType::PostWeblog, EntryType::Online),
    (ItemType::Regulation, EntryType::Legislation),
    (ItemType::Report, EntryType::Report),
    (ItemType::Review, EntryType::Article),
    (ItemType::ReviewBook, EntryType::Article),
    (ItemType::Software, EntryType::Software),
    (ItemType::Song, EntryType::Audio),
    (ItemType::Speech, EntryType::Unpublished),
    (ItemType::Standard, EntryType::Standard),
    (ItemType::Thesis, EntryType::Thesis),
    (ItemType::Treaty, EntryType::Legal),
    (ItemType::Webpage, EntryType::Online),
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
    /// A list joined with ` and `, of which CSL has one: the word is put in braces.
    List,
    /// Page numbers, ranges with `--`.
    Pages,
    /// A whole number, or words.
    Edition,
    /// A date, as ISO 8601-2 writes it.
    Date,
    /// A DOI without prefix, as it is.
    Doi,
    /// Characters as they are, for programs.
    Verbatim,
}

/// A field and its variable.
pub struct Field {
    /// The name in biblatex.
    pub name: &'static str,
    /// The variable of CSL.
    pub variable: Variable,
    /// The entry types that have it: a union of the bits below.
    entries: u32,
    /// How the value is written.
    pub shape: Shape,
}

impl Field {
    const fn new(name: &'static str, variable: Variable, entries: u32, shape: Shape) -> Field {
        Field { name, variable, entries, shape }
    }

    /// Whether entries of this type have the field.
    pub fn belongs_to(&self, entry: EntryType) -> bool {
        self.entries & bit(entry) != 0
    }
}

const fn bit(entry: EntryType) -> u32 {
    1 << entry as u32
}

const ARTICLE: u32 = bit(EntryType::Article);
const BOOK: u32 = bit(EntryType::Book) | bit(EntryType::Collection);
const INBOOK: u32 =
    bit(EntryType::Inbook) | bit(EntryType::Incollection) | bit(EntryType::Inreference) | PAPER;
const PAPER: u32 = bit(EntryType::Inproceedings);
const REPORT: u32 = bit(EntryType::Report);
const THESIS: u32 = bit(EntryType::Thesis);
const ONLINE: u32 = bit(EntryType::Online);
const DATASET: u32 = bit(EntryType::Dataset);
const PATENT: u32 = bit(EntryType::Patent);
const PERIODICAL: u32 = bit(EntryType::Periodical);
const BOOKLET: u32 = bit(EntryType::Booklet);
const UNPUBLISHED: u32 = bit(EntryType::Unpublished);
const SOFTWARE: u32 = bit(EntryType::Software);
const ALL: u32 = u32::MAX;
/// What is printed as `misc` but has a type of its own.
const OTHER: u32 = ALL << EntryType::Artwork as u32;
const MISC: u32 = bit(EntryType::Misc) | OTHER;

/// All fields that have one variable each, in the order in which they are written.
pub const FIELDS: &[Field] = &[
    Field::new("author", Variable::Author, ALL, Shape::Names),
    Field::new("title", Variable::Title, ALL, Shape::Title),
    Field::new("shorttitle", Variable::TitleShort, ALL, Shape::Title),
    Field::new("origtitle", Variable::OriginalTitle, ALL, Shape::Title),
    Field::new("journaltitle", Variable::ContainerTitle, ARTICLE, Shape::Text),
    Field::new("shortjournal", Variable::ContainerTitleShort, ARTICLE, Shape::Text),
    Field::new("booktitle", Variable::ContainerTitle, INBOOK, Shape::Title),
    Field::new("booktitle", Variable::EventTitle, PAPER, Shape::Title),
    Field::new("eventtitle", Variable::EventTitle, PAPER | UNPUBLISHED, Shape::Text),
    Field::new("eventdate", Variable::EventDate, PAPER | UNPUBLISHED, Shape::Date),
    Field::new("venue", Variable::EventPlace, PAPER | UNPUBLISHED, Shape::Text),
    Field::new("bookauthor", Variable::ContainerAuthor, bit(EntryType::Inbook), Shape::Names),
    Field::new("editor", Variable::Editor, ALL & !(REPORT | THESIS | PATENT | UNPUBLISHED), Shape::Names),
    Field::new("translator", Variable::Translator, ARTICLE | BOOK | INBOOK & !PAPER, Shape::Names),
    Field::new("edition", Variable::Edition, BOOK | INBOOK & !PAPER | DATASET, Shape::Edition),
    Field::new(
        "series",
        Variable::CollectionTitle,
        ARTICLE | BOOK | INBOOK | DATASET | PERIODICAL,
        Shape::Text,
    ),
    Field::new("volume", Variable::Volume, ARTICLE | BOOK | INBOOK | PERIODICAL | OTHER, Shape::Text),
    Field::new("volumes", Variable::NumberOfVolumes, BOOK | INBOOK, Shape::Text),
    Field::new("part", Variable::PartNumber, BOOK | INBOOK, Shape::Text),
    Field::new("number", Variable::Issue, ARTICLE | PERIODICAL, Shape::Text),
    Field::new("number", Variable::CollectionNumber, BOOK | INBOOK | DATASET, Shape::Text),
    Field::new("number", Variable::Number, REPORT | PATENT | DATASET | OTHER, Shape::Text),
    Field::new("chapter", Variable::ChapterNumber, BOOK | INBOOK | THESIS | REPORT, Shape::Text),
    Field::new(
        "pages",
        Variable::Page,
        ARTICLE | BOOK | INBOOK | REPORT | THESIS | BOOKLET | OTHER,
        Shape::Pages,
    ),
    Field::new("eid", Variable::Number, ARTICLE, Shape::Text),
    Field::new("pagetotal", Variable::NumberOfPages, BOOK | REPORT | THESIS | BOOKLET, Shape::Text),
    Field::new(
        "version",
        Variable::Version,
        DATASET | SOFTWARE | MISC | ONLINE | REPORT | ARTICLE,
        Shape::Text,
    ),
    Field::new(
        "type",
        Variable::Genre,
        REPORT | THESIS | DATASET | SOFTWARE | MISC | PATENT | BOOKLET | UNPUBLISHED,
        Shape::Text,
    ),
    Field::new("titleaddon", Variable::Genre, ARTICLE | BOOK | INBOOK | ONLINE | PERIODICAL, Shape::Text),
    Field::new(
        "howpublished",
        Variable::ContainerTitle,
        MISC | SOFTWARE | UNPUBLISHED | BOOKLET,
        Shape::Text,
    ),
    Field::new("organization", Variable::ContainerTitle, ONLINE, Shape::List),
    Field::new("organization", Variable::Publisher, ONLINE | MISC | SOFTWARE, Shape::List),
    Field::new("howpublished", Variable::Publisher, UNPUBLISHED | BOOKLET, Shape::Text),
    Field::new("publisher", Variable::Publisher, BOOK | INBOOK | DATASET, Shape::List),
    Field::new("institution", Variable::Publisher, REPORT | THESIS, Shape::List),
    Field::new("holder", Variable::Authority, PATENT, Shape::List),
    Field::new("location", Variable::PublisherPlace, ALL & !(ARTICLE | ONLINE | PERIODICAL), Shape::List),
    Field::new("date", Variable::Issued, ALL, Shape::Date),
    Field::new("origdate", Variable::OriginalDate, ALL, Shape::Date),
    Field::new("pubstate", Variable::Status, ALL, Shape::Text),
    Field::new("isbn", Variable::Isbn, BOOK | INBOOK, Shape::Text),
    Field::new("issn", Variable::Issn, ARTICLE | PERIODICAL, Shape::Text),
    Field::new("doi", Variable::Doi, ALL, Shape::Doi),
    Field::new("url", Variable::Url, ALL, Shape::Verbatim),
    Field::new("urldate", Variable::Accessed, ALL, Shape::Date),
];

/// The tags of languages and babel's names of them. A tag with a country goes before its language.
pub const LANGUAGES: &str = "en-us=american|en-gb=british|en-au=australian|en-ca=canadian|en-nz=newzealand|\
    pt-br=brazilian|nn-no=nynorsk|de-at=naustrian|af=afrikaans|ar=arabic|bg=bulgarian|ca=catalan|cs=czech|cy=welsh|\
    da=danish|de=ngerman|el=greek|en=english|es=spanish|et=estonian|eu=basque|fa=persian|fi=finnish|fr=french|\
    ga=irish|gl=galician|he=hebrew|hi=hindi|hr=croatian|hu=hungarian|id=indonesian|is=icelandic|it=italian|\
    ja=japanese|ko=korean|la=latin|lt=lithuanian|lv=latvian|ms=malay|nb=norsk|nl=dutch|nn=nynorsk|no=norsk|\
    pl=polish|pt=portuguese|ro=romanian|ru=russian|sk=slovak|sl=slovene|sr=serbian|sv=swedish|th=thai|tr=turkish|\
    uk=ukrainian|vi=vietnamese|zh=chinese";
