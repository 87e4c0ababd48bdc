//! Whether a record that another program read is the one that was written.
//!
//! What is expected is taken from the record alone, by rules of this module's own. Both sides are brought to one spelling:
//! without markup and braces, one kind of quotation mark, dash and blank.

use citelet::item::{Item, Name};
use citelet::text::markup;
use citelet::vocabulary::Variable;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// The fields that are compared.
pub(super) const FIELDS: [&str; 11] =
    ["type", "title", "authors", "year", "container", "volume", "issue", "pages", "doi", "url", "publisher"];

/// A format that is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Bibtex,
    Ris,
}

/// The fields that differ, each as `field: theirs, not ours`; empty where the record is the same.
pub(super) fn differences(item: &Item, format: Format, read: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for field in FIELDS {
        let want = expected(item, format, field);
        let got = normal(field, &got(read, field));
        let want = want.map(|want| normal(field, &without_tags(&want)));
        if want.as_ref().is_some_and(|want| *want != got) {
            out.push(format!("{field}: “{got}”, not “{}”", want.unwrap_or_default()));
        }
    }
    out
}

/// What a field should be; `None` where the format has no place for it.
fn expected(item: &Item, format: Format, field: &str) -> Option<String> {
    let text = |variable| item.text(variable).map(markup::plain).unwrap_or_default();
    let kind = class(item.item_type.word());
    let bibtex = format == Format::Bibtex;
    Some(match field {
        "type" => kind.to_owned(),
        "title" => text(Variable::Title),
        "authors" => item
            .names(Variable::Author)
            .iter()
            .map(|name| whole_name(name, format))
            .collect::<Vec<_>>()
            .join("; "),
        "year" => {
            let date = item.date(Variable::Issued)?;
            let start = date.start.filter(|start| start.year > 0 && date.end.is_none() && !date.circa)?;
            start.year.to_string()
        }
        // RIS has a tag for the conference.
        "container" if kind == "paper" && !item.has(Variable::ContainerTitle) => {
            bibtex.then(|| text(Variable::EventTitle))?
        }
        "container" if kind == "article" || kind == "part" || kind == "paper" || !bibtex => {
            text(Variable::ContainerTitle)
        }
        "volume" if item.has(Variable::Volume) => text(Variable::Volume),
        "issue" if kind == "article" => text(Variable::Issue),
        "pages" if item.has(Variable::Page) => text(Variable::Page),
        "doi" => text(Variable::Doi),
        "url" if !bibtex || !item.has(Variable::Doi) => item.text(Variable::Url)?.to_owned(),
        // Articles have no publisher, and BibTeX's `misc` gives none of its own.
        "publisher" if kind != "article" => item.text(Variable::Publisher).map(markup::plain)?,
        _ => return None,
    })
}

/// The kinds of works that BibTeX distinguishes, by CSL's, BibTeX's and RIS's words for them.
fn class(word: &str) -> &'static str {
    match word {
        "article-journal" | "article-magazine" | "article-newspaper" | "review" | "review-book" => "article",
        "JOUR" | "MGZN" | "NEWS" => "article",
        "classic" | "book" | "BOOK" | "CLSWK" => "book",
        "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" | "incollection" => "part",
        "CHAP" | "DICT" | "ENCYC" => "part",
        "paper-conference" | "inproceedings" | "CPAPER" => "paper",
        "report" | "techreport" | "RPRT" => "report",
        "thesis" | "phdthesis" | "mastersthesis" | "THES" => "thesis",
        _ => "other",
    }
}

/// `Family, Given, Suffix`, an organisation or a single name as it is. Particles precede the family name, but in RIS the
/// dropping one follows the given names.
fn whole_name(name: &Name, format: Format) -> String {
    if !name.literal.is_empty() {
        return name.literal.clone();
    }
    let particle = |particle: &str| match particle.ends_with(['-', '\'', '’']) || particle.is_empty() {
        true => particle.to_owned(),
        false => format!("{particle} "),
    };
    let family = particle(&name.non_dropping_particle) + &name.family;
    if format == Format::Ris {
        let given = format!("{} {}", name.given, name.dropping_particle);
        return joined(&[&family, &given, &name.suffix]);
    }
    joined(&[&(particle(&name.dropping_particle) + &family), &name.given, &name.suffix])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// A field as a parser gave it.
fn got(read: &Value, field: &str) -> String {
    match &read[field] {
        Value::Array(names) => {
            let text = |name: &Value, part: &str| name[part].as_str().unwrap_or_default().to_owned();
            let whole = |name: &Value| {
                let parts = ["literal", "family", "given", "suffix"].map(|part| text(name, part));
                joined(&parts.each_ref().map(String::as_str))
            };
            names.iter().map(whole).collect::<Vec<_>>().join("; ")
        }
        // In CSL the word is a preprint's.
        Value::String(text) if field == "type" && text == "article" => text.clone(),
        Value::String(text) if field == "type" => class(text).to_owned(),
        Value::String(text) => without_tags(text),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Text without the HTML elements that parsers make of LaTeX's commands.
fn without_tags(text: &str) -> String {
    const ELEMENTS: [&str; 10] = ["i", "b", "em", "strong", "sup", "sub", "span", "sc", "code", "ncase"];
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out += before;
        let name: String =
            after.trim_start_matches('/').chars().take_while(char::is_ascii_alphabetic).collect();
        match after.split_once('>').filter(|_| ELEMENTS.contains(&name.as_str())) {
            Some((_, behind)) => rest = behind,
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out + rest
}

/// One spelling of a value.
fn normal(field: &str, text: &str) -> String {
    let text = match field {
        "doi" | "url" => decoded(text),
        _ => text.to_owned(),
    };
    let mut out = String::new();
    for c in text.nfkc() {
        let c = match c {
            '‘' | '’' | '‚' | '`' | '´' => '\'',
            '“' | '”' | '„' => '"',
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            '{' | '}' => continue,
            c if c.is_whitespace() || c.is_control() => ' ',
            c => c,
        };
        // Two hyphens are a dash, and blanks beside one do not count.
        let doubled = c == '-' && out.ends_with('-') || c == '\'' && out.ends_with('\'');
        if !doubled && !(c == ' ' && (out.is_empty() || out.ends_with(' '))) {
            out.push(c);
        }
    }
    // Two apostrophes are LaTeX's quotation mark.
    let out = out.trim().replace('"', "'");
    match field {
        "doi" => out.rsplit_once("doi.org/").map_or(out.as_str(), |parts| parts.1).to_lowercase(),
        "pages" => out.replace(" -", "-").replace("- ", "-"),
        // RIS has four digits.
        "year" => out.trim_start_matches('0').to_owned(),
        _ => out,
    }
}

/// Text with percent-encoded bytes decoded.
fn decoded(text: &str) -> String {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()).filter(|_| *byte == b'%');
        let byte_read = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(byte_read.unwrap_or(*byte));
        rest = if byte_read.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::ours;
    use serde_json::json;

    #[test]
    fn every_wrong_field_is_named() {
        let record = json!({"type": "article-journal", "title": "A <i>B</i> “c”", "container-title": "J", "volume": "1",
            "issue": "2", "page": "3–4", "DOI": "10.1/X", "issued": {"date-parts": [[2001]]},
            "author": [{"family": "Berg", "given": "A.", "non-dropping-particle": "van"}, {"literal": "WHO"}]});
        let item = ours::read_item(&record).expect("a record");
        let right = json!({"type": "article", "title": "A <i>B</i> ``c''", "container": "J", "volume": "1", "issue": "2",
            "pages": "3--4", "doi": "10.1/x", "year": "2001",
            "authors": [{"family": "van Berg", "given": "A.", "suffix": ""}, {"literal": "WHO"}]});
        assert_eq!(differences(&item, Format::Bibtex, &right), [""; 0]);
        for field in right.as_object().unwrap().keys() {
            let mut wrong = right.clone();
            wrong[field] = json!(if field == "type" { "book" } else { "other" });
            let found = differences(&item, Format::Bibtex, &wrong);
            assert!(found.len() == 1 && found[0].starts_with(field.as_str()), "{found:?}");
        }
    }

    #[test]
    fn markup_goes_and_signs_stay() {
        assert_eq!(without_tags("<span class=\"nocase\">p</span> < 0.05 <x>"), "p < 0.05 <x>");
        assert_eq!(decoded("10.1/%3Cx%zz"), "10.1/<x%zz");
    }
}
