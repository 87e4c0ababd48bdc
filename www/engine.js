// Loads the engines and the exporter: the module, its glue, and the pack of styles. All elements of a page share them.

import init, { Engine } from './citelet.js';
import { CiteletError, sentence } from './error.js';
import { fetchFile, loaded, statedAddress } from './files.js';
import { languageFiles } from './languages.js';

/** `\0asm`, with which every WebAssembly module begins. */
const WASM_MAGIC = 0x6d736100;

// Written out, because bundlers recognise a file to include by this very expression.
const wasmFile = () => statedAddress('citelet.wasm') ?? new URL('./citelet.wasm', import.meta.url).href;
const fullWasmFile = () => statedAddress('citelet-full.wasm') ?? new URL('./citelet-full.wasm', import.meta.url).href;
const exportWasmFile = () => statedAddress('citelet-export.wasm') ?? new URL('./citelet-export.wasm', import.meta.url).href;
const packFile = () => statedAddress('citelet.pack') ?? new URL('./citelet.pack', import.meta.url).href;

/** A loader that loads on the first call. After a failure the next call tries again. */
const once = (start) => {
  let loading;
  return (files) => {
    // Own properties only: a script of the page may have added to `Object.prototype`.
    loading ??= start({ __proto__: null, ...files }).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
};

/**
 * The page's engine with the shipped styles: it reads the page, repairs records and formats single citations.
 *
 * @param {import('./index.js').EngineFiles} [files] addresses of the two files; beside this module by default. Those of
 *   later calls have no effect.
 * @returns {Promise<import('./index.js').PageEngine>}
 * @throws {CiteletError} with the codes `no-webassembly`, `network`, `missing-file`, `wasm`, `csp` and `pack`
 */
export const loadEngine = once(({ wasm = wasmFile(), pack = packFile() }) =>
  start(instantiate({ default: init, Engine }, wasm).catch(translation), pack),
);

/**
 * The full engine, which also formats bibliographies and reads files and lists of references. It is loaded in addition to
 * the page's engine when it is needed. Otherwise like {@link loadEngine}.
 *
 * @param {import('./index.js').EngineFiles} [files]
 * @returns {Promise<import('./index.js').Engine>}
 * @throws {CiteletError}
 */
export const loadFullEngine = once(async ({ wasm = fullWasmFile(), pack = packFile() }) => {
  return start(instantiate(await loaded('citelet-full.js', () => import('./citelet-full.js')), wasm), pack);
});

/**
 * The module that writes records as files. It is loaded when a reader wants one. Otherwise like {@link loadEngine}.
 *
 * @param {{wasm?: URL|string}} [files]
 * @returns {Promise<import('./index.js').Exporter>}
 * @throws {CiteletError}
 */
export const loadExporter = once(async ({ wasm = exportWasmFile() }) => {
  const glue = await loaded('citelet-export.js', () => import('./citelet-export.js'));
  await instantiate(glue, wasm);
  return { export: glue.exportRecords };
});

/** The engine of a module, with the shipped styles. All files are requested at once, the module by the caller. */
async function start(instantiated, pack) {
  const languages = languageFiles(globalThis.document);
  const styles = fetchFile(pack).then((response) => response.arrayBuffer());
  // A failure of the module is reported first; without this, one of the pack would then count as unhandled.
  styles.catch(() => {});
  const { Engine } = await instantiated;
  const engine = new Engine();
  const bytes = await styles.catch((error) => {
    throw error instanceof CiteletError ? error : new CiteletError('network', `The transfer of ${pack} broke off: ${sentence(error)}`, error);
  });
  try {
    engine.load(new Uint8Array(bytes));
  } catch (error) {
    throw new CiteletError('pack', `${pack} is not a pack of styles of this release: ${sentence(error)}`, error);
  }
  for (const text of await languages) if (text) engine.addLanguages(text);
  return engine;
}

/** The page's engine translated to JavaScript, which takes the place of one that may not run. It writes files too. */
async function translation(error) {
  try {
    if (!['csp', 'no-webassembly'].includes(error.code)) throw error;
    const engine = await loaded('citelet-nowasm.js', () => import('./citelet-nowasm.js'));
    await engine.default();
    return engine;
  } catch {
    throw error;
  }
}

async function instantiate(glue, url) {
  if (typeof WebAssembly !== 'object') {
    throw new CiteletError('no-webassembly', 'WebAssembly is switched off in this browser, and the citation engine needs it.');
  }
  const response = await fetchFile(url);
  const module = await compile(response, url).catch(explain(`${url} does not compile`));
  await glue.default({ module_or_path: module }).catch(explain(`${url} and the script beside it come from different releases`));
  return glue;
}

/** Converts an error of the browser. WebKit applies the Content-Security-Policy only when a module is instantiated. */
const explain = (otherwise) => (error) => {
  if (error instanceof CiteletError) throw error;
  if (/content.security.policy|\bcsp\b|unsafe-eval/i.test(sentence(error))) {
    throw new CiteletError('csp', "The page's Content-Security-Policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src.", error);
  }
  throw new CiteletError('wasm', `${otherwise}: ${sentence(error)}`, error);
};

/**
 * Compiles a module: while its bytes arrive where the server names the type that browsers require for that, otherwise
 * afterwards, so that a server without the type costs a little time and no more.
 */
async function compile(response, url) {
  const type = response.headers.get('content-type') ?? 'no type';
  if (WebAssembly.compileStreaming && /^application\/wasm/i.test(type)) return WebAssembly.compileStreaming(response);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength < 8 || new DataView(bytes).getUint32(0, true) !== WASM_MAGIC) {
    throw new CiteletError('wasm', `${url} is no WebAssembly module (the server calls it ${type}).`);
  }
  return WebAssembly.compile(bytes);
}
