//! The CSL engine: compiled styles in, formatted citations out.

pub mod case;
#[cfg(feature = "compile")]
pub mod compile;
pub mod content;
pub mod locale;
pub mod output;
pub mod program;
