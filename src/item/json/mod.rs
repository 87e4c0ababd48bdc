//! Lenient reading of CSL-JSON (the csl-data schema of CSL 1.0.2), and the serde traits of items.
//!
//! A value is read in whatever form it has; where that is impossible only this field is lost. Every departure from the
//! schema gives a [`Warning`](crate::item::Warning).

mod dates;
mod deserialize;
mod keys;
mod names;
#[cfg(feature = "full")]
mod note;
mod reader;
mod serialize;
mod unread;
mod value;

#[cfg(feature = "full")]
pub use reader::read_date;
pub use reader::{read_item, read_items, read_text};
pub use value::JsonValue;

/// How deep values of a live object are read, and how far references between nodes of a graph are followed. No record and
/// no graph of schema.org comes near.
pub(crate) const MAX_DEPTH: usize = 12;

/// Why a value is no record, to be put into an error's sentence.
pub(crate) const NOT_A_RECORD: &str = "a record is an object of CSL variables";
