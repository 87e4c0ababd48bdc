// The full engine in Node, which reads its files from disk.

import { readFile } from 'node:fs/promises';
import { Engine, initSync } from './citelet-full.js';

let loading;

/**
 * The engine of the process with the shipped styles, loaded by the first call. After a failure the next call tries
 * again.
 *
 * @param {import('./index.js').EngineFiles} [files] paths or `file:` addresses; the package's own by default. Those of later
 *   calls have no effect.
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
  const files = [readFile(wasm), readFile(pack), readFile(beside('languages.txt'), 'utf8')];
  const [module, styles, languages] = await Promise.all(files);
  // The asynchronous start would look for `Response`, which makes Node load all of fetch: 18 ms.
  initSync({ module: await WebAssembly.compile(module) });
  const engine = new Engine();
  engine.load(styles);
  engine.addLanguages(languages);
  return engine;
}

const beside = (name) => new URL(name, import.meta.url);

export { Engine };
