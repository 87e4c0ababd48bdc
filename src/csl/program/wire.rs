//! Bytes to [`super::Style`] and back.
