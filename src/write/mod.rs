//! BibTeX and CSL-JSON out, and in the full engine RIS.

pub mod bibtex;
mod csl_json;
mod latex;
#[cfg(feature = "full")]
mod ris;

use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::vocabulary;

pub use bibtex::{BibtexOptions, bibtex, bibtex_all};
#[cfg(feature = "wasm")]
pub(crate) use csl_json::with_ids;

#[cfg(not(feature = "full"))]
vocabulary! {
    /// The file formats of the page's engine, by the names that scripts ask for them.
    ExportFormat { Bibtex = "bibtex", CslJson = "csl-json" }
}

#[cfg(feature = "full")]
vocabulary! {
    /// The file formats, by the names that scripts ask for them.
    ExportFormat { Bibtex = "bibtex", Ris = "ris", CslJson = "csl-json" }
}

/// Records as a file in a format. `ascii` asks for LaTeX's commands in BibTeX, which the full engine
/// has; the other formats are UTF-8 always.
pub fn export(items: &[Item], format: ExportFormat, ascii: bool) -> String {
    match format {
        ExportFormat::Bibtex => bibtex_all(items, &BibtexOptions { ascii }),
        ExportFormat::CslJson => csl_json::csl_json(items),
        #[cfg(feature = "full")]
        ExportFormat::Ris => {
            let mut out = String::new();
            for item in items {
                ris::push(&mut out, item);
            }
            out
        }
    }
}
