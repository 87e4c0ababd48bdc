//! What the standard library's prelude adds to `core`'s, for modules that do without the standard library.

pub(crate) use crate::text::{CharExt, StrExt};
pub(crate) use alloc::borrow::ToOwned;
pub(crate) use alloc::boxed::Box;
#[cfg(any(feature = "compile", feature = "full"))]
pub(crate) use alloc::format;
pub(crate) use alloc::string::String;
#[cfg(any(test, feature = "compile", feature = "full", feature = "json"))]
pub(crate) use alloc::string::ToString;
pub(crate) use alloc::vec;
pub(crate) use alloc::vec::Vec;

/// `collect` for lists and texts. The standard library's asks every iterator how long it will be, has ways of its own
/// for the answers, and is compiled anew for each; a page's code is smaller by so much as these do not.
pub(crate) trait IteratorExt: Iterator + Sized {
    /// All items as a list.
    fn collect_vec(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }

    /// All characters as a text.
    fn collect_string(self) -> String
    where
        Self: Iterator<Item = char>,
    {
        let mut text = String::new();
        for c in self {
            text.push(c);
        }
        text
    }
}

impl<I: Iterator> IteratorExt for I {}
