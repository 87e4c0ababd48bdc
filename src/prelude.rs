//! The names that every module may use without importing each: `use crate::prelude::*`.
//!
//! The crate is `no_std`: it needs neither clock, files, environment nor threads, and so it cannot use them by accident.
//! Without `std` its prelude is missing too, so the names that it adds to `core`'s, which lie in `alloc`, are listed here,
//! with this crate's extension traits. Modules below this one (`text`,
//! `host`, `sorting`) import from `alloc` by themselves.

pub(crate) use crate::text::{CharExt, IteratorExt, StrExt};
pub(crate) use alloc::borrow::ToOwned;
pub(crate) use alloc::boxed::Box;
#[cfg(any(feature = "compile", feature = "full"))]
pub(crate) use alloc::format;
pub(crate) use alloc::string::{String, ToString};
pub(crate) use alloc::vec;
pub(crate) use alloc::vec::Vec;
