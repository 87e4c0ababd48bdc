//! What identifies a pack, and the limits that the compiler and the reader of packs share.

/// The bytes that every pack begins with.
pub const LABEL: &[u8] = b"CSLP";
/// The version that packs state. It changes whenever the wire format or a list of [`crate::vocabulary`] does, and
/// then `cargo xtask styles` writes the crate's own pack anew.
pub const VERSION: u32 = 4;

/// How deep rendering elements may nest inside one macro or layout.
pub const MAX_NODE_DEPTH: usize = 64;
/// How deep elements may nest along the deepest chain of macro calls.
pub const MAX_CALL_DEPTH: usize = 200;
/// How many bytes a text may have, including the zero at its end. Official styles need 200. The limit bounds what a
/// macro that is called often can print.
pub const MAX_TEXT: usize = 1000;
