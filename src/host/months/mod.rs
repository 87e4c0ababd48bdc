//! The names of the months in a language.

#[cfg(all(feature = "wasm", target_family = "wasm"))]
mod browser;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
mod native;

use alloc::string::String;
use alloc::vec::Vec;
#[cfg(all(feature = "wasm", target_family = "wasm"))]
use browser as tables;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
use native as tables;

/// Adds the names of the months in the language of a primary subtag (BCP 47), in small letters, from the first to the last:
/// abbreviated, alone, and beside a day ("июл.", "июль", "28 июля"). The day may be there, and is 28. None for what is no such
/// subtag, and for English, whose names need no asking.
pub fn add_names(tag: &str, names: &mut Vec<String>) {
    let is_subtag = matches!(tag.len(), 2 | 3) && tag.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_subtag && tag != "en" && tag != "mul" {
        tables::add_names(tag, names);
    }
}
