//! Allocator and panic handler of the page's engine.
//!
//! Talc is 1.9 kB smaller than the allocator of the standard library (brotli), and faster. A page has one thread, hence no
//! lock; a build with threads uses the default allocator.

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Ends the program with the trap `unreachable`, without a message: in a page nobody reads it, and the code that formats
/// one is 6 kB of what a page loads (brotli).
#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
