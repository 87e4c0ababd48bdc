//! Puts the files of `src/languages/` into the crate, so that a language is added by adding its file: without comments, and
//! with the names of the months, which the C library's locales have.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

use pure_rust_locales::{Locale, locale_match};

/// The country of a language whose locale is not named by the language twice.
const COUNTRIES: [(&str, &str); 18] = [
    ("ar", "EG"),
    ("ca", "ES"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("el", "GR"),
    ("en", "US"),
    ("fa", "IR"),
    ("he", "IL"),
    ("hi", "IN"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("ms", "MY"),
    ("sr", "RS"),
    ("sv", "SE"),
    ("uk", "UA"),
    ("ur", "PK"),
    ("vi", "VN"),
    ("zh", "CN"),
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/languages");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("src/languages");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        if let Some(tag) = name.strip_suffix(".txt") {
            texts.insert(tag.to_owned(), completed(tag, &fs::read_to_string(folder.join(&name))?));
        }
    }
    let list: String = texts.values().map(|text| format!("{text:?},\n")).collect();
    fs::write(Path::new(&out).join("languages.rs"), format!("&[\n{list}]"))
}

/// The text of a file without comments, with one line for the months: first the file's own names, then the locale's.
fn completed(tag: &str, text: &str) -> String {
    let is_kept = |line: &&str| !line.is_empty() && !line.starts_with('#') && !line.starts_with("months:");
    let mut out: String = text.lines().filter(is_kept).map(|line| [line, "\n"].concat()).collect();
    let own = text.lines().find_map(|line| line.strip_prefix("months:")).unwrap_or_default();
    let names: Vec<String> = own.split_whitespace().map(str::to_owned).chain(months(tag)).collect();
    if !names.is_empty() {
        out += &["months: ", &names.join(" "), "\n"].concat();
    }
    out
}

/// The names of the months from the first to the last: abbreviated, alone, and beside a day. None for
/// what all languages share, and for English, which needs no list.
fn months(tag: &str) -> Vec<String> {
    if matches!(tag, "mul" | "en") {
        return Vec::new();
    }
    let country = COUNTRIES.iter().find(|(language, _)| *language == tag);
    let country = country.map_or_else(|| tag.to_ascii_uppercase(), |(_, country)| (*country).to_owned());
    let name = format!("{tag}_{country}");
    let locale = Locale::try_from(name.as_str());
    let locale = locale.unwrap_or_else(|_| panic!("There is no locale {name}: COUNTRIES lacks a country."));
    let beside_days = locale_match!(locale => LC_TIME::MON);
    let alone = locale_match!(locale => LC_TIME::ALT_MON).unwrap_or(beside_days);
    let short = locale_match!(locale => LC_TIME::ABMON);
    // Hebrew has a preposition before the month, without a blank.
    let before = if tag == "he" { "ב" } else { "" };
    let mut names = Vec::new();
    for (before, list) in [("", short), ("", alone), (before, beside_days)] {
        let list: Vec<String> =
            list.iter().map(|name| [before, name.trim()].concat().replace(' ', "_")).collect();
        // A list that repeats another says nothing more.
        if list.iter().any(|name| !names.contains(name)) {
            names.extend(list);
        }
    }
    names
}
