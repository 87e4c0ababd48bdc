// The library of all CSL styles: a folder of small packs and their index, as `cargo xtask styles --all` writes it.
// Only elements that ask for a style or a language beyond the shipped ones load this module.

import { make } from './dom.js';
import { Problem, asProblem, sentence } from './problem.js';
import { adopt } from './sheet.js';
import { wordsFor } from './words.js';

const CSS = `
[part=search] { padding: var(--gap) calc(var(--gap) * 1.25); display: grid; gap: .5em; border-block-end: 1px solid var(--line); }
[part=search] > * { font-size: .875em; }
[part=found] { max-block-size: 16em; overflow: auto; padding: 3px; }
[part=found] button { inline-size: 100%; text-align: start; border-color: transparent; }
[part=found] button:is(:hover, :focus-visible) { border-color: currentColor; }
`;

/** How many styles a search shows; more would be a list to read instead of words to add. */
const MOST = 20;

/** What an index calls its columns; the format is described in `xtask/src/styles/index.rs`. */
const [TITLE, NAME, , , LOCALE, FLAGS, DEPENDENTS] = [0, 1, 2, 3, 4, 5, 6];

/** Among its flags: the style prints labels such as `Knu84`. */
const HAS_LABELS = 4;

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
 * @property {boolean} full whether only the full engine prints all that it asks for
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
  const full = Boolean(row[FLAGS] & HAS_LABELS);
  const parent = { name: style, title: row[TITLE], style, locale: row[LOCALE], full };
  const dependents = row[DEPENDENTS].map((dependent) => {
    const [title, name, , locale] = typeof dependent === 'string' ? [dependent] : dependent;
    return { name: name || slug(title), title, style, locale: locale || parent.locale, full };
  });
  return [parent, ...dependents];
}

/** The locales that each engine was given: the page's engine and the full one. */
const brought = new Map();

/**
 * Loads styles and a language that the engine does not have; each that fails costs only itself.
 *
 * @param {object} wanted
 * @param {import('./index.js').Engine} wanted.engine
 * @param {string} wanted.base address of the library's folder
 * @param {string[]} wanted.names of styles, dependent and renamed ones included
 * @param {string} wanted.locale a language tag, or nothing
 * @param {() => Promise<import('./index.js').Engine>} wanted.loadFullEngine brings the engine for what the page's cannot print
 * @param {[string, Entry & {engine: import('./index.js').Engine}][]} wanted.entries takes what came, with the engine that has it
 * @param {[string, Error][]} wanted.problems takes what did not: the codes `style`, `network`, `missing-file` and `pack`,
 *   and those of the full engine
 */
export async function bringAll({ engine, base, names, locale, loadFullEngine, entries, problems }) {
  const attempt = async (name, work) => {
    try {
      await work();
    } catch (error) {
      problems.push([name, asProblem(error)]);
    }
  };
  if (locale) await attempt(locale, () => bringLocale(engine, base, locale));
  for (const name of names) {
    await attempt(name, async () => entries.push([name, await bringStyle(engine, base, name, loadFullEngine)]));
  }
  // An engine that came for a style has to learn the page's language too.
  for (const other of locale ? brought.keys() : []) await attempt(locale, () => bringLocale(other, base, locale));
}

async function bringStyle(engine, base, name, loadFullEngine) {
  const { find } = await openIndex(base);
  const entry = find(name);
  if (!entry) throw new Problem('style', `There is no style "${name}" in the library ${base}.`);
  const able = entry.full ? await loadFullEngine() : engine;
  if (!able.styles().some((style) => style.name === entry.style)) {
    await bring(able, `${base}styles/${entry.style}.pack`);
  }
  await bringLocale(able, base, entry.locale);
  return { ...entry, engine: able };
}

/** Loads the locale of a name, else the first of the same language; nothing for an empty name, American English. */
async function bringLocale(engine, base, tag) {
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
 * @param {{root: ShadowRoot, base: string, lang: string, strings: Record<string, string>, pick: (entry: Entry) => void,
 *   close: () => void, fail: (error: Error) => void}} host
 * @returns {HTMLElement} to be put into the shadow tree; it takes the focus when it is there
 */
export function searchPanel({ root, base, lang, strings, pick, close, fail }) {
  adopt(root, CSS);
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
