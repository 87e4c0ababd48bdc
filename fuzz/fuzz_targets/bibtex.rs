//! Arbitrary text as a BibTeX file. The claims are those of `readers.rs`.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|text: &str| readers::file(text, citelet::ImportFormat::Bibtex));
