//! Text from bytes.

use super::IteratorExt;
use alloc::string::String;
use alloc::vec::Vec;

/// A value of a query without its escapes (RFC 3986, and the plus sign of forms). Bytes that are not UTF-8 are read as
/// Latin-1, which older sites use.
pub fn percent_decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        let digit = |at: usize| tail.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        rest = tail;
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = tail.get(2..).unwrap_or(&[]);
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(*byte),
        }
    }
    string_from_utf8(&bytes).unwrap_or_else(|| bytes.iter().map(|byte| char::from(*byte)).collect_string())
}

/// The text of which these bytes are the UTF-8, in place of `String::from_utf8(…).ok()`.
pub fn string_from_utf8(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes.iter();
    while let Some(first) = rest.next() {
        let (bits, length) = match first {
            0..0x80 => (first & 0x7F, 1),
            0xC0..0xE0 => (first & 0x1F, 2),
            0xE0..0xF0 => (first & 0x0F, 3),
            0xF0..0xF8 => (first & 0x07, 4),
            _ => return None,
        };
        let mut code = u32::from(bits);
        for _ in 1..length {
            let next = rest.next().filter(|next| **next & 0xC0 == 0x80)?;
            code = code << 6 | u32::from(next & 0x3F);
        }
        // An encoding longer than necessary is not UTF-8.
        text.push(char::from_u32(code).filter(|c| c.len_utf8() == length)?);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_bytes() {
        assert_eq!(percent_decode("Caf%C3%A9+1%"), "Café 1%");
        assert_eq!(percent_decode("caf%E9%zz"), "café%zz");
    }

    #[test]
    fn only_utf_8_is_text() {
        for bytes in
            [&b"\xC3\xA9"[..], b"a\xF0\x9F\x98\x80", b"\xC0\x80", b"\xE9", b"\xED\xA0\x80", b"\x80", b""]
        {
            assert_eq!(
                string_from_utf8(bytes),
                core::str::from_utf8(bytes).ok().map(String::from),
                "{bytes:?}"
            );
        }
    }
}
