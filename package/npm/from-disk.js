// Starts an engine in Node from files on disk.

import { readFile } from 'node:fs/promises';

/**
 * A loader that starts the engine of the process with the shipped styles on the first call. After a failure the next call
 * tries again.
 *
 * @param {{Engine: Function, initSync: Function}} glue
 * @param {string} module the name of the WebAssembly module beside this file
 * @returns {(files?: import('./index.js').EngineFiles) => Promise<object>} takes paths or `file:` addresses; the package's
 *   own by default. Those of later calls have no effect.
 */
export function loader(glue, module) {
  let loading;
  return (files = {}) => {
    loading ??= start(glue, module, files).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function start({ Engine, initSync }, name, { wasm = beside(name), pack = beside('citelet.pack') }) {
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
