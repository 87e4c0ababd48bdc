//! The JavaScript face of the crate: conversion only, so that every rule can be tested without a browser.
//!
//! The types that scripts see are written down in `www/index.d.ts`. What goes out passes through serde-wasm-bindgen.
//! Records that come in become [`item::json::JsonValue`](crate::item::json::JsonValue): in the full engine through one JSON text, in
//! the page's engine property by property.

mod allocator;
#[cfg(all(feature = "full", not(feature = "exporter")))]
mod bibliography;
#[cfg(all(feature = "full", not(feature = "exporter")))]
mod document;
#[cfg(not(feature = "exporter"))]
mod engine;
#[cfg(feature = "write")]
mod export;
#[cfg(all(feature = "full", not(feature = "exporter")))]
mod files;
#[cfg(all(feature = "html", feature = "exporter"))]
mod html;
#[cfg_attr(feature = "exporter", allow(dead_code))] // Engines use more of it.
mod input;
#[cfg(feature = "full")]
#[cfg_attr(feature = "exporter", allow(dead_code))] // Engines use more of it.
mod json_text;
mod live;
#[cfg_attr(feature = "exporter", allow(dead_code))] // Engines use more of it.
mod output;
#[cfg(all(feature = "full", not(feature = "exporter")))]
mod references;
#[cfg(not(feature = "exporter"))]
mod walk;

#[cfg(all(feature = "full", not(feature = "exporter")))]
pub use document::CitationDocument;
#[cfg(not(feature = "exporter"))]
pub use engine::Engine;
#[cfg(feature = "exporter")]
pub use export::export;
#[cfg(all(feature = "html", feature = "exporter"))]
pub use html::read_html;
#[cfg(all(feature = "full", not(feature = "exporter")))]
pub use references::ReferenceReader;

#[cfg(feature = "full")]
use json_text::value;
#[cfg(not(feature = "full"))]
use live::value;
