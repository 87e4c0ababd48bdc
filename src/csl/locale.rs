//! A locale: terms, ordinals, genders, date forms, options (specification, "Locale Files" and "Locale").

use crate::csl::program::{DateForm, DatePart};
use crate::prelude::*;
use crate::vocabulary::{Gender, Term, TermForm};

/// A compiled locale file, or a `cs:locale` element of a style.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locale {
    /// `xml:lang`; empty for a `cs:locale` that holds for every language.
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
    /// `gender-form`: the gender that this ordinal or month agrees with.
    pub gender_form: Option<Gender>,
    /// `gender`: the gender of the noun.
    pub gender: Option<Gender>,
    /// `match` of an ordinal term.
    pub matching: Option<OrdinalMatch>,
    /// `cs:single`, or the term's text.
    pub single: String,
    /// `cs:multiple`; the same as `single` where there is none.
    pub multiple: String,
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
        let len = rest.partition_point(|entry| (entry.term, entry.form) == key);
        rest.get(..len).unwrap_or(&[])
    }

    fn defines_ordinals(&self) -> bool {
        self.terms.iter().any(|entry| entry.term == Term::Ordinal || entry.term.ordinal_number().is_some())
    }
}

/// The locales that hold for one language, in order of precedence (specification, "Locale Fallback"): those of the
/// style for the dialect, for the language, for all languages; then the files for the dialect, the language's main
/// dialect and American English.
#[derive(Clone, Debug)]
pub struct Lang<'a> {
    chain: Vec<&'a Locale>,
    tag: String,
}

/// The language subtag of a language tag.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

impl<'a> Lang<'a> {
    /// Puts the chain together for `tag` from a style's own locales and the loaded locale files.
    pub fn new(own: &'a [Locale], files: &'a [Locale], tag: &str) -> Lang<'a> {
        let language = primary(tag);
        let mut chain: Vec<&Locale> = Vec::new();
        let mut add = |locale: Option<&'a Locale>| {
            if let Some(locale) = locale
                && !chain.iter().any(|known| core::ptr::eq(*known, locale))
            {
                chain.push(locale);
            }
        };
        add(own.iter().find(|locale| locale.lang.eq_ignore_ascii_case(tag)));
        add(own.iter().find(|locale| !locale.lang.is_empty() && locale.lang == language));
        add(own.iter().find(|locale| locale.lang.is_empty()));
        add(files.iter().find(|locale| locale.lang.eq_ignore_ascii_case(tag)));
        add(main_dialect(files, language));
        add(files.iter().find(|locale| locale.lang == "en-US"));
        Lang { chain, tag: tag.to_owned() }
    }

    /// The language tag asked for.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether the language is English, the only one that has title case.
    pub fn is_english(&self) -> bool {
        primary(&self.tag).eq_ignore_ascii_case("en") || self.tag.is_empty()
    }

    /// The entry of a term, with the fallback of forms: verb-short to verb, symbol to short, all to long.
    pub fn entry(&self, term: Term, form: TermForm, gender: Option<Gender>) -> Option<&'a TermEntry> {
        let mut form = form;
        loop {
            let found = self.chain.iter().find_map(|locale| {
                let entries = locale.entries(term, form);
                entries.iter().find(|entry| entry.gender_form == gender).or_else(|| {
                    entries.iter().find(|entry| entry.gender_form.is_none()).or_else(|| entries.first())
                })
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
        Some(if plural { &entry.multiple } else { &entry.single })
    }

    /// The text of a term in its long form, or nothing.
    pub fn word(&self, term: Term) -> &'a str {
        self.term(term, TermForm::Long, false).unwrap_or("")
    }

    /// The short form of "and"; an ampersand where the locale has none.
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

    /// What makes `number` an ordinal (specification, "Ordinal Suffixes"). A locale that defines any ordinal term
    /// replaces all those of the locales behind it.
    pub fn ordinal_suffix(&self, number: u32, gender: Option<Gender>) -> &'a str {
        let Some(locale) = self.chain.iter().find(|locale| locale.defines_ordinals()) else { return "" };
        let in_gender = |gender: Option<Gender>| {
            let whole = matching_ordinal(locale, number, 100, OrdinalMatch::WholeNumber, gender);
            whole
                .or_else(|| matching_ordinal(locale, number % 100, 100, OrdinalMatch::LastTwoDigits, gender))
                .or_else(|| matching_ordinal(locale, number % 10, 10, OrdinalMatch::LastDigit, gender))
        };
        let plain = |gender: Option<Gender>| {
            locale.entries(Term::Ordinal, TermForm::Long).iter().find(|entry| entry.gender_form == gender)
        };
        let entry = gender.and_then(|gender| in_gender(Some(gender)));
        let entry = entry.or_else(|| in_gender(None));
        let entry = entry.or_else(|| gender.and_then(|gender| plain(Some(gender)))).or_else(|| plain(None));
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

    /// `punctuation-in-quote`, false where no locale says.
    pub fn punctuation_in_quote(&self) -> bool {
        self.chain.iter().find_map(|locale| locale.punctuation_in_quote).unwrap_or(false)
    }

    /// `limit-day-ordinals-to-day-1`, false where no locale says.
    pub fn limit_day_ordinals_to_day_1(&self) -> bool {
        self.chain.iter().find_map(|locale| locale.limit_day_ordinals_to_day_1).unwrap_or(false)
    }
}

/// The file of a language without its region: the dialect of the country of the same name (`de-DE`), else American
/// English or mainland Chinese, else the first there is.
fn main_dialect<'a>(files: &'a [Locale], language: &str) -> Option<&'a Locale> {
    let of_language = || files.iter().filter(|locale| primary(&locale.lang) == language);
    let region = |locale: &&Locale| {
        let region = locale.lang.split('-').nth(1).unwrap_or("");
        region.eq_ignore_ascii_case(language) || matches!(locale.lang.as_str(), "en-US" | "zh-CN")
    };
    of_language().find(region).or_else(|| of_language().next())
}

/// The `ordinal-NN` entry that holds for `digits`, if it is matched in the way `matching`. Without `match`, a term
/// below ten goes by the last digit and any other by the last two.
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
