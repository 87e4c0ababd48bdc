//! Arbitrary bytes as a bundle of packs, and what follows them as records. The claim: no panic.
#![no_main]

#[path = "../exercise.rs"]
mod exercise;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return };
    let at = usize::from(u16::from_le_bytes(*length)).min(rest.len());
    exercise::exercise(&rest[..at], &mut exercise::Choices(&rest[at..]));
});
