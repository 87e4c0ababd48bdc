// The page's engine travels in a form that compresses better than a WebAssembly module does, with the decoder, a small
// module itself, in front of it. xtask/src/dense.rs writes such a file; crate `dense` explains the form.

/** The bytes `DENS`, with which a file in this form begins. */
const LABEL = 0x534e4544;

/** How many bytes the decoder wants behind the module, for its cursors. */
const ROOM = 4 * (3 << 14) + 8;

/** Whether these bytes are a file in dense form. */
export const isDense = (bytes) => bytes.byteLength > 12 && new DataView(bytes).getUint32(0, true) === LABEL;

/**
 * The module that a file in dense form holds; nothing when the file was damaged.
 *
 * @param {ArrayBuffer} file
 * @returns {Uint8Array|false}
 */
export function expanded(file) {
  const [, decoderSize, size] = new Uint32Array(file, 0, 3);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(file, 12, decoderSize)));
  const dense = new Uint8Array(file, 12 + decoderSize);
  const { memory } = exports;
  const from = memory.buffer.byteLength;
  memory.grow(Math.ceil((dense.length + size + ROOM) / 65536));
  new Uint8Array(memory.buffer, from).set(dense);
  return exports.expand(from, dense.length, size) && new Uint8Array(memory.buffer, from + dense.length, size);
}
