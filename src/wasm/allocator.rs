//! Allocator of the engines.
//!
//! Talc is 1.9 kB smaller than the allocator of the standard library (brotli), and faster. A page has one thread, hence no
//! lock; a build with threads uses the default allocator.

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
