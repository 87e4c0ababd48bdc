//! Words whose case is known without evidence.
//!
//! What derives from a name regularly (`Nigerian`, `Hegelianism`, `Keynes’s`) needs no entry in the list of names.

use super::names::{is_given_name, is_name};
use super::words::{Shape, shape, stem};
use crate::text::{self, WordList, word_list};

/// The case of a word, letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern<'e> {
    /// So many capitals, then small letters.
    Capitals(usize),
    /// Capitals where this form of the word has capitals.
    Like(&'e str),
}

impl Pattern<'_> {
    pub(super) const LOWERCASE: Pattern<'static> = Pattern::Capitals(0);
    pub(super) const CAPITALIZED: Pattern<'static> = Pattern::Capitals(1);
    pub(super) const ABBREVIATION: Pattern<'static> = Pattern::Capitals(usize::MAX);
}

/// Words with capitals behind the first letter and small letters.
const MIXED: WordList<'_> = word_list! {
    "cDNA", "ChatGPT", "CoV", "eDNA", "fMRI", "GeV", "GHz", "GitHub", "IgA", "IgE", "IgG", "IgM", "iOS",
    "IoT", "iPad", "iPhone", "JavaScript", "kHz", "LaTeX", "MATLAB", "McDonald", "MeV", "MHz", "microRNA",
    "miRNA", "mRNA", "p38", "p53", "p63", "p73", "pH", "PhD", "PubMed", "PyTorch", "QoS", "qPCR", "rRNA", "SaaS", "siRNA", "TensorFlow",
    "TeV", "TikTok", "tRNA", "VoIP", "WeChat", "WhatsApp", "WiFi", "YouTube", "ZnO",
};

/// Words after which a letter, even an A, is the name of a class.
pub(super) const CLASSES: WordList<'_> = word_list! {
    "vitamin", "hepatitis", "influenza", "type", "group", "class", "part", "phase", "factor", "grade",
    "category",
};

/// Words that have a capital before a number.
pub(super) const NUMBERED: WordList<'_> = word_list! {
    "type", "types", "group", "class", "part", "phase", "grade", "stage", "level", "study", "trial", "table", "figure",
};

/// Common words that make a term of the capitalised words around them.
const TERMS: WordList<'_> = word_list! {
    "system", "network", "model", "machine", "analysis", "language", "data", "twin", "grid", "syndrome",
};

/// The most letters of an abbreviation in the list of names.
pub(super) const LONGEST_ABBREVIATION: usize = 6;

/// Endings that make of a name another word with a capital.
const ENDINGS: WordList<'_> = word_list!["n", "an", "ian", "ianism", "ean", "ese", "i", "ic", "ism", "ist"];

/// The shortest name from which others derive, in letters.
const SHORTEST_BASE: usize = 4;

/// Endings of words that are no names.
const COMMON: WordList<'_> =
    word_list!["ing", "ed", "tion", "sion", "ment", "ness", "ity", "ive", "ical", "ous", "ance", "ence"];

/// Words that make a name of the capitalised common words around them.
const INSTITUTIONS: WordList<'_> = word_list! {
    "act", "agency", "army", "assembly", "association", "bank", "board", "bureau", "center", "centre",
    "college", "commission", "committee", "congress", "constitution", "convention", "council", "court",
    "department", "federation", "force", "foundation", "fund", "institute", "league", "ministry", "office",
    "organisation", "organization", "parliament", "party", "school", "senate", "service", "society", "treaty",
    "tribunal", "union", "university", "declaration", "agreement", "war", "administration", "authority", "academy",
    "hospital", "museum", "library", "church", "corporation", "company", "questionnaire", "inventory", "survey",
};

/// Whether the ending of a word shows that it is no name.
pub(super) fn is_common(lower: &str) -> bool {
    ends_with(lower, COMMON)
}

/// Whether a word has one of these endings.
pub(super) fn ends_with(word: &str, endings: WordList<'_>) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word among capitalised ones shows that they are no name, where there is no name among them either.
pub(super) fn is_common_in_name(lower: &str) -> bool {
    is_common(lower) || TERMS.contains(stem(lower))
}

/// Whether a run of capitalised words that contains this one is a name. `Aids` is none, though `AIDS` is known.
pub(super) fn makes_a_name(word: &str) -> bool {
    let lower = text::to_lowercase(word);
    INSTITUTIONS.contains(&lower)
        || find(&lower).is_some_and(|pattern| pattern == Pattern::CAPITALIZED || shape(word) == Shape::Inner)
}

/// The pattern of a known word; `None` where nothing is known.
pub(super) fn find(key: &str) -> Option<Pattern<'static>> {
    let singular = stem(key);
    let forms = if singular == key { 1 } else { 2 };
    for word in [key, singular].into_iter().take(forms) {
        if let Some(mixed) = MIXED.iter().find(|mixed| mixed.eq_ignore_ascii_case(word)) {
            return Some(Pattern::Like(mixed));
        }
        if word.len() <= LONGEST_ABBREVIATION && is_name(&text::to_uppercase(word)) {
            return Some(Pattern::Capitals(word.len()));
        }
        if is_name(word) {
            return Some(Pattern::CAPITALIZED);
        }
    }
    if is_given_name(key) {
        return Some(Pattern::CAPITALIZED);
    }
    for ending in ENDINGS.iter() {
        if let Some(name) = singular.strip_suffix(ending)
            && name.len() >= SHORTEST_BASE
            // `Nigerian`, but not `eastern`.
            && (ending != "n" || name.ends_with('a'))
            && is_name(name)
        {
            return Some(Pattern::CAPITALIZED);
        }
    }
    None
}

/// Roman numbers of centuries, popes and chapters, but for those that are common words somewhere.
const ROMAN: WordList<'_> = word_list! {
    "v", "x", "ii", "iii", "iv", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi",
};

/// How many letters of a word are a Roman number, also where it is an ordinal: `XVIII`, `Xth`, `XVIIIth`.
pub(super) fn roman(lower: &str) -> Option<usize> {
    let number = text::before_any(lower, "t");
    let ending = text::split_at(lower, number.len()).1;
    (ROMAN.contains(number) && matches!(ending, "" | "th")).then_some(number.len())
}
