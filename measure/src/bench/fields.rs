//! Each field of each reader from 10 kB to 1 MB: `cargo xtask bench --linear READER...` times them, and `tests/linear.rs`
//! counts the steps of smaller ones.

use std::time::Instant;

use crate::fields::{self, FILLERS, Field, steps};
use xtask::Outcome;

use super::native;

/// The sizes that are timed, in bytes.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// What the timed fields are filled with; all of [`FILLERS`] would take a day.
const TIMED: [&str; 4] = ["Dr. ", "<", ", ", "a "];
/// Rounds of each input, of which the fastest counts.
const ROUNDS: usize = 2;
/// How much more a byte of the largest input may cost.
const GROWTH: f64 = 1.5;

/// The sizes whose steps are counted, in bytes; small enough that nothing is cut off.
const COUNTED: [usize; 2] = [800, 4_800];
/// How many times the steps of a byte may grow between them; buffers and tables are filled once.
const STEPS: f64 = 1.6;

/// Prints the growth of the fields of some readers, of all where none is named: microseconds for a byte.
pub(super) fn print_native(readers: &[&str]) -> Outcome<()> {
    println!("{:<58}{:>10}{:>10}{:>10}{:>9}", "microseconds a byte", "10 kB", "100 kB", "1 MB", "growth");
    let mut grown = 0;
    for field in chosen(readers) {
        for filler in TIMED {
            let [small, middle, large] = SIZES.map(|size| time(&field, filler, size));
            let growth = large.max(middle) / small;
            grown += usize::from(growth > GROWTH);
            let name = format!("{} {} {filler:?}", field.reader, field.name);
            println!("{name:<58}{small:>10.4}{middle:>10.4}{large:>10.4}{growth:>8.1}×");
        }
    }
    println!("{grown} grow by more than {GROWTH}×");
    Ok(())
}

fn chosen(readers: &[&str]) -> impl Iterator<Item = Field> {
    fields::all().into_iter().filter(|field| readers.is_empty() || readers.contains(&field.reader.as_str()))
}

/// Microseconds for a byte.
fn time(field: &Field, filler: &str, size: usize) -> f64 {
    let work = field.work(&fields::filled(filler, size));
    let once = |_| {
        let start = Instant::now();
        work();
        native::milliseconds(start)
    };
    (0..ROUNDS).map(once).fold(f64::INFINITY, f64::min) * 1000.0 / size as f64
}

/// Prints the fields whose steps grow faster than their length, one a line; an error where this build counts none.
pub(super) fn print_steps(readers: &[&str]) -> Outcome<()> {
    for field in chosen(readers) {
        for filler in FILLERS {
            let [small, large] = COUNTED
                .map(|size| steps::count(field.work(&fields::filled(filler, size))) as f64 / size as f64);
            if small == 0.0 {
                return Err(
                    "This build counts no steps: measure/count-steps.sh makes one that does.".to_owned()
                );
            }
            if large > STEPS * small {
                let Field { reader, name, .. } = &field;
                println!("{reader}, {name}, {filler:?}: {small:.0} steps a byte, then {large:.0}");
            }
        }
    }
    Ok(())
}
