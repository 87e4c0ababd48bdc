// What is done with a library, wherever its files are.

import { CiteletError } from './error.js';
import { closestLocale, parseIndex, search } from './library-index.js';

/** The locale that every engine has. */
const BUILT_IN = 'en-US';

/**
 * @param {(path: string, base?: string|URL) => Promise<Uint8Array>} read reads a file of the library
 */
export function library(read) {
  const indexes = new Map();

  /** The index, read once for each base; after a failure the next call tries again. */
  function open({ base } = {}) {
    const key = String(base ?? '');
    if (!indexes.has(key)) {
      const index = read('index.json', base).then((bytes) => parseIndex(bytes, 'index.json'));
      index.catch(() => indexes.delete(key));
      indexes.set(key, index);
    }
    return indexes.get(key);
  }

  const publicEntry = ({ name, title, style, locale, full }) => ({ name, title, style, locale: locale || BUILT_IN, full });

  async function findStyle(name, options) {
    const entry = (await open(options)).find(name);
    return entry && publicEntry(entry);
  }

  async function searchStyles(query, options) {
    return search((await open(options)).entries, query).map(publicEntry);
  }

  async function loadStyle(name, options = {}) {
    const entry = await findStyle(name, options);
    if (!entry) throw new CiteletError('style', `There is no style “${name}” in the library; \`searchStyles\` finds names.`);
    const [style, locale] = await Promise.all([read(`styles/${entry.style}.pack`, options.base), localePack(entry.locale, options)]);
    return joined(style, locale);
  }

  async function loadLocale(tag, options = {}) {
    const pack = await localePack(tag, options);
    if (!pack.length && tag !== BUILT_IN) throw new CiteletError('style', `There is no locale “${tag}” in the library.`);
    return pack.length ? pack : read(`locales/${BUILT_IN}.pack`, options.base);
  }

  /** The pack of a language; an empty one for what every engine has. */
  async function localePack(tag, options) {
    const locale = closestLocale((await open(options)).locales, tag);
    return !locale || locale === BUILT_IN ? new Uint8Array() : read(`locales/${locale}.pack`, options.base);
  }

  return { findStyle, searchStyles, loadStyle, loadLocale };
}

/** Packs one behind the other are a pack. */
function joined(first, second) {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
