//! Blanks the data of a module that only messages of panics read: 0.6 kB on the wire.
//!
//! The panic handlers are traps ([`crate::bodies`]), so nothing reads the texts of the standard library's messages any more,
//! nor the places in source files. The linker laid out the data before that, and wasm-opt removes no data.

/// The texts that precede and join the values in messages. One that a later version of the standard library words
/// differently stays in the module, and does no harm there. The digits that print the values are not among them: the linker
/// merges them with those by which serde_json prints numbers, and the full engine reads numbers of records through these.
const TEXTS: [&str; 17] = [
    "assertion failed: self.is_char_boundary(new_len)",
    "attempt to join into collection with len > usize::MAX",
    "insertion index (is ",
    ") should be <= len (is ",
    "removal index (is ",
    ") should be < len (is ",
    "split_off index (is ",
    "mid > len",
    "capacity overflow",
    "Hash table capacity overflow",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
    "called `Option::unwrap_throw()` on a `None` value",
    "Attempted to initialize thread-local while it is being dropped",
    "Tried to shrink to a larger capacity",
    "closure invoked recursively or after being dropped",
    "null pointer passed to rust",
];

/// A `core::panic::Location`: address and length of the file's name, line and column.
const LOCATION: usize = 16;
/// No line or column of a source file is greater.
const GREATEST_LINE: u32 = 20_000;

/// The data of a segment that begins at this address of the memory, with zeros for what only messages of panics read.
pub fn blanked(data: &[u8], address: u32) -> Vec<u8> {
    let mut blanked = data.to_vec();
    for text in TEXTS {
        let starts = data.windows(text.len()).enumerate().filter(|(_, bytes)| *bytes == text.as_bytes());
        starts.for_each(|(start, _)| blanked[start..start + text.len()].fill(0));
    }
    for (start, record) in data.windows(LOCATION).enumerate().step_by(4) {
        if let Some((from, length)) = file_name(data, address, record) {
            blanked[start..start + LOCATION].fill(0);
            blanked[from..from + length].fill(0);
        }
    }
    blanked
}

/// Where the name of the source file is in the data, and its length, if a record is a location.
fn file_name(data: &[u8], address: u32, record: &[u8]) -> Option<(usize, usize)> {
    let (words, _) = record.as_chunks::<4>();
    let [from, length, line, column] = *words else { return None };
    let [from, length, line, column] = [from, length, line, column].map(u32::from_le_bytes);
    let (from, length) = (from.checked_sub(address)? as usize, length as usize);
    let name = data.get(from..from.checked_add(length)?)?;
    let is_path = name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic);
    let is_place = [line, column].iter().all(|number| (1..=GREATEST_LINE).contains(number));
    (is_path && is_place).then_some((from, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_messages_become_zeros_and_all_else_stays() {
        let name = b"src/a.rs";
        let record = |line: u32| [1000, 8, line, 5].map(u32::to_le_bytes).concat();
        let data = |name: &[u8], record: &[u8]| [name, record, b"mid > lens.rs"].concat();
        assert_eq!(blanked(&data(name, &record(7)), 1000), [&[0; 24 + 9], b"s.rs".as_slice()].concat());
        let other = record(0);
        assert_eq!(blanked(&data(name, &other), 1000), [name, other.as_slice(), &[0; 9], b"s.rs"].concat());
    }
}
