//! Arbitrary text as a date. The claims are those of `readers.rs`.
#![no_main]

#[path = "../readers.rs"]
#[allow(dead_code)] // Each target uses a part of it.
mod readers;

libfuzzer_sys::fuzz_target!(|text: &str| readers::date(text));
