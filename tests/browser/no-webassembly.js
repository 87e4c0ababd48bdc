// A browser in which WebAssembly is switched off.
delete globalThis.WebAssembly;
