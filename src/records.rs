//! Files of reference managers and registries' answers, read and repaired in one call.

use crate::error::{Error, Kind};
use crate::item::json::JsonValue;
use crate::languages::Languages;
use crate::prelude::*;
use crate::read::{ImportFormat, ReadResult, read_json, read_text};
use crate::repair::repair;
use crate::tidy::Options;

/// Reads the records of a BibTeX, RIS or CSL-JSON file, or of an answer of Crossref or DataCite, and repairs them.
///
/// What cannot be read is left out of its record, with a [`Warning`](crate::Warning).
///
/// ```
/// use citelet::{ImportFormat, TidyOptions, Variable};
///
/// let file = "@book{kuhn1962, author = {Thomas S. Kuhn}, title = {The Structure of Scientific Revolutions}, year = 1962}";
/// let results = citelet::read_records(file, ImportFormat::Bibtex, &TidyOptions::default())?;
/// assert_eq!(results[0].item.id, "kuhn1962");
/// assert_eq!(results[0].item.text(Variable::Title), Some("The structure of scientific revolutions"));
/// # Ok::<(), citelet::Error>(())
/// ```
///
/// # Errors
/// When a format is JSON and the text is not.
pub fn read_records(text: &str, format: ImportFormat, options: &Options) -> Result<Vec<ReadResult>, Error> {
    let mut results = if format.is_json() {
        let value: JsonValue = serde_json::from_str(text)
            .map_err(|fault| Error::new(Kind::Json { found: format!("the text is not JSON ({fault})") }))?;
        read_json(value, format)
    } else {
        read_text(text, format)
    };
    for result in &mut results {
        repair(result, &[], Languages::default(), options);
    }
    Ok(results)
}
