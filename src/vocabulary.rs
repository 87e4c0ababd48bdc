//! The vocabulary of CSL 1.0.2 as enums.
//!
//! The words are those of the specification and its schema (`csl-types.rnc`, `csl-variables.rnc`, `csl-terms.rnc`). Each
//! spelling appears here and nowhere else in the program. A word's position is its number in compiled packs, so new words
//! go at the end of a list and change [`crate::csl::program::wire::VERSION`]; then `cargo xtask styles` writes the crate's
//! own pack anew. A new variable goes at the end of its kind instead, for [`Variable::kind`] goes by position.

use crate::text::WordList;

/// Declares an enum whose variants have a standard spelling and a stable number.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)] // The word beside each variant is its documentation.
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// All words, in the order of their numbers.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The spellings, in the order of their numbers.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
            /// The spellings once more, as a page searches them.
            const LIST: $crate::text::WordList<'static> = $crate::text::word_list![$($word),+];

            /// The specification's spelling.
            pub fn word(self) -> &'static str {
                Self::LIST.get(self as usize)
            }

            /// The variant spelled `word`, if CSL has it.
            pub fn from_word(word: &str) -> Option<$name> {
                let position = $crate::vocabulary::position(Self::WORDS, Self::LIST, word)?;
                Self::from_number(u8::try_from(position).ok()?)
            }

            /// The number used in packs.
            pub fn number(self) -> u8 {
                self as u8
            }

            /// The variant with this number, if there is one.
            pub fn from_number(number: u8) -> Option<$name> {
                // The compiler makes a comparison and a copy of this, without a table.
                $(if number == $name::$variant as u8 {
                    return Some($name::$variant);
                })+
                None
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit_variant(stringify!($name), *self as u32, self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let word = <alloc::string::String as serde::Deserialize>::deserialize(deserializer)?;
                let unknown = || serde::de::Error::unknown_variant(&word, $name::WORDS);
                $name::from_word(&word).ok_or_else(unknown)
            }
        }
    };
}
pub(crate) use vocabulary;

/// The index of a word in a vocabulary. A program that reads a thousand records looks up ten thousand words, and a slice
/// is searched ten times faster than a text.
#[cfg(feature = "full")]
pub(crate) fn position(words: &[&str], _list: WordList<'_>, word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

/// The index of a word in a vocabulary. A page reads one record, and its engine does without the slice.
#[cfg(not(feature = "full"))]
pub(crate) fn position(_words: &[&str], list: WordList<'_>, word: &str) -> Option<usize> {
    list.position(word)
}

vocabulary! {
    /// Item types (specification, appendix III).
    ItemType {
        Article = "article", ArticleJournal = "article-journal", ArticleMagazine = "article-magazine",
        ArticleNewspaper = "article-newspaper", Bill = "bill", Book = "book", Broadcast = "broadcast",
        Chapter = "chapter", Classic = "classic", Collection = "collection", Dataset = "dataset",
        Document = "document", Entry = "entry", EntryDictionary = "entry-dictionary",
        EntryEncyclopedia = "entry-encyclopedia", Event = "event", Figure = "figure", Graphic = "graphic",
        Hearing = "hearing", Interview = "interview", LegalCase = "legal_case", Legislation = "legislation",
        Manuscript = "manuscript", Map = "map", MotionPicture = "motion_picture", MusicalScore = "musical_score",
        Pamphlet = "pamphlet", PaperConference = "paper-conference", Patent = "patent",
        Performance = "performance", Periodical = "periodical",
        PersonalCommunication = "personal_communication", Post = "post", PostWeblog = "post-weblog",
        Regulation = "regulation", Report = "report", Review = "review", ReviewBook = "review-book",
        Software = "software", Song = "song", Speech = "speech", Standard = "standard", Thesis = "thesis",
        Treaty = "treaty", Webpage = "webpage",
    }
}

vocabulary! {
    /// Variables (specification, appendix IV): standard, number, date and name variables in one list, so that an
    /// item is one sorted list of fields and a condition may test any of them.
    Variable {
        // Standard variables.
        Abstract = "abstract", Annote = "annote", Archive = "archive", ArchiveCollection = "archive_collection",
        ArchiveLocation = "archive_location", ArchivePlace = "archive-place", Authority = "authority",
        CallNumber = "call-number", CitationKey = "citation-key", CitationLabel = "citation-label",
        CollectionTitle = "collection-title", ContainerTitle = "container-title",
        ContainerTitleShort = "container-title-short", Dimensions = "dimensions", Division = "division",
        Doi = "DOI", Event = "event", EventTitle = "event-title", EventPlace = "event-place", Genre = "genre",
        Isbn = "ISBN", Issn = "ISSN", Jurisdiction = "jurisdiction", Keyword = "keyword",
        Language = "language", License = "license", Medium = "medium", Note = "note",
        OriginalPublisher = "original-publisher", OriginalPublisherPlace = "original-publisher-place",
        OriginalTitle = "original-title", PartTitle = "part-title", Pmcid = "PMCID", Pmid = "PMID",
        Publisher = "publisher", PublisherPlace = "publisher-place", References = "references",
        ReviewedGenre = "reviewed-genre", ReviewedTitle = "reviewed-title", Scale = "scale",
        Source = "source", Status = "status", Title = "title", TitleShort = "title-short", Url = "URL",
        VolumeTitle = "volume-title", YearSuffix = "year-suffix",
        // Number variables.
        ChapterNumber = "chapter-number", CitationNumber = "citation-number",
        CollectionNumber = "collection-number", Edition = "edition",
        FirstReferenceNoteNumber = "first-reference-note-number", Issue = "issue", Locator = "locator",
        Number = "number", NumberOfPages = "number-of-pages", NumberOfVolumes = "number-of-volumes",
        Page = "page", PageFirst = "page-first", PartNumber = "part-number",
        PrintingNumber = "printing-number", Section = "section", SupplementNumber = "supplement-number",
        Version = "version", Volume = "volume",
        // Date variables.
        Accessed = "accessed", AvailableDate = "available-date", EventDate = "event-date", Issued = "issued",
        OriginalDate = "original-date", Submitted = "submitted",
        // Name variables.
        Author = "author", Chair = "chair", CollectionEditor = "collection-editor", Compiler = "compiler",
        Composer = "composer", ContainerAuthor = "container-author", Contributor = "contributor",
        Curator = "curator", Director = "director", Editor = "editor",
        EditorTranslator = "editor-translator", EditorialDirector = "editorial-director",
        ExecutiveProducer = "executive-producer", Guest = "guest", Host = "host",
        Illustrator = "illustrator", Interviewer = "interviewer", Narrator = "narrator",
        Organizer = "organizer", OriginalAuthor = "original-author", Performer = "performer",
        Producer = "producer", Recipient = "recipient", ReviewedAuthor = "reviewed-author",
        ScriptWriter = "script-writer", SeriesCreator = "series-creator", Translator = "translator",
    }
}

/// What values a variable takes (specification, appendix IV).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariableKind {
    /// Plain or lightly marked-up text.
    Standard,
    /// Text that may hold numbers: `3`, `2nd`, `12–15`, `S1 & S3`.
    Number,
    /// A date, a range of dates, or a literal.
    Date,
    /// A list of names.
    Names,
}

impl Variable {
    /// What values this variable takes, by its place in the list.
    pub fn kind(self) -> VariableKind {
        if self < Variable::ChapterNumber {
            VariableKind::Standard
        } else if self < Variable::Accessed {
            VariableKind::Number
        } else if self < Variable::Author {
            VariableKind::Date
        } else {
            VariableKind::Names
        }
    }
}

vocabulary! {
    /// Locator types (specification, "Locators"). `sub verbo` of CSL 1.0.1 is read as `sub-verbo`.
    Locator {
        Act = "act", Appendix = "appendix", ArticleLocator = "article-locator", Book = "book", Canon = "canon",
        Chapter = "chapter", Column = "column", Elocation = "elocation", Equation = "equation",
        Figure = "figure", Folio = "folio", Issue = "issue", Line = "line", Note = "note", Opus = "opus",
        Page = "page", Paragraph = "paragraph", Part = "part", Rule = "rule", Scene = "scene",
        Section = "section", SubVerbo = "sub-verbo", Supplement = "supplement", Table = "table",
        Timestamp = "timestamp", TitleLocator = "title-locator", Verse = "verse", Volume = "volume",
    }
}

vocabulary! {
    /// The form of a term (specification, "Terms").
    TermForm {
        Long = "long", Short = "short", Verb = "verb", VerbShort = "verb-short", Symbol = "symbol",
    }
}

vocabulary! {
    /// Grammatical gender of a noun, or the gender that an ordinal agrees with.
    Gender { Masculine = "masculine", Feminine = "feminine", Neuter = "neuter" }
}

/// A term of a locale, by number.
///
/// Numbers below [`Term::KNOWN`] are the terms of the specification (appendix II) in the order of
/// [`Term::WORDS`]; a style that defines a term of its own makes the compiler give it a number from there on,
/// valid inside that style's pack only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u16);

macro_rules! terms {
    ($($name:ident = $word:literal),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        enum TermIndex { $($name),+ }

        #[allow(non_upper_case_globals, missing_docs)] // The word beside each constant is its documentation.
        impl Term { $(pub const $name: Term = Term(TermIndex::$name as u16);)+

            /// The specification's terms, in the order of their numbers.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
        }
    };
}

terms! {
    Accessed = "accessed", Act = "act", Ad = "ad", AdvanceOnlinePublication = "advance-online-publication",
    Album = "album", And = "and", AndOthers = "and others", Anonymous = "anonymous", Appendix = "appendix",
    Article = "article", ArticleJournal = "article-journal", ArticleLocator = "article-locator",
    ArticleMagazine = "article-magazine", ArticleNewspaper = "article-newspaper", At = "at",
    AudioRecording = "audio-recording", Author = "author", AvailableAt = "available at", Bc = "bc",
    Bce = "bce", Bill = "bill", Book = "book", Broadcast = "broadcast", By = "by", Canon = "canon", Ce = "ce",
    Chair = "chair", Chapter = "chapter", ChapterNumber = "chapter-number", Circa = "circa",
    CitationNumber = "citation-number", Cited = "cited", Classic = "classic",
    CloseInnerQuote = "close-inner-quote", CloseQuote = "close-quote", Collection = "collection",
    CollectionEditor = "collection-editor", CollectionNumber = "collection-number", Colon = "colon",
    Column = "column", Comma = "comma", Compiler = "compiler", Composer = "composer",
    ContainerAuthor = "container-author", Contributor = "contributor", Curator = "curator",
    Dataset = "dataset", Director = "director", Document = "document", Edition = "edition",
    Editor = "editor", EditorTranslator = "editor-translator", EditorialDirector = "editorial-director",
    Editortranslator = "editortranslator", Elocation = "elocation", Entry = "entry",
    EntryDictionary = "entry-dictionary", EntryEncyclopedia = "entry-encyclopedia", Equation = "equation",
    EtAl = "et-al", Event = "event", ExecutiveProducer = "executive-producer", Figure = "figure",
    Film = "film", FirstReferenceNoteNumber = "first-reference-note-number", Folio = "folio",
    Forthcoming = "forthcoming", From = "from", Graphic = "graphic", Guest = "guest", Hearing = "hearing",
    Henceforth = "henceforth", Host = "host", Ibid = "ibid", Illustrator = "illustrator", In = "in",
    InPress = "in press", Internet = "internet", Interview = "interview", Interviewer = "interviewer",
    Issue = "issue", LegalCase = "legal_case", Legislation = "legislation", Letter = "letter",
    Line = "line", LocCit = "loc-cit",
    LongOrdinal01 = "long-ordinal-01", LongOrdinal02 = "long-ordinal-02", LongOrdinal03 = "long-ordinal-03",
    LongOrdinal04 = "long-ordinal-04", LongOrdinal05 = "long-ordinal-05", LongOrdinal06 = "long-ordinal-06",
    LongOrdinal07 = "long-ordinal-07", LongOrdinal08 = "long-ordinal-08", LongOrdinal09 = "long-ordinal-09",
    LongOrdinal10 = "long-ordinal-10",
    Manuscript = "manuscript", Map = "map",
    Month01 = "month-01", Month02 = "month-02", Month03 = "month-03", Month04 = "month-04",
    Month05 = "month-05", Month06 = "month-06", Month07 = "month-07", Month08 = "month-08",
    Month09 = "month-09", Month10 = "month-10", Month11 = "month-11", Month12 = "month-12",
    MotionPicture = "motion_picture", MusicalScore = "musical_score", Narrator = "narrator",
    NoDate = "no date", NoPlace = "no-place", NoPublisher = "no-publisher", Note = "note",
    Number = "number", NumberOfPages = "number-of-pages", NumberOfVolumes = "number-of-volumes", On = "on",
    Online = "online", OpCit = "op-cit", OpenInnerQuote = "open-inner-quote", OpenQuote = "open-quote",
    Opus = "opus", Ordinal = "ordinal",
    Organizer = "organizer", OriginalAuthor = "original-author",
    OriginalWorkPublished = "original-work-published", Page = "page", PageFirst = "page-first",
    PageRangeDelimiter = "page-range-delimiter", Pamphlet = "pamphlet",
    PaperConference = "paper-conference", Paragraph = "paragraph", Part = "part", PartNumber = "part-number",
    Patent = "patent", Performance = "performance", Performer = "performer", Periodical = "periodical",
    PersonalCommunication = "personal-communication", PersonalCommunicationType = "personal_communication",
    Podcast = "podcast", PodcastEpisode = "podcast-episode", Post = "post", PostWeblog = "post-weblog",
    Preprint = "preprint", PresentedAt = "presented at", Printing = "printing",
    PrintingNumber = "printing-number", Producer = "producer", RadioBroadcast = "radio-broadcast",
    RadioSeries = "radio-series", RadioSeriesEpisode = "radio-series-episode", Recipient = "recipient",
    Reference = "reference", Regulation = "regulation", Report = "report", Retrieved = "retrieved",
    Review = "review", ReviewBook = "review-book", ReviewOf = "review-of",
    ReviewedAuthor = "reviewed-author", Rule = "rule", Scale = "scale", Scene = "scene",
    ScriptWriter = "script-writer", Season01 = "season-01", Season02 = "season-02",
    Season03 = "season-03", Season04 = "season-04", Section = "section", Semicolon = "semicolon",
    SeriesCreator = "series-creator", Software = "software", Song = "song",
    SpecialIssue = "special-issue", SpecialSection = "special-section", Speech = "speech",
    Standard = "standard", SubVerbo = "sub-verbo", Supplement = "supplement",
    SupplementNumber = "supplement-number", Table = "table",
    TelevisionBroadcast = "television-broadcast", TelevisionSeries = "television-series",
    TelevisionSeriesEpisode = "television-series-episode", Thesis = "thesis", Timestamp = "timestamp",
    TitleLocator = "title-locator", Translator = "translator", Treaty = "treaty", Verse = "verse",
    Version = "version", Video = "video", Volume = "volume", Webpage = "webpage",
    WorkingPaper = "working-paper",
}

impl Term {
    /// The first number that a style's own terms may have.
    pub const KNOWN: u16 = 1024;
    /// The number of `ordinal-00`; `ordinal-01` … `ordinal-99` follow it.
    pub const ORDINAL_00: Term = Term(512);

    /// The term `ordinal-NN`, for `nn` from 0 to 99.
    pub fn ordinal(nn: u8) -> Term {
        Term(Term::ORDINAL_00.0 + u16::from(nn.min(99)))
    }

    /// The NN of a term `ordinal-NN`.
    pub fn ordinal_number(self) -> Option<u8> {
        let nn = self.0.checked_sub(Term::ORDINAL_00.0)?;
        u8::try_from(nn).ok().filter(|nn| *nn < 100)
    }

    /// The term of a month (1–12) or of a season (13–16), as dates number them.
    pub fn month(month: u8) -> Option<Term> {
        match month {
            1..=12 => Some(Term(Term::Month01.0 + u16::from(month) - 1)),
            13..=16 => Some(Term(Term::Season01.0 + u16::from(month) - 13)),
            _ => None,
        }
    }

    /// The specification's term spelled `word`; `sub verbo` and other spellings with blanks of CSL 1.0.1 count.
    pub fn from_word(word: &str) -> Option<Term> {
        if let Some(nn) = word.strip_prefix("ordinal-") {
            return (nn.len() == 2)
                .then(|| crate::text::parse_u32(nn))
                .flatten()
                .and_then(|nn| u8::try_from(nn).ok())
                .map(Term::ordinal);
        }
        let at = Term::WORDS.iter().position(|known| *known == word);
        let at = at.or_else(|| Term::WORDS.iter().position(|known| *known == word.replace(' ', "-")));
        at.and_then(|at| u16::try_from(at).ok()).map(Term)
    }

    /// The specification's spelling; `None` for a style's own term and for `ordinal-NN`.
    pub fn word(self) -> Option<&'static str> {
        Term::WORDS.get(usize::from(self.0)).copied()
    }

    /// The term that names a variable: the label of `editor`, of `page`, of `issue`. `None` where the
    /// specification has no such term.
    pub fn of_variable(variable: Variable) -> Option<Term> {
        const TERMS: [u16; Variable::WORDS.len()] = terms_spelled_like(Variable::WORDS);
        TERMS.get(variable as usize).filter(|term| **term < Term::KNOWN).map(|term| Term(*term))
    }

    /// The term that names a locator type.
    pub fn of_locator(locator: Locator) -> Option<Term> {
        const TERMS: [u16; Locator::WORDS.len()] = terms_spelled_like(Locator::WORDS);
        TERMS.get(locator as usize).filter(|term| **term < Term::KNOWN).map(|term| Term(*term))
    }
}

/// The number of the term with each word's spelling, or [`Term::KNOWN`] where there is none; computed by the compiler,
/// so that no page carries the spellings of terms.
#[allow(clippy::indexing_slicing)] // An index out of bounds would be an error of the compiler, not of a page.
const fn terms_spelled_like<const N: usize>(words: &[&str]) -> [u16; N] {
    let mut terms = [Term::KNOWN; N];
    let mut at = 0;
    while at < N {
        let mut term = 0;
        while term < Term::WORDS.len() {
            if same(words[at].as_bytes(), Term::WORDS[term].as_bytes()) {
                terms[at] = term as u16;
            }
            term += 1;
        }
        at += 1;
    }
    terms
}

#[allow(clippy::indexing_slicing)] // As above.
const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    a.len() == b.len() && at == a.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_go_both_ways() {
        for variable in Variable::ALL {
            assert_eq!(Variable::from_word(variable.word()), Some(*variable));
            assert_eq!(Variable::from_number(variable.number()), Some(*variable));
        }
        assert_eq!(ItemType::from_word("article-journal"), Some(ItemType::ArticleJournal));
        assert_eq!(ItemType::from_word("articel"), None);
    }

    #[test]
    fn variables_know_their_kind() {
        assert_eq!(Variable::YearSuffix.kind(), VariableKind::Standard);
        assert_eq!(Variable::Volume.kind(), VariableKind::Number);
        assert_eq!(Variable::Submitted.kind(), VariableKind::Date);
        assert_eq!(Variable::Translator.kind(), VariableKind::Names);
    }

    #[test]
    fn terms_have_words_and_ordinals_have_numbers() {
        assert_eq!(Term::from_word("ordinal-11"), Some(Term::ordinal(11)));
        assert_eq!(Term::ordinal(11).ordinal_number(), Some(11));
        assert_eq!(Term::from_word("et-al"), Some(Term::EtAl));
        assert_eq!(Term::from_word("sub verbo"), Some(Term::SubVerbo));
        assert_eq!(Term::month(14), Some(Term::Season02));
        assert_eq!(Term::of_variable(Variable::Issue), Some(Term::Issue));
    }
}
