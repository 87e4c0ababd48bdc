//! The compiled form of a style: what the interpreter walks.
//!
//! A style's XML is for people; this is for the machine. Names are numbers, macros are called by index, the style's
//! own locale overrides ride along. What it cannot do: give back the XML, its comments or its metadata beyond id,
//! title and class. [`wire`] writes it to bytes and reads it, checking every bound once; [`dump`] prints it.

#[cfg(feature = "full")]
mod ask;
#[cfg(feature = "compile")]
pub mod dump;
mod style;
pub mod wire;

pub use style::*;

/// The version that packs state. It changes whenever the wire format or a vocabulary does.
pub const VERSION: u32 = 2;
