//! RIS's reference types and tags (Research Information Systems, *RIS Format Specifications*, 2011, as EndNote and Zotero
//! read them).

use crate::vocabulary::{ItemType, Variable};

/// The reference type of an item type.
pub fn reference_type(item_type: ItemType) -> &'static str {
    TYPES.iter().find(|row| row.0 == item_type).map_or("GEN", |row| row.1)
}

/// The item type of a reference type.
pub fn item_type(reference_type: &str) -> Option<ItemType> {
    let rows = READ_TYPES.iter().chain(TYPES);
    rows.into_iter().find(|row| row.1 == reference_type).map(|row| row.0)
}

/// Reference types that are written. All other item types are `GEN`.
const TYPES: &[(ItemType, &str)] = &[
    (ItemType::Article, "UNPB"),
    (ItemType::ArticleJournal, "JOUR"),
    (ItemType::ArticleMagazine, "MGZN"),
    (ItemType::ArticleNewspaper, "NEWS"),
    (ItemType::Bill, "BILL"),
    (ItemType::Book, "BOOK"),
    (ItemType::Broadcast, "VIDEO"),
    (ItemType::Chapter, "CHAP"),
    (ItemType::Classic, "CLSWK"),
    (ItemType::Dataset, "DATA"),
    (ItemType::Entry, "ENCYC"),
    (ItemType::EntryDictionary, "DICT"),
    (ItemType::EntryEncyclopedia, "ENCYC"),
    (ItemType::Figure, "FIGURE"),
    (ItemType::Graphic, "ART"),
    (ItemType::Hearing, "HEAR"),
    (ItemType::Interview, "PCOMM"),
    (ItemType::LegalCase, "CASE"),
    (ItemType::Legislation, "STAT"),
    (ItemType::Manuscript, "UNPB"),
    (ItemType::Map, "MAP"),
    (ItemType::MotionPicture, "MPCT"),
    (ItemType::MusicalScore, "MUSIC"),
    (ItemType::Pamphlet, "PAMP"),
    (ItemType::PaperConference, "CPAPER"),
    (ItemType::Patent, "PAT"),
    (ItemType::Periodical, "JFULL"),
    (ItemType::PersonalCommunication, "PCOMM"),
    (ItemType::Post, "BLOG"),
    (ItemType::PostWeblog, "BLOG"),
    (ItemType::Report, "RPRT"),
    (ItemType::Review, "JOUR"),
    (ItemType::ReviewBook, "JOUR"),
    (ItemType::Software, "COMP"),
    (ItemType::Song, "SOUND"),
    (ItemType::Speech, "SLIDE"),
    (ItemType::Standard, "STAND"),
    (ItemType::Thesis, "THES"),
    (ItemType::Webpage, "ELEC"),
];

/// Reference types that are only read, and those that several item types share, with the one that they are read as.
const READ_TYPES: &[(ItemType, &str)] = &[
    (ItemType::Document, "GEN"),
    (ItemType::EntryEncyclopedia, "ENCYC"),
    (ItemType::PersonalCommunication, "PCOMM"),
    (ItemType::PostWeblog, "BLOG"),
    (ItemType::ArticleJournal, "ABST"),
    (ItemType::ArticleJournal, "EJOUR"),
    (ItemType::ArticleJournal, "INPR"),
    (ItemType::Article, "UNPB"),
    (ItemType::Book, "EBOOK"),
    (ItemType::Book, "EDBOOK"),
    (ItemType::Book, "CTLG"),
    (ItemType::Book, "SER"),
    (ItemType::Chapter, "ECHAP"),
    (ItemType::PaperConference, "CONF"),
    (ItemType::Webpage, "ICOMM"),
    (ItemType::Webpage, "WEB"),
    (ItemType::Dataset, "DBASE"),
    (ItemType::Dataset, "AGGR"),
    (ItemType::MotionPicture, "ADVS"),
    (ItemType::Report, "GOVDOC"),
    (ItemType::Bill, "UNBILL"),
    (ItemType::Legislation, "LEGAL"),
    (ItemType::Document, "GRANT"),
    (ItemType::Document, "GRNT"),
    (ItemType::Classic, "ANCIENT"),
    (ItemType::Figure, "CHART"),
    (ItemType::Figure, "EQUA"),
    (ItemType::Manuscript, "MANSCPT"),
    (ItemType::Graphic, "MULTI"),
    (ItemType::Speech, "SLIDE"),
    (ItemType::Manuscript, "UNPD"),
];

/// The tags of variables, in the order in which they are written. Each name has a line of its own, and so has each keyword;
/// pages become `SP` and `EP`, a date `PY` and `DA`.
pub const FIELDS: &[(&str, Variable)] = &[
    ("AU", Variable::Author),
    ("A2", Variable::Editor),
    ("A3", Variable::CollectionEditor),
    ("A4", Variable::Translator),
    ("TI", Variable::Title),
    ("ST", Variable::TitleShort),
    ("T2", Variable::ContainerTitle),
    ("JO", Variable::ContainerTitleShort),
    ("T3", Variable::CollectionTitle),
    ("C3", Variable::EventTitle),
    ("ET", Variable::Edition),
    ("VL", Variable::Volume),
    ("IS", Variable::Issue),
    ("M1", Variable::Number),
    ("SP", Variable::Page),
    ("PY", Variable::Issued),
    ("Y2", Variable::Accessed),
    ("PB", Variable::Publisher),
    ("CY", Variable::PublisherPlace),
    ("SN", Variable::Isbn),
    ("SN", Variable::Issn),
    ("M3", Variable::Genre),
    ("DO", Variable::Doi),
    ("UR", Variable::Url),
    ("LA", Variable::Language),
    ("AB", Variable::Abstract),
    ("KW", Variable::Keyword),
    ("N1", Variable::Note),
];

/// Tags that are only read: older ones, and those of single programs.
pub const READ_FIELDS: &[(&str, Variable)] = &[
    ("A1", Variable::Author),
    ("ED", Variable::Editor),
    ("TA", Variable::Translator),
    ("T1", Variable::Title),
    ("CT", Variable::Title),
    ("JF", Variable::ContainerTitle),
    ("BT", Variable::ContainerTitle),
    ("JA", Variable::ContainerTitleShort),
    ("J1", Variable::ContainerTitleShort),
    ("J2", Variable::ContainerTitleShort),
    ("CP", Variable::Issue),
    ("C7", Variable::Number),
    ("NV", Variable::NumberOfVolumes),
    ("SE", Variable::Section),
    ("DA", Variable::Issued),
    ("Y1", Variable::Issued),
    ("RD", Variable::Accessed),
    ("PP", Variable::PublisherPlace),
    ("BN", Variable::Isbn),
    ("DI", Variable::Doi),
    ("LK", Variable::Url),
    ("L2", Variable::Url),
    ("N2", Variable::Abstract),
    ("CN", Variable::CallNumber),
    ("DB", Variable::Source),
    ("OP", Variable::OriginalTitle),
];
