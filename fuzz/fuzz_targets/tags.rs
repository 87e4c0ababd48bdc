//! Arbitrary names and values as the metadata of a page. The claims are those of `readers.rs`.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|text: &str| readers::tags(text));
