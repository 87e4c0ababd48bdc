//! What a page has from its browser and a program from a library: the properties of letters, the order of words, the
//! tags of languages.
//!
//! Unicode's tables weigh a tenth of all that a page loads, and every browser has them. So the page's engine calls
//! JavaScript, and a native program Rust's standard library and `unicode-normalization`. Each module here is one set of
//! functions with a `browser` and a `native` half; both give the same results, where one of them says nothing else.

#[cfg(feature = "full")]
pub mod collation;
pub mod language_tag;
pub mod letters;
