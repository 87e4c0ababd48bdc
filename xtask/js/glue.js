// What wasm-bindgen's class and imports call, under the names that they call it by; xtask/src/glue.rs puts it behind them.

let wasm;
let view;
let bytes;
let WASM_VECTOR_LEN = 0;
// A mark of byte order at the beginning of a text is part of the text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

// A memory that grows gets a new buffer.
function getDataViewMemory0() {
  const { buffer } = wasm.memory;
  return view?.buffer === buffer ? view : (view = new DataView(buffer));
}

function getUint8ArrayMemory0() {
  const { buffer } = wasm.memory;
  return bytes?.buffer === buffer ? bytes : (bytes = new Uint8Array(buffer));
}

function getStringFromWasm0(ptr, len) {
  ptr >>>= 0;
  return decoder.decode(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

function passArray8ToWasm0(array) {
  const ptr = wasm.__wbindgen_malloc(array.length, 1) >>> 0;
  getUint8ArrayMemory0().set(array, ptr);
  WASM_VECTOR_LEN = array.length;
  return ptr;
}

function passStringToWasm0(text) {
  const { length } = text;
  const ptr = wasm.__wbindgen_malloc(length, 1) >>> 0;
  const memory = getUint8ArrayMemory0();
  // Most texts are short and in ASCII, where an encoder costs more than it does.
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      wasm.__wbindgen_free(ptr, length, 1);
      return passArray8ToWasm0(encoder.encode(text));
    }
    memory[ptr + at] = code;
  }
  WASM_VECTOR_LEN = length;
  return ptr;
}

function isLikeNone(value) {
  return value == null;
}

function addToExternrefTable0(value) {
  const index = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(index, value);
  return index;
}

function takeFromExternrefTable0(index) {
  const value = wasm.__wbindgen_externrefs.get(index);
  wasm.__externref_table_dealloc(index);
  return value;
}

function getArrayJsValueFromWasm0(ptr, len) {
  ptr >>>= 0;
  const values = Array.from({ length: len }, (_, at) =>
    wasm.__wbindgen_externrefs.get(getDataViewMemory0().getUint32(ptr + 4 * at, true)),
  );
  wasm.__externref_drop_slice(ptr, len);
  return values;
}

function handleError(work, args) {
  try {
    return work(...args);
  } catch (error) {
    wasm.__wbindgen_exn_store(addToExternrefTable0(error));
  }
}

/** Starts the engine; what is given is compiled or the bytes of the module. A second call does nothing. */
export default async function init({ module_or_path: module }) {
  if (wasm) return;
  const made = await WebAssembly.instantiate(module, __wbg_get_imports());
  wasm = (made.instance ?? made).exports;
  wasm.__wbindgen_start();
}
