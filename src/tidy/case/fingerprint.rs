//! The hash by which names are stored. `cargo xtask names` compiles this file too, for the search of the basis.

/// The hash of the empty text. With this one no frequent word (`tests/cases/case/frequent_words.txt`) has the hash of a
/// name; `cargo xtask names` finds another where a new name breaks that.
pub(crate) const BASIS: u32 = 61460;

/// The bits of a hash. With some 2,000 hashes one rare word of 2,100 is mistaken for a name.
const MASK: u32 = (1 << 22) - 1;

/// The hash of a text: FNV-1a of 32 bits, folded to 22.
pub(crate) const fn fingerprint(basis: u32, text: &[u8]) -> u32 {
    let (mut hash, mut rest) = (basis, text);
    while let Some((byte, tail)) = rest.split_first() {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = tail;
    }
    (hash >> 22 ^ hash) & MASK
}
