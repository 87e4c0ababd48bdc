//! The JavaScript face of the crate: conversion only, so that every rule can be tested without a browser.
//!
//! The types that scripts see are written down in `www/index.d.ts`. What comes in is read level by level through
//! [`input`]; what goes out is built in [`output`]. Both are by hand, because serde would cost 15 kB on the wire.

mod allocator;
#[cfg(feature = "full")]
mod document;
mod engine;
#[cfg(feature = "full")]
mod files;
mod input;
mod output;
#[cfg(feature = "full")]
mod references;
mod walk;

#[cfg(feature = "full")]
pub use document::CitationDocument;
pub use engine::Engine;
