//! From the finished tree to HTML, text and runs. Only this module compares neighbouring characters, and only this
//! module escapes.
//!
//! [`finish`] lays the tree out as a flat list of [`Event`]s. It chooses quotation marks, flips nested formatting, and
//! resolves the punctuation wherever two parts meet. [`html()`], [`text`] and `runs` print that list.

mod event;
mod flatten;
mod html;
mod punctuation;
mod run;
mod runs;
mod suite_html;
#[cfg(test)]
mod tests;

use crate::csl::content::Content;
use crate::prelude::*;

pub use event::{Event, Property, Settings};
pub use html::html;
pub use runs::{Run, runs, text};
pub use suite_html::suite_html;

/// Lays out a tree: quotation marks, flipped formatting, punctuation and spaces, in this order.
pub fn finish(content: &Content, settings: &Settings) -> Vec<Event> {
    punctuation::resolve(flatten::flatten(content, settings), settings.punctuation_in_quote)
}
