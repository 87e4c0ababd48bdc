//! The CSL engine: compiled styles in, formatted citations out.

#[cfg(feature = "full")]
mod bibliography;
pub mod case;
#[cfg(feature = "full")]
pub mod citation;
#[cfg(feature = "full")]
mod citation_label;
#[cfg(feature = "full")]
mod collapse;
#[cfg(feature = "compile")]
pub mod compile;
pub mod content;
#[cfg(feature = "full")]
mod disambiguate;
mod layout;
pub mod output;
#[cfg(feature = "full")]
mod position;
#[cfg(feature = "full")]
pub mod processor;
pub mod program;
pub mod render;
pub mod single;
#[cfg(feature = "full")]
pub mod sort;
