//! Arbitrary text as a style's XML; what compiles is loaded and set to work. The claim: no panic.
#![no_main]

#[path = "../exercise.rs"]
mod exercise;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(xml) = core::str::from_utf8(bytes) else { return };
    if let Ok((style, _)) = citelet::csl::compile::style(xml) {
        assert!(exercise::exercise(&style.to_bytes(), &mut exercise::Choices(bytes)), "what compiles loads");
    }
});
