//! Citelet reads an article page, mends what the journal stored badly, and formats its citation.
//!
//! ```text
//! page ──read──▶ Item + warnings ──tidy──▶ Item + repairs ──┬─▶ csl: render ▶ content ▶ output ──▶ html · text · runs
//!                                                         └─▶ write: BibTeX · RIS · CSL-JSON
//! style.csl + locale.xml ──csl::compile (host only)──▶ pack of bytes ──▶ loaded by the page
//! ```

// A page needs of the standard library only what `alloc` has; the rest would bring the printing of panics.
#![no_std]
// What a page runs cannot panic, for there nobody catches it, and every message of a panic is bytes to load. Tests are
// exempt, and so are the host tools, which a person watches.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

extern crate alloc;
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
extern crate std;

pub mod csl;
#[cfg(feature = "full")]
pub mod document;
pub mod engine;
pub mod error;
mod formatted;
pub mod item;
mod prelude;
pub mod read;
mod sorting;
pub mod text;
pub mod tidy;
pub mod vocabulary;
#[cfg(feature = "wasm")]
pub mod wasm;
pub mod write;

pub use error::Error;
pub use item::Item;

/// The version of the crate, which the packages made of it carry too.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
