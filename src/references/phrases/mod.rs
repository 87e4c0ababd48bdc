//! Readers of single phrases: from words to the value that they mean. None looks for its phrase in a text; that is what
//! the recognisers do.

pub(super) mod date;
pub(super) mod edition;
pub(super) mod editor_mark;
pub(super) mod imprint;
pub(super) mod label;
pub(super) mod name_extent;
pub(super) mod name_parts;
pub(super) mod names;
pub(super) mod report;
pub(super) mod thesis;
