//! Tags of languages (BCP 47, RFC 5646).

#[cfg(all(feature = "wasm", target_family = "wasm"))]
mod browser;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
mod native;

#[cfg(all(feature = "wasm", target_family = "wasm"))]
use browser as half;
#[cfg(not(all(feature = "wasm", target_family = "wasm")))]
use native as half;

use alloc::string::String;

/// A tag in its canonical form (RFC 5646, section 4.5), with the shortest code of its language: `eng` becomes `en`,
/// `zh-hans-cn` `zh-Hans-CN`; `None` of what is no tag. Some browsers also know bibliographic codes (`fre`), and replace codes
/// of regions that are out of use.
pub fn canonical(tag: &str) -> Option<String> {
    half::canonical(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_canonical() {
        for (tag, want) in [
            ("en", Some("en")),
            ("fra", Some("fr")),
            ("in-id", Some("id-ID")),
            ("en-us", Some("en-US")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("grc", Some("grc")),
            ("none", None),
            ("a-b", None),
            ("", None),
        ] {
            assert_eq!(canonical(tag).as_deref(), want, "{tag}");
        }
    }
}
