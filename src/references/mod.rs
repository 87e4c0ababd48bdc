//! The works that an article cites: from texts and fields to records.
//!
//! A reference is read in three steps.
//!
//! 1. `tokens` is the text without markup, its words and marks, and what is in italics.
//! 2. `recognisers` look at the tokens alone and return `claims`: a field with its value, the stretch where it was
//!    read, and how sure that is. They find addresses, identifiers, days of access, brackets, editions, editors,
//!    pages, volumes and the numbers at the end. What a single phrase means is read in `phrases`, by the words in
//!    `lexicon`.
//! 3. `assemble` decides which recogniser looks where, which claims count, how the words that are left are laid out,
//!    and what type of work that makes.
//!
//! No field contains another's words, the text contains every field's words, and what rests on a guess has a warning.
//! The text is kept whatever it is. References that a page gives field by field are read by `structured`.

mod assemble;
mod claims;
mod entries;
mod lexicon;
mod parse;
mod phrases;
mod quotations;
mod recognisers;
mod reference;
mod review;
mod sentences;
mod structured;
mod tokens;

pub use entries::{Entry, entries, read};
pub use parse::parse;
pub use reference::Reference;
