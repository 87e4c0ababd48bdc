//! Words by which a person recognises what a part of a reference is: lists, and questions about single names.

pub(super) mod containers;
pub(super) mod months;
pub(super) mod organisations;
pub(super) mod places;
pub(super) mod publishers;
pub(super) mod works;
