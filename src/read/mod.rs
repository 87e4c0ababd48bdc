//! Readers: from a page, a file or a registry's answer to an item and warnings.
//!
//! [`page`] collects the metadata of a page, `meta_tags` ranks its tags by trust, and `interpret` decides in one place
//! what the page says. Nothing here fails: what cannot be read is left out, and a [`Warning`](crate::item::Warning) says
//! so. Values stay as the source has them; [`crate::tidy`] repairs them and reports what it changed.

#[cfg(feature = "full")]
pub mod bibtex;
mod coins;
mod date;
#[cfg(feature = "full")]
mod face;
#[cfg(feature = "full")]
mod files;
mod interpret;
#[cfg(feature = "full")]
mod jats;
mod json_ld;
mod meta_tags;
mod names;
pub mod page;
mod page_citation;
mod page_range;
#[cfg(feature = "full")]
pub mod reference_list;
#[cfg(feature = "full")]
pub mod registry;
mod result;
#[cfg(feature = "full")]
pub mod ris;
#[cfg(feature = "full")]
pub(crate) mod values;

#[cfg(feature = "full")]
pub use files::{ImportFormat, read_json, read_text};
pub use interpret::item;
#[cfg(feature = "internals")]
pub use meta_tags::known_tags;
pub use result::ReadResult;
