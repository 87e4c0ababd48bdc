// Brings the engines: the wasm, its glue, and the pack of styles. All elements of a page share them.

import init, { Engine } from './citelet.js';
import { CiteletError, loaded, sentence } from './error.js';

/** `\0asm`, with which every WebAssembly module begins. */
const WASM_MAGIC = 0x6d736100;

// Written out, for bundlers look for just this expression to take a file along.
const WASM = new URL('./citelet.wasm', import.meta.url).href;
const FULL_WASM = new URL('./citelet-full.wasm', import.meta.url).href;
const PACK = new URL('./citelet.pack', import.meta.url).href;

/** An engine that is loaded on the first call. A failure is forgotten, so that a later call tries again. */
const once = (start) => {
  let loading;
  return (files = {}) => {
    loading ??= start(files).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
};

/**
 * The page's engine with the shipped styles: it reads the page, mends records and formats single citations.
 *
 * @param {{wasm?: URL|string, pack?: URL|string}} [files] where the two files are; beside this module by default.
 *   Only the first call's answer counts.
 * @returns {Promise<Engine>}
 * @throws {CiteletError} with the codes `no-webassembly`, `network`, `missing-file`, `wasm`, `csp` and `pack`
 */
export const loadEngine = once(({ wasm = WASM, pack = PACK }) => start({ default: init, Engine }, wasm, pack));

/**
 * The full engine, which makes bibliographies and reads files and lists of references too; loaded beside the page's
 * engine, when something asks for it. Like {@link loadEngine} otherwise.
 *
 * @param {{wasm?: URL|string, pack?: URL|string}} [files]
 * @returns {Promise<Engine>}
 * @throws {CiteletError}
 */
export const loadFullEngine = once(async ({ wasm = FULL_WASM, pack = PACK }) => {
  return start(await loaded('citelet-full.js', import('./citelet-full.js')), wasm, pack);
});

async function start(glue, wasm, pack) {
  if (typeof WebAssembly !== 'object') {
    throw new CiteletError('no-webassembly', 'WebAssembly is switched off in this browser, and the citation engine needs it.');
  }
  // Both files are asked for at once; neither waits for the other.
  const styles = fetchFile(pack).then((response) => response.arrayBuffer());
  // A failing module is reported first; this keeps the pack's own failure from counting as unhandled.
  styles.catch(() => {});
  await instantiate(glue, wasm);
  const engine = new glue.Engine();
  const bytes = await styles.catch((error) => {
    throw error instanceof CiteletError ? error : new CiteletError('network', `The transfer of ${pack} broke off: ${sentence(error)}`, error);
  });
  try {
    engine.load(new Uint8Array(bytes));
  } catch (error) {
    throw new CiteletError('pack', `${pack} is not a pack of styles of this release: ${sentence(error)}`, error);
  }
  return engine;
}

async function instantiate(glue, url) {
  const response = await fetchFile(url);
  const module = await compile(response, url).catch(explain(`${url} does not compile`));
  await glue.default({ module_or_path: module }).catch(explain(`${url} and the script beside it come from different releases`));
}

/** Turns what a browser throws into a CiteletError. WebKit notices a forbidding policy as late as on instantiating. */
const explain = (otherwise) => (error) => {
  if (error instanceof CiteletError) throw error;
  if (/content.security.policy|\bcsp\b|unsafe-eval/i.test(sentence(error))) {
    throw new CiteletError('csp', "The page's Content-Security-Policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src.", error);
  }
  throw new CiteletError('wasm', `${otherwise}: ${sentence(error)}`, error);
};

/**
 * Compiles a module. It is compiled while its bytes arrive where the server names the
 * type that browsers insist on for that, and otherwise afterwards, so that a server without the type costs a little time.
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

async function fetchFile(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new CiteletError('network', `${url} could not be fetched: no network, or the page's connect-src or CORS rules forbid it.`, error);
  }
  if (!response.ok) {
    throw new CiteletError('missing-file', `${url} is missing (HTTP ${response.status}); it belongs beside cite-let.js.`);
  }
  return response;
}
