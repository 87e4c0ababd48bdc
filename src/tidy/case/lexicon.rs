//! Names and abbreviations that are known without evidence, compactly.
//!
//! A name stands in the list only if the word means nothing else that a title would write small. What derives from a
//! name regularly (`Nigerian`, `Hegelianism`, `Keynes’s`) needs no entry.

use super::names::{is_name, is_row};
use super::title::{CAPITAL, Word, key, near};
use super::words::stem;
use crate::prelude::*;
use crate::text::{self, WordList, word_list};

/// Words with capitals inside.
const MIXED: WordList<'_> = word_list! {
    "AdaBoost", "AlphaFold", "AstraZeneca", "BioNTech", "cDNA", "CdSe", "CdTe", "cfDNA", "ChatGPT", "circRNA",
    "CoV", "ctDNA", "CubeSat", "DDoS", "DevOps", "dsDNA", "dsRNA", "eDNA", "eHealth", "EuroQol", "fMRI",
    "GaAs", "GaN", "GeV", "GHz", "GitHub", "IgA", "IgE", "IgG", "IgM", "ImageNet", "InGaAs", "InP", "iOS",
    "IoT", "iPad", "iPhone", "iPSC", "JavaScript", "kDa", "keV", "kHz", "LaTeX", "LinkedIn", "lncRNA", "LoRa",
    "LoRaWAN", "MATLAB", "McDonald", "MeV", "mHealth", "MHz", "microRNA", "miRNA", "MoS", "mRNA", "mtDNA",
    "NaCl", "NiO", "NoSQL", "OpenStreetMap", "PageRank", "pH", "PhD", "PlayStation", "PubMed", "PyTorch",
    "QoE", "QoS", "qPCR", "ResNet", "rRNA", "rTMS", "SaaS", "SciELO", "SiC", "siRNA", "ssDNA", "tDCS",
    "TensorFlow", "TeV", "TikTok", "TiO", "tRNA", "VoIP", "WeChat", "WhatsApp", "WiFi", "WordNet", "XGBoost",
    "YouTube", "ZnO",
};

/// Words that are small in Title Case or at least never names.
const FUNCTION: WordList<'_> = word_list! {
    "a", "an", "the", "and", "or", "but", "nor", "so", "yet", "as", "at", "by", "for", "from", "in", "into",
    "of", "off", "on", "onto", "out", "over", "per", "than", "to", "up", "upon", "via", "with", "about",
    "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath",
    "beside", "between", "beyond", "during", "except", "inside", "near", "since", "through", "throughout",
    "till", "toward", "towards", "under", "until", "within", "without", "versus", "vs", "if", "is", "are",
    "was", "were", "be", "been", "am", "do", "does", "did", "has", "have", "had", "can", "could", "may",
    "might", "must", "shall", "should", "will", "would", "not", "no", "it", "its", "he", "his", "she", "her",
    "they", "their", "them", "we", "our", "i", "you", "your", "this", "that", "these", "those", "who", "whom",
    "whose", "which", "what", "when", "where", "why", "how", "there", "amid", "amongst", "despite",
};

/// Words after which a letter, even an A, is the name of a class.
pub(super) const CLASSES: WordList<'_> = word_list! {
    "vitamin", "hepatitis", "influenza", "type", "group", "class", "part", "phase", "factor", "grade",
    "category",
};

/// Capitals throughout. No abbreviation is longer.
pub(super) const ABBREVIATED: &str = "XXXXXX";

/// The most words of one name in the list.
const LONGEST_NAME: usize = 3;

/// What may follow a name to make another word that has a capital.
const ENDINGS: WordList<'_> = word_list!["n", "an", "ian", "ianism", "ean", "ese", "i", "ic", "ism", "ist"];

/// The shortest name from which others derive, in letters.
const SHORTEST_BASE: usize = 4;

/// Words that are part of a name before and after one of the first kind, and those which are after one of any kind.
const COMPASS: WordList<'_> = word_list! {
    "north", "south", "east", "west", "central", "southeast", "southwest", "northeast", "northwest",
    "northern", "southern", "eastern", "western", "latin",
};
const CONTINENTS: WordList<'_> = word_list! {
    "africa", "african", "africans", "asia", "asian", "asians", "america", "american", "americans", "europe",
    "european", "europeans",
};
const HEADS: WordList<'_> = word_list! {
    "sea", "ocean", "gulf", "peninsula", "islands", "strait", "plateau", "desert", "empire", "parliament",
    "commission",
};
/// Months whose names mean something else too.
const MONTHS: WordList<'_> = word_list!["march", "may"];
const LEADERS: WordList<'_> = word_list!["lake", "mount", "cape", "fort", "port", "saint", "san"];

/// Endings of words that are no names.
const COMMON: WordList<'_> =
    word_list!["ing", "ed", "tion", "sion", "ment", "ness", "ity", "ive", "ical", "ous", "ance", "ence",];

/// Words that make a name of common words before and after them.
const INSTITUTIONS: WordList<'_> = word_list! {
    "act", "agency", "army", "assembly", "association", "bank", "board", "bureau", "center", "centre",
    "college", "commission", "committee", "congress", "constitution", "convention", "council", "court",
    "department", "federation", "force", "foundation", "fund", "institute", "league", "ministry", "office",
    "organisation", "organization", "parliament", "party", "school", "senate", "service", "society", "treaty",
    "tribunal", "union", "university", "declaration", "agreement", "war",
};

/// Whether the ending of a word shows that it is no name.
pub(super) fn is_common(lower: &str) -> bool {
    COMMON.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a row of capitalised words with this one in it is a name.
pub(super) fn makes_a_name(lower: &str) -> bool {
    INSTITUTIONS.contains(lower) || find(lower).is_some()
}

/// Whether a word is never a name.
pub(super) fn is_function_word(lower: &str) -> bool {
    FUNCTION.contains(lower)
}

/// The pattern of a word that is known.
pub(super) fn find(key: &str) -> Option<&'static str> {
    let singular = stem(key);
    let forms = if singular == key { 1 } else { 2 };
    for word in [key, singular].into_iter().take(forms) {
        if let Some(mixed) = MIXED.iter().find(|mixed| mixed.eq_ignore_ascii_case(word)) {
            return Some(mixed);
        }
        if let Some(pattern) = ABBREVIATED.get(..word.len())
            && is_name(&text::to_uppercase(word))
        {
            return Some(pattern);
        }
        if is_name(word) {
            return Some(CAPITAL);
        }
    }
    for ending in ENDINGS.iter() {
        if let Some(name) = singular.strip_suffix(ending)
            && name.len() >= SHORTEST_BASE
            && is_name(name)
        {
            return Some(CAPITAL);
        }
    }
    None
}

/// Whether the word at `at` is part of a name of several words.
pub(super) fn in_phrase(words: &[Word<'_, '_>], at: usize) -> bool {
    let (this, next) = (key(words, at), if near(words, at + 1) { key(words, at + 1) } else { "" });
    let before = if near(words, at) { key(words, at.wrapping_sub(1)) } else { "" };
    let numbered = next.starts_with_any(text::DIGITS);
    let month = numbered || words.get(at).is_some_and(|word| word.token.gap.mark == '-') && is_name(before);
    MONTHS.contains(this) && month
        || COMPASS.contains(this) && CONTINENTS.contains(next)
        || HEADS.contains(this) && is_name(before)
        || LEADERS.contains(this) && is_name(next)
        || words.get(at).is_some_and(|word| word.named)
}

/// Marks the words that make names of several words.
pub(super) fn mark(words: &mut [Word<'_, '_>]) {
    for from in 0..words.len() {
        let mut name = String::new();
        for length in 1..=LONGEST_NAME {
            let last = words.get(from + length - 1).filter(|word| length == 1 || word.token.gap.near);
            let Some(last) = last else { break };
            name.push_str(&last.key);
            if length > 1 && is_row(&name) {
                for word in words.iter_mut().skip(from).take(length) {
                    word.named = !is_function_word(&word.key);
                }
            }
            name.push(' ');
        }
    }
}
