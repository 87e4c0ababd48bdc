//! BibTeX and CSL-JSON out, with the feature `write` RIS, and with `full` BibLaTeX.

#[cfg(feature = "full")]
mod biblatex;
pub mod bibtex;
mod csl_json;
mod latex;
#[cfg(feature = "write")]
mod ris;

use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::vocabulary;

#[cfg(feature = "full")]
pub(crate) use biblatex::biblatex;
pub use bibtex::{BibtexOptions, bibtex, bibtex_all};
#[cfg(all(feature = "wasm", feature = "write"))]
pub(crate) use csl_json::with_ids;
#[cfg(feature = "write")]
pub(crate) use ris::ris;

vocabulary! {
    /// The file formats, by the names that scripts use for them.
    ExportFormat { Bibtex = "bibtex", Ris = "ris", CslJson = "csl-json", Biblatex = "biblatex" }
}

impl ExportFormat {
    /// The formats that this build writes.
    #[cfg(feature = "full")]
    pub const WRITTEN: &'static [ExportFormat] = ExportFormat::ALL;
    /// The formats that this build writes: BibLaTeX, 2.4 kB of what a page would load, comes with the feature `full`.
    #[cfg(all(feature = "write", not(feature = "full")))]
    pub const WRITTEN: &'static [ExportFormat] =
        &[ExportFormat::Bibtex, ExportFormat::Ris, ExportFormat::CslJson];
    /// The formats that this build writes: RIS comes with the feature `write`, and BibLaTeX with `full`.
    #[cfg(not(feature = "write"))]
    pub const WRITTEN: &'static [ExportFormat] = &[ExportFormat::Bibtex, ExportFormat::CslJson];
}

/// Writes records as a file in a format; an empty one where this build does not write the format. `ascii` requests LaTeX
/// commands in BibTeX and BibLaTeX instead of characters outside ASCII, which the feature `write` brings; the other formats are always UTF-8.
pub fn export(items: &[Item], format: ExportFormat, ascii: bool) -> String {
    match format {
        ExportFormat::Bibtex => bibtex_all(items, &BibtexOptions { ascii }),
        ExportFormat::Biblatex => biblatex(items, &BibtexOptions { ascii }),
        ExportFormat::Ris => ris(items),
        ExportFormat::CslJson => csl_json::csl_json(items),
    }
}

/// RIS is not written without the feature `write`.
#[cfg(not(feature = "write"))]
pub(crate) fn ris(_: &[Item]) -> String {
    String::new()
}

/// BibLaTeX is not written without the feature `full`.
#[cfg(not(feature = "full"))]
pub(crate) fn biblatex(_: &[Item], _: &BibtexOptions) -> String {
    String::new()
}
