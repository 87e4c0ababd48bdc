//! Arbitrary names and values as the metadata of a page. The claims are those of `readers.rs`.
#![no_main]

#[path = "../readers.rs"]
#[allow(dead_code)] // Each target uses a part of it.
mod readers;

libfuzzer_sys::fuzz_target!(|text: &str| readers::tags(text));
