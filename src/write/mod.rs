//! BibTeX, RIS and CSL-JSON out.

pub mod bibtex;
mod latex;

pub use bibtex::{BibtexOptions, bibtex, bibtex_all};
