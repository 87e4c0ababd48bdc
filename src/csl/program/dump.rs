//! A compiled style in words.
