//! Records of DOI registration agencies, as their REST APIs return them.

pub mod crossref;
pub mod datacite;
mod object;
