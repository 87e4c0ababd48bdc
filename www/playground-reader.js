// Reads what somebody pastes into the playground: finds out what it is, and reads it with the full engine.

import { fetchFile, fetchOptional, loaded } from './files.js';
import { languageOf } from './language-code.js';
import { bareDoi, readWork } from './registry.js';

const file = (name) => new URL(`./${name}`, import.meta.url);

let starting;

/** The full engine with the shipped styles, loaded once. @returns {Promise<import('./index.js').Engine>} */
export function startEngine() {
  starting ??= start().catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start() {
  const glue = await loaded('citelet-full.js', () => import('./citelet-full.js'));
  const [pack] = await Promise.all([
    fetchFile(file('citelet.pack')).then((response) => response.arrayBuffer()),
    glue.default({ module_or_path: file('citelet-full.wasm') }),
  ]);
  const engine = new glue.Engine();
  engine.load(new Uint8Array(pack));
  return engine;
}

/**
 * What a text looks like.
 *
 * @param {string} text
 * @returns {'page'|'bibtex'|'ris'|'csl-json'|'doi'|undefined}
 */
export function formatOf(text) {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return 'csl-json';
  if (start.startsWith('<')) return 'page';
  if (/^\s*TY {1,2}-/m.test(text)) return 'ris';
  if (/@\w+\s*[{(]/.test(text)) return 'bibtex';
  if (/^\S+(?:\s*10\.\S+)?$/.test(text.trim()) && bareDoi(text)) return 'doi';
  return undefined;
}

/**
 * Reads the records of a text.
 *
 * @param {string} text
 * @param {'page'|'bibtex'|'ris'|'csl-json'|'doi'} format
 * @param {{repair: boolean}} options
 * @returns {Promise<import('./index.js').ReadResult[]>}
 */
export async function readText(text, format, options) {
  const engine = await startEngine();
  if (format === 'doi') return [await readWork(engine, text, options)];
  const page = format === 'page' && new DOMParser().parseFromString(text, 'text/html');
  const read = () => (page ? [readPage(engine, page, options)] : engine.read(text, format, options));
  if (page) await addLanguages(engine, [page.documentElement.lang]);
  const results = read();
  // What is known of the records' languages may change what is read.
  const isNew = await addLanguages(engine, results.map(({ item }) => item.language));
  return isNew ? read() : results;
}

/** Reads a page; the document has the address of the playground, which is not that of the page. */
function readPage(engine, page, options) {
  const result = engine.readPage(page, options);
  if (result.item.URL?.split('#')[0] === location.href.split('#')[0]) delete result.item.URL;
  return result;
}

/** The languages that the engine has, and those without a file. */
const tried = new Set(['en']);

/** Adds what is known of some languages; whether there was anything to add. */
async function addLanguages(engine, tags) {
  const languages = new Set(tags.map((tag) => languageOf(String(tag ?? ''))));
  const wanted = [...languages].filter((tag) => tag && !tried.has(tag));
  for (const tag of wanted) tried.add(tag);
  const texts = await Promise.all(wanted.map((tag) => fetchOptional(`language-${tag}.txt`, (response) => response.text())));
  for (const text of texts) if (text) engine.addLanguages(text);
  return texts.some(Boolean);
}
