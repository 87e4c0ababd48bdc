//! The JavaScript face of the crate: conversion only, so that every rule can be tested without a browser.
//!
//! The types that scripts see are written down in `www/index.d.ts`. What goes out passes through serde-wasm-bindgen.
//! Records that come in become [`item::json::Value`](crate::item::json::Value): in the full engine through one JSON text, in
//! the page's engine property by property.

mod allocator;
#[cfg(feature = "full")]
mod bibliography;
#[cfg(feature = "full")]
mod document;
mod engine;
#[cfg(feature = "full")]
mod files;
mod input;
#[cfg(feature = "full")]
mod json_text;
mod live;
mod output;
#[cfg(feature = "full")]
mod references;
mod walk;

#[cfg(feature = "full")]
pub use document::CitationDocument;
pub use engine::Engine;

#[cfg(feature = "full")]
use json_text::value;
#[cfg(not(feature = "full"))]
use live::value;
