//! What the standard library's prelude adds to `core`'s, for modules that do without the standard library.

pub(crate) use crate::text::Holds;
pub(crate) use alloc::borrow::ToOwned;
pub(crate) use alloc::boxed::Box;
#[cfg(feature = "compile")]
pub(crate) use alloc::format;
pub(crate) use alloc::string::String;
#[cfg(any(test, feature = "compile", feature = "json"))]
pub(crate) use alloc::string::ToString;
pub(crate) use alloc::vec;
pub(crate) use alloc::vec::Vec;
