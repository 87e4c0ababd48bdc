//! How the fields of other formats correspond to CSL's variables: one table a format, used by its writer and by its
//! reader.

pub mod bibtex;
pub mod latex;
pub mod ris;
