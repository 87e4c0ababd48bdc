//! The CSL engine: compiled styles in, formatted citations out.

mod bibliography;
pub mod case;
pub mod cluster;
mod collapse;
#[cfg(feature = "compile")]
pub mod compile;
pub mod content;
mod disambiguate;
pub mod locale;
pub mod output;
mod position;
pub mod processor;
pub mod program;
pub mod render;
pub mod sort;
