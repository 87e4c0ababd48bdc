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
    utf8(&bytes).unwrap_or_else(|| bytes.iter().map(|byte| char::from(*byte)).collect_string())
}

/// A text in UTF-8, in place of `str::from_utf8`, whose speed for long texts takes bytes.
pub fn utf8(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    // The bits of the character so far, and how many of its bytes are to come.
    let (mut code, mut left) = (0, 0);
    for byte in bytes.iter().copied() {
        let ones = byte.leading_ones();
        if ones == 1 && left > 0 {
            (code, left) = (code << 6 | u32::from(byte & 0x3f), left - 1);
        } else if ones == 1 || left > 0 || ones > 4 {
            return None;
        } else {
            (code, left) = (u32::from(byte) & (0x7f >> ones), ones.saturating_sub(1));
        }
        if left == 0 {
            text.push(char::from_u32(code)?);
        }
    }
    // A character in more bytes than it needs is invalid, and so is one cut short.
    (text.len() == bytes.len()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_what_the_standard_library_takes_for_it() {
        let starts = [
            0, 0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc3, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf8, 0xff,
        ];
        let others = [0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc3];
        for first in starts {
            for second in others {
                for third in others {
                    for bytes in [
                        &[first, second, third, 0x80][..],
                        &[first, second, third],
                        &[first, second],
                        &[first],
                    ] {
                        assert_eq!(utf8(bytes).as_deref(), core::str::from_utf8(bytes).ok(), "{bytes:x?}");
                    }
                }
            }
        }
    }

    #[test]
    fn escapes_are_bytes() {
        assert_eq!(percent_decode("Caf%C3%A9+1%"), "Café 1%");
        assert_eq!(percent_decode("caf%E9%zz"), "café%zz");
    }
}
