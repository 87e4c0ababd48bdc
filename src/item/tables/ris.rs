//! RIS's reference types and fields (Research Information Systems, *RIS Format Specifications*, 2011, as EndNote and
//! Zotero read them).

use crate::vocabulary::{ItemType, Variable};

/// The reference types in the order of [`ItemType`], `GEN` where RIS has none. One string: a pointer for each would be
/// more bytes to load than its name.
const TYPES: &str = "UNPB JOUR MGZN NEWS BILL BOOK VIDEO CHAP CLSWK GEN DATA GEN ENCYC DICT ENCYC GEN FIGURE ART HEAR \
                     PCOMM CASE STAT UNPB MAP MPCT MUSIC PAMP CPAPER PAT GEN JFULL PCOMM BLOG BLOG GEN RPRT JOUR JOUR \
                     COMP SOUND SLIDE STAND THES GEN ELEC";

/// The reference type of an item type.
pub fn reference_type(item_type: ItemType) -> &'static str {
    TYPES.split(' ').nth(item_type.number().into()).unwrap_or("GEN")
}

/// All fields, in the order in which they are written. Names take a line each, and so do keywords; pages become `SP`
/// and `EP`, a date `PY` and `DA`.
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
