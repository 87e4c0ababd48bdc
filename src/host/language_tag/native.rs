//! The language tags of a program.

use alloc::string::String;

/// The terminological codes (ISO 639-2) of the languages that journals are in, and codes out of use, each with the code of two
/// letters.
const CODES: &[(&str, &str)] = &[
    ("ara", "ar"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("spa", "es"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("heb", "he"),
    ("iw", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("ind", "id"),
    ("in", "id"),
    ("ita", "it"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("lat", "la"),
    ("msa", "ms"),
    ("nld", "nl"),
    ("nor", "no"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tha", "th"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("vie", "vi"),
    ("zho", "zh"),
];

pub(super) fn canonical(tag: &str) -> Option<String> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().filter(|code| (2..=8).contains(&code.len()) && code.len() != 4)?;
    let known = CODES.iter().find(|(code, _)| *code == language);
    let mut canonical = String::from(known.map_or(language, |(_, short)| short));
    for part in parts {
        canonical.push('-');
        // A region is in capitals, and a script begins with one.
        let capitals = match part.len() {
            2 => 2,
            4 => 1,
            _ => 0,
        };
        let (upper, lower) = part.split_at_checked(capitals)?;
        canonical.push_str(&upper.to_ascii_uppercase());
        canonical.push_str(lower);
    }
    let is_tag =
        canonical.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (is_tag && language.bytes().all(|b| b.is_ascii_alphabetic())).then_some(canonical)
}
