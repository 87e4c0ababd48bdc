// The library of all CSL styles: a folder of small packs and their index, as `cargo xtask styles --all` writes it.
// Only elements that ask for a style or a language beyond the shipped ones load this module.

import { make } from './dom.js';
import { Problem, sentence } from './problem.js';
import { wordsFor } from './words.js';

/** How many styles a search shows; more would be a list to read instead of words to add. */
const MOST = 20;

/** What an index calls its columns; the format is described in `xtask/src/styles/index.rs`. */
const [TITLE, NAME, , , LOCALE, , DEPENDENTS] = [0, 1, 2, 3, 4, 5, 6];

const indexes = new Map();

/** A letter without its marks, in small letters: what a search compares. */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The name that the style repository gives to a title. */
const slug = (title) =>
  fold(title.replaceAll('&', 'and').replace(/['’]/g, '')).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/**
 * @typedef {object} Entry a style that the library has
 * @property {string} name
 * @property {string} title
 * @property {string} style the independent style that formats it; itself, mostly
 * @property {string} locale its language; empty for American English
 */

/**
 * The index of a library, fetched once.
 *
 * @param {string} base address of the folder
 * @returns {Promise<{entries: Entry[], find: (name: string) => Entry|undefined, locales: string[]}>}
 * @throws {Problem} with the codes `network`, `missing-file` and `pack`
 */
export function openIndex(base) {
  if (!indexes.has(base)) {
    const reading = readIndex(`${base}index.json`);
    // A failure is forgotten, so that the next search tries again.
    reading.catch(() => indexes.delete(base));
    indexes.set(base, reading);
  }
  return indexes.get(base);
}

async function readIndex(url) {
  const bytes = await fetchFile(url);
  try {
    const { styles, renamed, locales } = JSON.parse(new TextDecoder().decode(bytes));
    const entries = styles.flatMap(rowEntries);
    for (const entry of entries) entry.words = fold(`${entry.title} ${entry.name}`);
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    return { entries, locales, find: (name) => byName.get(name) ?? byName.get(renamed[name]) };
  } catch (error) {
    throw new Problem('pack', `${url} is not the index of a library of this release: ${sentence(error)}`, error);
  }
}

/** A row of the index: an independent style and those that depend on it. */
function rowEntries(row) {
  const style = row[NAME] || slug(row[TITLE]);
  const parent = { name: style, title: row[TITLE], style, locale: row[LOCALE] };
  const dependents = row[DEPENDENTS].map((dependent) => {
    const [title, name, , locale] = typeof dependent === 'string' ? [dependent] : dependent;
    return { name: name || slug(title), title, style, locale: locale || parent.locale };
  });
  return [parent, ...dependents];
}

/**
 * Loads a style that the engine does not have, and its language.
 *
 * @param {import('./index.js').Engine} engine
 * @param {string} base address of the library's folder
 * @param {string} name of a style, a dependent or a renamed one included
 * @returns {Promise<Entry>}
 * @throws {Problem} with the codes `style`, `network`, `missing-file` and `pack`
 */
export async function bringStyle(engine, base, name) {
  const { find } = await openIndex(base);
  const entry = find(name);
  if (!entry) throw new Problem('style', `There is no style "${name}" in the library ${base}.`);
  if (!engine.styles().some((style) => style.name === entry.style)) {
    await bring(engine, `${base}styles/${entry.style}.pack`);
  }
  await bringLocale(engine, base, entry.locale);
  return entry;
}

const brought = new WeakMap();

/**
 * Loads a language that the engine does not have: the locale of that name, else the first of the same language.
 *
 * @param {import('./index.js').Engine} engine
 * @param {string} base address of the library's folder
 * @param {string} tag such as `de-AT`; empty for American English, which every engine has
 * @throws {Problem} with the codes `network`, `missing-file` and `pack`
 */
export async function bringLocale(engine, base, tag) {
  const { locales } = await openIndex(base);
  const [primary] = tag.split('-');
  const same = locales.filter((known) => known.split('-')[0] === primary);
  // The country that gave the language its name is its first home: de-DE, fr-FR, pt-PT.
  const home = same.find((known) => known.toLowerCase() === `${primary}-${primary}`);
  const locale = same.find((known) => known === tag) ?? home ?? same[0];
  const have = brought.get(engine) ?? new Set(['en-US']);
  brought.set(engine, have);
  if (!locale || have.has(locale)) return;
  await bring(engine, `${base}locales/${locale}.pack`);
  have.add(locale);
}

async function bring(engine, url) {
  const bytes = await fetchFile(url);
  try {
    engine.load(bytes);
  } catch (error) {
    throw new Problem('pack', `${url} is not a pack of this release: ${sentence(error)}`, error);
  }
}

async function fetchFile(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new Problem('network', `${url} could not be fetched: ${sentence(error)}`, error);
  }
  if (!response.ok) throw new Problem('missing-file', `${url} is missing (HTTP ${response.status}); \`cargo xtask styles --all\` makes it.`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The styles whose titles or names have all the words, those that begin with them and the shortest first.
 *
 * @param {Entry[]} entries
 * @param {string} query
 */
export function search(entries, query) {
  const wanted = fold(query.trim());
  const words = wanted.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = entries.filter((entry) => words.every((word) => entry.words.includes(word)));
  const rank = (entry) => (entry.words.startsWith(wanted) ? 0 : 1000) + entry.title.length;
  return found.sort((a, b) => rank(a) - rank(b));
}

/**
 * A panel that finds a style by its name.
 *
 * @param {{base: string, lang: string, strings: Record<string, string>, pick: (entry: Entry) => void,
 *   close: () => void, fail: (error: Error) => void}} host
 * @returns {HTMLElement} to be put into the shadow tree; it takes the focus when it is there
 */
export function searchPanel({ base, lang, strings, pick, close, fail }) {
  const says = wordsFor(lang, 'search', strings);
  const input = make('input', { type: 'search', id: 'find', autocomplete: 'off', spellcheck: 'false' });
  const list = make('ul', { part: 'found', 'aria-label': says.results });
  const status = make('span', { role: 'status', class: 'quiet' });
  const panel = make('div', { part: 'search', role: 'search' }, make('label', { for: 'find' }, says.find), input, status, list);
  const button = (entry) => {
    const made = make('button', { part: 'button', type: 'button', dir: 'auto' }, entry.title);
    made.onclick = () => pick(entry);
    return make('li', {}, made);
  };
  const show = async () => {
    try {
      const { entries } = await openIndex(base);
      const found = search(entries, input.value);
      list.replaceChildren(...found.slice(0, MOST).map(button));
      status.textContent = input.value.trim() ? says.count.replace('{n}', found.length) : says.of.replace('{n}', entries.length);
    } catch (error) {
      fail(error);
      close();
    }
  };
  input.oninput = show;
  panel.onkeydown = (event) => keys(event, { input, list, close });
  show();
  return panel;
}

/** Arrows walk through the list, Enter takes its first, Escape closes. */
function keys(event, { input, list, close }) {
  const stops = [input, ...list.querySelectorAll('button')];
  const at = stops.indexOf(event.target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
  else if (event.key === 'Enter' && at === 0) stops[1]?.click();
  else if (event.key === 'Escape') close();
  else return;
  event.preventDefault();
}
