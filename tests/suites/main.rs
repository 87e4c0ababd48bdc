//! The data sets as named tests, and other tests that need what may be missing. `cargo test --test suites NAME` runs
//! those whose names contain NAME.
//!
//! What lacks its data is ignored, with the reason. The cases that are known to fail are listed in `tests/expected/`,
//! each under its reason; an unexpected pass and a stale entry fail too.

#[path = "../common/mod.rs"]
mod common;
mod data_sets;
mod exact_pages;
#[path = "../../fuzz/exercise.rs"]
#[allow(dead_code, unreachable_pub)] // It is part of another crate too.
mod exercise;
mod harness;
#[path = "../common/hostile.rs"]
mod hostile;
mod kinds;
mod official_styles;
mod own_cases;
#[path = "../common/packs.rs"]
mod packs;
mod round_trip;
mod size;

use std::process::ExitCode;

use libtest_mimic::Arguments;
use xtask::guard;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    guard::hush();
    let tests = [
        data_sets::all(),
        own_cases::all(),
        kinds::all(),
        exact_pages::all(),
        round_trip::all(),
        official_styles::all(),
        size::all(),
    ];
    libtest_mimic::run(&arguments, tests.into_iter().flatten().collect()).exit_code()
}
