//! A locale: terms, ordinals, genders, date forms, options (specification, "Locale Files" and "Locale").

use crate::csl::program::{DateForm, DatePart};
use crate::extent::FULL;
use crate::prelude::*;
use crate::text::{before_any, word_list};
use crate::vocabulary::{Gender, Term, TermForm};

/// A compiled locale file, or a `cs:locale` element of a style.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locale {
    /// `xml:lang`; empty for a `cs:locale` that applies to every language.
    pub lang: String,
    /// `punctuation-in-quote`.
    pub punctuation_in_quote: Option<bool>,
    /// `limit-day-ordinals-to-day-1`.
    pub limit_day_ordinals_to_day_1: Option<bool>,
    /// `cs:term`s, sorted by term, form and gender form.
    pub terms: Vec<TermEntry>,
    /// `cs:date`s.
    pub dates: Vec<LocaleDate>,
}

/// One `cs:term`.
#[derive(Clone, Debug, PartialEq)]
pub struct TermEntry {
    /// `name`.
    pub term: Term,
    /// `form`.
    pub form: TermForm,
    /// `gender-form`: the gender with which this form agrees.
    pub gender_form: Option<Gender>,
    /// `gender`: the gender of the noun.
    pub gender: Option<Gender>,
    /// `match` of an ordinal term.
    pub matching: Option<OrdinalMatch>,
    /// `cs:single`, or the term's text.
    pub single: String,
    /// `cs:multiple`, if it differs from `single`.
    pub multiple: Option<String>,
}

crate::vocabulary::vocabulary! {
    /// `match` of an ordinal term: which digits must agree.
    OrdinalMatch { LastDigit = "last-digit", LastTwoDigits = "last-two-digits", WholeNumber = "whole-number" }
}

/// One `cs:date` of a locale.
#[derive(Clone, Debug, PartialEq)]
pub struct LocaleDate {
    /// `form`.
    pub form: DateForm,
    /// `delimiter`.
    pub delimiter: String,
    /// `cs:date-part`s in the order of the locale.
    pub parts: Vec<DatePart>,
}

impl Locale {
    /// The entries of a term in a form.
    fn entries(&self, term: Term, form: TermForm) -> &[TermEntry] {
        let key = (term, form);
        let from = self.terms.partition_point(|entry| (entry.term, entry.form) < key);
        let rest = self.terms.get(from..).unwrap_or(&[]);
        let len = rest.iter().take_while(|entry| (entry.term, entry.form) == key).count();
        rest.get(..len).unwrap_or(&[])
    }

    /// Whether the locale defines the term `ordinal`, the suffix of numbers without an `ordinal-NN` term.
    fn defines_ordinals(&self) -> bool {
        !self.entries(Term::Ordinal, TermForm::Long).is_empty()
    }
}

/// The locales of one language in order of precedence (specification, "Locale Fallback"): those of the style for the
/// dialect, the language, and all languages; then the files for the dialect, the language's main dialect, and American
/// English.
#[derive(Clone, Debug)]
pub struct Lang<'a> {
    chain: Vec<&'a Locale>,
    tag: String,
}

/// The language subtag of a language tag, or the first word of a language's name.
pub fn primary(language: &str) -> &str {
    before_any(language.trim(), "-_ ,")
}

/// Whether a BCP 47 tag, a code of ISO 639-2 or a name is of English, as a text without a language is.
pub fn is_english(language: &str) -> bool {
    let primary = primary(language).to_ascii_lowercase();
    primary.is_empty() || word_list!["en", "eng", "english"].contains(&primary)
}

/// Whether a language has a dotted and a dotless `i`, as Turkish and Azerbaijani have.
pub fn is_dotted(language: &str) -> bool {
    DOTTED && word_list!["az", "tr"].contains(primary(language))
}

/// Whether languages with a dotted and a dotless `i` are known. The budget of a page's engine has no room for them.
pub const DOTTED: bool = FULL;

/// The loaded locale files that may serve the language `tag`: its dialects, and American English.
#[cfg(feature = "full")]
pub(crate) fn serving(files: &[Locale], tag: &str) -> Vec<Locale> {
    let serves = |locale: &&Locale| {
        primary(&locale.lang).eq_ignore_ascii_case(primary(tag)) || locale.lang.eq_ignore_ascii_case("en-US")
    };
    files.iter().filter(serves).cloned().collect()
}

impl<'a> Lang<'a> {
    /// The locales for `tag` among a style's own and the loaded files.
    pub fn new(own: &'a [Locale], files: &'a [Locale], tag: &str) -> Lang<'a> {
        let language = primary(tag);
        let main = main_dialect(files, language);
        let mut chain: Vec<&Locale> = Vec::new();
        for (list, lang) in
            [(own, tag), (own, language), (own, ""), (files, tag), (files, main), (files, "en-US")]
        {
            if let Some(locale) = list.iter().find(|locale| locale.lang.eq_ignore_ascii_case(lang))
                && !chain.iter().any(|known| core::ptr::eq(*known, locale))
            {
                chain.push(locale);
            }
        }
        Lang { chain, tag: tag.to_owned() }
    }

    /// The requested language tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether the language is English, the only one with title case.
    pub fn is_english(&self) -> bool {
        is_english(&self.tag)
    }

    /// The entry of a term, with the fallback of forms: verb-short to verb, symbol to short, all to long. Another form in
    /// the requested language precedes the same form in English.
    pub fn entry(&self, term: Term, form: TermForm, gender: Option<Gender>) -> Option<&'a TermEntry> {
        let (_, own) = self.chain.split_last()?;
        let own = if self.is_english() { &self.chain } else { own };
        Lang::entry_in(own, term, form, gender).or_else(|| Lang::entry_in(&self.chain, term, form, gender))
    }

    fn entry_in(
        chain: &[&'a Locale],
        term: Term,
        form: TermForm,
        gender: Option<Gender>,
    ) -> Option<&'a TermEntry> {
        let mut form = form;
        loop {
            let found = chain.iter().find_map(|locale| {
                let entries = locale.entries(term, form);
                let in_gender = |gender| entries.iter().find(|entry| entry.gender_form == gender);
                in_gender(gender)
                    .or_else(|| in_gender(None))
                    .or_else(|| in_gender(Some(Gender::Feminine)))
                    .or_else(|| entries.first())
            });
            if found.is_some() || form == TermForm::Long {
                return found;
            }
            form = match form {
                TermForm::VerbShort => TermForm::Verb,
                TermForm::Symbol => TermForm::Short,
                _ => TermForm::Long,
            };
        }
    }

    /// The text of a term.
    pub fn term(&self, term: Term, form: TermForm, plural: bool) -> Option<&'a str> {
        let entry = self.entry(term, form, None)?;
        Some(entry.multiple.as_ref().filter(|_| plural).unwrap_or(&entry.single))
    }

    /// The text of a term in its long form, or nothing.
    pub fn word(&self, term: Term) -> &'a str {
        self.term(term, TermForm::Long, false).unwrap_or("")
    }

    /// The symbol form of "and"; an ampersand if the locale has none.
    pub fn and_symbol(&self) -> &'a str {
        let symbol = self.term(Term::And, TermForm::Symbol, false);
        symbol.filter(|symbol| *symbol != self.word(Term::And)).unwrap_or("&")
    }

    /// The gender of a noun.
    pub fn gender(&self, term: Term) -> Option<Gender> {
        self.chain
            .iter()
            .find_map(|locale| locale.entries(term, TermForm::Long).iter().find_map(|e| e.gender))
    }

    /// The ordinal suffix of `number` (specification, "Ordinal Suffixes"). A locale that defines `ordinal` replaces all
    /// ordinal terms of the locales after it; one that defines only others adds to them, as in citeproc-js.
    pub fn ordinal_suffix(&self, number: u32, gender: Option<Gender>) -> &'a str {
        let last = self.chain.iter().position(|locale| locale.defines_ordinals());
        let locales = self.chain.get(..last.map_or(self.chain.len(), |at| at + 1)).unwrap_or_default();
        let entry = gender.and_then(|gender| matching(locales, number, Some(gender)));
        let entry = entry.or_else(|| matching(locales, number, None));
        let plain = |gender: Option<Gender>| {
            let find = |locale: &&'a Locale| {
                let entries = locale.entries(Term::Ordinal, TermForm::Long);
                entries.iter().find(|entry| entry.gender_form == gender)
            };
            locales.iter().find_map(find)
        };
        // Without a neutral form, the feminine form is used, as in citeproc-js.
        let entry = entry.or_else(|| gender.and_then(|gender| plain(Some(gender)))).or_else(|| plain(None));
        let entry = entry.or_else(|| plain(Some(Gender::Feminine)));
        entry.map_or("", |entry| &entry.single)
    }

    /// The word for an ordinal from first to tenth.
    pub fn long_ordinal(&self, number: u32, gender: Option<Gender>) -> Option<&'a str> {
        let offset = u16::try_from(number).ok()?.checked_sub(1).filter(|offset| *offset < 10)?;
        let term = Term(Term::LongOrdinal01.0 + offset);
        self.entry(term, TermForm::Long, gender).map(|entry| entry.single.as_str())
    }

    /// The localised form of a date.
    pub fn date(&self, form: DateForm) -> Option<&'a LocaleDate> {
        self.chain.iter().find_map(|locale| locale.dates.iter().find(|date| date.form == form))
    }

    /// `punctuation-in-quote`; false if no locale states it.
    pub fn punctuation_in_quote(&self) -> bool {
        self.chain.iter().find_map(|locale| locale.punctuation_in_quote).unwrap_or(false)
    }

    /// `limit-day-ordinals-to-day-1`; false if no locale states it.
    pub fn limit_day_ordinals_to_day_1(&self) -> bool {
        self.chain.iter().find_map(|locale| locale.limit_day_ordinals_to_day_1).unwrap_or(false)
    }
}

/// The language of the file for a language without region: the dialect of the country of the same name (`de-DE`),
/// American English or mainland Chinese, or the first one loaded.
fn main_dialect<'a>(files: &'a [Locale], language: &str) -> &'a str {
    let mut main = "";
    for locale in files {
        let lang = locale.lang.as_str();
        if primary(lang) == language {
            let region = lang.get(language.len() + 1..).unwrap_or("");
            if region.eq_ignore_ascii_case(language) || matches!(lang, "en-US" | "zh-CN") {
                return lang;
            }
            if main.is_empty() {
                main = lang;
            }
        }
    }
    main
}

/// The `ordinal-NN` entry for a number: for the whole number, its last two digits, or its last digit.
fn matching<'a>(locales: &[&'a Locale], number: u32, gender: Option<Gender>) -> Option<&'a TermEntry> {
    let ways = [
        (OrdinalMatch::WholeNumber, number, 100),
        (OrdinalMatch::LastTwoDigits, number % 100, 100),
        (OrdinalMatch::LastDigit, number % 10, 10),
    ];
    for (way, digits, below) in ways {
        for locale in locales {
            let entry = matching_ordinal(locale, digits, below, way, gender);
            if entry.is_some() {
                return entry;
            }
        }
    }
    None
}

/// The `ordinal-NN` entry for `digits`, if its `match` is `matching`. Without `match`, a term below ten matches the last
/// digit and any other the last two digits.
fn matching_ordinal(
    locale: &Locale,
    digits: u32,
    below: u32,
    matching: OrdinalMatch,
    gender: Option<Gender>,
) -> Option<&TermEntry> {
    let nn = u8::try_from(digits).ok().filter(|_| digits < below)?;
    locale.entries(Term::ordinal(nn), TermForm::Long).iter().find(|entry| {
        let default = if nn < 10 { OrdinalMatch::LastDigit } else { OrdinalMatch::LastTwoDigits };
        entry.gender_form == gender && entry.matching.unwrap_or(default) == matching
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A locale of ordinal terms: number (`None` for `ordinal`), gender form, match, suffix.
    type Row = (Option<u8>, Option<Gender>, Option<OrdinalMatch>, &'static str);

    fn locale(lang: &str, rows: &[Row]) -> Locale {
        let mut terms: Vec<TermEntry> = Vec::new();
        for (number, gender_form, matching, suffix) in rows {
            terms.push(TermEntry {
                term: number.map_or(Term::Ordinal, Term::ordinal),
                form: TermForm::Long,
                gender_form: *gender_form,
                gender: None,
                matching: *matching,
                single: (*suffix).to_owned(),
                multiple: None,
            });
        }
        terms.sort_by_key(|entry| (entry.term, entry.form, entry.gender_form));
        Locale { lang: lang.to_owned(), terms, ..Locale::default() }
    }

    fn suffix(own: &[Row], file: &[Row], number: u32, gender: Option<Gender>) -> String {
        let (own, files) = ([locale("", own)], [locale("en-US", file)]);
        Lang::new(&own, &files, "en-US").ordinal_suffix(number, gender).to_owned()
    }

    const ENGLISH: [Row; 7] = [
        (None, None, None, "th"),
        (Some(1), None, None, "st"),
        (Some(2), None, None, "nd"),
        (Some(3), None, None, "rd"),
        (Some(11), None, None, "th"),
        (Some(12), None, None, "th"),
        (Some(13), None, None, "th"),
    ];

    /// The example of the specification.
    #[test]
    fn english_ordinals_match_the_last_digits() {
        for (number, expected) in [
            (0, "th"),
            (1, "st"),
            (2, "nd"),
            (3, "rd"),
            (4, "th"),
            (10, "th"),
            (11, "th"),
            (12, "th"),
            (13, "th"),
            (21, "st"),
            (22, "nd"),
            (101, "st"),
            (111, "th"),
            (112, "th"),
            (1002, "nd"),
            (1013, "th"),
        ] {
            assert_eq!(suffix(&[], &ENGLISH, number, None), expected, "{number}");
        }
    }

    #[test]
    fn match_selects_the_digits_compared() {
        use OrdinalMatch::{LastDigit, LastTwoDigits, WholeNumber};
        let own: [Row; 4] = [
            (None, None, None, "o"),
            (Some(1), None, Some(WholeNumber), "w"),
            (Some(2), None, Some(LastTwoDigits), "t"),
            (Some(3), None, Some(LastDigit), "d"),
        ];
        for (number, expected) in [(1, "w"), (21, "o"), (2, "t"), (102, "t"), (22, "o"), (3, "d"), (113, "d")]
        {
            assert_eq!(suffix(&own, &ENGLISH, number, None), expected, "{number}");
        }
    }

    #[test]
    fn a_style_replaces_all_ordinals_or_adds_to_them() {
        let added: [Row; 2] = [(Some(1), None, None, "a"), (Some(4), None, None, "d")];
        let replaced: [Row; 2] = [(None, None, None, "o"), (Some(1), None, None, "a")];
        for (number, with_added, with_replaced) in
            [(1, "a", "a"), (2, "nd", "o"), (4, "d", "o"), (11, "th", "a")]
        {
            assert_eq!(suffix(&added, &ENGLISH, number, None), with_added, "{number}");
            assert_eq!(suffix(&replaced, &ENGLISH, number, None), with_replaced, "{number}");
        }
    }

    #[test]
    fn ordinals_agree_in_gender() {
        let (feminine, masculine) = (Some(Gender::Feminine), Some(Gender::Masculine));
        let french: [Row; 3] =
            [(None, None, None, "e"), (Some(1), feminine, None, "re"), (Some(1), masculine, None, "er")];
        for (number, gender, expected) in [
            (1, feminine, "re"),
            (1, masculine, "er"),
            (1, None, "e"),
            (2, feminine, "e"),
            (2, masculine, "e"),
        ] {
            assert_eq!(suffix(&[], &french, number, gender), expected, "{number} {gender:?}");
        }
        let portuguese: [Row; 2] = [(None, masculine, None, "o"), (None, feminine, None, "a")];
        for (gender, expected) in [(masculine, "o"), (feminine, "a"), (None, "a")] {
            assert_eq!(suffix(&[], &portuguese, 5, gender), expected, "{gender:?}");
        }
    }
}
