// The index of a library: which styles and languages it has, and a search over the titles.

import { CiteletError, sentence } from './error.js';

/** The columns of a row; `xtask/src/styles/index.rs` describes the format. */
const [TITLE, NAME, , , LOCALE, FLAGS, DEPENDENTS] = [0, 1, 2, 3, 4, 5, 6];

/** The flag of styles that print labels such as `Knu84`. */
const HAS_LABELS = 4;

/**
 * @typedef {object} Entry a style that the library has
 * @property {string} name
 * @property {string} title
 * @property {string} style the independent style with the formatting; mostly the style itself
 * @property {string} locale its language; empty for American English
 * @property {boolean} full whether only the full engine supports all of it
 * @property {string} words title and name, prepared for searching
 */

/** The indexes that were opened, by the address of the library. */
const indexes = new Map();

/**
 * The index of a library, fetched once.
 *
 * @param {string} base address of the folder
 * @returns {Promise<{entries: Entry[], find: (name: string) => Entry|undefined, locales: string[]}>}
 * @throws {CiteletError} with the codes `network`, `missing-file` and `pack`
 */
export function openIndex(base) {
  if (!indexes.has(base)) {
    const index = readIndex(`${base}index.json`);
    // A failure is forgotten, so that the next search tries again.
    index.catch(() => indexes.delete(base));
    indexes.set(base, index);
  }
  return indexes.get(base);
}

const readIndex = async (url) => parseIndex(await fetchFile(url), url);

/**
 * The index in the content of its file.
 *
 * @param {Uint8Array} bytes
 * @param {string} url for the message of an error
 * @throws {CiteletError} with the code `pack`
 */
export function parseIndex(bytes, url) {
  try {
    const { styles, renamed, locales } = JSON.parse(new TextDecoder().decode(bytes));
    const entries = styles.flatMap(entriesOf);
    for (const entry of entries) entry.words = fold(`${entry.title} ${entry.name}`);
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    return { entries, locales, find: (name) => byName.get(name) ?? byName.get(renamed[name]) };
  } catch (error) {
    throw new CiteletError('pack', `${url} is not the index of a library of this release: ${sentence(error)}`, error);
  }
}

/** The entries of a row: an independent style and its dependents. */
function entriesOf(row) {
  const style = row[NAME] || nameOf(row[TITLE]);
  const full = Boolean(row[FLAGS] & HAS_LABELS);
  const parent = { name: style, title: row[TITLE], style, locale: row[LOCALE], full };
  const dependents = row[DEPENDENTS].map((dependent) => {
    const [title, name, , locale] = typeof dependent === 'string' ? [dependent] : dependent;
    return { name: name || nameOf(title), title, style, locale: locale || parent.locale, full };
  });
  return [parent, ...dependents];
}

/** The name that the repository of CSL styles derives from a title. */
const nameOf = (title) =>
  fold(title.replaceAll('&', 'and').replace(/['’]/g, '')).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** A text in lowercase and without diacritics, for comparison. */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Of a library's locales that of a tag, else one of the same language; nothing for an empty tag. */
export function closestLocale(locales, tag) {
  const [primary] = tag.split('-');
  const sameLanguage = locales.filter((locale) => locale.split('-')[0] === primary);
  // The country with the language's own code is the default of a language: de-DE, fr-FR, pt-PT.
  const usual = sameLanguage.find((locale) => locale.toLowerCase() === `${primary}-${primary}`);
  return sameLanguage.find((locale) => locale === tag) ?? usual ?? sameLanguage[0];
}

/**
 * The styles whose title or name contains every word of a query: first those that begin with the query, then by length of
 * the title.
 *
 * @param {Entry[]} entries
 * @param {string} query
 */
export function search(entries, query) {
  const start = fold(query.trim());
  const words = start.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = entries.filter((entry) => words.every((word) => entry.words.includes(word)));
  const rank = (entry) => (entry.words.startsWith(start) ? 0 : 1000) + entry.title.length;
  return found.sort((a, b) => rank(a) - rank(b));
}

/**
 * The bytes of a file of the library.
 *
 * @param {string} url
 * @returns {Promise<Uint8Array>}
 * @throws {CiteletError} with the codes `network` and `missing-file`
 */
export async function fetchFile(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new CiteletError('network', `${url} could not be fetched: ${sentence(error)}`, error);
  }
  if (!response.ok) throw new CiteletError('missing-file', `${url} is missing (HTTP ${response.status}); \`cargo xtask styles --all\` makes it.`);
  return new Uint8Array(await response.arrayBuffer());
}
