//! Text from bytes.

use super::IteratorExt;
use alloc::borrow::ToOwned;
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
    match core::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_bytes() {
        assert_eq!(percent_decode("Caf%C3%A9+1%"), "Café 1%");
        assert_eq!(percent_decode("caf%E9%zz"), "café%zz");
    }
}
