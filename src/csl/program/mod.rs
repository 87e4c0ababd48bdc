//! The compiled form of a style, which the renderer interprets.
//!
//! A style's XML is for people; this form is for the interpreter. Names are numbers, macros are called by index, and the
//! style's own locale overrides are included. The XML, its comments and its metadata beyond id, title and class cannot
//! be recovered from it. [`wire`] reads and writes it as bytes and checks every bound once; `dump` prints it.

mod date;
#[cfg(feature = "compile")]
pub mod dump;
mod formatting;
pub mod locale;
mod name;
mod node;
#[cfg(feature = "full")]
mod queries;
mod style;
pub mod wire;

pub use date::*;
pub use formatting::*;
pub use name::*;
pub use node::*;
pub use style::*;
