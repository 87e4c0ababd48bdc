//! The formats that are read apart from pages, by name.

use crate::item::json::{JsonValue, read_item};
use crate::prelude::*;
use crate::read::registry::{crossref, datacite};
use crate::read::result::ReadResult;
use crate::read::{bibtex, ris};
use crate::vocabulary::{ItemType, vocabulary};

vocabulary! {
    /// The formats that can be read, by the names that scripts use.
    ImportFormat {
        Bibtex = "bibtex", Ris = "ris", CslJson = "csl-json", Crossref = "crossref", Datacite = "datacite",
    }
}

impl ImportFormat {
    /// Whether files of the format are JSON.
    pub fn is_json(self) -> bool {
        !matches!(self, ImportFormat::Bibtex | ImportFormat::Ris)
    }
}

/// Finding the format, which scripts need not name.
#[cfg(any(test, all(feature = "wasm", not(feature = "exporter"))))]
impl ImportFormat {
    /// The format of a text, by what only files of that format have; `None` where it has nothing of the kind.
    pub(crate) fn of_text(text: &str) -> Option<ImportFormat> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if text.starts_with(['{', '[']) {
            let value = serde_json::from_str(text).ok();
            return Some(value.as_ref().map_or(ImportFormat::CslJson, ImportFormat::of_json));
        }
        if text.lines().any(|line| ris::split_tag(line).is_some_and(|(tag, _)| tag == "TY")) {
            return Some(ImportFormat::Ris);
        }
        // `@article{` or `@book(`.
        let begins_entry = |rest: &str| {
            let bare = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            bare.len() < rest.len() && bare.trim_start().starts_with(['{', '('])
        };
        text.split('@').skip(1).any(begins_entry).then_some(ImportFormat::Bibtex)
    }

    /// The format of a JSON value: CSL-JSON, unless it has what only the answers of a registry have.
    pub(crate) fn of_json(value: &JsonValue) -> ImportFormat {
        let first = match value {
            JsonValue::Array(values) => values.first(),
            value => Some(value),
        };
        let Some(JsonValue::Object(entries)) = first else { return ImportFormat::CslJson };
        let find = |key: &str| entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1);
        if find("message").is_some() || matches!(find("title"), Some(JsonValue::Array(_))) {
            ImportFormat::Crossref
        } else if ["data", "attributes", "titles"].into_iter().any(|key| find(key).is_some()) {
            ImportFormat::Datacite
        } else {
            ImportFormat::CslJson
        }
    }
}

/// Reads a file that is not JSON; a JSON format has no records in a text.
pub fn read_text(text: &str, format: ImportFormat) -> Vec<ReadResult> {
    match format {
        ImportFormat::Bibtex => bibtex::entries(text),
        ImportFormat::Ris => ris::records(text),
        ImportFormat::CslJson | ImportFormat::Crossref | ImportFormat::Datacite => Vec::new(),
    }
}

/// Reads a JSON value; a format that is not JSON has no records in it.
pub fn read_json(value: impl Into<JsonValue>, format: ImportFormat) -> Vec<ReadResult> {
    let value = value.into();
    match format {
        ImportFormat::Crossref => crossref::works(&value),
        ImportFormat::Datacite => datacite::dois(&value),
        ImportFormat::CslJson => csl_json(value),
        ImportFormat::Bibtex | ImportFormat::Ris => Vec::new(),
    }
}

/// Records of CSL-JSON, one or a list of them, each with its own warnings.
fn csl_json(value: JsonValue) -> Vec<ReadResult> {
    let values = match value {
        JsonValue::Array(values) => values,
        value => vec![value],
    };
    let mut results = Vec::new();
    for value in values {
        let mut result = ReadResult::new(ItemType::Document);
        if let Some(item) = read_item(value, &mut result.warnings) {
            result.item = item;
            results.push(result);
        }
    }
    results
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shows_its_format() {
        for (text, format) in [
            ("% old\n@Article {k, title = {A}}", Some(ImportFormat::Bibtex)),
            ("@string(a = \"b\")", Some(ImportFormat::Bibtex)),
            ("\u{feff}\nTY  - JOUR\r\nER  - ", Some(ImportFormat::Ris)),
            ("{\"type\": \"book\", \"title\": \"@a{\"}", Some(ImportFormat::CslJson)),
            ("[{\"type\": \"book\"}]", Some(ImportFormat::CslJson)),
            ("[]", Some(ImportFormat::CslJson)),
            ("{", Some(ImportFormat::CslJson)),
            ("{\"status\": \"ok\", \"message\": {}}", Some(ImportFormat::Crossref)),
            ("{\"DOI\": \"10.5555/a\", \"title\": [\"A\"]}", Some(ImportFormat::Crossref)),
            ("{\"data\": {\"attributes\": {}}}", Some(ImportFormat::Datacite)),
            ("{\"titles\": [{\"title\": \"A\"}]}", Some(ImportFormat::Datacite)),
            ("Berg, A. (2020). Wells. a@b.example", None),
            ("", None),
        ] {
            assert_eq!(ImportFormat::of_text(text), format, "{text}");
        }
    }
}
