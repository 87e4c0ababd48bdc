//! Counts steps in place of time: the blocks of code that run.
//!
//! `count-steps.sh` has the crate compiled so that each block calls the function here (LLVM's SanitizerCoverage, which stable
//! compilers have). In any other build nothing calls it.

use std::sync::atomic::{AtomicU64, Ordering};

static STEPS: AtomicU64 = AtomicU64::new(0);

/// The steps of some work.
pub fn count(work: impl FnOnce()) -> u64 {
    let before = STEPS.load(Ordering::Relaxed);
    work();
    STEPS.load(Ordering::Relaxed) - before
}

#[allow(unsafe_code, missing_docs)] // The compiler looks for these two names.
#[unsafe(no_mangle)]
pub extern "C" fn __sanitizer_cov_trace_pc_guard(_: *mut u32) {
    // One thread counts, so that no lock is needed.
    STEPS.store(STEPS.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

#[allow(unsafe_code, missing_docs)]
#[unsafe(no_mangle)]
pub extern "C" fn __sanitizer_cov_trace_pc_guard_init(_: *mut u32, _: *mut u32) {}
