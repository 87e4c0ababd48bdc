//! Numbers with a label: `vol. 3`, `pp. 44–61`, `no. 5`.

use crate::prelude::*;
use crate::text;
use crate::vocabulary::Variable;

/// Labels in small letters without their dot and the fields of their numbers.
const LABELS: &[(&str, Variable)] = &[
    ("vol", Variable::Volume),
    ("vols", Variable::Volume),
    ("volume", Variable::Volume),
    ("bd", Variable::Volume),
    ("band", Variable::Volume),
    ("tome", Variable::Volume),
    ("tomo", Variable::Volume),
    ("t", Variable::Volume),
    ("pp", Variable::Page),
    ("p", Variable::Page),
    ("s", Variable::Page),
    ("pages", Variable::Page),
    ("págs", Variable::Page),
    ("pág", Variable::Page),
    ("pag", Variable::Page),
    ("pags", Variable::Page),
    ("seiten", Variable::Page),
    ("page", Variable::Page),
    ("ss", Variable::Page),
    ("version", Variable::Version),
    ("ver", Variable::Version),
    ("no", Variable::Number),
    ("nr", Variable::Number),
    ("number", Variable::Number),
    ("núm", Variable::Number),
    ("nº", Variable::Number),
];

/// A volume, pages, a version or a number with its label and nothing else.
pub(in crate::references) fn labelled_number(phrase: &str) -> Option<(Variable, &str)> {
    let at = phrase.find(|c: char| c.is_ascii_digit() || c == ' ')?;
    let (label, value) = phrase.split_at_checked(at)?;
    let value = value.trim_start_matches(['.', ' ']).trim_end_matches('.');
    let number = value.starts_with(|c: char| c.is_ascii_digit() || "IVXivxSeA".contains(c))
        && value.contains(|c: char| c.is_ascii_digit() || "IVXivx".contains(c))
        && !value.contains(' ');
    // "12 – 15", "3 & 4"
    let spaced = value.split_once(' ').is_some_and(|(first, rest)| {
        rest.starts_with(['–', '-', '&']) && first.contains(|c: char| c.is_ascii_digit())
    });
    let label = text::to_lowercase(label.trim_end_matches(['.', ' ']));
    let (_, variable) = LABELS.iter().find(|row| row.0 == label).filter(|_| number || spaced)?;
    Some((*variable, value))
}

/// How many bytes at the start of a text are a page or a range of pages: `44–61`, `xii`, `S112`; 0 where it is none.
pub(in crate::references) fn page_length(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '—' | '‐' | '‑');
    let length = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    let value = text.get(..length).unwrap_or("");
    let roman = value.chars().all(|c| "ivxlcdm–-".contains(c)) && !value.is_empty();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_letter()).count();
    if roman || digits > 0 && letters < 3 && value.len() < 14 { length } else { 0 }
}

/// How many bytes at the start of a text are the number of a volume, in digits or as a Roman number.
pub(in crate::references) fn volume_length(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–');
    let length = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    let value = text.get(..length).unwrap_or("");
    let is_number = value.chars().all(|c| c.is_ascii_digit() || "IVXivx-–".contains(c));
    if is_number { length } else { 0 }
}
