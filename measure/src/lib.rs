//! What measures the product: judges of its output over data sets, other processors to compare with, benchmarks, and
//! listings for people. The product never depends on it; the tests call the same functions as `cargo xtask`.

pub mod bench;
pub mod exports;
pub mod fields;
pub mod read;
pub mod references;
pub mod score;
pub mod snapshot;
