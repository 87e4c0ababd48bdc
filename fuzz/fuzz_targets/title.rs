//! Arbitrary lines as a title, its abstract and its language. The claims are those of `readers.rs`.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|text: &str| readers::title(text));
