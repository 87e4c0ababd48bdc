//! The CSL engine: compiled styles in, formatted citations out.

#[cfg(feature = "full")]
mod bibliography;
pub mod case;
#[cfg(feature = "full")]
pub mod cluster;
#[cfg(feature = "full")]
mod collapse;
#[cfg(feature = "compile")]
pub mod compile;
pub mod content;
#[cfg(feature = "full")]
mod disambiguate;
#[cfg(feature = "full")]
mod label;
mod layout;
pub mod locale;
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
