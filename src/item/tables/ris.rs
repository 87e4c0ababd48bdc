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

/// Reference types that are read beside those that are written, and such as several item types have, by item type.
#[cfg(feature = "full")]
pub const OTHER_TYPES: &str = "GEN=document|ENCYC=entry-encyclopedia|PCOMM=personal_communication|BLOG=post-weblog|\
    ABST=article-journal|EJOUR=article-journal|INPR=article-journal|UNPB=article|EBOOK=book|EDBOOK=book|CTLG=book|\
    SER=book|ECHAP=chapter|CONF=paper-conference|ICOMM=webpage|WEB=webpage|DBASE=dataset|AGGR=dataset|\
    ADVS=motion_picture|GOVDOC=report|UNBILL=bill|LEGAL=legislation|GRANT=document|GRNT=document|ANCIENT=classic|\
    CHART=figure|EQUA=figure|MANSCPT=manuscript|MULTI=graphic|SLIDE=speech|UNPD=manuscript";

/// The item type of a reference type.
#[cfg(feature = "full")]
pub fn item_type(reference_type: &str) -> Option<ItemType> {
    let other = crate::text::table_get(OTHER_TYPES, reference_type).and_then(ItemType::from_word);
    other.or_else(|| {
        let at = TYPES.split(' ').position(|known| known == reference_type)?;
        ItemType::ALL.get(at).copied()
    })
}

/// Tags that are read beside those of [`FIELDS`]: older ones, and those of programs that have their own.
#[cfg(feature = "full")]
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
