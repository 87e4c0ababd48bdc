//! How the work grows with the size of the input, by counting instead of timing: memory that is allocated is the same
//! on a busy machine. `cargo xtask bench --linear` times the same inputs.

/// Bytes that a large input may cost beyond its share, for buffers of a fixed size.
const SLACK: u64 = 1 << 16;

/// Checks that the memory which is allocated grows no faster than the input, with room for buffers that double.
pub(crate) fn check_linear<T>(what: &str, sizes: [usize; 2], make: impl Fn(usize) -> T, work: fn(&T)) {
    let [small, large] = sizes.map(|size| {
        let input = make(size);
        allocation_counter::measure(|| work(&input)).bytes_total
    });
    let factor = (sizes[1] / sizes[0]) as u64;
    assert!(
        large <= small * factor * 2 + SLACK,
        "{what}: {small} bytes at size {}, {large} bytes at size {}",
        sizes[0],
        sizes[1]
    );
}
