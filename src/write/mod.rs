//! BibTeX, RIS and CSL-JSON out.
