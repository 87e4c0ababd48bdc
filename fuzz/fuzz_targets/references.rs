//! Arbitrary lines as a list of references. The claims are those of `readers.rs`.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|text: &str| readers::references(text));
