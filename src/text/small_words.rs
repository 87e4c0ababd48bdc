//! What the words of a text show of its language.
//!
//! Articles, prepositions and conjunctions tell languages apart in a few words of a title. Each is listed once, for the
//! language where it is most frequent; what is an English word too is left out.

use super::{
    CharExt, StrExt, WordList, before_any, replace, split_any, title_case, to_lowercase,
    trim_non_alphanumeric, word_list,
};

/// Small words of German, in ascending order.
pub const GERMAN: WordList<'_> = word_list! {
    "als", "auf", "aus", "bei", "das", "dem", "den", "der", "die", "durch", "ein", "eine", "einer", "eines", "für",
    "im", "mit", "nach", "oder", "sich", "um", "und", "unter", "vom", "von", "wie", "zeitschrift", "zu", "zum", "zur",
    "zwischen", "über",
};

/// Small words of Turkish, in ascending order.
pub const TURKISH: WordList<'_> =
    word_list!["arasında", "bir", "bu", "dergisi", "göre", "ile", "için", "olarak", "ve", "üzerine",];

/// Small words of other languages with Latin letters, and what their journals are called. In ascending order, for every
/// word of every title is looked up.
const OTHERS: WordList<'_> = word_list! {
    "af", "al", "amb", "ao", "au", "aux", "av", "az", "che", "com", "con", "của", "da", "dalam", "dan", "dans",
    "dari", "das", "de", "dei", "del", "della", "delle", "dengan", "des", "di", "din", "dla", "dos", "du", "e", "een",
    "egy", "el", "em", "en", "entre", "et", "för", "het", "i", "il", "ja", "jurnal", "la", "las", "le", "les", "los",
    "na", "nel", "o", "och", "og", "oleh", "oraz", "os", "ou", "pada", "par", "para", "per", "por", "pour", "pro",
    "på", "revista", "revue", "rivista", "se", "sebagai", "sekä", "sobre", "som", "su", "sur", "terhadap", "til",
    "tra", "u", "um", "uma", "un", "una", "une", "untuk", "v", "van", "voor", "và", "w", "y", "yang", "z", "za", "és",
    "în",
};

/// What stands before an apostrophe and is a small word: `l’état`, `dell’arte`.
const ELIDED: WordList<'_> = word_list!["l", "d", "qu", "dell", "nell", "sull", "all", "dall", "sant"];

/// English small words that Nordic languages have too.
const SHARED: WordList<'_> = word_list!["for", "over", "under", "have"];

/// Endings of words that are English, and seldom a word of another language.
const ENGLISH_ENDINGS: WordList<'_> = word_list![
    "ing", "ings", "ics", "ness", "ship", "ly", "ity", "ies", "ght", "ghts", "th", "ment", "ments", "tion",
    "tions", "ory", "ogy", "phy", "ers",
];

/// So many letters of another alphabet at the beginning of a word are no symbols, as in `α-helical`.
const OTHER_ALPHABET: usize = 3;

/// How much in a text points to English, and to other languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LanguageHints {
    /// Two for each English function word, one for each word that looks English.
    pub english: usize,
    /// Two for each small word of another language, for each word of another alphabet, and for each word with a letter that
    /// English does not have; one for a small word with a capital, as in names.
    pub foreign: usize,
    /// The part of `foreign` that is German.
    pub german: usize,
    /// The part of `foreign` that is Turkish.
    pub turkish: usize,
}

impl LanguageHints {
    /// What a text shows. In a text without small letters capitals show nothing.
    pub fn of(text: &str) -> LanguageHints {
        let mut hints = LanguageHints::default();
        if text.any_char(char::is_lowercase_letter) {
            hints.read(text);
        } else {
            hints.read(&to_lowercase(text));
        }
        hints
    }

    /// Adds what another text shows.
    pub fn read(&mut self, text: &str) {
        let mut first = true;
        for part in split_any(text, " \u{a0}\n\t/") {
            self.word(trim_non_alphanumeric(part), first);
            first = false;
        }
    }

    /// Whether the text is in another language.
    pub fn is_foreign(self) -> bool {
        self.foreign > self.english.max(1)
    }

    fn word(&mut self, word: &str, begins: bool) {
        let key = replace(&to_lowercase(word), "’", "'");
        if SHARED.contains(&key) {
            self.english += 1;
        } else if is_english_only(&key) {
            self.english += 2;
        } else if word.chars().take(OTHER_ALPHABET).filter(|c| is_other_alphabet(*c)).count()
            == OTHER_ALPHABET
        {
            self.foreign += 2;
        } else {
            self.latin(&key, word.begins_with(char::is_uppercase_letter), begins);
        }
    }

    fn latin(&mut self, key: &str, capital: bool, begins: bool) {
        let points = if capital { 1 } else { 2 };
        let part = before_any(key, "'");
        let elided = part.len() < key.len() && is_elided(part);
        // One capital alone may be anything.
        let turkish = TURKISH.contains(key) || key.contains_any("ığ\u{307}");
        if turkish || elided || key.len() + points > 2 && is_small_word(key) {
            self.foreign += points;
            self.german += if GERMAN.contains(key) { points } else { 0 };
            self.turkish += if turkish { points } else { 0 };
        } else if key.any_char(|c| !c.is_ascii() && c.is_letter()) {
            // With a capital it is a name.
            self.foreign += 2 * (points - 1);
        } else if !begins {
            // Where the first word is English, the next may still be a name.
            self.english += usize::from(ENGLISH_ENDINGS.iter().any(|ending| key.ends_with(ending)));
        }
    }
}

/// Whether a word, given in lower case, is a small word of another language than English, or stands before an apostrophe.
pub fn is_small_word(key: &str) -> bool {
    OTHERS.sorted_contains(key)
        || GERMAN.sorted_contains(key)
        || TURKISH.sorted_contains(key)
        || is_elided(key)
}

/// Whether a part of a word before an apostrophe, given in lower case, is a small word: `l’état`, `dell’arte`.
pub fn is_elided(part: &str) -> bool {
    ELIDED.contains(part)
}

/// Whether a character is a letter, and not a Latin one.
fn is_other_alphabet(c: char) -> bool {
    c > '\u{24f}' && !matches!(c, '\u{1e00}'..='\u{1eff}') && c.is_letter()
}

/// Whether a word is frequent in English, and rarely a word of another language.
fn is_english_only(key: &str) -> bool {
    word_list!["of", "on", "to", "by", "at"].contains(key)
        || key.len() > 2 && title_case::is_function_word(key) && !word_list!["per", "was"].contains(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_halved_ascend() {
        for list in [GERMAN, TURKISH, OTHERS] {
            assert!(list.iter().is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn each_language_is_seen_by_its_small_words() {
        let foreign = |title: &str| LanguageHints::of(title).is_foreign();
        assert!(foreign("Revista de la construcción") && foreign("Türk Eğitim Bilimleri ve Toplum"));
        assert!(foreign("Zeitschrift für Physik") && !foreign("Water and its guests: a study of the coast"));
        let hints = LanguageHints::of("Geschichte der Mathematik und der Logik");
        assert_eq!((hints.german, hints.turkish), (6, 0));
    }
}
