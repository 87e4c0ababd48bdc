//! A small BibTeX reader and the comparison of two entries by meaning: keys, types, fields, protected capitals.

use super::latex::{self, Char};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `article`, in lower case.
    pub entry_type: String,
    /// The citation key.
    pub key: String,
    /// Field names in lower case with their values; a bare word (`jan`) has `=` before it. In the order of the entry.
    pub fields: Vec<(String, String)>,
}

impl Entry {
    fn field(&self, name: &str) -> Option<&str> {
        // As in a map that is filled from front to back, the last of two equal names wins.
        self.fields.iter().rev().find(|field| field.0 == name).map(|field| field.1.as_str())
    }
}

/// Reads the first entry of a text.
pub fn read(source: &str) -> Option<Entry> {
    source.match_indices('@').find_map(|(at, _)| read_entry(&source[at + 1..]))
}

/// Reads an entry that begins with its type.
fn read_entry(head: &str) -> Option<Entry> {
    let open = head.find('{')?;
    let entry_type = head[..open].trim_end();
    let comma = head.find(',')?;
    let key = head.get(open + 1..comma)?.trim();
    let is_word = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if entry_type.is_empty() || !is_word(entry_type) || key.contains(char::is_whitespace) {
        return None;
    }
    let mut fields = Vec::new();
    let mut rest = &head[comma + 1..];
    while let Some((name, value, after)) = read_field(rest) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        fields.push((name.to_ascii_lowercase(), value));
        rest = after;
    }
    Some(Entry { entry_type: entry_type.to_ascii_lowercase(), key: key.to_owned(), fields })
}

/// A field's name and value, and what follows it.
fn read_field(text: &str) -> Option<(&str, String, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))?;
    let (name, rest) = text.split_at(end);
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    if name.is_empty() {
        return None;
    }
    if rest.starts_with('{') {
        let (value, after) = latex::braced(rest);
        return Some((name, value.to_owned(), after));
    }
    if let Some(quoted) = rest.strip_prefix('"') {
        let end = end_of_quoted(quoted);
        let after = quoted.get(end + 1..).unwrap_or("");
        return Some((name, quoted[..end].to_owned(), after));
    }
    let end = rest.find(|c: char| c == ',' || c == '}' || c.is_whitespace()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let number = word.chars().all(|c| c.is_ascii_digit());
    let value = if number { word.to_owned() } else { format!("={word}") };
    Some((name, value, after))
}

/// The place of the quotation mark that ends a value: the first outside braces.
fn end_of_quoted(text: &str) -> usize {
    let mut depth = 0_i32;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            '"' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// Fields compared as they are written.
const VERBATIM: [&str; 6] = ["doi", "url", "eprint", "isbn", "issn", "urldate"];

/// What differs in meaning between two entries; empty when nothing does.
pub fn differences(expected: &str, got: &str, ascii: bool) -> Vec<String> {
    let (Some(want), Some(found)) = (read(expected), read(got)) else { return vec!["no entry read".into()] };
    let mut out = Vec::new();
    if ascii && !got.is_ascii() {
        out.push("characters outside ASCII".into());
    }
    if want.entry_type != found.entry_type {
        out.push(format!("type @{} <> @{}", want.entry_type, found.entry_type));
    }
    if want.key != found.key {
        out.push(format!("key {} <> {}", want.key, found.key));
    }
    for (name, value) in &want.fields {
        let other = found.field(name);
        if !other.is_some_and(|other| same_field(name, value, other)) {
            let other = other.map_or("absent".to_owned(), |other| format!("{{{other}}}"));
            out.push(format!("{name}: {{{value}}} <> {other}"));
        }
    }
    let extra = found.fields.iter().filter(|field| want.field(&field.0).is_none());
    out.extend(extra.map(|(name, value)| format!("{name}: not expected {{{value}}}")));
    out
}

fn same_field(name: &str, want: &str, got: &str) -> bool {
    if want == got {
        return true;
    }
    if VERBATIM.contains(&name) || want.starts_with('=') || got.starts_with('=') {
        return false;
    }
    let (one, other) = (latex::read(want), latex::read(got));
    if !one.iter().map(|c| c.char).eq(other.iter().map(|c| c.char)) {
        return false;
    }
    match name {
        "author" | "editor" => {
            want.contains("{{") == got.contains("{{") && begins_braced(want) == begins_braced(got)
        }
        "title" | "booktitle" => same_protection(&one, &other),
        _ => true,
    }
}

/// Whether a name list begins with a name in braces, which is an organisation; `{\'E}mile` is not.
fn begins_braced(names: &str) -> bool {
    names.strip_prefix('{').is_some_and(|rest| rest.chars().next().is_some_and(|c| c != '\\'))
}

/// Whether the capitals that a lower-casing style would lose are protected alike: all but the first letter of the
/// title and of a part after a colon.
fn same_protection(one: &[Char], other: &[Char]) -> bool {
    let mut first = true;
    for (a, b) in one.iter().zip(other) {
        if a.char.is_alphabetic() {
            if !first && a.char.is_uppercase() && a.protected != b.protected {
                return false;
            }
            first = false;
        } else if a.char == ':' {
            first = true;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_read() {
        let entry = read(
            "% x\n@Article{a2020b,\n  author = {Lund, {A}},\n title = \"On {\"}x\", month = jan,\n year=2020}\n",
        );
        let entry = entry.expect("an entry");
        assert_eq!((entry.entry_type.as_str(), entry.key.as_str()), ("article", "a2020b"));
        let fields: Vec<(&str, &str)> = entry.fields.iter().map(|f| (f.0.as_str(), f.1.as_str())).collect();
        let want = [("author", "Lund, {A}"), ("title", "On {\"}x"), ("month", "=jan"), ("year", "2020")];
        assert_eq!(fields, want);
        assert_eq!(read("no entry"), None);
    }

    fn check(want: &str, got: &str, differ: &[&str]) {
        let entry = |fields: &str| format!("@misc{{k, {fields} }}");
        assert_eq!(differences(&entry(want), &entry(got), false), differ, "{want} against {got}");
    }

    #[test]
    fn meaning_counts_and_spelling_does_not() {
        check("title = {A caf{\\'e}}", "title = {A caf\\'{e}}", &[]);
        check("title = {A café}", "title = {A caf\\'e}", &[]);
        check("title = {\\emph{A} b}", "title = {\\textit{A} b}", &[]);
        check("title = {The {A}/{B}}", "title = {The {A/B}}", &[]);
        check("title = {The {US}: Why}", "title = {The {US}: {Why}}", &[]);
        check("title = {The {US}}", "title = {The US}", &["title: {The {US}} <> {The US}"]);
        check("pages = {1--2}", "pages = {1–2}", &[]);
        check("month = jan", "month = {jan}", &["month: {=jan} <> {jan}"]);
        check("doi = {10.1/a_b}", "doi = {10.1/a\\_b}", &["doi: {10.1/a_b} <> {10.1/a\\_b}"]);
        check(
            "author = {{World Bank}}",
            "author = {World Bank}",
            &["author: {{World Bank}} <> {World Bank}"],
        );
        check("year = {2020}", "year = {2020}, note = {x}", &["note: not expected {x}"]);
        check("year = {2020}", "", &["year: {2020} <> absent"]);
    }

    #[test]
    fn ascii_is_required_where_the_row_has_the_option() {
        let (want, got) = ("@misc{k, title = {\\'e}}", "@misc{k, title = {é}}");
        assert_eq!(differences(want, got, true), ["characters outside ASCII"]);
        assert_eq!(differences(want, got, false), [""; 0]);
    }
}
