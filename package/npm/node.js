// The engine in Node, where its two files are read from disk.

import { readFile } from 'node:fs/promises';
import init, { Engine } from './citelet-full.js';

let loading;

/**
 * The process's engine with the shipped styles, loaded on the first call. A failure is forgotten, so that a later
 * call tries again.
 *
 * @param {{wasm?: URL|string, pack?: URL|string}} [files] paths or `file:` addresses; the package's own by default.
 *   Only the first call's answer counts.
 * @returns {Promise<Engine>}
 */
export function loadEngine(files = {}) {
  loading ??= start(files).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start({ wasm = beside('citelet-full.wasm'), pack = beside('citelet.pack') }) {
  const [module, styles] = await Promise.all([readFile(wasm), readFile(pack)]);
  await init({ module_or_path: module });
  const engine = new Engine();
  engine.load(styles);
  return engine;
}

const beside = (name) => new URL(name, import.meta.url);

export { Engine };
