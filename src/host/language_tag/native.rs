//! The language tags of a program.

use alloc::string::String;

/// The two-letter codes of the languages that journals are in, with their terminological codes of ISO 639-2
/// and those out of use.
const CODES: &[(&str, &[&str])] = &[
    ("ar", &["ara"]),
    ("bg", &["bul"]),
    ("ca", &["cat"]),
    ("cs", &["ces"]),
    ("da", &["dan"]),
    ("de", &["deu"]),
    ("el", &["ell"]),
    ("en", &["eng"]),
    ("es", &["spa"]),
    ("fa", &["fas"]),
    ("fi", &["fin"]),
    ("fr", &["fra"]),
    ("he", &["heb", "iw"]),
    ("hi", &["hin"]),
    ("hr", &["hrv"]),
    ("hu", &["hun"]),
    ("id", &["ind", "in"]),
    ("it", &["ita"]),
    ("ja", &["jpn"]),
    ("ko", &["kor"]),
    ("la", &["lat"]),
    ("ms", &["msa"]),
    ("nl", &["nld"]),
    ("no", &["nor"]),
    ("pl", &["pol"]),
    ("pt", &["por"]),
    ("ro", &["ron"]),
    ("ru", &["rus"]),
    ("sk", &["slk"]),
    ("sl", &["slv"]),
    ("sr", &["srp"]),
    ("sv", &["swe"]),
    ("th", &["tha"]),
    ("tr", &["tur"]),
    ("uk", &["ukr"]),
    ("ur", &["urd"]),
    ("vi", &["vie"]),
    ("zh", &["zho"]),
];

pub(super) fn canonical(tag: &str) -> Option<String> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().filter(|code| (2..=8).contains(&code.len()) && code.len() != 4)?;
    let known = CODES.iter().find(|(_, others)| others.contains(&language));
    let mut canonical = String::from(known.map_or(language, |(code, _)| code));
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
