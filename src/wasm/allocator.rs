//! Allocator of the engines.
//!
//! Talc is 1.9 kB smaller than the allocator of the standard library (brotli), and faster. A page has one thread, hence no
//! lock; a build with threads uses the default allocator.

/// Memory that grows stays one heap, which wastes less of it where thousands of records come in.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics"), feature = "full"))]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Memory that grows becomes another heap, which takes less code.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics"), not(feature = "full")))]
#[global_allocator]
static TALC: talc::cell::TalcSyncCell<talc::wasm::WasmGrowAndClaim, talc::wasm::WasmBinning> =
    talc::cell::TalcSyncCell::new_wasm(talc::wasm::WasmGrowAndClaim);
