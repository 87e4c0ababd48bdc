//! Memory of the page's engine. Talc is smaller than the allocator of the standard library by 1.9 kB on the wire, and
//! faster. A page has one thread, hence no lock; a build with threads would get the default allocator.

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
