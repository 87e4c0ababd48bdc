//! The classes of characters, as bits that may be combined.

/// A letter (property Alphabetic).
pub(super) const LETTER: u32 = 1;
/// A lower-case letter.
pub(super) const LOWERCASE: u32 = 2;
/// An upper-case letter.
pub(super) const UPPERCASE: u32 = 4;
/// A digit or another number (general category N).
pub(super) const NUMBER: u32 = 8;
