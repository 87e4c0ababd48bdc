//! The writing head; host only. It mirrors [`super::reader`].

/// Writes a pack.
#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// All bytes written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// What another head wrote, after its length.
    pub(super) fn append(&mut self, other: Writer) {
        self.length(other.bytes.len());
        self.bytes.extend(other.bytes);
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    /// A length; no style comes near the limit of 32 bits.
    pub(super) fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    pub(super) fn string(&mut self, text: &str) {
        self.length(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }
}
