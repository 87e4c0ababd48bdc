//! The months of a program: those of the C library's locales.

use crate::host::letters::to_lowercase;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use pure_rust_locales::{Locale, locale_match};

/// The country of a language whose locale is not named by the language twice.
const COUNTRIES: &[(&str, &str)] = &[
    ("af", "ZA"),
    ("am", "ET"),
    ("ar", "EG"),
    ("be", "BY"),
    ("bn", "BD"),
    ("bs", "BA"),
    ("ca", "ES"),
    ("cs", "CZ"),
    ("cy", "GB"),
    ("da", "DK"),
    ("el", "GR"),
    ("et", "EE"),
    ("eu", "ES"),
    ("fa", "IR"),
    ("ga", "IE"),
    ("gl", "ES"),
    ("he", "IL"),
    ("hi", "IN"),
    ("hy", "AM"),
    ("ja", "JP"),
    ("ka", "GE"),
    ("kk", "KZ"),
    ("ko", "KR"),
    ("ky", "KG"),
    ("mn", "MN"),
    ("ms", "MY"),
    ("nb", "NO"),
    ("nn", "NO"),
    ("sl", "SI"),
    ("sq", "AL"),
    ("sr", "RS"),
    ("sv", "SE"),
    ("sw", "KE"),
    ("tg", "TJ"),
    ("uk", "UA"),
    ("ur", "PK"),
    ("uz", "UZ"),
    ("vi", "VN"),
    ("zh", "CN"),
];

pub(super) fn add_names(tag: &str, names: &mut Vec<String>) {
    let tag = if tag == "no" { "nb" } else { tag };
    let country = COUNTRIES.iter().find(|row| row.0 == tag);
    let country = country.map_or_else(|| tag.to_ascii_uppercase(), |row| row.1.to_owned());
    let Ok(locale) = Locale::try_from(format!("{tag}_{country}").as_str()) else { return };
    let beside_days = locale_match!(locale => LC_TIME::MON);
    let alone = locale_match!(locale => LC_TIME::ALT_MON).unwrap_or(beside_days);
    let short = locale_match!(locale => LC_TIME::ABMON);
    // Hebrew has a preposition before the month, without a blank.
    let before = if tag == "he" { "ב" } else { "" };
    for (before, list) in [("", short), ("", alone), (before, beside_days)] {
        names.extend(list.iter().map(|name| to_lowercase(&[before, name].concat())));
    }
}
