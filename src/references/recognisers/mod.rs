//! Recognisers: each looks at the tokens alone and returns claims. None uses another, and none changes the tokens.

pub(super) mod access_notes;
pub(super) mod brackets;
pub(super) mod editions;
pub(super) mod editors;
pub(super) mod identifiers;
pub(super) mod labelled_numbers;
pub(super) mod noise;
mod number_tokens;
pub(super) mod numbers;
mod trailing_date;
