//! The formats that are read apart from pages, by name.

use crate::item::json::{Value, read_item};
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

/// Reads a file that is not JSON; a JSON format has no records in a text.
pub fn read_text(text: &str, format: ImportFormat) -> Vec<ReadResult> {
    match format {
        ImportFormat::Bibtex => bibtex::entries(text),
        ImportFormat::Ris => ris::records(text),
        ImportFormat::CslJson | ImportFormat::Crossref | ImportFormat::Datacite => Vec::new(),
    }
}

/// Reads a JSON value; a format that is not JSON has no records in it.
pub fn read_json(value: impl Into<Value>, format: ImportFormat) -> Vec<ReadResult> {
    let value = value.into();
    match format {
        ImportFormat::Crossref => crossref::works(&value),
        ImportFormat::Datacite => datacite::dois(&value),
        ImportFormat::CslJson => csl_json(value),
        ImportFormat::Bibtex | ImportFormat::Ris => Vec::new(),
    }
}

/// Records of CSL-JSON, one or a list of them, each with its own warnings.
fn csl_json(value: Value) -> Vec<ReadResult> {
    let values = match value {
        Value::Array(values) => values,
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
