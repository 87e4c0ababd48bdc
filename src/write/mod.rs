//! BibTeX, RIS and CSL-JSON out.

pub mod bibtex;
pub(crate) mod csl_json;
pub(crate) mod json;
mod latex;
mod ris;

use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::vocabulary;

pub use bibtex::{BibtexOptions, bibtex, bibtex_all};

vocabulary! {
    /// The file formats, by the names that scripts ask for them.
    Format { Bibtex = "bibtex", Ris = "ris", CslJson = "csl-json" }
}

/// Records as a file in a format. `ascii` asks for LaTeX's commands in BibTeX; the other formats are UTF-8 always.
pub fn export(items: &[Item], format: Format, ascii: bool) -> String {
    match format {
        Format::Bibtex => bibtex_all(items, &BibtexOptions { ascii }),
        Format::CslJson => csl_json::csl_json(items, &bibtex::keys(items)),
        Format::Ris => {
            let mut out = String::new();
            for item in items {
                ris::push(&mut out, item);
            }
            out
        }
    }
}
