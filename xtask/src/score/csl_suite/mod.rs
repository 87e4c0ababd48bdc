//! The official CSL test suite.

pub mod fixture;
