//! How the fields of other formats correspond to CSL's variables: one table for each format, which its writer and its
//! reader share.

#[cfg(feature = "full")]
pub mod biblatex;
pub mod bibtex;
pub mod latex;
#[cfg(feature = "write")]
pub mod ris;

use crate::text;

/// A DOI without what precedes it: the resolver's address, `doi:`.
pub fn bare_doi(doi: &str) -> &str {
    let doi = doi.trim();
    text::find(doi, "10.").and_then(|at| doi.get(at..)).unwrap_or(doi)
}
